"""Likeness: how much two sentences of a story say the same, by the rare characters and numbers that they share."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt

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
            for at in range(len(run) - 1):
                found[run[at : at + 2]] = None
        else:
            found[run.replace(",", "").rstrip(".")] = None
    return tuple(found)


class Likeness:
    """Texts made comparable: cosine over features, the rarer in the story the weightier."""

    def __init__(self, texts: Sequence[str | tuple[str, ...]]) -> None:
        """texts: folded texts, or what they were found to be made of."""
        self.features = [features(text) if isinstance(text, str) else text for text in texts]
        spread = Counter(feature for found in self.features for feature in found)
        total = len(texts) + 1
        self.rarity = {feature: log(total / count) + 0.1 for feature, count in spread.items()}
        self._spread = spread
        self._usual = max(_COMMON, int(_USUAL * total))
        self._sets = [frozenset(found) for found in self.features]
        self._numbers = [frozenset(f for f in found if f[0] == "#" or f[0].isdecimal()) for found in self.features]
        self._days = [frozenset(f for f in found if f[0] == "=") for found in self.features]
        self._weights = {feature: round(rarity * rarity * _FINE) for feature, rarity in self.rarity.items()}
        self._norms = [sqrt(sum(map(self._weights.__getitem__, found))) or 1.0 for found in self._sets]

    def spread(self, feature: str) -> int:
        """How many texts hold a feature."""
        return self._spread[feature]

    def set_of(self, at: int) -> frozenset[str]:
        """The features of one text."""
        return self._sets[at]

    def weigh(self, features: Iterable[str]) -> int:
        """What some features weigh together."""
        return sum(map(self._weights.__getitem__, features))

    def between(self, a: int, b: int) -> float:
        """Cosine of two texts, 0 to 1."""
        shared = self._sets[a] & self._sets[b]
        return sum(map(self._weights.__getitem__, shared)) / (self._norms[a] * self._norms[b]) if shared else 0.0

    def agree(self, a: int, b: int) -> bool:
        """Whether two texts do not count otherwise: numbers in both, and none in common, speak against one thing; so do days."""
        kinds = ((held[a], held[b]) for held in (self._numbers, self._days))
        return all(not one or not other or not one.isdisjoint(other) for one, other in kinds)

    def pairs(self, members: Sequence[int], floor: float, *, since: Sequence[int] = ()) -> Iterator[tuple[int, int, float]]:
        """Pairs among some texts that are alike by `floor` or more, in their order; linear in what shares a rare feature.

        since: for each member the first one that it may pair with, rising; all may where it is left out.
        """
        holders: dict[str, list[int]] = defaultdict(list)
        weights, norms, spread = self._weights, self._norms, self._spread
        for place, b in enumerate(members):
            first = since[place] if since else members[0]
            shared: dict[int, int] = defaultdict(int)
            for feature in self.features[b]:
                if spread[feature] == 1:
                    continue
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

    def near(self, chosen: Iterable[int], floor: float, *, usual: int | None = None) -> Iterator[tuple[int, int, float]]:
        """For each chosen text the others that are like it by `floor` or more, in their order.

        A text that stands whole inside a longer one counts by half of what it shares, since a cosine punishes the longer for the rest.
        usual: texts a feature may stand in and still propose a pair; a tenth of all where it is left out.
        """
        holders: dict[str, list[int]] = defaultdict(list)
        for a in sorted(set(chosen)):
            for feature in self.features[a]:
                if 1 < self._spread[feature] <= (usual or self._usual):
                    holders[feature].append(a)
        norms, enough = self._norms, _RARE_SHARE * floor
        for b, found in enumerate(self.features):
            shared: dict[int, int] = defaultdict(int)
            for feature in found:
                if feature in holders:
                    weight = self._weights[feature]
                    for a in holders[feature]:
                        shared[a] += weight
            norm = norms[b]
            shared.pop(b, None)
            likely = [a for a, common in shared.items() if common >= enough * min(norm * norms[a], norm**2 / _HELD, norms[a] ** 2 / _HELD)]
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
