"""Rows of stories and of the places of articles in them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from rashomon.errors import NothingFound, UsageError
from rashomon.model import Grouping, Placement, Story
from rashomon.store.packing import pack, unpack
from rashomon.store.rows import fetch, numbers_of
from rashomon.store.schema import accounts, articles, placements, stories
from rashomon.stories import NAMED, name_largest

MANY = 1000  # paths that a statement is given at a time

_FIRST, _EARLIER = articles.alias("first"), articles.alias("earlier")
_PLACED = select(
    articles.c.path,
    articles.c.article,
    placements.c.story,
    placements.c.event,
    _FIRST.c.path.label("duplicate_of"),
    _EARLIER.c.path.label("version_of"),
).select_from(
    placements.join(articles, articles.c.number == placements.c.article)
    .outerjoin(_FIRST, _FIRST.c.number == placements.c.duplicate_of)
    .outerjoin(_EARLIER, _EARLIER.c.number == placements.c.version_of)
)


def load_grouping(connection: Connection, *, since: str | None = None) -> Grouping:
    """All stories and placements, or those of stories that have articles of an ISO 8601 day or later."""
    wanted = select(stories.c.packed) if since is None else select(stories.c.packed).where(stories.c.last >= since)
    found = sorted((unpack(packed, Story) for packed in connection.execute(wanted).scalars()), key=lambda s: (s.first or "~", s.id))
    paths = None if since is None else [path for story in found for path in story.paths]
    return Grouping(stories=tuple(found), placements=load_placements(connection, paths))


def load_stories(connection: Connection, paths: Iterable[str]) -> tuple[Story, ...]:
    """The stories that some articles stand in."""
    joined = (placements, placements.c.article == articles.c.number)
    ids = {row.story for row in fetch(connection, articles.c.path, paths, placements.c.story, joined=joined)}
    return tuple(unpack(row.packed, Story) for row in fetch(connection, stories.c.id, ids, stories.c.packed))


def find_ids(connection: Connection, story: str) -> list[str]:
    """Ids of the stories that bear an id, or bore it formerly; its own first."""
    former = (" " + stories.c.formerly + " ").contains(f" {story} ", autoescape=True)
    found = connection.execute(select(stories.c.id).where((stories.c.id == story) | former)).scalars()
    return sorted(map(str, found), key=lambda id: (id != story, id))


def load_placements(connection: Connection, paths: Sequence[str] | None = None) -> tuple[Placement, ...]:
    """The places of some articles, or of all, by path."""
    rows = _PLACED
    found: list[Any] = []
    for wanted in [None] if paths is None else [paths[i : i + MANY] for i in range(0, len(paths), MANY)]:
        found += connection.execute(rows if wanted is None else rows.where(articles.c.path.in_(wanted))).all()
    return tuple(sorted((Placement(**row._mapping) for row in found), key=lambda p: p.path))


def drop_empty(connection: Connection, ids: Iterable[str]) -> None:
    """Drop the stories of some ids that no article stands in any more."""
    for id in sorted(ids):
        if connection.execute(select(func.count()).select_from(placements).where(placements.c.story == id)).scalar_one() == 0:
            connection.execute(delete(stories).where(stories.c.id == id))
            connection.execute(delete(accounts).where(accounts.c.story == id))


def write_all(connection: Connection, grouping: Grouping) -> None:
    """A whole grouping in the place of what was; stories that came out as they were stay as they are, and so do those that still hold
    articles which it does not place."""
    held = {row.id: row.packed for row in connection.execute(select(stories.c.id, stories.c.packed))}
    changed = [s for s in grouping.stories if s.id not in held or unpack(held[s.id], Story) != s]
    write_placements(connection, grouping.placements)
    drop_empty(connection, set(held) - {s.id for s in grouping.stories})
    write_stories(connection, changed)


def write_placements(connection: Connection, placed: Iterable[Placement]) -> None:
    """The places of articles, in the place of those they had."""
    placed = list(placed)
    paths = {path for p in placed for path in (p.path, p.duplicate_of, p.version_of) if path}
    numbers = numbers_of(connection, paths)
    rows = [
        {
            "article": numbers[p.path],
            "story": p.story,
            "event": p.event,
            "duplicate_of": numbers.get(p.duplicate_of or ""),
            "version_of": numbers.get(p.version_of or ""),
        }
        for p in placed
    ]
    if rows:
        connection.execute(delete(placements).where(placements.c.article == bindparam("number")), [{"number": r["article"]} for r in rows])
        connection.execute(insert(placements), rows)


def write_stories(connection: Connection, changed: Iterable[Story]) -> None:
    """Stories that changed, to be told anew."""
    rows = [
        {
            "id": story.id,
            "title": story.title,
            "first": story.first,
            "last": story.last,
            "articles": len(story.paths),
            "outlets": ", ".join(story.outlets),
            "formerly": " ".join(story.formerly),
            "packed": pack(story, level=1),
            "stale": 1,
        }
        for story in changed
    ]
    if rows:
        connection.execute(delete(stories).where(stories.c.id == bindparam("story")), [{"story": row["id"]} for row in rows])
        connection.execute(insert(stories), rows)


def find_only_story(connection: Connection) -> str:
    """The id of the only story there is. Raises UsageError where there are several, NothingFound where there is none."""
    many = int(connection.execute(select(func.count()).select_from(stories)).scalar_one())
    largest = select(stories.c.packed).order_by(stories.c.articles.desc(), stories.c.id).limit(NAMED)
    found = [unpack(packed, Story) for packed in connection.execute(largest).scalars()]
    if many == 1:
        return found[0].id
    if not many:
        raise NothingFound("the archive holds no story yet; `rashomon add PATH...` adds articles")
    raise UsageError(f"no story was asked for: give --about WORDS or --story ID; {name_largest(found, of=many)}")
