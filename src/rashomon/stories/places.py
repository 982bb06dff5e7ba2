"""Which countries and territories an article is about, from the names of places among its words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import sqrt

from babel.core import get_global

from rashomon.languages import codes, fold, language
from rashomon.languages.cities import City, list_cities
from rashomon.stories.countries import name_countries
from rashomon.stories.spelled import strip_marks
from rashomon.stories.words import Bag

Places = dict[str, float]
"""Codes of countries and territories with their share, of length 1."""

_LEAST_CITY = 200_000  # inhabitants; below, a city's name is too often a common word
_HAN = re.compile(r"[一-鿿]{2,8}")  # a city's name
_SUFFIXES = ("市", "区", "县")
_HOME = 1.0  # what the outlet's own country weighs beside one mention
_TITLE = 2.0  # what a mention in the title weighs more
_PASSING = 2.0  # mentions, a title counting two more, under which a text names a place in passing
_SPELT = 4  # letters of a word of a city's name by which it is known
_OFTEN, _MOSTLY = 4.0, 0.6  # mentions, and share of those of all cities of its country, from which an article is about a city


def find_places(bag: Bag, home: str | None, *, spelled: Mapping[str, float] | None = None) -> Places:
    """The places of an article; its outlet's home counts as one mention, since news from home seldom names it.

    spelled: of a text in Latin script those that it names, with how often.
    """
    known, shared = _names(), _shared()
    counts: dict[str, float] = {} if home is None else {home: _HOME}
    for code, count in (spelled or {}).items():
        counts[code] = counts.get(code, 0.0) + count
    for word in sorted(bag.counts.keys() & known.keys()) if spelled is None else ():
        code = home if home is not None and home in shared.get(word, ()) else known[word]
        counts[code] = counts.get(code, 0.0) + _count(bag, word)
    length = sqrt(sum(count * count for count in counts.values())) or 1.0
    return {code: count / length for code, count in counts.items()}


def names_in_passing(bag: Bag, *, spelled: Mapping[str, float] | None = None) -> bool:
    """Whether all that an article says of where it is is one mention of one place: what it is about may lie elsewhere."""
    known = _names()
    named = sum(spelled.values()) if spelled is not None else sum([_count(bag, word) for word in bag.counts.keys() & known.keys()])
    return 0 < named < _PASSING


def count_mentions(bag: Bag, territory: str) -> float:
    """How often an article names a territory or a city of it, a title counting two more."""
    known = _names()
    return sum([_count(bag, word) for word in bag.counts if known.get(word) == territory])


def _count(bag: Bag, word: str) -> float:
    return bag.counts[word] + (_TITLE if word in bag.title else 0.0)


def find_city(bag: Bag, territory: str) -> str | None:
    """The city of a territory that an article is most about, where it names one often and others seldom."""
    cities = _cities(territory)
    counts: dict[str, float] = {}
    for word in cities.keys() & bag.counts.keys():
        counts[cities[word]] = counts.get(cities[word], 0.0) + _count(bag, word)
    city = max(counts, key=lambda name: (counts[name], name), default=None)
    return city if city is not None and counts[city] >= max(_OFTEN, _MOSTLY * sum(counts.values())) else None


@cache
def find_home(zone: str | None) -> str | None:
    """The country or territory of an outlet's zone ("Asia/Taipei" -> TW)."""
    return get_global("zone_territories").get(zone) if zone else None


@cache
def _cities(territory: str) -> Mapping[str, str]:
    """Folded names of a territory's cities to one name of each; none of a territory that is itself called as a city."""
    known, countries = _names(), name_countries()
    cities: dict[str, str] = {}
    for name, forms in _large_cities().get(territory, ()):
        if any(countries.get(form) == territory for form in forms):
            return {}
        cities = {form: name for form in forms if known.get(form) == territory} | cities
    return cities


@cache
def _large_cities() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """The cities of each country, the largest first, each with its folded names."""
    held: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for city, han in _list_han():
        if city.population >= _LEAST_CITY:
            held.setdefault(city.country, []).append((city.name, [name for form in han for name in _shorten(form)]))
    return held


def _shorten(form: str) -> tuple[str, ...]:
    """A city's name with and without its suffix."""
    return (form, form[:-1]) if form.endswith(_SUFFIXES) else (form,)


@cache
def _shared() -> Mapping[str, frozenset[str]]:
    """Names that places of several countries bear, with their codes: an outlet means the one at home."""
    held: dict[str, set[str]] = {}
    known = _names()
    for city, han in _list_han():
        for form in han:
            for name in _shorten(form):
                if name in known:
                    held.setdefault(name, {known[name]}).add(city.country)
    return {name: frozenset(places) for name, places in held.items() if len(places) > 1}


@cache
def _names() -> Mapping[str, str]:
    """Folded names, in lower case, to codes: our own short forms first, then countries, then cities."""
    names: dict[str, str] = {}
    for code in codes():
        known = language(code)
        for word, territory, *_ in known.entries("territories") if known else ():
            names.setdefault(fold(word).lower(), territory)
    for name, territory in name_countries().items():
        names.setdefault(name, territory)
    for city, han in _list_han():
        if city.population >= _LEAST_CITY:
            for form in han:
                _add_city(names, form, city.country)
    return names


def spell_city(name: str) -> tuple[str, ...]:
    """The words in Latin letters of a city that bears a folded name in Han script; () where none does."""
    return _spellings().get(name, ())


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    spelt: dict[str, tuple[str, ...]] = {}
    for city, han in _list_han():
        words = tuple(word for word in re.split(r"[ \-]", strip_marks(city.name).lower()) if len(word) >= _SPELT)
        for form in han:
            for name in _shorten(form):
                spelt.setdefault(name, words)
    return spelt


@cache
def _list_han() -> tuple[tuple[City, tuple[str, ...]], ...]:
    """Cities that have names in Han script, the largest first, with those names, folded."""
    found = [(city, [form for form in city.names if not form.isascii() and _HAN.fullmatch(form)]) for city in list_cities()]
    return tuple((city, tuple(map(fold, forms))) for city, forms in found if forms)


def _add_city(names: dict[str, str], form: str, territory: str) -> None:
    """A city's Han name, with and without its suffix, where the segmenter holds it for a place: 和平 and 光明 are words first."""
    import rjieba  # slow to import

    for name in _shorten(form):
        if len(name) < 2 or name in names:
            continue
        tagged = rjieba.tag(name)
        if not rjieba.has_word(name) or (len(tagged) == 1 and tagged[0][1].startswith("ns")):
            names[name] = territory
