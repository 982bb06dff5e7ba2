"""The archive: what was read stays, grows day by day, and is searched."""

from rashomon.store.archive import Added, Archive, open_archive, restore_archive
from rashomon.store.query import Query
from rashomon.store.searching import Found, Hit
from rashomon.store.upkeep import Forgotten

__all__ = ["Added", "Archive", "Forgotten", "Found", "Hit", "Query", "open_archive", "restore_archive"]
