"""A language's patterns of time, of which only those are tried at a place that may match there."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.languages.openings import Characters, Starts, find_openings, find_units, merge_openings
from rashomon.reading.times.ledger import Words

_PLACEHOLDER = re.compile(r"(?<!P)<([a-z_]{1,40})>")
_RUN = 64  # numerals: no number is longer, and a hostile run costs no more


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """One pattern, what its groups are, and how its matches may begin."""

    kind: str
    pattern: re.Pattern[str]
    names: tuple[str, ...]  # of its groups, after two that stand for the whole match: so there are always several to ask for
    indices: tuple[int, ...]
    span: int  # the group that is the expression; 0 where all is
    openings: Mapping[str, Characters]
    units: Characters  # what may follow the numerals it begins with; None where anything may


class Grammar:
    """A language's patterns, and which of them may match at a place: by its first character, and where that is a numeral also by what
    follows the numerals there.

    Each is compiled once and tried in turn: one alternation of those that may begin with a character is no faster, and to compile one for
    each of a hundred such choices takes a dozen times as long.
    """

    def __init__(self, patterns: Sequence[Pattern], numerals: str, gate: str, words: Words) -> None:
        self.patterns, self.words = patterns, words
        self.starts = Starts.of(merge_openings(pattern.openings for pattern in patterns), gate, numerals)
        self.numerals = frozenset(numerals)
        self.run = re.compile(f"[{numerals}]{{1,{_RUN}}}")
        self.units = frozenset[str]().union(*(pattern.units for pattern in patterns if pattern.units))
        self._chosen: dict[str, tuple[Pattern, ...]] = {}  # by first character, and what follows the numerals

    def match(self, shadow: str, start: int) -> tuple[Pattern, re.Match[str]] | None:
        """The first pattern that matches at a place, and its match."""
        for pattern in self._choose(shadow, start):
            found = pattern.pattern.match(shadow, start)
            if found is not None:
                return pattern, found
        return None

    def _choose(self, shadow: str, start: int) -> tuple[Pattern, ...]:
        """The patterns that may match at a place."""
        key = shadow[start]
        if key in self.numerals and (run := self.run.match(shadow, start)) and (unit := shadow[run.end() : run.end() + 1]) in self.units:
            key += unit
        chosen = self._chosen.get(key)
        if chosen is None:
            first, unit = key[0], key[1:]
            chosen = self._chosen[key] = tuple(
                pattern
                for pattern in self.patterns
                if first in pattern.openings and (first not in self.numerals or pattern.units is None or unit in pattern.units)
            )
        return chosen


@cache
def grammar_of(language: Language) -> Grammar:
    """A language's patterns with the pieces and lists that they name put in."""
    table = language.table("times")
    lists = _lists(table, language.table("holidays"))
    pieces = _pieces(table, lists, language.table("holidays"))
    flags = re.IGNORECASE if table.get("ignore_case") else re.NOFLAG
    numerals = table["digits"]
    patterns = [_compile(row["kind"], _fill(row["match"], pieces), numerals, flags) for row in table["patterns"]]
    return Grammar(patterns, numerals, table.get("gate", ""), Words.of(language))


def _compile(kind: str, source: str, numerals: str, flags: re.RegexFlag) -> Pattern:
    pattern = re.compile(source, flags)
    named = pattern.groupindex
    return Pattern(
        kind=kind,
        pattern=pattern,
        names=("", "", *named),
        indices=(0, 0, *named.values()),
        span=named.get("span", 0),
        openings=find_openings(source, flags),
        units=find_units(source, numerals, flags),
    )


def _lists(table: Mapping[str, Any], holidays: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        **{name: list(words) for name, words in table["lists"].items()},
        "holidays": [*holidays.get("fixed", {}), *holidays.get("lunar", {})],
    }


def _pieces(table: Mapping[str, Any], lists: Mapping[str, list[str]], holidays: Mapping[str, Any]) -> dict[str, str]:
    """Every list as a choice of its words, longest first; pieces may stand in pieces."""
    pieces = {
        name: "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")" for name, words in lists.items()
    }
    guards = holidays.get("guards", {}).get("after", [])
    pieces["holidays"] += f"(?!{'|'.join(re.escape(word) for word in guards)})" if guards else ""
    for name, source in table["pieces"].items():
        pieces[name] = _fill(source, pieces)
    return pieces


def _fill(source: str, pieces: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda m: pieces[m[1]] if m[1] in pieces else m[0], source)
