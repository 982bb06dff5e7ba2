"""People's corrections of stories, laid over the stories as they were grouped.

`stories` and `placements` hold what people made of the grouping, `originals` the stories as they were grouped, where corrections bear on
them: so that what a correction did can be done again after more has come, and can be taken back.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select

from rashomon.model import Article, Correction, Grouping, Merge, Placement, Reject, Rename, Split, Story
from rashomon.store.ledger import GROUPED, load_held
from rashomon.store.packing import pack, unpack
from rashomon.store.placing import drop_empty, load_grouping, load_placements, write_placements, write_stories
from rashomon.store.rows import fetch, read_article
from rashomon.store.schema import articles, originals, placements, stories
from rashomon.stories import correct


def load_originals(connection: Connection) -> dict[str, Story]:
    """The stories as they were grouped that corrections bear on, by id."""
    return {row.id: unpack(row.packed, Story) for row in connection.execute(select(originals))}


def load_natural(connection: Connection) -> Grouping:
    """All stories as they were grouped, without corrections."""
    held, told = load_originals(connection), load_grouping(connection)
    if not held:
        return told
    places = _place(held.values(), {p.path: p for p in told.placements})
    made = {p.story for p in told.placements if p.path in places}
    return Grouping(
        stories=(*(story for story in told.stories if story.id not in made), *held.values()),
        placements=tuple(places.get(p.path, p) for p in told.placements),
    )


def load_formerly(connection: Connection, ids: Iterable[str], held: Mapping[str, Story]) -> dict[str, set[str]]:
    """What the stories of some ids were formerly, as they were grouped."""
    rows = fetch(connection, stories.c.id, ids, stories.c.id, stories.c.formerly)
    known = {row.id: set(row.formerly.split()) for row in rows}
    return known | {id: set(story.formerly) for id, story in held.items()}


def lay_over(connection: Connection, touched: Grouping, held: Mapping[str, Story]) -> Grouping:
    """Write what corrections make of stories that were grouped just now, with all others that they bear on; the rest of those grouped.

    touched: stories as they were grouped, with the places of their articles. held: the originals that still stand.
    """
    fixes = [fix for fix in load_held(connection) if isinstance(fix, GROUPED)]
    named, ids = _list_names(fixes), {p.path: p.article for p in touched.placements}
    bound = {former for story in touched.stories for former in story.formerly}
    borne = {s.id: s for s in touched.stories if not held.keys().isdisjoint((s.id, *s.formerly)) or _is_named(s, named, ids)}
    if not borne:
        return touched
    pool = {id: story for id, story in held.items() if id not in bound} | borne
    paths = [path for story in pool.values() for path in story.paths]
    before = load_placements(connection, paths)
    places = _place(pool.values(), {p.path: p for p in (*before, *touched.placements)})
    natural = Grouping(stories=tuple(pool.values()), placements=tuple(places[path] for path in sorted(places)))
    _write(connection, before, correct(natural, fixes, _load_articles(connection, paths)), gone={*pool, *held, *bound})
    ids = {p.path: p.article for p in natural.placements}
    keep_originals(connection, [story for story in pool.values() if _is_named(story, named, ids)])
    return Grouping(
        stories=tuple(story for story in touched.stories if story.id not in pool),
        placements=tuple(p for p in touched.placements if p.path not in places),
    )


def lay_over_again(connection: Connection) -> None:
    """Lay the corrections over all stories that they bear on, or bore on until now."""
    named = _list_names(fix for fix in load_held(connection) if isinstance(fix, GROUPED))
    held = load_originals(connection)
    made = _find_made(connection, held.values())
    found = [row for row in _find_named(connection, named) if row.id not in made]
    rows = [*held.values(), *(unpack(row.packed, Story) for row in found)]
    places = _place(rows, {p.path: p for p in load_placements(connection, [path for story in rows for path in story.paths])})
    lay_over(connection, Grouping(stories=tuple(rows), placements=tuple(places.values())), held)


def _list_names(fixes: Iterable[Correction]) -> set[str]:
    """All ids and paths by which corrections may find a story: its own, its events', its articles', and those that articles would found."""
    named: set[str] = set()
    for fix in fixes:
        ids = fix.ids if isinstance(fix, Merge) else (fix.of,) if isinstance(fix, Split | Reject | Rename) else ()
        inside = fix.articles if isinstance(fix, Split | Reject) else ()
        named.update(ids, (id[2:] for id in ids), inside)
    return named


def _is_named(story: Story, named: set[str], ids: Mapping[str, str]) -> bool:
    own = (story.id, *story.formerly, *(event.id for event in story.events))
    return bool(named) and not (named.isdisjoint(own) and named.isdisjoint(story.paths) and named.isdisjoint(ids[p] for p in story.paths))


def _find_named(connection: Connection, named: set[str]) -> list[Any]:
    """Rows of the stories that bear a name, or hold an article or event that does."""
    held = placements.join(articles, articles.c.number == placements.c.article)
    wanted = sorted(named)
    inside = or_(articles.c.path.in_(wanted), articles.c.article.in_(wanted), placements.c.event.in_(wanted))
    found = set(connection.execute(select(placements.c.story).select_from(held).where(inside).distinct()).scalars())
    former = connection.execute(select(stories.c.id, stories.c.formerly).where(stories.c.formerly != ""))
    found |= {row.id for row in former if not named.isdisjoint(row.formerly.split())}
    return fetch(connection, stories.c.id, {*found, *named}, stories.c.id, stories.c.packed)


def _find_made(connection: Connection, held: Iterable[Story]) -> set[str]:
    """The stories that corrections made of originals."""
    return {p.story for p in load_placements(connection, [path for story in held for path in story.paths])}


def _place(grouped: Iterable[Story], known: Mapping[str, Placement]) -> dict[str, Placement]:
    """The places of articles in stories as they were grouped. known: their ids, and what they repeat."""
    return {
        path: msgspec.structs.replace(known[path], story=story.id, event=event.id)
        for story in grouped
        for event in story.events
        for path in event.paths
    }


def _load_articles(connection: Connection, paths: Iterable[str]) -> list[Article]:
    return [read_article(row.packed, row.text) for row in fetch(connection, articles.c.path, paths, articles.c.packed, articles.c.text)]


def _write(connection: Connection, before: Iterable[Placement], made: Grouping, *, gone: set[str]) -> None:
    held = {p.path: p for p in before}
    write_placements(connection, [p for p in made.placements if held.get(p.path) != p])
    drop_empty(connection, (gone | {p.story for p in before}) - {story.id for story in made.stories})
    rows = fetch(connection, stories.c.id, [story.id for story in made.stories], stories.c.id, stories.c.packed)
    known = {row.id: unpack(row.packed, Story) for row in rows}
    write_stories(connection, [story for story in made.stories if known.get(story.id) != story])


def drop_originals(connection: Connection) -> None:
    """Keep no originals: all is grouped anew."""
    connection.execute(delete(originals))


def keep_originals(connection: Connection, kept: Iterable[Story]) -> None:
    """Keep stories as they were grouped, in the place of those kept before."""
    drop_originals(connection)
    rows = [{"id": story.id, "packed": pack(story, level=1)} for story in kept]
    if rows:
        connection.execute(insert(originals), rows)
