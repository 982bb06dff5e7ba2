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


class FigureFix(Correction, frozen=True, kw_only=True, tag="figure"):
    """A figure that was read wrongly; a field that is None stays as it was read."""

    article: str
    words: str  # the figure's text, as the article has it
    drop: bool = False  # it is no figure
    measure: str | None = None
    low: int | None = None
    high: int | None = None
    group: str | None = None
    where: str | None = None
    when: str | None = None  # ISO 8601 day
    source: str | None = None  # who gives it


class AttributionFix(Correction, frozen=True, kw_only=True, tag="attribution"):
    """An attribution that was read wrongly."""

    article: str
    words: str  # of what is said; a part of it will do
    drop: bool = False  # nobody says it
    speaker: str | None = None  # who says it


class Alias(Correction, frozen=True, kw_only=True, tag="alias"):
    """Names of one person, place or organisation."""

    names: tuple[str, ...]


class RelationFix(Correction, frozen=True, kw_only=True, tag="relation"):
    """How two claims stand, or that they don't."""

    a: tuple[str, str]  # article, words of the claim's evidence or of its sentence
    b: tuple[str, str]
    relation: str | None = None  # its kind; None where they stand in none


class Undo(Correction, frozen=True, kw_only=True, tag="undo"):
    """An earlier correction no longer holds, or does so again where it is an undoing itself."""

    undoes: int  # number of its line in the file, from 1


AnyCorrection = Merge | Split | Rename | Reject | FigureFix | AttributionFix | Alias | RelationFix | Undo
Corrections = tuple[AnyCorrection, ...]
