"""What a search asks for: words with all forms they may bear, phrases, filters."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec
from sqlalchemy import Connection, or_, select

from rashomon.entities.countries import countries
from rashomon.errors import UsageError
from rashomon.languages import codes, fold, language
from rashomon.model.instants import read_instant
from rashomon.model.reading import MEASURES
from rashomon.store.ledger import load_aliases
from rashomon.store.protocol import Phrase, Words
from rashomon.store.schema import forms
from rashomon.store.words import split_phrase
from rashomon.stories.words import find_words

KINDS = ("article", "sentence", "figure", "quote")

_QUOTED = re.compile(r'"([^"]{1,200})"|“([^”]{1,200})”|「([^」]{1,200})」|『([^』]{1,200})』')
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_LONG = 4  # Han characters from which a run may be several words
_MOST = 24  # words of a query, and forms of a word


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A search."""

    words: str = ""
    kind: str = "article"  # article, sentence, figure, quote
    outlet: str | None = None  # its name or code
    since: str | None = None  # ISO 8601 day of publication
    until: str | None = None
    measure: str | None = None  # of figures
    speaker: str | None = None  # of quotes
    story: str | None = None
    limit: int = 10


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One word or phrase that is looked for, in any of its forms, folded and in lower case."""

    forms: tuple[str, ...]
    parts: tuple["Unit", ...] = ()  # the words it may be taken apart into where too little holds it whole

    def stands_in(self, folded: str) -> bool:
        """Whether a folded text in lower case holds it."""
        return any(form in folded for form in self.forms)


def check(query: Query) -> None:
    """Raises UsageError where a search asks for what can't be."""
    if query.kind not in KINDS:
        raise UsageError(f"kind {query.kind!r} can't be searched for; kinds are {', '.join(KINDS)}")
    for name in ("since", "until"):
        day = getattr(query, name)
        if day is not None and (len(day) != 10 or read_instant(day) is None):
            raise UsageError(f"{name}: {day!r} is no day; write it as YYYY-MM-DD")
    if query.measure is not None and query.measure not in MEASURES:
        raise UsageError(f"measure {query.measure!r} is none that is read; measures are {', '.join(MEASURES)}")
    if not split_phrase(query.words) and not any((query.outlet, query.since, query.until, query.measure, query.speaker, query.story)):
        raise UsageError("nothing was asked for: give words, or one of outlet, since, until, measure, speaker, story")


def read_units(connection: Connection, words: str) -> tuple[Unit, ...]:
    """The words of a search. Quotation marks of either kind hold a phrase together; a long run of Han characters is several words."""
    phrases = [fold(next(filter(None, found))).lower() for found in _QUOTED.findall(words)]
    units = [Unit(forms=(phrase,)) for phrase in phrases if split_phrase(phrase)]
    for word in fold(_QUOTED.sub(" ", words)).lower().split():
        units += [_read_unit(connection, part) for part in _split(word) if split_phrase(part)]
    return tuple(dict.fromkeys(units))[:_MOST]


def loosen(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units with those taken apart that can be."""
    return tuple(dict.fromkeys(part for unit in units for part in unit.parts or (unit,)))


def _read_unit(connection: Connection, word: str) -> Unit:
    parts = find_words(word) if _HAN.fullmatch(word) and len(word) >= _LONG and word not in _standing() else []
    inner = tuple(Unit(forms=find_forms(connection, part)) for part in dict.fromkeys(parts) if part != word)
    return Unit(forms=find_forms(connection, word), parts=inner)


def _split(word: str) -> Iterable[str]:
    """Parts of a word: a long run of Han characters is several words, where the segmenter accounts for every character of it."""
    for run in re.findall(r"[㐀-䶿一-鿿]{4,}|(?:(?![㐀-䶿一-鿿]{4}).)+", word):
        known = run in _standing() or run in _countries()
        parts = find_words(run) if _HAN.fullmatch(run) and not known else []
        if len(parts) > 1 and sum(map(len, parts)) == len(run):
            yield from dict.fromkeys(parts)
        else:
            yield run


@cache
def _standing() -> dict[str, str]:
    """Each regional form of a word to the one that stands for all."""
    known: dict[str, str] = {}
    for code in codes():
        found = language(code)
        for row in found.entries("regional") if found else ():
            word, other = fold(row[0]).lower(), fold(row[1]).lower()
            known[word] = other
            known.setdefault(other, other)
    return known


@cache
def _regional() -> dict[str, tuple[str, ...]]:
    """The word that stands for all to every regional form."""
    every: dict[str, set[str]] = {}
    for word, other in _standing().items():
        every.setdefault(other, {other}).add(word)
    return {other: tuple(sorted(words)) for other, words in every.items()}


@cache
def _countries() -> dict[str, str]:
    return {name.lower(): iso for code in codes() for name, iso in countries(code).items()}


@cache
def _named() -> dict[str, tuple[str, ...]]:
    every: dict[str, set[str]] = {}
    for name, iso in _countries().items():
        every.setdefault(iso, set()).add(name)
    return {iso: tuple(sorted(names)) for iso, names in every.items()}


def find_forms(connection: Connection, word: str) -> tuple[str, ...]:
    """All forms of a folded word, itself first: regional ones, the names of a country, names that the archive's articles give one
    Latin form for, and names that people said are one."""
    found = [word, *_regional().get(_standing().get(word, ""), ()), *_named().get(_countries().get(word, ""), ())]
    if len(word) > 1:
        found += _find_aliases(connection, found)
    found += _find_bound(connection, found)
    return tuple(dict.fromkeys(found))[:_MOST]


def _find_aliases(connection: Connection, words: list[str]) -> list[str]:
    """Names with the same Latin form beside them, and that form; a Latin word finds those that end in it, as in a family's name."""
    typed = words[0] if words[0].isascii() and len(words[0]) > 3 else None
    ending = [forms.c.latin.endswith(f" {typed}", autoescape=True), forms.c.latin == typed] if typed else []
    spelt = set(connection.execute(select(forms.c.latin).where(or_(forms.c.form.in_(words), *ending)).limit(_MOST)).scalars())
    if not spelt:
        return []
    others = connection.execute(select(forms.c.form).where(forms.c.latin.in_(sorted(spelt))).distinct().limit(_MOST)).scalars()
    return [*sorted(others), *sorted(spelt)]


def _find_bound(connection: Connection, words: list[str]) -> list[str]:
    """Names that people said are one with any of some words; aliases that share a name are one."""
    found, before = set(words), 0
    sets = [{fold(name).lower() for name in names} for names in load_aliases(connection)]
    while before != len(found):
        before = len(found)
        found.update(*(names for names in sets if not names.isdisjoint(found)))
    return sorted(found - set(words))


def to_words(units: Iterable[Unit], *, every: bool) -> Words:
    """The units as a store looks for them."""
    return Words(groups=tuple(_phrases(unit) for unit in units), every=every)


def _phrases(unit: Unit) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase for form in unit.forms if (phrase := split_phrase(form))))
