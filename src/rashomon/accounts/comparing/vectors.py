"""Vectors: texts as rows of numbered features, and what many pairs of rows share, found at once.

Arrays are of whole numbers, or of sums of whole numbers under 2**53: what comes out does not depend on the order of anything.
"""

from collections.abc import Hashable, Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = TypeVar("Numbers", Whole, int)

_STRIDE = 80_007  # any odd number
_MANY = 0.1  # share of all rows from which it is faster to pass over all than to put those of some in order
_LOW = (1 << 16) - 1  # the greatest short number
_SIDE = 32  # bits of one side of a pair


class Shared(NamedTuple):
    """What pairs of rows share."""

    a: Whole  # the rows of each pair
    b: Whole
    at: Whole  # places of pairs, and beside each a feature that both its rows hold
    feature: Whole

    def weigh(self, weights: Real) -> Real:
        """What the features that each pair shares weigh together."""
        return np.bincount(self.at, weights=weights[self.feature], minlength=len(self.a)).astype(np.float64, copy=False)

    def where(self, kept: Flags) -> "Shared":
        """Some of the pairs."""
        number = np.cumsum(kept) - 1
        told = kept[self.at]
        return Shared(self.a[kept], self.b[kept], number[self.at[told]], self.feature[told])


class Vectors:
    """Rows of features, each once a row."""

    def __init__(self, row: Whole, code: Whole, *, rows: int) -> None:
        """row, code: which rows hold which features, in any order, any of them several times. rows: how many.

        Features are numbered in the order of their codes, which are under 2**31.
        """
        code, row = part(once(join(code, row)))  # feature by feature, and those that hold one rising
        new = changes(code)
        self.rows, self.codes = rows, code[new]
        self._bits = len(self.codes).bit_length()
        self._postings: tuple[Whole, Whole] = np.cumsum(new) - 1, row
        self._keys: Whole = np.sort(row << self._bits | self._postings[0])  # row by row, the features of a row rising
        self.row, self.feature = self._keys >> self._bits, self._keys & ((1 << self._bits) - 1)
        self.lengths: Whole = np.bincount(self.row, minlength=rows)
        self.starts: Whole = np.concatenate(([0], np.cumsum(self.lengths)))
        self.counts: Whole = np.bincount(self.feature, minlength=len(self.codes))

    def weigh(self, weights: Real) -> Real:
        """What the features of each row weigh together."""
        return np.bincount(self.row, weights=weights[self.feature], minlength=self.rows).astype(np.float64, copy=False)

    def meet(self, a: Whole, b: Whole) -> Shared:
        """What pairs of rows share: the features of the one that has fewer are looked for in the other.

        Most are not there, and most of these show by a place of a table that stands empty, in a fifth of the time of a search.
        """
        fewer = self.lengths[a] <= self.lengths[b]
        one, other = np.where(fewer, a, b), np.where(fewer, b, a)
        at, entries = self.entries(one)
        column = self.feature[entries]
        likely = np.flatnonzero(self._held[self._spots(other)[at] + column & len(self._held) - 1])
        at, column = at[likely], column[likely]
        held = self._hold(other[at], column)
        return Shared(a, b, at[held], column[held])

    def _hold(self, rows: Whole, features: Whole) -> Flags:
        """Whether rows hold features: nearly all show by a place of a table, in a third of the time of a search."""
        sought = rows << self._bits | features
        held: Flags = self._keys[self._places[self._spots(rows) + features & len(self._places) - 1]] == sought
        rest = np.flatnonzero(~held)
        held[rest] = look_up(sought[rest], self._keys)[1]
        return held

    def weigh_each(self, some: Whole, others: Whole, weights: Real) -> Real:
        """What the features that each of some rows shares with each of others weigh together: a row of numbers for each of the former."""
        place, entries = self.entries(others)
        columns = self.feature[entries]
        counts: Whole = np.bincount(columns, minlength=len(self.codes))
        holders = Places(np.cumsum(counts) - counts, counts, place[order_by(columns)])
        at, entries = self.entries(some)
        own = self.feature[entries]
        cells = np.repeat(at * len(others), counts[own]) + holders.of(own)
        worth = np.repeat(weights[own], counts[own])
        shared = np.bincount(cells, weights=worth, minlength=len(some) * len(others)).astype(np.float64, copy=False)
        return shared.reshape(len(some), len(others))

    @cached_property
    def _held(self) -> Flags:
        """Whether any row holds any of the features that fall on a place: of a power of two, some sixteen for each that is held."""
        held = np.zeros(1 << (16 * len(self._keys) | 1).bit_length(), np.bool_)
        held[self._spots(self.row) + self.feature & len(held) - 1] = True
        return held

    @cached_property
    def _places(self) -> NDArray[np.int32]:
        """Where in the order of rows the last of the features stands that fall on a place: of a power of two, some eight for each."""
        places = np.zeros(1 << (8 * len(self._keys) | 1).bit_length(), np.int32)
        places[self._spots(self.row) + self.feature & len(places) - 1] = np.arange(len(self._keys))
        return places

    @staticmethod
    def _spots(rows: Whole) -> Whole:
        """Where the features of some rows begin in such a table, far apart and one over another."""
        return rows * _STRIDE

    def of(self, row: int) -> list[int]:
        """The features of a row, rising."""
        features: list[int] = self.feature[self.starts[row] : self.starts[row + 1]].tolist()
        return features

    def listed(self) -> list[list[int]]:
        """The features of each row, rising."""
        columns, starts = self.feature.tolist(), self.starts.tolist()
        return [columns[start:end] for start, end in pairwise(starts)]

    def entries(self, rows: Whole) -> tuple[Whole, Whole]:
        """All features of some rows: the place of the row, and where the feature stands."""
        return np.repeat(np.arange(len(rows)), self.lengths[rows]), ranges(self.starts[rows], self.lengths[rows])

    def postings(self, members: Whole, most: int) -> tuple[Whole, Whole]:
        """Features of some rows that two to `most` of all rows hold: feature by feature, the rows among them that hold it."""
        common = (self.counts > 1) & (self.counts <= most)
        if len(members) > _MANY * self.rows:
            wanted = np.zeros(self.rows, np.bool_)
            wanted[members] = True
            column, row = self._postings
            kept = common[column] & wanted[row]
            return column[kept], row[kept]
        at, entries = self.entries(members)
        column = self.feature[entries]
        kept = common[column]
        column, row = column[kept], members[at[kept]]
        ordered = order_by(row, column)
        return column[ordered], row[ordered]

    def places(self, members: Whole) -> "Places":
        """Where the features of some rows stand in the order of rows."""
        wanted = np.zeros(self.rows, np.bool_)
        wanted[members] = True
        place = np.flatnonzero(wanted[self.row])
        column = self.feature[place]
        counts: Whole = np.bincount(column, minlength=len(self.codes))
        return Places(np.cumsum(counts) - counts, counts, place[order_by(column)])


class Places(NamedTuple):
    """Where each feature stands."""

    starts: Whole  # by feature, its first place
    counts: Whole  # and how many it has
    all: Whole

    def of(self, features: Whole) -> Whole:
        """Where some features stand."""
        return self.all[ranges(self.starts[features], self.counts[features])]


def ranges(starts: Whole, lengths: Whole) -> Whole:
    """Whole numbers from each start on, so many each, one run after another."""
    found: Whole = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
    found += np.arange(len(found))
    return found


def order_by(*keys: Whole) -> Whole:
    """The order of rows by several numbers each, the last weightiest; equals stay as they stood.

    Numbers under 2**16 are put in order without comparing, in a fifth of the time.
    """
    return np.lexsort([key.astype(np.uint16) if key.max(initial=0) <= _LOW else key for key in keys])


def once(numbers: Whole) -> Whole:
    """Numbers once each, rising; numpy.unique gives the same from a table, in six times the time."""
    ordered = np.sort(numbers)
    return ordered[changes(ordered)]


def changes(ordered: Whole) -> Flags:
    """Where a rising row of numbers tells a new one."""
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def join(a: Numbers, b: Numbers) -> Numbers:
    """Pairs of rows as one number each, which puts them in the order of a, then of b."""
    return a << _SIDE | b


def part(pairs: Numbers) -> tuple[Numbers, Numbers]:
    """The rows of such pairs, or of one."""
    return pairs >> _SIDE, pairs & ((1 << _SIDE) - 1)


def look_up(sought: Whole, known: Whole) -> tuple[Whole, Flags]:
    """Where some numbers stand among known ones, which rise, and whether they do: 0 and False where one is not there."""
    if not len(known):
        return np.zeros(len(sought), np.int64), np.zeros(len(sought), np.bool_)
    at = np.minimum(np.searchsorted(known, sought), len(known) - 1)
    held = known[at] == sought
    return at * held, held


def first_of_most(values: Real, starts: Whole) -> Whole:
    """Where the first of the greatest values of each run stands; starts: of the runs, which are not empty and take up all the values."""
    if not len(starts):
        return starts
    lengths = np.diff(starts, append=len(values))
    greatest = np.flatnonzero(values == np.repeat(np.maximum.reduceat(values, starts), lengths))
    return greatest[np.searchsorted(greatest, starts)]


def whole(numbers: Iterable[int]) -> Whole:
    """Some whole numbers as an array."""
    return np.fromiter(numbers, np.int64)


def numbered(names: Iterable[Hashable]) -> Whole:
    """A number for each of some names, the same for the same one."""
    known: dict[Hashable, int] = {}
    return whole(known.setdefault(name, len(known)) for name in names)
