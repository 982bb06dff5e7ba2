"""Differences: counts that look as if they contradict each other and are only of different groups or places."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import clause_of, days_between, figure_of, is_in_all, kind_of, value_of
from rashomon.accounts.claims.quantities import ANEW, bounds, is_word, level, meet
from rashomon.accounts.relations.relating import SMALL, Cell, relate, times_between, values_of
from rashomon.accounts.series.series import SAME_TIME, Row
from rashomon.accounts.series.statuses import LIKE_WITH_LIKE
from rashomon.languages import fold
from rashomon.model import Figure, Relation

SCOPES = 24  # differences of scope told a measure
SIDED = frozenset(
    {"killed", "injured", "missing", "crowd"}
)  # measures in which a side is a part of all: who is held or flees is mostly of one
PART = 0.6  # share of the whole that a place has at most, unless its clause names it: else most were one count, its place told or not
ROUGHLY = 2  # times by which a word for a size may miss the number that it stands for
ALIKE = 1.15  # times up to which two counts are most likely one
APART = 20  # times two counts may differ and still be taken for one


def differ_in_scope(rows: Sequence[Row], anew: frozenset[str], countries: frozenset[str]) -> Iterator[Relation]:
    """Counts of one measure that look as if they contradict each other and only count different groups or places.

    anew: measures that are counted anew each day, which only differ where they tell all so far. countries: places of rows that are
    countries, of which nobody takes one's dead for another's; nor one place's soldiers for another's.
    """
    by_measure: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.scope == "total" and row.measure not in ANEW:
            by_measure[row.measure].append(row)
    for measure, kin in by_measure.items():
        told = 0
        for one, other in combinations(kin, 2):
            apart = one.place != other.place and None not in (one.place, other.place)
            sided = one.group != other.group
            if apart and (sided or measure == "troops" or (one.place in countries and other.place in countries)):
                continue
            if measure == "displaced" and (one.place in countries or other.place in countries):
                continue  # who flees is counted by the land left, told or not
            if sided and measure not in SIDED:
                continue
            for a in _at_their_place(one):
                for b in _at_their_place(other):
                    if measure in anew and not all(is_in_all(claim) for claim in (*a, *b)):
                        continue
                    if (apart or sided) and times_between(figure_of(a[0]), figure_of(b[0])) <= ALIKE:
                        continue
                    if told < SCOPES and _confusable(a, b) and _may_hold(one, a, other, b) and _differ(one, a, other, b):
                        told += 1
                        first, second = (a, b) if (a[0].day, a[0].order) <= (b[0].day, b[0].order) else (b, a)
                        yield relate(
                            "differs_in_scope",
                            first,
                            second,
                            code="group" if sided else "place",
                            measure=measure,
                            **values_of(first, second),
                        )


def _differ(one: Row, a: Cell, other: Row, b: Cell) -> bool:
    """Whether the counts differ as their rows do: of places of one kind of things; of groups no other is in both, and all are more."""
    if one.group == other.group:
        return one.measure not in LIKE_WITH_LIKE or any(_may_be_one_kind(x, y) for x in a for y in b)
    if "all" in (one.group, other.group):
        whole, part = (a, b) if one.group == "all" else (b, a)
        if level(*value_of(part[0])) >= level(*value_of(whole[0])):
            return False
    return _sides(a).isdisjoint(_sides(b))


def _may_be_one_kind(a: Claim, b: Claim) -> bool:
    """Whether two figures may count one kind: the same of what was destroyed, else soldiers whose names end alike, as 部队 and 军队."""
    one, other = figure_of(a), figure_of(b)
    if one.measure == "destroyed":
        return kind_of(a, "total") == kind_of(b, "total") is not None
    return not set((one.who or "")[-2:]).isdisjoint((other.who or "")[-2:])


def _sides(cell: Cell) -> frozenset[str]:
    return frozenset(figure_of(claim).group for claim in cell) - {"all"}


def _at_their_place(row: Row) -> list[Cell]:
    """The values of a row; of a place those claims whose sentence says where they were counted, and not only the text around it."""
    if row.place is None:
        return list(row.cells)
    return [told for cell in row.cells if (told := tuple(filter(_names_its_place, cell)))]


def _names_its_place(claim: Claim) -> bool:
    place = figure_of(claim).where
    return place is not None and claim.witness.shadow.find(fold(place), *claim.sentence) >= 0


def _may_hold(one: Row, a: Cell, other: Row, b: Cell) -> bool:
    """Whether the count without a place is larger by far: a place can't have more than the whole, and what comes near it is the whole."""
    if (one.place is None) == (other.place is None):
        return True
    whole, part = (a, b) if one.place is None else (b, a)
    share = level(*value_of(part[0])) / max(1.0, level(*value_of(whole[0])))
    return share < PART or (share < 1 and any(map(_places_itself, part)))


def _places_itself(claim: Claim) -> bool:
    """Whether the clause of a count says where it was counted, and not only the text around it."""
    place = figure_of(claim).where
    return bool(place) and claim.witness.shadow.find(fold(place or ""), *clause_of(claim)) >= 0


def _confusable(a: Cell, b: Cell) -> bool:
    """Whether a reader who meets both would take them for one count: near in time and not the same value."""
    if not _at_one_time(a, b):
        return False
    one, other = figure_of(a[0]), figure_of(b[0])
    if (
        meet(one, other)
        or _may_be(one, other)
        or _may_be(other, one)
        or times_between(one, other) > APART
        or min(level(one.low, one.high), level(other.low, other.high)) < SMALL
    ):
        return False
    places = [{(claim.witness.article.path, claim.sentence) for claim in cell} for cell in (a, b)]
    return places[0] != places[1]  # told in one breath they can't be taken for each other


def _may_be(word: Figure, number: Figure) -> bool:
    """Whether a word for a size may count all that a number does: 数千 and 10,000."""
    if not is_word(word):
        return False
    low, high = bounds(word.low, word.high)
    return low / ROUGHLY <= level(number.low, number.high) <= high * ROUGHLY


def _at_one_time(a: Cell, b: Cell) -> bool:
    """Whether two values stood in the papers of the same days."""
    days = [sorted(claim.witness.day for claim in cell) for cell in (a, b)]
    return days_between(days[0][-1], days[1][0]) <= SAME_TIME and days_between(days[1][-1], days[0][0]) <= SAME_TIME
