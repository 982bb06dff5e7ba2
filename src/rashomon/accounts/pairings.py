"""Pairings: which sentences of a story's articles tell the same, found by their clauses."""

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

import msgspec

from rashomon.accounts.clauses import Clause, Clauses
from rashomon.accounts.passages import Passage, Passages
from rashomon.accounts.series import days_between

TOGETHER = 0.25  # cosine from which two clauses may say the same
ALL_TOLD = 0.15  # cosine of their whole sentences that they need beside it
BY_ITSELF = 0.6  # cosine from which two clauses need nothing beside them
WITHIN = 10  # days between two tellings that are compared
SUBSTANCE = 15.0  # rarity that the words they share must sum to, names left out: two clauses about one person need not say the same


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences, the earlier first, by the clauses in which they say the same."""

    a: int
    b: int
    alike: float
    clauses: tuple[Clause, Clause]  # the two that are most alike, in the order of the sentences
    agree: bool = True  # whether they do not count otherwise

    def turned(self) -> "Pairing":
        """The same, seen from the other sentence."""
        return Pairing(a=self.b, b=self.a, alike=self.alike, clauses=(self.clauses[1], self.clauses[0]), agree=self.agree)


class Tellings(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of a story, and which of them tell the same."""

    items: tuple[Passage, ...]
    pairings: tuple[Pairing, ...]


def _window(clauses: Sequence[Clause]) -> list[int]:
    """For each clause the first that was told few enough days before it, since they stand in the order of their telling."""
    first, window = 0, []
    for clause in clauses:
        while days_between(clauses[first].witness.day, clause.witness.day) > WITHIN:
            first += 1
        window.append(first)
    return window


def pair(passages: Passages, clauses: Clauses) -> Tellings:
    """Sentences of different articles that share a clause in substance, each pair once, the earlier sentence first."""
    place = {(item.witness.article.path, item.sentence): at for at, item in enumerate(passages.items)}
    items, likeness = clauses.items, clauses.likeness
    spots = [place.get(clause.key) for clause in items]
    roots = [clause.witness.root for clause in items]
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    odd: set[tuple[int, int]] = set()
    for one, other, alike in likeness.pairs(range(len(items)), TOGETHER, since=_window(items)):
        a, b = spots[one], spots[other]
        if a is None or b is None or roots[one] == roots[other]:
            continue
        if sum(sorted(likeness.rarity(word) for word in likeness.common(one, other) if word[0] != "@")) >= SUBSTANCE:
            key = (a, b) if a < b else (b, a)
            if key not in best or alike > best[key][0]:
                best[key] = alike, *((one, other) if a < b else (other, one))
            if not likeness.agree(one, other):
                odd.add(key)
    whole = _Sentences(clauses, spots)
    return Tellings(
        items=passages.items,
        pairings=tuple(
            Pairing(a=a, b=b, alike=alike, clauses=(items[at], items[to]), agree=(a, b) not in odd)
            for (a, b), (alike, at, to) in sorted(best.items())
            if alike >= BY_ITSELF or whole.between(a, b) >= ALL_TOLD
        ),
    )


class _Sentences:
    """The sentences of a story compared by all their clauses, so that a stock phrase in common makes no agreement."""

    def __init__(self, clauses: Clauses, spots: Sequence[int | None]) -> None:
        """spots: the place of each clause's sentence among the passages."""
        self._weigh = clauses.likeness.weigh
        self._sets: dict[int | None, set[int]] = defaultdict(set)
        for spot, ids in zip(spots, clauses.likeness.ids, strict=True):
            self._sets[spot].update(ids)
        self._weights: dict[int, int] = {}

    def between(self, a: int, b: int) -> float:
        """Cosine of two sentences."""
        return self._weigh(self._sets[a] & self._sets[b]) / sqrt((self._weight(a) * self._weight(b)) or 1)

    def _weight(self, at: int) -> int:
        if at not in self._weights:
            self._weights[at] = self._weigh(self._sets[at])
        return self._weights[at]
