"""rashomon report: the main job."""

from importlib.resources import as_file, files
from typing import Annotated

import typer

from rashomon import report as write_report
from rashomon.cli.console import Watch, say
from rashomon.cli.options import Config, Corrected, Engine, EngineOption, Jobs, finish, read_batch
from rashomon.errors import UsageError
from rashomon.pages import INTERFACES


def command(
    out: Annotated[str, typer.Option("--out", "-o", metavar="DIR", help="Folder of the site: a new or empty one, or an earlier report's.")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders, globs, @LIST, or - for stdin.")] = None,
    example: Annotated[bool, typer.Option("--example", help="Take the bundled example: invented events told by invented outlets.")] = False,
    language: Annotated[str, typer.Option("--language", metavar="|".join(INTERFACES), help="Language of the interface.")] = "zh-Hans",
    quotes_only: Annotated[bool, typer.Option("--quotes-only", help="Leave the articles' full texts out.")] = False,
    jobs: Jobs = 0,
    engine: EngineOption = Engine.LOCAL,
    corrections: Corrected = None,
    config: Config = None,
) -> None:
    """Read, group and reconcile articles; write a site that opens offline: stories, each line with its receipt."""
    if example == bool(paths):
        raise UsageError("give PATH..., or --example alone")
    if not example:
        _report(list(paths or ()), out, language, quotes_only, jobs, corrections)
        return
    with as_file(files("rashomon") / "example" / "articles") as folder:
        _report([str(folder)], out, language, quotes_only, jobs, corrections)


def _report(paths: list[str], out: str, language: str, quotes_only: bool, jobs: int, corrections: str | None) -> None:
    with Watch() as watch:
        batch = read_batch(paths, jobs=jobs, watch=watch, corrections=corrections)
        written = write_report(batch, out, language=language, quotes_only=quotes_only, jobs=jobs, progress=watch)
    say(f"{written.stories:,} stories told; open {written.index.resolve()} in a browser")
    print(written.index)
    finish(batch)
