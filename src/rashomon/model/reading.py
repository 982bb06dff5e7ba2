"""What one article says, every finding with its span."""

import msgspec

from rashomon.model.article import Span

MEASURES = (
    "killed", "injured", "hospitalized", "critical", "detained", "abducted", "missing", "rescued", "evacuated", "displaced", "infected",
    "troops", "crowd", "destroyed",
)  # fmt: skip
"""What a figure counts."""
GROUPS = ("security", "civilians", "attackers", "all", "other")
"""Whom it counts."""


class Time(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An expression of time (TIMEX3)."""

    start: int
    end: int
    text: str
    type: str  # DATE, TIME, DURATION, SET
    value: str  # TIMEX3 value


class Figure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A count of people or things touched by what happened."""

    start: int
    end: int
    text: str
    measure: str  # what is counted, from killed to destroyed: one of the [measures](figures.md#measures)
    low: int | None
    high: int | None
    who: str | None = None  # the group as the text words it
    group: str = "all"  # security, civilians, attackers, all, other
    where: str | None = None
    when: str | None = None  # ISO 8601 day the figure holds for
    chain: tuple[str, ...] = ()  # outermost source first
    sentence: str = ""  # the whole sentence
    scope: str = "total"  # total, new (新增), part (其中), further (另有)


class Attribution(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Words that the article lays to someone: source, cue, content (PARC's terms)."""

    start: int  # of the content
    end: int
    chain: tuple[str, ...]  # outermost source first; the innermost says it
    speaker: str | None  # the innermost source, resolved to its full name
    cue: str
    content: str
    type: str  # direct, indirect, mixed
    cue_span: Span | None = None
    chain_spans: tuple[Span, ...] = ()  # one for each member of the chain


class Name(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A person, place or organisation as it stands in the text."""

    start: int
    end: int
    text: str
    kind: str  # person, place, organisation
    entity: str | None = None  # id of the entity, once linked
    role: str | None = None  # title or role beside a person's name
    alias: str | None = None  # another form given beside it: 贝伦科夫（Aliya Berenkova）


class Happening(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One sentence's who did what to whom, when and where."""

    start: int  # of the sentence
    end: int
    type: str  # a PLOVER event type, or HAZARD, ACCIDENT, HEALTH, ECONOMY, SPORT, OTHER
    date: str  # ISO 8601 day
    who: str | None = None
    whom: str | None = None
    where: str | None = None
    cue: str | None = None  # the predicate's words
    anchored: bool = True  # whether the sentence itself gives the date
    planned: bool = False  # whether it was still to come, as the sentence tells it


class Measure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An order, closure, cancellation or advice in force."""

    start: int
    end: int
    text: str
    what: str
    by: str | None = None
    place: str | None = None
    since: str | None = None  # ISO 8601
    until: str | None = None
    hours: str | None = None  # "23:00-07:00"
    status: str = "ordered"  # ordered, prolonged, lifted


class Contact(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A telephone number or address with its office."""

    start: int
    end: int
    text: str
    office: str | None
    number: str


class Reading(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All that was found in one article."""

    article: str
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    names: tuple[Name, ...] = ()
    happenings: tuple[Happening, ...] = ()
    measures: tuple[Measure, ...] = ()
    contacts: tuple[Contact, ...] = ()
