"""Watches: a story, a name or a figure; each changed fact of it is delivered once, to a feed and a webhook."""

import hmac
import os
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.errors import NothingFound, RashomonError, UsageError
from rashomon.languages import fold
from rashomon.pipeline import path_of
from rashomon.store import telling
from rashomon.store.keeping import now
from rashomon.store.news import Fact, entitle, keep, list_facts
from rashomon.store.placing import find_ids
from rashomon.store.protocol import Store
from rashomon.store.query import Query, check, find_forms
from rashomon.store.rows import fetch
from rashomon.store.schema import accounts, articles, deliveries, stories, told, watches

TRIES = 8  # after which a delivery is given up: two hours after the first
FIRST_PAUSE = 60.0  # seconds before the second try; twice as long before each further one
TIMEOUT = 10.0  # seconds that a webhook has to answer
ENTRIES = 100  # latest facts of a feed
ATOM = "http://www.w3.org/2005/Atom"


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """What is watched, and whom it is told to."""

    number: int = 0
    story: str | None = None
    name: str | None = None
    measure: str | None = None
    feed: str | None = None  # an Atom file that is written
    webhook: str | None = None  # an address that is posted to
    secret: str | None = None  # the environment's variable that holds the key of the webhook's signature


def set_watch(store: Store, watch: Watch) -> Watch:
    """Keep a watch. What is known now is not news: only what changes from here on is told."""
    if not any((watch.story, watch.name, watch.measure)):
        raise UsageError("nothing is watched: give a story, a name or a measure")
    if not (watch.feed or watch.webhook):
        raise UsageError("nobody is told: give a feed (a file) or a webhook (an address)")
    if watch.measure:
        check(Query(measure=watch.measure))
    if watch.feed and not Path(watch.feed).absolute().parent.is_dir():
        raise UsageError(f"the folder of the feed {watch.feed!r} does not exist; make it first")
    if watch.webhook and not watch.webhook.startswith(("http://", "https://")):
        raise UsageError(f"webhook {watch.webhook!r} is no address; it begins with http:// or https://")
    with store.write() as connection:
        if watch.story and not find_ids(connection, watch.story):
            raise NothingFound(f"no story has the id {watch.story!r}; `rashomon search WORDS` names the story of each article it finds")
        number = int(connection.execute(select(func.coalesce(func.max(watches.c.number), 0))).scalar_one()) + 1
        kept = msgspec.structs.replace(watch, number=number)
        connection.execute(insert(watches).values(**msgspec.structs.asdict(kept), since=now()))
        facts = _find_facts(connection, kept, list(connection.execute(select(stories.c.id)).scalars()))
        _mark(connection, number, {key for fact in facts for key in fact.keys})
    return kept


def list_watches(connection: Connection) -> tuple[Watch, ...]:
    """All watches."""
    rows = connection.execute(select(watches).order_by(watches.c.number)).mappings()
    return tuple(Watch(**{name: row[name] for name in Watch.__struct_fields__}) for row in rows)


def drop_watch(store: Store, number: int) -> None:
    """Watch no more. Raises NothingFound where there is no such watch."""
    with store.write() as connection:
        if connection.execute(delete(watches).where(watches.c.number == number)).rowcount == 0:
            raise NothingFound(f"there is no watch {number}; `rashomon watch` lists them")
        connection.execute(delete(told).where(told.c.watch == number))
        connection.execute(delete(deliveries).where(deliveries.c.watch == number))


def notice(store: Store) -> int:
    """Find what changed in stories that were told since each watch last looked, and put it up for delivery; how much it was.

    By when they were told, not by who told them: what an addition left that was cut off is noticed by the next.
    """
    made, moment = 0, now()
    with store.write() as connection:
        for watch in list_watches(connection):
            known = set(connection.execute(select(told.c.key).where(told.c.watch == watch.number)).scalars())
            looked = select(watches.c.since).where(watches.c.number == watch.number).scalar_subquery()
            anew = connection.execute(select(accounts.c.story).where(accounts.c.told >= looked).order_by(accounts.c.story)).scalars()
            for fact in _find_facts(connection, watch, list(anew)):
                digests = {_digest(key) for key in fact.keys}
                if known.isdisjoint(digests):
                    connection.execute(insert(deliveries).values(_delivery(connection, watch, fact)))
                    made += 1
                _mark(connection, watch.number, set(fact.keys), known)
                known |= digests
            connection.execute(update(watches).where(watches.c.number == watch.number).values(since=moment))
    return made


def _find_facts(connection: Connection, watch: Watch, among: Iterable[str]) -> tuple[Fact, ...]:
    forms = find_forms(connection, fold(watch.name).lower()) if watch.name else ()
    watched = find_ids(connection, watch.story)[:1] if watch.story else None
    wanted = [id for id in among if watched is None or id in watched]
    facts = (fact for account in telling.load_accounts(connection, wanted) for fact in list_facts(account))
    return keep(facts, forms=forms, measure=watch.measure)


def _digest(key: str) -> str:
    """A key as it is kept: a digest, so that no words of an article outlive a takedown in it."""
    return sha256(key.encode()).hexdigest()[:24]


def _mark(connection: Connection, number: int, keys: set[str], known: set[str] | None = None) -> None:
    rows = [{"watch": number, "key": digest} for digest in sorted({_digest(key) for key in keys} - (known or set()))]
    if rows:
        connection.execute(insert(told), rows)


def _delivery(connection: Connection, watch: Watch, fact: Fact) -> dict[str, Any]:
    number = int(connection.execute(select(func.coalesce(func.max(deliveries.c.number), 0))).scalar_one()) + 1
    body = msgspec.json.encode({"delivery": number, "watch": watch.number, "fact": fact})
    return {"number": number, "watch": watch.number, "made": now(), "body": body.decode(), "tries": 0, "due": now(), "state": "due"}


def take_up_again(store: Store) -> None:
    """Let what was given up be due, as if it had not been tried yet."""
    with store.write() as connection:
        connection.execute(update(deliveries).where(deliveries.c.state == "given up").values(state="due", tries=0, due=now()))


def deliver(store: Store) -> dict[str, int]:
    """Write the feeds and post what is due; how many were delivered, are to be tried again, and were given up.

    Of a watch with both, the feed is written again with what comes next.
    """
    with store.read() as connection:
        kept = {watch.number: watch for watch in list_watches(connection)}
        due = connection.execute(
            select(deliveries).where(deliveries.c.state == "due", deliveries.c.due <= now()).order_by(deliveries.c.number)
        ).all()
    ended = {"delivered": 0, "due": 0, "given up": 0}
    waiting = {row.watch for row in due}
    unwritten = {watch.number: write_feed(store, watch) for watch in kept.values() if watch.feed and watch.number in waiting}
    unanswered: dict[str, str] = {}
    for row in due:
        watch = kept[row.watch]
        error = _try(watch, row, unanswered) if watch.webhook else unwritten[row.watch]
        state = "delivered" if error is None else "due" if row.tries + 1 < TRIES else "given up"
        later = datetime.now(UTC) + timedelta(seconds=FIRST_PAUSE * 2**row.tries)
        values = {"state": state, "tries": row.tries + 1, "due": later.isoformat(timespec="seconds"), "error": error}
        with store.write() as connection:
            connection.execute(update(deliveries).where(deliveries.c.number == row.number).values(values))
        ended[state] += 1
    return ended


def _try(watch: Watch, row: Any, unanswered: dict[str, str]) -> str | None:
    """Post a delivery; None where it was taken, else why not. Where nobody answers, the rest of this round does not wait for them again."""
    address = watch.webhook or ""
    if address not in unanswered:
        try:
            return post(watch, row.number, row.body.encode())
        except (OSError, ValueError) as error:  # URLError is an OSError
            unanswered[address] = str(error)
    return unanswered[address]


def write_feeds(store: Store) -> None:
    """Write all feeds anew, without what was taken down. Raises RashomonError where one that is there can't be written."""
    with store.read() as connection:
        kept = list_watches(connection)
    there = [watch for watch in kept if watch.feed and Path(watch.feed).exists()]
    failed = [f"{watch.feed}: {error}" for watch in there if (error := write_feed(store, watch))]
    if failed:
        raise RashomonError(f"all was taken down here, but feeds that can't be written may still hold it: {'; '.join(failed)}; delete them")


def post(watch: Watch, number: int, body: bytes) -> str | None:
    """Post a delivery to a webhook, signed; None where it was taken, else why not. Raises OSError or ValueError where nobody answers."""
    headers = {"Content-Type": "application/json; charset=utf-8", "X-Rashomon-Delivery": str(number)}
    if watch.secret:
        key = os.environ.get(watch.secret)
        if not key:
            return f"the environment's variable {watch.secret} holds no key to sign with"
        headers["X-Rashomon-Signature"] = f"sha256={hmac.new(key.encode(), body, sha256).hexdigest()}"
    request = urllib.request.Request(watch.webhook or "", data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return None
    except urllib.error.HTTPError as error:
        return str(error)


def write_feed(store: Store, watch: Watch) -> str | None:
    """Write a watch's feed anew: an Atom file of its latest facts, whole under its name or not at all; None, or why it can't be written."""
    wanted = select(deliveries).where(deliveries.c.watch == watch.number).order_by(deliveries.c.number.desc()).limit(ENTRIES)
    with store.read() as connection:
        latest = [_Entry(row.number, row.made, msgspec.json.decode(row.body, type=_Body).fact) for row in connection.execute(wanted)]
        told_by = {evidence.path for entry in latest for evidence in entry.fact.evidence}
        addresses = {row.path: row.url for row in fetch(connection, articles.c.path, told_by, articles.c.path, articles.c.url) if row.url}
    place = Path(watch.feed or "")
    draft = place.with_name(f"{place.name}.part")
    try:
        draft.write_bytes(to_atom(watch, latest, addresses))
        os.replace(draft, place)
    except OSError as error:
        return str(error)
    return None


class _Body(msgspec.Struct):
    """What is posted, as far as a feed tells it."""

    fact: Fact


class _Entry(NamedTuple):
    """One delivery as it stands in a feed."""

    number: int
    made: str
    fact: Fact


def to_atom(watch: Watch, entries: Sequence[_Entry], addresses: Mapping[str, str]) -> bytes:
    """The feed (RFC 4287) of some deliveries, the latest first. addresses: of articles, by path; an entry leads to the first it has."""
    subject = watch.name or watch.measure or watch.story or ""
    feed = ElementTree.Element("feed", xmlns=ATOM)
    for name, text in (
        ("id", f"urn:rashomon:watch:{watch.number}"),
        ("title", subject),
        ("updated", entries[0].made if entries else now()),
    ):
        ElementTree.SubElement(feed, name).text = text
    author = ElementTree.SubElement(feed, "author")
    ElementTree.SubElement(author, "name").text = "Rashomon"
    for number, made, fact in entries:
        entry = ElementTree.SubElement(feed, "entry")
        receipts = [f"{e.outlet or '?'} {e.path}:{e.start}-{e.end}" for e in fact.evidence]
        told_of = (
            ("id", f"urn:rashomon:watch:{watch.number}:{number}"),
            ("title", entitle(fact)),
            ("updated", made),
            ("content", "\n".join([fact.title, *receipts])),
        )
        for name, text in told_of:
            ElementTree.SubElement(entry, name).text = text
        place = _find_place([evidence.path for evidence in fact.evidence], addresses)
        if place:
            ElementTree.SubElement(entry, "link", rel="alternate", href=place)
        ElementTree.SubElement(entry, "category", term=fact.kind)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _find_place(paths: Sequence[str], addresses: Mapping[str, str]) -> str | None:
    """Where a reader can open what some articles tell: the first one's address, or the file that it was read from, where it still lies."""
    found = next((addresses[path] for path in paths if path in addresses), None)
    file = next((Path(path_of(path)) for path in paths if Path(path_of(path)).is_file()), None)
    return found or (file.absolute().as_uri() if file else None)
