"""Pairings: which sentences of a story's articles tell the same, and what decides how the two stand."""

from collections.abc import Sequence
from functools import cache, cached_property

import msgspec
import numpy as np

from rashomon.accounts.chances import APART, LIKELY, UNLIKELY, Chances, weigh
from rashomon.accounts.clauses import Clauses
from rashomon.accounts.contrasts import Course, came_true
from rashomon.accounts.likeness import NAMES
from rashomon.accounts.passages import Passage, Passages
from rashomon.accounts.proposals import (
    SUBSTANCE,
    TOGETHER,
    compare_wholes,
    find_likest,
    find_neighbours,
    lay_stretches,
    propose_by_clause,
    propose_by_deed,
)
from rashomon.accounts.vectors import look_up, numbered, once, part

ALL_TOLD = 0.2  # cosine of their whole sentences that two alike clauses need beside it
BY_ITSELF = 0.8  # cosine from which two clauses need nothing beside them
ROUND_IT = 0.09  # cosine of two whole sentences that a deed in common needs beside it
ROUND_LITTLE = 0.15  # the same where they share two things of the deed and no more
SEVERAL = 2  # names from which a sentence says whom and where it means


class Sentence:
    """What decides how two sentences on one thing stand, read where it is asked for, and once."""

    def __init__(self, clauses: Sequence[Course]) -> None:
        self._clauses = clauses

    @cached_property
    def numbers(self) -> set[str]:
        return {mark for one in self._clauses for mark in one.clause.marks if mark[0] == "#"}

    @cached_property
    def names(self) -> set[str]:
        return {mark for one in self._clauses for mark in one.clause.marks if mark[0] == "@"}

    @cached_property
    def lasting(self) -> set[str]:
        return {told for one in self._clauses for told in one.lasting}

    @cached_property
    def ahead(self) -> list[Course]:
        return [one for one in self._clauses if one.ahead]

    @cached_property
    def done(self) -> list[Course]:
        return [one for one in self._clauses if one.done]


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences, the earlier first, by the clauses in which they say the same."""

    a: int
    b: int
    sentences: tuple[Sentence, Sentence]
    clauses: tuple[Course, Course]  # the two that are most alike, in the order of the sentences
    alike: float  # their cosine
    agree: bool  # whether the clauses that are alike do not count otherwise
    likely: bool  # whether all that speaks for and against it, weighed together, says that they tell the same
    unlikely: bool  # whether it says that they do not
    apart: bool  # whether it says that they tell of two things, and neither of a later state of the other
    around: float  # cosine of the sentences as wholes
    whole: float  # the same, where each is among those that the other is like most; else 0
    deed: tuple[Course, Course] | None = None  # the two in which they tell of one deed

    @property
    def at_one(self) -> bool:
        """Whether they have a number in common, if both give any, and a name, if both give several: templates are filled anew."""
        a, b = self.sentences
        numbers = not a.numbers or not b.numbers or not a.numbers.isdisjoint(b.numbers)
        return numbers and (min(len(a.names), len(b.names)) < SEVERAL or not a.names.isdisjoint(b.names))

    @property
    def moved(self) -> bool:
        """Whether both foresee how long something lasts, and not the same."""
        a, b = self.sentences
        return bool(a.lasting and b.lasting and a.lasting.isdisjoint(b.lasting))

    @property
    def came(self) -> bool:
        """Whether a clause of the later sentence has done what one of the earlier has ahead."""
        a, b = self.sentences
        return any(came_true(one, other) for one in a.ahead for other in b.done)


class Tellings(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of a story, and which of them tell the same."""

    items: tuple[Passage, ...]
    pairings: tuple[Pairing, ...]


def pair(passages: Passages, clauses: Clauses) -> Tellings:
    """Sentences of different articles that say the same, each pair once, the earlier sentence first.

    Proposed by a clause that they share in substance, by a deed that they tell of, or as wholes: where each is among those that the
    other is like most, or one is among the few that the other is like and all that speaks for it makes it likely.
    """
    items = passages.items
    stretches = lay_stretches(passages, clauses)
    sentences = compare_wholes(clauses, stretches)
    roots = numbered(item.witness.root for item in items)
    alike = propose_by_clause(clauses, stretches, roots)
    deeds = propose_by_deed(clauses, stretches)
    beside = find_neighbours(sentences, items, roots)
    nearest = beside.nearest()
    proposed = once(np.concatenate((alike.pairs, deeds.pairs, nearest)))
    found = once(np.concatenate((proposed, beside.all())))
    met = sentences.meet(*part(found))
    chances = Chances(items, sentences)
    signs = chances.signs(met, np.stack((beside.places(met.a, met.b), beside.places(met.b, met.a)), axis=1))
    kept = look_up(found, proposed)[1] | (weigh(signs, np.full(len(found), TOGETHER)) >= LIKELY)
    found, met, signs = found[kept], met.where(kept), {name: sign[kept] for name, sign in signs.items()}
    told = find_likest(clauses, stretches, found, alike, sentences.agree(met))
    around = sentences.cosines(met)
    chance = weigh(signs, told.much)
    likely = (chance >= LIKELY) & (sentences.rarity_shared(met, without=NAMES)[1] >= SUBSTANCE)
    near = look_up(found, nearest)[1]
    place, one_deed = look_up(found, deeds.pairs)
    one_deed[one_deed] = around[one_deed] >= np.where(deeds.sure[place[one_deed]], ROUND_IT, ROUND_LITTLE)
    entered = np.flatnonzero(likely | near | one_deed | (told.much >= BY_ITSELF) | (around >= ALL_TOLD))

    read = cache(lambda at: Course(clauses.items[at]))
    read_all = cache(lambda at: Sentence([read(clause) for clause in stretches.clauses(at)]))

    clauses_of_deed = dict(zip(deeds.pairs.tolist(), zip(deeds.one.tolist(), deeds.other.tolist(), strict=True), strict=True))
    columns = (found, *told[1:], likely, chance < UNLIKELY, chance < APART, around, near, one_deed)
    pairings = []
    for key, first, second, much, agree, is_likely, unlikely, apart, cosine, is_near, is_one in zip(
        *(column[entered].tolist() for column in columns), strict=True
    ):
        a, b = part(key)
        deed = clauses_of_deed[key] if is_one else None
        pairings.append(
            Pairing(
                a=a,
                b=b,
                sentences=(read_all(a), read_all(b)),
                clauses=(read(first), read(second)),
                alike=much,
                agree=agree,
                likely=is_likely,
                unlikely=unlikely,
                apart=apart,
                around=cosine,
                whole=cosine if is_near else 0.0,
                deed=(read(deed[0]), read(deed[1])) if deed else None,
            )
        )
    return Tellings(items=items, pairings=tuple(pairings))
