"""Rows of patterns of lines: each is tried only on lines that begin as its matches do, or hold its key.

How a match may begin is told from the pattern itself: `(?:订阅|关注)我们.{0,20}` begins with 订 or 关. A pattern whose matches may begin
with anything marks words of which every match holds one: `.{0,30}(?P<key>订阅|关注).{0,20}公众号`; the lines of an article are searched
for all keys at once, in both scripts. A line is folded and matched only where one or the other shows. A pattern without either is tried on
short lines.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

import msgspec
from ahocorasick_rs import BytesAhoCorasick, Implementation

from rashomon.cleaning.characters import shade, shaded_from
from rashomon.errors import DataError
from rashomon.languages.openings import Openings, compile_parsed, openings_of, parse

SHORT = 40  # code points of a line on which patterns are tried that nothing announces
_KEY = re.compile(r"\(\?P<key>((?:[^()\\]|\\.)*)\)")
_NOT_PLAIN = re.compile(r"(?<!\\)[\[\]{}?*+.^$]")
_HEAD = 2  # first characters of a line by which patterns are chosen
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
    unannounced: int = SHORT  # length of the longest line on which those are tried that nothing announces
    inside: bool = False  # whether they match parts of lines, not whole ones


class Pattern(msgspec.Struct, frozen=True, eq=False):
    """A row, ready to be tried."""

    rule: str
    group: str
    code: str | None
    expression: re.Pattern[str]
    words: tuple[str, ...]  # its key; () where it has none
    openings: Openings | None  # how the shadows of its matches begin; None: with anything, or inside a line
    inside: bool
    least: int  # length of the shortest line that it matches
    most: int  # length of the longest on which it is tried


class Rows:
    """Groups of patterns. Of several that match a line, the first one of the first group counts."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self.groups = groups
        self._patterns = [_prepare(row, name, group) for name, group in groups.items() for row in group.rows]
        self._owners = {pattern.code for pattern in self._patterns}
        self._tables: dict[str | None, Table] = {}

    def find(self, lines: Sequence[str], joined: str, code: str | None) -> "Found":
        """Which patterns may match which of the lines of an outlet's article. joined: the lines with a line end between."""
        owner = code if code in self._owners else None
        table = self._tables.get(owner)
        if table is None:
            table = self._tables[owner] = Table([pattern for pattern in self._patterns if pattern.code in (None, owner)])
        return Found(table, table.find(lines, joined))


def _prepare(row: Row, name: str, group: Group) -> Pattern:
    words, openings = read_key(row), None if group.inside else openings_of(row.source, longest=_HEAD)
    least, most = parse(row.source, 0).getwidth()
    return Pattern(
        rule=row.rule,
        group=name,
        code=row.code,
        expression=compile_parsed(row.source),
        words=words,
        openings=openings,
        inside=group.inside,
        least=least,
        most=min(most, group.most if words or openings is not None else group.unannounced),
    )


class Table:
    """The patterns that serve one outlet's articles, everybody's and its own, by what announces them."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self.always: list[int] = []  # patterns of lines that nothing announces
        self._openings: dict[str, list[int]] = {}  # first character, as it stands -> patterns
        keys: dict[str, list[int]] = {}  # form of a key -> patterns
        for number, pattern in enumerate(patterns):
            if pattern.openings is not None:
                for first in {form for head in pattern.openings.heads for form in shaded_from(head[0])}:
                    self._openings.setdefault(first, []).append(number)
            elif pattern.words:
                for form in {form for word in pattern.words for form in _forms(word)}:
                    keys.setdefault(form, []).append(number)
            elif not pattern.inside:
                self.always.append(number)
        self.reach = max(
            (patterns[number].most for number in self.always), default=0
        )  # length of the longest line on which those are tried
        forms = sorted(keys)
        self._keys = [keys[form] for form in forms]
        self._search = BytesAhoCorasick([form.encode() for form in forms], implementation=Implementation.DFA) if forms else None
        self._opened = lru_cache(maxsize=4096)(self._open)
        self.groups = frozenset(pattern.group for pattern in patterns)

    def find(self, lines: Sequence[str], joined: str) -> dict[int, list[int]]:
        """Number of a line -> the patterns that are announced in it, in order."""
        openings = self._openings
        likely: dict[int, list[int]] = {}
        for number, text in enumerate(lines):
            if text[:1] in openings and (told := self._opened(text[:_HEAD])):
                likely[number] = told
        data, number, seen = joined.encode("utf-8", "surrogatepass"), 0, 0
        for key, start, _ in self._search.find_matches_as_indexes(data, overlapping=True) if self._search is not None else ():
            number += data.count(b"\n", seen, start)
            seen = max(seen, start)
            before = likely.get(number)
            likely[number] = sorted({*before, *self._keys[key]}) if before else self._keys[key]
        return likely

    def _open(self, start: str) -> list[int]:
        """The patterns whose matches may begin as a line does, by its first characters."""
        head = shade(start)
        return [at for at in self._openings[start[0]] if (openings := self.patterns[at].openings) and openings.allow(head)]


class Found(msgspec.Struct, frozen=True):
    """What a search found in some lines; asked line by line."""

    table: Table
    likely: dict[int, list[int]]  # number of the line -> patterns

    def marked(self, group: str, count: int) -> dict[int, list[Pattern]]:
        """The patterns of a group that may match a part of one of `count` lines, by the line's number; those without a key may in any."""
        patterns = self.table.patterns
        if group not in self.table.groups:
            return {}
        everywhere = [pattern for pattern in patterns if pattern.group == group and not pattern.words]
        told = {n: [patterns[at] for at in likely if patterns[at].group == group] for n, likely in self.likely.items()}
        found = {n: [*told.get(n, ()), *everywhere] for n in (range(count) if everywhere else sorted(told))}
        return {number: marked for number, marked in found.items() if marked}

    def match(self, groups: tuple[str, ...], number: int, text: str) -> Pattern | None:
        """The first pattern of some groups that matches a line whole; `text` is the line or what is left of it."""
        table, size = self.table, len(text)
        likely: Sequence[int] = self.likely.get(number, ())
        if size <= table.reach:
            likely = sorted({*likely, *table.always})
        shadow: str | None = None
        for at in likely:
            pattern = table.patterns[at]
            if pattern.least <= size <= pattern.most and pattern.group in groups:
                shadow = shadow or shade(text)
                if pattern.expression.fullmatch(shadow):
                    return pattern
        return None


def read_key(row: Row) -> tuple[str, ...]:
    """The words of a pattern's key; () where it has none.

    Raises DataError where a key is more than words with bars between.
    """
    key = _KEY.search(row.source)
    if "(?P<" in row.source and (key is None or _NOT_PLAIN.search(key[1])):
        raise DataError(f"{row.rule}: the key in {row.source!r} is no plain list of words; write (?P<key>one|another)")
    return tuple(re.sub(r"\\(.)", r"\1", word) for word in key[1].split("|")) if key else ()


@cache
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
