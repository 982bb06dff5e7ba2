"""How a match of a pattern may begin, told by its first characters: what shows cheaply where a try is worth its while."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

Heads = frozenset[str]
_CASELESS = re.compile(r"\(\?P<\w+>|\\[dswDSWbBnt]|0-9|一-鿿")  # what in a pattern tells of no letters, or of those without a case

_LONGEST = 3  # characters of a head; with 2 a third more places of times are tried, with 4 as many
_MOST = 1000  # heads of a pattern that would have more are shorter
_RANGE = 512  # a class of more characters than this is taken for any
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_EITHER_CASE = int(re.IGNORECASE)
_TEXTS = 4096  # texts of which a pattern remembers where its matches may begin: as many as the largest stories have
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


@lru_cache(maxsize=1)
def parse(pattern: str, flags: int) -> Any:
    """A pattern as Python's own parser reads it: once for all that is asked of it in turn."""
    return parser.parse(pattern, flags)


def compile_parsed(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern compiled that is asked for its openings too: it is parsed once, which takes as long as the rest."""
    compiled: re.Pattern[str] = compiler.compile(parse(pattern, int(flags)), int(flags))
    return compiled


def compile_cased(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern compiled; where it holds no letter that has a case, none is ignored, which takes a fraction of the time."""
    return compile_parsed(pattern, _needed(pattern, flags))


def _needed(pattern: str, flags: int) -> int:
    rest = _CASELESS.sub("", pattern)
    return flags & ~_EITHER_CASE if rest.lower() == rest.upper() and "-" not in rest else flags


def find_heads(pattern: str, flags: int = 0, *, longest: int = _LONGEST, last: str = "") -> Heads:
    """The first characters of the matches of a pattern, as many as can be told, no more than `longest`, and none behind one of `last`.

    Raises ValueError where a match may begin with any character, or be empty.
    """
    heads = frozenset[str]().union(*_Reader(longest, flags, last=last).of_sequence(parse(pattern, int(flags))))
    if "" in heads:
        raise ValueError(f"a match of {pattern[:80]!r} may begin with anything; give it a first character")
    return heads


def find_units(pattern: str, numerals: str, flags: int = 0) -> Heads | None:
    """First characters of the matches of a pattern that are no numerals; None where any may be, or where a match may be numerals alone."""
    found = frozenset[str]().union(*_Reader(1, flags, skipped=numerals).of_sequence(parse(pattern, int(flags))))
    return None if "" in found else found


def find_tails(pattern: str, flags: int = 0, *, longest: int = _LONGEST) -> Heads | None:
    """The last characters of the matches of a pattern, as many as can be told; None where a match may end with any, or be empty."""
    found = frozenset[str]().union(*_Reader(longest, flags, backwards=True).of_sequence(parse(pattern, int(flags))))
    return None if "" in found else frozenset(tail[::-1] for tail in found)


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
    """A pattern that is searched for, tried only where a match of it may begin: most texts hold no such place, and one look tells.

    Where stretches of a text are searched, that look is for the whole of it, and is remembered. Where a match may begin with anything, how
    it may end tells which texts hold one.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern, opening = compile_parsed(source, flags), openings_of(source, flags)
        self._starts = Starts(opening.heads) if opening else None
        tails = None if opening else find_tails(source, flags)
        self._ends = Starts(tails) if tails else None
        self._remembered = lru_cache(maxsize=_TEXTS)(self._find_places)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in [start, end) of a text, as the pattern itself would find it."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in [start, end) of a text, as the pattern itself would find them."""
        whole, end = start == 0 and end is None, len(text) if end is None else end
        if self._starts is None:
            if not self._ends or self._ends.find(text[start:end]):
                yield from self.pattern.finditer(text, start, end)
            return
        places = self._find_places(text) if whole else self._remembered(text)
        for at in range(bisect_left(places, start), len(places)):
            if places[at] >= end:
                return
            if places[at] >= start and (match := self.pattern.match(text, places[at], end)):
                start = match.end()
                yield match

    def _find_places(self, text: str) -> list[int]:
        """Where in a text a match may begin, rising."""
        return sorted(self._starts.find(text)) if self._starts else []


class Choice:
    """Several patterns of which the first that matches at a place counts, each tried only where its matches may begin."""

    def __init__(self, sources: Mapping[str, str], flags: int = 0) -> None:
        """sources: the patterns by name, which is the last group of their matches."""
        self.sources = sources
        named = {name: f"(?P<{name}>{source})" for name, source in sources.items()}
        opened = [(compile_cased(source, flags), openings_of(source, _needed(source, flags))) for source in named.values()]
        openings = [opening for _, opening in opened if opening]
        self._any = compile_cased("|".join(named.values()), flags) if len(openings) < len(named) else None
        if self._any is None:
            patterns = [pattern for pattern, _ in opened]
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


class _Beginnings(NamedTuple):
    """The first characters of matches: of those of which more may be told, and of those of which no more is."""

    going: frozenset[str]
    ended: frozenset[str]

    @property
    def size(self) -> int:
        return len(self.going) + len(self.ended)

    def either(self, *others: "_Beginnings") -> "_Beginnings":
        """What begins like this or like one of others."""
        return _Beginnings(self.going.union(*(one.going for one in others)), self.ended.union(*(one.ended for one in others)))

    def cut(self, longest: int) -> "_Beginnings":
        """The same of no more than so many characters."""
        if max(map(len, self.going), default=-1) < longest >= max(map(len, self.ended), default=0):
            return self
        going = frozenset([text for text in self.going if len(text) < longest])
        return _Beginnings(going, frozenset([text[:longest] for text in (*self.ended, *(self.going - going))]))


_NONE = _Beginnings(frozenset(), frozenset())
_EMPTY = _Beginnings(frozenset({""}), frozenset())
_ANY = _Beginnings(frozenset(), frozenset({""}))


class _Reader:
    """Reads a parsed pattern for how its matches begin, up to one of the characters `last`, and as if those `skipped` were not there.

    backwards: how they end instead, each ending from its last character on.
    """

    def __init__(self, longest: int, flags: int, *, last: str = "", skipped: str = "", backwards: bool = False) -> None:
        self.longest, self.flags, self.last, self.skipped, self.backwards = longest, int(flags), last, skipped, backwards

    def of_sequence(self, parsed: Sequence[Any]) -> _Beginnings:
        found = _EMPTY
        for op, value in parsed[::-1] if self.backwards else parsed:
            if op in _WIDTHLESS:
                continue
            found = self._joined(found, self._of(op, value))
            if not found.going:
                break
        return found

    def _joined(self, before: _Beginnings, after: _Beginnings) -> _Beginnings:
        """What begins with one of some beginnings and goes on with one of others, in fewer characters where there would be too many."""
        if before == _EMPTY and after.size <= _MOST:
            return after
        for longest in range(self.longest, 0, -1):
            first = before.cut(longest)
            rest = {size: after.cut(longest - size) for size in set(map(len, first.going))}
            if longest == 1 or len(first.ended) + sum(rest[len(text)].size for text in first.going) <= _MOST:
                break
        going, ended = set[str](), set(first.ended)
        for text in first.going:
            then = rest[len(text)]
            going.update(map(text.__add__, then.going))
            ended.update(map(text.__add__, then.ended))
        return _Beginnings(frozenset(going), frozenset(ended))

    def _of(self, op: Any, value: Any) -> _Beginnings:
        """Beginnings of one item of a pattern."""
        if op is ops.LITERAL:
            return self._of_characters({chr(value)})
        if op is ops.IN:
            return self._of_characters(_in_class(value))
        if op is ops.BRANCH:
            return _NONE.either(*map(self.of_sequence, value[1]))
        if op is ops.SUBPATTERN:
            inner = _Reader(self.longest, self.flags | value[1], last=self.last, skipped=self.skipped, backwards=self.backwards)
            return inner.of_sequence(value[-1])
        if op is ops.ATOMIC_GROUP:
            return self.of_sequence(value)
        return self._of_repeat(*value) if op in _REPEATS else _ANY

    def _of_repeat(self, least: int, most: int, inner: Any) -> _Beginnings:
        once, found = self.of_sequence(inner), _EMPTY
        grown = found
        for times in range(1, min(most, self.longest) + 1):
            grown = self._joined(grown, once)
            found = grown if times <= least else found.either(grown)
        return found

    def _of_characters(self, characters: set[str] | None) -> _Beginnings:
        if characters is None:
            return _ANY
        if self.flags & _EITHER_CASE:
            characters = characters | {c.upper() for c in characters} | {c.lower() for c in characters}
        ended = frozenset(characters.intersection(self.last))
        if not self.skipped:
            return _Beginnings(frozenset(characters - ended), ended)
        going, ended = (frozenset(["" if c in self.skipped else c for c in some]) for some in (characters - ended, ended))
        return _Beginnings(going, ended)


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
