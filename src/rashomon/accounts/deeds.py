"""Deeds: clauses of different sentences that tell of one deed: a verb in common, and what it is done by, to or with."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np
import rjieba

from rashomon.accounts.clauses import Clause
from rashomon.accounts.letters import Letters
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.vectors import Flags, Real, Whole, numbered
from rashomon.languages import fold, language

LIKE = 0.25  # cosine of two clauses' words from which they are looked at
HELD = 0.5  # share of the lighter clause that must stand in the other
PLAIN = (
    0.9  # that share times the rarity of what they share, in rarities of a word that stands once in the story, from which it is one deed
)
FEW = 2  # things in common that make a deed: what was done, and one more


class Deeds(NamedTuple):
    """Pairs of clauses, by their places, that tell of one deed."""

    a: Whole
    b: Whole
    plain: Real  # how plainly
    several: Flags  # whether they share more than two things: the deed, and what it was done by, to, with, on which day


def find_deeds(clauses: Sequence[Clause], since: Sequence[int]) -> Deeds:
    """Clauses of different texts that share a verb of substance and something beside it, and hold most of the shorter one in common.

    since: for each clause the first one that it may tell the same as. A term of several words counts once, by its rarest: who shares
    an office's long name shares one thing. Words that all news uses count for nothing.
    """
    texts = [(*substance(clause), *clause.marks) for clause in clauses]
    likeness = Likeness(Letters([""] * len(texts), texts))
    roots = numbered(clause.witness.root for clause in clauses)
    enough = PLAIN * log(len(texts) + 1)
    weights = likeness.rarity_of_all()
    pairs = likeness.pairs(range(len(texts)), LIKE, since=since)
    number, told = likeness.rarity_shared(pairs.shared)
    share = told / np.minimum(weights[pairs.a], weights[pairs.b])
    likely = (number >= FEW) & (share >= HELD) & (told * share >= enough)  # terms of several words only make it less
    likely &= roots[pairs.a] != roots[pairs.b]
    pairs, share = pairs.where(likely), share[likely]
    weighed = [
        _weigh(clauses[a], clauses[b], likeness, common)
        for a, b, common in zip(pairs.a.tolist(), pairs.b.tolist(), likeness.words_shared(pairs.shared), strict=True)
    ]
    plain = np.array([weight for weight, _ in weighed], np.float64) * share
    several = np.array([parts > FEW for _, parts in weighed], np.bool_)
    told_of = plain >= enough
    return Deeds(pairs.a[told_of], pairs.b[told_of], plain[told_of], several[told_of])


def substance(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that say what it is about."""
    idle = _idle((clause.witness.article.language or "").split("-")[0])
    return tuple(word for word in clause.words if word not in idle)


@cache
def _idle(code: str) -> frozenset[str]:
    known = language(code)
    return frozenset(fold(word) for word in known.words("stopwords")) if known else frozenset()


def _weigh(a: Clause, b: Clause, likeness: Likeness, common: Sequence[str]) -> tuple[float, int]:
    """What two clauses share weighs, and in how many parts; 0 where none of them is a verb by itself, or it is the only one."""
    beside = sorted(word for word in common if word[0] in "@#=")
    words = frozenset(common)
    shared = [word for word in a.words if word in words]
    if not any(map(_is_verb, shared)):
        return 0.0, 0
    units = list(_units(a, b, shared))
    parts = len(units) + len(beside)
    if parts < FEW or not any(len(unit) == 1 and _is_verb(unit[0]) for unit in units):
        return 0.0, 0
    return sum(max(map(likeness.rarity, unit)) for unit in units) + sum(map(likeness.rarity, beside)), parts


def _units(a: Clause, b: Clause, shared: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What two clauses share, in the order of a, nouns that stand side by side in both as one."""
    unit: list[str] = []
    for word in shared:
        if unit and not _is_verb(word) and not _is_verb(unit[-1]) and _side_by_side(unit[-1], word, a) and _side_by_side(unit[-1], word, b):
            unit.append(word)
        else:
            if unit:
                yield tuple(unit)
            unit = [word]
    if unit:
        yield tuple(unit)


def _side_by_side(first: str, second: str, clause: Clause) -> bool:
    """Whether a word of a clause stands right before another."""
    after = clause.words.index(first) + 1
    return after < len(clause.words) and clause.words[after] == second


@cache
def _is_verb(word: str) -> bool:
    """Whether the dictionary takes a word for a verb, and not for the name of a doing."""
    tagged = rjieba.tag(word)
    return len(tagged) == 1 and tagged[0][1].startswith("v") and tagged[0][1] != "vn"
