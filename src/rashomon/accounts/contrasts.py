"""Contrasts: clauses that speak of one thing and tell it otherwise: what was ahead and is done, what is denied, what is foreseen anew."""

import re
from functools import cache

import msgspec

from rashomon.accounts.clauses import Clause
from rashomon.accounts.likeness import features
from rashomon.accounts.standards import standardise
from rashomon.languages import language

REACH = 10  # characters behind a word of what is ahead or done, in which its deed stands


class _Words(msgspec.Struct, frozen=True):
    ahead: re.Pattern[str]
    done: re.Pattern[str]
    negation: re.Pattern[str]
    estimate: re.Pattern[str]


@cache
def _words(code: str) -> _Words | None:
    known = language(code)
    table = known.table("contrasts") if known else {}
    return _Words(*(re.compile("|".join(table[key])) for key in ("ahead", "done", "negation", "estimate"))) if table else None


def _words_of(clause: Clause) -> _Words | None:
    return _words((clause.witness.article.language or "").split("-")[0])


def opposed(a: Clause, b: Clause) -> bool:
    """Whether one clause says that it is not so and the other does not."""
    return _denies(a) != _denies(b)


def _denies(clause: Clause) -> bool:
    words = _words_of(clause)
    return bool(words and words.negation.search(clause.witness.shadow, clause.start, clause.end))


def came_true(a: Clause, b: Clause) -> bool:
    """Whether the earlier clause has ahead what the later one has done: the same deed behind the words of both."""
    words, others = _words_of(a), _words_of(b)
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


def estimates(clause: Clause) -> bool:
    """Whether a clause foresees rather than tells."""
    words = _words_of(clause)
    return bool(words and words.estimate.search(clause.witness.shadow, clause.start, clause.end))


def moved(a: Clause, b: Clause) -> bool:
    """Whether two clauses foresee one thing to last otherwise."""
    one, other = _lasting(a), _lasting(b)
    return bool(one and other and not one & other) and estimates(a) and estimates(b)


def _lasting(clause: Clause) -> frozenset[str]:
    return frozenset(feature for feature in clause.features if feature.startswith("#duration"))
