"""The archive: what was read stays, grows day by day, and is searched."""

from rashomon.store.archive import Added, Archive
from rashomon.store.news import Fact, entitle
from rashomon.store.opening import open_archive, restore_archive
from rashomon.store.query import Query
from rashomon.store.searching import Found, Hit
from rashomon.store.upkeep import Forgotten
from rashomon.store.watches import Watch

__all__ = ["Added", "Archive", "Fact", "Forgotten", "Found", "Hit", "Query", "Watch", "entitle", "open_archive", "restore_archive"]
