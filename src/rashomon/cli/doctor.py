"""rashomon doctor: what is wrong with this set-up."""

import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from re import match
from typing import Annotated

import typer

from rashomon import __version__
from rashomon.cli.options import Csv, Jsonl, print_rows
from rashomon.errors import RashomonError
from rashomon.intake import formats
from rashomon.languages import codes, fold, language
from rashomon.outlets import outlets

Check = tuple[str, Callable[[], str]]


def command(
    jsonl: Jsonl = False,
    csv: Csv = False,
    archive: Annotated[str | None, typer.Option("--archive", metavar="FILE", help="Look at this archive too.")] = None,
) -> None:
    """Check this set-up: Python, packages, languages, outlets, formats, an archive; exit code 1 where something is wrong."""
    rows = [_run(name, check) for name, check in CHECKS]
    if archive:
        rows.append(_run("archive", partial(_archive, archive)))
        rows += [_run("deliveries", partial(_deliveries, archive))] if rows[-1]["state"] == "ok" else []
    print_rows(("check", "state", "what"), rows, jsonl=jsonl, as_csv=csv)
    if any(row["state"] != "ok" for row in rows):
        raise typer.Exit(1)


def _run(name: str, check: Callable[[], str]) -> dict[str, str]:
    try:
        return {"check": name, "state": "ok", "what": check()}
    except RashomonError as error:
        return {"check": name, "state": "wrong", "what": str(error)}
    except Exception as error:  # a doctor reports every illness, whatever its kind
        return {"check": name, "state": "wrong", "what": f"{type(error).__name__}: {error}"}


def _python() -> str:
    return f"{platform.python_version()}, rashomon {__version__}"


def _packages() -> str:
    names = [found.group() for line in requires("rashomon") or () if "extra ==" not in line and (found := match(r"[A-Za-z0-9._-]+", line))]
    missing = []
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        raise RashomonError(f"not installed: {', '.join(missing)}; run `pip install {' '.join(missing)}`")
    return f"{len(names)} installed"


def _languages() -> str:
    for code in codes():
        language(code)
    if fold("萬國") != "万国":
        raise RashomonError("the tables of characters don't fold traditional ones; reinstall rashomon")
    return ", ".join(codes())


def _encoding() -> str:
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise RashomonError(f"the terminal's encoding is {sys.stdout.encoding!r}; set PYTHONUTF8=1")
    return "utf-8"


def _archive(place: str) -> str:
    """What an archive holds; raises where its file is damaged."""
    from rashomon.store import open_archive  # the database's library is loaded where it is wanted alone

    with open_archive(place) as archive:
        if (state := archive.check()) != "ok":
            raise RashomonError(f"the archive is damaged: {state}; `rashomon restore COPY --archive NEW` makes one of a copy")
        counts = archive.count()
    told = [f"{counts['articles']:,} articles in {counts['stories']:,} stories, {counts['bytes'] / 1e6:,.1f} MB"]
    left = counts["articles"] - counts["placed"]
    told += [f"{left:,} not yet in a story (the next add places them)"] if left else []
    told += [f"{counts['stale']:,} read by another version (the next add reads them anew)"] if counts["stale"] else []
    return "; ".join(told)


def _deliveries(place: str) -> str:
    """What watches have to tell; raises where something was given up."""
    from rashomon.store import open_archive  # the database's library is loaded where it is wanted alone

    with open_archive(place) as archive:
        counts, failed = archive.count(), archive.list_failed()
    if failed:
        advice = "mend the webhook and run `rashomon watch --retry`, or drop the watch (`rashomon watch --drop NUMBER`)"
        raise RashomonError(f"given up: {'; '.join(failed[:5])}; {advice}")
    return f"{counts['due']:,} to be tried again"


CHECKS: tuple[Check, ...] = (
    ("python", _python),
    ("packages", _packages),
    ("encoding", _encoding),
    ("languages", _languages),
    ("outlets", lambda: f"{len(outlets())} known"),
    ("formats", lambda: ", ".join(f.name for f in formats())),
)
