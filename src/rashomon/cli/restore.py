"""rashomon restore: an archive from its copy."""

from typing import Annotated

import typer

from rashomon.cli.console import Watch, say
from rashomon.cli.options import ArchiveOption


def command(
    copy: Annotated[str, typer.Argument(metavar="FILE", help="A copy that `rashomon backup` wrote.")], archive: ArchiveOption
) -> None:
    """Make an archive of a copy: a new file, or an empty database; so an archive also moves from one to the other."""
    from rashomon.store import restore_archive  # the database's library is loaded by the commands alone that need it

    with Watch() as watch:
        counts = restore_archive(copy, archive, progress=watch)
    say(f"restored {counts['articles']:,} articles in {counts['stories']:,} stories")
