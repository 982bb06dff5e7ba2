"""Statements of one text: each cue with its source or its chain of sources, and the stretch that is said."""

from bisect import bisect_left

import msgspec

from rashomon.model import Span
from rashomon.reading.clauses import Clause, Layout, Unit
from rashomon.reading.cues import Cue, CueWords, carries_feeling, find_cues
from rashomon.reading.sources import Phrase, Sources
from rashomon.reading.words import Words

_OPEN_MARKS = " ，：,:　—-"
_CLOSE_MARKS = " 。.；;，,：:　、…—"
_ADDRESSEE_LONGEST = 16
_BEHIND_LONGEST = 40  # a clause behind a quotation that names its speaker: “…。”外长某某说。
_BARE_LONGEST = 10
_RELAYS = frozenset(("media", "hearsay", "text"))


class Statement(msgspec.Struct, frozen=True):
    """One statement: sources from the outermost in, the cue, and [start, end) of what is said, marks included."""

    chain: tuple[Phrase, ...]
    cue: Span
    start: int
    end: int


class Saying(msgspec.Struct):
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


def find_statements(words: Words, layout: Layout, lists: CueWords, sources: Sources) -> list[Statement]:
    """All statements in the order of their cues."""
    return _Reader(words, layout, lists, sources).read()


class _Reader:
    def __init__(self, words: Words, layout: Layout, lists: CueWords, sources: Sources) -> None:
        self.words, self.layout, self.lists, self.sources = words, layout, lists, sources
        self.shadow = words.shadow
        self.cues = find_cues(words, layout, lists)
        self.cue_starts = [cue.start for cue in self.cues]
        self.found: list[Statement] = []

    def read(self) -> list[Statement]:
        before: Unit | None = None
        for unit in self.layout.units():
            sayings = self._sayings(unit)
            if sayings or unit.title:
                self._settle(unit, before, sayings)
            before = unit
        return self.found

    # what a unit's clauses say

    def _sayings(self, unit: Unit) -> list[Saying]:
        cues = self.cues[bisect_left(self.cue_starts, unit.start) : bisect_left(self.cue_starts, unit.end)]
        found: list[Saying] = []
        number = 0
        for k, clause in enumerate(unit.clauses):
            first, last = self.words.index(clause.start), self.words.index(clause.end)
            begin = first
            said = self._according(k, clause, first, last)
            if said:
                found.append(said)
                begin = self.words.index(said.cue[1])
            own: list[Cue] = []
            while number < len(cues) and cues[number].start < clause.end:
                if cues[number].first >= begin:
                    own.append(cues[number])
                number += 1
            found += self._spoken(k, clause, begin, own)
            if unit.title and not own and not said and clause.mark in ("：", ":"):
                found += self._headed(k, clause, first, last)
        return found

    def _according(self, k: int, clause: Clause, first: int, last: int) -> Saying | None:
        found = self.sources.according(first, last) if last > first else None
        if not found:
            return None
        phrases, behind, cue = found
        start = self._skip(self.words.starts[behind] if behind < len(self.words.starts) else cue[1])
        return Saying(phrases, cue, "according", k, clause.start, start)

    def _spoken(self, k: int, clause: Clause, begin: int, cues: list[Cue]) -> list[Saying]:
        found: list[Saying] = []
        i = 0
        while i < len(cues):
            cue = cues[i]
            said = None
            if cue.kind == "relay":
                said, i = self._relayed(k, clause, begin, cues, i)
            elif not (cue.kind == "weak" and not self._open_behind(cue)):
                said = self._said(k, clause, begin, cue)
            if said:
                found.append(said)
                begin = self.words.index(said.cue[1])
            i += 1
        return found

    def _open_behind(self, cue: Cue) -> bool:
        return self.shadow[cue.end : cue.end + 1] in ("，", "：", ",", ":", "“", "「", '"', "『")

    def _said(self, k: int, clause: Clause, begin: int, cue: Cue) -> Saying | None:
        told = cue.kind in ("say", "announce") and (cue.end - cue.start > 1 or self.shadow[cue.end : cue.end + 1] in ("，", "：", ":", ","))
        phrase, empty = self.sources.before(begin, cue.first, lenient=told)
        if phrase is None and not empty:
            return None
        short = cue.end - cue.start == 1 and cue.kind != "say"
        if short and (phrase is None or phrase.end != cue.start):
            return None
        if carries_feeling(self.words, cue.last, self.lists) and cue.kind == "say":
            return None
        opens = clause.start if begin == self.words.index(clause.start) else self.words.starts[begin]
        start = self._skip(cue.end)
        if self.words.texts[cue.last] in ("告诉", "告知") and clause.end - cue.end <= _ADDRESSEE_LONGEST and clause.mark:
            start = self._skip(clause.end)
        lead = self.lists.clause.get(self.words.texts[begin]) if begin < cue.first else None
        turn = lead == "turn" or "则" in self.words.texts[begin : cue.first]
        opening = self.words.texts[self.words.index(clause.start) : cue.first][:2]
        framed = any(word in self.lists.framing for word in opening) and start < clause.end
        return Saying((phrase,) if phrase else (), (cue.start, cue.end), cue.kind, k, opens, start, turn=turn, framing=framed)

    def _relayed(self, k: int, clause: Clause, begin: int, cues: list[Cue], i: int) -> tuple[Saying | None, int]:
        """A 援引 B 的话说: two sources and one cue."""
        cue = cues[i]
        outer, empty = self.sources.before(begin, cue.first)
        following = cues[i + 1] if i + 1 < len(cues) and cues[i + 1].kind in ("say", "announce", "weak", "judge") else None
        stop = following.first if following else self.words.index(clause.end)
        inner = self._quoted_source(cue.last + 1, stop)
        if inner is None or (outer is None and not empty):
            return None, i
        told = (following.start, following.end) if following else (cue.start, cue.end)
        start = self._skip(following.end if following else clause.end)
        chain = (outer, inner) if outer else (inner,)
        return Saying(chain, told, "relay", k, clause.start, start), i + 1 if following else i

    def _quoted_source(self, i: int, stop: int) -> Phrase | None:
        """The source that is relayed, without 的话 or 说法 behind it."""
        words = self.words
        while stop > i and (
            words.texts[stop - 1] in self.lists.relayed
            or words.texts[stop - 1] in ("的", " ", "时")
            or self.lists.clause.get(words.texts[stop - 1]) == "adverb"
        ):
            stop -= 1
        return self.sources.phrase(i, stop) if 0 < stop - i <= 20 else None

    def _headed(self, k: int, clause: Clause, first: int, last: int) -> list[Saying]:
        """外交部：… in a title."""
        phrase = self.sources.phrase(first, last) if 0 < last - first <= 8 else None
        if phrase is None or phrase.kind in ("pronoun", "hearsay", "name") and not self.sources.is_office(phrase) or self.sources.is_place(phrase):
            return []
        return [Saying((phrase,), (clause.end, clause.end + 1), "say", k, clause.start, self._skip(clause.end))]

    def _skip(self, at: int) -> int:
        """Past the marks between a cue and what is said."""
        for particle in ("的是", "了", "过", "着", "道"):
            if self.shadow.startswith(particle, at):
                at += len(particle)
                break
        while at < len(self.shadow) and self.shadow[at] in _OPEN_MARKS:
            at += 1
        return at

    # subjects that stand earlier

    def _find_subject(self, unit: Unit, before: Unit | None, current: Saying | None, saying: Saying) -> bool:
        """Give a saying without a subject the one that serves it; False where there is none."""
        if saying.kind == "think" or (saying.kind == "weak" and not current):
            return False
        inside = current is not None and current.chain[-1].kind in _RELAYS
        if current and not inside:
            saying.chain, saying.same = current.chain[-1:], True
            return True
        floor = current.start if current else unit.start
        for clause in reversed(unit.clauses[: saying.clause]):
            if clause.end <= floor:
                break
            begin = self.words.index(max(clause.start, floor))
            phrase, _ = self.sources.before(begin, self.words.index(clause.end))
            if phrase and phrase.kind != "hearsay" and phrase.end < clause.end:
                saying.chain = (phrase,)
                if current:
                    saying.opens = max(clause.start, floor)
                return True
        if current:
            saying.chain, saying.same = current.chain[-1:], True
            return True
        return self._carried_on(unit, before, saying)

    def _carried_on(self, unit: Unit, before: Unit | None, saying: Saying) -> bool:
        """并补充说: the speaker of the sentence before, in the same line."""
        said = self.found[-1] if self.found else None
        if not before or not said or said.cue[0] < before.start or "\n" in self.shadow[before.start : unit.start]:
            return False
        if self.shadow[saying.opens] not in "并又还也":
            return False
        saying.chain, saying.same = said.chain[-1:], True
        return True

    # how far the words reach

    def _settle(self, unit: Unit, before: Unit | None, sayings: list[Saying]) -> None:
        outer: Saying | None = None  # a medium whose words hold those that follow
        current: Saying | None = None
        for saying in sayings:
            if not saying.chain and not self._find_subject(unit, before, current, saying):
                continue
            if self._stands_behind(unit, saying):
                self._add_behind(unit, before, saying, current)
                continue
            if current is None:
                current = saying
                continue
            if saying.same and current.kind == "weak" and saying.kind in ("say", "announce") and saying.opens <= current.start:
                saying.chain, saying.opens = current.chain, current.opens
                current = saying
                continue
            if self._absorbed(current, saying):
                continue
            again = saying.kind == "according" and saying.opens <= current.start
            apart = saying.turn or (saying.chain[0].kind == "media" and not again)
            if current.chain[-1].kind in _RELAYS and not saying.same and not apart:
                outer = current if saying.opens > current.start else outer
                self._nest(unit, current, saying)
            else:
                self._add(unit, current, saying.opens)
                if saying.same:
                    saying.chain = current.chain
                elif outer and not apart and len(saying.chain) == 1:
                    saying.chain = outer.chain + saying.chain
            current = saying
        if current:
            self._add(unit, current, unit.end)

    def _nest(self, unit: Unit, current: Saying, saying: Saying) -> None:
        """Whom a medium quotes: one statement with the whole chain where the medium says nothing else, else two."""
        if saying.opens > current.start:
            self._add(unit, current, unit.end)
        saying.chain = current.chain + saying.chain

    def _absorbed(self, current: Saying, saying: Saying) -> bool:
        """Whether a further cue is part of what is being said."""
        if current.chain[-1].kind in _RELAYS:
            return saying.same and self.shadow[saying.opens] not in "并又还也"
        if saying.opens <= current.start:  # A表示，希望…
            plain = self.shadow[current.cue[1]] != "，"
            return saying.same or saying.chain[0].kind == "pronoun" or saying.kind not in ("say", "announce") or plain
        if saying.same:
            return saying.kind == "think"
        if saying.turn or self._break_before(saying.opens) in "；;":
            return False
        if saying.chain[0].kind == "pronoun":
            return self.shadow[saying.cue[1]] not in "，："
        return saying.kind not in ("say", "announce", "weak", "according", "relay")

    def _break_before(self, at: int) -> str:
        while at and self.shadow[at - 1] == " ":
            at -= 1
        return self.shadow[at - 1 : at]

    def _stands_behind(self, unit: Unit, saying: Saying) -> bool:
        if saying.kind not in ("say", "weak", "announce", "think"):
            return False
        return not self.shadow[saying.start : unit.end].strip(_CLOSE_MARKS + "！？!?")

    def _add_behind(self, unit: Unit, before: Unit | None, saying: Saying, current: Saying | None) -> None:
        """…，某某说。: the content is what stands before."""
        if saying.same:
            return
        start = current.start if current else unit.start
        end = self._trimmed(start, saying.opens)
        if end <= start and before and saying.cue[1] - unit.start <= _BEHIND_LONGEST and "\n" not in self.shadow[before.start : unit.start]:
            start, end = before.start, self._trimmed(before.start, before.end)
            quote = self.layout.quote_at(end - 1)
            if not quote or quote[1] != end:
                return
        quote = self.layout.quote_at(end - 1) if end > start else None
        if quote and quote[1] == end:
            start = max(start, quote[0])
        if end > start:
            chain = (current.chain + saying.chain) if current and current.chain[-1].kind in _RELAYS else saying.chain
            self.found.append(Statement(chain, saying.cue, start, end))

    def _add(self, unit: Unit, saying: Saying, end: int) -> None:
        if unit.title:
            end = min(end, self._title_end(unit, saying.start))
        if saying.framing:
            end = min(end, unit.clauses[saying.clause].end)
        end = self._trimmed(saying.start, self._commented(saying.start, end))
        if end > saying.start and self.shadow[saying.start] not in "！？!?。" and not self._bare(saying, end):
            self.found.append(Statement(saying.chain, saying.cue, saying.start, end))

    def _bare(self, saying: Saying, end: int) -> bool:
        """通报有关情况: told that there was something to tell, and not what."""
        said = self.shadow[saying.start : end]
        return len(said) <= _BARE_LONGEST and saying.start == saying.cue[1] and said.endswith(self.lists.bare)

    def _commented(self, start: int, end: int) -> int:
        """The words end where the narrator takes over: …，但没有说明细节."""
        match = self.sources.comment.search(self.shadow, start, end)
        return match.start() if match and not self.layout.inside[match.start()] else end

    def _title_end(self, unit: Unit, start: int) -> int:
        """A title's statement ends at the space behind it."""
        for clause in unit.clauses:
            if clause.end > start and clause.mark.strip(" 　") not in ("，", ",", "：", ":"):
                return clause.end
        return unit.end

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and self.shadow[end - 1] in _CLOSE_MARKS:
            end -= 1
        return end
