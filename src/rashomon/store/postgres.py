"""An archive in a PostgreSQL database, for teams."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pg8000.dbapi
from sqlalchemy import Connection, Select, column, create_engine, func, literal_column, select, table, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError

from rashomon.errors import Busy, RashomonError, UsageError
from rashomon.store.protocol import Indexed, Phrase, Words
from rashomon.store.words import split_words

_LOCK = 0x52415348  # the advisory lock of whoever writes: "RASH"
_LAST = 16_383  # positions that a tsvector tells apart
_WEIGHTS = "{0.1, 0.2, 0.2, 1.0}"  # of what stands in the text (D) and in the title (A)
_BY_LENGTH = 1  # ts_rank: divided by 1 + the log of the text's length


class Postgres:
    """One database; readers and one writer at a time, each change durable when it is reported."""

    def __init__(self, place: str) -> None:
        url = _read_address(place)
        self.place = url.render_as_string(hide_password=True).replace("+pg8000", "")
        self._engine = create_engine(url, module=pg8000.dbapi)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A look at the archive as it is at one moment."""
        engine = self._engine.execution_options(isolation_level="REPEATABLE READ")
        with _tell_errors(self.place), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One change, whole and durable when this ends."""
        with _tell_errors(self.place), self._engine.connect() as connection, connection.begin():
            connection.execute(text("SET LOCAL synchronous_commit = on"))
            yield connection

    @contextmanager
    def lock(self, wait: float) -> Iterator[None]:
        """Be the only writer: by a lock of the session, which ends with it."""
        until = time.monotonic() + wait
        with _tell_errors(self.place), self._engine.connect() as connection:
            while not connection.execute(select(func.pg_try_advisory_lock(_LOCK))).scalar():
                if time.monotonic() >= until:
                    raise Busy(f"another process is writing to the archive {self.place!r}; try again when it is done")
                time.sleep(0.05)
            connection.commit()
            try:
                yield
            finally:
                connection.execute(select(func.pg_advisory_unlock(_LOCK)))

    def index(self, connection: Connection, texts: Sequence[Indexed]) -> None:
        """Let texts be found."""
        rows = [{"article": t.article, "tokens": _vector(t)} for t in texts]
        if rows:
            connection.execute(text("INSERT INTO words(article, tokens) VALUES (:article, CAST(:tokens AS tsvector))"), rows)

    def drop(self, connection: Connection, texts: Sequence[Indexed]) -> None:
        """Let texts that were indexed be found no more."""
        if texts:
            connection.execute(text("DELETE FROM words WHERE article = :article"), [{"article": t.article} for t in texts])

    def find(self, words: Words, *, ranked: bool = True, latest: int | None = None) -> Select[Any]:
        """Articles that hold some words, by PostgreSQL's rank with weights for title and body."""
        query = text("CAST(:words AS tsquery)").bindparams(words=_express(words))
        score = func.ts_rank(literal_column(f"'{_WEIGHTS}'::float4[]"), column("tokens"), query, _BY_LENGTH)
        found = select(column("article"), *((score.label("score"),) if ranked else ())).select_from(table("words"))
        found = found.where(text("tokens @@ CAST(:words AS tsquery)").bindparams(words=_express(words)))
        return select(found.order_by(column("article").desc()).limit(latest).subquery()) if latest else found

    def scrub(self) -> None:
        """Leave nothing of what was deleted in the tables' files; the server's own log of changes is recycled by the server."""
        with _tell_errors(self.place), self._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM FULL"))
            connection.execute(text("CHECKPOINT"))

    def check(self) -> str:
        """ "ok": the server looks after its own files."""
        with self.read() as connection:
            connection.execute(text("SELECT 1"))
        return "ok"

    def measure(self) -> int:
        """Bytes that the database takes."""
        with self.read() as connection:
            return int(connection.execute(select(func.pg_database_size(func.current_database()))).scalar_one())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _read_address(place: str) -> URL:
    try:
        return make_url(place).set(drivername="postgresql+pg8000")
    except ArgumentError as error:
        raise UsageError(f"{place!r} is no address of a database; write it as postgresql://USER@HOST/DATABASE") from error


@contextmanager
def _tell_errors(place: str) -> Iterator[None]:
    """What the server says, in words that say what to do."""
    try:
        yield
    except InterfaceError as error:
        raise RashomonError(f"the database {place!r} can't be reached: {str(error.orig).rstrip('.')}; is the server running?") from error
    except DBAPIError as error:
        raise RashomonError(f"the database {place!r} can't be used: {error.orig}") from error


def _vector(indexed: Indexed) -> str:
    """A tsvector as PostgreSQL writes it: each word with its places, those of the title marked A."""
    places: dict[str, list[str]] = {}
    title, body = split_words(indexed.title), split_words(indexed.body)
    for place, word in enumerate((*title, *body), 1):
        held = places.setdefault(word, [])
        if place <= _LAST or not held:  # a word that comes later alone is found, but in no phrase
            held.append(f"{min(place, _LAST)}A" if place <= len(title) else str(min(place, _LAST)))
    return " ".join(f"{_quote(word)}:{','.join(held)}" for word, held in sorted(places.items()))


def _express(words: Words) -> str:
    """The words as a tsquery."""
    groups = [f"({' | '.join(map(_phrase, group))})" for group in words.groups]
    return (" & " if words.every else " | ").join(groups)


def _phrase(phrase: Phrase) -> str:
    return f"({' <-> '.join(map(_quote, phrase))})"


def _quote(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
