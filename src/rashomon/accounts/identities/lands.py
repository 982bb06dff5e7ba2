"""Lands: what countries and their peoples are called in every language, for whose an office is."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from rashomon.languages import codes, fold, in_letters, language

PEOPLE = "people"  # in the table of territories: a word for whose something is
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
