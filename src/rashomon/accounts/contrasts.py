"""Contrasts: clauses that speak of one thing and tell it otherwise: what was ahead and is done, what is denied, what is foreseen anew."""

import re
from functools import cache

import msgspec

from rashomon.accounts.amounts import find_amounts
from rashomon.accounts.clauses import Clause
from rashomon.accounts.features import features
from rashomon.accounts.standards import standardise
from rashomon.languages import language

FORESEEN = 8  # characters before a span of time in which a word says that it is foreseen
DEED = 2  # pairs of characters of one deed: with a single one, as 举行, half were two deeds
COMMON = 4  # pairs of characters, names and amounts that two clauses on one deed share
REACH = 10  # characters behind a word of what is ahead or done, in which its deed stands


class _Words(msgspec.Struct, frozen=True):
    ahead: re.Pattern[str]
    done: re.Pattern[str]
    negation: re.Pattern[str]
    estimate: re.Pattern[str]
    within: re.Pattern[str]
    more_before: re.Pattern[str]
    more_behind: re.Pattern[str]
    less_before: re.Pattern[str]
    untrue: re.Pattern[str]
    somebody: re.Pattern[str]
    silent: re.Pattern[str]
    nobody: re.Pattern[str]
    dead: re.Pattern[str]
    hurt: re.Pattern[str]


@cache
def _words(code: str) -> _Words | None:
    known = language(code)
    table = known.table("contrasts") if known else {}
    return _Words(*(re.compile("|".join(table[key])) for key in _Words.__struct_fields__)) if table else None


def words_of(clause: Clause) -> _Words | None:
    """The words of a clause's language for how far a thing has come and how rough a number is."""
    return words_for(clause.witness.article.language)


@cache
def words_for(tag: str | None) -> _Words | None:
    """The same for a BCP 47 tag; None where the language has none."""
    return _words((tag or "").split("-")[0])


def opposed(a: Clause, b: Clause) -> bool:
    """Whether one clause says that it is not so and the other does not."""
    return _denies(a) != _denies(b)


def _denies(clause: Clause) -> bool:
    words = words_of(clause)
    return bool(words and words.negation.search(clause.witness.shadow, clause.start, clause.end))


def came_true(a: Clause, b: Clause) -> bool:
    """Whether the earlier clause has ahead what the later one has done: the same deed behind the words of both, and more in common."""
    if a.names and b.names and a.names.isdisjoint(b.names):
        return False
    return len(ahead_in(a) & done_in(b)) >= DEED and len(set(a.features) & set(b.features)) >= COMMON


def ahead_in(clause: Clause) -> frozenset[str]:
    """What a clause has ahead: what stands behind the words for it, bare of names, days and amounts."""
    words = words_of(clause)
    return _deed(clause, words.ahead) if words else frozenset()


def done_in(clause: Clause) -> frozenset[str]:
    """What a clause has done; nothing where it has anything ahead, or tells of a day that had not come when it was written."""
    words = words_of(clause)
    if not words or words.ahead.search(clause.witness.shadow, clause.start, clause.end):
        return frozenset()
    if any(feature[0] == "=" and feature[1:] > clause.witness.day for feature in clause.marks):
        return frozenset()
    return _deed(clause, words.done)


def _deed(clause: Clause, cue: re.Pattern[str]) -> frozenset[str]:
    found: set[str] = set()
    for match in cue.finditer(clause.witness.shadow, clause.start, clause.end):
        after = clause.witness.shadow[match.end() : min(clause.end, match.end() + REACH)]
        found.update(features(standardise(after, clause.witness.article.language)))
    return frozenset(found.intersection(clause.features) if found else ())


def lasting(clause: Clause) -> frozenset[str]:
    """How long a clause foresees something to last: the spans of time right behind a word that foresees.

    What must be shown within 48 hours foresees nothing.
    """
    words, witness = words_of(clause), clause.witness
    if not words:
        return frozenset()
    return frozenset(
        amount.token
        for amount in find_amounts(witness.shadow, clause.start, clause.end, witness.article.language)
        if amount.kind == "duration"
        and not words.within.match(witness.shadow, amount.end)
        and words.estimate.search(witness.shadow, max(clause.start, amount.start - FORESEEN), amount.start)
    )
