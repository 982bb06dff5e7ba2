"""Numbers as languages with spaces write them: 6,481, 1.2 million, twenty-three, dozens, at least 18; each as the bounds that it tells."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from rashomon.languages import language
from rashomon.reading.ground.numerals import Quantity

_YEARS = range(1900, 2100)  # a bare number of four digits in this range is taken for a year


class _Numbers(NamedTuple):
    number: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]  # before the low end of a range
    joined: re.Pattern[str]  # between its ends
    table: Mapping[str, Any]


def _choice(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _numbers(code: str) -> _Numbers:
    tongue = language(code)
    assert tongue is not None
    table = tongue.table("figures")["numbers"]
    units = _choice(list(table["units"]))
    word = _choice([*table["digits"], *table["units"]])
    kinds = "|".join(f"(?P<{kind}>{_choice(table[kind])})" for kind in ("least", "most", "about"))
    number = "|".join(
        (
            rf"(?P<fixed>{_choice(list(table['fixed']))})",
            rf"(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}|[0-9]{{1,12}}(?:\.[0-9]{{1,3}})?)(?: (?P<unit>{units}))?",
            rf"(?P<words>(?:a )?(?:{word})(?:(?:-| and | )(?:{word})){{0,7}})",
        )
    )
    guards = table["guards"]
    pattern = re.compile(rf"(?<![a-z0-9])(?:(?:{kinds}) )?(?P<number>{number})(?![a-z0-9])")
    before, after, between, joined = (re.compile(guards[name]) for name in ("before", "after", "between", "joined"))
    return _Numbers(number=pattern, before=before, after=after, between=between, joined=joined, table=table)


def find_amounts(shadow: str, code: str) -> tuple[Quantity, ...]:
    """All numbers of a text in lower case with the bounds they tell, in order; years, days, sums and ages are left out."""
    numbers = _numbers(code)
    found: list[Quantity] = []
    for match in numbers.number.finditer(shadow):
        start, end = match.span("number")
        if found and start < found[-1].end:
            continue  # the high end of a range
        bounds = _bounds(match, numbers.table)
        if bounds is None or numbers.after.match(shadow, end) or numbers.before.search(shadow[max(0, start - 12) : start]):
            continue
        low, high = bounds
        if higher := _higher(shadow, match, numbers):
            high, end = higher
        kind = "range" if low != high else "exact"
        if match["least"]:
            high, kind = None, "least"
        elif match["most"]:
            low, high, kind = None, high, "most"
        elif match["about"] and kind == "exact":
            kind = "about"
        elif kind == "exact" and match["digits"] and match["digits"].isdigit() and low in _YEARS and not match["unit"]:
            continue
        found.append(Quantity(start=match.start(), end=end, low=low, high=high, kind=kind, number=(start, end)))
    return tuple(found)


def _higher(shadow: str, match: re.Match[str], numbers: _Numbers) -> tuple[int, int] | None:
    """The high end of a range that a number opens, and where it ends: between 200 and 250."""
    joined = numbers.joined.match(shadow, match.end())
    if joined is None or not numbers.between.search(shadow[max(0, match.start() - 8) : match.start()]):
        return None
    other = numbers.number.match(shadow, joined.end())
    bounds = _bounds(other, numbers.table) if other else None
    return (bounds[1], other.end()) if other and bounds and bounds[1] is not None else None


def _bounds(match: re.Match[str], table: Mapping[str, Any]) -> tuple[int | None, int | None] | None:
    if match["fixed"]:
        low, high = table["fixed"][match["fixed"]]
        return low, high
    if match["digits"]:
        value = round(float(match["digits"].replace(",", "")) * table["units"].get(match["unit"], 1), 4)  # 2.01 times a million, in binary
        return (int(value), int(value)) if value == int(value) else None
    value = _in_words(match["words"], table)
    return (value, value) if value is not None else None


def _in_words(text: str, table: Mapping[str, Any]) -> int | None:
    """The value of a number in words; None where it is only a unit without a number (thousand)."""
    total = section = 0
    for word in re.split(r"[ -]", text):
        if word in table["digits"]:
            section += table["digits"][word]
        elif word == "a":
            section = 1
        elif word in table["units"]:
            unit = table["units"][word]
            if not section:
                return None
            section *= unit
            if unit > 100:
                total, section = total + section, 0
    return total + section or None
