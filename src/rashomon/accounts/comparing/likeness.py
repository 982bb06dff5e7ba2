"""Likeness: how much two sentences of a story say the same, by the rare characters and numbers that they share."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

import numpy as np

from rashomon.accounts.comparing.letters import Letters, spell
from rashomon.accounts.comparing.vectors import Flags, Real, Shared, Whole, changes, order_by, ranges, whole

_FINE = 1 << 20  # weights are whole numbers of such parts: their sums do not depend on the order
_COMMON = 14  # texts a feature may stand in and still propose pairs: beyond it a feature is of the story and not of a fact
_WHOLE = 8  # features from which a short text can be said to stand inside a longer one
_HELD = 0.5
NUMBERS, DAYS, NAMES = "#0123456789", "=", "@"  # what features open with that are no words
_USUAL = 0.1  # share of the texts above which a feature only confirms a pair and doesn't propose one
_RARELY = 0.6  # the same of the likeness of a pair, which is worked out only where they do
_RARE_SHARE = 0.5  # share of a likeness that rarer features must make up


class Pairs(NamedTuple):
    """Pairs of texts, what they share and how alike they are."""

    shared: Shared
    alike: Real

    @property
    def a(self) -> Whole:
        return self.shared.a

    @property
    def b(self) -> Whole:
        return self.shared.b

    def where(self, kept: Flags) -> "Pairs":
        """Some of them."""
        return Pairs(self.shared.where(kept), self.alike[kept])

    def listed(self) -> Iterator[tuple[int, int, float]]:
        """Each pair with its likeness."""
        return zip(self.a.tolist(), self.b.tolist(), self.alike.tolist(), strict=True)


class Likeness:
    """Texts made comparable: cosine over features, the rarer in the story the weightier.

    Inside, a feature is a number and a text a row of them: many pairs are compared at once.
    """

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self.vectors = letters.pairs()
        self._codes = self.vectors.codes[: len(self.vectors.codes) - len(letters.words)]
        size, counts = letters.size, self.vectors.counts
        known = [log((size + 1) / max(number, 1)) + 0.1 for number in range(int(counts.max(initial=0)) + 1)]  # by texts that hold it
        self.rarities: list[float] = np.array(known)[counts].tolist()  # by the number of the feature
        self._parts: Real = np.array([round(rarity * _FINE) for rarity in known], np.float64)[counts]
        self._weights: Real = np.array([round(rarity * rarity * _FINE) for rarity in known], np.float64)[counts]
        self._norms = np.sqrt(self.vectors.weigh(self._weights))
        self._norms[self._norms == 0] = 1.0
        self._known_marks: dict[str, Real] = {}
        self._usual = max(_COMMON, int(_USUAL * (size + 1)))

    @cached_property
    def _words(self) -> list[str]:
        """The features, by their numbers."""
        return [*spell(self._codes), *self.letters.words]

    def features(self, at: int) -> list[int]:
        """The features of one text, by their numbers."""
        return self.vectors.of(at)

    def word(self, feature: int) -> str:
        """A feature by its number."""
        return self._words[feature]

    def spread(self, feature: int) -> int:
        """How many texts hold a feature."""
        return int(self.vectors.counts[feature])

    @property
    def lengths(self) -> Whole:
        """How many features each text has."""
        return self.vectors.lengths

    def between(self, a: Whole, b: Whole) -> Real:
        """Cosines of pairs of texts, 0 to 1."""
        return self.cosines(self.meet(a, b))

    def to_each(self, some: Whole, others: Whole) -> Real:
        """Cosines of each of some texts and each of others, a row of numbers for each of the former."""
        cosines: Real = self.vectors.weigh_each(some, others, self._weights) / (self._norms[some][:, None] * self._norms[others])
        return cosines

    def meet(self, a: Whole, b: Whole) -> Shared:
        """What pairs of texts share, looked up once for all that is asked of it."""
        return self.vectors.meet(a, b)

    def cosines(self, shared: Shared) -> Real:
        """Cosines of pairs of texts by what they share, 0 to 1."""
        cosines: Real = shared.weigh(self._weights) / (self._norms[shared.a] * self._norms[shared.b])
        return cosines

    def rarity_shared(self, shared: Shared, *, without: str = "") -> tuple[Real, Real]:
        """How many features pairs of texts share, and how rare these are in sum; without those that open with a mark."""
        counted = 1 - self._marked(without)
        return shared.weigh(counted), shared.weigh(self._parts * counted) / _FINE

    def marked(self, shared: Shared, marks: str) -> tuple[Real, Real, Real]:
        """Features that open with one of some marks: how many each text holds; how many pairs of texts share, how rare these are in sum."""
        counted = self._marked(marks)
        return self.vectors.weigh(counted), shared.weigh(counted), shared.weigh(self._parts * counted) / _FINE

    def agree(self, shared: Shared) -> Flags:
        """Whether pairs of texts do not count otherwise: days in both, and none in common, speak against one thing; else so do numbers."""
        agreed = np.ones(len(shared.a), np.bool_)
        for marks in (NUMBERS, DAYS):
            held, number, _ = self.marked(shared, marks)
            agreed = np.where((held[shared.a] > 0) & (held[shared.b] > 0), number > 0, agreed)
        return agreed

    def _marked(self, marks: str) -> Real:
        """1 for every feature that opens with one of some marks, else 0; pairs of Han characters open with none."""
        if marks not in self._known_marks:
            words = np.array([word[0] in marks for word in self.letters.words], np.float64)
            self._known_marks[marks] = np.concatenate((np.zeros(len(self._codes)), words))
        return self._known_marks[marks]

    def pairs(self, members: Sequence[int], floor: float, *, since: Sequence[int] = ()) -> Pairs:
        """Pairs among some texts that are alike by `floor` or more, in their order; linear in what shares a rare feature.

        members: rising. since: for each member the first one that it may pair with, rising; all may where it is left out.
        """
        feature, row = self.vectors.postings(whole(members), self.vectors.rows)
        first = np.zeros(self.vectors.rows, np.int64)
        first[whole(members)] = whole(since) if since else 0
        keys = feature * self.vectors.rows + row
        start = np.searchsorted(keys, feature * self.vectors.rows + first[row])
        before = np.arange(len(row)) - start  # texts of its window that hold the feature and were told before it
        before[before > _COMMON] = 0
        one, other, weight = self._propose(row[ranges(start, before)], np.repeat(row, before), np.repeat(feature, before))
        likely = weight >= floor * _RARELY * self._norms[other] * self._norms[one]
        shared = self.meet(one[likely], other[likely])
        found = Pairs(shared, self.cosines(shared))
        return found.where(found.alike >= floor)

    def near(self, chosen: Iterable[int], floor: float, *, usual: int | None = None, groups: Whole | None = None) -> Pairs:
        """For each chosen text the others that are like it by `floor` or more, in their order.

        A text that stands whole inside a longer one counts by half of what it shares, since a cosine punishes the longer for the rest.
        usual: texts a feature may stand in and still propose a pair; a tenth of all where it is left out. groups: by text, where only
        those of one group are compared.
        """
        group = np.zeros(self.vectors.rows, np.int64) if groups is None else groups
        apart = int(group.max(initial=0)) + 1
        feature, row = self.vectors.postings(whole(sorted(set(chosen))), usual or self._usual)
        ordered = order_by(group[row], feature)
        feature, row = feature[ordered], row[ordered]
        sought, other = self.vectors.postings(np.arange(self.vectors.rows), usual or self._usual)
        known, keys = feature * apart + group[row], sought * apart + group[other]
        start = np.searchsorted(known, keys)
        held = np.searchsorted(known, keys, side="right") - start
        one, other, weight = self._propose(row[ranges(start, held)], np.repeat(other, held), np.repeat(sought, held))
        low, high = self._lower_higher(one, other)
        likely = (weight >= _RARE_SHARE * floor * np.minimum(low * high, low**2 / _HELD)) & (one != other)
        shared = self.meet(one[likely], other[likely])
        low, high = low[likely], high[likely]
        cosine = self.cosines(shared)
        long = np.minimum(self.vectors.lengths[shared.a], self.vectors.lengths[shared.b]) >= _WHOLE
        found = Pairs(shared, np.where(long, np.maximum(cosine, _HELD * cosine * high / low), cosine))
        return found.where(found.alike >= floor)

    def _propose(self, a: Whole, b: Whole, feature: Whole) -> tuple[Whole, Whole, Real]:
        """Pairs that share some features, each once, by (b, a), with what these weigh."""
        ordered = order_by(a, b)
        a, b, weight = a[ordered], b[ordered], self._weights[feature[ordered]]
        firsts = np.flatnonzero(changes(a) | changes(b))
        return a[firsts], b[firsts], np.add.reduceat(weight, firsts) if len(firsts) else weight

    def _lower_higher(self, a: Whole, b: Whole) -> tuple[Real, Real]:
        one, other = self._norms[a], self._norms[b]
        return np.minimum(one, other), np.maximum(one, other)
