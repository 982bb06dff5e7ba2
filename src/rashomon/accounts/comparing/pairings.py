"""Pairings: which sentences of a story's articles tell the same, and what decides how the two stand."""

from collections.abc import Sequence
from functools import cache, cached_property

import msgspec
import numpy as np

from rashomon.accounts.comparing.chances import Chances
from rashomon.accounts.comparing.clauses import Clauses
from rashomon.accounts.comparing.contrasts import DEED, Course, came_true, opposed
from rashomon.accounts.comparing.passages import Passage, Passages
from rashomon.accounts.comparing.proposals import (
    compare_wholes,
    find_likest,
    find_neighbours,
    lay_stretches,
    propose_by_clause,
)
from rashomon.accounts.comparing.schedules import Schedules
from rashomon.accounts.comparing.vectors import look_up, numbered, once, part, whole
from rashomon.accounts.relations.acts import Agenda

POSSIBLE = -1.0  # log-odds beneath which two sentences are not on one thing
LIKELIER = 0.75  # log-odds that two sentences need which no clause proposes, nor that they are alike most
SEVERAL = 2  # names from which a sentence says whom and where it means


class Sentence:
    """What decides how two sentences on one thing stand, read where it is asked for, and once."""

    def __init__(self, clauses: Sequence[Course]) -> None:
        self._clauses = clauses
        self.agenda = Agenda(clauses)

    @cached_property
    def numbers(self) -> set[str]:
        return {mark for one in self._clauses for mark in one.clause.marks if mark[0] == "#"}

    @cached_property
    def odd(self) -> set[str]:
        return {number for one in self._clauses for number in one.odd}

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

    @cached_property
    def denies(self) -> bool:
        return any(one.denies for one in self._clauses)


class Pairing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Two sentences, the earlier first, by the clauses in which they say the same."""

    a: int
    b: int
    sentences: tuple[Sentence, Sentence]
    clauses: tuple[Course, Course]  # the two that are most alike, in the order of the sentences
    alike: float  # their cosine
    agree: bool  # whether the clauses that are alike do not count otherwise
    chance: float  # that they tell the same, by all that speaks for and against it, as log-odds
    around: float  # cosine of the sentences as wholes
    turn: str | None  # what the later one tells of an act that the earlier one plans for a day: that it came true, or was called off

    @property
    def at_one(self) -> bool:
        """Whether not both their names, if both give several, and their numbers part: a template is filled anew in both."""
        a, b = self.sentences
        named = min(len(a.names), len(b.names)) < SEVERAL or not a.names.isdisjoint(b.names)
        return named or a.numbers <= b.numbers or b.numbers <= a.numbers

    @property
    def counted_once(self) -> bool:
        """Whether both give a number that nobody comes by twice."""
        a, b = self.sentences
        return not a.odd.isdisjoint(b.odd)

    @property
    def elsewhere(self) -> bool:
        """Whether the clauses that are most alike both name somebody or some place, and not the same."""
        a, b = (one.clause.names for one in self.clauses)
        return bool(a and b and a.isdisjoint(b))

    @property
    def of_one(self) -> bool:
        """Whether they name somebody or some place in common, or one names nobody."""
        a, b = (one.names for one in self.sentences)
        return not (a and b and a.isdisjoint(b))

    @property
    def opposed(self) -> bool:
        """Whether one says that it is not so, and the other denies nothing."""
        return opposed(*self.clauses) and not (self.sentences[0].denies and self.sentences[1].denies)

    @property
    def tied(self) -> bool:
        """Whether they have a name or an amount in common."""
        a, b = self.sentences
        return not (a.names.isdisjoint(b.names) and a.numbers.isdisjoint(b.numbers))

    @property
    def numbered(self) -> bool:
        """Whether they have an amount in common."""
        a, b = self.sentences
        return not a.numbers.isdisjoint(b.numbers)

    @property
    def refilled(self) -> bool:
        """Whether each gives a number that the other does not: a template, filled anew."""
        a, b = self.sentences
        told = ((a.numbers, b.numbers), (a.odd, b.odd))
        return any(one and other and not (one <= other or other <= one) for one, other in told)

    @property
    def requoted(self) -> bool:
        """Whether both give shares of a whole, and none in common: prices of two hours."""
        a, b = ({mark for mark in one.numbers if mark.startswith("#share")} for one in self.sentences)
        return bool(a and b and a.isdisjoint(b))

    @property
    def parted(self) -> bool:
        """Whether of the clauses that are most alike one has something ahead, and the other nothing: a plan is not its doing."""
        a, b = self.clauses
        return bool(a.ahead) != bool(b.ahead)

    @property
    def moved(self) -> bool:
        """Whether both foresee how long something lasts, and not the same."""
        a, b = self.sentences
        return bool(a.lasting and b.lasting and a.lasting.isdisjoint(b.lasting))

    @property
    def ahead_still(self) -> bool:
        """Whether the later sentence has the same deed ahead as the earlier one: both announce it."""
        a, b = self.sentences
        return any(len(one.ahead & other.ahead) >= DEED for one in a.ahead for other in b.ahead)

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

    Proposed by a clause that they share in substance, or as wholes: where each is among those that the other is like most, or one is
    among the few that the other is like and what speaks for it makes up for that.
    """
    items = passages.items
    if not (items and clauses.items):
        return Tellings(items=items, pairings=())
    stretches = lay_stretches(passages, clauses)
    sentences = compare_wholes(clauses, stretches)
    roots = numbered(item.witness.root for item in items)
    alike = propose_by_clause(clauses, stretches, roots)
    beside = find_neighbours(sentences, items, roots)
    proposed = once(np.concatenate((alike.pairs, beside.nearest())))
    read = cache(lambda at: Course(clauses.items[at]))
    read_all = cache(lambda at: Sentence([read(clause) for clause in stretches.clauses(at)]))
    places = [stretches.clauses(at) for at in range(len(items))]
    turns = Schedules(clauses, items, places, lambda at: read_all(at).agenda).turns()
    found = once(np.concatenate((proposed, beside.all(), whole(turns))))
    met = sentences.meet(*part(found))
    chance = Chances(items, sentences).of(met)
    kept = np.isin(found, whole(turns)) | (chance >= np.where(look_up(found, proposed)[1], POSSIBLE, LIKELIER))
    found, met, chance = found[kept], met.where(kept), chance[kept]
    told = find_likest(clauses, stretches, found, alike, sentences.agree(met))
    columns = (found, *told[1:], chance, sentences.cosines(met))
    pairings = []
    for key, first, second, much, agree, likely, cosine in zip(*(column.tolist() for column in columns), strict=True):
        a, b = part(key)
        pairings.append(
            Pairing(
                a=a,
                b=b,
                sentences=(read_all(a), read_all(b)),
                clauses=(read(first), read(second)),
                alike=much,
                agree=agree,
                chance=likely,
                around=cosine,
                turn=turns.get(key),
            )
        )
    return Tellings(items=items, pairings=tuple(pairings))
