"""rashomon backup: a copy of an archive."""

from typing import Annotated

import typer

from rashomon.cli.console import Watch, say
from rashomon.cli.options import ArchiveOption


def command(to: Annotated[str, typer.Argument(metavar="FILE", help="The copy: a new file.")], archive: ArchiveOption) -> None:
    """Copy an archive to a file, while others read and write it; `rashomon restore` takes the copy, into a file or a database."""
    from rashomon.store import open_archive  # the database's library is loaded by the commands alone that need it

    with Watch() as watch, open_archive(archive) as opened:
        opened.backup(to, progress=watch)
    say(f"copied to {to}")
