"""What people correct in what machines decided: kept apart from every result, applied anew to each.

A correction names articles by id or path and stories and events by id, as they are printed. A story is known by the article that its
id bears, so that a correction still finds it after everything was grouped anew.
"""

import msgspec


class Correction(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What all corrections have in common; each kind adds what it needs."""

    by: str | None = None  # who corrects
    at: str | None = None  # ISO 8601, when
    note: str | None = None  # why


class Merge(Correction, frozen=True, kw_only=True, tag="merge"):
    """Stories that are one, or events that are one."""

    ids: tuple[str, ...]  # of stories or of events; the first keeps its id


class Split(Correction, frozen=True, kw_only=True, tag="split"):
    """Articles that are a story of their own, or an event of their own within theirs."""

    of: str  # id of the story or event that they stand in
    articles: tuple[str, ...]


class Rename(Correction, frozen=True, kw_only=True, tag="rename"):
    """A title for a story or an event."""

    of: str
    title: str


class Reject(Correction, frozen=True, kw_only=True, tag="reject"):
    """Articles that are not on what a story or an event is about; each stands alone."""

    of: str
    articles: tuple[str, ...]


class Undo(Correction, frozen=True, kw_only=True, tag="undo"):
    """An earlier correction no longer holds, or does so again where it is an undoing itself."""

    undoes: int  # number of its line in the file, from 1


Corrections = tuple[Merge | Split | Rename | Reject | Undo, ...]
