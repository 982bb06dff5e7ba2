"""One sentence with its numbers, predicates and clauses: what pairing and lending read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from rashomon.model import Span
from rashomon.reading.figures.predicates import Cue
from rashomon.reading.figures.slots import Slot

OPENING = ("（", "(")
CLAUSE = 120  # characters of a clause that are looked at before a number
_BRACKET = re.compile("[（(][^（()）]{1,400}[）)]")
_SHUT = re.compile("[）)]")
AHEAD = 40  # characters between a number and the predicate behind it
AHEAD_SPACED = 90  # the same where words are of letters


class Count(NamedTuple):
    """A number of people or things and what happened to them."""

    slot: Slot
    measure: str
    scope: str  # total, new, part, further
    start: int  # shortest span that holds number and measure
    end: int
    cue: Cue | None  # None where the predicate is lent
    limit: int  # where the number's own noun phrase must end


class Line(msgspec.Struct, frozen=True, dict=True):
    """One sentence with all that was found in it."""

    shadow: str  # of the whole article
    start: int
    end: int
    cues: Sequence[Cue]
    slots: Sequence[Slot]
    breaks: Sequence[int]  # where clauses end, in order
    ahead: int = AHEAD

    @cached_property
    def reaches(self) -> "list[Reach]":
        """What each number may look at."""
        return [_reach(self, index) for index in range(len(self.slots))]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [cue.start for cue in self.cues]

    def cue_at(self, position: int) -> int:
        """The index of the first cue at a position or behind it."""
        return bisect_left(self._cue_starts, position)

    @cached_property
    def _brackets(self) -> list[Span]:
        return [found.span() for found in _BRACKET.finditer(self.shadow, self.start, self.end)]

    def bracket(self, position: int) -> Span | None:
        """The bracket around a position."""
        at = bisect_right(self._brackets, position, key=lambda span: span[0]) - 1
        return self._brackets[at] if at >= 0 and position < self._brackets[at][1] else None

    def shut(self, start: int, end: int) -> re.Match[str] | None:
        """Where a bracket is closed in a span."""
        return _SHUT.search(self.shadow, start, end)

    def between(self, start: int, end: int) -> Sequence[Cue]:
        """The cues that begin in a span."""
        return self.cues[self.cue_at(start) : self.cue_at(end)]


class Reach(NamedTuple):
    """What one number may look at."""

    clause: int  # where its clause begins
    left: int
    right: int


def _reach(line: Line, index: int) -> Reach:
    """What the number at `index` may look at: its clause, up to its neighbours."""
    slot = line.slots[index]
    at = bisect_right(line.breaks, slot.start)
    clause = max(line.breaks[at - 1] if at else line.start, slot.start - CLAUSE)
    after = bisect_left(line.breaks, slot.end)
    right = line.breaks[after] if after < len(line.breaks) else line.end
    if index + 1 < len(line.slots):
        right = min(right, line.slots[index + 1].start)
        if line.shadow[slot.end : slot.end + 1] in OPENING and line.shut(line.slots[index + 1].end, line.end):
            right = min(right, slot.end)  # 确诊病例84例(其中重症病例2例): what the bracket tells is of its own number
    left = max(clause, line.slots[index - 1].end if index else line.start)
    return Reach(clause, left, min(right, slot.end + line.ahead))


def fits(slot: Slot, measure: str) -> bool:
    """Whether what a classifier counts can meet a fate: 辆 is never killed, 人 never destroyed."""
    if measure == "destroyed":
        return slot.kind == "things"
    if slot.kind == "cases":
        return measure in ("infected", "killed", "critical", "hospitalized")
    if slot.kind == "bodies":
        return measure == "killed"
    return slot.kind != "things"
