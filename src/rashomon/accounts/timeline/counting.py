"""Counting: whether two sentences of two days count otherwise, and so tell two things in one newsroom's words."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import Value

_NUMBER = re.compile(r"[0-9][0-9.,]*")

_Counts = tuple[frozenset[str], Mapping[str, set[Value]]]  # numbers; counts by measure


class Counting:
    """The numbers and counts of some sentences, each read where it is first asked for."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._read: dict[int, _Counts] = {}

    def agree(self, a: int, b: int) -> bool:
        """Whether two share a number beside those of days, or one has none, and a count of each measure that both count.

        自本月4日以来累计66人 and 累计129人 share the 4 alone. Of 63 pairs that this keeps apart in two months 57 told two things.
        """
        (one, counts), (other, others) = self._of(a), self._of(b)
        shared = all(not counts[measure].isdisjoint(others[measure]) for measure in counts.keys() & others.keys())
        return shared and (not (one and other) or not one.isdisjoint(other))

    def _of(self, at: int) -> _Counts:
        if at not in self._read:
            self._read[at] = _numbers(self._claims[at]), _counts(self._claims[at])
        return self._read[at]


def _numbers(claim: Claim) -> frozenset[str]:
    """The numbers of a claim's sentence that tell no day."""
    (start, end), witness = claim.sentence, claim.witness
    times = [(time.start, time.end) for time in witness.reading.times if time.type == "DATE" and start <= time.start < end]
    found = _NUMBER.finditer(witness.shadow, start, end)
    return frozenset(one[0].replace(",", "").rstrip(".") for one in found if not any(a <= one.start() < b for a, b in times))


def _counts(claim: Claim) -> Mapping[str, set[Value]]:
    """What a claim's sentence counts, by measure."""
    counts: dict[str, set[Value]] = defaultdict(set)
    start, end = claim.sentence
    for figure in claim.witness.reading.figures:
        if start <= figure.start < end:
            counts[figure.measure].add((figure.low, figure.high))
    return counts
