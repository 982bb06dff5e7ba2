"""Neighbours: for each sentence the few of other articles that it is like most."""

import numpy as np

from rashomon.accounts.comparing.likeness import Pairs
from rashomon.accounts.comparing.vectors import Whole, join, look_up, once, part

FEW = 8  # sentences of other articles that are weighed beside one
NEAREST = 2  # those that it is like most
WHOLE = 0.14  # cosine of two whole sentences from which they may say the same though no clause of one is like a clause of the other


class Neighbours:
    """The few that each sentence is like most, the likest first, and of equals the earlier."""

    def __init__(self, pairs: Pairs) -> None:
        """pairs: sentences of different articles that are alike at all, each pair once."""
        one, other = np.concatenate((pairs.a, pairs.b)), np.concatenate((pairs.b, pairs.a))
        alike = np.concatenate((pairs.alike, pairs.alike))
        order = np.lexsort((other, -alike, one))
        one, other, alike = one[order], other[order], alike[order]
        place = np.arange(len(one)) - np.searchsorted(one, one)
        few = place < FEW
        keys = join(one[few], other[few])
        order = np.argsort(keys)
        self._keys, self._place, self._alike = keys[order], place[few][order], alike[few][order]

    def all(self) -> Whole:
        """Every two sentences of which one is among the few of the other, the earlier first, as joined pairs."""
        one, other = part(self._keys)
        return once(join(np.minimum(one, other), np.maximum(one, other)))

    def nearest(self) -> Whole:
        """Those each of which is among the ones that the other is like most, and like enough."""
        near = self._keys[(self._place < NEAREST) & (self._alike >= WHOLE)]
        one, other = part(near)
        return near[(one < other) & look_up(join(other, one), near)[1]]
