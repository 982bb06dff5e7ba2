"""From whom a reporter, or an office, has what follows: 记者从海事局获悉，…; 警方接获市民报案，指…; 卫生局8日发布，…"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import msgspec

from rashomon.model import Span


class Learning(msgspec.Struct, frozen=True):
    """How news says where it has something from."""

    heard: str  # a pattern: of whom, as who, and by which verb, as cue
    issued: str  # a pattern: which office issues what follows, as who, and by which verb, as cue
    press: str  # a pattern: what may stand before it in its clause, a medium as outer where it is named
    call: str  # a pattern: the end of a clause by which somebody called or wrote in, as who: 警方接获市民报案


class Learned(NamedTuple):
    start: int  # of 从, or of the office
    who: Span
    cue: Span
    outer: Span | None  # the medium that has it


_pattern = cache(re.compile)


def who_called(shadow: str, start: int, end: int, learning: Learning) -> Span | None:
    """Whom a clause, up to its end, names as having called in."""
    found = _pattern(learning.call).search(shadow, start, end) if learning.call else None
    return found.span("who") if found else None


class Learnings:
    """All such clauses of one text."""

    def __init__(self, shadow: str, learning: Learning) -> None:
        self.shadow, self.learning = shadow, learning
        found = [match for told in (learning.heard, learning.issued) if told for match in _pattern(told).finditer(shadow)]
        self.found = sorted((match.start(), match.span("who"), match.span("cue")) for match in found)
        self.starts = [one[0] for one in self.found]

    def within(self, start: int, end: int) -> Learned | None:
        """The first one in a clause, if a reporter, a medium or nobody stands before it: 她从邻居处得知 tells of her."""
        at = bisect_left(self.starts, start)
        if at == len(self.starts) or self.starts[at] >= end:
            return None
        press = _pattern(self.learning.press).fullmatch(self.shadow, start, self.starts[at])
        return Learned(*self.found[at], press.span("outer") if press["outer"] else None) if press else None
