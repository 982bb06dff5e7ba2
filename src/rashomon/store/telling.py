"""Accounts kept in the archive: told when what they are told from has changed, and not before."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from hashlib import sha256
from itertools import chain
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from rashomon.accounts import hear_elsewhere, keep_new, publication_day
from rashomon.batch import Batch, Read, hide_furniture, lay_over, link_names
from rashomon.model import Account, Article, Corrections, Grouping, Lore, Placement, Reading, Story
from rashomon.pipeline import Progress, tell_story
from rashomon.processes import Crew
from rashomon.store.keeping import now
from rashomon.store.ledger import choose, load_held
from rashomon.store.packing import pack, unpack
from rashomon.store.placing import load_placements
from rashomon.store.protocol import Store
from rashomon.store.rows import fetch, read_article
from rashomon.store.schema import accounts, articles, readings, stories
from rashomon.store.sums import load_lore
from rashomon.store.versions import teller_version

AT_ONCE = 300  # articles whose stories are loaded together, and kept in one change when they were told
PARALLEL_FROM = 400  # articles under which starting processes costs more than it saves

_READ = (readings, readings.c.article == articles.c.number)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An article and its reading as they lie in the archive."""

    text: str
    article: bytes
    reading: bytes


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """All that one story is told from."""

    story: Story
    rows: list[Row]
    placements: tuple[Placement, ...]
    lore: Lore  # of the story's outlets and days alone
    corrections: Corrections = ()  # those that bear on its articles
    as_of: str | None = None
    since: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An account, packed."""

    story: str
    packed: bytes


class Teller:
    """Tells the stories anew that changed since they were told, the largest first."""

    def __init__(self, store: Store, crew: Crew) -> None:
        self._store, self._crew = store, crew
        self._digests: dict[str, str] = {}
        self._passed: list[str] = []
        self._within: Connection | None = None
        self._told: Iterator[Told] | None = None

    def begin(self, connection: Connection) -> None:
        """Let processes, where there are any, be at it from now on. connection: a look at what changed, which may yet have to be kept."""
        stale = select(stories.c.id, stories.c.articles).where(stories.c.stale == 1).order_by(stories.c.articles.desc(), stories.c.id)
        self._sizes = {row.id: row.articles for row in connection.execute(stale)}
        self._lore = load_lore(connection)
        known = fetch(connection, accounts.c.story, self._sizes, accounts.c.story, accounts.c.digest)
        self._held = {row.story: row.digest for row in known}
        here = not self._crew.started and sum(self._sizes.values()) < PARALLEL_FROM
        self._within = connection
        self._told = map(tell_task, self._changed()) if here else self._crew.work(tell_task, self._changed())
        self._within = None

    def finish(self, *, progress: Progress) -> int:
        """Keep what is told; how many stories were."""
        if self._told is None:
            with self._store.read() as connection:
                self.begin(connection)
        done = told = weight = 0
        fresh: list[Told] = []
        for one in chain(self._told or (), (None,)):
            if one is not None:
                fresh.append(one)
                weight += self._sizes[one.story]
            if weight >= AT_ONCE or (one is None and (fresh or self._passed)):
                with self._store.write() as connection:
                    _keep(connection, fresh, self._digests, self._passed)
                told, done = told + len(fresh), done + len(fresh) + len(self._passed)
                weight = 0
                fresh.clear()
                self._passed.clear()
                progress("tell", done, len(self._sizes))
        return told

    def _changed(self) -> Iterator[Task]:
        for some in _group(self._sizes):
            with nullcontext(self._within) if self._within else self._store.read() as connection:
                tasks = load_tasks(connection, some, self._lore)
            for task in tasks:
                id = task.story.id
                self._digests[id] = digest(task)
                if self._digests[id] != self._held.get(id):
                    yield task
                else:
                    self._passed.append(id)


def _group(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """Stories in order, together as many as hold few articles."""
    some: list[str] = []
    weight = 0
    for id, size in sizes.items():
        if some and weight + size > AT_ONCE:
            yield some
            some, weight = [], 0
        some.append(id)
        weight += size
    if some:
        yield some


def _keep(connection: Connection, fresh: Sequence[Told], digests: Mapping[str, str], passed: Sequence[str]) -> None:
    """Keep what was told, and that what was passed over stands as it was told before."""
    for one in fresh:
        connection.execute(delete(accounts).where(accounts.c.story == one.story))
        connection.execute(insert(accounts).values(story=one.story, digest=digests[one.story], told=now(), packed=one.packed))
    for id in (*(one.story for one in fresh), *passed):
        connection.execute(update(stories).where(stories.c.id == id).values(stale=0))


def tell_task(task: Task) -> Told:
    """Tell one story from what lies in the archive."""
    return Told(story=task.story.id, packed=pack(tell(task), level=1))


def tell(task: Task) -> Account:
    """The account of a story."""
    items = [
        hide_furniture(Read(article=read_article(r.article, r.text), reading=unpack(r.reading, Reading)), task.lore) for r in task.rows
    ]
    batch = Batch(items=tuple(link_names(items, task.lore)), rejected=(), lore=task.lore)
    batch = lay_over(batch, task.corrections) if task.corrections else batch
    alone = Grouping(stories=(task.story,), placements=task.placements)
    return tell_story(batch, alone, task.story, as_of=task.as_of, since=task.since)


def load_tasks(connection: Connection, ids: Sequence[str], lore: Lore) -> list[Task]:
    """What some stories are told from, in the order that was asked for."""
    known = {row.id: unpack(row.packed, Story) for row in fetch(connection, stories.c.id, ids, stories.c.id, stories.c.packed)}
    paths = [path for story in known.values() for path in story.paths]
    columns = (
        articles.c.path,
        articles.c.text,
        articles.c.packed,
        articles.c.outlet,
        articles.c.outlet_code,
        readings.c.packed.label("reading"),
    )
    rows = {row.path: row for row in fetch(connection, articles.c.path, paths, *columns, joined=_READ)}
    placed = {placement.path: placement for placement in load_placements(connection, paths)}
    held = load_held(connection)

    def make(story: Story) -> Task:
        ordered = sorted(story.paths)
        own = [rows[path] for path in ordered]
        outlets = {name for row in own for name in (row.outlet_code, row.outlet) if name}
        return Task(
            story=story,
            rows=[Row(text=row.text, article=row.packed, reading=row.reading) for row in own],
            placements=tuple(placed[path] for path in ordered),
            lore=narrow(lore, outlets, story),
            corrections=choose(held, [read_article(row.packed, "") for row in own] if held else []),
        )

    return [make(known[id]) for id in ids]


def check_silences(connection: Connection, told: Account, *, as_of: str | None = None) -> Account:
    """An account without the silences that an article of another story refutes: checked when it is asked for, since such may come later."""

    def others(first: str, last: str, outlets: frozenset[str]) -> Iterator[Article]:
        held = or_(articles.c.outlet.in_(sorted(outlets)), articles.c.outlet.is_(None))
        rows = select(articles.c.packed, articles.c.text).where(articles.c.day.between(first, min(last, as_of or last)), held)
        return (read_article(row.packed, row.text) for row in connection.execute(rows) if row.packed)

    return hear_elsewhere(told, others)


def narrow(lore: Lore, outlets: set[str], story: Story) -> Lore:
    """The lore as far as it bears on a story: what its outlets repeat, and what of them the archive holds on its days."""
    first, last = story.first or "", story.last or "~"
    return msgspec.structs.replace(
        lore,
        furniture={outlet: lines for outlet, lines in lore.furniture.items() if outlet in outlets},
        coverage={
            outlet: {day: count for day, count in days.items() if first <= day <= last}
            for outlet, days in lore.coverage.items()
            if outlet in outlets
        },
        aliases={},  # a story's own articles give the forms that bind its names
    )


_DIGESTED = msgspec.msgpack.Encoder(order="deterministic")


def digest(task: Task) -> str:
    """16 hex digits over all that a story is told from, and over what tells it; the lore's version aside."""
    told_from = msgspec.structs.replace(task, lore=msgspec.structs.replace(task.lore, version=""))
    return sha256(teller_version().encode() + _DIGESTED.encode(told_from)).hexdigest()[:16]


def load_account(connection: Connection, story: str) -> Account | None:
    """The account of a story as it was told; None where it has yet to be."""
    row: Any = connection.execute(
        select(accounts.c.packed)
        .select_from(accounts.join(stories, stories.c.id == accounts.c.story))
        .where(accounts.c.story == story, stories.c.stale == 0)
    ).scalar()
    return unpack(row, Account) if row else None


def find_account(connection: Connection, story: str, *, as_of: str | None = None, since: str | None = None) -> Account:
    """The account of a story: as it was told, or as it is told now where it has yet to be, or was otherwise on a day."""
    told = load_account(connection, story) if as_of is None else None
    if told is None:
        (task,) = load_tasks(connection, [story], load_lore(connection))
        return tell(msgspec.structs.replace(task, as_of=as_of, since=since))
    return _keep_new(connection, told, since) if since else told


def _keep_new(connection: Connection, told: Account, since: str) -> Account:
    undated = [article.path for article in told.story.articles if not article.published]
    rows = fetch(connection, articles.c.path, undated, articles.c.path, articles.c.packed)
    days = {article.path: article.published[:10] for article in told.story.articles if article.published}
    return keep_new(told, days | {row.path: publication_day(read_article(row.packed, "")) for row in rows}, since)


def load_accounts(connection: Connection, wanted: Sequence[str]) -> Iterator[Account]:
    """The accounts of some stories, as far as they were told."""
    for id in wanted:
        account = load_account(connection, id)
        if account is not None:
            yield account
