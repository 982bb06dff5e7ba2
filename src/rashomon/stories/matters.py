"""Standing matters: what the news tells anew each day in other words, and a reader follows as one: a territory's outbreak, a market.

Their articles share few words from day to day, and many with their neighbours' (the outbreak next door, another exchange): so which
matter it is counts beside the words.
"""

import re
from collections.abc import Mapping
from functools import cache

import msgspec
from babel.core import get_global

from rashomon.languages import codes, language
from rashomon.stories.companies import compare_companies, find_results
from rashomon.stories.places import Places, count_mentions, find_city
from rashomon.stories.words import Bag

OUTBREAK, MARKET, RESULTS, _QUAKE = "outbreak", "market", "results", "quake"
FIELDS = (OUTBREAK, MARKET, RESULTS, _QUAKE)
_FEW, _SURE = 0.08, 0.22  # share of a text's words that are an outbreak's up to which it is on none, and from which it is in full
# at home, whose outlets tell of all that it brings: the share beside its bare name from which a text is a little on it, and how much
_SOME, _LITTLE = 0.06, 0.25  # own marks, pairs F1 .783 -> .809; much more, and the scandals of its time are taken for it
_TITLE = 0.03  # what one in the title adds to the share
_NAMED = 0.6  # share of an article's places that its territory must have
_ABROAD = 3.0  # mentions of one that is not home, a title counting two more, from which a text is on its outbreak and not on the disease
_TITLED = 2.0  # mentions that one in the title counts more
# mentions of the world's health body or of continents, likewise, from which a text that never names its home is on the disease everywhere
_WORLD = 2.0
_WITHIN = 0.2  # how far a city's outbreak is its country's
_EARLY = 8.0  # hours of a market's day that still tell of the day before
_HOURS = {
    "HK": 8,
    "CN": 8,
    "TW": 8,
    "JP": 9,
    "KR": 9,
    "US": -5,
    "EU": 0,
    "AU": 10,
    "asia": 8,
}  # of the clocks of markets, without summer time
_ROUND = 4.0  # hours from UTC of what is traded around the clock: its day begins when New York settles, which Asia's morning reports
_WEEKEND = 5  # day of the week from which on nothing is traded: Friday's session is still told of


class Matter(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which standing matter an article is on."""

    field: str  # outbreak, market, results, quake
    subject: str  # the territory, with its city where one is told of ("CN/Xi'an"); the instrument; the company; of a quake none
    strength: float  # how surely, 0 to 1
    session: int | None = None  # day of trading that a market report tells of, counted from the epoch

    @property
    def standing(self) -> bool:
        """Whether it goes on: an earthquake is told alike each time and is another each time."""
        return self.field != _QUAKE

    @property
    def key(self) -> str:
        return f"{self.field} {self.subject}"


def find_matter(title: str, bag: Bag, *, places: Places, home: str | None, tongue: str | None, hour: float) -> Matter | None:
    """The standing matter that an article is on, from its folded title, its words and its places.

    home: the territory of its outlet, tongue: the code of its language: news from home seldom names it, where home speaks the language.
    """
    subject = find_market(title)
    if subject is not None:
        return Matter(field=MARKET, subject=subject, strength=1.0, session=find_session(subject, hour))
    company = find_results(title)
    if company is not None:
        return Matter(field=RESULTS, subject=company, strength=1.0)
    if any(quake.search(title) for quake in _quakes()):
        return Matter(field=_QUAKE, subject="", strength=1.0)
    territory = max(places, key=lambda code: (places[code], code), default=None)
    if territory is None or places[territory] < _NAMED or (territory == home and not _speaks(territory, tongue) and len(places) == 1):
        return None
    strength = _measure_outbreak(bag, at_home=territory == home)
    if strength <= 0:
        return None
    named = count_mentions(bag, territory)
    if named < _ABROAD if territory != home else not named and _count_abroad(bag) >= _WORLD:
        return None
    city = find_city(bag, territory)
    return Matter(field=OUTBREAK, subject=f"{territory}/{city}" if city else territory, strength=strength)


def compare_subjects(field: str, one: str, other: str) -> tuple[float, float]:
    """How far two subjects of one field are the same matter, and how far they are two that are easily mistaken; each 0 to 1.

    A city's outbreak goes its own way within its country's, with a lockdown or a scandal of its own.
    """
    if one == other:
        return 1.0, 0.0
    if field == RESULTS:
        return compare_companies(one, other)
    whole, _, city = one.partition("/")
    around, _, neighbour = other.partition("/")
    if whole != around:
        return 0.0, 1.0
    return (0.0 if city and neighbour else _WITHIN), 0.0


def measure_subjects(matter: Matter, subjects: Mapping[str, float]) -> tuple[float, float]:
    """How surely an article is on what others of its field are on, and on other matters; subjects: theirs, each with its sum."""
    same = apart = 0.0
    for subject, strength in subjects.items():
        alike, unlike = compare_subjects(matter.field, matter.subject, subject)
        same += alike * strength
        apart += unlike * strength
    return matter.strength * same, matter.strength * apart


def _measure_outbreak(bag: Bag, *, at_home: bool) -> float:
    """How surely a text is on an outbreak, by the share of its words that are an outbreak's.

    At home few suffice to be a little on it where they tell what it brings: who only names it (疫情下) may be on anything.
    """
    words = _outbreak("outbreak")
    strength = min(1.0, max(0.0, (_share_words(bag, words) - _FEW) / (_SURE - _FEW)))
    if at_home and strength < _LITTLE and _share_words(bag, words - _outbreak("outbreak_named")) >= _SOME:
        return _LITTLE
    return strength


def _share_words(bag: Bag, words: frozenset[str]) -> float:
    """What share of a text some words are, and what it adds that its title holds one."""
    found = sum([bag.counts[word] for word in words.intersection(bag.counts)])
    return found / (sum(bag.counts.values()) or 1) + (0.0 if words.isdisjoint(bag.title) else _TITLE)


def _count_abroad(bag: Bag) -> float:
    """How often a text names the world's health body or continents, a title counting two more."""
    return sum([bag.counts[word] + (_TITLED if word in bag.title else 0.0) for word in _abroad() & bag.counts.keys()])


def find_market(title: str) -> str | None:
    """The instrument that the title of a market report names first."""
    if not any(moves.search(title) for moves in _moves()):
        return None
    found = [
        (match.start(), subject)
        for pattern, subjects in _markets()
        if (match := pattern.search(title))
        for subject in [subjects[match.lastgroup or ""]]
    ]
    return min(found)[1] if found else None


def find_session(subject: str, hour: float) -> int:
    """The day of trading that a report of an hour since the epoch tells of."""
    place = subject.rpartition(" ")[2]
    day = int((hour + (_HOURS[place] - _EARLY if place in _HOURS else _ROUND)) // 24)
    weekday = (day + 3) % 7  # the epoch began on a Thursday
    return day - max(0, weekday - _WEEKEND + 1)


@cache
def _outbreak(kind: str) -> frozenset[str]:
    """The words of an outbreak, or those of them that are its bare name."""
    return frozenset(word for code in codes() if (known := language(code)) for word in known.table("matters").get(kind, ()))


@cache
def _abroad() -> frozenset[str]:
    return frozenset(word for code in codes() if (known := language(code)) for word in known.table("matters").get("abroad", ()))


@cache
def _markets() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    """For each language one alternation, and what its groups stand for."""
    made = []
    for code in codes():
        known = language(code)
        markets = known.table("matters").get("markets", {}) if known else {}
        if markets:
            groups = {f"m{number}": subject for number, subject in enumerate(markets)}
            made.append(
                (
                    re.compile("|".join(f"(?P<{group}>{_bare(markets[subject])})" for group, subject in groups.items()), re.IGNORECASE),
                    groups,
                )
            )
    return tuple(made)


def _bare(pattern: str) -> str:
    """A pattern without flags of its own, which stand for the whole alternation."""
    return pattern.removeprefix("(?i)")


@cache
def _moves() -> tuple[re.Pattern[str], ...]:
    tables = (known.table("matters") for code in codes() if (known := language(code)))
    return tuple(re.compile(table["moves"]) for table in tables if "moves" in table)


@cache
def _quakes() -> tuple[re.Pattern[str], ...]:
    tables = (known.table("matters") for code in codes() if (known := language(code)))
    return tuple(re.compile(table["quake"]) for table in tables if "quake" in table)


@cache
def _speaks(territory: str, tongue: str | None) -> bool:
    """Whether a language is one of those a territory speaks (CLDR)."""
    if tongue is None:
        return False
    spoken = get_global("territory_languages").get(territory, {})
    return any(name.split("_")[0] == tongue.split("-")[0] for name in spoken)
