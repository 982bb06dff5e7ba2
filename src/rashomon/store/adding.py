"""What lies in files taken in, batch by batch, and read anew where another version read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest

from sqlalchemy import or_, select

from rashomon.arrivals import Arrivals, Kept, read_again, read_sources
from rashomon.model import Rejected
from rashomon.pipeline import CHUNK, PARALLEL_FROM, STDIN, Progress
from rashomon.processes import Crew
from rashomon.store import grouping as groups
from rashomon.store.keeping import Stored, replace_readings, store_arrivals
from rashomon.store.protocol import Store
from rashomon.store.rows import fetch
from rashomon.store.schema import articles, documents, files, readings
from rashomon.store.upkeep import FORGOTTEN
from rashomon.store.versions import reader_version

TURNS = 2  # batches that each process reads at least: one is stored while the next is read


def find_new(store: Store, sources: tuple[str, ...]) -> tuple[list[str], dict[str, str], Stored]:
    """Sources that were not taken in as a whole before, the ids of those that are files by their paths, and what the others come to."""
    named = {source: id for source in sources if (id := _name_file(source))}
    with store.read() as connection:
        whole = {row.id: row.path for row in fetch(connection, files.c.id, named.values(), files.c.id, files.c.path)}
    there = [whole[named[source]] for source in sources if named.get(source) in whole]
    gone = sum(path.startswith(FORGOTTEN) for path in there)
    return [source for source in sources if named.get(source) not in whole], named, Stored(known=len(there) - gone, forgotten=gone)


def read_new(sources: Sequence[str], *, crew: Crew) -> Iterator[tuple[list[str], Arrivals]]:
    """What is read from sources, batch by batch; where there are processes, they are at it from now on."""
    size = min(CHUNK, 1 + len(sources) // (TURNS * crew.size)) if crew.started else CHUNK
    chunks = [list(sources[i : i + size]) for i in range(0, len(sources), size)]
    here = (len(sources) < PARALLEL_FROM and not crew.started) or STDIN in sources  # only this process has the caller's stdin
    return zip(chunks, map(read_sources, chunks) if here else crew.spread(read_sources, chunks), strict=True)


def store_new(
    store: Store, batches: Iterable[tuple[list[str], Arrivals]], named: Mapping[str, str], *, total: int, progress: Progress
) -> Iterator[tuple[Stored, list[Rejected]]]:
    """Batches of what was read, each stored when it is given. named: ids of those sources that are files; total: sources."""
    reader, done = reader_version(), 0
    progress("store", 0, total)
    for chunk, arrivals in batches:
        failed = {rejected.path.rpartition("#")[0] or rejected.path for rejected in arrivals.rejected} | {r.path for r in arrivals.rejected}
        finished = {named[source]: source for source in chunk if source in named and source not in failed}
        with store.write() as connection:
            stored = store_arrivals(store, connection, arrivals.items, reader=reader, whole=finished)
        done += len(chunk)
        progress("store", done, total)
        yield stored, arrivals.rejected


def refresh(store: Store, *, crew: Crew, progress: Progress) -> None:
    """Read anew what another version read; where anything came out otherwise, group anew. Goes on where it was cut off."""
    reader = reader_version()
    with store.read() as connection:
        other = or_(readings.c.reader < reader, readings.c.reader > reader)  # which an index gives, as it does not give "is not"
        waiting = list(connection.execute(select(readings.c.article).where(other).order_by(readings.c.article)).scalars())
    chunks = [waiting[i : i + CHUNK] for i in range(0, len(waiting), CHUNK)]
    changed = 0
    tasks = (_load_kept(store, chunk) for chunk in chunks)
    read = map(read_again, tasks) if len(waiting) < PARALLEL_FROM else crew.spread(read_again, tasks)
    for done, arrivals in enumerate(read, 1):
        with store.write() as connection:
            numbers = replace_readings(store, connection, arrivals.items, reader=reader)
            if numbers:
                groups.unsettle(connection)
        changed += len(numbers)
        progress("refresh", min(done * CHUNK, len(waiting)), len(waiting))


def _load_kept(store: Store, numbers: list[int]) -> list[Kept]:
    columns = (articles.c.path, documents.c.id, documents.c.bytes)
    with store.read() as connection:
        rows = fetch(connection, articles.c.number, numbers, *columns, joined=(documents, documents.c.id == articles.c.document))
    return [Kept(id=row.id, path=row.path, kept=row.bytes) for row in sorted(rows, key=lambda row: row.path) if row.bytes]


def _name_file(source: str) -> str | None:
    """The id of a file's bytes; None where it can't be read."""
    if source == STDIN:
        return None
    try:
        with open(source, "rb") as file:
            return file_digest(file, "sha256").hexdigest()[:16]
    except OSError:
        return None
