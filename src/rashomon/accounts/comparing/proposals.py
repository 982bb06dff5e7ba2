"""Proposals: which sentences of a story's articles may tell the same, by a clause that they share or as wholes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rashomon.accounts.claims.counted import day_number
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.clauses import Clauses
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import NAMES, Likeness
from rashomon.accounts.comparing.neighbours import Neighbours
from rashomon.accounts.comparing.passages import Passage, Passages
from rashomon.accounts.comparing.vectors import Flags, Real, Whole, changes, first_of_most, join, look_up, part, ranges, whole

TOGETHER = 0.25  # cosine from which two clauses may say the same
TOUCHING = 0.08  # cosine of two whole sentences from which they are weighed at all
WITHIN = 10  # days between two tellings that are compared
SUBSTANCE = 15.0  # rarity that the words they share must sum to, names left out: two clauses about one person need not say the same


class Stretches(NamedTuple):
    """Which clauses are of which sentence: those of one stand together."""

    spots: Whole  # by clause: its sentence, -1 where it is of none that is compared
    starts: Whole  # by sentence: its first clause
    counts: Whole  # by sentence: how many it has

    def clauses(self, sentence: int) -> range:
        """The clauses of a sentence."""
        start = int(self.starts[sentence])
        return range(start, start + int(self.counts[sentence]))


class Told(NamedTuple):
    """Pairs of sentences, each by two clauses of them."""

    pairs: Whole  # joined, rising; the earlier sentence first
    one: Whole  # the clauses, in the order of the sentences
    other: Whole
    alike: Real  # their cosine
    agree: Flags  # whether none that propose the pair counts otherwise


def lay_stretches(passages: Passages, clauses: Clauses) -> Stretches:
    """The clauses by the sentences that they are of."""
    place = {(item.witness.article.path, item.sentence): at for at, item in enumerate(passages.items)}
    spots = whole(place.get(clause.key, -1) for clause in clauses.items)
    told = np.flatnonzero(spots >= 0)
    starts = np.zeros(len(place), np.int64)
    starts[spots[told][::-1]] = told[::-1]
    return Stretches(spots, starts, np.bincount(spots[told], minlength=len(place)))


def compare_wholes(clauses: Clauses, stretches: Stretches) -> Likeness:
    """The sentences by the words, names, days and amounts of all their clauses."""
    texts: list[list[str]] = [[] for _ in stretches.counts]
    words: list[list[str]] = [[] for _ in stretches.counts]
    for clause, spot in zip(clauses.items, stretches.spots.tolist(), strict=True):
        if spot >= 0:
            texts[spot].append(clause.plain)
            words[spot] += clause.marks
            words[spot] += ["/" + word for word in clause.words]
    return Likeness(Letters(["，".join(found) for found in texts], words))


def propose_by_clause(clauses: Clauses, stretches: Stretches, roots: Whole) -> Told:
    """Sentences of different articles that share a clause in substance. roots: by sentence, the text that its article repeats."""
    likeness = clauses.likeness
    found = likeness.pairs(range(len(clauses.items)), TOGETHER, since=_window([item.witness for item in clauses.items]))
    a, b = stretches.spots[found.a], stretches.spots[found.b]
    apart = (a >= 0) & (b >= 0) & (roots[a] != roots[b]) if len(roots) else a >= 0
    kept = apart & (likeness.rarity_shared(found.shared, without=NAMES)[1] >= SUBSTANCE)
    found = found.where(kept)
    a, b, one, other, alike = a[kept], b[kept], found.a, found.b, found.alike
    pairs = join(np.minimum(a, b), np.maximum(a, b))
    order = np.argsort(pairs, kind="stable")
    starts = np.flatnonzero(changes(pairs[order]))
    best = order[first_of_most(alike[order], starts)]
    turned = (a > b)[best]
    otherwise = np.bincount(look_up(pairs, pairs[best])[0][~likeness.agree(found.shared)], minlength=len(best))
    first, second = np.where(turned, other[best], one[best]), np.where(turned, one[best], other[best])
    return Told(pairs[best], first, second, alike[best], otherwise == 0)


def find_likest(clauses: Clauses, stretches: Stretches, pairs: Whole, known: Told, agree: Flags) -> Told:
    """Every pair by its two clauses most alike, however little; the first among equals. known: those that were compared already.

    agree: by pair, whether the two sentences do not count otherwise as wholes, which holds for those that are not known.
    """
    at, held = look_up(pairs, known.pairs)
    a, b = part(pairs[~held])
    sizes = stretches.counts[a] * stretches.counts[b]
    step, wide = ranges(np.zeros(len(sizes), np.int64), sizes), np.repeat(stretches.counts[b], sizes)
    one = np.repeat(stretches.starts[a], sizes) + step // wide
    other = np.repeat(stretches.starts[b], sizes) + step % wide
    alike = clauses.likeness.between(one, other)
    best = first_of_most(alike, np.cumsum(sizes) - sizes)
    rest = Told(pairs[~held], one[best], other[best], alike[best], agree[~held])
    order = np.argsort(np.concatenate((np.flatnonzero(held), np.flatnonzero(~held))))
    return Told(*(np.concatenate((old[at[held]], new))[order] for old, new in zip(known, rest, strict=True)))


def find_neighbours(sentences: Likeness, items: Sequence[Passage], roots: Whole) -> Neighbours:
    """Which sentences of other articles each is like most. roots: by sentence, the text that its article repeats."""
    members = np.flatnonzero(sentences.lengths).tolist()
    window = [members[first] for first in _window([items[at].witness for at in members])]
    pairs = sentences.pairs(members, TOUCHING, since=window)
    return Neighbours(pairs.where(roots[pairs.a] != roots[pairs.b]))


def _window(witnesses: Sequence[Witness]) -> list[int]:
    """For each place in a row of tellings, in their order, the first that was told few enough days before it."""
    first, window = 0, []
    days = [day_number(witness.day) for witness in witnesses]
    for day in days:
        while day and days[first] and day - days[first] > WITHIN:
            first += 1
        window.append(first)
    return window
