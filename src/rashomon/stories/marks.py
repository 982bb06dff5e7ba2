"""Marks of an article that cross languages: names by their letters and sound, rare numbers, counts, days and years."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from rashomon.languages import codes, language
from rashomon.model import Article, Reading
from rashomon.stories.sounds import hear_han, hear_latin
from rashomon.stories.words import Bag, is_stopword

HAN, LATIN = "han", "latin"

_HAN = re.compile(r"[一-鿿]+")
_NAME = re.compile(r"(?<=[a-z,;:'’] )[A-Z][^\W\d_]{2,30}|(?<=[A-Z]-)[A-Z][^\W\d_]{2,30}|\b[A-Z][^\W\d_]{2,30}(?=['’]s )")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(
    r"(?<![\d.,:/\-])(?:\d{1,3}(?:,\d{3})+(?![\d:])|"
    r"\d{2,9}(?![\d:%]|[.,/\-]\d|\s?[日月时年号点分届世万亿]|\s?[ap]\.?m\b|(?:st|nd|rd|th)\b))"  # no date, hour, share or ordinal
)
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MONTHED = re.compile(rf"{_MONTHS}[a-z]{{0,6}}\.? \d{{1,2}}\b|\b\d{{1,2}} (?={_MONTHS})")
_YEAR = range(1000, 2100)
_CASED = 0.6  # share of a title's words in capitals from which capitals say nothing
_SOUND = {3: 0.15, 4: 0.03, 5: 0.006}  # share of Han leads in which some stretch sounds like a key of so many classes by chance


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What marks are read from, kept until they are wanted."""

    script: str
    lead: str
    title: int  # length of the title
    words: tuple[str, ...]  # Latin words of a Han text, aliases too
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


def find_source(article: Article, reading: Reading | None, *, lead: str, bag: Bag, aliases: tuple[str, ...]) -> Source:
    """What an article's marks are read from."""
    script = find_script(lead)
    words = {word for word in filter(str.isascii, (*bag.counts, *aliases)) if word.isalpha()} if script == HAN else ()
    facts = _find_facts(article, reading) if reading is not None else ()
    return Source(script=script, lead=lead, title=len(article.title), words=tuple(sorted(words)), facts=facts)


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
    if source.script == LATIN:
        names = [(f"w {name.lower()}", *(f"s {key}" for key in hear_latin(name))) for name in find_names(source.lead, title=source.title)]
        return Marks(script=LATIN, groups=(*names, *groups))
    alone = [f"w {word}" for word in source.words] + [f"s {key}" for key in hear_han(source.lead)]
    return Marks(script=HAN, groups=tuple((mark,) for mark in dict.fromkeys([*alone, *(mark for group in groups for mark in group)])))


def find_names(lead: str, *, title: int) -> list[str]:
    """Words of a text in Latin letters that bear a capital within a sentence; of a title only where its other words bear none."""
    head, body = lead[:title], lead[title:]
    words = _WORD.findall(head)
    if sum(word[0].isupper() for word in words) < _CASED * len(words):
        body = lead
    names = dict.fromkeys(_NAME.findall(body))
    return [name for name in names if not is_stopword(name.lower()) and name.lower() not in _translated()]


@cache
def _translated() -> frozenset[str]:
    """Words in capitals that are translated, not transcribed: they tell nothing across languages."""
    return frozenset(word for known in filter(None, map(language, codes())) for word in known.words("name_words"))


def find_numbers(lead: str) -> list[int]:
    """Numbers of two digits and more that are no part of a date, an hour, a share or a year, in order."""
    text = _MONTHED.sub("", lead)
    values = (int(number.replace(",", "")) for number in _NUMBER.findall(text))
    return list(dict.fromkeys(value for value in values if value >= 10 and value not in _YEAR))


def expect_chance(mark: str) -> float:
    """Share of articles that bear a mark by chance."""
    kind, _, rest = mark.partition(" ")
    if kind == "s":
        return _SOUND.get(len(rest), 0.002)
    if kind == "n":
        return 0.12 if len(rest) == 2 else 0.02 if len(rest) == 3 else 0.004
    if kind == "f":
        return 0.06 if len(rest.rpartition(" ")[2]) == 1 else 0.02
    return 0.002 if kind == "w" else 0.02
