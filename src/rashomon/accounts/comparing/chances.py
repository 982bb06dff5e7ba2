"""Chances: how likely two sentences tell the same, by all that speaks for and against it weighed together.

No single likeness decides: one statement in two newsrooms' words shares little with its like, and templates that are filled anew share
much. The weights come from a logistic regression on 500 pairs of sentences of 300 stories that were read one by one (of what a clause
proposes, of what none does, of what older rules told), and on the pairs that half of the marked accounts relate as one statement or count.
"""

from collections.abc import Sequence
from math import log

import numpy as np

from rashomon.accounts.claims.counted import day_number
from rashomon.accounts.comparing.likeness import DAYS, NAMES, NUMBERS, Likeness
from rashomon.accounts.comparing.passages import Passage
from rashomon.accounts.comparing.vectors import Flags, Real, Shared, Whole, numbered, whole

WEIGHTS = {
    "shared": 0.086,  # features in common, names left out
    "around": 2.9,  # cosine of pairs of characters, words, names, days and amounts
    "singles": 4.2,  # cosine of their single characters, which other words for one thing share
    "numbers": 1.2,  # amounts in common, by their rarity
    "other numbers": -1.1,  # both give amounts, and none in common
    "days": 1.2,  # days in common, by their rarity
    "days apart": -3.9,  # told more than three days from one another
    "speaker": 0.7,  # one says both
    "leads": 0.5,  # both stand at the top of their articles
    "one event": 0.4,  # their articles are on one event
}
BIAS = -2.3
LIKELY = 0.25  # log-odds from which two sentences are taken to tell the same: of 191 such pairs read, most of them near it, 176 do
SURELY = 1.25  # the same where their clauses name somebody else: beneath it half of 8 did
LEAD = 2  # sentences at the top of an article, under its headline
WITHIN = 3  # days between two reports of one thing
_SOME = 5.0  # rarity that makes one thing in common count once
_FINE = 1 << 20  # weights are whole numbers of such parts: their sums do not depend on the order


class Chances:
    """The sentences of a story, and how likely two of them tell the same."""

    def __init__(self, items: Sequence[Passage], sentences: Likeness) -> None:
        """sentences: the likeness of the same sentences, with words, names (@), days (=) and amounts (#)."""
        self._items, self._sentences = items, sentences
        self._days = whole(day_number(item.witness.day) for item in items)
        self._events = numbered(item.witness.event or item.witness.article.path for item in items)
        self._leads = np.array([item.sentence in item.witness.article.sentences[: LEAD + 1] for item in items], np.bool_)
        self._speakers = [item.speakers for item in items]
        self._speaks = np.array([bool(speakers) for speakers in self._speakers], np.bool_)
        self._singles = sentences.letters.singles(bare=True)
        rarities = [log((len(items) + 1) / number) + 0.1 for number in self._singles.counts.tolist()]
        self._weights = np.array([round(rarity * rarity * _FINE) for rarity in rarities], np.float64)
        self._norms = np.sqrt(self._singles.weigh(self._weights))
        self._norms[self._norms == 0] = 1.0

    def of(self, pairs: Shared) -> Real:
        """The chance of each pair, as log-odds. pairs: two sentences each, by number, as the likeness met them."""
        signs = self.signs(pairs)
        return BIAS + sum((weight * signs[name] for name, weight in WEIGHTS.items()), np.zeros(len(pairs.a), np.float64))

    def signs(self, pairs: Shared) -> dict[str, Real]:
        """What speaks for and against each pair, by the names of the weights."""
        a, b = pairs.a, pairs.b
        apart = np.abs(self._days[a] - self._days[b]) * (self._days[a] > 0) * (self._days[b] > 0)  # what is undated is as near as can be
        numbers, rare = self._marked(pairs, NUMBERS)
        return {
            "shared": self._sentences.rarity_shared(pairs, without=NAMES)[0],
            "around": self._sentences.cosines(pairs),
            "singles": self._singles.meet(a, b).weigh(self._weights) / (self._norms[a] * self._norms[b]),
            "numbers": rare / _SOME,
            "other numbers": numbers,
            "days": self._marked(pairs, DAYS)[1] / _SOME,
            "days apart": (apart > WITHIN).astype(np.float64),
            "speaker": self._one_speaker(a, b).astype(np.float64),
            "leads": (self._leads[a] & self._leads[b]).astype(np.float64),
            "one event": (self._events[a] == self._events[b]).astype(np.float64),
        }

    def _one_speaker(self, a: Whole, b: Whole) -> Flags:
        """Whether one says both; looked up only where both name somebody."""
        said = np.zeros(len(a), np.bool_)
        both = np.flatnonzero(self._speaks[a] & self._speaks[b])
        pairs = zip(a[both].tolist(), b[both].tolist(), strict=True)
        said[both] = [not self._speakers[one].isdisjoint(self._speakers[other]) for one, other in pairs]
        return said

    def _marked(self, pairs: Shared, marks: str) -> tuple[Real, Real]:
        """Whether both sentences hold features that open with a mark, and none in common; and how rare those in common are."""
        held, shared, rare = self._sentences.marked(pairs, marks)
        return ((np.minimum(held[pairs.a], held[pairs.b]) > 0) & (shared == 0)).astype(np.float64), rare
