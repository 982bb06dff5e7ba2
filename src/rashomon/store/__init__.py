"""The archive: what was read stays, grows day by day, and is searched."""

from rashomon.store.archive import Added, Archive, open_archive

__all__ = ["Added", "Archive", "open_archive"]
