"""rashomon report: the main job."""

from importlib.resources import as_file, files
from typing import Annotated

import typer

from rashomon import report as write_report
from rashomon import stories
from rashomon.batch import Batch
from rashomon.cli.console import Watch, count, say
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
    read_batch,
)
from rashomon.errors import UsageError
from rashomon.model import Grouping
from rashomon.pages import INTERFACES


def command(
    out: Annotated[str, typer.Option("--out", "-o", metavar="DIR", help="Folder of the site: a new or empty one, or an earlier report's.")],
    paths: PathsOrArchive = None,
    example: Annotated[bool, typer.Option("--example", help="Take the bundled example: invented events told by invented outlets.")] = False,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="|".join(INTERFACES), help="Language of the interface; else the one that most articles are in."),
    ] = None,
    together: Together = False,
    quotes_only: Annotated[bool, typer.Option("--quotes-only", help="Leave the articles' full texts out.")] = False,
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    corrections: Corrected = None,
    archive: ArchiveInstead = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Of an archive: only stories that go on that day or later.")
    ] = None,
    config: Config = None,
) -> None:
    """Read, group and reconcile articles; write a site that opens offline: stories, each line with its receipt."""
    if example:
        if paths or archive:
            raise UsageError("give PATH..., or --example alone")
        with as_file(files("rashomon") / "example" / "articles") as folder, Watch() as watch:
            batch = read_batch([str(folder)], jobs=jobs, watch=watch, corrections=corrections)
            _write(batch, stories(batch, together=True) if together else None, out, language, quotes_only, jobs, watch)
        return
    kept = choose_archive(paths, archive, corrections, together=together)
    if since and not kept:
        raise UsageError("--since goes with --archive; name the files of the days you want")
    with Watch() as watch:
        if kept:
            _write(*_load(kept, since), out, language, quotes_only, jobs, watch)
            return
        batch = read_batch(paths or (), jobs=jobs, watch=watch, corrections=corrections)
        _write(batch, stories(batch, together=True) if together else None, out, language, quotes_only, jobs, watch)


def _load(archive: str, since: str | None) -> tuple[Batch, Grouping]:
    from rashomon.store import open_archive  # the database's library is loaded by the commands alone that need it

    with open_archive(archive) as opened:
        return opened.load(since=since)


def _write(batch: Batch, grouping: Grouping | None, out: str, language: str | None, quotes_only: bool, jobs: int, watch: Watch) -> None:
    written = write_report(batch, out, grouping=grouping, language=language, quotes_only=quotes_only, jobs=jobs, progress=watch)
    say(f"{count(written.stories, 'story', 'stories')} told; open {written.index.resolve()} in a browser")
    print(written.index)
    finish(batch)
