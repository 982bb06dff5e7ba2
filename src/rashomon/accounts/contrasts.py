"""Contrasts: clauses that speak of one thing and tell it otherwise: what was ahead and is done, what is denied, what is foreseen anew."""

import re
from functools import cache

import msgspec

from rashomon.accounts.amounts import find_amounts
from rashomon.accounts.clauses import Clause
from rashomon.accounts.likeness import features
from rashomon.accounts.standards import standardise
from rashomon.languages import language

FORESEEN = 8  # characters before a span of time in which a word says that it is foreseen
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
    """Whether the earlier clause has ahead what the later one has done: the same deed behind the words of both."""
    words, others = words_of(a), words_of(b)
    if not words or not others or others.ahead.search(b.witness.shadow, b.start, b.end):
        return False
    planned = _deed(a, words.ahead)
    done = _deed(b, others.done)
    return bool(planned & done) and bool(planned & set(b.features))


def _deed(clause: Clause, cue: re.Pattern[str]) -> set[str]:
    """What stands behind the words of what is ahead or done: bare of names, days and amounts."""
    found: set[str] = set()
    for match in cue.finditer(clause.witness.shadow, clause.start, clause.end):
        after = clause.witness.shadow[match.end() : min(clause.end, match.end() + REACH)]
        found.update(features(standardise(after, clause.witness.article.language)))
    return {feature for feature in found if feature in clause.features}


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
