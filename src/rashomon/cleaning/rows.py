"""Rows of patterns of lines: each is tried only on lines of its length that hold a word it cannot match without.

Most paragraphs hold none of these words, so they are neither folded nor matched: all lines of an article are searched for them at once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product
from math import prod
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from rashomon.cleaning.characters import shade, shaded_from
from rashomon.languages import language

_CLASS = 40  # members of a character class that are still looked for one by one
_STOP = "。"
_FORMS = 16  # spellings of a word that are looked for, over both scripts; of a longer word the part with no more


class Row(NamedTuple):
    """One pattern of lines, matched whole on the shadow."""

    rule: str  # where it stands: "zh lines 12", "cna lines 1"
    pattern: re.Pattern[str]
    least: int  # length of what it can match
    most: int
    opens: frozenset[str] | None  # characters with which a line that it matches begins, in every script; None where any may


class Group(NamedTuple):
    """Patterns that serve one purpose."""

    rows: Iterable[tuple[str, str]]  # (rule, pattern); a pattern has to match a whole line's shadow
    most: int  # length of the longest line that is looked at
    within: bool = False  # whether a pattern may match a part of a line


class Rows:
    """Groups of patterns, searched together."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self.rows: list[Row] = []
        self.always: dict[str, list[Row]] = {name: [] for name in groups}  # patterns that no word announces
        self.short = dict.fromkeys(groups, 0)  # length of the longest line that those match
        self._group: list[str] = []
        words: dict[str, list[int]] = {}
        ending: set[int] = set()  # patterns that may match a line which ends like a sentence
        for name, group in groups.items():
            for rule, source in group.rows:
                parsed = parser.parse(source)
                least, most = parsed.getwidth()
                opens = None if group.within else _opens(parsed, ignoring=False)
                row = Row(rule, re.compile(source), int(least), group.most if group.within else min(int(most), group.most), opens)
                needed = _needed(parsed, ignoring=False)
                for form in {form for word in needed or () for form in _forms(word)}:
                    words.setdefault(form, []).append(len(self.rows))
                if needed is None:
                    self.always[name].append(row)
                    self.short[name] = max(self.short[name], row.most)
                self.rows.append(row)
                self._group.append(name)
                if group.within or _may_end(parsed):
                    ending.add(len(self.rows) - 1)
        self.shortest = max(self.short.values(), default=0)
        forms = sorted(words)
        self._owners = [words[form] for form in forms]
        self._ending = [[number for number in owners if number in ending] for owners in self._owners]
        self._reach = [max(self.rows[number].most for number in owners) for owners in self._owners]
        self._search = AhoCorasick(forms) if forms else None

    def find(self, lines: Sequence[str], joined: str) -> "Found":
        """Which patterns may match which of the lines, or a part of them. joined: the lines with a line end between."""
        found: dict[int, set[int]] = {}
        hits = self._search.find_matches_as_indexes(joined, overlapping=True) if self._search is not None else ()
        number, end = -1, -1
        owners = self._owners
        for word, start, _ in hits:
            while start >= end:
                number += 1
                end += len(lines[number]) + 1
                owners = self._ending if lines[number].endswith(_STOP) else self._owners
            if owners[word] and len(lines[number]) <= self._reach[word]:
                found.setdefault(number, set()).update(owners[word])
        return Found(self, {number: self._sort(rows) for number, rows in found.items()})

    def _sort(self, numbers: set[int]) -> dict[str, list[Row]]:
        by_group: dict[str, list[Row]] = {}
        for number in sorted(numbers):
            by_group.setdefault(self._group[number], []).append(self.rows[number])
        return by_group


class Found(NamedTuple):
    """What a search found in some lines; asked line by line."""

    rows: Rows
    candidates: dict[int, dict[str, list[Row]]]  # number of the line -> group -> patterns

    def any(self, number: int, text: str) -> bool:
        """Whether any pattern may match what is left of a line."""
        return number in self.candidates or len(text) <= self.rows.shortest

    def likely(self, group: str, number: int) -> list[Row]:
        """The patterns of a group that may match a line, or a part of it."""
        always = self.rows.always[group]
        told = self.candidates.get(number)
        return [*told.get(group, ()), *always] if told else always

    def match(self, group: str, number: int, text: str) -> Row | None:
        """The first pattern of a group that matches a line whole; `text` is the line or what is left of it."""
        size = len(text)
        if number not in self.candidates and size > self.rows.short[group]:
            return None
        shadow = None
        for row in self.likely(group, number):
            if row.least <= size <= row.most and (row.opens is None or text[:1] in row.opens):
                shadow = shadow or shade(text)
                if row.pattern.fullmatch(shadow):
                    return row
        return None


def _opens(parsed: Iterable[Any], *, ignoring: bool) -> frozenset[str] | None:
    """All that a match may begin with, in every script; None where that is anything."""
    found: set[str] = set()
    for op, value in parsed:
        if op is ops.LITERAL:
            return frozenset({*found, *_variants(chr(value), ignoring=ignoring)})
        inner: frozenset[str] | None = None
        if op is ops.SUBPATTERN:
            inner = _opens(value[-1], ignoring=ignoring or bool(value[1] & re.IGNORECASE))
            least = value[-1].getwidth()[0]
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            inner = _opens(value[2], ignoring=ignoring)
            least = min(value[0], value[2].getwidth()[0])
        elif op is ops.BRANCH:
            parts = [_opens(branch, ignoring=ignoring) for branch in value[1]]
            inner = None if None in parts else frozenset(character for part in parts if part for character in part)
            least = min(branch.getwidth()[0] for branch in value[1])
        elif op is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
            inner = frozenset(form for _, code in value for form in _variants(chr(code), ignoring=ignoring))
            least = 1
        if inner is None:
            return None
        found |= inner
        if least:
            return frozenset(found)
    return frozenset(found)


def _may_end(parsed: Iterable[Any]) -> bool:
    """Whether a match may end in a full stop."""
    for op, value in reversed(list(parsed)):
        if op is ops.SUBPATTERN:
            return _may_end(value[-1])
        if op is ops.BRANCH:
            return any(_may_end(branch) or branch.getwidth()[0] == 0 for branch in value[1])
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            if _may_end(value[2]):
                return True
            if value[0] == 0:
                continue
            return False
        if op is ops.LITERAL:
            return bool(value == ord(_STOP))
        return op is not ops.IN or any(kind is not ops.LITERAL or code == ord(_STOP) for kind, code in value)
    return True


class Word(NamedTuple):
    """What a match has to hold."""

    text: str
    ignoring: bool  # whether in either case


def _needed(parsed: Iterable[Any], *, ignoring: bool) -> tuple[Word, ...] | None:
    """Words of which every match holds one at least; None where nothing is certain."""
    best: tuple[Word, ...] | None = None
    run = ""
    for op, value in [*parsed, (None, None)]:
        if op is ops.LITERAL:
            run += chr(value)
            continue
        choices = [(Word(run, ignoring),)] if run else []
        run = ""
        for words in (*choices, _inner(op, value, ignoring=ignoring)):
            if _worth(words) > _worth(best):
                best = words
    return best


def _inner(op: Any, value: Any, *, ignoring: bool) -> tuple[Word, ...] | None:
    """What an element of a pattern needs: a group, a repeat, a choice, a small class."""
    if op is ops.SUBPATTERN:
        return _needed(value[-1], ignoring=ignoring or bool(value[1] & re.IGNORECASE))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0] >= 1:
        return _needed(value[2], ignoring=ignoring)
    if op is ops.BRANCH:
        parts = [_needed(branch, ignoring=ignoring) for branch in value[1]]
        return tuple(dict.fromkeys(word for part in parts if part for word in part)) if all(parts) else None
    if op is ops.IN and len(value) <= _CLASS and all(kind is ops.LITERAL for kind, _ in value):
        return tuple(Word(chr(code), ignoring) for _, code in value)
    return None


def _worth(words: tuple[Word, ...] | None) -> float:
    """How well words tell lines apart: long ones do, usual characters and Latin letters alone do not."""
    if not words or any(len(text.strip()) < 2 and text.isascii() and (text.isalnum() or text.isspace()) for text, _ in words):
        return 0.0
    return 1 / sum(_COST + _FREQUENCY ** min(len(text), 4) * (_USUAL if len(text) == 1 and text in _usual() else 1) for text, _ in words)


_FREQUENCY = 0.02  # how much rarer a word is for each character more
_COST = 2e-4  # of a word more to look for, as if it were that frequent: hundreds of names cost more than a bracket
_USUAL = 20  # how much more frequent a usual character is than another


@cache
def _usual() -> frozenset[str]:
    chinese = language("zh")
    return frozenset("".join(chinese.words("common"))) if chinese else frozenset()


def _forms(word: Word) -> set[str]:
    """All that folds to a word, or to the longest part of it that has few enough forms."""
    variants = [_variants(character, ignoring=word.ignoring) for character in word.text]
    size = len(variants)
    parts = [variants[start : start + length] for length in range(size, 0, -1) for start in range(size - length + 1)]
    chosen = next((part for part in parts if prod(map(len, part)) <= _FORMS), min(parts, key=lambda part: prod(map(len, part))))
    return {"".join(form) for form in product(*chosen)}


@cache
def _variants(character: str, *, ignoring: bool) -> tuple[str, ...]:
    cases = {character, character.lower(), character.upper()} if ignoring else {character}
    return tuple(sorted({form for case in cases if len(case) == 1 for form in shaded_from(case)}))
