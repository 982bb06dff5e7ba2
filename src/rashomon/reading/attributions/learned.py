"""From whom a reporter, or an office, has what follows: 记者从海事局获悉，…; 警方接获市民报案，指…; 卫生局8日发布，…; 正如市长所说，…"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from rashomon.model import Span


class Learning(msgspec.Struct, frozen=True):
    """How news says where it has something from."""

    echoed: str  # a pattern: as who said what follows before, with the cue
    worded: str  # a pattern: in whose words something is so
    heard: str  # a pattern: of whom, as who, and by which verb, as cue
    issue: str  # a pattern: the verb by which an office issues what follows
    issued: str  # a pattern: the clause before it, from its start: the office, as who, the verb, as cue
    press: str  # a pattern: what may stand before it in its clause, a medium as outer where it is named
    call: str  # a pattern: the end of a clause by which somebody called or wrote in, as who: 警方接获市民报案


class Learned(NamedTuple):
    start: int  # of 从, or of the office
    who: Span
    cue: Span
    behind: int  # where what is told may begin
    outer: Span | None  # the medium that has it


_pattern = cache(re.compile)
_ISSUED = 60  # characters from where its clause starts to the verb of issuing
_MARKS = frozenset("。；！？，\n ")


def who_called(shadow: str, start: int, end: int, learning: Learning) -> Span | None:
    """Whom a clause, up to its end, names as having called in."""
    found = _pattern(learning.call).search(shadow, start, end) if learning.call else None
    return found.span("who") if found else None


def _issued(shadow: str, learning: Learning) -> Iterator[re.Match[str]]:
    """The clauses in which an office issues what follows, from their starts."""
    verbs = _pattern(learning.issue).finditer(shadow) if learning.issue else ()
    for verb in verbs:
        low = max(0, verb.start() - _ISSUED)
        start = low + max((at + 1 for at, mark in enumerate(shadow[low : verb.start()]) if mark in _MARKS), default=0)
        if match := _pattern(learning.issued).fullmatch(shadow, start, verb.end()):
            yield match


class Learnings:
    """All such clauses of one text."""

    def __init__(self, shadow: str, learning: Learning) -> None:
        self.shadow, self.learning = shadow, learning
        patterns = [one for one in (learning.heard, learning.echoed, learning.worded) if one]
        found = [*(match for one in patterns for match in _pattern(one).finditer(shadow)), *_issued(shadow, learning)]
        self.found = sorted((match.start(), match.span("who"), match.span("cue"), match.end()) for match in found)
        self.starts = [one[0] for one in self.found]

    def within(self, start: int, end: int) -> Learned | None:
        """The first one in a clause, if a reporter, a medium or nobody stands before it: 她从邻居处得知 tells of her."""
        at = bisect_left(self.starts, start)
        if at == len(self.starts) or self.starts[at] >= end:
            return None
        press = _pattern(self.learning.press).fullmatch(self.shadow, start, self.starts[at])
        return Learned(*self.found[at], press.span("outer") if press["outer"] else None) if press else None
