"""Contrasts: clauses that speak of one thing and tell it otherwise: what was ahead and is done, what is denied, what is foreseen anew."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, get_type_hints

import msgspec
import rjieba

from rashomon.accounts.comparing.clauses import Clause
from rashomon.accounts.comparing.features import features
from rashomon.accounts.comparing.standards import standardise
from rashomon.languages import language
from rashomon.languages.openings import Sought

FORESEEN = 8  # characters before a span of time in which a word says that it is foreseen
DEED = 2  # pairs of characters of one deed: with a single one, as 举行, half were two deeds
COMMON = 4  # pairs of characters, names and amounts that two clauses on one deed share
ODD = 3  # digits of a number, zeros at its ends left out, from which nobody comes by it twice
DAY = len("=2022-01-01")
REACH = 10  # characters behind a word of what is ahead or done, in which its deed stands


_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?![0-9]*年)")
_SHARE = re.compile(r"[0-9]+\.[0-9]+ ?%")  # of a published statistic


class _Words(msgspec.Struct, frozen=True):
    """What is asked of every clause of a story and found in few is sought; the rest are patterns of clauses that are chosen."""

    ahead: Sought
    object: re.Pattern[str]
    unsure: Sought
    off: Sought
    done: Sought
    not_yet: Sought
    negation: Sought
    undone: Sought
    estimate: Sought
    within: re.Pattern[str]
    more_before: re.Pattern[str]
    more_behind: re.Pattern[str]
    less_before: re.Pattern[str]
    untrue: re.Pattern[str]
    unproven: re.Pattern[str]
    words: re.Pattern[str]
    pointed: re.Pattern[str]
    whose: re.Pattern[str]
    accuses: re.Pattern[str]
    counters: re.Pattern[str]
    clears: re.Pattern[str]
    admits: re.Pattern[str]
    copula: re.Pattern[str]
    asked: re.Pattern[str]
    ourselves: re.Pattern[str]
    light: re.Pattern[str]
    topic: re.Pattern[str]
    put_to: re.Pattern[str]
    supposed: re.Pattern[str]
    conditional: re.Pattern[str]
    conceding: re.Pattern[str]
    somebody: re.Pattern[str]
    silent: re.Pattern[str]
    nobody: re.Pattern[str]
    dead: re.Pattern[str]
    hurt: re.Pattern[str]
    fatal: re.Pattern[str]


@cache
def _words(code: str) -> _Words | None:
    known = language(code)
    table = known.table("contrasts") if known else {}
    if not table:
        return None
    kinds = get_type_hints(_Words)
    compiled: dict[str, Any] = {key: (Sought if kinds[key] is Sought else re.compile)("|".join(table[key])) for key in kinds}
    return _Words(**compiled)


def words_of(clause: Clause) -> _Words | None:
    """The words of a clause's language for how far a thing has come and how rough a number is."""
    return words_for(clause.witness.article.language)


@cache
def sought(code: str, key: str) -> tuple[Sought, ...]:
    """The patterns that a language has for one thing that sentences say of each other; () where it has none."""
    known = language(code)
    return tuple(Sought(pattern) for pattern in known.table("contrasts").get(key, ())) if known else ()


@cache
def words_for(tag: str | None) -> _Words | None:
    """The same for a BCP 47 tag; None where the language has none."""
    return _words((tag or "").split("-")[0])


class Course:
    """How far things have come in one clause, read where it is asked for, and once."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self._words = words_of(clause)

    @cached_property
    def denies(self) -> bool:
        """Whether it says that something is not so."""
        return self._words is not None and self._holds(self._words.negation)

    @cached_property
    def unsure(self) -> bool:
        """Whether what it has ahead only may be, is asked about, or has been called off."""
        return self._words is not None and self._holds(self._words.unsure)

    @cached_property
    def ahead(self) -> frozenset[str]:
        """What it has ahead: what stands behind the words for it, bare of names, days and amounts."""
        return self._deed(self._prospects)

    @cached_property
    def done(self) -> frozenset[str]:
        """What it has done; nothing where it has anything ahead, or tells of a day that had not come when it was written."""
        if not self._words or self._prospects or self._holds(self._words.not_yet):
            return frozenset()
        if any(mark[0] == "=" and mark[1:] > self.clause.witness.day for mark in self.clause.marks):
            return frozenset()
        return self._deed(self._behind(self._words.done.finditer(self.clause.witness.shadow, self.clause.start, self.clause.end)))

    @cached_property
    def lasting(self) -> frozenset[str]:
        """How long it foresees something to last: the spans of time right behind a word that foresees.

        What must be shown within 48 hours foresees nothing.
        """
        clause, words, shadow = self.clause, self._words, self.clause.witness.shadow
        if not words or all(amount.kind != "duration" for amount in clause.amounts) or not self._holds(words.estimate):
            return frozenset()
        return frozenset(
            amount.token
            for amount in clause.amounts
            if amount.kind == "duration"
            and not words.within.match(shadow, amount.end)
            and words.estimate.search(shadow, max(clause.start, amount.start - FORESEEN), amount.start)
        )

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that it gives."""
        return frozenset(mark[1:] for mark in self.clause.marks if mark[0] == "=" and len(mark) == DAY)

    @cached_property
    def scheduled(self) -> frozenset[str]:
        """The days for which it has something ahead: any that had not come when it was written, and that day itself where it plans.

        What was planned and has been called off, or only may be, is planned no more.
        """
        told, words = self.clause.witness.day, self._words
        if words is None or all(day < told for day in self.days) or self.denies or self.unsure:
            return frozenset()
        return frozenset(day for day in self.days if day > told or (day == told and self._prospects))

    @cached_property
    def odd(self) -> frozenset[str]:
        """Its numbers that are too particular to be come by twice: 6,842, 36.08 or a share of 1.2 %, not 2500 nor a year."""
        clause = self.clause
        told = (found[0].replace(",", "").strip("0") for found in _NUMBER.finditer(clause.witness.shadow, clause.start, clause.end))
        shares = (found[0] for found in _SHARE.finditer(clause.witness.shadow, clause.start, clause.end))
        return frozenset((*(number for number in told if len(number.replace(".", "").lstrip("0")) >= ODD), *shares))

    @cached_property
    def features(self) -> frozenset[str]:
        """All that the clause is made of."""
        return frozenset(self.clause.features)

    def prospects(self, reach: int = REACH) -> Sequence[str]:
        """What stands behind each word for what is ahead, in so many characters."""
        return self._prospects if reach == REACH or not self._words_ahead else list(self._behind(self._words_ahead, reach))

    @cached_property
    def _prospects(self) -> Sequence[str]:
        return list(self._behind(self._words_ahead))

    @cached_property
    def _words_ahead(self) -> Sequence[re.Match[str]]:
        """The words for what is ahead."""
        if self._words is None:
            return ()
        return list(self._words.ahead.finditer(self.clause.witness.shadow, self.clause.start, self.clause.end))

    def _holds(self, pattern: Sought) -> bool:
        return pattern.search(self.clause.witness.shadow, self.clause.start, self.clause.end) is not None

    def _behind(self, cues: Iterable[re.Match[str]], reach: int = REACH) -> Iterator[str]:
        """What stands behind each word that says how far a thing has come; not behind one that only puts an object before its verb."""
        witness, objects = self.clause.witness, self._words.object if self._words else None
        for match in cues:
            after = witness.shadow[match.end() : min(self.clause.end, match.end() + reach)]
            if not (objects and objects.search(match[0]) and _opens_with_a_noun(after)):
                yield after

    def _deed(self, behind: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        for after in behind:
            found.update(features(standardise(after, self.clause.witness.article.language)))
        return self.features & found if found else frozenset()


@cache
def _opens_with_a_noun(text: str) -> bool:
    """Whether the dictionary takes the first word of a text for a noun, a name, a place or a pronoun."""
    tagged = rjieba.tag(text)
    return bool(tagged) and (tagged[0][1][0] in "nrs" or tagged[0][1] == "eng")


def opposed(a: Course, b: Course) -> bool:
    """Whether one clause says that it is not so and the other does not."""
    return a.denies != b.denies


def came_true(a: Course, b: Course) -> bool:
    """Whether the earlier clause has ahead what the later one has done: the same deed behind the words of both, and more in common."""
    if not a.ahead or opposed(a, b) or (a.clause.names and b.clause.names and a.clause.names.isdisjoint(b.clause.names)):
        return False
    return len(a.ahead & b.done) >= DEED and len(a.features & b.features) >= COMMON
