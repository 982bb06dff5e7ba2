"""rashomon correct: people correct machines."""

from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
import typer

from rashomon.cli.console import print_table, say
from rashomon.cli.options import print_jsonl
from rashomon.corrections import add_correction, find_undone, read_corrections
from rashomon.errors import UsageError
from rashomon.model import Correction, Merge, Reject, Rename, Split, Undo

commands = typer.Typer(help="Correct what was decided: corrections are kept apart, hold for whatever is grouped anew, and can be undone.")

File = Annotated[
    str, typer.Option("--corrections", "-f", metavar="FILE", help="Where corrections are kept: JSON lines, only ever added to.")
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who corrects.")]
Note = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why.")]
Of = Annotated[str, typer.Argument(metavar="ID", help="A story (s-...) or an event (e-...).")]
Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids or paths of articles, as `rashomon stories` prints them.")]
KEPT = "corrections.jsonl"


@commands.command()
def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Stories (s-...) that are one, or events (e-...).")],
    file: File = KEPT,
    by: By = None,
    note: Note = None,
) -> None:
    """Make one of several stories, or of several events; the first keeps its id."""
    if len(set(ids)) < 2 or len({_kind_of(name) for name in ids}) > 1:
        raise UsageError(f"merge: {' '.join(ids)!r}; give two stories (s-...) or more, or two events (e-...) or more")
    _keep(file, Merge(ids=tuple(ids), **_signed(by, note)))


@commands.command()
def split(of: Of, articles: Articles, file: File = KEPT, by: By = None, note: Note = None) -> None:
    """Make articles a story of their own, or an event of their own."""
    _kind_of(of)
    _keep(file, Split(of=of, articles=tuple(articles), **_signed(by, note)))


@commands.command()
def rename(of: Of, title: Annotated[str, typer.Argument(metavar="TITLE")], file: File = KEPT, by: By = None, note: Note = None) -> None:
    """Give a story or an event a title."""
    _kind_of(of)
    _keep(file, Rename(of=of, title=title, **_signed(by, note)))


@commands.command()
def reject(of: Of, articles: Articles, file: File = KEPT, by: By = None, note: Note = None) -> None:
    """Put articles out of a story or an event; each stands alone."""
    _kind_of(of)
    _keep(file, Reject(of=of, articles=tuple(articles), **_signed(by, note)))


@commands.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of the correction, as `rashomon correct list` prints it.")],
    file: File = KEPT,
    by: By = None,
    note: Note = None,
) -> None:
    """Take a correction back; undoing an undoing lets it hold again."""
    _keep(file, Undo(undoes=number, **_signed(by, note)))


@commands.command(name="list")
def show(file: File = KEPT, jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False) -> None:
    """List all corrections, those undone too."""
    made = read_corrections(file)
    undone = find_undone(made)
    rows = [{"number": n, "holds": n not in undone, **msgspec.to_builtins(c)} for n, c in enumerate(made, 1)]
    if jsonl:
        print_jsonl(rows)
        return
    columns = ("number", "kind", "holds", "what", "by", "at", "note")
    print_table(columns, ([str(cell) if (cell := row.get(c)) is not None else "" for c in columns] for row in map(_tell, rows)))


def _tell(row: dict[str, Any]) -> dict[str, Any]:
    named = [row.get("of"), *row.get("ids", ()), *row.get("articles", ()), row.get("title"), row.get("undoes")]
    return {**row, "holds": "yes" if row["holds"] else "undone", "what": " ".join(str(name) for name in named if name is not None)}


def _signed(by: str | None, note: str | None) -> dict[str, Any]:
    return {"by": by, "note": note, "at": datetime.now(UTC).isoformat(timespec="seconds")}


def _kind_of(name: str) -> str:
    if not name.startswith(("s-", "e-")):
        raise UsageError(f"{name!r} is no story and no event; ids begin with s- or e-, `rashomon stories PATH... --jsonl` prints them")
    return name[0]


def _keep(file: str, correction: Correction) -> None:
    number = add_correction(file, correction)
    say(
        f"correction {number} is kept in {file}: lay it over results with --corrections, take it back with `rashomon correct undo {number}`"
    )
