"""Where an accident or an attack befell: two that are told alike within days are two where their places differ."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from rashomon.languages import fold
from rashomon.model import Reading
from rashomon.stories.countries import name_countries
from rashomon.stories.marks import bare_site, find_keys
from rashomon.stories.places import Places

_SUDDEN = ("ACCIDENT", "ASSAULT")
_WIDE = "HAZARD"  # a storm is told from many places, so that only its country tells it from another
_HARMED = frozenset({"killed", "injured", "missing", "trapped"})
_LEAD = 350  # characters whose places are an incident's own
_FIRST = 3  # happenings of a text, of which one must be sudden
_NAMED = 0.3  # share of an article's places that a country of its incident has
_ACROSS = 0.75  # how far two places are apart that only their sound or spelling tells apart
_SPELT = 3  # characters of a name from which it may be another's with some left out
_MOST = 200  # places kept of a cluster


class Incident(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an article on an incident says of where it befell."""

    countries: tuple[str, ...]
    script: str
    sites: tuple[str, ...]  # places within a country, folded; none of what is wide


def find_incident(reading: Reading | None, *, script: str, places: Places) -> Incident | None:
    """The incident that an article tells of, where it counts whom one harmed."""
    if reading is None or not any(figure.measure in _HARMED for figure in reading.figures):
        return None
    types = [happening.type for happening in reading.happenings[:_FIRST]]
    sudden, wide = any(kind in _SUDDEN for kind in types), _WIDE in types
    if not sudden and not wide:
        return None
    known = name_countries()
    named = dict.fromkeys(fold(name.text).lower() for name in reading.names if name.kind == "place" and name.start < _LEAD)
    sites = tuple(bare_site(name) for name in named if name not in known) if not wide else ()
    countries = tuple(code for code, share in places.items() if share >= _NAMED)
    return Incident(countries=countries, script=script, sites=sites)


class Incidents:
    """Where the incidents befell that a cluster's articles tell of."""

    __slots__ = ("_countries", "_sites", "_told")

    def __init__(self) -> None:
        self._told = 0
        self._countries: dict[str, None] = {}
        self._sites: dict[str, dict[str, None]] = {}  # by script

    def add(self, incident: Incident) -> None:
        """Take in an article's."""
        self._told += 1
        self._countries |= dict.fromkeys(incident.countries)
        held = self._sites.setdefault(incident.script, {})
        if len(held) < _MOST:
            held |= dict.fromkeys(incident.sites)

    def absorb(self, other: "Incidents") -> None:
        """Take in all that another holds."""
        self._told += other._told
        self._countries |= other._countries
        for script, sites in other._sites.items():
            self._sites.setdefault(script, {}).update(sites)

    def measure(self, incident: Incident | None, size: int) -> float:
        """How much of a cluster of a size tells of incidents that befell elsewhere than an article's, 0 to 1."""
        if incident is None or not self._told:
            return 0.0
        alone = Incidents()
        alone.add(incident)
        return self._told / size * self._part(alone)

    def compare(self, size: int, other: "Incidents", others: int) -> float:
        """The same for two clusters."""
        if not self._told or not other._told:
            return 0.0
        return self._told * other._told / (size * others) * self._part(other)

    def _part(self, other: "Incidents") -> float:
        """Whether no place of one is one of the other's; by half where only what crosses scripts can tell."""
        if self._countries and other._countries and self._countries.keys().isdisjoint(other._countries):
            return 1.0
        told = [(held, other._sites[script]) for script, held in self._sites.items() if held and other._sites.get(script)]
        if told:
            return 0.0 if any(_meet(held, given) for held, given in told) else 1.0
        across = [
            (_keys(held), _keys(given))
            for script, held in self._sites.items()
            for facing, given in other._sites.items()
            if script != facing
        ]
        return _ACROSS if any(held and given and held.isdisjoint(given) for held, given in across) else 0.0


def _meet(held: Iterable[str], given: Iterable[str]) -> bool:
    """Whether a place of one text is one of another's in its script, be it in another spelling: each region transcribes in its own way."""
    if any(one in two or two in one or _leave_out(one, two) for two in given for one in held):
        return True
    keys = _keys(given)
    return bool(keys) and any(not keys.isdisjoint(_keys_of(one)) for one in held)


def _leave_out(one: str, two: str) -> bool:
    """Whether one name is the other with characters left out behind its first (塔维亚, 塔尔维亚)."""
    if one[0] != two[0] or min(len(one), len(two)) < _SPELT or one.isascii():
        return False
    short, long = sorted((one, two), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def _keys(sites: Iterable[str]) -> set[str]:
    """By what places may be met in the other script."""
    return {key for site in sites for key in _keys_of(site)}


_keys_of = lru_cache(maxsize=20_000)(find_keys)
