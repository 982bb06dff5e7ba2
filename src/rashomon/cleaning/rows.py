"""Rows of patterns of lines: each is tried only on lines that hold its key.

A pattern marks words of which every match holds one: `.{0,30}(?P<key>订阅|关注).{0,20}公众号`; `head` in place of `key` says that
they stand at its beginning. The lines of an article are searched for all keys at once, in both scripts, and a line is folded and matched
only where a key stands in it. A pattern without a key is tried on short lines.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from re import _parser as parser  # type: ignore[attr-defined]
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

from rashomon.cleaning.characters import shade, shaded_from
from rashomon.errors import DataError
from rashomon.languages.openings import Openings, may_open, merge_openings, openings_of

SHORT = 40  # code points of a line on which patterns without a key are tried
HEAD = 2  # code points before a key that stands at the beginning
_KEY = re.compile(r"\(\?P<(key|head)>((?:[^()\\]|\\.)*)\)")
_NOT_PLAIN = re.compile(r"(?<!\\)[\[\]{}?*+.^$]")
_FORMS = 16  # spellings of a word that are looked for, over both scripts; of a longer word the part with no more


class Row(NamedTuple):
    """One pattern of lines, matched on the shadow."""

    rule: str  # where it stands: "zh lines 12", "cna lines 1"
    source: str
    code: str | None = None  # the outlet whose it is; None for all


class Group(NamedTuple):
    """Patterns that serve one purpose."""

    rows: Iterable[Row]
    most: int  # length of the longest line that is looked at
    keyless: int = SHORT  # length of the longest line on which those without a key are tried


class Pattern(msgspec.Struct, frozen=True, eq=False):
    """A row, ready to be tried."""

    rule: str
    group: str
    rank: int  # its group's: the first group's patterns come first
    code: str | None
    expression: re.Pattern[str]
    least: int  # length of the shortest line that it matches
    most: int  # length of the longest on which it is tried
    openings: Openings | None  # how the shadows of the lines that it matches begin; None: anyhow


class Rows:
    """Groups of patterns, searched together: one search for all outlets."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self.groups = groups
        self.patterns: list[Pattern] = []
        self._keyless: list[Pattern] = []
        owners: dict[str, tuple[list[int], list[int]]] = {}  # form of a key -> patterns that it announces anywhere, at the head
        for rank, (name, group) in enumerate(groups.items()):
            for row in group.rows:
                words, head = read_key(row)
                least, most = parser.parse(row.source).getwidth()
                longest = min(most, group.most if words else group.keyless)
                openings = openings_of(row.source)
                pattern = Pattern(row.rule, name, rank, row.code, re.compile(row.source), least, longest, openings)
                if not words:
                    self._keyless.append(pattern)
                for form in {form for word in words for form in _forms(word)}:
                    owners.setdefault(form, ([], []))[head].append(len(self.patterns))
                self.patterns.append(pattern)
        forms = sorted(owners)
        self._anywhere = [owners[form][0] for form in forms]
        self._at_head = [sorted((*owners[form][0], *owners[form][1])) for form in forms]
        self._serving: dict[str | None, Serving] = {}
        self._search = AhoCorasick(forms, implementation=Implementation.DFA) if forms else None

    def find(self, lines: Sequence[str], joined: str, code: str | None) -> "Found":
        """Which patterns may match which of the lines of an outlet's article. joined: the lines with a line end between."""
        serving = self._serving.get(code) or self._serve(code)
        anywhere, at_head = serving.anywhere, serving.at_head
        likely: dict[int, list[int]] = {}
        hits = self._search.find_matches_as_indexes(joined, overlapping=True) if self._search is not None else ()
        number, end, near = -1, -1, 0
        for key, start, _ in hits:
            while start >= end:
                number += 1
                near = end + 1 + HEAD
                end += len(lines[number]) + 1
            if owners := at_head[key] if start <= near else anywhere[key]:
                before = likely.get(number)
                likely[number] = owners if before is None or before is owners else sorted({*before, *owners})
        return Found(self.patterns, serving, likely)

    def _serve(self, code: str | None) -> "Serving":
        others = {at for at, pattern in enumerate(self.patterns) if pattern.code not in (None, code)}
        keyless = [pattern for pattern in self._keyless if pattern.code in (None, code)]
        self._serving[code] = Serving(
            anywhere=_without(self._anywhere, others),
            at_head=_without(self._at_head, others),
            keyless=keyless,
            any_keyless=re.compile("|".join(f"(?:{pattern.expression.pattern})" for pattern in keyless) or "(?!)"),
            reach=max((pattern.most for pattern in keyless), default=0),
            openings=_openings(keyless),
            groups=frozenset(pattern.group for at, pattern in enumerate(self.patterns) if at not in others),
        )
        return self._serving[code]


def _openings(patterns: Sequence[Pattern]) -> Openings | None:
    several = [pattern.openings for pattern in patterns]
    return None if None in several else merge_openings([openings for openings in several if openings is not None])


def _without(table: list[list[int]], others: set[int]) -> list[list[int]]:
    """A table of patterns without some; rows that hold none of them are shared, not copied."""
    return [owners if others.isdisjoint(owners) else [at for at in owners if at not in others] for owners in table]


class Serving(msgspec.Struct, frozen=True, kw_only=True):
    """What serves one outlet's articles: the patterns of all outlets and its own."""

    anywhere: list[list[int]]  # number of a key's form -> patterns that it announces wherever it stands
    at_head: list[list[int]]  # the same, where it stands at the beginning of a line
    keyless: list[Pattern]  # patterns that no word announces
    any_keyless: re.Pattern[str]  # all of them, tried together before each is tried alone
    reach: int  # length of the longest line on which one of them is tried
    openings: Openings | None  # how the shadows of the lines that they match begin; None: anyhow
    groups: frozenset[str]  # those that hold a pattern


class Found(msgspec.Struct, frozen=True):
    """What a search found in some lines; asked line by line."""

    patterns: list[Pattern]
    serving: Serving
    likely: dict[int, list[int]]  # number of the line -> patterns whose key stands in it

    def any(self, number: int, text: str) -> bool:
        """Whether any pattern may match what is left of a line."""
        return number in self.likely or len(text) <= self.serving.reach

    def marked(self, group: str, count: int) -> dict[int, list[Pattern]]:
        """The patterns of a group that may match a part of one of `count` lines, by the line's number; those without a key may in any."""
        if group not in self.serving.groups:
            return {}
        everywhere = [pattern for pattern in self.serving.keyless if pattern.group == group]
        told = {n: [pattern for at in likely if (pattern := self.patterns[at]).group == group] for n, likely in self.likely.items()}
        found = {n: [*told.get(n, ()), *everywhere] for n in (range(count) if everywhere else sorted(told))}
        return {number: patterns for number, patterns in found.items() if patterns}

    def match(self, groups: tuple[str, ...], number: int, text: str) -> Pattern | None:
        """The first pattern of some groups that matches a line whole; `text` is the line or what is left of it.

        Of one group those with a key come first.
        """
        size, head, serving = len(text), shade(text[:2]), self.serving
        told = [
            pattern
            for at in self.likely.get(number, ())
            if (pattern := self.patterns[at]).least <= size <= pattern.most and pattern.group in groups and may_open(pattern.openings, head)
        ]
        untold = size <= serving.reach and may_open(serving.openings, head)
        if not told and not untold:
            return None
        shadow = shade(text)
        first = next((pattern for pattern in told if pattern.expression.fullmatch(shadow)), None)
        if not untold or serving.any_keyless.fullmatch(shadow) is None:
            return first
        keyless = (pattern for pattern in serving.keyless if pattern.group in groups and size <= pattern.most)
        other = next((pattern for pattern in keyless if pattern.expression.fullmatch(shadow)), None)
        return other if first is None or (other and other.rank < first.rank) else first


def read_key(row: Row) -> tuple[tuple[str, ...], bool]:
    """The words of a pattern's key, and whether they stand at its head; () where it has none.

    Raises DataError where a key is more than words with bars between.
    """
    key = _KEY.search(row.source)
    if "(?P<" in row.source and (key is None or _NOT_PLAIN.search(key[2])):
        raise DataError(f"{row.rule}: the key in {row.source!r} is no plain list of words; write (?P<key>one|another)")
    return (tuple(re.sub(r"\\(.)", r"\1", word) for word in key[2].split("|")), key[1] == "head") if key else ((), False)


def _forms(word: str) -> set[str]:
    """All spellings of a word, or of its longest part that has few enough: both scripts, the usual cases of Latin letters."""
    found = set()
    for cased in {word, word.lower(), word.upper(), word.capitalize(), word.title()}:
        variants = [(c,) if c.isascii() and c.isalnum() else shaded_from(c) for c in cased]
        size = len(variants)
        parts = [variants[start : start + length] for length in range(size, 0, -1) for start in range(size - length + 1)]
        chosen = next((part for part in parts if prod(map(len, part)) <= _FORMS), min(parts, key=lambda part: prod(map(len, part))))
        found |= {"".join(form) for form in product(*chosen)}
    return found
