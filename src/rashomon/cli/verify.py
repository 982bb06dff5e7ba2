"""rashomon verify: are an account's receipts still what the documents say?"""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from rashomon import pipeline
from rashomon.cli.console import Watch, say
from rashomon.cli.options import Config, Csv, Jobs, Jsonl, print_rows
from rashomon.errors import NothingFound, UsageError
from rashomon.model import Account

COLUMNS = ("status", "path", "start", "end", "text")
LOST = 1


def command(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="What `rashomon account --json` printed; - for stdin.")],
    jsonl: Jsonl = False,
    csv: Csv = False,
    jobs: Jobs = 0,
    config: Config = None,
) -> None:
    """Re-read the documents of an account and prove each receipt: exact, moved or lost."""
    told = load_account(account)
    with Watch() as watch:
        receipts = pipeline.verify(told, jobs=jobs, progress=watch)
    rows = [{"status": r.status, **{k: getattr(r.evidence, k) for k in COLUMNS[1:]}} for r in receipts]
    counts = {status: sum(row["status"] == status for row in rows) for status in ("exact", "moved", "lost")}
    if jsonl or csv:
        print_rows(COLUMNS, rows, jsonl=jsonl, as_csv=csv)
    else:
        print_rows(COLUMNS, [row for row in rows if row["status"] != "exact"], jsonl=False, as_csv=False)
    say(f"{len(rows):,} receipts: " + ", ".join(f"{n:,} {status}" for status, n in counts.items()))
    if counts["lost"]:
        raise typer.Exit(LOST)


def load_account(path: str) -> Account:
    """Read an account; raises NothingFound where the file can't be read, UsageError where it is no account."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise NothingFound(f"{path!r} can't be read: {error.strerror}") from error
    try:
        return msgspec.json.decode(data, type=Account)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path!r} is not an account: {error}; make one with `rashomon account PATH... --about WORDS --json`") from error
