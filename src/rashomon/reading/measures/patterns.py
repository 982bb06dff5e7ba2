"""How orders, closures and advice are worded in one language: the patterns of `measures.toml`, compiled."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from rashomon.languages import language
from rashomon.languages.openings import Choice, compile_cased

_PARTS = ("evening", "morning")
BUILT = ("bidding", "urging", "ruling", "binding", "freeing", "adjourning", "halting", "resuming")  # kinds of structure
_LONGEST = ("states", "acts")  # lists of which the longest that matches counts
_PART = re.compile(r"\{([a-z_]{1,24})\}")
_NAMELESS = ("pronoun", "text", "hearsay")  # kinds of source nouns
_OTHERS = (*_PARTS, "named", "unnamed", "spaced", "trigger", "built", "orders_of")  # fields that are no plain pattern


class Patterns(NamedTuple):
    trigger: Choice
    clause: re.Pattern[str]
    declare: re.Pattern[str]
    announce: re.Pattern[str]
    decree: re.Pattern[str]  # who orders, anywhere before the verb in its sentence
    halted: re.Pattern[str]  # what stands before a verb that halts it
    part: re.Pattern[str]  # behind it: only a part of it is halted
    bound: re.Pattern[str]  # a duty and whom it binds
    rest: re.Pattern[str]  # how far advice goes on
    tail: re.Pattern[str]  # and what is closed, cancelled or eased, to the end of its clause
    asked: re.Pattern[str]  # before a country and a verb: a demand on it
    instance: re.Pattern[str]  # before an instance of what is only thought of
    unbanned: re.Pattern[str]  # before a ban, what makes it none
    alone: re.Pattern[str]  # days and adverbs before such a verb that begins its clause
    sued: re.Pattern[str]  # before advice: a court is asked for it
    sanction: re.Pattern[str]
    threatened: re.Pattern[str]  # before one in its sentence: it is none in force
    unadvised: re.Pattern[str]  # supposed, of advice
    joining: re.Pattern[str]  # what opens a clause that goes on with the one before
    pending: re.Pattern[str]  # in that one, what makes both a plan
    condition: re.Pattern[str]  # before its clause: if
    asserted: re.Pattern[str]  # right before its verb, what tells it as done
    caused: re.Pattern[str]  # before it in its sentence: why it is done
    nature: re.Pattern[str]  # what stops things without an order
    stopped: re.Pattern[str]  # and what it stops
    ordering: re.Pattern[str]  # what tells that somebody ordered it after all
    counted: re.Pattern[str]  # how many runs of a line are cancelled
    forbids: re.Pattern[str]  # opens what forbids: nothing is prolonged or lifted in it
    bare: re.Pattern[str]  # a subject that alone stands before a verb that closes its clause
    paused: re.Pattern[str]  # a closure that such a subject tells too
    entry: re.Pattern[str]  # before an act that an entry of a list tells of a place
    itself: re.Pattern[str]  # between the words of a source and what it does itself
    actor: re.Pattern[str]  # between a country that orders and its verb
    opening: re.Pattern[str]  # between a day and the clause it opens
    demanded: re.Pattern[str]  # what makes the next clause a demand
    prolonged: re.Pattern[str]
    lifted: re.Pattern[str]
    supposed: re.Pattern[str]
    mention: re.Pattern[str]
    year: re.Pattern[str]  # since which nothing is told to hold
    since_before: re.Pattern[str]
    since_after: re.Pattern[str]
    at_once: re.Pattern[str]  # from the day of the article on
    beginning: re.Pattern[str]  # behind a day: from then on
    parted: re.Pattern[str]  # between a day and a verb: something else was done on that day
    due: re.Pattern[str]  # behind a time, what makes it the last for what people must do
    due_before: re.Pattern[str]  # the same before it: by Friday
    same_day: re.Pattern[str]  # the day told last before: 当天
    bounding: re.Pattern[str]  # behind a time, what makes it no day from which
    ranging: re.Pattern[str]  # behind the first time of a range
    until_before: re.Pattern[str]
    until_after: re.Pattern[str]
    lasting: re.Pattern[str]
    hours: re.Pattern[str]
    daily: re.Pattern[str]
    nightly: re.Pattern[str]
    agent: re.Pattern[str]
    many: re.Pattern[str]  # in a body: those of a kind, whom an act is told of
    traded: re.Pattern[str]  # opens a ban on goods: the places in it are theirs
    document: re.Pattern[str]  # a source that is a document
    issuing: re.Pattern[str]  # behind who issues one
    cause: re.Pattern[str]  # opens a clause that only tells why
    staffed: re.Pattern[str]  # behind who is only the place or the post of those it tells of
    described: re.Pattern[str]  # in a source, what only describes whom it names
    unnamed: frozenset[str]  # sources that name nobody: pronouns, documents
    orders: re.Pattern[str]  # cues of who announces or demands what is in force
    venue: re.Pattern[str]  # a place where only somebody met or spoke
    lay: re.Pattern[str]  # before a name: who advises and orders nothing
    describing: re.Pattern[str]  # before a country that does not open its clause
    decides: re.Pattern[str]  # behind a country that opens a clause
    press: re.Pattern[str]  # who only reports it
    relays: re.Pattern[str]  # the same, behind its name
    aside: re.Pattern[str]  # before a name in its clause: whom it is done to
    turned: re.Pattern[str]  # anywhere before a name in its clause, the same
    towards: re.Pattern[str]  # near before an office, the same
    done_to: re.Pattern[str]  # the same, before a place
    items: re.Pattern[str]  # behind the last word of a clause, or of an item in it
    called: re.Pattern[str]  # an office called by its kind alone
    sequel: re.Pattern[str]  # behind a duty in its clause: what it allows, which is the same rule
    obliging: re.Pattern[str]  # opens what people are bound to
    view: re.Pattern[str]  # cues of what is only thought
    undergone: re.Pattern[str]  # right before a verb: its clause does not name who orders
    nation: re.Pattern[str]
    prefix: re.Pattern[str]  # 驻: the seat of a mission, its country before it
    own: re.Pattern[str]  # 中国公民, 非洲猪瘟: whose people or which disease, not where
    division: re.Pattern[str]  # what may close a place that its name leaves open
    listed: re.Pattern[str]  # between places of a list
    half: re.Pattern[str]  # half past
    reported: re.Pattern[str]  # behind a day that a report is of
    rules_before: re.Pattern[str]  # before the day that rules come into force
    rules_after: re.Pattern[str]  # and behind it
    held: re.Pattern[str]  # before how long what was told before holds
    hoped: re.Pattern[str]  # in a later clause: what is hoped for, and no end of it
    moved: re.Pattern[str]  # behind a day that something was moved from
    ended: re.Pattern[str]  # before a verb that lifts: when something ends, and not that it has ended
    meanwhile: re.Pattern[str]  # between what is halted and for how long
    expected: re.Pattern[str]  # before a day: what is halted is expected
    resumed: re.Pattern[str]  # and behind it: to go on again
    halves: re.Pattern[str]  # parts of a sentence with days of their own
    former: re.Pattern[str]  # before an end that was moved: 原定
    evening: frozenset[str]
    morning: frozenset[str]  # parts in which 12 is midnight
    named: Mapping[str, int]  # hours that have a name: midnight
    spaced: bool  # the language writes spaces between words
    built: Choice | None  # what only its structure tells as an order
    orders_of: Mapping[str, re.Pattern[str]]  # and what proves or denies it


@cache
def patterns_of(code: str) -> Patterns | None:
    """The patterns of a language; None where it has none."""
    tongue = language(code)
    table: Mapping[str, Any] = tongue.table("measures") if tongue else {}
    if not table:
        return None
    flat = _filled(table)
    kinds = {
        "reopening": flat["reopenings"],
        "advice": f"{flat['advice']}|{flat['warning']}",
        "behest": flat["behest"],
        "ban": flat["bans"],
        **({"barred": flat["barred"]} if "barred" in flat else {}),
        "state": flat["states"],
        "closure": f"{flat['verbs']}{flat['gap']}{flat['objects']}|{flat['passive']}",
        "act": flat["acts"],
        "duty": flat["duties"],
        "halt": flat["halts"],
    }
    built = {name: flat[name] for name in BUILT if name in flat}
    compiled = {name: compile_cased(flat[name]) for name in Patterns._fields if name not in _OTHERS}
    evening, morning = (frozenset(table["time"][part]) for part in _PARTS)
    trigger = Choice(kinds, re.IGNORECASE)
    return Patterns(
        **compiled,
        spaced=tongue is not None and tongue.spaced,
        trigger=trigger,
        built=Choice(built, re.IGNORECASE) if built else None,
        orders_of={name: compile_cased(flat[name]) for name in table.get("orders", {}) if name not in BUILT},
        evening=evening,
        morning=morning,
        named=table["time"]["named"],
        unnamed=frozenset(row[0] for row in tongue.entries("source_nouns") if row[1] in _NAMELESS) if tongue else frozenset(),
    )


def _filled(table: Mapping[str, Any]) -> dict[str, str]:
    """The patterns of a table and of those in it: a list stands for any of its own, the longest first where those are words, and {name} in
    a pattern for the one of that name told before it."""
    filled: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            filled |= _filled({**filled, **value})
        elif isinstance(value, list):
            filled[name] = _with_parts("|".join(sorted(value, key=lambda word: (-len(word), word)) if name in _LONGEST else value), filled)
        elif isinstance(value, str):
            filled[name] = _with_parts(value, filled)
    return filled


def _with_parts(pattern: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda match: f"(?:{parts[match[1]]})", pattern)
