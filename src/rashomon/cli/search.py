"""rashomon search: what an archive holds on some words."""

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from rashomon.cli.console import say
from rashomon.cli.options import ArchiveOption, Csv, Jsonl, print_rows
from rashomon.languages import fold

if TYPE_CHECKING:
    from rashomon.store import Found, Hit

SHOWN = 160  # characters of a sentence in the terminal, around what was found
BEFORE = 30

Words = Annotated[list[str] | None, typer.Argument(metavar="WORDS...", help='What to look for; "words in quotation marks" are a phrase.')]


def command(
    archive: ArchiveOption,
    words: Words = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="article, sentence, figure or quote.")] = "article",
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Published by this outlet: its name or code.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published on that day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published on that day or earlier.")] = None,
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="NAME", help="With figures of this measure: killed, injured, ...")
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="With words of this speaker.")] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help="Of this story.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="How many to list.")] = 10,
    jsonl: Jsonl = False,
    csv: Csv = False,
) -> None:
    """Search an archive: articles, sentences, figures, quotes; Chinese in either script, names under any of their forms."""
    from rashomon.store import open_archive  # the database's library is loaded by the commands alone that need it

    with open_archive(archive) as opened:
        found = opened.search(
            " ".join(words or ()),
            kind=kind,
            outlet=outlet,
            since=since,
            until=until,
            measure=measure,
            speaker=speaker,
            story=story,
            limit=limit,
        )
    if jsonl or csv:
        rows: list[dict[str, Any]] = [msgspec.structs.asdict(hit) for hit in found.hits]
        columns = list(rows[0]) if rows else ["kind", "path"]
        print_rows(columns, rows, jsonl=jsonl, as_csv=csv)
    else:
        _print(found)
    if not found.hits:
        say("nothing was found; fewer words, other names or fewer filters may find more")
        raise typer.Exit(1)


def _print(found: "Found") -> None:
    console = Console(highlight=False, soft_wrap=True)
    forms = sorted({form for unit in found.units for form in unit.forms}, key=lambda form: -len(form))
    for hit in found.hits:
        head = Text(hit.title, style="bold")
        head.append(f"  {hit.outlet or '?'} {(hit.published or '?')[:10]}", style="dim not bold")
        if hit.also:
            head.append(f"  and {hit.also} more", style="dim not bold")
        console.print(head)
        console.print(_line(hit, forms))
        console.print(Text(f"  {hit.path}:{hit.start}-{hit.end}  {hit.story or ''}", style="dim"))


def _line(hit: "Hit", forms: list[str]) -> Text:
    """The sentence with what was found in it, cut to what a reader takes in at a glance."""
    line = Text("  ")
    if hit.kind == "figure":
        line.append(f"{hit.measure} {_count(hit.low, hit.high)}  ", style="bold")
    elif hit.kind == "quote":
        line.append(f"{hit.speaker or '?'}: ", style="bold")
    shown = hit.text if hit.kind == "quote" else hit.sentence
    folded = fold(shown).lower()
    first = min((place for form in forms if (place := folded.find(form)) >= 0), default=0)
    start = max(0, first - BEFORE) if len(shown) > SHOWN else 0
    cut = Text(shown[start : start + SHOWN].replace("\n", " "))
    for form in forms:
        begin = folded.find(form, start)
        while 0 <= begin < start + SHOWN:
            cut.stylize("bold", begin - start, begin - start + len(form))
            begin = folded.find(form, begin + len(form))
    line.append("…" if start else "").append_text(cut).append("…" if start + SHOWN < len(shown) else "")
    return line


def _count(low: int | None, high: int | None) -> str:
    """A count for people: 18, 200-250, 1,000+, <200."""
    if low is None or high is None:
        return f"{low:,}+" if low is not None else f"<{high:,}" if high is not None else "?"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"
