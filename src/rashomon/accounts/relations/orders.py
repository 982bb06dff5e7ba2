"""Orders: a measure that was in force, and what became of it: prolonged, lifted, with other hours."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.in_force import Order
from rashomon.accounts.receipts import sentence_of
from rashomon.accounts.relations.relating import relate, telling
from rashomon.languages import fold
from rashomon.model import Relation
from rashomon.model.article import Span

LATER = 2 * 3600  # seconds after which an order can have changed
WITHIN = 45  # days between two tellings of one order
SMALL = 40  # articles of a story in which one word for an order is of one
SHARED = {"prolonged": 1, "hours": 1, "lifted": 2}  # names that two sentences share elsewhere: of 8 lifted with one name 4 were right
SHORT = 2  # characters of an order's word from which it says what is ordered

_Told = tuple[float, str, int]
State = tuple[str, str]
"""Until when an order holds, and its daily hours; "" where it tells none."""


def relate_orders(orders: Sequence[Order], undone: Mapping[str, Sequence[str]], *, articles: int) -> Iterator[Relation]:
    """Each order against what changed it later; a is the order.

    undone: what a word for going on again ends: 复课, 停课. articles: of the story; in a small one whose articles name one place at most
    for an order it is one order, in others two sentences must name somebody or some place in common.
    """
    matters: dict[str, list[Order]] = defaultdict(list)
    for order in orders:
        for what in (order.what, *undone.get(order.what, ())) if order.measure.status == "lifted" else (order.what,):
            matters[_core(what)].append(order)
    for what, found in sorted(matters.items()):
        if len(what) >= SHORT:
            places = {place for order in found if (place := _place(order)) is not None}
            for place in [None] if len(places) < 2 else sorted(places):
                here = [order for order in found if place is None or _place(order) == place]
                sole = len(places) < 2 and articles <= SMALL
                yield from _relate_states(sorted(here, key=_told), sole=sole)


def _place(order: Order) -> str | None:
    """Where an order holds: "" for the story's own place, None where its article does not say."""
    return order.place or ("" if order.measure.place else None)


def _core(what: str) -> str:
    return what.rstrip("令期")


def _told(order: Order) -> _Told:
    return order.witness.instant, order.witness.article.path, order.measure.start


def _relate_states(orders: Sequence[Order], *, sole: bool) -> Iterator[Relation]:
    """The states of one order in one place, each against those that it changed."""
    told: dict[tuple[str, State, State], tuple[dict[_Told, Order], dict[_Told, Order]]] = {}
    for at, later in enumerate(orders):
        changes = later.measure.status != "ordered" or later.measure.hours
        for earlier in orders[:at] if changes and not _is_sought(later) else ():
            code = _changed(earlier, later)
            if code and (sole or len(_names(earlier) & _names(later)) >= SHARED[code]) and not _is_sought(earlier):
                a, b = told.setdefault((code, _state(earlier), _state(later)), ({}, {}))
                a[_told(earlier)], b[_told(later)] = earlier, later
    for (code, _, (until, hours)), (before, after) in told.items():
        sides = [[_claim(order) for order in side.values()] for side in (before, after)]
        what = next(iter(before.values())).measure.what
        yield relate("updates", sides[0], sides[1], code=code, what=what, until=until or None, hours=hours or None)


def _state(order: Order) -> State:
    return (order.measure.until or "")[:10], order.measure.hours or ""


def _changed(a: Order, b: Order) -> str | None:
    """How a later telling of an order changed an earlier one; None where it may be the same, or another."""
    if a.witness.root == b.witness.root or b.witness.instant - a.witness.instant <= LATER:
        return None
    if days_between(a.witness.day, b.witness.day) > WITHIN or a.measure.status == "lifted":
        return None
    one, other = a.measure, b.measure
    if other.status == "lifted":
        return "lifted" if other.since and other.since[:10] >= a.witness.day else None
    if other.status == "prolonged":
        if one.until and other.until:
            return "prolonged" if other.until[:10] > one.until[:10] else None
        return "prolonged" if one.status == "ordered" else None
    return "hours" if one.hours and other.hours and one.hours != other.hours else None


def _is_sought(order: Order) -> bool:
    """Whether a sentence only asks for an order, or weighs it."""
    words = wording(order.witness.article.language).sought
    return bool(words and words.search(order.witness.lowered, *_sentence(order)))


def _names(order: Order) -> frozenset[str]:
    """Whom and what place the sentence of an order names, by who it is where that is known."""
    start, end = _sentence(order)
    return frozenset(name.entity or fold(name.text).lower() for name in order.witness.reading.names if start <= name.start < end)


def _sentence(order: Order) -> Span:
    return sentence_of(order.witness.article, order.measure.start)


def _claim(order: Order) -> Claim:
    return telling(order.witness, _sentence(order))
