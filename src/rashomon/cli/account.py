"""rashomon account: one story, told."""

from typing import Annotated

import typer

from rashomon import pipeline
from rashomon.cli.console import Watch
from rashomon.cli.options import Config, Corrected, Engine, EngineOption, Jobs, Paths, finish, print_json, read_batch
from rashomon.cli.telling import print_account
from rashomon.pages import INTERFACES, interface


def command(
    paths: Paths,
    about: Annotated[str | None, typer.Option("--about", metavar="WORDS", help="The story that matches these words best.")] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help="The story with this id.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The whole account as JSON.")] = False,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only what is new since that day.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="What was known by the end of that day.")] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="|".join(INTERFACES), help="Language of what is printed for people.")
    ] = "en",
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    corrections: Corrected = None,
    config: Config = None,
) -> None:
    """Tell one story: timeline, figures, voices, relations, origins, silences, each line with its evidence."""
    words = interface(language)
    with Watch() as watch:
        batch = read_batch(paths, jobs=jobs, watch=watch, corrections=corrections)
        told = pipeline.account(batch, about=about, story=story, as_of=as_of, since=since)
    if json:
        print_json(told)
    else:
        print_account(told, words)
    finish(batch)
