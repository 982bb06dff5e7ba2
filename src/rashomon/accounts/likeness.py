"""Likeness: how much two sentences of a story say the same, by the rare characters and numbers that they share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.letters import Letters, spell
from rashomon.accounts.vectors import Real, Whole, gather, ranges, whole

_FINE = 1 << 20  # weights are whole numbers of such parts: their sums do not depend on the order
_COMMON = 14  # texts a feature may stand in and still propose pairs: beyond it a feature is of the story and not of a fact
_WHOLE = 8  # features from which a short text can be said to stand inside a longer one
_HELD = 0.5
_USUAL = 0.1  # share of the texts above which a feature only confirms a pair and doesn't propose one
_RARELY = 0.6  # the same of the likeness of a pair, which is worked out only where they do
_RARE_SHARE = 0.5  # share of a likeness that rarer features must make up


class Pairs(msgspec.Struct, frozen=True):
    """Pairs of texts and how alike they are, in three arrays of one length."""

    a: Whole
    b: Whole
    alike: Real

    def where(self, kept: NDArray[np.bool_]) -> "Pairs":
        """Some of them."""
        return Pairs(self.a[kept], self.b[kept], self.alike[kept])

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.a.tolist(), self.b.tolist(), self.alike.tolist(), strict=True)


class Likeness:
    """Texts made comparable: cosine over features, the rarer in the story the weightier.

    Inside, a feature is a number and a text a row of them: many pairs are compared at once.
    """

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self._vectors, self._codes = letters.pairs()
        size, counts = letters.size, self._vectors.counts
        known = [log((size + 1) / max(number, 1)) + 0.1 for number in range(int(counts.max(initial=0)) + 1)]  # by texts that hold it
        self.rarities: list[float] = np.array(known)[counts].tolist()  # by the number of the feature
        self._parts: Real = np.array([round(rarity * _FINE) for rarity in known], np.float64)[counts]
        self._weights: Real = np.array([round(rarity * rarity * _FINE) for rarity in known], np.float64)[counts]
        self._norms = np.sqrt(self._vectors.weigh(self._weights))
        self._norms[self._norms == 0] = 1.0
        self._usual = max(_COMMON, int(_USUAL * (size + 1)))

    @cached_property
    def ids(self) -> list[list[int]]:
        """The features of each text, by their numbers."""
        return self._vectors.listed()

    @cached_property
    def _words(self) -> list[str]:
        """The features, by their numbers."""
        return [*spell(self._codes), *self.letters.words]

    def _marked(self, marks: Callable[[str], bool]) -> Real:
        """1 for every feature that is a word of some kind, else 0."""
        words = np.array([marks(word) for word in self.letters.words], np.float64)
        return np.concatenate((np.zeros(len(self._codes)), words))

    @cached_property
    def _known(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self._words)}

    def spread(self, feature: str) -> int:
        """How many texts hold a feature."""
        return int(self._vectors.counts[self._known[feature]]) if feature in self._known else 0

    def rarity(self, feature: str) -> float:
        """How rare a feature of some text is."""
        return self.rarities[self._known[feature]]

    def set_of(self, at: int) -> frozenset[str]:
        """The features of one text."""
        return frozenset(map(self._words.__getitem__, self.ids[at]))

    def common(self, a: int, b: int) -> list[str]:
        """The features that two texts share."""
        return [self._words[feature] for feature in sorted(set(self.ids[a]).intersection(self.ids[b]))]

    def between(self, a: Whole, b: Whole) -> Real:
        """Cosines of pairs of texts, 0 to 1."""
        cosines: Real = self._vectors.shared(a, b, self._weights)[0] / (self._norms[a] * self._norms[b])
        return cosines

    def rarity_shared(self, a: Whole, b: Whole, *, without: str = "") -> tuple[Real, Real]:
        """How many features pairs of texts share, and how rare these are in sum; without those that open with a mark."""
        counted = 1 - self._marked(lambda word: word[0] in without)
        number, rare = self._vectors.shared(a, b, counted, self._parts * counted)
        return number, rare / _FINE

    def marked(self, a: Whole, b: Whole, marks: str) -> tuple[Real, Real, Real]:
        """Features that open with one of some marks: how many each text holds; how many pairs of texts share, how rare these are in sum."""
        counted = np.array([word[0] in marks for word in self._words], np.float64)
        shared, rare = self._vectors.shared(a, b, counted, self._parts * counted)
        return self._vectors.weigh(counted), shared, rare / _FINE

    def rarity_of_all(self) -> Real:
        """How rare the features of each text are in sum."""
        return self._vectors.weigh(self._parts) / _FINE

    def agree(self, a: Whole, b: Whole) -> NDArray[np.bool_]:
        """Whether pairs of texts do not count otherwise: numbers in both, and none in common, speak against one thing; so do days."""
        agreed = np.ones(len(a), np.bool_)
        for counted in self._counted:
            held = self._vectors.weigh(counted) > 0
            both = np.flatnonzero(held[a] & held[b])
            agreed[both] = self._vectors.shared(a[both], b[both], counted)[0] > 0
        return agreed

    @cached_property
    def _counted(self) -> tuple[Real, Real]:
        """Which features are numbers, and which days."""
        return self._marked(lambda word: word[0] == "#" or word[0].isdecimal()), self._marked(lambda word: word[0] == "=")

    def pairs(self, members: Sequence[int], floor: float, *, since: Sequence[int] = ()) -> Pairs:
        """Pairs among some texts that are alike by `floor` or more, in their order; linear in what shares a rare feature.

        members: rising. since: for each member the first one that it may pair with, rising; all may where it is left out.
        """
        feature, row = self._vectors.postings(whole(members), self._vectors.rows)
        first = np.zeros(self._vectors.rows, np.int64)
        first[whole(members)] = whole(since) if since else 0
        keys = feature * self._vectors.rows + row
        start = np.searchsorted(keys, feature * self._vectors.rows + first[row])
        before = np.arange(len(row)) - start  # texts of its window that hold the feature and were told before it
        before[before > _COMMON] = 0
        proposed = self._propose(np.repeat(row, before), row[ranges(start, before)], np.repeat(feature, before))
        bar = floor * _RARELY * self._norms[proposed.b]
        proposed = proposed.where(proposed.alike >= bar * self._norms[proposed.a])
        found = Pairs(proposed.a, proposed.b, self.between(proposed.a, proposed.b))
        return found.where(found.alike >= floor)

    def near(self, chosen: Iterable[int], floor: float, *, usual: int | None = None, among: Iterable[int] | None = None) -> Pairs:
        """For each chosen text the others that are like it by `floor` or more, in their order.

        A text that stands whole inside a longer one counts by half of what it shares, since a cosine punishes the longer for the rest.
        usual: texts a feature may stand in and still propose a pair; a tenth of all where it is left out. among: the others, or all.
        """
        others = np.arange(self._vectors.rows) if among is None else whole(among)
        feature, row = self._vectors.postings(whole(sorted(set(chosen))), usual or self._usual)
        sought, other = self._vectors.postings(others, usual or self._usual)
        start = np.searchsorted(feature, sought)
        held = np.searchsorted(feature, sought, side="right") - start
        proposed = self._propose(np.repeat(other, held), row[ranges(start, held)], np.repeat(sought, held))
        low, high = self._lower_higher(proposed)
        likely = proposed.alike >= _RARE_SHARE * floor * np.minimum(low * high, low**2 / _HELD)
        proposed = proposed.where(likely & (proposed.a != proposed.b))
        cosine = self.between(proposed.a, proposed.b)
        low, high = self._lower_higher(proposed)
        long = np.minimum(self._vectors.lengths[proposed.a], self._vectors.lengths[proposed.b]) >= _WHOLE
        found = Pairs(proposed.a, proposed.b, np.where(long, np.maximum(cosine, _HELD * cosine * high / low), cosine))
        return found.where(found.alike >= floor)

    def _propose(self, b: Whole, a: Whole, feature: Whole) -> Pairs:
        """Pairs that share some features, each once, by (b, a), with what these weigh."""
        keys, shared = gather(b * self._vectors.rows + a, self._weights[feature])
        return Pairs(keys % self._vectors.rows, keys // self._vectors.rows, shared)

    def _lower_higher(self, pairs: Pairs) -> tuple[Real, Real]:
        one, other = self._norms[pairs.a], self._norms[pairs.b]
        return np.minimum(one, other), np.maximum(one, other)
