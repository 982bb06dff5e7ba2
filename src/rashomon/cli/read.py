"""rashomon read: what each article says."""

from typing import Annotated, Any

import msgspec
import typer

from rashomon import pipeline
from rashomon.batch import Read
from rashomon.cli.console import Watch, tell_inputs
from rashomon.cli.marks import show_article
from rashomon.cli.options import Config, Csv, Engine, EngineOption, Jobs, Jsonl, Paths, finish, print_jsonl, print_rows, read_batch
from rashomon.model import Lore

COLUMNS = ("path", "outlet", "published", "language", "format", "times", "figures", "attributions", "title")
COUNTED = ("times", "figures", "attributions")


def command(
    paths: Paths,
    jsonl: Jsonl = False,
    csv: Csv = False,
    show: Annotated[
        bool, typer.Option("--show", help="Print each article with its marks in colour, then what was taken out of it, by kind and rule.")
    ] = False,
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    config: Config = None,
) -> None:
    """Read articles: fields, text, times, figures, attributions, names, happenings."""
    if show:
        with Watch() as watch:
            batch, removed = pipeline.explain(paths, progress=watch)
        tell_inputs(batch.articles, batch.rejected)
        for item in batch.items:
            show_article(item.article, item.reading, removed[item.article.path])
        finish(batch)
        return
    with Watch() as watch:
        batch = read_batch(paths, jobs=jobs, watch=watch)
    if jsonl:
        print_jsonl(row_of(item, batch.lore) for item in batch.items)
    else:
        rows = ({**row_of(item, batch.lore), **{field: len(getattr(item.reading, field)) for field in COUNTED}} for item in batch.items)
        print_rows(COLUMNS, list(rows), jsonl=False, as_csv=csv)
    finish(batch)


def row_of(item: Read, lore: Lore) -> dict[str, Any]:
    """One object an article: its fields, all that was found in it, and the version of the Lore that its names were linked with."""
    return {**msgspec.structs.asdict(item.article), **msgspec.structs.asdict(item.reading), "lore": lore.version}
