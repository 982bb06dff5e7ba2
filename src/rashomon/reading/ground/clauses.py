"""A text cut into statements' units and their clauses: a unit is a sentence whose quotations are whole."""

import re
from bisect import bisect_left, bisect_right

import msgspec

from rashomon.model import Span
from rashomon.reading.ground.quotes import find_brackets, find_quotes

_ENDS = "。！？!?"
_SPOKEN_END = "，。！？,!?…"  # a quotation that ends in one of these was spoken; behind it its speaker may stand
# one class of characters first, so that it is quickly found
_BREAK = re.compile(r"[，；：。！？!?;\n,:.](?:(?<=[，；：。！？!?;\n])|(?<=[,:])(?:(?<!\d.)|(?!\d))|(?<=\.)(?=\s|$))")
_TITLE_BREAK = re.compile(r"[，；：。！？!?;|｜]|,(?!\d)|:(?!\d)|(?<=[^\x00-\x7f])[ \u3000]{1,8}|[ \u3000]{1,8}(?=[^\x00-\x7f])")
_HEADING = "【"
_SENTENCE_END = re.compile(r"[。！？!?…][。！？!?…]{0,63}")


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A stretch between two breaks, without them; `mark` is the break behind it."""

    start: int
    end: int
    mark: str


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A sentence, or several that one quotation holds together."""

    start: int
    end: int  # behind its closing mark
    clauses: tuple[Clause, ...]
    title: bool = False


class Layout:
    """Quotations, brackets and units of one text; onward: characters behind a quotation with which its sentence goes on."""

    def __init__(self, shadow: str, onward: str) -> None:
        self.shadow, self.onward = shadow, onward
        self.quotes = find_quotes(shadow)
        self.brackets = find_brackets(shadow)
        self.inside = bytearray(len(shadow))
        for start, end in (*self.quotes, *self.brackets):
            self.inside[start:end] = b"\1" * (end - start)
        self._starts = [start for start, _ in self.quotes]

    def quote_at(self, offset: int) -> Span | None:
        """The quotation that an offset lies in."""
        if not 0 <= offset < len(self.inside) or not self.inside[offset]:
            return None
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self.quotes[i][1] > offset:
            return self.quotes[i]
        return None

    def quotes_in(self, start: int, end: int) -> tuple[Span, ...]:
        """Quotations that begin in [start, end)."""
        return self.quotes[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def units(self) -> tuple[Span, ...]:
        """Where all units stand, in order, the title first; none crosses a line."""
        lines = self._lines()
        return (*lines[:1], *(span for start, end in lines[1:] for span in self._sentences(start, end)))

    def unit(self, start: int, end: int, *, title: bool = False) -> Unit:
        """One unit cut into its clauses."""
        return Unit(start, end, self._clauses(start, end, _TITLE_BREAK if title else _BREAK), title=title)

    def _lines(self) -> list[Span]:
        lines, at = [], 0
        for line in self.shadow.split("\n"):
            if line.strip():
                lines.append((at, at + len(line)))
            at += len(line) + 1
        return lines

    def _sentences(self, start: int, end: int) -> list[Span]:
        """Sentences of a line; one that ends inside a quotation goes on to the end of the quotation."""
        cuts, at, inside = [], start, self.inside
        for match in _SENTENCE_END.finditer(self.shadow, start, end):
            first, stop = match.span()
            if inside[first]:
                quote = self.quote_at(first)
                if quote is None or stop + 1 < quote[1]:
                    continue
                stop = quote[1]
                if stop < end and self.shadow[stop] in self.onward:
                    continue
            if stop > at:
                cuts.append((at, stop))
                at = stop
        if at < end and self.shadow[at:end].strip():
            cuts.append((at, end))
        return cuts

    def _headed(self, start: int, end: int) -> int:
        """【记者会】警方表示…: where the first clause begins, behind a heading in brackets."""
        if self.shadow[start] != _HEADING:
            return start
        i = bisect_left(self.brackets, (start, 0))
        close = self.brackets[i][1] if i < len(self.brackets) and self.brackets[i][0] == start else start
        return close if close < end else start

    def _clauses(self, start: int, end: int, breaks: re.Pattern[str]) -> tuple[Clause, ...]:
        found, at, inside, shadow = [], self._headed(start, end), self.inside, self.shadow
        stops = [span for match in breaks.finditer(shadow, start, end) if not inside[(span := match.span())[0]]]
        spoken = [(b, b) for a, b in self.quotes_in(start, end) if b < end and b - a > 2 and shadow[b - 2] in _SPOKEN_END]
        if spoken:
            stops = sorted(stops + spoken)
        for stop, behind in stops:
            if stop > at:
                found.append(Clause(at, stop, shadow[stop:behind]))
            at = behind
        if at < end:
            found.append(Clause(at, end, ""))
        return tuple(found)
