"""A language's patterns of time, put together so that only those are tried at a place that may match there."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.languages.openings import Characters, Starts, find_openings, find_units, merge_openings
from rashomon.reading.times.ledger import Words

_PLACEHOLDER = re.compile(r"(?<!P)<([a-z_]{1,40})>")
_GROUP = re.compile(r"\(\?P([<=])([a-z]{1,40})")
_RUN = 64  # numerals: no number is longer, and a hostile run costs no more


class Groups(msgspec.Struct, frozen=True, kw_only=True):
    """The named groups of one pattern."""

    names: tuple[str, ...]
    indices: tuple[int, ...]  # in the whole alternation
    span: int  # the group that is the expression; 0 where all is


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """The patterns that may begin at a place, as one alternation; the k-th is the group _k."""

    pattern: re.Pattern[str]
    groups: dict[str, tuple[str, Groups]]  # kind and named groups of each


class _Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """One pattern and how its matches may begin."""

    kind: str
    source: str
    openings: Mapping[str, Characters]
    units: Characters  # what may follow the numerals it begins with; None where anything may


class Grammar:
    """A language's patterns, put together as texts ask for them: those that may match at a place, by its first character, and where
    that is a numeral also by what follows the numerals there."""

    def __init__(self, patterns: Sequence[_Pattern], numerals: str, gate: str, flags: re.RegexFlag, words: Words) -> None:
        self.patterns, self.flags, self.words = patterns, flags, words
        self.starts = Starts.of(merge_openings(pattern.openings for pattern in patterns), gate, numerals)
        self.numerals = frozenset(numerals)
        self.run = re.compile(f"[{numerals}]{{1,{_RUN}}}")
        self.units = frozenset[str]().union(*(pattern.units for pattern in patterns if pattern.units))
        self._branches: dict[str, Branch] = {}  # by first character, and what follows the numerals
        self._compiled: dict[tuple[int, ...], Branch] = {}

    def branch(self, shadow: str, start: int) -> Branch:
        """The patterns that may match at a place."""
        key = shadow[start]
        if key in self.numerals and (run := self.run.match(shadow, start)) and (unit := shadow[run.end() : run.end() + 1]) in self.units:
            key += unit
        return self._branches.get(key) or self._branch(key)

    def _branch(self, key: str) -> Branch:
        first, unit = key[0], key[1:]
        members = tuple(
            k
            for k, pattern in enumerate(self.patterns)
            if first in pattern.openings and (first not in self.numerals or pattern.units is None or unit in pattern.units)
        )
        if members not in self._compiled:
            self._compiled[members] = _compile(members, self.patterns, self.flags)
        return self._branches.setdefault(key, self._compiled[members])


@cache
def grammar_of(language: Language) -> Grammar:
    """A language's patterns with the pieces and lists that they name put in."""
    table = language.table("times")
    lists = _lists(table, language.table("holidays"))
    pieces = _pieces(table, lists, language.table("holidays"))
    flags = re.IGNORECASE if table.get("ignore_case") else re.NOFLAG
    numerals = table["digits"]
    patterns = []
    for k, row in enumerate(table["patterns"]):
        source = _GROUP.sub(rf"(?P\1\2_{k}", _fill(row["match"], pieces))
        openings, units = find_openings(source, flags), find_units(source, numerals, flags)
        patterns.append(_Pattern(kind=row["kind"], source=source, openings=openings, units=units))
    return Grammar(patterns, numerals, table.get("gate", ""), flags, Words.of(language))


def _compile(members: tuple[int, ...], patterns: Sequence[_Pattern], flags: re.RegexFlag) -> Branch:
    whole = re.compile("|".join(f"(?P<_{k}>{patterns[k].source})" for k in members) or "(?!)", flags)
    groups: dict[int, dict[str, int]] = {k: {} for k in members}
    for name, index in whole.groupindex.items():
        base, _, number = name.rpartition("_")
        if base:
            groups[int(number)][base] = index
    return Branch(pattern=whole, groups={f"_{k}": (patterns[k].kind, _groups_of(named)) for k, named in groups.items()})


def _groups_of(named: dict[str, int]) -> Groups:
    """The whole match stands with the named groups, so that there are always several to ask for."""
    return Groups(names=("", "", *named), indices=(0, 0, *named.values()), span=named.get("span", 0))


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
