"""Roundings: one quantity of any kind told more and less finely: 22.9万人 and 近23万人, 1,437 tonnes and 1,400."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from math import floor, log10

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.quantities import ANEW
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.amounts import Amount
from rashomon.accounts.comparing.clauses import Clause, Clauses, substance
from rashomon.accounts.comparing.contrasts import words_of
from rashomon.accounts.relations.relating import relate, telling
from rashomon.accounts.series.series import SAME_TIME
from rashomon.model import Relation

NEAR = 1.06  # times beyond which two numbers are two numbers, however round one is
LONG = 4  # digits from which a number that nobody calls rough may round another: 19 and 20 are two counts
FINE = 2  # digits that the finer number must tell
KINDS = frozenset({"people", "things", "length", "area", "volume", "mass", "share"})  # prices and spans of time differ from hour to hour
ENOUGH = (
    5  # digits of the finer number and things that both clauses name beside it, together: 96 and 100 meet by chance, 4,387 and 4,400 do not
)
BEFORE = 4  # characters before a number in which a word says that it is rough
TOLD = 24  # roundings told a story


class _Counted(msgspec.Struct, frozen=True, gc=False):
    """One amount in its clause."""

    clause: Clause
    amount: Amount
    digits: int  # that its number tells

    @property
    def number(self) -> float:
        return self.amount.number

    @property
    def claim(self) -> Claim:
        return telling(self.clause.witness, self.clause.sentence)

    @property
    def words(self) -> str:
        return self.clause.witness.article.text[self.amount.start : self.amount.end]

    @property
    def order(self) -> tuple[float, str, int]:
        return self.clause.witness.instant, self.clause.witness.article.path, self.clause.start


def relate_roundings(clauses: Clauses) -> Iterator[Relation]:
    """One quantity that articles of the same days give in numbers of which one rounds the other; the earlier telling is a.

    The count of those infected grows from day to day by less than it is rounded by: it is left to the figures.
    """
    by_kind: dict[tuple[str, float], list[_Counted]] = defaultdict(list)
    for clause in clauses.items:
        for counted in _counted(clause):
            by_kind[(counted.amount.kind, counted.amount.unit)].append(counted)
    told: dict[tuple[str, float, float, float], tuple[dict[int, _Counted], dict[int, _Counted]]] = defaultdict(lambda: ({}, {}))
    for (kind, unit), found in sorted(by_kind.items()):
        ordered = sorted(found, key=lambda one: (one.number, one.order))
        values = [one.number for one in ordered]
        for low in ordered:
            for high in ordered[bisect_right(values, low.number) : bisect_right(values, low.number * NEAR)]:
                fine, rough = (low, high) if low.digits > high.digits else (high, low)
                if _rounds(fine, rough) and _of_one_thing(fine, rough):
                    sides = told[(kind, unit, fine.number, rough.number)]
                    sides[0].setdefault(id(fine.clause), fine)
                    sides[1].setdefault(id(rough.clause), rough)
    for sides in list(told.values())[:TOLD]:
        a, b = sorted((sorted(side.values(), key=lambda one: one.order) for side in sides), key=lambda side: side[0].order)
        why = {"a_words": a[0].words, "b_words": b[0].words}
        yield relate("precision", [one.claim for one in a], [one.claim for one in b], code="rounding", **why)


def _counted(clause: Clause) -> Iterator[_Counted]:
    """The amounts of a clause that may be rounded."""
    amounts = [amount for amount in clause.amounts if amount.kind in KINDS]
    start, end = clause.sentence
    if amounts and any(figure.measure in ANEW and start <= figure.start < end for figure in clause.witness.reading.figures):
        return
    for amount in amounts:
        yield _Counted(clause, amount, digits_of(amount))


def digits_of(amount: Amount) -> int:
    """How many digits a number tells, zeros at its ends left out."""
    return len(f"{amount.number:.12f}".replace(".", "").strip("0"))


def _rounds(fine: _Counted, rough: _Counted) -> bool:
    """Whether one number is the other told to fewer digits: cut off where more is said to be meant, taken up where less is."""
    if fine.digits < FINE or fine.digits <= rough.digits or fine.number == rough.number:
        return False
    step = 10.0 ** (floor(log10(rough.number)) + 1 - rough.digits)
    apart = fine.number - rough.number
    words = words_of(rough.clause)
    shadow, amount = rough.clause.witness.shadow, rough.amount
    before, behind = shadow[max(rough.clause.start, amount.start - BEFORE) : amount.start], shadow[amount.start : amount.end + 2]
    if words and (words.more_before.search(before) or words.more_behind.search(behind)):
        return 0 < apart < step
    if words and words.less_before.search(before):
        return -step < apart < 0
    rough_told = rough.amount.kind == "share" or fine.digits >= LONG or _is_about(rough, before, behind)
    return abs(apart) <= step / 2 and rough_told


def _is_about(rough: _Counted, before: str, behind: str) -> bool:
    """Whether a word beside a number says that it is a rough one."""
    about = wording(rough.clause.witness.article.language).about
    return bool(about and about.search(f"{before}{rough.words}{behind}".lower()))


def _of_one_thing(fine: _Counted, rough: _Counted) -> bool:
    """Whether two clauses of different texts of the same days count the same thing, as far as the words beside the numbers tell."""
    a, b = fine.clause, rough.clause
    days = abs(days_between(a.witness.day, b.witness.day))
    if a.witness.root == b.witness.root or days > SAME_TIME or (a.names and b.names and a.names.isdisjoint(b.names)):
        return False
    if days and (fine.amount.kind == "share" or a.witness.key == b.witness.key):
        return False  # a rate of the next day is another, and so is what an outlet counts every day
    words = set(substance(a)) & set(substance(b))
    return bool(words) and len(words) + len(a.names & b.names) + fine.digits >= ENOUGH
