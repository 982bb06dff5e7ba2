"""Articles grouped: duplicates, events, stories."""

import msgspec


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences of two texts of an article that have no counterpart in the other, in order: [start, end) in code points."""

    gone: tuple[tuple[int, int], ...]  # in the earlier text
    came: tuple[tuple[int, int], ...]  # in the later one


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """Where one input stands among the others."""

    path: str
    article: str
    story: str
    event: str
    duplicate_of: str | None = None  # path of the first text it repeats
    version_of: str | None = None  # path of the earlier text of the same article
    difference: Difference | None = None  # of a version whose earlier text is at hand: what the two don't have in common


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A cluster of articles on the same specific happening."""

    id: str
    title: str
    paths: tuple[str, ...]
    names: tuple[str, ...] = ()  # that tell it from others, most telling first


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Events bound into one developing matter that a reader follows as one."""

    id: str  # fixed at birth from its first article
    title: str
    first: str | None  # ISO 8601 day
    last: str | None
    events: tuple[Event, ...]
    paths: tuple[str, ...]  # by (published, id)
    outlets: tuple[str, ...]
    formerly: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # that tell it from others, most telling first


class Grouping(msgspec.Struct, frozen=True, kw_only=True):
    """All stories of a set of articles and the place of each article in them."""

    stories: tuple[Story, ...]
    placements: tuple[Placement, ...]  # one an input, sorted by path
