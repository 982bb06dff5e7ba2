"""Likeness: how much two sentences of a story say the same, by the rare characters and numbers that they share."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat
from math import log, sqrt
from operator import add

_RUN = re.compile(r"[一-鿿]+|[0-9][0-9.,]*|[a-z][a-z'-]*")
_FINE = 1 << 20  # weights are whole numbers of such parts: their sums do not depend on the order
_COMMON = 14  # texts a feature may stand in and still propose pairs: beyond it a feature is of the story and not of a fact
_WHOLE = 8  # features from which a short text can be said to stand inside a longer one
_HELD = 0.5
_USUAL = 0.1  # share of the texts above which a feature only confirms a pair and doesn't propose one
_RARELY = 0.6  # the same of the likeness of a pair, which is worked out only where they do
_RARE_SHARE = 0.5  # share of a likeness that rarer features must make up


def features(shadow: str) -> tuple[str, ...]:
    """Pairs of Han characters, numbers and Latin words of a folded text, once each, in the order of their first place."""
    found: dict[str, None] = {}
    for run in _RUN.findall(shadow.lower()):
        if run[0] >= "一":
            found.update(zip(map(add, run, run[1:]), repeat(None)))  # the shorter of the two ends it
        else:
            found[run.replace(",", "").rstrip(".")] = None
    return tuple(found)


class Likeness:
    """Texts made comparable: cosine over features, the rarer in the story the weightier.

    Inside, a feature is a number, given in the order of first place: what is weighed a million times a story is then read from lists.
    """

    def __init__(self, texts: Sequence[str | tuple[str, ...]]) -> None:
        """texts: folded texts, or what they were found to be made of."""
        self.features = [features(text) if isinstance(text, str) else text for text in texts]
        known: dict[str, int] = {}
        self.ids = [[known.setdefault(feature, len(known)) for feature in found] for found in self.features]
        counts = [0] * len(known)
        for row in self.ids:
            for feature in row:
                counts[feature] += 1
        rarities = {count: log((len(texts) + 1) / count) + 0.1 for count in set(counts)}
        parts = {count: round(rarity * rarity * _FINE) for count, rarity in rarities.items()}
        self.rarities = [rarities[count] for count in counts]  # by the number of the feature
        self._known, self._counts, self._words = known, counts, list(known)
        self._usual = max(_COMMON, int(_USUAL * (len(texts) + 1)))
        self._weights = [parts[count] for count in counts]
        self._few: dict[int, list[list[int]]] = {}
        self._days: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    @cached_property
    def _shared(self) -> list[list[int]]:
        """What each text has in common with any other."""
        return [[feature for feature in row if self._counts[feature] > 1] for row in self.ids]

    @cached_property
    def _sets(self) -> list[frozenset[int]]:
        return [frozenset(row) for row in self._shared]

    @cached_property
    def _norms(self) -> list[float]:
        return [sqrt(sum(map(self._weights.__getitem__, row))) or 1.0 for row in self.ids]

    def _proposing(self, most: int) -> list[list[int]]:
        """What of each text stands in so few that it may propose a pair."""
        if most not in self._few:
            counts = self._counts
            self._few[most] = [[feature for feature in row if counts[feature] <= most] for row in self._shared]
        return self._few[most]

    def spread(self, feature: str) -> int:
        """How many texts hold a feature."""
        return self._counts[self._known[feature]] if feature in self._known else 0

    def rarity(self, feature: str) -> float:
        """How rare a feature of some text is."""
        return self.rarities[self._known[feature]]

    def set_of(self, at: int) -> frozenset[str]:
        """The features of one text."""
        return frozenset(self.features[at])

    def common(self, a: int, b: int) -> list[str]:
        """The features that two texts share."""
        return [self._words[feature] for feature in self._sets[a] & self._sets[b]]

    def weigh(self, features: Iterable[int]) -> int:
        """What some features, by their numbers, weigh together."""
        return sum(map(self._weights.__getitem__, features))

    def between(self, a: int, b: int) -> float:
        """Cosine of two texts, 0 to 1."""
        shared = self._sets[a] & self._sets[b]
        return sum(map(self._weights.__getitem__, shared)) / (self._norms[a] * self._norms[b]) if shared else 0.0

    def agree(self, a: int, b: int) -> bool:
        """Whether two texts do not count otherwise: numbers in both, and none in common, speak against one thing; so do days."""
        return all(not one or not other or not one.isdisjoint(other) for one, other in zip(self._counted(a), self._counted(b), strict=True))

    def _counted(self, at: int) -> tuple[frozenset[str], frozenset[str]]:
        """The numbers of a text, and its days."""
        if at not in self._days:
            found = self.features[at]
            numbers = frozenset(f for f in found if f[0] == "#" or f[0].isdecimal())
            self._days[at] = numbers, frozenset(f for f in found if f[0] == "=")
        return self._days[at]

    def pairs(self, members: Sequence[int], floor: float, *, since: Sequence[int] = ()) -> Iterator[tuple[int, int, float]]:
        """Pairs among some texts that are alike by `floor` or more, in their order; linear in what shares a rare feature.

        since: for each member the first one that it may pair with, rising; all may where it is left out.
        """
        holders: dict[int, list[int]] = defaultdict(list)
        weights, norms = self._weights, self._norms
        for place, b in enumerate(members):
            first = since[place] if since else members[0]
            shared: dict[int, int] = defaultdict(int)
            for feature in self._shared[b]:
                posting = holders[feature]
                if posting and posting[0] < first:
                    del posting[: bisect_left(posting, first)]
                if len(posting) <= _COMMON:
                    weight = weights[feature]
                    for a in posting:
                        shared[a] += weight
                posting.append(b)
            bar = floor * _RARELY * norms[b]
            for a in sorted([a for a, common in shared.items() if common >= bar * norms[a]]):
                alike = self.between(a, b)
                if alike >= floor:
                    yield a, b, alike

    def near(
        self, chosen: Iterable[int], floor: float, *, usual: int | None = None, among: Iterable[int] | None = None
    ) -> Iterator[tuple[int, int, float]]:
        """For each chosen text the others that are like it by `floor` or more, in their order.

        A text that stands whole inside a longer one counts by half of what it shares, since a cosine punishes the longer for the rest.
        usual: texts a feature may stand in and still propose a pair; a tenth of all where it is left out. among: the others, or all.
        """
        proposing = self._proposing(usual or self._usual)
        holders: dict[int, list[int]] = defaultdict(list)
        members = sorted(set(chosen))
        for a in members:
            for feature in proposing[a]:
                holders[feature].append(a)
        weights, norms, enough = self._weights, self._norms, _RARE_SHARE * floor
        least = min((norms[a] for a in members), default=0.0)
        for b in range(len(proposing)) if among is None else among:
            shared: dict[int, int] = defaultdict(int)
            for feature in proposing[b]:
                if feature in holders:
                    weight = weights[feature]
                    for a in holders[feature]:
                        shared[a] += weight
            shared.pop(b, None)
            norm = norms[b]
            bar = enough * min(norm * least, norm**2 / _HELD, least**2 / _HELD)  # most share less than any would have to
            likely = [
                a
                for a, common in shared.items()
                if common >= bar and common >= enough * min(norm * norms[a], norm**2 / _HELD, norms[a] ** 2 / _HELD)
            ]
            for a in sorted(likely):
                alike = self._nearness(a, b)
                if alike >= floor:
                    yield a, b, alike

    def _nearness(self, a: int, b: int) -> float:
        cosine = self.between(a, b)
        if min(len(self.features[a]), len(self.features[b])) < _WHOLE:
            return cosine
        low, high = sorted((self._norms[a], self._norms[b]))
        return max(cosine, _HELD * cosine * high / low)
