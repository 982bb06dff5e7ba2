"""Tolls: the dead of a day whom several outlets count, or more than were known, and whether the lines chosen so far have told of them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import figure_of, value_of
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.series.outbreaks import is_outbreak
from rashomon.accounts.series.series import Row
from rashomon.languages import fold
from rashomon.model import Happening
from rashomon.model.article import Span

TOLL = "killed"  # of the infected, counts of a day or a place often pass for all
OUTLETS = 2  # from which a count is one that no account leaves out


class Tolls:
    """The highest count of the dead of each day that enough outlets give, those to which it has risen, and what has been told."""

    def __init__(self, claims: Sequence[Claim], rows: Sequence[Row]) -> None:
        self.counts = [count_dead(claim) for claim in claims]
        self._days = [claim.day for claim in claims]
        outlets: dict[tuple[str, int], set[str]] = defaultdict(set)
        for claim, count in zip(claims, self.counts, strict=True):
            if count:
                outlets[claim.day, count].add(claim.outlet)
        self._highest: dict[str, int] = {}
        for (day, count), told_by in outlets.items():
            if len(told_by) >= OUTLETS:
                self._highest[day] = max(self._highest.get(day, 0), count)
        self._told: set[int] = set()
        self._claims, self._values = claims, set[tuple[str, int | None, int | None]]()
        risen = _find_risen(rows)
        self._risen = {
            at
            for at, (claim, count) in enumerate(zip(claims, self.counts, strict=True))
            if (claim.witness.article.path, claim.sentence, count) in risen
        }

    def gives(self, at: int) -> bool:
        """Whether a sentence gives the toll of its day."""
        return at in self._risen or (bool(self.counts[at]) and self.counts[at] == self._highest.get(self._days[at]))

    def has_risen(self, at: int) -> bool:
        """Whether a sentence gives a count to which the dead have risen, and no line has it: that is news, be it in no new words."""
        return at in self._risen and self.counts[at] not in self._told

    def is_untold(self, at: int) -> bool:
        """Whether it does, and no line has it."""
        return self.gives(at) and self.counts[at] not in self._told

    def tell(self, at: int) -> None:
        """Take a sentence for told."""
        self._told.add(self.counts[at])
        self._values |= _values(self._claims[at])

    def has_own_count(self, at: int) -> bool:
        """Whether a sentence gives a count of any measure that no line has."""
        return bool(_values(self._claims[at]) - self._values)


def _find_risen(rows: Sequence[Row]) -> frozenset[tuple[str, Span, int]]:
    """Who tells that the dead are more than any total told before, as (path, sentence, count); of one day the most. None in an outbreak."""
    if is_outbreak(claim for row in rows for claim in row.claims):
        return frozenset()
    totals = [row for row in rows if row.measure == TOLL and row.group == "all" and row.grows and row.things is None]
    told = [(row.moment(claim), claim, status, row) for row in totals for claim, status in zip(row.claims, row.statuses, strict=True)]
    most, steps = 1, dict[str, tuple[Row, Claim]]()
    for _, claim, status, row in sorted(told, key=lambda one: one[0]):
        count = figure_of(claim).low or 0
        if status in ("first", "updated") and count > most:
            most = count
            if status == "updated":
                steps[claim.day] = row, claim
    return frozenset(
        (claim.witness.article.path, claim.sentence, figure_of(claim).low or 0)
        for row, step in steps.values()
        for claim in row.claims
        if value_of(claim) == value_of(step)
    )


def _values(claim: Claim) -> set[tuple[str, int | None, int | None]]:
    """What a claim's sentence counts, as (measure, low, high)."""
    start, end = claim.sentence
    return {(figure.measure, figure.low, figure.high) for figure in claim.witness.reading.figures if start <= figure.start < end}


def count_dead(claim: Claim) -> int:
    """The highest count of the dead in a claim's sentence, 1 where it tells that somebody has died; 0 where there is none."""
    start, end = claim.sentence
    figures = claim.witness.reading.figures
    counted = max((figure.low or 0 for figure in figures if start <= figure.start < end and figure.measure == TOLL), default=0)
    return counted or int(_has_died(claim))


def who_died(claim: Claim) -> str | None:
    """The person whom a claim's sentence names first, where it then tells that somebody has died; folded."""
    death = _death(claim)
    names = [name for name in claim.witness.reading.names if death and claim.sentence[0] <= name.start and name.end <= death.start()]
    return next((fold(name.text) for name in names if name.kind == "person"), None)


def _has_died(claim: Claim) -> bool:
    return _death(claim) is not None


def _death(claim: Claim) -> re.Match[str] | None:
    words, (start, end) = wording(claim.witness.article.language).died, claim.sentence
    planned = isinstance(claim.told, Happening) and claim.told.planned
    return words.search(claim.witness.lowered, start, end) if words and not planned else None
