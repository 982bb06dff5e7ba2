"""One sentence in which something may be ordered: its clauses, its names and times, and where its words of ordering stand."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from rashomon.model import Attribution, Name, Span, Time
from rashomon.reading.measures.patterns import Patterns

_Found = TypeVar("_Found", Time, Name, Attribution)


class Scene(NamedTuple):
    text: str  # of the article
    shadow: str
    patterns: Patterns
    sentence: Span  # as far as it is looked at
    times: Sequence[Time]  # of the sentence
    names: Sequence[Name]
    triggers: Sequence[int]  # of the article: where words of ordering begin
    breaks: Sequence[Span]  # between its clauses

    def clause(self, span: Span) -> Span:
        """The clause that holds these characters."""
        start = max((end for _, end in self.breaks if end <= span[0]), default=self.sentence[0])
        end = min((start for start, _ in self.breaks if start >= span[1]), default=self.sentence[1])
        return start, end

    def before(self, clause: Span) -> Span:
        """The clause before one that is not the first of its sentence."""
        end = max((start for start, end in self.breaks if end <= clause[0]), default=self.sentence[0])
        return max((stop for _, stop in self.breaks if stop <= end), default=self.sentence[0]), end

    def half(self, position: int) -> int:
        """Where the part of its sentence begins that holds a position: ； parts them."""
        marks = self.patterns.halves.finditer(self.shadow, self.sentence[0], position)
        return max((mark.end() for mark in marks), default=self.sentence[0])

    def opens(self, time: Time, position: int, *, last: bool = False) -> bool:
        """周二起，解除…: a day that closes the clause before; `last`: the day that something ends on too."""
        if not 0 < position - time.end <= 4 or self.patterns.opening.fullmatch(self.shadow, time.end, position) is None:
            return False
        return last or self.patterns.until_before.search(self.shadow[max(0, time.start - 10) : time.start]) is None

    def orders(self, span: Span) -> bool:
        """Whether a word of ordering stands in the clause of these characters."""
        start, end = self.clause(span)
        at = bisect_left(self.triggers, start)
        return at < len(self.triggers) and self.triggers[at] < end


def between(found: Sequence[_Found], span: Span) -> Sequence[_Found]:
    """Those that begin in a span, of what is in order."""
    low = bisect_left(found, span[0], key=lambda one: one.start)
    return found[low : bisect_left(found, span[1], key=lambda one: one.start)]
