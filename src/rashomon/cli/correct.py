"""rashomon correct: people correct machines."""

import os
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from rashomon.cli.console import Watch, print_table, say
from rashomon.cli.options import print_jsonl
from rashomon.corrections import add_correction, find_undone, read_corrections
from rashomon.errors import UsageError
from rashomon.model import (
    GROUPS,
    MEASURES,
    RELATIONS,
    Alias,
    AttributionFix,
    Correction,
    Corrections,
    FigureFix,
    Merge,
    Reject,
    RelationFix,
    Rename,
    Split,
    Undo,
)

commands = typer.Typer(help="Correct what was decided: corrections are kept apart, hold for whatever is grouped anew, and can be undone.")

File = Annotated[
    str | None,
    typer.Option(
        "--corrections",
        "-f",
        metavar="FILE",
        help="Where corrections are kept: JSON lines, only ever added to; corrections.jsonl where no archive is given.",
    ),
]
Archive = Annotated[
    str | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help="The archive that is corrected, which keeps them itself; $RASHOMON_ARCHIVE where neither is given.",
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who corrects.")]
Note = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why.")]
Of = Annotated[str, typer.Argument(metavar="ID", help="A story (s-...) or an event (e-...).")]
Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids or paths of articles, as `rashomon stories` prints them.")]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="Id or path of the article.")]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words of what is said, as the article has them.")]
Drop = Annotated[bool, typer.Option("--drop", help="It is none: leave it out.")]
Title = Annotated[str, typer.Argument(metavar="TITLE")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
KEPT = "corrections.jsonl"
GIVEN = ("measure", "low", "high", "group", "where", "when", "source", "speaker", "drop")
Measure = StrEnum("Measure", list(MEASURES))  # type: ignore[misc]
Group = StrEnum("Group", list(GROUPS))  # type: ignore[misc]
Kind = StrEnum("Kind", list(RELATIONS))  # type: ignore[misc]


@commands.command()
def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Stories (s-...) that are one, or events (e-...).")],
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Make one of several stories, or of several events; the first keeps its id."""
    if len(set(ids)) < 2 or len({_kind_of(name) for name in ids}) > 1:
        raise UsageError(f"merge: {' '.join(ids)!r}; give two stories (s-...) or more, or two events (e-...) or more")
    _keep(file, archive, Merge(ids=tuple(ids), **_signed(by, note)))


@commands.command()
def split(of: Of, articles: Articles, file: File = None, archive: Archive = None, by: By = None, note: Note = None) -> None:
    """Make articles a story of their own, or an event of their own."""
    _kind_of(of)
    _keep(file, archive, Split(of=of, articles=tuple(articles), **_signed(by, note)))


@commands.command()
def rename(
    of: Of,
    title: Annotated[str, typer.Argument(metavar="TITLE")],
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Give a story or an event a title."""
    _kind_of(of)
    _keep(file, archive, Rename(of=of, title=title, **_signed(by, note)))


@commands.command()
def reject(of: Of, articles: Articles, file: File = None, archive: Archive = None, by: By = None, note: Note = None) -> None:
    """Put articles out of a story or an event; each stands alone."""
    _kind_of(of)
    _keep(file, archive, Reject(of=of, articles=tuple(articles), **_signed(by, note)))


@commands.command()
def figure(
    article: Article,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The figure as the article has it, as `rashomon read` prints its text.")],
    measure: Annotated[Measure | None, typer.Option("--measure", help="What is counted.")] = None,
    low: Annotated[int | None, typer.Option("--low", help="The least; without --high there is no most.")] = None,
    high: Annotated[int | None, typer.Option("--high", help="The most; without --low there is no least.")] = None,
    group: Annotated[Group | None, typer.Option("--group", help="Who is counted.")] = None,
    where: Annotated[str | None, typer.Option("--where", metavar="PLACE", help="The place.")] = None,
    when: Annotated[str | None, typer.Option("--when", metavar="DAY", help="The day that it holds for, YYYY-MM-DD.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who gives it.")] = None,
    drop: Drop = False,
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Correct a figure that was read wrongly, or drop it."""
    _check_day(when)
    given: dict[str, Any] = {"measure": measure, "low": low, "high": high, "group": group, "where": where, "when": when, "source": source}
    _one_of(drop, any(value is not None for value in given.values()))
    worded: dict[str, Any] = {name: value.value if isinstance(value, StrEnum) else value for name, value in given.items()}
    _keep(file, archive, FigureFix(article=article, words=words, drop=drop, **worded, **_signed(by, note)))


@commands.command()
def attribution(
    article: Article,
    words: Words,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Who says it.")] = None,
    drop: Drop = False,
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Correct who says something, or drop what nobody says."""
    _one_of(drop, speaker is not None)
    _keep(file, archive, AttributionFix(article=article, words=words, drop=drop, speaker=speaker, **_signed(by, note)))


@commands.command()
def alias(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Forms of one name.")],
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Make several names one person, place or organisation."""
    if len(set(names)) < 2:
        raise UsageError(f"alias: {' '.join(names)!r}; give two names or more")
    _keep(file, archive, Alias(names=tuple(names), **_signed(by, note)))


@commands.command()
def relation(
    article: Article,
    words: Words,
    other: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id or path of the other side's article.")],
    others: Annotated[str, typer.Argument(metavar="WORDS", help="Words of the other side's sentence.")],
    kind: Annotated[Kind | None, typer.Option("--kind", help="How the two stand.")] = None,
    drop: Drop = False,
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Correct how two claims stand, or drop a relation that is none."""
    _one_of(drop, kind is not None)
    _keep(file, archive, RelationFix(a=(article, words), b=(other, others), relation=kind.value if kind else None, **_signed(by, note)))


@commands.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of the correction, as `rashomon correct list` prints it.")],
    file: File = None,
    archive: Archive = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Take a correction back; undoing an undoing lets it hold again."""
    _keep(file, archive, Undo(undoes=number, **_signed(by, note)))


@commands.command(name="list")
def show(file: File = None, archive: Archive = None, jsonl: Jsonl = False) -> None:
    """List all corrections, those undone too."""
    made = _load(file, archive)
    undone = find_undone(made)
    rows = [{"number": n, "holds": n not in undone, **msgspec.to_builtins(c)} for n, c in enumerate(made, 1)]
    if jsonl:
        print_jsonl(rows)
        return
    columns = ("number", "kind", "holds", "what", "by", "at", "note")
    print_table(columns, ([str(cell) if (cell := row.get(c)) is not None else "" for c in columns] for row in map(_tell, rows)))


def _load(file: str | None, archive: str | None) -> Corrections:
    place = _find_archive(file, archive)
    if place is None:
        return read_corrections(file or KEPT)
    from rashomon.store import open_archive  # the database's library is loaded where it is wanted alone

    with open_archive(place) as opened:
        return opened.corrections()


def _tell(row: dict[str, Any]) -> dict[str, Any]:
    named = [row.get("of"), *row.get("ids", ()), *row.get("articles", ()), row.get("title"), row.get("undoes")]
    named += [row.get("article"), row.get("words"), *row.get("names", ()), *row.get("a", ()), *row.get("b", ()), row.get("relation")]
    named += [f"{name}={row[name]}" for name in GIVEN if row.get(name) not in (None, False)]
    return {**row, "holds": "yes" if row["holds"] else "undone", "what": " ".join(str(name) for name in named if name is not None)}


def _signed(by: str | None, note: str | None) -> dict[str, Any]:
    return {"by": by, "note": note, "at": datetime.now(UTC).isoformat(timespec="seconds")}


def _kind_of(name: str) -> str:
    if not name.startswith(("s-", "e-")):
        raise UsageError(f"{name!r} is no story and no event; ids begin with s- or e-, `rashomon stories PATH... --jsonl` prints them")
    return name[0]


def _one_of(drop: bool, given: bool) -> None:
    if drop == given:
        raise UsageError("say what is right, or --drop alone")


def _check_day(day: str | None) -> None:
    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"--when {day!r} is no day; write it as YYYY-MM-DD") from error


def _keep(file: str | None, archive: str | None, correction: Correction) -> None:
    place = _find_archive(file, archive)
    if place is None:
        kept = file or KEPT
        number = add_correction(kept, correction)
        back = _undo(number, "--corrections", file)
        say(f"correction {number} is kept in {kept}: lay it over results with --corrections, take it back with {back}")
        return
    from rashomon.store import open_archive  # the database's library is loaded where it is wanted alone

    with Watch() as watch, open_archive(place) as opened:
        number = opened.correct(correction, jobs=0, progress=watch)
    say(f"correction {number} holds in the archive; take it back with {_undo(number, '--archive', archive)}")


def _undo(number: int, option: str, place: str | None) -> str:
    """The command that takes a correction back. place: where it is kept, if that was said."""
    return f"`rashomon correct undo {number}{f' {option} {place}' if place else ''}`"


def _find_archive(file: str | None, archive: str | None) -> str | None:
    """The archive that is corrected; None where a file of corrections is. Raises UsageError where both are given."""
    if file and archive:
        raise UsageError("give --corrections FILE, or --archive FILE, which keeps its corrections itself")
    return archive or (None if file else os.environ.get("RASHOMON_ARCHIVE"))
