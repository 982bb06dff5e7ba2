"""Sources that a clause of its own names: 据法新社报道, 根据卫生部的数据."""

import msgspec

from rashomon.languages import Language
from rashomon.model import Name, Span
from rashomon.reading.attributions.answers import Answer
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.learned import Learning
from rashomon.reading.attributions.phrases import Phrase, Phrases
from rashomon.reading.ground.clauses import Layout
from rashomon.reading.ground.wording import wording
from rashomon.reading.ground.words import Words

_RELAY_LONGEST = 16  # words of 据A援引B where nothing closes the clause
_NAMED_LONGEST = 8  # words of a source that nothing but 根据 introduces


class Report(msgspec.Struct, frozen=True):
    """What a clause is made of that names its source: 根据内务部公布的数据."""

    given: frozenset[str]  # what an office does with its documents: 公布
    again: str  # characters before hearsay that are no part of it: 另据报道
    news: frozenset[str]  # what 据 reports where no source is named
    sites: frozenset[str]  # where a document stands: 网站上的报告
    relays: frozenset[str]  # verbs of who relays
    named: frozenset[str]  # what introduces a source by its name alone: 根据总统府，
    had: str  # before a source that is told of for the first time: 有
    links: frozenset[str]  # between a source and its document
    joins: frozenset[str]  # between two sources: 议会的民调以及大学的民调
    measured: frozenset[str]  # between them too: 北塬卫生部的最新统计
    addressing: frozenset[str]  # markers whom the one who is told follows: 据船长告诉记者
    eyes: frozenset[str]  # open a clause that says in whose eyes something is so
    sight: frozenset[str]  # and close it: 在业主看来
    counted: str  # a pattern: behind its verb, a count that an office tells: 海事局公布的死亡人数为11人


class Reports(Phrases):
    """Finds the sources of clauses that 据 opens."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, names: tuple[Name, ...], language: Language) -> None:
        super().__init__(words, layout, lists, names, language)
        self.report = wording(Report, language, "attributions")
        self.answer = wording(Answer, language, "attributions")
        self.learning = wording(Learning, language, "attributions")

    def according(self, start: int, end: int) -> tuple[tuple[Phrase, ...], int, Span] | None:
        """据法新社报道: sources (outermost first), the word behind the marker, the marker's span; words [start, end) are a clause."""
        words, lists = self.words, self.lists
        i = self._skip_plain_leads(start, end)
        if i < end and words.texts[i] in lists.hearsay:
            at = (words.ends[i] - len(words.texts[i].lstrip(self.report.again)), words.ends[i])
            return (Phrase(*at, "hearsay"),), self._over_verb(i + 1, end), at
        if i + 1 < end and words.texts[i] + words.texts[i + 1] in lists.hearsay:  # 据 | 报: where the dictionary has no such word
            at = (words.starts[i], words.ends[i + 1])
            return (Phrase(*at, "hearsay"),), self._over_verb(i + 2, end), at
        seen = self._seen(i, end) or self._of_this(i, end)
        if seen or i >= end or words.texts[i] not in lists.according:
            return seen
        first, marks, relays = i + 1, [], []
        for j in range(first, min(end, first + 40)):
            if self._in_name(j) or self.layout.quote_at(words.starts[j]):
                continue
            if words.texts[j] in lists.markers and j > first and not (self._given(j, end) or self._site_of(j, end) or self._names(j)):
                marks.append(j)
            elif lists.kinds.get(words.texts[j]) == "relay" and j > first:
                relays.append(j)
            if marks and words.texts[j] in self.report.joins and lists.markers.intersection(words.texts[j + 1 : end]):
                marks = []
            if marks and words.texts[j] not in lists.markers and words.texts[j] not in (self.noun.of, " "):
                break
        if marks:  # 据某某在其网站上的通知中说: the verb behind the phrase that 在 opens closes the clause
            later = [j for j in range(marks[-1] + 1, min(end, first + 40)) if words.texts[j] in lists.markers]
            marks = [j for j in later if lists.clause.get(words.texts[j - 1]) == "close"][-1:] or marks
        if end - first == 1 and words.texts[first] in lists.markers and lists.nouns.get(words.texts[first]) == "text":
            at = (words.starts[first], words.ends[first])
            return (Phrase(*at, "text"),), end, at  # 根据声明，…
        if first < end and words.texts[first] in self.report.news:
            at = (words.starts[first], words.ends[first])
            return (Phrase(*at, "hearsay"),), first + 1, at
        if not marks and len(relays) == 1 and relays[0] + 1 < end <= first + _RELAY_LONGEST:
            outer, inner = self._noun(first, self._trim_back(first, relays[0])), self._noun(relays[0] + 1, end)
            if outer and inner and inner.kind in ("media", "name"):
                return (outer, inner), end, (words.starts[relays[0]], words.ends[relays[0]])
        if not marks:
            return self._bare_source(i, first, end)
        told = self._relayed(first, [relay for relay in relays if relay < marks[0]], marks)
        of = told and told[1] < end and words.texts[told[1]] == self.noun.of  # 据海事局公布的死亡人数，…
        if told and (of or words.texts[told[1] - 1] in self.report.addressing):  # 据船长告诉本报记者，…
            return told[0], end, told[2]
        return told

    def _of_this(self, i: int, end: int) -> tuple[tuple[Phrase, ...], int, Span] | None:
        """据该报道说，…: a document told of before."""
        words, texts = self.words, self.words.texts
        if i + 3 > end or texts[i] not in self.lists.according or texts[i + 1] not in self.lists.verb.this:
            return None
        if self.lists.nouns.get(texts[i + 2]) not in ("text", "hearsay"):
            return None
        behind = self._over_verb(i + 3, end)
        mark = (words.starts[behind - 1], words.ends[behind - 1])
        alone = behind > i + 3 or behind == end
        return ((Phrase(words.starts[i + 1], words.ends[i + 2], "text"),), behind, mark) if alone else None

    def _over_verb(self, i: int, end: int) -> int:
        """据报道 | 称，…: the word behind the verb of saying that hearsay may end in."""
        return i + 1 if i < end and self.words.texts[i] in self.lists.saying.telling else i

    def _seen(self, i: int, end: int) -> tuple[tuple[Phrase, ...], int, Span] | None:
        """在业主看来，…: sources in whose eyes something is so."""
        words = self.words
        if i + 2 >= end or words.texts[i] not in self.report.eyes or words.texts[end - 1] not in self.report.sight:
            return None
        phrase = self.phrase(i + 1, end - 1)
        return ((phrase,), end, (words.starts[end - 1], words.ends[end - 1])) if phrase else None

    def _given(self, j: int, end: int) -> bool:
        """内务部公布的数据: a verb that 的 turns into a modifier of the noun that closes the clause."""
        texts = self.words.texts
        return j + 2 < end and texts[j + 1] == self.noun.of and not self.lists.markers.isdisjoint(texts[j + 2 : end])

    def _names(self, j: int) -> bool:
        """预测模型: whether a marker only names what stands behind it."""
        return self.lists.idle.match(self.words.shadow, self.words.starts[j]) is not None

    def _site_of(self, j: int, end: int) -> bool:
        """网站上发表的报告, 网站Arvos的数据: whether a site's name follows, or what stands on it, and another marker."""
        texts, markers = self.words.texts, self.lists.markers
        if texts[j] not in self.report.sites or j + 1 >= end or texts[j + 1] in markers or texts[j + 1] in self.lists.saying.telling:
            return False
        return not (markers | self.report.relays).isdisjoint(texts[j + 2 : end])

    def _bare_source(self, i: int, first: int, end: int) -> tuple[tuple[Phrase, ...], int, Span] | None:
        """根据总统府，…: a clause that is 根据 and someone's name, and nothing else."""
        if self.words.texts[i] not in self.report.named or not 0 < end - first <= _NAMED_LONGEST:
            return None
        phrase = self.phrase(first, end)
        if phrase is None or phrase.kind not in ("person", "people", "body", "name", "media") or self.is_place(phrase):
            return None
        return (phrase,), end, (self.words.starts[i], self.words.ends[i])

    def _relayed(self, first: int, relays: list[int], marks: list[int]) -> tuple[tuple[Phrase, ...], int, Span] | None:
        words = self.words
        last = marks[0]
        while last + 1 in marks or (last + 1 < len(words.texts) and words.texts[last + 1] in self.lists.markers):
            last += 1
        behind = self._over_bracket(last + 1) if last + 1 < len(words.texts) else last + 1
        if last + 2 < behind < len(words.texts) and words.texts[behind] in self.lists.markers:
            last = behind
        if not relays and all(word in self.report.measured - self.lists.verb.this for word in words.texts[first : marks[0]]):
            document = (words.starts[first], words.ends[last])
            return (Phrase(*document, "text"),), last + 1, (words.starts[marks[0]], words.ends[last])  # 根据最新资料，…
        head = self._trim_back(first, relays[0] if relays else marks[0])
        chain = [self._noun(first, head)]
        if relays:
            inner = relays[0] + (2 if words.texts[relays[0] + 1] == self.noun.of else 1)
            chain.append(self._noun(inner, self._trim_back(inner, marks[0])) or self._hearsay(marks[0]))
        phrases = tuple(phrase for phrase in chain if phrase is not None)
        return (phrases, last + 1, (words.starts[marks[0]], words.ends[last])) if phrases else None

    def _hearsay(self, mark: int) -> Phrase | None:
        """引述消息报道称: the marker is the source where none stands before it."""
        told = self.lists.nouns.get(self.words.texts[mark]) == "hearsay"
        return Phrase(self.words.starts[mark], self.words.ends[mark], "hearsay") if told else None

    def source(self, start: int, end: int) -> Phrase | None:
        """A noun phrase between two offsets as a source; None where it is none."""
        return self._noun(self.words.index(start), self.words.index(end))

    def _noun(self, i: int, j: int) -> Phrase | None:
        i = self._skip_plain_leads(i, j)
        if j <= i:
            return None
        found = self.phrase(i, j)
        plain = all(self.words.tags[k][0] not in "pr" or self._in_name(k) for k in range(i, j))
        if found is None and plain and 2 <= self.words.ends[j - 1] - self.words.starts[i] <= 30:
            return Phrase(self.words.starts[i], self.words.ends[j - 1], "body")
        return found

    def _trim_back(self, i: int, j: int) -> int:
        """The end of a noun phrase without the adverbs and days behind it."""
        k = i
        while k < j:
            role = self.lists.clause.get(self.words.texts[k])
            if k > i and not self._in_name(k) and (self._time_at(k) > k or role in ("with", "same")):
                j = k
                break
            k = self._over_bracket(k)
        while j > i + 1 and (
            self.lists.clause.get(self.words.texts[j - 1]) == "adverb"
            or (self.words.texts[j - 1] in self.lists.kinds and self.words.texts[j] in self.lists.saying.telling)
        ):
            j -= 1  # 据她批评 | 说
        while j > i and self.words.texts[j - 1] in self.report.links:
            j -= 1
        k = j
        while (
            k > i + 1
            and (self.words.tags[k - 1][0] in "mqr" or self.words.texts[k - 1] in self.report.measured)
            and not self._in_name(k - 1)
        ):
            k -= 1
        if k < j:  # 《岚海周刊》的这篇, 北塬卫生部的一份
            j = k - 1 if self.words.texts[k - 1] == self.noun.of and k - 1 > i else k
        if j > i + 1 and (self.words.texts[j - 1] in self.lists.carriers or self.words.texts[j - 1] in self.report.given):
            j -= 1
        if j > i + 1 and self.lists.clause.get(self.words.texts[j - 1]) == "close" and self.words.texts[j - 2] in self.report.sites:
            j -= 1
        return j

    def _leads(self, word: str) -> bool:
        return self.lists.clause.get(word) in ("lead", "same", "turn", "adverb") or word in (" ", self.report.had)

    def _skip_plain_leads(self, i: int, end: int) -> int:
        while i < end:
            jump = self._time_at(i)
            if jump > i:
                i = jump
            elif self._leads(self.words.texts[i]):
                i += 1
            else:
                break
        return min(i, end)
