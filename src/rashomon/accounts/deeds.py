"""Deeds: clauses of different sentences that tell of one deed: a verb in common, and what it is done by, to or with."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import log

import msgspec
import numpy as np
import rjieba

from rashomon.accounts.clauses import Clause
from rashomon.accounts.letters import Letters
from rashomon.accounts.likeness import Likeness
from rashomon.languages import fold, language

LIKE = 0.25  # cosine of two clauses' words from which they are looked at
HELD = 0.5  # share of the lighter clause that must stand in the other
PLAIN = (
    0.9  # that share times the rarity of what they share, in rarities of a word that stands once in the story, from which it is one deed
)
FEW = 2  # things in common that make a deed: what was done, and one more


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """Two clauses, by their places, that tell of one deed."""

    a: int
    b: int
    plain: float
    parts: int  # things in common: the deed, and what it was done by, to, with, on which day


def find_deeds(clauses: Sequence[Clause], since: Sequence[int]) -> Iterator[Deed]:
    """Clauses of different texts that share a verb of substance and something beside it, and hold most of the shorter one in common.

    since: for each clause the first one that it may tell the same as. A term of several words counts once, by its rarest: who shares
    an office's long name shares one thing. Words that all news uses count for nothing.
    """
    texts = [(*substance(clause), *clause.marks) for clause in clauses]
    likeness = Likeness(Letters([""] * len(texts), texts))
    enough = PLAIN * log(len(texts) + 1)
    weights = likeness.rarity_of_all()
    pairs = likeness.pairs(range(len(texts)), LIKE, since=since)
    number, told = likeness.rarity_shared(pairs.a, pairs.b)
    share = told / np.minimum(weights[pairs.a], weights[pairs.b])
    likely = (number >= FEW) & (share >= HELD) & (told * share >= enough)  # terms of several words only make it less
    for (a, b, _), held in zip(pairs.where(likely), share[likely].tolist(), strict=True):
        if clauses[a].witness.root != clauses[b].witness.root:
            weight, parts = _weigh(clauses[a], clauses[b], likeness, set(likeness.common(a, b)))
            if weight * held >= enough:
                yield Deed(a=a, b=b, plain=weight * held, parts=parts)


def substance(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that say what it is about."""
    idle = _idle((clause.witness.article.language or "").split("-")[0])
    return tuple(word for word in clause.words if word not in idle)


@cache
def _idle(code: str) -> frozenset[str]:
    known = language(code)
    return frozenset(fold(word) for word in known.words("stopwords")) if known else frozenset()


def _weigh(a: Clause, b: Clause, likeness: Likeness, common: set[str]) -> tuple[float, int]:
    """What two clauses share weighs, and in how many parts; 0 where none of them is a verb by itself, or it is the only one."""
    beside = sorted(word for word in common if word[0] in "@#=")
    units = list(_units(a, b, common))
    parts = len(units) + len(beside)
    if parts < FEW or not any(len(unit) == 1 and _is_verb(unit[0]) for unit in units):
        return 0.0, 0
    return sum(max(map(likeness.rarity, unit)) for unit in units) + sum(map(likeness.rarity, beside)), parts


def _units(a: Clause, b: Clause, common: set[str]) -> Iterator[tuple[str, ...]]:
    """What two clauses share, nouns that stand side by side in both as one."""
    beside = set(zip(a.words, a.words[1:], strict=False)) & set(zip(b.words, b.words[1:], strict=False))
    unit: list[str] = []
    for word in (word for word in a.words if word in common):
        if unit and not _is_verb(word) and not _is_verb(unit[-1]) and (unit[-1], word) in beside:
            unit.append(word)
        else:
            if unit:
                yield tuple(unit)
            unit = [word]
    if unit:
        yield tuple(unit)


@cache
def _is_verb(word: str) -> bool:
    """Whether the dictionary takes a word for a verb, and not for the name of a doing."""
    tagged = rjieba.tag(word)
    return len(tagged) == 1 and tagged[0][1].startswith("v") and tagged[0][1] != "vn"
