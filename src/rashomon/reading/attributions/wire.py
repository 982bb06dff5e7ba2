"""Statements in languages that set spaces between words: X said that …; “…,” said X; …, X said; according to X, …"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Name, Span
from rashomon.reading.attributions.wire_sources import WireSources, trim
from rashomon.reading.attributions.wire_speakers import Speakers
from rashomon.reading.attributions.wire_words import PRONOUNS, wire_words
from rashomon.reading.ground.quotes import find_quotes

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"]?\s{1,40}(?=[“\"A-Z])|\n")
_APPOSED = r", (?:[A-Z][\w'’&-]{0,20} ?){1,4}(?=[.;\n]|$)"  # …, according to the pit's operator, Keston Coal.
_ACCORDING = re.compile(rf"\b[Aa]ccording to ((?:[^,.;\n\"“”]|\.(?=\w)){{2,80}}(?:{_APPOSED})?)")
_SENTENCE_LONGEST = 3000
_STOP = "\u02d1"  # a letter, in place of the full stop of an abbreviation, which ends nothing
_THAT = "that "
_THAT_REACH = 30  # characters behind a cue within which its "that" stands
_TELLS = frozenset(("told", "tells"))


class Told(NamedTuple):
    """One statement: sources from the outermost in, the cue and the content, marks included."""

    chain: tuple[Span, ...]
    cue: Span
    content: Span


def find_statements(article: Article, language: Language, *, names: Sequence[Name] = ()) -> tuple[Attribution, ...]:
    """Find statements by the start of their content."""
    wire, quotes = wire_words(language), find_quotes(article.text)
    speakers = Speakers(article.text, names, wire)
    text = wire.stops.sub(lambda stop: stop[0].replace(".", _STOP), article.text)
    found: list[Attribution] = []
    for number, (start, end) in enumerate(_sentences(text, quotes)):
        for one in _Sentence(text, start, end, quotes, wire).statements(title=number == 0):
            speaker = speakers.find(one.chain[-1])
            a, b, kind = _content(one.content, quotes, text)
            if b > a:
                found.append(_attribution(article.text, one, speaker, (a, b, kind)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _attribution(text: str, one: Told, speaker: str, content: tuple[int, int, str]) -> Attribution:
    start, end, kind = content
    return Attribution(
        start=start,
        end=end,
        chain=tuple(text[slice(*span)] for span in one.chain),
        speaker=speaker,
        cue=text[slice(*one.cue)].strip(),
        content=text[start:end],
        type=kind,
        cue_span=one.cue,
        chain_spans=one.chain,
    )


def _sentences(text: str, quotes: Sequence[Span]) -> Iterator[Span]:
    at, number = 0, 0
    for match in _SENTENCE_END.finditer(text):
        while number < len(quotes) and quotes[number][1] <= match.start():
            number += 1
        inside = number < len(quotes) and quotes[number][0] < match.start() and match.end() < quotes[number][1]
        if not inside:
            yield at, match.start() + (1 if match.group()[:1] in '”"' else 0)
            at = match.end()
    yield at, len(text)


class _Sentence(WireSources):
    """One sentence, asked for its statements."""

    def statements(self, *, title: bool) -> list[Told]:
        if self.end - self.start > _SENTENCE_LONGEST:
            return []
        told = self._according() or self._first() or self._beside()
        if told is None and title:
            told = self._titled()
        return [] if told is None else [self._nested(self._relayed(self._ended(one))) for one in self._parted(told)]

    def _according(self) -> Told | None:
        told = _ACCORDING.search(self.text, self.start, self.end)
        if not told or self._inside(told.start()):
            return None
        rest = (told.end(), self.end) if told.start() - self.start < 3 else (self.start, told.start())
        return Told((told.span(1),), (told.start(), told.start() + len("according to")), self._trim(*rest))

    def _first(self) -> Told | None:
        """The statement of the first verb that has a source and a content."""
        for match in self.wire.cue.finditer(self.text, self.start, self.end):
            cue = match.span()
            if (
                self.wire.idle.match(self.text, cue[1])
                or self._inside(cue[0])
                or self.wire.unsaid.search(self.text[max(self.start, cue[0] - 12) : cue[0]].rstrip())
            ):
                continue
            found = self._quoted_before(cue) or self._behind(cue) or self._before(cue)
            if found and (self.wire.kinds[match[0]] != "show" or self._is_text(found.chain[0])):
                return found
        return None

    def _is_text(self, source: Span) -> bool:
        """An exit poll by the broadcaster: whether a source is a document."""
        return not self.wire.texts.isdisjoint(self.text[slice(*source)].lower().split())

    def _beside(self) -> Told | None:
        """The president welcomed the verdict, saying it closed a chapter: who did what is told first says the rest."""
        said = self.wire.beside.search(self.text, self.start, self.end)
        verb = self.wire.past.search(self.text, self.start, said.start()) if said and not self._inside(said.start()) else None
        source = self._source(self.start, verb.start()) if verb else None
        content = self._trim(said.end(), self.end) if said else (0, 0)
        return Told((source,), said.span("adding"), content) if said and source and content[1] > content[0] else None

    def _quoted_before(self, cue: Span) -> Told | None:
        """“…,” X told reporters: a quotation right before the source."""
        before = [quote for quote in self.quotes if quote[1] <= cue[0]]
        source = self._source(before[-1][1], cue[0]) if before else None
        return Told((source,), cue, before[-1]) if source else None

    def _behind(self, cue: Span) -> Told | None:
        """“…,” said X; …, X said (on Friday); …, X told reporters: the content stands before."""
        verb = self.text[slice(*cue)]
        if self.wire.kinds[verb] not in ("say", "announce"):
            return None
        before, behind = self._trim(self.start, cue[0]), self._trim(cue[1], self.end)
        ended = self.text[self.start : cue[0]].rstrip()
        behind_it = None if self.text.startswith(_THAT, behind[0]) else self._source(*self._cut(behind))
        opens = ended.endswith((",”", ',"', "”", '"')) or (ended.endswith(",") and behind_it and self._source(self.start, cue[0]) is None)
        if opens and self.wire.kinds[verb] == "say" and verb not in _TELLS and before[1] > before[0]:
            return Told((behind_it,), cue, before) if behind_it else None
        low = self.start + len(ended) - 1 if ended.endswith(",") else cue[0]  # …, his lawyer, Vera Lind, said
        comma = max(self.text.rfind(mark, self.start, low) for mark in (", ", ",” ", ",” ", '," '))
        source = self._source(comma + 1, low) if comma > self.start else None
        called = self.wire.called.search(self.text, self.start, comma) if source and low < cue[0] else None
        if source and called:
            source, comma = (called.start(1), source[1]), called.start()
        cited = self.wire.citing.match(self.text, cue[1], self.end)
        if source and (cited or self._closes(cue) or self._set_in(comma, cue)):
            return Told(self._cited(source, cited), cue, self._trim(self.start, comma + 1))
        return None

    def _set_in(self, comma: int, cue: Span) -> bool:
        """Turnout was 71%, the commission said, the highest in years: whether a clause stands before source and verb between commas."""
        told = self.text[self.start : comma]
        return self.text.startswith(", ", cue[1]) and told.count(" ") > 1 and not self.wire.opening.match(told + ", ")

    def _closes(self, cue: Span) -> bool:
        """Whether nothing but whom it was told, the day and the occasion stands behind a verb."""
        at = self._addressed(cue)
        lead = self.wire.lead.match(self.text, at, self.end)
        at = lead.end() if lead else at
        venue = self.wire.venue.match(self.text, at, self.end)
        at = venue.end() if venue else at
        left = self._trim(at, self.end)
        if self.text.endswith(", ", cue[1], at):
            at -= len(", ")  # on Sunday, reversing what it had said
        goes_on = self.wire.further.match(self.text, at, self.end) or self.wire.onward.match(self.text, at, self.end)
        return left[1] <= left[0] or goes_on is not None

    def _addressed(self, cue: Span) -> int:
        """The end of a verb of telling with whom it tells; of another verb its own."""
        addressed = self.wire.told.match(self.text[cue[1] : self.end].lstrip()) if self.text[slice(*cue)] in _TELLS else None
        return self.text.find(addressed.group(), cue[1]) + len(addressed.group()) if addressed else cue[1]

    def _before(self, cue: Span) -> Told | None:
        """X said that …"""
        source = self._relative(cue) or self._subject(cue[0]) or self._under(cue[0]) or self._source(self.start, cue[0])
        if source is None:
            comma = self.text.rfind(", ", self.start, cue[0])
            source = self._source(comma + 1, cue[0]) if comma > self.start else None
        at = self._addressed(cue)
        cited = self.wire.citing.match(self.text, at, self.end)
        at = cited.end() if cited else at
        quoted = self.wire.citing.search(self.text, self.start, cue[0])  # State radio, citing prosecutors, reported that …
        if quoted and cue[0] - quoted.end() <= 1:
            source, cited = self._source(self.start, quoted.start()), quoted if self._told_by(quoted.span(1)) else None
        lead = self.wire.lead.match(self.text, at, self.end)
        content = self._trim(lead.end() if lead else at, self.end)
        whom = self._whom(cue, at) if source and not cited else None
        if source and whom:
            return Told((source,), cue, self._trim(whom, self.end))
        that = self.text.find("that ", content[0], min(content[1], content[0] + _THAT_REACH))
        if that >= 0 and not cited and self.text[content[0] : that].isascii() and "," not in self.text[content[0] : that]:
            content = (that + 5, content[1]) if self.text[content[0]].islower() and self._plain(content[0], that) else content
        if source and self.wire.within.fullmatch(self.text, source[1], cue[0]):  # Reis, who had blamed the council, resigned
            close = self.text.find(", ", *content)
            content = (content[0], close if close > content[0] else content[1])
        return Told(self._cited(source, cited), cue, content) if source and content[1] > content[0] else None

    def _whom(self, cue: Span, at: int) -> int | None:
        """Behind the "that" of a verb of telling with whom and when it was told: told a crowd in Lankow on Sunday that …"""
        if self.text[slice(*cue)] not in self.wire.addressing or (at > cue[1] and not self.wire.setting.match(self.text, at)):
            return None
        whom = self.wire.whom.match(self.text, at, self.end)
        return whom.end() if whom else None

    def _plain(self, start: int, end: int) -> bool:
        """Whether what stands before "that" only tells when or where: on Monday, in parliament."""
        return self.text[start:end].startswith(("on ", "in ", "at ", "late ", "earlier ", "to "))

    def _titled(self) -> Told | None:
        """Governor: …, and … - report in a title."""
        headed = self.wire.headed.match(self.text[self.start : self.end])
        source = self._source(self.start, self.start + headed.end(1)) if headed else None
        if headed and source:
            return Told((source,), (source[1], source[1] + 1), self._trim(self.start + headed.end(), self.end))
        signed = self.wire.signed.search(self.text, self.start, self.end)
        source = self._source(*signed.span(1)) if signed else None
        return Told((source,), (signed.start(), signed.start(1)), self._trim(self.start, signed.start())) if signed and source else None

    def _parted(self, told: Told) -> list[Told]:
        """A statement and those that the same speaker adds to it."""
        again = self.wire.cue.match(self.text, told.content[1] + 2, self.end) if self.text.startswith(", ", told.content[1]) else None
        if (
            again and self.wire.kinds[again[0]] != "show" and told.content[0] > told.cue[0]
        ):  # The firm, which had denied it, said it would cooperate
            lead = self.wire.lead.match(self.text, again.end(), self.end)
            content = self._trim(lead.end() if lead else again.end(), self.end)
            return [told, Told(told.chain, again.span(), content)] if content[1] > content[0] else [told]
        start = told.content[0] if told.content[0] > told.cue[0] else told.cue[1]
        for match in self.wire.further.finditer(self.text, start, self.end):
            if self._inside(match.start()) or match.end() >= self.end or (match.start() <= start and start == told.content[0]):
                continue
            content = (told.content[0], min(told.content[1], match.start())) if start == told.content[0] else told.content
            verb = match.span("verb") if match.group("verb") else self._trim(match.start(), match.end("adding"))
            return [told._replace(content=content), Told(told.chain, verb, self._trim(match.end(), self.end))]
        second = self.wire.second.search(self.text, start, self.end)
        source = self._source(*second.span("who")) if second and not self._inside(second.start()) else None
        if second and source:
            other = Told((source,), second.span("verb"), self._trim(second.end(), self.end))
            content = (start, second.start()) if start == told.content[0] else told.content
            return [told._replace(content=content), other]
        return [told]

    def _ended(self, told: Told) -> Told:
        """A statement without the source that it ends by citing."""
        cited = None if self._inside(told.content[1] - 1) or len(told.chain) > 1 else self.wire.cited.search(self.text, *told.content)
        source = self._source(*cited.span(1)) if cited else None
        if not cited or not source or not self._told_by(source):
            return told
        return Told((*told.chain, source), told.cue, self._trim(told.content[0], cited.start()))

    def _relayed(self, told: Told) -> Told:
        """Lin said he would appeal, state media reported: a statement without who has it, whose chain begins with them."""
        found = self.wire.relayed.search(self.text, *told.content) if told.content[0] >= told.cue[1] else None
        source = self._source(*found.span("who")) if found and not self._inside(found.start()) else None
        if not found or not source or not self._told_by(source):
            return told
        return told._replace(chain=(source, *told.chain), content=self._trim(told.content[0], found.start()))

    def _nested(self, told: Told) -> Told:
        """State media reported that Lin said he would appeal: what is told is again what somebody told."""
        start, end = told.content
        if len(told.chain) > 1 or self.text[start] in '“"':
            return told
        inner = _Sentence(self.text, start, end, self.quotes, self.wire)._first()
        if inner is None or self.text[slice(*inner.cue)] in self.wire.addressing - _TELLS:
            return told  # who warned whom is itself what was told
        if (
            inner.chain[0][0] != start
            or self.text[slice(*inner.chain[0])].lower() in PRONOUNS
            or inner.content[0] < inner.cue[1]
            or inner.content[1] < end
            or self.wire.kinds[self.text[slice(*inner.cue)]] == "think"
        ):
            return told  # the president said the council expected a deal: his own words
        return Told((*told.chain, *inner.chain), inner.cue, inner.content)

    def _cited(self, source: Span, cited: re.Match[str] | None) -> tuple[Span, ...]:
        return (source, cited.span(1)) if cited else (source,)


def _content(span: Span, quotes: Sequence[Span], text: str) -> tuple[int, int, str]:
    inner = quotes[bisect_left(quotes, (span[0], 0)) : bisect_left(quotes, (span[1], 0))]
    if not inner:
        return *span, "indirect"
    if len(inner) == 1 and inner[0][0] == span[0] and inner[0][1] >= span[1]:
        return *trim(text, inner[0][0] + 1, inner[0][1] - 1), "direct"
    return *span, "mixed"
