"""rashomon trace: who said a thing first, who repeats it, through whom."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon import pipeline
from rashomon.cli.console import Watch
from rashomon.cli.options import Config, Engine, EngineOption, Jobs, Paths, finish, print_json, read_batch
from rashomon.model import Strand, Telling, Trace

HOUR, DAY = 60, 1440


def command(
    paths: Paths,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The claim, as any article might word it; numbers in any writing.")],
    json: Annotated[bool, typer.Option("--json", help="The whole trace as JSON.")] = False,
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    config: Config = None,
) -> None:
    """Say who told a thing first, who only repeats it, and through whom, each with the sentence."""
    with Watch() as watch:
        batch = read_batch(paths, jobs=jobs, watch=watch)
        traced = pipeline.trace(batch, text)
    if json:
        print_json(traced)
    else:
        _print(traced)
    finish(batch)


def _print(traced: Trace) -> None:
    console = Console(highlight=False, soft_wrap=True)
    count = sum(len(strand.tellings) for strand in traced.strands)
    console.print(Text(traced.text, style="bold"))
    console.print(
        Text(f"{_many(len(traced.strands), 'origin')}, {_many(len(traced.outlets), 'outlet')}, {_many(count, 'article')}", style="dim")
    )
    for strand in traced.strands:
        _print_strand(console, strand)


def _print_strand(console: Console, strand: Strand) -> None:
    denied = sum(telling.denied for telling in strand.tellings)
    console.print(Text(f"\n{strand.origin}" + (f"  (denied or taken back in {denied})" if denied else ""), style="bold"))
    for telling in strand.tellings:
        line = Text(f"  {telling.published or 'undated'}  {_delay(telling)}  {telling.outlet or '?'}")
        if telling.chain:
            line.append("  " + " > ".join(telling.chain))
        console.print(line)
        note = "    denied: " if telling.denied else "    copy: " if telling.copy_of else "    "
        console.print(Text(note + telling.evidence.sentence.strip()))
        console.print(Text(f"    [{telling.evidence.path}:{telling.evidence.start}-{telling.evidence.end}]", style="dim"))


def _delay(telling: Telling) -> str:
    """How long after the first: first, +45 min, +3 h, +2 d."""
    if telling.after is None:
        return "?"
    if telling.after <= 0:
        return "first"
    if telling.after < HOUR:
        return f"+{telling.after} min"
    return f"+{telling.after // HOUR} h" if telling.after < DAY else f"+{telling.after // DAY} d"


def _many(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
