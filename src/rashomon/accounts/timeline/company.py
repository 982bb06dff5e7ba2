"""Company: whether two sentences tell one thing, by the company they keep: what the others of their days have in common with each.

One deed in two newsrooms' words may share little, and yet the same other sentences are close to both (Schütze's second-order
co-occurrence). Of chosen lines of ten stories of two months, 400 in all, 84 pairs a day apart at most tell one thing: of the forty
likeliest by closeness 22 are such pairs, by their company 24, of the twenty likeliest 12 and 18.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from rashomon.accounts.claims.counted import day_number
from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.vectors import Real, Whole, whole

REACH = 1  # days around its own in which a sentence's company is sought: the day before and the day after
FAR = 0.1  # closeness under which another is no company
_AT_ONCE = 1 << 10  # pairs
_FINE = 1 << 10  # closeness in whole numbers of such parts: sums do not depend on the order


class _Day(NamedTuple):
    """The sentences of one day."""

    own: Whole  # their places
    around: Whole  # the places of all of their days
    close: Real  # how close each is to each of them
    shares: Real  # how much company each of the latter is to each, in whole numbers


class Company:
    """Sentences, each with how close the others of its days are to it."""

    def __init__(self, closeness: Closeness, days: Sequence[str], members: Sequence[int]) -> None:
        """days: of all sentences; members: those that are compared, by their places."""
        among, day = whole(members), whole(map(day_number, days))[whole(members)]
        self._places = np.full(len(days), -1)
        self._places[among] = np.arange(len(among))
        self._day, self._within, self._norms = day.tolist(), np.zeros(len(among), np.int64), np.zeros(len(among))
        self._days: dict[int, _Day] = {}
        left: dict[int, tuple[Whole, Real]] = {}  # day -> the places of the one before, and how much company they are to those of this one
        for today in sorted(set(self._day)):
            some, others = np.flatnonzero(day == today), np.flatnonzero((day >= today) & (day <= today + REACH))
            close, own = closeness.to_each(among[some], among[others]), np.searchsorted(others, some)
            near = np.maximum(close - FAR, 0.0)
            near[np.arange(len(some)), own] = 1.0
            near = np.rint(near * _FINE)
            around, shares = others, near
            if today in left:
                around, shares = np.concatenate((left[today][0], others)), np.hstack((left[today][1].T, near))
            left[today + REACH] = some, near[:, day[others] > today]
            self._days[today] = _Day(some, around, close[:, own], shares)
            self._within[some], self._norms[some] = np.arange(len(some)), np.sqrt(np.einsum("ij,ij->i", shares, shares))

    def close_to(self, at: int, others: Whole) -> Real:
        """How close one member is to each of some others of its day."""
        place = self._places[at]
        close: Real = self._days[self._day[place]].close[self._within[place], self._within[self._places[others]]]
        return close

    def to_one(self, at: int, others: Whole) -> Real:
        """Cosines of what the company of one member and of each of some others of its day have of them, 0 to 1."""
        one, rest = self._places[at], self._places[others]
        shares = self._days[self._day[one]].shares
        cosines: Real = (shares @ shares[self._within[one]])[self._within[rest]] / (self._norms[rest] * self._norms[one])
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

    @cached_property
    def _shares(self) -> Real:
        """How much company each sentence is to each: to most it is none."""
        shares = np.zeros((len(self._day), len(self._day)))
        for day in self._days.values():
            shares[day.own[:, None], day.around] = day.shares
        return shares
