"""An archive in one SQLite file."""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, create_engine, event, func, literal_column, select, table, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from rashomon.errors import Busy, RashomonError, UsageError
from rashomon.store.migrations import TABLE
from rashomon.store.protocol import Indexed, Phrase, Words
from rashomon.store.words import split_words

TITLE, BODY = 5.0, 1.0  # what a word counts for that stands in the title, and in the rest (nDCG@10 in docs/search.md)
_BUSY = 30_000  # milliseconds that a look waits for another's change to end
_CACHE = 64_000  # kB of pages at hand


class Sqlite:
    """One file, in WAL mode: others read while one writes; each change is on the disk before it is reported."""

    def __init__(self, place: str, *, create: bool) -> None:
        self.place = place
        _check_file(place, create=create)
        self._engine = _open(place)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A look at the archive as it is at one moment."""
        with _tell_errors(self.place), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One change, whole and durable when this ends."""
        engine = self._engine.execution_options(writes=True)
        with _tell_errors(self.place), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def lock(self, wait: float) -> Iterator[None]:
        """Be the only writer: by an exclusive lock on an empty database beside the file, which ends with the process."""
        with _tell_errors(self.place):
            lock = sqlite3.connect(f"{self.place}.lock", timeout=wait, isolation_level=None)
        with closing(lock):
            with _tell_errors(self.place):
                lock.execute("BEGIN EXCLUSIVE")
            yield

    def index(self, connection: Connection, texts: Sequence[Indexed]) -> None:
        """Let texts be found."""
        if texts:
            connection.execute(text("INSERT INTO words(rowid, title, body) VALUES (:article, :title, :body)"), _split(texts))

    def drop(self, connection: Connection, texts: Sequence[Indexed]) -> None:
        """Let texts that were indexed be found no more."""
        if texts:
            connection.execute(
                text("INSERT INTO words(words, rowid, title, body) VALUES ('delete', :article, :title, :body)"), _split(texts)
            )

    def find(self, words: Words, *, ranked: bool = True, latest: int | None = None) -> Select[Any]:
        """Articles that hold some words, by BM25 with weights for title and body."""
        score = -func.bm25(literal_column("words"), TITLE, BODY)
        columns = (column("rowid").label("article"), *((score.label("score"),) if ranked else ()))
        found = select(*columns).select_from(table("words"))
        found = found.where(text("words MATCH :words").bindparams(words=_express(words)))
        return select(found.order_by(column("rowid").desc()).limit(latest).subquery()) if latest else found

    def scrub(self) -> None:
        """Leave nothing of what was deleted: the index is merged, the file written anew, the log cut off."""
        with _tell_errors(self.place), closing(self._engine.raw_connection()) as raw:
            for statement in ("INSERT INTO words(words) VALUES ('optimize')", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.cursor().execute(statement)

    def copy(self, to: str) -> None:
        """Write the file's pages as they are at one moment to another file."""
        with _tell_errors(to), closing(self._engine.raw_connection()) as raw, closing(sqlite3.connect(to)) as copy:
            driver: Any = raw.driver_connection
            driver.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")

    def check(self) -> str:
        """ "ok", or what is wrong with the file."""
        with self.read() as connection:
            return str(connection.execute(text("PRAGMA quick_check(1)")).scalar())

    def measure(self) -> int:
        """Bytes that the file takes, with its log."""
        return sum(os.path.getsize(name) for name in (self.place, f"{self.place}-wal") if os.path.exists(name))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _check_file(place: str, *, create: bool) -> None:
    path = Path(place)
    if path.is_dir():
        raise UsageError(f"the archive {place!r} is a folder; name a file in it")
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                raise UsageError(f"{place!r} is no archive, and is left as it is; name another file")
    elif not create:
        raise UsageError(f"there is no archive at {place!r}; `rashomon add PATH... --archive {place}` makes one")
    elif not path.absolute().parent.is_dir():
        raise UsageError(f"the folder of the archive {place!r} does not exist; make it first")


def _open(place: str) -> Engine:
    address, writable = _address(place)
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False), poolclass=QueuePool
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for setting in (
            f"busy_timeout={_BUSY}",
            "synchronous=FULL",
            "secure_delete=ON",
            f"cache_size=-{_CACHE}",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {setting}")
        if writable and _is_ours(connection):
            _use_log(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _address(place: str) -> tuple[str, bool]:
    """The address that SQLite opens a file by, and whether it can be written.

    In a folder that can't be written a file with no log beside it is one that nobody changes, and is read as it lies.
    """
    path = Path(place).absolute()
    writable = os.access(path.parent, os.W_OK)
    alone = not os.path.exists(f"{path}-wal")
    return path.as_uri() + ("" if writable else "?immutable=1" if alone else "?mode=ro"), writable


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file is new or an archive; another program's is left as it is."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return not tables or TABLE in tables


def _use_log(connection: sqlite3.Connection) -> None:
    """Put a new file in WAL mode; where another process does so at this moment, SQLite waits for nobody, so we do."""
    until = time.monotonic() + _BUSY / 1000
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if time.monotonic() > until or "locked" not in str(error):
                raise
            time.sleep(0.02)


@contextmanager
def _tell_errors(place: str) -> Iterator[None]:
    """What the database says, in words that say what to do."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        said = str(getattr(error, "orig", None) or error)
        if "full" in said or "disk I/O" in said:
            raise RashomonError(
                f"the archive {place!r} can't be written: {said}; make room and run the same command again, "
                "which goes on after what was reported stored"
            ) from error
        if "readonly" in said or "unable to open" in said:
            raise RashomonError(
                f"the archive {place!r} can't be written: {said}; let this user write to the file and its folder, or use a copy"
            ) from error
        if isinstance(error, OperationalError | sqlite3.OperationalError) and "locked" in said:
            raise Busy(f"another process is writing to the archive {place!r}; try again when it is done") from error
        raise RashomonError(
            f"the archive {place!r} can't be used: {said}; if this goes on, `rashomon restore COPY --archive NEW` makes one of a copy"
        ) from error


def _split(texts: Sequence[Indexed]) -> list[dict[str, Any]]:
    return [{"article": t.article, "title": " ".join(split_words(t.title)), "body": " ".join(split_words(t.body))} for t in texts]


def _express(words: Words) -> str:
    """The words in FTS5's own language."""
    groups = [f"({' OR '.join(map(_phrase, group))})" for group in words.groups]
    return (" AND " if words.every else " OR ").join(groups)


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase)}"'
