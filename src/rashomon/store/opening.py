"""An archive opened at its place: a file or a database, made, brought up to date, filled from a copy."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.errors import Busy, NothingFound, UsageError
from rashomon.pipeline import Progress, silent
from rashomon.store import upkeep
from rashomon.store.archive import WAIT, Archive
from rashomon.store.migrations import HEAD, SPLIT, bring_up, check_known, find_version
from rashomon.store.protocol import Store
from rashomon.store.sqlite import Sqlite

_GLANCE = 0.5  # seconds after which who waits looks again at what it waits for


@contextmanager
def open_archive(place: str, *, create: bool = False) -> Iterator[Archive]:
    """The archive in a file, or at a database's address (postgresql://USER@HOST/DATABASE); its tables are brought up to date.

    create: make one where there is none. Raises UsageError where there is none, or something else is there.
    """
    store = _find_store(place, create=create)
    try:
        _prepare(store, create=create)
        yield Archive(store)
    finally:
        store.close()


def restore_archive(copy: str, place: str, *, progress: Progress = silent) -> dict[str, int]:
    """Make an archive of a copy: a new file, or an empty database; how much it holds. Raises UsageError where there is one already."""
    upkeep.check_copy(copy)
    store = _find_store(place, create=True) if is_address(place) else None
    if store is None:
        upkeep.fill_file(copy, place)
    else:
        try:
            if _find_version(store) is not None:
                raise UsageError(f"there is an archive in {store.place!r}; name an empty database")
            with open_archive(copy):
                _prepare(store, create=True)  # the copy's tables are of this version by now
            upkeep.restore(copy, store, progress=progress)
        finally:
            store.close()
    with open_archive(place) as archive:
        return archive.count()


def is_address(place: str) -> bool:
    """Whether a place is a database's address, not a file."""
    return place.startswith(("postgresql://", "postgres://"))


def _find_store(place: str, *, create: bool) -> Store:
    if is_address(place):
        from rashomon.store.postgres import Postgres  # its driver is loaded where it is wanted alone

        return Postgres(place)
    return Sqlite(place, create=create)


def _prepare(store: Store, *, create: bool) -> None:
    """Make the tables or bring them up to date; where another process does so at this moment, let it."""
    until = time.monotonic() + WAIT
    while (version := _find_version(store)) != HEAD:
        if version is None and not create:
            raise NothingFound(f"there is no archive in {store.place!r}; `rashomon add PATH... --archive {store.place}` makes one")
        if version is not None:
            check_known(version)
        try:
            with store.lock(_GLANCE), store.write() as connection:
                bring_up(connection)
                if version is not None and version < SPLIT:
                    upkeep.index_again(store, connection)
        except Busy:
            if time.monotonic() > until:
                raise


def _find_version(store: Store) -> str | None:
    with store.read() as connection:
        return find_version(connection)
