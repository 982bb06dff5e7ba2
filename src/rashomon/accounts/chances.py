"""Chances: how likely two sentences tell the same, by all that speaks for and against it weighed together.

No single likeness decides: one statement in two newsrooms' words shares little with its like, and templates that are filled anew share
much. The weights come from a logistic regression on which pairs of sentences the marked accounts relate as one statement or count,
and on 150 pairs of forty other stories that were read one by one.
"""

from collections.abc import Mapping, Sequence
from math import log

import numpy as np

from rashomon.accounts.likeness import DAYS, NAMES, NUMBERS, Likeness
from rashomon.accounts.passages import Passage
from rashomon.accounts.series import days_between
from rashomon.accounts.vectors import Flags, Real, Shared, Whole, numbered, whole

WEIGHTS = {
    "singles": 3.8,  # cosine of their single characters, which other words for one thing share
    "clauses": 4.8,  # cosine of pairs of characters in the two clauses most alike
    "nearer": 1.1,  # how few sentences one of them is like more, from 1 down
    "farther": 2.8,  # the same of the other
    "speaker": 0.8,  # one says both
    "two speakers": 0.2,  # both name a source, and not the same
    "numbers": 0.9,  # amounts in common, by their rarity
    "other numbers": -0.8,  # both give amounts, and none in common
    "other days": -2.0,
    "other names": -2.6,  # both give several, and none in common
    "one day": 2.3,  # told on one day
    "next day": 1.2,
    "days apart": -0.9,  # more than three
    "one outlet": -1.9,  # who has told it need not tell it again
}
BIAS = -8.7
LIKELY = -2.5  # log-odds from which two sentences are taken to tell the same: of 102 such pairs read that no rule had found 80 do
UNLIKELY = -3.5  # beneath which they are not, whatever clause they share: of 28 such pairs read that a rule had found 10 do
APART = -6.0  # beneath which one is not even a later state of the other: of 18 such updates read the 5 beneath it are none
_SOME = 5.0  # rarity that makes one thing in common count once
_FINE = 1 << 20  # weights are whole numbers of such parts: their sums do not depend on the order


class Chances:
    """The sentences of a story, and how likely two of them tell the same."""

    def __init__(self, items: Sequence[Passage], sentences: Likeness) -> None:
        """sentences: the likeness of the same sentences, with words, names (@), days (=) and amounts (#)."""
        self._items, self._sentences = items, sentences
        self._days = whole(days_between(_FIRST, item.witness.day) for item in items)
        self._outlets = numbered(item.witness.name for item in items)
        self._speakers = [item.speakers for item in items]
        self._speaks = np.array([bool(speakers) for speakers in self._speakers], np.bool_)
        self._sourced = np.array([bool(item.origins) for item in items], np.bool_)
        self._singles = sentences.letters.singles()
        counts = self._singles.counts[: len(self._singles.codes) - len(sentences.letters.words)].tolist()
        rarities = [log((len(items) + 1) / number) + 0.1 for number in counts]
        self._weights = np.zeros(len(self._singles.counts), np.float64)
        self._weights[: len(rarities)] = [round(rarity * rarity * _FINE) for rarity in rarities]
        self._norms = np.sqrt(self._singles.weigh(self._weights))
        self._norms[self._norms == 0] = 1.0

    def of(self, pairs: Shared, alike: Real, places: Real) -> Real:
        """The chance of each pair, as log-odds.

        pairs: two sentences each, by number, as the likeness met them; alike: cosine of their two clauses most alike; places: how many
        are liker, for either.
        """
        return weigh(self.signs(pairs, places), alike)

    def signs(self, pairs: Shared, places: Real) -> dict[str, Real]:
        """What speaks for and against each pair beside its clauses, by the names of the weights."""
        a, b = pairs.a, pairs.b
        apart = np.abs(self._days[a] - self._days[b]) * (self._days[a] > 0) * (self._days[b] > 0)  # what is undated is as near as can be
        said = self._one_speaker(a, b)
        numbers, rare = self._marked(pairs, NUMBERS)
        return {
            "singles": self._singles.meet(a, b).weigh(self._weights) / (self._norms[a] * self._norms[b]),
            "nearer": 1 / (1 + places.min(axis=1)),
            "farther": 1 / (1 + places.max(axis=1)),
            "speaker": said.astype(np.float64),
            "two speakers": (self._sourced[a] & self._sourced[b] & ~said).astype(np.float64),
            "numbers": rare / _SOME,
            "other numbers": numbers,
            "other days": self._marked(pairs, DAYS)[0],
            "other names": self._marked(pairs, NAMES, least=2)[0],
            "one day": (apart == 0).astype(np.float64),
            "next day": (apart == 1).astype(np.float64),
            "days apart": (apart > 3).astype(np.float64),
            "one outlet": (self._outlets[a] == self._outlets[b]).astype(np.float64),
        }

    def _one_speaker(self, a: Whole, b: Whole) -> Flags:
        """Whether one says both; looked up only where both name somebody."""
        said = np.zeros(len(a), np.bool_)
        both = np.flatnonzero(self._speaks[a] & self._speaks[b])
        pairs = zip(a[both].tolist(), b[both].tolist(), strict=True)
        said[both] = [not self._speakers[one].isdisjoint(self._speakers[other]) for one, other in pairs]
        return said

    def _marked(self, pairs: Shared, marks: str, *, least: int = 1) -> tuple[Real, Real]:
        """Whether both sentences hold so many features that open with a mark, and none in common; and how rare those in common are."""
        held, shared, rare = self._sentences.marked(pairs, marks)
        return ((np.minimum(held[pairs.a], held[pairs.b]) >= least) & (shared == 0)).astype(np.float64), rare


def weigh(signs: Mapping[str, Real], alike: Real) -> Real:
    """The chance of each pair, as log-odds, by what speaks for and against it and by how alike two of its clauses are."""
    told = {**signs, "clauses": alike}
    return BIAS + sum((weight * told[name] for name, weight in WEIGHTS.items()), np.zeros(len(alike), np.float64))


_FIRST = "0001-01-01"  # any day that others are counted from
