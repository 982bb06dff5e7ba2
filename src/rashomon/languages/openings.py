"""How a match of a pattern may begin, told by its first characters: what shows cheaply where a try is worth its while."""

import re
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

Heads = frozenset[str]
_Beginnings = frozenset[tuple[str, bool]]  # the first characters of a match, and whether more may be told of it

_LONGEST = 3  # characters of a head; with 2 a third more places of times are tried, with 4 as many
_MOST = 1000  # heads of a pattern that would have more are shorter
_RANGE = 512  # a class of more characters than this is taken for any
_EMPTY: _Beginnings = frozenset({("", True)})
_ANY: _Beginnings = frozenset({("", False)})
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_WIDTHLESS = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)


class Openings(msgspec.Struct, frozen=True):
    """How the matches of some patterns may begin."""

    heads: Heads  # every match begins with one of them
    begun: Heads  # what any of them begins with

    @classmethod
    def of(cls, heads: Iterable[str]) -> "Openings":
        heads = frozenset(heads)
        return cls(heads, frozenset(head[:size] for head in heads for size in range(1, len(head) + 1)))

    def allow(self, head: str) -> bool:
        """Whether a match may begin with these characters, which are all there are or the first."""
        return head in self.begun or self.begins(head)

    def begins(self, text: str) -> bool:
        """Whether a match may begin with the first of these characters."""
        return any(text[:size] in self.heads for size in range(1, len(text) + 1))


def find_heads(pattern: str, flags: int = 0, *, longest: int = _LONGEST, last: str = "") -> Heads:
    """The first characters of the matches of a pattern, as many as can be told, no more than `longest`, and none behind one of `last`.

    Raises ValueError where a match may begin with any character, or be empty.
    """
    heads = frozenset(text for text, _ in _Reader(longest, flags, last=last).of_sequence(parser.parse(pattern, flags)))
    if "" in heads:
        raise ValueError(f"a match of {pattern[:80]!r} may begin with anything; give it a first character")
    return heads


def find_units(pattern: str, numerals: str, flags: int = 0) -> Heads | None:
    """First characters of the matches of a pattern that are no numerals; None where any may be, or where a match may be numerals alone."""
    found = frozenset(text for text, _ in _Reader(1, flags, skipped=numerals).of_sequence(parser.parse(pattern, flags)))
    return None if "" in found else found


def openings_of(pattern: str, flags: int = 0, *, longest: int = _LONGEST) -> Openings | None:
    """As `find_heads`; None where a match may begin with any character."""
    try:
        return Openings.of(find_heads(pattern, flags, longest=longest))
    except ValueError:
        return None


class Starts:
    """Where in a text a match of any of several patterns may begin."""

    def __init__(self, heads: Iterable[str]) -> None:
        self.heads = sorted(heads)
        self._machine = AhoCorasick(self.heads, implementation=Implementation.DFA)

    def find(self, text: str) -> dict[int, str]:
        """The offsets at which a try is worth its while, each with the longest head there."""
        heads = self.heads
        return {start: heads[index] for index, start, _ in self._machine.find_matches_as_indexes(text, overlapping=True)}


class Sought:
    """A pattern that is searched for, tried only where a match of it may begin: most texts hold no such place, and one look tells."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._pattern = re.compile(source, flags)
        opening = openings_of(source, flags)
        self._starts = Starts(opening.heads) if opening else None

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in [start, end) of a text, as the pattern itself would find it."""
        end = len(text) if end is None else end
        if self._starts is None:
            return self._pattern.search(text, start, end)
        places = self._starts.find(text[start:end])
        matches = (self._pattern.match(text, start + place, end) for place in sorted(places)) if places else ()
        return next(filter(None, matches), None)


class Choice:
    """Several patterns of which the first that matches at a place counts, each tried only where its matches may begin."""

    def __init__(self, sources: Mapping[str, str], flags: int = 0) -> None:
        """sources: the patterns by name, which is the last group of their matches."""
        self.sources = sources
        named = {name: f"(?P<{name}>{source})" for name, source in sources.items()}
        openings = [opening for source in sources.values() if (opening := openings_of(source, flags))]
        self._any = re.compile("|".join(named.values()), flags) if len(openings) < len(named) else None
        if self._any is None:
            patterns = [re.compile(source, flags) for source in named.values()]
            self._starts = Starts(frozenset().union(*(opening.heads for opening in openings)))
            self._chosen = {
                head: [pattern for pattern, opening in zip(patterns, openings, strict=True) if opening.begins(head)]
                for head in self._starts.heads
            }

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Matches from left to right, none over another. Where one may begin with any character all places are tried."""
        if self._any is not None:
            yield from self._any.finditer(text)
            return
        position = 0
        for start, head in sorted(self._starts.find(text).items()):
            if start < position:
                continue
            for pattern in self._chosen[head]:
                if match := pattern.match(text, start):
                    position = match.end()
                    yield match
                    break


class _Reader:
    """Reads a parsed pattern for how its matches begin, up to one of the characters `last`, and as if those `skipped` were not there."""

    def __init__(self, longest: int, flags: int, *, last: str = "", skipped: str = "") -> None:
        self.longest, self.flags, self.last, self.skipped = longest, flags, last, skipped

    def of_sequence(self, parsed: Iterable[Any]) -> _Beginnings:
        found = _EMPTY
        for op, value in parsed:
            if op in _WIDTHLESS:
                continue
            found = self._joined(found, self._of(op, value))
            if not any(more for _, more in found):
                break
        return found

    def _joined(self, before: _Beginnings, after: _Beginnings) -> _Beginnings:
        """What begins with one of some beginnings and goes on with one of others, in fewer characters where there would be too many."""
        if before == _EMPTY and len(after) <= _MOST:
            return after
        for longest in range(self.longest, 0, -1):
            first = _cut(before, longest)
            rest = {size: _cut(after, longest - size) for size in {len(text) for text, more in first if more}}
            if longest == 1 or sum(len(rest[len(text)]) if more else 1 for text, more in first) <= _MOST:
                break
        closed = {one for one in first if not one[1]}
        return frozenset(closed.union((text + last, more) for text, told in first if told for last, more in rest[len(text)]))

    def _of(self, op: Any, value: Any) -> _Beginnings:
        """Beginnings of one item of a pattern."""
        if op is ops.LITERAL:
            return self._of_characters({chr(value)})
        if op is ops.IN:
            return self._of_characters(_in_class(value))
        if op is ops.BRANCH:
            return frozenset().union(*(self.of_sequence(branch) for branch in value[1]))
        if op is ops.SUBPATTERN:
            return _Reader(self.longest, self.flags | value[1], last=self.last, skipped=self.skipped).of_sequence(value[-1])
        if op is ops.ATOMIC_GROUP:
            return self.of_sequence(value)
        return self._of_repeat(*value) if op in _REPEATS else _ANY

    def _of_repeat(self, least: int, most: int, inner: Any) -> _Beginnings:
        once, found = self.of_sequence(inner), _EMPTY
        grown = found
        for times in range(1, min(most, self.longest) + 1):
            grown = self._joined(grown, once)
            found = grown if times <= least else found | grown
        return found

    def _of_characters(self, characters: set[str] | None) -> _Beginnings:
        if characters is None:
            return _ANY
        if self.flags & re.IGNORECASE:
            characters = characters | {c.upper() for c in characters} | {c.lower() for c in characters}
        return frozenset(("" if character in self.skipped else character, character not in self.last) for character in characters)


def _cut(found: _Beginnings, longest: int) -> _Beginnings:
    return frozenset((text[:longest], more and len(text) < longest) for text, more in found)


def _in_class(items: Iterable[Any]) -> set[str] | None:
    """The characters of a class; None where they are too many, or are told by a kind."""
    found: set[str] = set()
    for op, value in items:
        if op is ops.LITERAL:
            found.add(chr(value))
        elif op is ops.RANGE and value[1] - value[0] < _RANGE:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return found
