"""In force: orders, closures and advice of a story with who, where, from, until, and the contacts given to those who must act."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.features import features
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.receipts import evidence_of, sentence_of
from rashomon.accounts.timeline.asides import looks_back
from rashomon.languages import fold
from rashomon.model import ContactLine, InForce, Measure

EVIDENCES = 12
BEFORE = 30  # days before a story's first article from which a measure is history told along with it
AFRESH = 3  # days between two beginnings of what is then two orders


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """One measure as one article gives it."""

    witness: Witness
    measure: Measure
    what: str  # folded, without words for the whole place
    place: str | None  # None where it is the story's own


def put_in_force(witnesses: Sequence[Witness], identities: Identities, *, first: str | None) -> tuple[InForce, ...]:
    """Measures merged across outlets by what, where, status and until when, by their first day.

    first: ISO day of the story's first article; measures that ended or began long before it are history, and so are those without a day of
    their own in a sentence that looks back.
    """
    merged: dict[tuple[str, str, str], list[Order]] = defaultdict(list)
    for order in list_orders(witnesses, identities):
        day = order.measure.until or order.measure.since
        if not (first and day and days_between(day, first) > BEFORE):
            merged[(order.what, order.place or "", order.measure.status)].append(order)
    told = [found for _, orders in sorted(merged.items()) for ending in _by_end(orders) for found in _by_beginning(ending)]
    lines = _ended([_in_force(found) for found in told], undone_by(witnesses))
    return tuple(sorted(lines, key=lambda line: (line.since or "9", line.what, line.place or "", line.until or "", line.status)))


def undone_by(witnesses: Sequence[Witness]) -> Mapping[str, Sequence[str]]:
    """What a word for going on again ends, in the languages of a story: 复课, 停课."""
    languages = sorted({witness.article.language or "" for witness in witnesses})
    return {again: halted for code in languages for again, halted in wording(code).resumes.items()}


def _ended(lines: Sequence[InForce], undone: Mapping[str, Sequence[str]]) -> list[InForce]:
    """Lines without an end, until the first day on which the same is told to be lifted there, with who tells that.

    undone: what else a word that lifts something ends.
    """
    lifted: dict[str, list[tuple[str, InForce]]] = defaultdict(list)
    places: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        day = line.since or line.until
        if line.status == "lifted" and day:
            for what in (fold(line.what), *undone.get(fold(line.what), ())):
                lifted[what].append((day, line))
        places[fold(line.what)] |= {fold(line.place)} if line.place else set()
    ended = []
    for line in lines:
        what = fold(line.what)
        told = lifted[what] if what in lifted and line.status != "lifted" and not line.until else ()
        here = [pair for pair in told if len(places[what]) < 2 or (line.place and fold(line.place) == fold(pair[1].place or ""))]
        day, end = min((pair for pair in here if pair[0][:10] >= (line.since or "")[:10]), key=lambda pair: pair[0], default=("", None))
        ended.append(msgspec.structs.replace(line, until=day, evidence=(*line.evidence, *end.evidence)[:EVIDENCES]) if end else line)
    return ended


def list_orders(witnesses: Sequence[Witness], identities: Identities) -> Iterator[Order]:
    """Every measure of a story, each article's; none that a sentence only looks back on."""
    for witness in witnesses:
        words = wording(witness.article.language)
        for measure in witness.reading.measures:
            sentence = sentence_of(witness.article, measure.start)
            past = not (measure.since or measure.until) and looks_back(witness, sentence)
            if sentence not in witness.unheard and not past:
                what = fold(measure.what)
                wide = max((word for word in words.whole if what.startswith(word)), key=len, default="")
                place = identities.place(measure.place, words)
                yield Order(witness=witness, measure=measure, what=what[len(wide) :].strip() or what, place=place)


def _by_end(orders: Sequence[Order]) -> list[list[Order]]:
    """Orders with one end together; those that tell none belong to the end most often told."""
    ends: dict[str, list[Order]] = defaultdict(list)
    for order in orders:
        ends[(order.measure.until or "")[:10]].append(order)
    open_ended = ends.pop("", [])
    if not ends:
        return [open_ended]
    common = min(ends, key=lambda end: (-len(ends[end]), end))
    ends[common] = sorted(
        [*open_ended, *ends[common]], key=lambda order: (order.witness.day, order.witness.article.path, order.measure.start)
    )
    return [found for _, found in sorted(ends.items())]


def _by_beginning(orders: Sequence[Order]) -> list[list[Order]]:
    """Orders that begin at about one time together; one that tells no beginning belongs to the last before it was told."""
    starts: list[str] = []  # the first of each time
    last = ""
    for since in sorted(since for order in orders if (since := order.measure.since)):
        if not starts or days_between(last, since) > AFRESH:
            starts.append(since)
        last = since
    if len(starts) < 2:
        return [list(orders)]
    groups: list[list[Order]] = [[] for _ in starts]
    for order in orders:
        groups[max(bisect_right(starts, order.measure.since or f"{order.witness.day}~") - 1, 0)].append(order)
    return groups


def _in_force(found: Sequence[Order]) -> InForce:
    """One line; what one article leaves out another may tell."""

    def told(field: str) -> str | None:
        return next((value for order in found if (value := getattr(order.measure, field))), None)

    return InForce(
        what=found[0].measure.what,
        by=told("by"),
        place=told("place"),
        since=min((order.measure.since for order in found if order.measure.since), default=None),
        until=told("until"),
        hours=told("hours"),
        status=found[0].measure.status,
        evidence=tuple(evidence_of(o.witness.article, o.measure.start, o.measure.end) for o in found[:EVIDENCES]),
    )


def list_contacts(witnesses: Sequence[Witness]) -> tuple[ContactLine, ...]:
    """Each number or address once, from the first article that gives it, with its office where any article names it."""
    first: dict[str, ContactLine] = {}
    for witness in witnesses:
        for contact in witness.reading.contacts:
            key = "".join(features(fold(contact.number))) or contact.number
            known = first.get(key)
            if known is None or (known.office is None and contact.office):
                evidence = evidence_of(witness.article, contact.start, contact.end)
                first[key] = ContactLine(office=contact.office, number=contact.number, evidence=evidence)
    return tuple(line for _, line in sorted(first.items()))
