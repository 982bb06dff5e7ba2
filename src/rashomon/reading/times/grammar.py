"""A language's patterns of time, of which only those are tried at a place that may match there."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.languages.openings import Heads, Starts, compile_parsed, find_heads, find_units
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
    heads: Heads  # where that is by a numeral, one character each
    units: Heads | None  # what may follow the numerals it begins with; None where anything may


class Grammar:
    """A language's patterns, and which of them may match at a place: by the first characters there, and where those are numerals by what
    follows them.

    Each is compiled once and tried in turn: one alternation of those that may begin with a character is no faster, and to compile one for
    each of a hundred such choices takes a dozen times as long.
    """

    def __init__(self, patterns: Sequence[Pattern], numerals: str, gate: str, words: Words) -> None:
        """gate: what must follow the first of some numerals."""
        self.patterns, self.words = patterns, words
        self.numerals = frozenset(numerals)
        self._starts = Starts({head for pattern in patterns for head in pattern.heads} - self.numerals)
        self._gate = re.compile(f"[{numerals}](?={gate})")
        self._run = re.compile(f"[{numerals}]{{1,{_RUN}}}")
        self._units = frozenset[str]().union(*(pattern.units for pattern in patterns if pattern.units))
        self._chosen: dict[tuple[str, str], tuple[Pattern, ...]] = {}  # by a place's head, and what follows the numerals

    def places(self, shadow: str) -> list[tuple[int, str]]:
        """Where a pattern may match, in order, each with the longest head there."""
        found = self._starts.find(shadow)
        found.update((lead.start(), lead.group()) for lead in self._gate.finditer(shadow))
        return sorted(found.items())

    def match(self, shadow: str, start: int, head: str) -> tuple[Pattern, re.Match[str]] | None:
        """The first pattern that matches at a place with a head, and its match."""
        for pattern in self._choose(shadow, start, head):
            found = pattern.pattern.match(shadow, start)
            if found is not None:
                return pattern, found
        return None

    def _choose(self, shadow: str, start: int, head: str) -> tuple[Pattern, ...]:
        """The patterns that may match at a place."""
        unit = ""
        if head in self.numerals and (run := self._run.match(shadow, start)):
            unit = after if (after := shadow[run.end() : run.end() + 1]) in self._units else ""
        chosen = self._chosen.get((head, unit))
        if chosen is None:
            begun = {head[:size] for size in range(1, len(head) + 1)}
            chosen = self._chosen[head, unit] = tuple(
                pattern
                for pattern in self.patterns
                if not begun.isdisjoint(pattern.heads) and (head not in self.numerals or pattern.units is None or unit in pattern.units)
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
    pattern = compile_parsed(source, flags)
    named = pattern.groupindex
    return Pattern(
        kind=kind,
        pattern=pattern,
        names=("", "", *named),
        indices=(0, 0, *named.values()),
        span=named.get("span", 0),
        heads=frozenset(head[0] if head[0] in numerals else head for head in find_heads(source, flags, last="0123456789")),
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
