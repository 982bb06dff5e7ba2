"""rashomon account: one story, told."""

from typing import Annotated

import typer

from rashomon import pipeline
from rashomon.cli.console import Watch
from rashomon.cli.options import (
    ArchiveInstead,
    Config,
    Corrected,
    Engine,
    EngineOption,
    Jobs,
    PathsOrArchive,
    Together,
    choose_archive,
    finish,
    print_json,
    read_batch,
)
from rashomon.cli.telling import print_account
from rashomon.errors import UsageError
from rashomon.model import Account
from rashomon.pages import INTERFACES, interface, prevailing_language


def command(
    paths: PathsOrArchive = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about", metavar="WORDS", help="The story that matches these words best; not needed where the paths hold one story."
        ),
    ] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help="The story with this id.")] = None,
    together: Together = False,
    json: Annotated[bool, typer.Option("--json", help="The whole account as JSON.")] = False,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only what is new since that day.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="What was known by the end of that day.")] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="|".join(INTERFACES),
            help="Language of what is printed for people; else the one that most of the story's articles are in.",
        ),
    ] = None,
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    corrections: Corrected = None,
    archive: ArchiveInstead = None,
    config: Config = None,
) -> None:
    """Tell one story: timeline, figures, voices, relations, origins, silences, each line with its evidence."""
    if language:
        interface(language)  # an unknown one is told before the articles are read
    batch = None
    if together and (about or story):
        raise UsageError("--together tells all articles as one story; leave --about and --story out")
    kept = choose_archive(paths, archive, corrections, together=together)
    if kept:
        told = _recall(kept, about=about, story=story, as_of=as_of, since=since)
    else:
        with Watch() as watch:
            batch = read_batch(paths or (), jobs=jobs, watch=watch, corrections=corrections)
            told = pipeline.account(batch, about=about, story=story, as_of=as_of, since=since, together=together)
    if json:
        print_json(told)
    else:
        print_account(told, interface(language or prevailing_language(article.title for article in told.story.articles)))
    if batch is not None:
        finish(batch)


def _recall(archive: str, *, about: str | None, story: str | None, as_of: str | None, since: str | None) -> Account:
    """The account that an archive keeps of a story; told from what it holds where a day is asked for."""
    from rashomon.store import open_archive  # the database's library is loaded by the commands alone that need it

    with open_archive(archive) as opened:
        return opened.account(story or opened.find_story(about or ""), as_of=as_of, since=since)
