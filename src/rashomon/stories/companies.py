"""Whose results a headline tells: two companies' are told in the same words, in the same weeks, and are two matters."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.languages import codes, fold, language
from rashomon.stories.countries import name_countries

_LONGEST = 5  # characters of a country's name before a company's
_SHORT = 2  # characters of a name that is called by its first one and another (安银 and 安控)


def find_results(title: str) -> str | None:
    """The company, in lower case and without its country, whose results a folded title tells."""
    for pattern in _patterns():
        match = pattern.search(title)
        if match is not None:
            who = _bare(match["who"].lower())
            return who if len(who) >= _SHORT else None
    return None


def compare_companies(one: str, other: str) -> tuple[float, float]:
    """How far two names are one company's, and how far two; each 0 or 1, and neither where they may be."""
    if one in other or other in one:
        return 1.0, 0.0
    return 0.0, 0.0 if _leaves_out(one, other) or not _split(one).isdisjoint(_split(other)) else 1.0


def _bare(name: str) -> str:
    """A name without the country before it, unless what is left is what many are called; "" where it is a country's."""
    size = next((size for size in range(_LONGEST, 1, -1) if name[:size] in _countries()), 0)
    left = name[size:].strip()
    return left if not left or _split(left) else name


def _leaves_out(one: str, other: str) -> bool:
    """Whether one name may be the other for short, with characters left out behind its first (安控, 安银控股)."""
    if one[0] != other[0] or one.isascii():
        return False
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(long) == _SHORT or all(character in rest for character in short)


def _split(name: str) -> set[str]:
    """What tells a company: words of Latin letters, pairs of others, but for those that many bear."""
    parts: Iterator[str] | list[str] = name.split() if name.isascii() else (name[at : at + 2] for at in range(len(name) - 1))
    return {part for part in parts if part not in _common()}


@cache
def _countries() -> frozenset[str]:
    """Folded names of countries and territories, as our own lists call them too (内地)."""
    known = (one for code in codes() if (one := language(code)))
    return frozenset(name_countries()) | {fold(word).lower() for one in known for word, *_ in one.entries("territories")}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tables = (known.table("matters") for code in codes() if (known := language(code)))
    return tuple(re.compile(table["results"]) for table in tables if "results" in table)


@cache
def _common() -> frozenset[str]:
    tables = (known.table("matters") for code in codes() if (known := language(code)))
    return frozenset(word for table in tables for word in table.get("companies", ()))
