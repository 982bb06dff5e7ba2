"""Rows of patterns of lines: each is tried only on lines that hold its key.

A pattern marks words of which every match holds one: `.{0,30}(?P<key>订阅|关注).{0,20}公众号`; `head` in place of `key` says that
they stand at its beginning. The lines of an article are searched for all keys at once, in both scripts, and a line is folded and matched
only where a key stands in it. A pattern without a key is tried on short lines.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from rashomon.cleaning.characters import shade, shaded_from
from rashomon.errors import DataError

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


class Pattern(NamedTuple):
    """A row, ready to be tried."""

    rule: str
    group: str
    code: str | None
    expression: re.Pattern[str]


class Rows:
    """Groups of patterns, searched together: one search for all outlets."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self.groups = groups
        keyless: dict[tuple[str, str | None], list[Pattern]] = {}
        self._patterns: list[Pattern] = []
        owners: dict[str, tuple[list[int], list[int]]] = {}  # form of a key -> patterns that it announces anywhere, at the head
        for name, group in groups.items():
            for row in group.rows:
                pattern = Pattern(row.rule, name, row.code, re.compile(row.source))
                words, head = read_key(row)
                if not words:
                    keyless.setdefault((name, row.code), []).append(pattern)
                for form in {form for word in words for form in _forms(word)}:
                    owners.setdefault(form, ([], []))[head].append(len(self._patterns))
                self._patterns.append(pattern)
        self.keyless = {key: Keyless(patterns) for key, patterns in keyless.items()}
        forms = sorted(owners)
        self._anywhere = [owners[form][0] for form in forms]
        self._at_head = [sorted((*owners[form][0], *owners[form][1])) for form in forms]
        self._serving: dict[
            str | None, tuple[list[list[int]], list[list[int]]]
        ] = {}  # an outlet's code -> the two, without what is others'
        self._search = AhoCorasick(forms, implementation=Implementation.DFA) if forms else None

    def find(self, lines: Sequence[str], joined: str, code: str | None) -> "Found":
        """Which patterns may match which of the lines of an outlet's article. joined: the lines with a line end between."""
        found: dict[int, set[int]] = {}
        hits = self._search.find_matches_as_indexes(joined, overlapping=True) if self._search is not None else ()
        anywhere, at_head = self._serve(code)
        number, end, near = -1, -1, 0
        for key, start, _ in hits:
            while start >= end:
                number += 1
                near = end + 1 + HEAD
                end += len(lines[number]) + 1
            if owners := at_head[key] if start <= near else anywhere[key]:
                if number in found:
                    found[number].update(owners)
                else:
                    found[number] = set(owners)
        likely = {n: [self._patterns[at] for at in sorted(numbers)] for n, numbers in found.items()}
        return Found(self, code, likely, ("own", code) in self.keyless)

    def _serve(self, code: str | None) -> tuple[list[list[int]], list[list[int]]]:
        """Which patterns each form of a key announces in an outlet's articles, anywhere and at the head: all outlets' and its own."""
        if code not in self._serving:
            others = {at for at, pattern in enumerate(self._patterns) if pattern.code not in (None, code)}
            self._serving[code] = (_without(self._anywhere, others), _without(self._at_head, others))
        return self._serving[code]


def _without(table: list[list[int]], others: set[int]) -> list[list[int]]:
    """A table of patterns without some; rows that hold none of them are shared, not copied."""
    return [owners if others.isdisjoint(owners) else [at for at in owners if at not in others] for owners in table]


class Keyless:
    """Patterns that no word announces, tried together before each is tried alone."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._any = re.compile("|".join(f"(?:{pattern.expression.pattern})" for pattern in patterns))

    def match(self, shadow: str) -> Pattern | None:
        if self._any.fullmatch(shadow) is None:
            return None
        return next(pattern for pattern in self.patterns if pattern.expression.fullmatch(shadow))


class Found(NamedTuple):
    """What a search found in some lines; asked line by line."""

    rows: Rows
    code: str | None  # the outlet's
    likely: dict[int, list[Pattern]]  # number of the line -> patterns whose key stands in it
    own: bool  # whether the outlet has patterns without a key, which are tried on longer lines too

    def any(self, number: int, text: str) -> bool:
        """Whether any pattern may match what is left of a line."""
        return number in self.likely or len(text) <= SHORT or self.own

    def marked(self, group: str, count: int) -> dict[int, list[Pattern]]:
        """The patterns of a group that may match a part of one of `count` lines, by the line's number; those without a key may in any."""
        keyless = self.rows.keyless.get((group, self.code))
        everywhere = keyless.patterns if keyless else ()
        numbers = range(count) if everywhere else sorted(self.likely)
        found = {n: [*(pattern for pattern in self.likely.get(n, ()) if pattern.group == group), *everywhere] for n in numbers}
        return {number: patterns for number, patterns in found.items() if patterns}

    def match(self, groups: tuple[str, ...], number: int, text: str) -> Pattern | None:
        """The first pattern of some groups that matches a line whole; `text` is the line or what is left of it."""
        size, shadow = len(text), ""
        told = self.likely.get(number, ())
        for name in groups:
            group = self.rows.groups[name]
            if size > group.most:
                continue
            for pattern in told:
                if pattern.group == name:
                    shadow = shadow or shade(text)
                    if pattern.expression.fullmatch(shadow):
                        return pattern
            if size <= group.keyless and (keyless := self.rows.keyless.get((name, self.code if name == "own" else None))):
                shadow = shadow or shade(text)
                if found := keyless.match(shadow):
                    return found
        return None


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
