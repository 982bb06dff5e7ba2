"""Numbers of languages that spell them apart: 7,939; twenty-three; at least two hundred; dozens; 10 to 20."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.reading.quantity import Quantity

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,3})?|[0-9]{1,12}(?:\.[0-9]{1,3})?"


class _Spelling(msgspec.Struct, frozen=True, kw_only=True):
    whole: re.Pattern[str]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    fixed: Mapping[str, tuple[int, int]]


def find_spelled(text: str, language: Language) -> tuple[Quantity, ...]:
    """All numbers of a text with the bounds they tell, in order; ordinals, percentages and money are left out."""
    spelling = _spelling(language)
    found = []
    for match in spelling.whole.finditer(text):
        low, high = _bounds(match["fixed"], match["number"], spelling)
        kind = "exact" if low == high else "range"
        start, end = match.start("core"), match.end("core")
        if match["other"]:
            other = _value(match["other"], spelling)
            if other > low:
                high, kind, end = other, "range", match.end("other")
        quantity = _qualify(match, (low, high, kind), (start, end))
        found.append(quantity)
    return tuple(found)


def _qualify(match: re.Match[str], bounds: tuple[float, float, str], span: tuple[int, int]) -> Quantity:
    (low, high, kind), number = bounds, span
    opening = match.start() if match["least"] or match["most"] or match["about"] else span[0]
    if match["least"] or match["after"]:
        return Quantity(start=opening, end=span[1], low=low, high=None, kind="least", number=number)
    if match["most"]:
        return Quantity(start=opening, end=span[1], low=None, high=high, kind="most", number=number)
    kind = "about" if match["about"] and kind == "exact" else kind
    return Quantity(start=opening, end=span[1], low=low, high=high, kind=kind, number=number)


def _bounds(fixed: str | None, number: str | None, spelling: _Spelling) -> tuple[float, float]:
    if fixed:
        return spelling.fixed[fixed.lower()]
    value = _value(number or "", spelling)
    return value, value


def _value(text: str, spelling: _Spelling) -> int | float:
    total: float = 0
    section: float = 0
    for word in re.findall(r"[0-9][0-9,.]*|[a-z]+", text.lower()):
        if word[0].isdigit():
            section += float(word.replace(",", "").rstrip("."))
        elif word in spelling.scales:
            scaled = (section or 1) * spelling.scales[word]
            total, section = (total + scaled, 0) if spelling.scales[word] >= 1000 else (total, scaled)
        else:
            section += spelling.numbers.get(word, 0)
    value = total + section
    return int(value) if value == int(value) else value


@cache
def _spelling(language: Language) -> _Spelling:
    table = language.table("numerals")
    fixed, before = table["fixed"], table["before"]

    def choice(words: Any) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    word = rf"(?:{choice(table['numbers'])})"
    number = rf"(?:(?:{_DIGITS})|{word}(?:-{word})?)(?:[ -](?:{choice(table['scales'])}))?(?: (?:and )?{word}(?:-{word})?(?![a-z]))?"
    kinds = "|".join(rf"(?P<{kind}>{choice(before[kind])})" for kind in ("least", "most", "about"))
    marks, more = choice(table["range"]["marks"]), choice(table["after"]["least"])
    whole = re.compile(
        rf"(?<![\w.,$€£])(?:(?:{kinds}|(?P<between>{choice(table['range']['opens'])})) )?"
        rf"(?P<core>(?P<fixed>{choice(fixed)})|(?P<number>{number}))(?![\w%]|,[0-9]|\.[0-9]| per ?cent)"
        rf"(?:(?:(?(between) and | ?(?:{marks}) ?))(?P<other>{number})(?![\w%]))?(?: (?P<after>{more})\b)?",
        re.IGNORECASE,
    )
    bounds = {phrase: (low, high) for phrase, (low, high) in fixed.items()}
    return _Spelling(whole=whole, numbers=table["numbers"], scales=table["scales"], fixed=bounds)
