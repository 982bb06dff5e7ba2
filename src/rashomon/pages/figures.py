"""Figures as a reader takes them in: each value of a series once, with who tells it and whether it still stands."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from rashomon.model import Evidence, Point, Series

BOXES = 4  # figures told in numbers under a story's title
MIXED = frozenset({"crowd", "troops", "destroyed"})
"""Measures whose counts are of many places and kinds: they are listed, and never drawn or compared as one."""
GRAVITY = (
    "killed", "missing", "critical", "injured", "hospitalized", "infected", "abducted", "detained", "evacuated", "displaced", "rescued",
)  # fmt: skip
LOUD = ("withdrawn", "disputed")
STATUSES = (*LOUD, "differs_in_scope", "precision", "first", "updated", "corroborated", "repeated")
"""Statuses by what a reader must see first, where the points of one value have several."""
RECEIPTS = 8  # sentences listed for one value


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a series and all who tell it."""

    low: int | None
    high: int | None
    first: str | None  # ISO 8601 days it is told for
    last: str | None
    outlets: tuple[str, ...]  # the first to tell it first
    sources: tuple[str, ...]  # whom they cite, as they write it, the most often cited first
    status: str
    evidence: tuple[Evidence, ...]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A series with its values and what is wrong with some of them."""

    series: Series
    values: tuple[Value, ...]  # by the day they were first told
    withdrawn: tuple[Value, ...]
    disputed: tuple[Value, ...]


def stand(series: Series) -> Standing:
    """Sum a series up, value by value."""
    values = tuple(_value(points) for points in _by_value(series.points))
    return Standing(
        series=series,
        values=values,
        withdrawn=tuple(value for value in values if value.status == "withdrawn"),
        disputed=tuple(value for value in values if value.status == "disputed"),
    )


def _by_value(points: Iterable[Point]) -> list[list[Point]]:
    found: dict[tuple[int | None, int | None], list[Point]] = {}
    for point in points:
        found.setdefault((point.low, point.high), []).append(point)
    return list(found.values())


def _value(points: Sequence[Point]) -> Value:
    days = sorted(point.as_of for point in points if point.as_of)
    cited = Counter(point.chain[-1] for point in points if point.chain)
    heard = {(p.evidence.path, p.evidence.start): p.evidence for p in points}
    return Value(
        low=points[0].low,
        high=points[0].high,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        outlets=tuple(dict.fromkeys(point.outlet for point in points if point.outlet)),
        sources=tuple(name for name, _ in sorted(cited.items(), key=lambda pair: (-pair[1], pair[0]))),
        status=status_of(points),
        evidence=tuple(heard.values())[:RECEIPTS],
    )


def status_of(points: Iterable[Point]) -> str:
    """The status of several points of one value: what a reader must see first."""
    return min((point.status for point in points), key=lambda status: STATUSES.index(status) if status in STATUSES else len(STATUSES))


def is_vague(low: int | None, high: int | None) -> bool:
    """Whether a value is a word for a size, as 数十 is, and not a number."""
    return low is not None and high is not None and high > 2 * low


def choose_boxes(series: Sequence[Series]) -> list[Series]:
    """The series that say most of where things stand, the gravest first: one a measure and group, by the number of their points.

    In a story of several outlets, a series of one outlet alone says little of where things stand.
    """
    several = len({point.outlet for one in series for point in one.points}) > 1
    best: dict[tuple[str, str], Series] = {}
    for candidate in series:
        key = (candidate.measure, candidate.group)
        alone = several and len({point.outlet for point in candidate.points}) < 2
        if not candidate.current or candidate.current.low is None or candidate.scope != "total" or candidate.measure in MIXED or alone:
            continue
        if key not in best or len(candidate.points) > len(best[key].points):
            best[key] = candidate
    ranked = sorted(best.values(), key=lambda s: -len(s.points))[:BOXES]
    return sorted(ranked, key=gravity)


def gravity(series: Series) -> tuple[int, bool, str, str]:
    """Sorts series by what they count, the gravest first, counts of all before those of a group or place."""
    rank = GRAVITY.index(series.measure) if series.measure in GRAVITY else len(GRAVITY)
    return rank, series.group != "all" or series.place is not None, series.group, series.place or ""


def spell_origins(series: Iterable[Series]) -> dict[str, str]:
    """Origin -> how the articles write it most often: an account's reasons name origins in the form that stands for them."""
    forms: dict[str, Counter[str]] = {}
    for point in (point for one in series for point in one.points):
        if point.origin and point.chain and point.origin.isascii():
            forms.setdefault(point.origin, Counter())[point.chain[-1]] += 1
    return {
        origin: min(found, key=lambda form: (-found[form], len(form), form))
        for origin, found in sorted(forms.items())
        if origin.isascii() and " " in origin
    }
