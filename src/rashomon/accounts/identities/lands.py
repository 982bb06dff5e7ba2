"""Lands: what countries and their peoples are called in every language, for whose an office, a soldier or a ship is."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind
from babel import Locale

from rashomon.languages import codes, fold, in_letters, language

PEOPLE = "people"  # in the table of territories: a word for whose something is
_COUNTRY = re.compile(r"place:[A-Z]{2}")  # how an entity that is a country is called
_CODE = 2  # letters of a country's code; CLDR's regions of the world have digits


@cache
def list_lands() -> Mapping[str, str]:
    """Folded words for a country or its people, in lower case, with its code (ISO 3166-1): Oremia, Oremian, 奥里米亚."""
    words: dict[str, str] = {}
    for code in codes():
        words |= {fold(name).lower(): land for land, name in sorted(Locale.parse(code).territories.items()) if len(land) == _CODE}
        known = language(code)
        for word, land in known.entries("country_names") if known else ():
            words[fold(word).lower()] = land
        for word, land, *kind in known.entries("territories") if known else ():
            if kind == [PEOPLE]:
                words[fold(word).lower()] = land
    return words


@cache
def name_land(code: str, *, latin: bool) -> str:
    """A country's name in a language of Latin letters, or of Han script, in lower case; its code where there is none."""
    names = (Locale.parse(tag).territories.get(code, "") for tag in sorted(codes()))
    return next((fold(name).lower() for name in names if name and in_letters(name) is latin), code)


def is_country(entity: str | None) -> bool:
    """Whether an entity's id is that of a country."""
    return bool(_COUNTRY.fullmatch(entity or ""))


class Land(NamedTuple):
    """A country or people as a text names it."""

    start: int
    end: int
    code: str


def find_lands(text: str, named: Collection[str] | None = None) -> list[Land]:
    """The countries and peoples in a folded text in lower case, in order; an army by its short form too (岚军), where its land is known.

    named: codes of those that may be meant; any where it is None.
    """
    automaton, known = _finder()
    found = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        code = known[index] or _opened(text[start], named)
        if code and (named is None or code in named) and not is_within_a_word(text, start, end):
            found.append(Land(start, end, code))
    return found


@lru_cache(maxsize=1 << 14)
def lands_in(name: str) -> frozenset[str]:
    """Codes of the countries and peoples in the words for a source."""
    return frozenset(land.code for land in find_lands(fold(name).lower()))


def are_of_two_lands(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the words for two sources name countries, and none in common, as two foreign ministries do."""
    a, b = (frozenset().union(*map(lands_in, names)) for names in (one, other))
    return bool(a and b) and a.isdisjoint(b)


def is_within_a_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch in Latin letters is a part of a longer word: Oman in woman."""
    return (_is_letter(text, end - 1) and _is_letter(text, end)) or (_is_letter(text, start) and _is_letter(text, start - 1))


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha() and in_letters(text[at])


def _opened(letter: str, named: Collection[str] | None) -> str:
    """The country that 阿军 is of: the one that is mostly called so, else the only one of those named whose name begins so."""
    usual = list_lands().get(_short().get(letter, ""), "")
    begun = [code for code in sorted(named or ()) if name_land(code, latin=False).startswith(letter)]
    return usual if named is None or usual in begun else begun[0] if len(begun) == 1 else ""


@cache
def _short() -> Mapping[str, str]:
    """Short forms of one character and the names that they stand for, folded."""
    known = language("zh")
    return {fold(row[0]): fold(row[1]).lower() for row in known.entries("abbreviations")} if known else {}


@cache
def _finder() -> tuple[AhoCorasick, tuple[str | None, ...]]:
    """Finds words for countries, and short forms before what is an army's; their codes, None for short forms."""
    words: dict[str, str | None] = dict(list_lands())
    words |= {short + behind: None for short in _short() for behind in ("军", "方", "机", "舰")}
    known = language("zh")
    services = {row[0] for row in known.entries("groups")} if known else set()  # 海军 is of no country
    words |= dict.fromkeys(sorted({word[0] + "军" for word in list_lands() if not in_letters(word[0])} - services - words.keys()))
    return AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest), tuple(words.values())
