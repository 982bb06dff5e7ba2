"""Tolls: the dead of a day whom several outlets count, and whether the lines chosen so far have told of them."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims.claims import Claim

TOLL = "killed"  # of the infected, counts of a day or a place often pass for all
OUTLETS = 2  # from which a count is one that no account leaves out


class Tolls:
    """The highest count of the dead of each day that enough outlets give, and what has been told."""

    def __init__(self, claims: Sequence[Claim]) -> None:
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

    def gives(self, at: int) -> bool:
        """Whether a sentence gives the toll of its day."""
        return bool(self.counts[at]) and self.counts[at] == self._highest.get(self._days[at])

    def is_untold(self, at: int) -> bool:
        """Whether it does, and no line has it."""
        return self.gives(at) and self.counts[at] not in self._told

    def tell(self, at: int) -> None:
        """Take a sentence for told."""
        self._told.add(self.counts[at])


def count_dead(claim: Claim) -> int:
    """The highest count of the dead in a claim's sentence; 0 where there is none."""
    start, end = claim.sentence
    figures = claim.witness.reading.figures
    return max((figure.low or 0 for figure in figures if start <= figure.start < end and figure.measure == TOLL), default=0)
