"""Places and names in Latin letters, where capitals tell them: of countries as ISO codes, of all else the words that make one up."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.languages import codes, language
from rashomon.languages.cities import list_cities
from rashomon.stories.countries import name_countries
from rashomon.stories.words import is_stopword

_LEAST_CITY = 500_000  # inhabitants; below, a city's name is too often someone's or a word
_LONGEST = 4  # words of a place's name
_TITLE = 2.0  # what a mention in the title weighs more
_CASED = 0.6  # share of a title's words in capitals from which capitals say nothing
_TOKEN = re.compile(r"(?:U\.[SK]\.|[^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINED = re.compile(r" ?(?:(?:of|the|de|al|bin|van|von) )?")  # what stands between words of one name
_OPENS = re.compile(r"(?:^|[.!?:\n])[\s\"“”'’(]*$")  # before the first word of a sentence
_LETTERS = 3  # of what is written in capitals throughout for an abbreviation's sake; longer words are a dateline's
_LEAST = 3  # letters of a word by which a name is known


def find_spelled(lead: str, *, title: int) -> dict[str, float]:
    """The countries and territories that a text in Latin script names, with how often, a title counting two more."""
    counts: dict[str, float] = {}
    for start, code in _find_places([(match.start(), _bare(match[0])) for match in _TOKEN.finditer(lead)]):
        counts[code] = counts.get(code, 0.0) + 1 + (_TITLE if start < title else 0.0)
    return counts


def _find_places(tokens: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    known, at = _places(), 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            code = known.get(" ".join([word for _, word in tokens[at : at + size]]))
            if code is not None:
                yield tokens[at][0], code
                at += size - 1
                break
        at += 1


def find_names(lead: str, *, title: int) -> list[tuple[str, ...]]:
    """Names within a text in Latin letters, each as its words; no country's, which crosses as a place.

    A word in capitals that opens a sentence is one where it stands so within a sentence too, or another follows it; words of a title
    count only where not most of its words bear capitals.
    """
    head = _TOKEN.findall(lead[:title])
    start = title if sum(word[0].isupper() for word in head) >= _CASED * len(head) else 0
    runs: list[tuple[bool, list[str]]] = []
    last = -1
    for match in _TOKEN.finditer(lead, start):
        word = _bare(match[0])
        word = word.title() if word.isupper() and len(word) > _LETTERS else word
        if not word[:1].isupper() or is_stopword(word.lower()):
            continue
        possessed = word != match[0]
        if runs and last >= 0 and _JOINED.fullmatch(lead, last, match.start()):
            runs[-1][1].append(word)
        else:
            runs.append((_OPENS.search(lead[max(0, match.start() - 8) : match.start()]) is not None and not possessed, [word]))
        last = -1 if possessed else match.end()
    within = {word for opening, words in runs if not opening for word in words}
    names: dict[tuple[str, ...], None] = {}
    for opening, words in runs:
        kept = tuple(_drop_known(words))
        if kept and (not opening or len(words) > 1 or words[0] in within):
            names[kept] = None
    return list(names)


def _drop_known(words: Sequence[str]) -> Iterator[str]:
    """The words of a run that are no country's and are transcribed in other languages."""
    places, at = _countries(), 0
    while at < len(words):
        size = next((size for size in range(min(_LONGEST, len(words) - at), 0, -1) if " ".join(words[at : at + size]) in places), 0)
        if not size and len(words[at]) >= _LEAST and words[at].lower() not in _translated():
            yield words[at]
        at += size or 1


def _bare(token: str) -> str:
    return _POSSESSIVE.sub("", token)


def strip_marks(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@cache
def _translated() -> frozenset[str]:
    """Words in capitals that are translated, not transcribed: they tell nothing across languages."""
    return frozenset(word for known in filter(None, map(language, codes())) for word in known.words("name_words"))


@cache
def _countries() -> Mapping[str, str]:
    """Names of countries, territories and their parts, and of their peoples, as they are spelt, to codes."""
    names: dict[str, str] = {}
    for known in filter(None, map(language, codes())):
        names |= {word: territory for word, territory, *_ in known.entries("territories") if word[0].isascii()}
    for name, code in name_countries().items():
        if name.isascii():
            names.setdefault(name.title().replace(" And ", " and ").replace(" Of ", " of "), code)
    return names


@cache
def _places() -> Mapping[str, str]:
    """The same with large cities."""
    names = dict(_countries())
    for city in list_cities():
        if city.population < _LEAST_CITY:
            break
        names.setdefault(strip_marks(city.name), city.country)
    return names
