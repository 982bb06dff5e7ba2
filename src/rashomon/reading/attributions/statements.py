"""Statements of one text: each cue with its source or its chain of sources, and the stretch that is said."""

import msgspec

from rashomon.model import Span
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.earlier import Earlier, Spoken
from rashomon.reading.attributions.headings import Saying
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.reach import CLOSE_MARKS, RELAYS, Reach
from rashomon.reading.attributions.sayings import Sayings
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.ground.clauses import Layout, Unit
from rashomon.reading.ground.words import Words

_BEHIND_LONGEST = 40  # a clause behind a quotation that names its speaker: “…。”外长某某说。
_COMMA = 1  # characters of the mark between a cue that only leads on and the one it leads to: 发表声明，强调…
_SUBJECT_LONGEST = 10  # characters between a subject and the clause of its verb that only frame it: 某某在讲话时，
_OVER = CLOSE_MARKS + "！？!?"  # what may stand behind the last verb of a unit where nothing is said there
_UNIT_LONGEST = 4000  # no sentence is longer, with the longest speech in it: a longer one must not make the work grow with its square


class Statement(msgspec.Struct, frozen=True, gc=False):
    """One statement: sources from the outermost in, the cue, and [start, end) of what is said, marks included."""

    chain: tuple[Phrase, ...]
    cue: Span
    start: int
    end: int


def find_statements(words: Words, layout: Layout, lists: CueWords, sources: Sources) -> list[Statement]:
    """All statements in the order of their cues."""
    return _Reader(words, layout, lists, sources).read()


class _Reader:
    """Settles, unit by unit, whose words each saying holds, how far they reach and who relays them."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, sources: Sources) -> None:
        self.words, self.layout, self.lists, self.sources = words, layout, lists, sources
        self.said = lists.saying
        self.shadow = words.shadow
        self.sayings = Sayings(words, layout, lists, sources)
        self.reach = Reach(layout, lists, sources)
        self.earlier = Earlier(words, lists, sources)
        self.found: list[Statement] = []

    def read(self) -> list[Statement]:
        before: Span | None = None
        for number, (start, end) in enumerate(self.layout.units()):
            if end - start <= _UNIT_LONGEST:
                sayings = []
                if number == 0 or self.sayings.may_hold(start, end):
                    unit = self.layout.unit(start, end, title=number == 0)
                    sayings = self.sayings.of_unit(unit)
                    self._settle(unit, before, sayings)
                if before and not sayings:
                    self._go_on((start, end), before)
            before = start, end
        return self.found

    def _go_on(self, unit: Span, before: Span) -> None:
        """“…，”某某说。“…。”: a unit that is one quotation is whose the quotation before it is, in the same line."""
        start, end = unit[1] - len(self.shadow[unit[0] : unit[1]].lstrip()), unit[1]
        said, quote = self.found[-1] if self.found else None, self.layout.quote_at(start)
        if said is None or quote is None or quote[0] != start or self.shadow[quote[1] : end].strip(_OVER):
            return
        behind = before[0] <= said.start < said.end <= said.cue[0] and not self.shadow[said.cue[1] : before[1]].strip(_OVER)
        if behind and "\n" not in self.shadow[before[0] : start]:
            self.found.append(Statement(said.chain, said.cue, start, self.reach.trimmed(start, end)))

    def _last(self) -> Spoken | None:
        """Who spoke last, and at which cue."""
        return (self.found[-1].chain[-1], self.found[-1].cue) if self.found else None

    def _settle(self, unit: Unit, before: Span | None, sayings: list[Saying]) -> None:
        outer: Saying | None = None  # a medium whose words hold those that follow
        current: Saying | None = None
        for saying in sayings:
            if saying.kind == "signed":
                self.found.append(Statement(saying.chain, saying.cue, unit.start, self.reach.trimmed(unit.start, saying.cue[0])))
                continue
            if not saying.chain and not self.earlier.find_subject(unit, before, current, saying, self._last()):
                continue
            if self._stands_behind(unit, saying):
                self._add_behind(unit, before, saying, current)
                continue
            if current and saying.kind == "relay" and len(saying.chain) == 1:  # …，引述某某说：who quotes is who spoke before
                saying.chain = current.chain[-1:] + saying.chain
            if current is None:
                if self._quoted_before(unit, saying):
                    self._add_behind(unit, before, saying, None)
                    saying.behind = True
                current = saying
                continue
            saying.opens = self.earlier.carried_from(unit, current, saying) if saying.same else self._topic_from(unit, current, saying)
            if current.behind and saying.same and saying.opens <= current.start:  # “…，”某某说，并称…
                saying.chain = current.chain
                current = saying
                continue
            if saying.same and saying.opens <= current.start and self._carries(current, saying):
                saying.chain, saying.opens = current.chain, current.opens
                current = saying
                continue
            asked = not saying.same and (
                self.shadow[current.cue[0] : current.cue[1]] in self.said.asking or self._rumoured(current, saying)
            )
            if not asked and self._relays_at_once(current, saying):
                saying.chain = current.chain + saying.chain
                current = saying
                continue
            if not asked and self._absorbed(unit, current, saying):
                continue
            again = saying.kind == "according" and saying.opens <= current.start
            apart = (
                asked
                or saying.turn
                or self.shadow.startswith(self.said.another, saying.opens)
                or self._answers(current, saying)
                or (saying.chain[0].kind == "media" and not again)
                or self._is_same(current.chain[-1], saying.chain[0])
            )
            framed = current.framing and unit.clauses[current.clause].end <= saying.opens  # 至于预算案宣布…，某某说
            if current.chain[-1].kind in RELAYS and not saying.same and not apart and not framed:
                outer = current if saying.opens > current.start or current.kind == "according" else outer
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

    def _topic_from(self, unit: Unit, current: Saying, saying: Saying) -> int:
        """…，至于会否退出，他则指…: where the clause begins that only names what the next one speaks of."""
        clause = unit.clauses[saying.clause - 1]
        topical = clause.start > current.start and saying.opens == unit.clauses[saying.clause].start
        return clause.start if topical and self.shadow.startswith(self.said.topical, clause.start) else saying.opens

    def _rumoured(self, current: Saying, saying: Saying) -> bool:
        """有媒体称…，民防部称…: whether an office is heard against what is only told by some medium or other."""
        had = self.shadow.endswith(self.sources.subject.had, 0, current.chain[0].start) and current.kind != "according"
        return had and saying.opens > current.start and saying.kind == "say" and not self._plain(current.start, saying.opens)

    def _answers(self, current: Saying, saying: Saying) -> bool:
        """据A报道，…，B否认这一说法: whether what is said is only pointed at, and told before."""
        return saying.stop > 0 and saying.opens > current.start and not self._plain(current.start, saying.opens)

    def _is_same(self, one: Phrase, other: Phrase) -> bool:
        """Whether two sources are told by the same words."""
        return one.start != other.start and self.shadow[one.start : one.end] == self.shadow[other.start : other.end]

    def _relays_at_once(self, current: Saying, saying: Saying) -> bool:
        """A表示，B说，…: who opens with another's words says nothing else."""
        if saying.same or current.chain[-1].kind in RELAYS or not self._at_once(current, saying) or self.shadow[current.cue[1]] != "，":
            return False
        return saying.kind == "say" and saying.chain[0].kind != "pronoun"

    def _at_once(self, current: Saying, saying: Saying) -> bool:
        """A表示，在…问题上，B说: whether nothing but when or of what it was said stands between two sources."""
        return saying.opens <= current.start or self._is_frame(self.words.index(current.start), self.words.index(saying.opens))

    def _carries(self, current: Saying, saying: Saying) -> bool:
        """发出警告，称…: whether the first cue only leads to the second."""
        plain = self.shadow[saying.cue[0] : saying.cue[1]] in self.said.plain
        first = self.shadow[current.cue[0] : current.cue[1]]
        carrier = next((word for word in self.lists.carriers if first.startswith(word)), first)  # 发表声明，强调…
        at_once = saying.same and self._next(current.cue[1], saying.cue[0])
        return plain or (first != carrier and at_once) or (current.kind == "weak" and saying.kind in ("say", "announce"))

    def _next(self, at: int, cue: int) -> bool:
        """发表声明，强烈谴责…: whether nothing but a comma and adverbs stands between an offset and a cue."""
        words = self.words
        return all(words.tags[j][0] in "xad" for j in range(words.index(at), words.index(cue)) if words.starts[j] >= at + _COMMA)

    def _nest(self, unit: Unit, current: Saying, saying: Saying) -> None:
        """Whom a medium quotes: one statement with the whole chain where the medium says nothing else, else two."""
        own = unit.clauses[saying.clause].start
        apart = own - saying.chain[0].end > _SUBJECT_LONGEST  # its subject stands in an earlier clause that tells something itself
        begun = own if saying.kind in ("demand", "judge") or apart else saying.opens
        if begun > current.start and not self._plain(current.start, begun):
            self._add(unit, current, unit.end)
        saying.chain = current.chain + saying.chain

    def _plain(self, start: int, end: int) -> bool:
        """Whether nothing but days and adverbs stands between two offsets: 据A报道，当天早些时候，B称…"""
        i, j = self.words.index(start), self.words.index(end)
        if self._is_frame(i, j):
            return True
        while i < j:
            k = self.sources.skip_leads(i, j)
            k = k + 1 if k < j and self.words.texts[k] in ("，", ",") else k
            if k == i:
                return False
            i = k
        return True

    def _is_frame(self, i: int, j: int) -> bool:
        """在…之后，: whether words [i, j) only tell when the next ones were said."""
        framed = self.words.texts[i] in self.lists.framing and j - i > 2
        last = self.words.texts[j - 2]
        return framed and (last in self.lists.timing or self.lists.clause.get(last) == "close") and "，" not in self.words.texts[i : j - 1]

    def _absorbed(self, unit: Unit, current: Saying, saying: Saying) -> bool:
        """Whether a further cue is part of what is being said."""
        if current.chain[-1].kind in RELAYS:
            return saying.same and self.shadow[saying.opens] not in self.said.again
        if saying.opens <= current.start:  # A表示，希望…
            return True
        if saying.same:
            if self.shadow.startswith(self.said.within, saying.opens) or self._timed(current, saying):
                return True  # 文章说，甲会见了乙，期间强调…; A指计划在复会时，公布政策
            if self.shadow[saying.cue[0] : saying.cue[1]] in self.said.asking and self.shadow[saying.opens] not in self.said.again:
                return True  # 特使说，发出了问卷，询问各国能做什么
            if saying.kind == "show" and self.shadow[saying.opens] not in self.said.again:
                return True  # 分析师称加息将加快，表明…
            held = saying.kind == "hold" and current.kind not in ("demand", "judge", "announce")
            return saying.kind == "think" or (held and self.shadow[saying.opens] not in self.said.again)
        if self._on_data(current, saying):
            return True
        if saying.turn or self._break_before(saying.opens) in "；;" or (unit.title and self.shadow[saying.opens - 1] == " "):
            return False
        if self._quotation_over(current, saying):
            return False
        if self.sayings.answers.is_one(saying.cue) and saying.opens == unit.clauses[saying.clause].start:
            return False  # 家属称…，警方否认打人
        if saying.chain[0].kind == "pronoun":
            own = saying.opens == saying.chain[0].start or self.words.index(saying.chain[0].start) - self.words.index(saying.opens) < 2
            return saying.kind == "think" or (saying.kind in ("demand", "judge") and not own)
        if saying.kind in ("demand", "judge") and self._is_same(current.chain[-1], saying.chain[0]):
            return False  # A证实…，此前，A呼吁…
        if current.kind in ("announce", "demand", "judge") and saying.chain[0].kind in ("text", "person", "body", "name", "people"):
            return saying.kind == "think"
        return saying.kind not in ("say", "announce", "weak", "according", "relay")

    def _on_data(self, current: Saying, saying: Saying) -> bool:
        """市政府通报，受台风影响，根据气象署资料，…: whether a clause names what an office goes by in what it tells."""
        told = current.kind in ("say", "weak", "announce", "hold") and saying.kind == "according"
        return told and saying.opens > current.start and self.shadow[saying.cue[0] : saying.cue[1]] in self.said.data

    def _timed(self, current: Saying, saying: Saying) -> bool:
        """Whether what is said breaks off at a comma behind words that only tell when: 指计划在复会时，公布…"""
        i = self.words.index(saying.opens) - 1
        told = current.kind == "say" and self.words.index(current.start) < i - 1 and self.words.texts[i] in ("，", ",")
        return told and self.words.texts[i - 1] in self.lists.timing

    def _add(self, unit: Unit, saying: Saying, end: int) -> None:
        if saying.stop:
            self.found += [Statement(saying.chain, saying.cue, saying.start, saying.stop)] if saying.stop > saying.start else []
            return
        end = self.reach.end(unit, saying, end)
        if end > saying.start and self.shadow[saying.start] not in "！？!?。" and not self.reach.is_bare(saying, end):
            self.found.append(Statement(saying.chain, saying.cue, saying.start, end))

    def _quotation_over(self, current: Saying, saying: Saying) -> bool:
        """“…，”他呼吁…: what stands in the quotation alone is the speaker's."""
        quote = self.layout.quote_at(current.start)
        return quote is not None and quote[0] == current.start and quote[1] == self.reach.trimmed(current.start, saying.opens)

    def _break_before(self, at: int) -> str:
        while at and self.shadow[at - 1] == " ":
            at -= 1
        return self.shadow[at - 1 : at]

    def _quoted_before(self, unit: Unit, saying: Saying) -> bool:
        """Whether a quotation with no cue of its own opens the unit and ends right before the saying's clause."""
        quote = self.layout.quote_at(unit.start)
        return (
            quote is not None
            and saying.kind in ("say", "hold", "weak", "announce")
            and quote[1] == self.reach.trimmed(unit.start, saying.opens)
        )

    def _stands_behind(self, unit: Unit, saying: Saying) -> bool:
        if saying.kind not in ("say", "weak", "announce", "think", "hold"):
            return False
        if self.shadow.startswith(("：", ":"), saying.cue[1]):
            return False  # …，评论称：and what is said stands in the next line
        behind = saying.start if saying.kind == "say" else saying.cue[1]  # 官方早就通报了: an act, with nothing said before it
        return not self.shadow[behind : unit.end].strip(_OVER)

    def _within_clause(self, start: int, quote: int) -> bool:
        """渡船“完全损毁”，他说: whether a quotation is but the end of a clause that begins at or behind an offset."""
        before = self.shadow[start:quote].rstrip()
        return bool(before) and before[-1].isalnum()

    def _point_behind(self, before: Span | None, saying: Saying) -> None:
        """“…。” 他受访时这么说。: what is said is the quotation that the unit before is, in a line of its own too."""
        start, end = (before[0], self.reach.trimmed(*before)) if before else (0, 0)
        quote = self.layout.quote_at(start)
        if quote and quote == (start, end) and not (self.found and self.found[-1].end > start):
            self.found.append(Statement(saying.chain, saying.cue, start, end))

    def _add_behind(self, unit: Unit, before: Span | None, saying: Saying, current: Saying | None) -> None:
        """…，某某说。: the content is what stands before."""
        if saying.same:
            return
        points = self.words.texts[self.words.index(saying.cue[0]) - 1] in self.said.pointing
        if points and not self.layout.quotes_in(unit.start, saying.cue[0]):
            self._point_behind(before, saying)
            return
        start = current.start if current else unit.start
        end = self.reach.trimmed(start, saying.opens)
        if end <= start and before and saying.cue[1] - unit.start <= _BEHIND_LONGEST and "\n" not in self.shadow[before[0] : unit.start]:
            start, end = before[0], self.reach.trimmed(before[0], before[1])
            quote = self.layout.quote_at(end - 1)
            if not quote or quote[1] != end:
                return
        quote = self.layout.quote_at(end - 1) if end > start else None
        if quote and quote[1] == end and not self._within_clause(start, quote[0]):
            start = max(start, quote[0])
        if end > start:
            chain = (current.chain + saying.chain) if current and current.chain[-1].kind in RELAYS else saying.chain
            self.found.append(Statement(chain, saying.cue, start, end))
