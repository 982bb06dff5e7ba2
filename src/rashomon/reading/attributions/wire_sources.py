"""Who may be a source in one sentence of a language that sets spaces between words."""

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.model import Span
from rashomon.reading.attributions.wire_speakers import SOURCE_WORDS
from rashomon.reading.attributions.wire_words import PRONOUNS, Wire

_HEAD_WORDS = 3  # of a source that a description follows: two officials familiar with the talks
_NONE = ("No", "no", "None", "Nobody", "nobody")  # opens what names nobody: No group has claimed it
_POST_WORDS = 4  # behind a name's comma, among which stands what its bearer is


class WireSources:
    """One sentence, asked for the sources that stand in it."""

    def __init__(self, text: str, start: int, end: int, quotes: Sequence[Span], wire: Wire) -> None:
        label = wire.label.match(text, start, end)
        self.text, self.start, self.end, self.wire = text, label.end() if label else start, end, wire
        first = bisect_right(quotes, (start, start))
        inner = quotes[max(first - 1, 0) : bisect_right(quotes, (end, end))]
        self.quotes = [quote for quote in inner if quote[1] > start]

    def _subject(self, end: int) -> Span | None:
        """The central bank kept its rate and said: who opens the sentence, before the first verb of a past."""
        if not self.text[self.start : end].endswith(self.wire.joins):
            return None
        verb = self.wire.past.search(self.text, self.start, end)
        return self._source(self.start, verb.start()) if verb else None

    def _relative(self, cue: Span) -> Span | None:
        """Fighting that the army said had killed 16: who speaks in a relative clause."""
        if not self.wire.goes_on.match(self.text, cue[1], self.end):
            return None
        opened = self.wire.relative.search(self.text, self.start, cue[0] - 1)
        return self._source(opened.end(), cue[0]) if opened else None

    def _under(self, end: int) -> Span | None:
        """The minister resigned after the coast guard admitted: who speaks in the last clause under another."""
        clauses = list(self.wire.under.finditer(self.text, self.start, end))
        if not clauses or not self.wire.past.search(self.text, self.start, clauses[-1].start() + 1):
            return None
        return self._source(clauses[-1].end(), end)

    def _source(self, start: int, end: int) -> Span | None:
        """The source that stands between two offsets, without asides and days; None where nobody does."""
        start, end = self._trim(max(start, self.text.rfind("; ", start, end) + 1), end)
        opening = self.wire.opening.match(self.text[start:end]) if start == self._trim(self.start, end)[0] else None
        start = start + opening.end() if opening else start
        start += next((len(word) for word in self.wire.leading if self.text.startswith(word, start)), 0)
        for pattern in (self.wire.gap, self.wire.aside, self.wire.aside):
            match = pattern.search(self.text, start, end)
            end = match.start() if match and match.start() > start else end
        start, end = self._trim(start, self._named_end(start, end))
        if self.wire.ourselves.search(self.text, start, end):
            return None
        words = self.text[start:end].strip('“”"').split()
        comma = self.text.find(", ", start, end)
        apposed = comma < 0 or (self.text[comma + 2].isupper() and self.text.find(", ", comma + 2, end) < 0)
        if apposed and comma > 0 and not self._described(start, comma):
            return self._source(comma + 2, end)
        if not 0 < len(words) <= SOURCE_WORDS or not apposed or words[0] in _NONE or (len(words) == 1 and self._nobody(words[0])):
            return None
        named = words[-1].lower() in self.wire.nouns or words[-1][:1].isupper() or words[0].lower() in PRONOUNS
        named = named or any(word.lower() in self.wire.nouns for word in words[:_HEAD_WORDS])
        return (start, end) if named else None

    def _nobody(self, word: str) -> bool:
        """Whether a word alone names nobody: Who says so? But: WHO says so."""
        return word.lower() in self.wire.plain and not (len(word) > 1 and word.isupper())

    def _described(self, start: int, comma: int) -> bool:
        """Whether what stands before a name and a comma says who its bearer is: the pit's operator, Keston Coal (Deaths reach 60, WHO)."""
        words = self.text[start:comma].split()
        opened = words[0].lower() in self.wire.plain
        return opened or words[-1].lower() in (self.wire.nouns | self.wire.people) or all(word[0].isupper() for word in words)

    def _named_end(self, start: int, end: int) -> int:
        """Where a name ends behind which stands what its bearer is: Ana Ruvel, director of the harbour office, said."""
        comma = self.text.find(", ", start, end)
        post = self.text[comma + 2 : end].split() if comma > 0 else []
        named = post and post[0][:1].islower() and self.text[self.text.rfind(" ", start, comma) + 1].isupper()
        return comma if named and any(word in self.wire.people for word in post[:_POST_WORDS]) else end

    def _cut(self, span: Span) -> Span:
        found = (self.text.find(mark, *span) for mark in (",", ".", ";", " in a", " on ", " as ", " at "))
        return self._trim(span[0], min([span[1], *(at for at in found if at >= 0)]))

    def _inside(self, at: int) -> bool:
        return any(a < at < b for a, b in self.quotes)

    def _trim(self, start: int, end: int) -> Span:
        return trim(self.text, start, end)

    def _told_by(self, source: Span) -> bool:
        """Whether a source is one of those who speak, by its last word or what it is described by: citing hospital officials, two people
        briefed on the talks, not safety concerns."""
        words = self.text[slice(*source)].split()
        return words[-1][:1].isupper() or any(word.lower() in self.wire.nouns for word in (words[-1], *words[:_HEAD_WORDS]))


def trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,:;.\n":
        start += 1
    while end > start and text[end - 1] in " ,:;.\n":
        end -= 1
    return start, end
