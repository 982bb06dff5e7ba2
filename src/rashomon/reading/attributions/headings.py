"""A cue with its source, and what a title lays to its head or to who signs it: 外交部：…; 北塬下月加息--消息人士."""

import re

import msgspec

from rashomon.model import Span
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.ground.clauses import Clause, Unit
from rashomon.reading.ground.words import Words

_OPEN_MARKS = " ，：,:　—-"
_HEAD_LONGEST = 8  # words of a source before a title's colon
_LEAD_LONGEST = 17
_OPENED = re.compile(r"：(?=[“「『\"])")
_OVER = "。！？…!?"  # what ends a sentence within its quotation: a slogan has none
_LEAD_IN = re.compile(r"[^，。；：“「『\"\n]{1,16}：(?=[“「『\"])")  # 说了这样一句话：“…”


class Saying(msgspec.Struct, gc=False):
    """A cue with its own source, before it is known how far its words reach and who relays it."""

    chain: tuple[Phrase, ...]  # () where an earlier subject serves
    cue: Span
    kind: str
    clause: int  # number of its clause in the unit
    opens: int  # where its clause, or its part of it, begins
    start: int  # where its content begins
    behind: bool = False  # its content stands before it
    same: bool = False  # its source is the one before
    turn: bool = False  # the clause is set against the one before
    framing: bool = False  # the clause only frames the next one
    stop: int = 0  # where its content ends, if that is known from the start


class Headings:
    """The titles of one text, asked who speaks in them."""

    def __init__(self, words: Words, lists: CueWords, sources: Sources) -> None:
        self.words, self.lists, self.sources = words, lists, sources
        self.shadow, self.wording = words.shadow, lists.saying

    def headed(self, k: int, clause: Clause, first: int) -> list[Saying]:
        """外交部：… in a title."""
        last = self.words.index(clause.end)
        phrase = self.sources.phrase(first, last) if 0 < last - first <= _HEAD_LONGEST else None
        phrase = phrase or self.sources.stranger(first, last) or self._brief(clause)
        headed = self.shadow[phrase.start : phrase.end] if phrase else ""
        if phrase is None or headed in self.lists.labels or headed.endswith(self.lists.title.topics):
            return []
        place = self.sources.is_place(phrase) or (phrase.kind == "name" and not self.sources.is_office(phrase))
        takes_side = self.words.texts[min(last + 1, len(self.words.texts) - 1)] in self.lists.title.stance
        if phrase.kind in ("pronoun", "hearsay") or (place and not takes_side):
            return []
        return [Saying((phrase,), (clause.end, clause.end + 1), "say", k, clause.start, self.skip(clause.end))]

    def _brief(self, clause: Clause) -> Phrase | None:
        """官：…: an office by one character."""
        known = self.shadow[clause.start : clause.end] in self.lists.title.brief
        return Phrase(clause.start, clause.end, "person") if known else None

    def openings(self) -> list[int]:
        """Where a colon opens a quotation that is a sentence: 何远：“…。”"""
        quotes = ((at.start(), self.sources.layout.quote_at(at.end())) for at in _OPENED.finditer(self.shadow))
        return [at for at, quote in quotes if quote and quote[0] == at + 1 and self.shadow[quote[1] - 2] in _OVER]

    def quoted(self, k: int, clause: Clause, first: int) -> list[Saying]:
        """何远毫不吝惜赞美之词：“…。”: a person of whom nothing else is told before a colon and a quotation, without a verb of saying."""
        phrase = self.sources.subject_of(first, self.words.index(clause.end))
        if phrase is None or phrase.kind != "person" or phrase.start - clause.start > _LEAD_LONGEST:
            return []
        return [Saying((phrase,), (clause.end, clause.end + 1), "say", k, clause.start, self.skip(clause.end))]

    def signed(self, unit: Unit) -> list[Saying]:
        """北塬下月加息--消息人士: a title with its source behind it."""
        at, mark = max((self.shadow.rfind(mark, unit.start, unit.end), mark) for mark in self.lists.title.behind or ("\n",))
        first, last = self.words.index(at + len(mark)), self.words.index(unit.end)
        if at <= unit.start or not 0 < last - first <= _HEAD_LONGEST:
            return []
        phrase = self.sources.phrase(first, last)
        if phrase is None or phrase.kind == "pronoun" or self.sources.is_place(phrase):
            return []
        return [Saying((phrase,), (at, at + len(mark)), "signed", 0, unit.start, unit.start)]

    def skip(self, at: int) -> int:
        """Past the marks between a cue and what is said."""
        if self.shadow.startswith(self.wording.particles, at):
            over = at + next(len(particle) for particle in self.wording.particles if self.shadow.startswith(particle, at))
            at = over if self.words.starts[self.words.index(over)] == over else at  # 说|道路
        while at < len(self.shadow) and self.shadow[at] in _OPEN_MARKS:
            at += 1
        lead = _LEAD_IN.match(self.shadow, at) if self.shadow.find("：", at, at + _LEAD_LONGEST) >= 0 else None
        return lead.end() if lead else at
