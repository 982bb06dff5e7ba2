"""rashomon forget: a takedown."""

from typing import Annotated

import typer

from rashomon.cli.console import Watch, print_table, say
from rashomon.cli.options import ArchiveOption, Jobs


def command(
    what: Annotated[list[str], typer.Argument(metavar="WHAT...", help="A document's or article's id, a path, or an address.")],
    archive: ArchiveOption,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept with the fact that it was there.")] = None,
    jobs: Jobs = 0,
) -> None:
    """Take articles down: the text goes from the archive and its file, that it was there stays. It is not taken in again."""
    from rashomon.store import open_archive  # the database's library is loaded by the commands alone that need it

    with Watch() as watch, open_archive(archive) as opened:
        gone = opened.forget(what, reason=reason, jobs=jobs, progress=watch)
    print_table(("document", "outlet", "published"), ([one.document, one.outlet or "?", one.published or "?"] for one in gone))
    for path in sorted({path for one in gone for path in one.reprints}):
        say(f"the same text stays in {path}")
    say(f"took down {len(gone):,} text{'s' if len(gone) != 1 else ''}")
