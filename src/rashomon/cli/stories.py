"""rashomon stories: which articles belong together."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import typer

from rashomon import pipeline
from rashomon.batch import Batch
from rashomon.cli.console import Watch, print_table, say
from rashomon.cli.options import Config, Corrected, Csv, Engine, EngineOption, Jobs, Jsonl, Paths, finish, print_rows, read_batch
from rashomon.errors import NothingFound
from rashomon.model import Grouping
from rashomon.stories import why as explain

COLUMNS = ("path", "article", "story", "event", "duplicate_of", "version_of", "story_title", "story_names", "event_title", "event_names")


def command(
    paths: Paths,
    jsonl: Jsonl = False,
    csv: Csv = False,
    why: Annotated[
        tuple[str, str] | None, typer.Option("--why", metavar="A B", help="Say why two articles are or aren't together.")
    ] = None,
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    corrections: Corrected = None,
    config: Config = None,
) -> None:
    """Group articles into events and stories; reprints and versions point at their first."""
    with Watch() as watch:
        batch = read_batch(paths, jobs=jobs, watch=watch, corrections=corrections)
        watch("group", 0, 1)
        grouping = pipeline.stories(batch)
        watch("group", 1, 1)
    if why:
        _say_why(batch, grouping, *why)
    elif jsonl or csv:
        print_rows((*COLUMNS, "difference") if jsonl else COLUMNS, list(_list_rows(grouping)), jsonl=jsonl, as_csv=csv)
    else:
        _print_stories(grouping)
    finish(batch)


def _list_rows(grouping: Grouping) -> Iterator[dict[str, Any]]:
    """One row an input: where it stands, and what its story and event are called."""
    stories = {story.id: story for story in grouping.stories}
    events = {event.id: event for story in grouping.stories for event in story.events}
    for placement in grouping.placements:
        story, event = stories[placement.story], events[placement.event]
        told = {"story_title": story.title, "story_names": story.names, "event_title": event.title, "event_names": event.names}
        yield {**msgspec.structs.asdict(placement), **told}


def _print_stories(grouping: Grouping) -> None:
    ordered = sorted(grouping.stories, key=lambda s: (-len(s.outlets), -len(s.paths), s.id))
    rows = (
        [s.id, f"{s.first or '?'} - {s.last or '?'}", str(len(s.paths)), str(len(s.outlets)), s.title, "、".join(s.names)] for s in ordered
    )
    print_table(("story", "days", "articles", "outlets", "title", "names"), rows)
    say(f"{len(grouping.stories):,} stories, {sum(len(s.events) for s in grouping.stories):,} events")


def _say_why(batch: Batch, grouping: Grouping, a: str, b: str) -> None:
    paths = {article.path for article in batch.articles}
    for wanted in (a, b):
        if wanted not in paths:
            raise NothingFound(f"--why: {wanted!r} is not among the articles read; give a path as --csv prints it")
    for line in explain(a, b, batch.articles, batch.readings):
        print(line)
