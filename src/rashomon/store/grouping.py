"""Articles placed in stories: the stream is taken up, goes on with what is new, and is put away again."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.model import Article, Grouping, Reading, Story
from rashomon.pipeline import Progress
from rashomon.store.overlay import drop_originals, keep_originals, lay_over, lay_over_again, load_formerly, load_natural, load_originals
from rashomon.store.packing import unpack
from rashomon.store.placing import drop_empty, load_grouping, load_stories, write_all, write_placements, write_stories
from rashomon.store.protocol import Store
from rashomon.store.rows import fetch, read_article
from rashomon.store.schema import accounts, articles, placements, readings, renamed, state, stories
from rashomon.store.versions import grouper_version
from rashomon.stories import Stream, keep_ids
from rashomon.stories import pack as put_away
from rashomon.stories import unpack as take_up

SLICE = 1000  # articles that are in memory at a time while all are grouped anew

Pair = tuple[Article, Reading]


def _nothing(_: Connection) -> None:
    """Nothing is to be done."""


def place_new(
    store: Store, stream: Stream | None = None, *, grown: Callable[[Connection], None] = _nothing, progress: Progress
) -> tuple[Story, ...]:
    """Place the articles that stand in no story yet; the stories that they came into.

    stream: as it was put away, where it was taken up already. Where it was put away by another version it is made again from all
    articles, and ids are kept. grown: called once the stories that grew are written, before the stream is put away, in the same change.
    """
    with store.read() as connection:
        stream = stream or load_stream(connection)
        pending = connection.execute(_pending()).scalars().all()
        known = connection.execute(select(func.count()).select_from(placements)).scalar_one()
    if stream is None and known:
        return rebuild(store, progress=progress).stories
    if not pending:
        return ()
    stream = stream or Stream()
    progress("group", 0, len(pending))
    with store.write() as connection:
        before = count_members(connection)
        pairs = load_pairs(connection, pending)
        stream.add([article for article, _ in pairs], {article.path: reading for article, reading in pairs})
        names, held = load_names(connection), load_originals(connection)
        paths = [article.path for article, _ in pairs]
        grouped = _load_known(connection, {names.get(id, id) for id in map(stream.find_story, paths)}, held)
        _write_new(connection, rename(stream.grouping(of=paths, known=grouped), names), set(paths), held)
        grown(connection)
        save_stream(connection, stream, since=before)
        placed = load_stories(connection, paths)
    progress("group", len(pending), len(pending))
    return placed


def rebuild(store: Store, *, progress: Progress) -> Grouping:
    """Group everything anew, as if it had come in order; each story and event keeps the id of the one it shares most articles with.

    What holds the very same articles keeps its title and names, unless articles were read or grouped by another version.
    """
    with store.read() as connection:
        before, settled = load_natural(connection), is_settled(connection)
        order = connection.execute(_in_order()).scalars().all()
    stream = Stream()
    for begin in range(0, len(order), SLICE):
        progress("group", begin, len(order))
        with store.read() as connection:
            pairs = load_pairs(connection, order[begin : begin + SLICE])
        stream.add([article for article, _ in pairs], {article.path: reading for article, reading in pairs})
    natural = stream.grouping(known=before.stories if settled else ())
    kept = keep_ids(before, natural)
    with store.write() as connection:
        drop_originals(connection)
        write_all(connection, lay_over(connection, kept, {}))
        connection.execute(delete(renamed))
        names = _names(natural, kept)
        if names:
            connection.execute(insert(renamed), [{"given": given, "kept": id} for given, id in sorted(names.items())])
        save_stream(connection, stream, since=0)
        grouping = load_grouping(connection)
    progress("group", len(order), len(order))
    return grouping


def _names(natural: Grouping, kept: Grouping) -> dict[str, str]:
    """What the stream calls each story and event, and what it was always called."""
    names: dict[str, str] = {}
    for given, known in zip(natural.stories, kept.stories, strict=True):
        names[given.id] = known.id
        names.update({a.id: b.id for a, b in zip(given.events, known.events, strict=True)})
    return {given: known for given, known in names.items() if given != known}


def rename(grouping: Grouping, names: Mapping[str, str]) -> Grouping:
    """A grouping under the ids that were kept."""
    if not names:
        return grouping

    def known(given: str) -> str:
        return names.get(given, given)

    return Grouping(
        stories=tuple(
            msgspec.structs.replace(
                story,
                id=known(story.id),
                events=tuple(msgspec.structs.replace(event, id=known(event.id)) for event in story.events),
                formerly=tuple(sorted(map(known, story.formerly))),
            )
            for story in grouping.stories
        ),
        placements=tuple(msgspec.structs.replace(p, story=known(p.story), event=known(p.event)) for p in grouping.placements),
    )


def load_stream(connection: Connection) -> Stream | None:
    """The stream as it was put away; None where there is none of this version."""
    rows = connection.execute(select(state.c.version, state.c.packed).order_by(state.c.piece)).all()
    if not rows or any(row.version != grouper_version() for row in rows):
        return None
    try:
        return take_up(rows[0].packed, [row.packed for row in rows[1:]])
    except ValueError:
        return None


def is_settled(connection: Connection) -> bool:
    """Whether a stream of this version is put away."""
    return set(connection.execute(select(state.c.version).distinct()).scalars()) == {grouper_version()}


def count_members(connection: Connection) -> int:
    """Members that are put away."""
    return int(connection.execute(select(func.coalesce(func.max(state.c.members), 0))).scalar_one())


def save_stream(connection: Connection, stream: Stream, *, since: int) -> None:
    """Put the stream away: what lives in the place of what lived, members beside those that were put away before."""
    packed, version = put_away(stream, since=since), grouper_version()
    connection.execute(delete(state).where(state.c.piece == 0) if since else delete(state))
    last = connection.execute(select(func.coalesce(func.max(state.c.piece), 0))).scalar_one()
    rows = [{"piece": 0, "version": version, "members": 0, "packed": packed.live}]
    if packed.size > since:
        rows.append({"piece": last + 1, "version": version, "members": packed.size, "packed": packed.members})
    connection.execute(insert(state), rows)


def _load_known(connection: Connection, ids: set[str], held: Mapping[str, Story]) -> list[Story]:
    """The stories of some ids as they were grouped."""
    rows = fetch(connection, stories.c.id, ids - held.keys(), stories.c.packed)
    return [*(unpack(row.packed, Story) for row in rows), *(held[id] for id in ids if id in held)]


def _write_new(connection: Connection, grouping: Grouping, new: set[str], held: Mapping[str, Story]) -> None:
    """The stories that articles came into; where two became one, all their articles are placed anew. held: as they were grouped before."""
    known = load_formerly(connection, [story.id for story in grouping.stories], held)
    whole = {s.id for s in grouping.stories if not set(s.formerly) <= known.get(s.id, set())}
    grown = tuple(
        msgspec.structs.replace(s, formerly=tuple(sorted({*s.formerly, *known.get(s.id, ())} - {s.id}))) for s in grouping.stories
    )
    left = lay_over(connection, msgspec.structs.replace(grouping, stories=grown), held)
    write_placements(connection, [p for p in left.placements if p.path in new or p.story in whole])
    drop_empty(connection, {former for s in left.stories if s.id in whole for former in s.formerly})
    write_stories(connection, left.stories)


def load_names(connection: Connection) -> dict[str, str]:
    """What the stream calls a cluster, and the id that was kept for it."""
    return {row.given: row.kept for row in connection.execute(select(renamed))}


def load_pairs(connection: Connection, numbers: Iterable[int]) -> list[Pair]:
    """Articles and readings as they were made, without the lore."""
    columns = (articles.c.text, articles.c.packed, readings.c.packed.label("reading"))
    rows = fetch(connection, articles.c.number, numbers, *columns, joined=(readings, readings.c.article == articles.c.number))
    return [(read_article(row.packed, row.text), unpack(row.reading, Reading)) for row in rows]


def _pending() -> Any:
    """What came after all that is placed: an addition places whatever there is in one change."""
    placed = select(func.coalesce(func.max(placements.c.article), 0)).scalar_subquery()
    return select(articles.c.number).where(articles.c.number > placed, articles.c.packed.is_not(None)).order_by(articles.c.number)


def _in_order() -> Any:
    """By (published, id), what bears no date last: as the stream takes them."""
    wanted = select(articles.c.number).where(articles.c.packed.is_not(None))
    return wanted.order_by(articles.c.instant.is_(None), articles.c.instant, articles.c.article, articles.c.path)


def unsettle(connection: Connection) -> None:
    """Drop the stream that was put away: articles were read otherwise, so that all are to be grouped anew."""
    connection.execute(delete(state))
    connection.execute(update(stories).values(stale=1))


def take_stream(connection: Connection) -> Stream | None:
    """The stream, to be changed; None where it is to be made again in any case, which drops what is put away."""
    stream = load_stream(connection)
    if stream is None:
        connection.execute(delete(state))
    return stream


def leave_out(connection: Connection, stream: Stream | None, taken: Sequence[Article], stood: Collection[str]) -> None:
    """Take articles out of the stream and out of the stories they stood in (`stood`, by id), which are to be told anew."""
    if stream is not None:
        for article in taken:
            stream.forget(article)
        save_stream(connection, stream, since=0)
    connection.execute(delete(accounts).where(accounts.c.story.in_(sorted(stood))))
    gone, names, held = {article.path for article in taken}, load_names(connection), load_originals(connection)
    borne = {path for story in held.values() for path in story.paths}
    rows = (unpack(row.packed, Story) for row in fetch(connection, stories.c.id, stood, stories.c.packed))
    write_stories(connection, [left for story in rows if borne.isdisjoint(story.paths) and (left := _leave(stream, names, story, gone))])
    if not borne.isdisjoint(gone):
        keep_originals(connection, [left for story in held.values() if (left := _leave(stream, names, story, gone))])
        lay_over_again(connection)
    drop_empty(connection, stood)


def _leave(stream: Stream | None, names: Mapping[str, str], story: Story, gone: set[str]) -> Story | None:
    """A story as it is grouped without some articles; None where nothing is left of it."""
    left = [path for path in story.paths if path not in gone]
    if len(left) == len(story.paths) or not left:
        return story if left else None
    if stream is None:
        return _without(story, gone)
    return msgspec.structs.replace(rename(stream.grouping(of=left[:1]), names).stories[0], id=story.id, formerly=story.formerly)


def _without(story: Story, gone: set[str]) -> Story:
    """A story without some of its articles, titled by what is left of it when it is next grouped."""
    events = [msgspec.structs.replace(e, title="", paths=tuple(p for p in e.paths if p not in gone)) for e in story.events]
    paths = tuple(path for path in story.paths if path not in gone)
    return msgspec.structs.replace(story, title="", paths=paths, events=tuple(event for event in events if event.paths))
