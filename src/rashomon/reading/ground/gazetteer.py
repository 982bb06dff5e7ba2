"""Places that the world's tables know: territories from CLDR, cities from GeoNames, in every script."""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from babel import Locale

from rashomon.languages import fold, language
from rashomon.languages.cities import list_cities

_NO_PLACES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})  # unions and test codes that CLDR has among its territories
_CITY_FROM = 100_000  # people; below it a two-character city is a homonym of an ordinary word or name more often than not
_KNOWN_FROM = 300_000  # people


@cache
def territories(code: str) -> dict[str, str]:
    """Folded names of countries and territories, with their ISO 3166 code; regional and old names come from the language's own list."""
    found: dict[str, str] = {}
    words = language(code)
    for locale in words.table("writing").get("locales", [code]) if words else [code]:
        for iso, name in sorted(Locale.parse(locale).territories.items()):
            if iso.isalpha() and len(iso) == 2 and iso not in _NO_PLACES:
                found.setdefault(fold(name), iso)
                found.setdefault(fold(name.split("(")[0].split("（")[0].strip()), iso)
    for row in words.entries("country_names") if words else ():
        found.setdefault(fold(row[0]), row[1])
    return {name: iso for name, iso in found.items() if len(name) > 1}


def _listed(code: str) -> frozenset[str]:
    """Folded names that the language's own lists add."""
    words = language(code)
    return frozenset(fold(name) for table in ("city_names", "regions") for name in words.words(table)) if words else frozenset()


@cache
def cities(code: str) -> frozenset[str]:
    """Folded names of cities: GeoNames' own, or for a language that tells what its names look like those of the others that do."""
    large = {name for name, population in _cities(code) if population >= _CITY_FROM}
    written = {name for name, _ in _cities(code) if len(name) > 2} if _look(code) else set()
    return frozenset({*_listed(code), *large, *written})


@cache
def well_known(code: str) -> frozenset[str]:
    """Folded names of territories and of cities so large that their name is hardly a person's."""
    large = {name for name, population in _cities(code) if population >= _KNOWN_FROM} if _look(code) else set()
    return frozenset({*_listed(code), *territories(code), *large} - _common(code))


@cache
def _cities(code: str) -> tuple[tuple[str, int], ...]:
    """Folded names of cities in a language, with how many people live there."""
    like = _look(code)
    if like is None:
        return tuple((fold(city.name), city.population) for city in list_cities())
    return tuple(
        (fold(name), city.population) for city in list_cities() for name in city.names if not name.isascii() and like.fullmatch(name)
    )


def _look(code: str) -> re.Pattern[str] | None:
    """What a city's name looks like in a language that tells."""
    words = language(code)
    like = words.table("writing").get("cities") if words else None
    return re.compile(like) if like else None


def _common(code: str) -> frozenset[str]:
    """Folded words that look like places and are none."""
    words = language(code)
    return frozenset(fold(word) for word in words.words("not_places")) if words else frozenset()


@cache
def places(code: str) -> frozenset[str]:
    """All folded place names of a language."""
    return frozenset({*territories(code), *cities(code)} - _common(code))


@cache
def automaton(code: str) -> AhoCorasick:
    """All place names in one machine, the longest match first."""
    return AhoCorasick(sorted(places(code)), matchkind=MatchKind.LeftmostLongest)
