"""rashomon add: documents into an archive."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon import pipeline
from rashomon.cli.console import Watch, count, list_lines, print_table, say
from rashomon.cli.options import REJECTED, ArchiveOption, Config, Jobs, Jsonl, Paths, print_jsonl
from rashomon.processes import Crew
from rashomon.warming import warm_reading

if TYPE_CHECKING:
    from rashomon.store import Added

SHOWN = 20  # stories


def command(
    paths: Paths,
    archive: ArchiveOption,
    jsonl: Jsonl = False,
    jobs: Jobs = 0,
    wait: Annotated[float, typer.Option("--wait", metavar="SECONDS", min=0, help="How long to wait for another writer.")] = 10.0,
    config: Config = None,
) -> None:
    """Add documents to an archive, which is made where there is none; what is there is passed over. Prints the stories that grew."""
    with Crew(jobs) as crew:
        crew.fork(warm_reading)
        from rashomon.store import open_archive  # the database's library is loaded by the commands alone that need it

        if not os.path.exists(archive):
            pipeline.check_paths(paths)  # a mistyped path makes no archive

        with Watch() as watch, open_archive(archive, create=True) as opened:
            added = opened.add(paths, jobs=crew, progress=watch, wait=wait)
    list_lines([f"rejected: {r.path}: {r.reason}" for r in added.rejected], "more rejected")
    rows = [
        {"story": s.id, "first": s.first, "last": s.last, "articles": len(s.paths), "outlets": len(s.outlets), "title": s.title}
        for s in sorted(added.stories, key=lambda s: (-len(s.outlets), -len(s.paths), s.id))
    ]
    if jsonl:
        print_jsonl(rows)
    elif rows:
        columns = ("story", "first", "last", "articles", "outlets", "title")
        print_table(columns, ([str(row[column] or "?") for column in columns] for row in rows[:SHOWN]))
        if len(rows) > SHOWN:
            say(f"... and {len(rows) - SHOWN:,} more stories; --jsonl lists them all")
    say(_sum_up(added))
    if added.rejected:
        raise typer.Exit(REJECTED)


def _sum_up(added: "Added") -> str:
    told = [f"added {count(added.new, 'article')}"]
    if added.versions:
        told.append(f"{added.versions:,} of them later versions of articles that were there")
    if added.known:
        told.append(f"passed over {added.known:,} files or records that were there")
    if added.forgotten:
        told.append(f"left out {added.forgotten:,} that had been taken down")
    grew = count(len(added.stories), "story", "stories")
    return f"{', '.join(told)}; rejected {len(added.rejected):,}; {grew} grew, {added.told:,} told anew"
