"""rashomon new: what is new since a day."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.cli.console import say
from rashomon.cli.options import ArchiveOption, Jsonl, print_jsonl


def command(
    archive: ArchiveOption,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="What was first published on that day or later.")],
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help="In this story.")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="That names someone, under any form.")] = None,
    measure: Annotated[str | None, typer.Option("--measure", metavar="NAME", help="Figures of this measure: killed, injured, ...")] = None,
    jsonl: Jsonl = False,
) -> None:
    """What is new since a day in an archive, as facts, each with its receipts: of a story, of a name, of a figure."""
    from rashomon.store import entitle, open_archive  # the database's library is loaded by the commands alone that need it

    with open_archive(archive) as opened:
        facts = opened.news(since=since, story=story, name=name, measure=measure)
    if jsonl:
        print_jsonl(facts)
        return
    console = Console(highlight=False, soft_wrap=True)
    shown = None
    for fact in facts:
        if fact.story != shown:
            console.print(Text(fact.title, style="bold").append(f"  {fact.story}", style="dim not bold"))
            shown = fact.story
        line = Text(f"  {fact.kind:<10}{fact.date or '':<12}{entitle(fact)}")
        for evidence in fact.evidence[:1]:
            line.append(f"  [{evidence.outlet or '?'} {evidence.path}:{evidence.start}-{evidence.end}]", style="dim")
        console.print(line)
    say(f"{len(facts):,} facts are new since {since}")
