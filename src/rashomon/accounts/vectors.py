"""Vectors: texts as rows of numbered features, and what many pairs of rows share, found at once.

Arrays are of whole numbers, or of sums of whole numbers under 2**53: what comes out does not depend on the order of anything.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


class Vectors:
    """Rows of features, each once a row."""

    def __init__(self, row: Whole, feature: Whole, *, rows: int, features: int) -> None:
        """row, feature: which rows hold which features, by number, in any order, any of them several times. rows, features: how many."""
        self.rows, self.features = rows, max(features, 1)
        self._keys: Whole = once(row * self.features + feature)  # row by row, the features of a row rising
        self._row, self._columns = np.divmod(self._keys, self.features)
        self.lengths: Whole = np.bincount(self._row, minlength=rows)
        self.starts: Whole = np.concatenate(([0], np.cumsum(self.lengths)))
        self.counts: Whole = np.bincount(self._columns, minlength=features)

    def weigh(self, weights: Real) -> Real:
        """What the features of each row weigh together."""
        return np.bincount(self._row, weights=weights[self._columns], minlength=self.rows).astype(np.float64)

    def meet(self, a: Whole, b: Whole, *, sought: NDArray[np.bool_] | None = None) -> tuple[Whole, Whole]:
        """What pairs of rows share: the places of the pairs, and beside each a feature that both its rows hold.

        sought: for each feature whether it is looked for; all are where it is left out.
        """
        at, entries = self.entries(a)
        column = self._columns[entries]
        if sought is not None:
            kept = sought[column]
            at, column = at[kept], column[kept]
        keys = b[at] * self.features + column
        found = np.searchsorted(self._keys, keys)
        held = self._keys[np.minimum(found, len(self._keys) - 1)] == keys if len(self._keys) else np.zeros(0, np.bool_)
        return at[held], column[held]

    def shared(self, a: Whole, b: Whole, *weights: Real) -> tuple[Real, ...]:
        """For each of some weights of the features, what the features that pairs of rows share weigh together."""
        at, column = self.meet(a, b)
        return tuple(np.bincount(at, weights=given[column], minlength=len(a)).astype(np.float64) for given in weights)

    def listed(self) -> list[list[int]]:
        """The features of each row, rising."""
        columns, starts = self._columns.tolist(), self.starts.tolist()
        return [columns[start:end] for start, end in pairwise(starts)]

    def entries(self, rows: Whole) -> tuple[Whole, Whole]:
        """All features of some rows: the place of the row, and where the feature stands."""
        return np.repeat(np.arange(len(rows)), self.lengths[rows]), ranges(self.starts[rows], self.lengths[rows])

    def postings(self, members: Whole, most: int) -> tuple[Whole, Whole]:
        """Features of some rows that two to `most` of all rows hold: feature by feature, the rows among them that hold it."""
        at, entries = self.entries(members)
        column = self._columns[entries]
        counts = self.counts[column]
        kept = (counts > 1) & (counts <= most)
        column, row = column[kept], members[at[kept]]
        order = np.argsort(column * self.rows + row)
        return column[order], row[order]


def ranges(starts: Whole, lengths: Whole) -> Whole:
    """Whole numbers from each start on, so many each, one run after another."""
    return np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))


def once(numbers: Whole) -> Whole:
    """Numbers once each, rising; numpy.unique gives the same from a table, in six times the time."""
    ordered = np.sort(numbers)
    return ordered[_changes(ordered)]


def _changes(ordered: Whole) -> NDArray[np.bool_]:
    """Where a rising row of numbers tells a new one."""
    return np.concatenate((np.ones(min(len(ordered), 1), np.bool_), ordered[1:] != ordered[:-1]))


def gather(keys: Whole, weights: Real) -> tuple[Whole, Real]:
    """Keys once each, rising, with what stands beside them in sum."""
    order = np.argsort(keys)
    keys = keys[order]
    firsts = np.flatnonzero(_changes(keys))
    return keys[firsts], np.add.reduceat(weights[order], firsts) if len(keys) else weights


def whole(numbers: Iterable[int] | Iterable[tuple[int, int]]) -> Whole:
    """Some whole numbers as an array."""
    return np.array(list(numbers), np.int64)
