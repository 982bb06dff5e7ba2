"""How a match of a pattern may begin, told by its first two characters: what shows cheaply where a try is worth its while."""

import re
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import msgspec

Characters = frozenset[str] | None  # None: any
Openings = Mapping[str, Characters]
Beginning = tuple[Characters, ...]

_RANGE = 512  # a class of more characters than this is taken for any
_EMPTY: frozenset[Beginning] = frozenset({()})
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_WIDTHLESS = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)


def find_openings(pattern: str, flags: int = 0) -> Openings:
    """First characters of the matches of a pattern, each with the second ones; None where any may follow, or none at all.

    Raises ValueError where a match may begin with any character, or be empty.
    """
    found = []
    for beginning in _of_sequence(parser.parse(pattern, flags)):
        if not beginning or beginning[0] is None:
            raise ValueError(f"a match of {pattern[:80]!r} may begin with anything; give it a first character")
        first, second = beginning[0], beginning[1] if len(beginning) > 1 else None
        if flags & re.IGNORECASE:
            first, second = _cased(first), None if second is None else _cased(second)
        found.append(dict.fromkeys(first, second))
    return merge_openings(found)


def find_units(pattern: str, numerals: str, flags: int = 0) -> Characters:
    """First characters of the matches of a pattern that are no numerals; None where any may be, or where a match may be numerals alone."""
    beginnings = _of_sequence(parser.parse(pattern, flags), frozenset(numerals))
    if any(not beginning or beginning[0] is None for beginning in beginnings):
        return None
    found = frozenset[str]().union(*(beginning[0] for beginning in beginnings if beginning[0]))
    return _cased(found) if flags & re.IGNORECASE else found


def starts_of(pattern: str, flags: int = 0) -> "Starts | None":
    """Where matches of a pattern may begin; None where they may with any character."""
    openings = openings_of(pattern, flags)
    return Starts.of(openings) if openings is not None else None


def openings_of(pattern: str, flags: int = 0) -> Openings | None:
    """As `find_openings`; None where a match may begin with any character."""
    try:
        return find_openings(pattern, flags)
    except ValueError:
        return None


def may_open(openings: Openings | None, head: str) -> bool:
    """Whether a match may begin with these one or two characters, which are all there are or the first."""
    if openings is None:
        return True
    first = head[:1]
    return first in openings and ((second := openings[first]) is None or head[1:] in second)


def merge_openings(several: Iterable[Openings]) -> Openings:
    """Openings of the matches of any of several patterns."""
    merged: dict[str, Characters] = {}
    for openings in several:
        for character, second in openings.items():
            known = merged.get(character, frozenset())
            merged[character] = None if known is None or second is None else known | second
    return merged


def _cased(characters: frozenset[str]) -> frozenset[str]:
    return characters | {c.upper() for c in characters} | {c.lower() for c in characters}


class Starts(msgspec.Struct, frozen=True):
    """Where in a text a match of any of several patterns may begin."""

    lead: re.Pattern[str]  # a first character that a second one follows, or what a gate asks for
    pairs: frozenset[str]  # first and second ones that go together
    free: frozenset[str]  # first ones that any may follow, or that have a gate

    @classmethod
    def of(cls, openings: Openings, gate: str = "", gated: str = "") -> "Starts":
        """gate: what must follow the first characters `gated`, in place of their second ones."""
        gates = frozenset(gated if gate else "") & openings.keys()
        told = {first: second for first, second in openings.items() if second is not None and first not in gates}
        free = openings.keys() - told.keys() - gates
        ways = [f"(?<={_class(gates)})(?={gate})"] if gates else []
        ways += [f"(?<={_class(free)})"] if free else []
        ways += [f"(?<={_class(told)})(?={_class(frozenset().union(*told.values()))})"] if told else []
        return cls(
            lead=re.compile(f"{_class(openings)}(?:{'|'.join(ways)})"),
            pairs=frozenset(first + second for first, seconds in told.items() for second in seconds),
            free=frozenset(free | gates),
        )

    def find(self, text: str) -> list[int]:
        """Offsets at which a try is worth its while, in order."""
        pairs, free = self.pairs, self.free
        return [at for lead in self.lead.finditer(text) if text[(at := lead.start()) : at + 2] in pairs or text[at] in free]

    def matches(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """Matches of the pattern that these starts are of, from left to right."""
        position = 0
        for start in self.find(text):
            if start >= position and (match := pattern.match(text, start)):
                position = match.end()
                yield match


def _class(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"


def _of_sequence(parsed: Iterable[Any], skipped: frozenset[str] = frozenset()) -> frozenset[Beginning]:
    """Beginnings of a sequence, as if the characters `skipped` were not there."""
    found = _EMPTY
    for op, value in parsed:
        if op in _WIDTHLESS:
            continue
        found = _joined(found, _of(op, value, skipped))
        if all(len(one) == 2 for one in found):
            break
    return found


def _joined(before: frozenset[Beginning], after: frozenset[Beginning]) -> frozenset[Beginning]:
    return frozenset((one + other)[:2] for one in before for other in (after if len(one) < 2 else _EMPTY))


def _of(op: Any, value: Any, skipped: frozenset[str]) -> frozenset[Beginning]:
    """Beginnings of one item of a pattern."""
    if op is ops.LITERAL:
        return _without(frozenset({chr(value)}), skipped)
    if op is ops.IN:
        return _without(_of_class(value), skipped)
    if op is ops.BRANCH:
        return frozenset().union(*(_of_sequence(branch, skipped) for branch in value[1]))
    if op is ops.SUBPATTERN:
        found = _of_sequence(value[-1], skipped)
        return frozenset(tuple(c and _cased(c) for c in one) for one in found) if value[1] & re.IGNORECASE else found
    if op is ops.ATOMIC_GROUP:
        return _of_sequence(value, skipped)
    if op in _REPEATS:
        least, most, inner = value
        once = _of_sequence(inner, skipped)
        found = once if least else once | _EMPTY
        return found | _joined(found, once) if most > 1 else found
    return frozenset({(None, None)} if op is ops.GROUPREF else {(None,)})


def _without(characters: Characters, skipped: frozenset[str]) -> frozenset[Beginning]:
    if characters is None or skipped.isdisjoint(characters):
        return frozenset({(characters,)})
    rest = characters - skipped
    return _EMPTY | {(rest,)} if rest else _EMPTY


def _of_class(items: Iterable[Any]) -> Characters:
    found: set[str] = set()
    for op, value in items:
        if op is ops.LITERAL:
            found.add(chr(value))
        elif op is ops.RANGE and value[1] - value[0] < _RANGE:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)
