"""What is denied or borne out by pointing at it alone: 否认这一说法, 对此予以否认."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import msgspec

from rashomon.model import Span


class Answer(msgspec.Struct, frozen=True):
    """How one answers what was said without repeating it."""

    verbs: frozenset[str]
    claim: str  # a pattern: behind the verb, to the end of its clause
    onward: str  # a pattern: behind a verb that stands alone, what its speaker goes on to do
    refuted: str  # a pattern: 对, what is answered, and the verb behind it


class Refuted(NamedTuple):
    start: int  # of 对
    what: Span
    verb: Span


_pattern = cache(re.compile)


class Answers:
    """The answers of one text."""

    def __init__(self, shadow: str, answer: Answer) -> None:
        self.shadow, self.answer = shadow, answer
        found = _pattern(answer.refuted).finditer(shadow) if answer.refuted else ()
        self.refuted = [Refuted(match.start(), match.span("what"), match.span("verb")) for match in found]
        self.starts = [one.start for one in self.refuted]

    def ends(self, cue: Span) -> int:
        """Where the claim ends that a verb points at; 0 where it points at none."""
        if not self.is_one(cue):
            return 0
        claim = _pattern(self.answer.claim).match(self.shadow, cue[1])
        return claim.end() if claim else 0

    def is_one(self, cue: Span) -> bool:
        """Whether a verb denies something or bears it out."""
        return self.shadow[cue[0] : cue[1]] in self.answer.verbs

    def is_bare(self, cue: Span) -> bool:
        """一再否认，并指责…: whether it says nothing of what is denied."""
        return self.is_one(cue) and _pattern(self.answer.onward).match(self.shadow, cue[1]) is not None

    def within(self, start: int, end: int) -> Refuted | None:
        """The first claim between two offsets that is refuted behind 对."""
        at = bisect_left(self.starts, start)
        return self.refuted[at] if at < len(self.starts) and self.starts[at] < end else None
