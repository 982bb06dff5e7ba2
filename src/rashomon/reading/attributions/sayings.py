"""Cues with their sources, clause by clause, before it is known how far their words reach."""

import re
from bisect import bisect_left
from functools import cache

import msgspec

from rashomon.reading.attributions.answers import Answers, Refuted
from rashomon.reading.attributions.behind import Behind
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.cues import Cue, carries_feeling, find_cues
from rashomon.reading.attributions.headings import Headings, Saying
from rashomon.reading.attributions.learned import Learned, Learnings
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.ground.clauses import Clause, Layout, Unit
from rashomon.reading.ground.kinds import REPORT, SAID
from rashomon.reading.ground.words import Words

_ADDRESSEE_LONGEST = 16
_RELAYED_LONGEST = 24  # words
_TOLD = frozenset(("say", "announce", "weak", "report", "hold"))  # verbs that are hardly anything else: whoever stands before them speaks
_ACTS = frozenset(("weak", "demand", "judge", "think"))  # verbs that are nouns as well, or the object of others
_RELAYED = frozenset(("say", "announce", "weak", "judge", "report", "demand", "hold"))  # verbs of whoever is quoted
_FRAMING = frozenset(("announce", "demand", "judge"))  # verbs of acts, by which the next clause is dated
_OBLIGED = 16  # characters behind a clause of time in which somebody is told what to do
_AS = {"blame": "judge", "report": "say", "record": "show", "find": "show"}  # kinds of cues that hold words as another one does
_OF_DOCUMENTS = ("show", "record", "find")


_pattern = cache(re.compile)


class Sayings:
    """Finds the sayings of one text."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, sources: Sources) -> None:
        self.words, self.layout, self.lists, self.sources = words, layout, lists, sources
        self.shadow = words.shadow
        self.wording = lists.saying
        self.headings = Headings(words, lists, sources)
        self.behind = Behind(words, lists)
        said = words.find("{}", SAID)
        self.cues = find_cues(words, said, layout, lists)
        self.cue_starts = [cue.start for cue in self.cues]
        self.report_starts = [words.starts[i] for i in said if words.traits[i] & REPORT]
        self.answers = Answers(self.shadow, sources.answer)
        self._counts = [found.start() for found in _pattern(sources.report.counted).finditer(self.shadow)] if sources.report.counted else []
        self.learnings = Learnings(self.shadow, sources.learning)
        self._openings = self.headings.openings()
        self._starts = sorted(
            [*self._openings, *self.cue_starts, *self.report_starts, *self._counts, *self.answers.starts, *self.learnings.starts]
        )

    def may_hold(self, start: int, end: int) -> bool:
        """Whether any cue stands between two offsets, or a word of a clause that names its source: half of all sentences have neither."""
        return _any_in(self._starts, start, end)

    def of_unit(self, unit: Unit) -> list[Saying]:
        """The sayings of a unit in the order of their cues."""
        found = self.headings.signed(unit) if unit.title else []
        if found:
            return found
        number, over = bisect_left(self.cue_starts, unit.start), bisect_left(self.cue_starts, unit.end)
        reported = _any_in(self.report_starts, unit.start, unit.end)
        for k, clause in enumerate(unit.clauses):
            reports = reported and _any_in(self.report_starts, clause.start, clause.end)
            counts = self._counts and _any_in(self._counts, clause.start, clause.end)
            refuted = self.answers.within(clause.start, clause.end) if self.answers.starts else None
            learned = self.learnings.within(clause.start, clause.end) if self.learnings.starts else None
            opened = bool(self._openings) and _any_in(self._openings, clause.end, clause.end + 1)
            if not (
                reports or counts or refuted or learned or opened or unit.title or (number < over and self.cue_starts[number] < clause.end)
            ):
                continue
            begin = first = self.words.index(clause.start)
            said = self._according(k, clause, first) if reports else None
            said = said or (self._learned(k, clause, learned) if learned else None)
            if said:
                found.append(said)
                begin = self.words.index(said.cue[1])
            own: list[Cue] = []
            while number < over and self.cue_starts[number] < clause.end:
                if self.cues[number].first >= begin:
                    own.append(self.cues[number])
                number += 1
            told = self._spoken(k, clause, begin, own)
            found += told or (self._counted(k, clause, begin) if self._counts else [])
            found += self._refuted(k, clause, begin, refuted) if refuted and not told else []
            if unit.title and not own and not said and clause.mark in ("：", ":"):
                found += self.headings.headed(k, clause, first)
            elif opened and not (said or told):
                found += self.headings.quoted(k, clause, first)
        return found

    def _according(self, k: int, clause: Clause, first: int) -> Saying | None:
        found = self.sources.according(first, self.words.index(clause.end))
        if not found:
            return None
        phrases, behind, cue = found
        start = self.headings.skip(self.words.starts[behind] if behind < len(self.words.starts) else cue[1])
        if phrases[-1].kind in ("name", "body") and self.shadow[cue[0] : cue[0] + 2] in self.wording.relaying:
            phrases = (*phrases[:-1], Phrase(phrases[-1].start, phrases[-1].end, "media"))
        return Saying(phrases, cue, "according", k, clause.start, start)

    def _learned(self, k: int, clause: Clause, learned: Learned) -> Saying | None:
        """记者从海事局获悉，…: the source is of whom it was heard."""
        sources = [self.sources.source(*span) for span in (learned.outer, learned.who) if span]
        chain = tuple([phrase for phrase in sources if phrase])
        return Saying(chain, learned.cue, "according", k, clause.start, self.headings.skip(learned.behind)) if sources[-1] else None

    def _spoken(self, k: int, clause: Clause, begin: int, cues: list[Cue]) -> list[Saying]:
        found: list[Saying] = []
        i = 0
        while i < len(cues):
            cue = cues[i]
            said = None
            if i + 1 < len(cues) and self.behind.leads_to(cue, cues[i + 1]):
                cue, i = msgspec.structs.replace(cues[i + 1], first=cue.first), i + 1
            if cue.kind == "relay":
                said, i = self._relayed(k, clause, begin, cues, i)
            elif self.answers.is_bare((cue.start, cue.end)) and (said := self._said(k, clause, begin, cue)):
                said.start = said.stop = cue.end  # nothing is told of what is denied, and whoever spoke before is done
            elif not (cue.kind == "weak" and not self.behind.open(clause, cue) and not self.answers.ends((cue.start, cue.end))):
                said = self._said(k, clause, begin, cue)
            if said:
                found.append(said)
                begin = self.words.index(self._listed(said))
            i += 1
        return found

    def _listed(self, said: Saying) -> int:
        """A称“…”、B主张“…”: where the next one's source may stand, behind a quotation that a list goes on after."""
        quote = self.layout.quote_at(said.start)
        listed = quote is not None and quote[0] == said.start and self.shadow[quote[1] : quote[1] + 1] == self.wording.listing
        return quote[1] + 1 if quote and listed else said.cue[1]

    def _counted(self, k: int, clause: Clause, begin: int) -> list[Saying]:
        """海事局公布的死亡人数为11人: who tells a count by a verb that 的 makes its modifier."""
        at = next((at for at in self._counts if clause.start <= at < clause.end), None)
        if at is None:
            return []
        verb = self.words.index(at) - 1
        phrase, _ = self.sources.before(begin, verb, lenient=True)
        return [Saying((phrase,), (self.words.starts[verb], at), "say", k, clause.start, at + 1)] if phrase else []

    def _refuted(self, k: int, clause: Clause, begin: int, refuted: Refuted) -> list[Saying]:
        """北塬对此予以否认: the content stands between 对 and the verb."""
        phrase, empty = self.sources.before(begin, self.words.index(refuted.start), lenient=True)
        if phrase is None and not empty:
            return []
        chain = (phrase,) if phrase else ()
        return [Saying(chain, refuted.verb, "judge", k, clause.start, refuted.what[0], stop=refuted.what[1])]

    def _said(self, k: int, clause: Clause, begin: int, cue: Cue) -> Saying | None:
        first = self.words.index(clause.start)
        told = cue.kind in _TOLD or (cue.kind in _ACTS and cue.end - cue.start > 1)
        phrase, empty = self.sources.before(begin, cue.first, lenient=told)
        if phrase is None and cue.kind in _OF_DOCUMENTS:
            phrase = self._published(begin, cue.first)
        if (phrase is None and (not empty or cue.kind in ("report", "record", "find"))) or self._received(begin, cue.first):
            return None
        if phrase is None and cue.kind == "weak" and self.sources.skip_leads(begin, cue.first) < cue.first:
            return None  # 应对任何威胁，…: a noun
        if phrase is None and cue.kind in ("judge", "demand") and begin < cue.first and self._governed(begin, cue):
            return None  # 建议撤销指控: what another verb does away with; 必须遵守检测要求，
        if phrase is not None and phrase.kind == "text" and self._issued(phrase, begin):
            phrase, empty = self.sources.before(begin, self.words.index(phrase.start) - 1, lenient=True)
            if phrase is None and not empty:
                return None
        if phrase is not None:
            phrase = self._document(phrase, cue.first)
            head = self.words.index(phrase.start)
            if self.words.texts[head] in self.lists.carriers:
                return None  # 发布推文公布这条消息的市长
            if cue.kind == "think" and self.words.texts[self.words.index(phrase.end) - 1] in self.sources.subject.amounts:
                return None  # 市场规模估计高达…
            if told and head > first and self.lists.kinds.get(self.words.texts[head - 1]) in ("think", "demand"):
                return None  # 希望议会声明…: what someone wants of another
            if self._brought_about(head, first, cue.kind, described=self.sources.noun.of in self.shadow[phrase.start : phrase.end]):
                return None
            if cue.kind in _ACTS and not self.sources.leads(phrase, cue.first):
                return None
            if self._undergone(phrase, cue.first):
                return None  # 何远遭邻国扬言追捕
        if cue.end - cue.start == 1 and cue.kind != "say" and (phrase is None or not self._straight(phrase.end, cue.first)):
            return None
        if cue.kind == "say" and carries_feeling(self.words, cue.last, self.lists):
            return None
        texts, clauses = self.words.texts, self.lists.clause
        opens = clause.start if begin == first else self.words.starts[begin]
        start = self.headings.skip(cue.end)
        if clause.mark and texts[cue.last] in self.wording.addressing and self._size(cue.end, clause.end) <= _ADDRESSEE_LONGEST:
            start = self.headings.skip(clause.end)
        turn = (begin < cue.first and clauses.get(texts[begin]) == "turn") or self._turned(first)
        turn = turn or self.wording.turning in texts[begin : cue.first]
        framed = cue.kind == "blame"
        if not framed and start < clause.end:
            framed = not self.lists.framing.isdisjoint(texts[first : min(first + 2, cue.first)])
            framed = framed and not (phrase and phrase.kind == "pronoun" and self._on_topic(first, phrase))
            framed = framed or (cue.kind in _FRAMING and self._times(clause, cue))
        kind = _AS.get(cue.kind, cue.kind)
        stop = self.answers.ends((cue.start, cue.end))
        chain = self.sources.with_relayer(phrase, cue.first) if phrase else ()
        return Saying(chain, (cue.start, cue.end), kind, k, opens, start, turn=turn, framing=framed, stop=stop)

    def _governed(self, begin: int, cue: Cue) -> bool:
        """Whether another verb has a cue for its object: right before it, or anywhere before one that closes its clause."""
        closes = (
            self.shadow[cue.end : cue.end + 1] in tuple("，,。；\n") and self.lists.nouns.get(self.words.texts[cue.first - 1]) != "text"
        )
        return self.sources.governed_by_verb(cue.first) or (closes and any(self.sources.tells(j) for j in range(begin, cue.first)))

    def _brought_about(self, head: int, first: int, kind: str, *, described: bool) -> bool:
        """这意味着央行预计…, 强制其披露…: whether a verb of letting or hindering has the source for its object; 禁止枪支的组织说."""
        words = {"" if described else self.words.texts[head], self.words.texts[head - 1] if head > first else ""}
        return not words.isdisjoint(self.wording.hindering if kind != "think" else self.wording.hindering | self.wording.causing)

    def _published(self, begin: int, cue: int) -> Phrase | None:
        """渔协此前数据显示: whose a document is, where a day stands between the two."""
        document = self.lists.nouns.get(self.words.texts[cue - 1]) == "text"
        return self.sources.before(begin, cue - 1, lenient=True)[0] if document and cue - 1 > begin else None

    def _document(self, phrase: Phrase, cue: int) -> Phrase:
        """发布的官方数据显示: a document without the verb that only tells what was done with it."""
        head = self.words.index(phrase.start)
        carried = (
            phrase.kind == "text" and self.words.texts[head] in self.lists.carriers and self.words.texts[head + 1] == self.sources.noun.of
        )
        return (self.sources.phrase(head + 2, cue) if carried and head + 2 < cue else None) or phrase

    def _issued(self, phrase: Phrase, begin: int) -> bool:
        """发布 | 声明谴责: whether a verb of issuing has a document for its object, so that who issues it speaks."""
        head = self.words.index(phrase.start)
        return head > begin and self.words.texts[head - 1] in self.lists.carriers

    def _turned(self, first: int) -> bool:
        """与此同时，…: whether a word that turns to someone else stands before the clause of word `first`, by itself."""
        words, i = self.words, first - 2
        return i > 0 and self.lists.clause.get(words.texts[i]) == "turn" and words.tags[i - 1] == words.tags[i + 1] == "x"

    def _times(self, clause: Clause, cue: Cue) -> bool:
        """宣布停火之后，: whether a clause only tells when the next one happened; in 提醒居民在开窗时， the time is of what is said."""
        last = self.words.index(clause.end) - 1
        timing = clause.mark in ("，", ",") and self.words.texts[last] in self.lists.timing
        if (
            timing
            and cue.kind == "demand"
            and any(word in self.shadow[clause.end : clause.end + _OBLIGED] for word in self.wording.obliging)
        ):
            return False  # 要求高温时，工地应当停工
        return timing and self.lists.framing.isdisjoint(self.words.texts[cue.last + 1 : last])

    def _on_topic(self, first: int, phrase: Phrase) -> bool:
        """对于落选他说…，但…: whether only a topic stands before who speaks."""
        return self.words.texts[first] in self.sources.subject.toward and self.words.index(phrase.start) > first + 1

    def _undergone(self, phrase: Phrase, cue: int) -> bool:
        """Whether someone else stands right before a cue, of whom its subject suffers it."""
        texts, last = self.words.texts, self.words.index(phrase.end)
        suffers = last < cue - 1 and not self.lists.verb.undergone.isdisjoint(texts[last : cue - 1])
        return suffers and self.words.tags[cue - 1][0] in "nj" and self.lists.clause.get(texts[cue - 1]) is None

    def _size(self, start: int, end: int) -> int:
        """Characters between two offsets without what stands in brackets: 告诉主持人何远（He Yuan），…"""
        brackets = self.sources.layout.brackets
        return end - start - sum(b - a for a, b in brackets[bisect_left(brackets, (start, 0)) : bisect_left(brackets, (end, 0))])

    def _straight(self, at: int, cue: int) -> bool:
        """何远 | 则 | 批…: whether nothing but adverbs and days of one character stands between an offset and a cue."""
        words = self.words
        return all(len(words.texts[j]) == 1 and words.tags[j][0] in "dt" for j in range(words.index(at), cue))

    def _received(self, begin: int, cue: int) -> bool:
        """收到讯息表示…: whether what says it is something that someone was sent."""
        texts = self.words.texts
        return cue - begin > 1 and texts[cue - 2] in self.wording.received and self.lists.nouns.get(texts[cue - 1]) == "text"

    def _relayed(self, k: int, clause: Clause, begin: int, cues: list[Cue], i: int) -> tuple[Saying | None, int]:
        """A 援引 B 的话说: two sources and one cue."""
        cue = cues[i]
        outer, empty = self.sources.before(begin, cue.first)
        following = cues[i + 1] if i + 1 < len(cues) and cues[i + 1].kind in _RELAYED else None
        stop = following.first if following else self.words.index(clause.end)
        inner = self._quoted_source(cue.last + 1, stop, certain=following is not None)
        if inner and not following and self.shadow[inner.start : inner.end].endswith((*self.lists.invoked, "”", "」")):
            return None, i
        if inner is None or (outer is None and not empty):
            return None, i
        told = (following.start, following.end) if following else (cue.start, cue.end)
        start = self.headings.skip(following.end if following else clause.end)
        chain = (outer, inner) if outer else (inner,)
        return Saying(chain, told, "relay", k, clause.start, start), i + 1 if following else i

    def _quoted_source(self, i: int, stop: int, *, certain: bool) -> Phrase | None:
        """The source that is relayed, without 的话 or 说法 behind it; certain: a verb of saying follows."""
        words = self.words
        whole = stop
        while stop > i and (
            words.texts[stop - 1] in self.lists.relayed
            or words.texts[stop - 1] in self.wording.behind
            or self.lists.clause.get(words.texts[stop - 1]) in ("adverb", "same")
        ):
            stop -= 1
        stop = stop if stop > i else whole
        if not 0 < stop - i <= _RELAYED_LONGEST:
            return None
        stop = self.sources.unframed(i, stop)
        phrase = self.sources.phrase(i, stop)
        bare = Phrase(self.words.starts[i], self.words.ends[stop - 1], "body")
        return phrase or (bare if certain and bare.end - bare.start > 1 else None)


def _any_in(offsets: list[int], start: int, end: int) -> bool:
    """Whether any of some offsets, in order, lies in [start, end)."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] < end
