"""Company: whether two sentences tell one thing, by the company they keep: what the others of their days have in common with each.

One deed in two newsrooms' words may share little, and yet the same other sentences are close to both (Schütze's second-order
co-occurrence). Of chosen lines of ten stories of two months, 400 in all, 84 pairs a day apart at most tell one thing: of the forty
likeliest by closeness 22 are such pairs, by their company 24, of the twenty likeliest 12 and 18.
"""

from collections.abc import Sequence

import numpy as np

from rashomon.accounts.closeness import Closeness
from rashomon.accounts.counted import day_number
from rashomon.accounts.vectors import Real, Whole, whole

REACH = 1  # days around its own in which a sentence's company is sought
FAR = 0.1  # closeness under which another is no company
_AT_ONCE = 1 << 10  # pairs
_FINE = 1 << 10  # closeness in whole numbers of such parts: sums do not depend on the order


class Company:
    """Sentences, each with how close the others of its days are to it."""

    def __init__(self, closeness: Closeness, days: Sequence[str], members: Sequence[int]) -> None:
        """days: of all sentences; members: those that are compared, by their places."""
        among, day = whole(members), whole(map(day_number, days))[whole(members)]
        self._places = np.full(len(days), -1)
        self._places[among] = np.arange(len(among))
        self._shares: Real = np.zeros((len(among), len(among)))
        self._day, self._within = day.tolist(), np.zeros(len(among), np.int64)
        self._close: dict[int, Real] = {}
        for today in sorted(set(day.tolist())):
            some, others = np.flatnonzero(day == today), np.flatnonzero((day >= today) & (day <= today + REACH))
            close, own = closeness.to_each(among[some], among[others]), np.searchsorted(others, some)
            self._close[today], self._within[some] = close[:, own], np.arange(len(some))
            near = np.maximum(close - FAR, 0.0)
            near[np.arange(len(some)), own] = 1.0
            near = np.rint(near * _FINE)
            self._shares[some[:, None], others], self._shares[others[:, None], some] = near, near.T
        self._norms = np.sqrt((self._shares**2).sum(axis=1))

    def close_to(self, at: int, others: Whole) -> Real:
        """How close one member is to each of some others of its day."""
        place = self._places[at]
        close: Real = self._close[self._day[place]][self._within[place], self._within[self._places[others]]]
        return close

    def to_one(self, at: int, others: Whole) -> Real:
        """Cosines of what the company of one member and of each of some others have of them, 0 to 1."""
        one, rest = self._places[at], self._places[others]
        cosines: Real = self._shares[rest] @ self._shares[one] / (self._norms[rest] * self._norms[one])
        return cosines

    def between(self, a: Whole, b: Whole) -> Real:
        """The same of pairs of sentences; 0 where one of them is no member."""
        one, other = self._places[a], self._places[b]
        known = np.flatnonzero((one >= 0) & (other >= 0))
        cosines = np.zeros(len(a))
        for start in range(0, len(known), _AT_ONCE):
            some = known[start : start + _AT_ONCE]
            x, y = one[some], other[some]
            cosines[some] = (self._shares[x] * self._shares[y]).sum(axis=1) / (self._norms[x] * self._norms[y])
        return cosines
