"""Where an accident or an attack befell: two that are told alike within days are two where their places differ."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.languages import fold
from rashomon.model import Reading
from rashomon.stories.countries import name_countries
from rashomon.stories.places import Places

_SUDDEN = ("ACCIDENT", "ASSAULT")
_WIDE = "HAZARD"  # a storm is told from many places, so that only its country tells it from another
_HARMED = frozenset({"killed", "injured", "missing", "trapped"})
_LEAD = 350  # characters whose places are an incident's own
_FIRST = 3  # happenings of a text, of which one must be sudden
_NAMED = 0.3  # share of an article's places that a country of its incident has
_SUFFIXES = "省市县区州邦府乡镇村"
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
    sites = tuple(_bare(name) for name in named if name not in known) if not wide else ()
    return Incident(countries=tuple(code for code, share in places.items() if share >= _NAMED), script=script, sites=sites)


def _bare(name: str) -> str:
    return name.rstrip(_SUFFIXES) if len(name) > 2 else name


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
        return self._told / size if self._are_apart(incident.countries, {incident.script: incident.sites}) else 0.0

    def compare(self, size: int, other: "Incidents", others: int) -> float:
        """The same for two clusters."""
        if not self._told or not other._told or not self._are_apart(tuple(other._countries), other._sites):
            return 0.0
        return self._told * other._told / (size * others)

    def _are_apart(self, countries: Sequence[str], sites: Mapping[str, Iterable[str]]) -> bool:
        if countries and self._countries and self._countries.keys().isdisjoint(countries):
            return True
        shared = [(list(given), list(self._sites[script])) for script, given in sites.items() if self._sites.get(script)]
        told = [(given, held) for given, held in shared if given]
        return bool(told) and not any(one in two or two in one for given, held in told for one in given for two in held)
