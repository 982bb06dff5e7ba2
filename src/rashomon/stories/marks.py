"""Marks of an article that cross languages: names by their letters and sound, rare numbers, counts, days and years."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise

import msgspec

from rashomon.languages import fold
from rashomon.languages.glosses import find_glosses, find_ideas, wordings_of_ideas
from rashomon.languages.sounds import NATIVE, hear_han, hear_latin, hear_native, hear_whole
from rashomon.model import Article, Reading
from rashomon.stories.numbers import find_numbers
from rashomon.stories.places import Places, spell_city
from rashomon.stories.spelled import find_names, strip_marks
from rashomon.stories.words import Bag, expect_share

HAN, LATIN = "han", "latin"

_HAN = re.compile(r"[一-鿿]+")
_SOUND = {3: 0.15, 4: 0.03, 5: 0.006}  # share of Han leads in which some stretch sounds like a key of so many classes by chance
_NATIVE = {4: 0.06, 5: 0.015, 6: 0.004}  # and in which some stretch that may be a Chinese or Korean name does
_KINDS = "省市县区州邦府乡镇村岛湖河山"  # of places, behind their names
_CHANCE = 0.01  # that a text bears any one idea, beside what the commonness of its words says
_TOLD = 550  # characters whose ideas are looked for: news says first what it is about
_NAMED = 800  # and in which Chinese and Korean names are


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What marks are read from, kept until they are wanted."""

    script: str
    lead: str
    title: int  # length of the title
    words: tuple[str, ...]  # Latin words of a Han text, aliases too
    sites: tuple[str, ...] = ()  # names of places in a Han text
    countries: tuple[str, ...] = ()  # codes of the countries and territories it is about
    facts: tuple[str, ...]  # marks that its reading gives


class Marks(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Marks of a text: in Latin script each with its alternatives, in Han script each alone."""

    script: str
    groups: tuple[tuple[str, ...], ...]

    def every(self) -> Iterable[str]:
        """All marks, those that are alternatives too."""
        return dict.fromkeys(mark for group in self.groups for mark in group)


def find_script(lead: str) -> str:
    """The script that a text is written in: a Han character says as much as three letters and a space."""
    looked = (lead[: len(lead) // 2], lead)  # most texts tell by their first half
    return HAN if any(4 * sum(map(len, _HAN.findall(part))) >= len(lead) for part in looked) else LATIN


def find_source(
    article: Article, reading: Reading | None, *, lead: str, script: str, bag: Bag, places: Places, aliases: tuple[str, ...]
) -> Source:
    """What an article's marks are read from."""
    words = {word for word in filter(str.isascii, (*bag.counts, *aliases)) if word.isalpha()} if script == HAN else ()
    facts = _find_facts(article, reading) if reading is not None else ()
    sites = [name.text for name in reading.names if name.kind == "place"] if reading is not None and script == HAN else ()
    return Source(
        script=script,
        lead=lead,
        title=len(article.title),
        words=tuple(sorted(words)),
        sites=tuple(dict.fromkeys(sites)),
        facts=facts,
        countries=tuple(places),
    )


def _find_facts(article: Article, reading: Reading) -> tuple[str, ...]:
    """Counts with their measure, and days and years other than the article's own."""
    facts: dict[str, None] = {}
    for figure in reading.figures:
        if figure.low is not None and figure.low == (figure.high or figure.low):
            facts[f"f {figure.measure} {figure.low}"] = None
    day = (article.published or "")[:10]
    for time in reading.times:
        if time.type == "DATE" and time.value[:1].isdigit():
            if len(time.value) == 10 and time.value[:7] != day[:7]:
                facts[f"d {time.value}"] = None
            elif len(time.value) == 4 and abs(int(time.value) - int(day[:4] or 0)) > 1:
                facts[f"y {time.value}"] = None
    return tuple(facts)


def read_marks(source: Source) -> Marks:
    """The marks of a text."""
    numbers = {f"n {value}": None for value in find_numbers(source.lead)}
    counted: dict[str, list[str]] = {mark: [] for mark in numbers}
    other = []
    for fact in source.facts:
        kind, _, value = fact.rpartition(" ")
        if kind.startswith("f"):
            counted.setdefault(f"n {value}", []).append(fact)
        else:
            other.append(fact)
    groups = [(*facts, number) for number, facts in counted.items()] + [(fact,) for fact in other]
    if source.countries:
        groups.append(tuple(f"c {code}" for code in source.countries))
    if source.script == LATIN:
        names = [tuple(_spell(name)) for name in find_names(source.lead, title=source.title)]
        ideas = [tuple(f"g {idea}" for idea in found) for found in find_glosses(source.lead[:_TOLD])]
        return Marks(script=LATIN, groups=(*names, *groups, *ideas))
    alone = [f"w {word}" for word in source.words] + [f"s {key}" for key in hear_han(source.lead)]
    alone += [mark for site in source.sites for mark in _transcribe(fold(site))]
    alone += [f"p {key}" for key in hear_native(source.lead[:_NAMED])] + [f"g {idea}" for idea in find_ideas(source.lead[:_TOLD])]
    return Marks(script=HAN, groups=tuple((mark,) for mark in dict.fromkeys([*alone, *(mark for group in groups for mark in group)])))


def _spell(name: tuple[str, ...]) -> Iterator[str]:
    """Marks by which a name in Latin letters may be met: each word by itself, by its sound, and two by their sound together."""
    for word in name:
        yield f"w {strip_marks(word).lower()}"
    for word in name:
        yield from (f"{kind} {key}" for key in hear_latin(word) for kind in ("s", "p") if kind == "s" or len(key) >= NATIVE)
    for one, two in pairwise(name):
        yield from (f"p {key}" for key in hear_latin(one + two) if len(key) >= NATIVE)


def bare_site(site: str) -> str:
    """The name of a Chinese place without the word for its kind."""
    return site.rstrip(_KINDS) if len(site) > 2 else site


def find_keys(site: str) -> tuple[str, ...]:
    """Marks by which the name of a place may be met in the other script."""
    if site.isascii():
        return tuple(_spell(tuple(site.title().split())))
    return (*_transcribe(site), *(f"s {key}" for key in hear_han(site)))


def _transcribe(site: str) -> Iterator[str]:
    """Marks of a Chinese place: the words it is spelt with, where it is a city's name, and how it is read."""
    yield from (f"w {word}" for word in spell_city(site))
    key = hear_whole(bare_site(site))
    if len(key) >= NATIVE:
        yield f"p {key}"


def expect_chance(mark: str) -> float:
    """Share of articles that bear a mark by chance."""
    kind, _, rest = mark.partition(" ")
    if kind == "s":
        return _SOUND.get(len(rest), 0.002)
    if kind == "p":
        return _NATIVE.get(len(rest), 0.002)
    if kind == "g":
        return _shares().get(rest, _CHANCE)
    if kind == "n":
        return 0.12 if len(rest) == 2 else 0.02 if len(rest) == 3 else 0.004
    if kind == "f":
        return 0.06 if len(rest.rpartition(" ")[2]) == 1 else 0.02
    return 0.002 if kind == "w" else 0.02


@cache
def _shares() -> Mapping[str, float]:
    """Share of texts that tell of each idea, before any was read."""
    return {idea: _CHANCE + sum(map(expect_share, words)) for idea, words in wordings_of_ideas().items()}
