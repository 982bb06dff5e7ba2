"""An archive copied, restored, and rid of what was taken down."""

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, LargeBinary, delete, insert, or_, select, update

from rashomon.errors import NothingFound, RashomonError, UsageError
from rashomon.model import Observations
from rashomon.pipeline import Progress
from rashomon.store import grouping as groups
from rashomon.store.keeping import mark_furniture, now
from rashomon.store.ledger import clear_words
from rashomon.store.migrations import TABLE, bring_up, check_known, find_version
from rashomon.store.packing import is_whole, unpack
from rashomon.store.protocol import Store
from rashomon.store.rows import fetch, index_of, read_article
from rashomon.store.schema import META, articles, deliveries, differences, documents, figures, files, placements, quotes, readings, state
from rashomon.store.sqlite import Sqlite
from rashomon.store.sums import count, load_furniture

FORGOTTEN = "forgotten:"  # begins the path of what was taken down, before the document's id
ROWS = 500  # copied at a time
RESTORE = "`rashomon restore COPY --archive NEW` makes one of an earlier copy"


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken down."""

    document: str
    outlet: str | None
    published: str | None
    reprints: tuple[str, ...]  # paths of articles that carry the same text and stay


def forget(store: Store, connection: Connection, what: str, *, reason: str | None) -> tuple[Forgotten, ...]:
    """Take down the texts of an article, by a document's id, an article's id, a path or an address.

    The text goes, from the documents, the search, the readings and the accounts; that it was there, from whom and when, stays.
    """
    named = or_(articles.c.document == what, articles.c.article == what, articles.c.path == what, articles.c.url == what)
    rows = connection.execute(select(articles).where(named, articles.c.packed.is_not(None)).order_by(articles.c.number)).all()
    if not rows and connection.execute(select(articles.c.number).where(named)).first() is None:
        raise NothingFound(f"nothing in the archive bears the document, article, path or address {what!r}; `rashomon search` tells paths")
    stream = groups.take_stream(connection)
    before = load_furniture(connection)
    stood = {row.story for row in fetch(connection, placements.c.article, [row.number for row in rows], placements.c.story)}
    gone = tuple(_forget_one(store, connection, row, reason=reason) for row in rows)
    mark_furniture(connection, before)
    groups.leave_out(connection, stream, [read_article(row.packed, row.text) for row in rows], stood)
    return gone


def _forget_one(store: Store, connection: Connection, row: Any, *, reason: str | None) -> Forgotten:
    number, path = row.number, f"{FORGOTTEN}{row.document}"
    reprints = _find_reprints(connection, number)
    store.drop(connection, [index_of(number, read_article(row.packed, row.text))])
    observed = connection.execute(select(readings.c.observed).where(readings.c.article == number)).scalar_one()
    count(connection, [unpack(observed, Observations)], sign=-1)
    for table in (readings, figures, quotes, placements):
        connection.execute(delete(table).where(table.c.article == number))
    connection.execute(delete(differences).where(or_(differences.c.article == number, differences.c.earlier == number)))
    connection.execute(
        update(articles).where(articles.c.number == number).values(path=path, title="", text="", author=None, url=None, packed=None)
    )
    clear_words(connection, (row.path, row.article), path)
    connection.execute(delete(deliveries).where(deliveries.c.body.contains(row.document, autoescape=True)))
    taken = {"path": path, "bytes": None, "forgotten": now(), "reason": reason}
    connection.execute(update(documents).where(documents.c.id == row.document).values(taken))
    connection.execute(update(files).where(files.c.id == row.document).values(path=path))
    return Forgotten(document=row.document, outlet=row.outlet, published=row.published, reprints=reprints)


def _find_reprints(connection: Connection, number: int) -> tuple[str, ...]:
    root = connection.execute(select(placements.c.duplicate_of).where(placements.c.article == number)).scalar() or number
    same = or_(placements.c.duplicate_of == root, placements.c.article == root)
    joined = articles.join(placements, placements.c.article == articles.c.number)
    found = select(articles.c.path).select_from(joined).where(same, articles.c.number != number).order_by(articles.c.path)
    return tuple(connection.execute(found).scalars())


def back_up(store: Store, to: str, *, progress: Progress) -> None:
    """Write a copy to a new file: an archive of its own, in SQLite, whatever the store. Others may read and write meanwhile."""
    if os.path.exists(to):
        raise UsageError(f"{to!r} exists; name a new file for the copy")
    with _whole(to) as draft:
        Path(to).absolute().parent.mkdir(parents=True, exist_ok=True)
        if isinstance(store, Sqlite):
            progress("copy", 0, 1)
            store.copy(draft)
            progress("copy", 1, 1)
        else:
            copy_rows(store, draft, progress=progress)
        if (damage := _find_damage(draft)) is not None:
            raise RashomonError(f"the archive {store.place!r} is damaged, and no copy of it was kept: {damage}; {RESTORE}")


def restore(copy: str, store: Store, *, progress: Progress) -> None:
    """Fill an empty database with what a copy holds; `fill_file` does it for a file."""
    source = Sqlite(copy, create=False)
    try:
        with source.read() as held, store.write() as connection:
            _copy_all(held, connection, store, progress)
    finally:
        source.close()


def fill_file(copy: str, place: str) -> None:
    """Make a file of a copy. Raises UsageError where there is a file already."""
    if os.path.exists(place) and os.path.getsize(place):
        raise UsageError(f"there is an archive at {place!r}; name a new file, or move it away first")
    check_copy(copy)
    with _whole(place) as draft:
        shutil.copyfile(copy, draft)


def check_copy(copy: str) -> None:
    """Raises UsageError where a file is no whole copy of an archive, or of one that is newer than this package."""
    if not os.path.isfile(copy):
        raise UsageError(f"there is no copy at {copy!r}; `rashomon backup FILE --archive ARCHIVE` writes one")
    if (damage := _find_damage(copy)) is not None:
        raise UsageError(f"{copy!r} is no whole copy of an archive: {damage}; name another file that `rashomon backup` wrote")


def _find_damage(copy: str) -> str | None:
    """What is wrong with a file that should be an archive; None where nothing is. Raises UsageError where it is of a later version."""
    try:
        with closing(sqlite3.connect(f"{Path(copy).absolute().as_uri()}?mode=ro", uri=True)) as held:
            found = str(held.execute("PRAGMA quick_check(1)").fetchone()[0])
            check_known(*held.execute(f"SELECT version_num FROM {TABLE}").fetchone())
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if found == "ok" else found


def find_rotten(store: Store) -> dict[str, int]:
    """How many values of each column that holds packed ones can't be unpacked any more; only of columns where there are any."""
    rotten: Counter[str] = Counter()
    tables = (table for table in META.sorted_tables if table is not state)  # which is made again where it is lost
    for column in (column for table in tables for column in table.c if isinstance(column.type, LargeBinary)):
        with store.read() as connection:
            held = connection.execution_options(yield_per=ROWS).execute(select(column).where(column.is_not(None))).scalars()
            rotten[str(column)] += sum(not is_whole(packed) for packed in held)
    return dict(+rotten)


def copy_rows(store: Store, to: str, *, progress: Progress) -> None:
    """Copy a database's tables into a new file."""
    target = Sqlite(to, create=True)
    try:
        with target.write() as connection:
            bring_up(connection)
        with store.read() as held, target.write() as connection:
            _copy_all(held, connection, target, progress)
    finally:
        target.close()
    with closing(sqlite3.connect(to)) as whole:
        whole.execute("PRAGMA journal_mode=DELETE")


def _copy_all(held: Connection, connection: Connection, target: Store, progress: Progress) -> None:
    if find_version(held) != find_version(connection):
        raise UsageError("the copy is of another version of rashomon; open it once with this one (`rashomon search`), then restore it")
    tables = META.sorted_tables
    for done, table in enumerate(tables):
        progress("copy", done, len(tables))
        for rows in held.execution_options(yield_per=ROWS).execute(select(table)).mappings().partitions(ROWS):
            connection.execute(insert(table), [dict(row) for row in rows])
            if table is articles:
                target.index(connection, [index_of(r["number"], read_article(r["packed"], r["text"])) for r in rows if r["packed"]])
    progress("copy", len(tables), len(tables))


def index_again(store: Store, connection: Connection) -> None:
    """Let all texts be found anew, where the index was left empty because words are split otherwise now."""
    wanted = select(articles.c.number, articles.c.packed, articles.c.text).where(articles.c.packed.is_not(None)).order_by(articles.c.number)
    numbers = (
        connection.execute(select(articles.c.number).where(articles.c.packed.is_not(None)).order_by(articles.c.number)).scalars().all()
    )
    for begin in range(0, len(numbers), ROWS):
        some = numbers[begin : begin + ROWS]
        rows = connection.execute(wanted.where(articles.c.number.between(some[0], some[-1]))).all()
        store.index(connection, [index_of(row.number, read_article(row.packed, row.text)) for row in rows])


@contextmanager
def _whole(place: str) -> Iterator[str]:
    """A file that stands under its name when it is whole and on the disk, and not before."""
    draft = f"{place}.part"
    try:
        Path(draft).unlink(missing_ok=True)
        yield draft
        with open(draft, "rb") as file:
            os.fsync(file.fileno())
        os.replace(draft, place)
    except OSError as error:
        raise RashomonError(f"{place!r} can't be written: {error.strerror}; make room or name another file, and try again") from error
    finally:
        for end in ("", "-wal", "-shm"):
            Path(draft + end).unlink(missing_ok=True)
