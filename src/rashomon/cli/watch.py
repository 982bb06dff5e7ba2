"""rashomon watch: be told what changes."""

from typing import Annotated

import msgspec
import typer

from rashomon.cli.console import print_table, say
from rashomon.cli.options import ArchiveOption

COLUMNS = ("number", "story", "name", "measure", "feed", "webhook")


def command(
    archive: ArchiveOption,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help="Facts of this story.")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Facts that name someone, under any form.")] = None,
    measure: Annotated[str | None, typer.Option("--measure", metavar="NAME", help="Figures of this measure: killed, injured, ...")] = None,
    feed: Annotated[str | None, typer.Option("--feed", metavar="FILE", help="Write what changes to this Atom file.")] = None,
    webhook: Annotated[str | None, typer.Option("--webhook", metavar="URL", help="Post what changes to this address.")] = None,
    secret: Annotated[
        str | None, typer.Option("--secret-from", metavar="VARIABLE", help="Variable of the environment with the key that signs posts.")
    ] = None,
    drop: Annotated[int | None, typer.Option("--drop", metavar="NUMBER", help="Watch no more.")] = None,
    deliver: Annotated[bool, typer.Option("--deliver", help="Try now what could not be delivered and is due.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try now what was given up, too.")] = False,
) -> None:
    """Watch a story, a name or a figure in an archive: each changed fact is told once, as articles are added. Alone, lists the watches."""
    from rashomon.store import Watch, open_archive  # the database's library is loaded by the commands alone that need it

    wanted = Watch(story=story, name=name, measure=measure, feed=feed, webhook=webhook, secret=secret)
    with open_archive(archive) as opened:
        if drop is not None:
            opened.drop_watch(drop)
            say(f"watch {drop} is no more")
        elif deliver or retry:
            told = [f"{count:,} {state}" for state, count in opened.deliver(retry=retry).items()]
            waiting = opened.count()["due"]
            say(", ".join(told) + (f"; {waiting:,} wait for their time" if waiting else ""))
        elif wanted != Watch():
            say(f"watch {opened.watch(wanted).number} is set: what changes from now on is told")
        else:
            rows = [msgspec.structs.asdict(watch) for watch in opened.watches()]
            if not rows:
                say("nothing is watched yet; give what (--story, --name or --measure) and who is told (--feed or --webhook)")
                return
            print_table(COLUMNS, ([str(row[column] or "") for column in COLUMNS] for row in rows))
