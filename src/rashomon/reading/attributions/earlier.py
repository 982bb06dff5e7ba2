"""Subjects that stand earlier: whose words a saying holds that names nobody itself."""

from rashomon.model import Span
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.headings import Saying
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.reach import RELAYS
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.ground.clauses import Clause, Unit
from rashomon.reading.ground.words import Words

_SET_APART = ("person", "body", "people")  # kinds of sources that may stand in a clause by themselves
Spoken = tuple[Phrase, Span]
"""Who spoke, and the cue."""


class Earlier:
    """Finds the subject that serves a saying, in its sentence or the one before."""

    def __init__(self, words: Words, lists: CueWords, sources: Sources) -> None:
        self.words, self.lists, self.sources = words, lists, sources
        self.said, self.shadow = lists.saying, words.shadow

    def carried_from(self, unit: Unit, current: Saying, saying: Saying) -> int:
        """…，又以税收为例，指…: where the carrying on begins that leads to a cue without a subject."""
        k = saying.clause - 1
        if k > current.clause and saying.opens == unit.clauses[saying.clause].start:
            clause = unit.clauses[k]
            at = self.words.index(clause.start)
            onward = clause.start > current.start and self.words.texts[at] in self.said.onward
            return clause.start if onward and not self.sources.tells(at + 1) else saying.opens
        return saying.opens

    def find_subject(self, unit: Unit, before: Span | None, current: Saying | None, saying: Saying, last: Spoken | None) -> bool:
        """Give a saying without a subject the one that serves it; False where there is none.

        before: the unit before. last: who spoke last.
        """
        if saying.kind == "think" or (saying.kind == "weak" and not current):
            return False
        inside = current is not None and current.chain[-1].kind in RELAYS
        if current and not inside:
            if self._called(unit, saying):
                return False  # 主任说，警方接获居民投报，指…: what was reported is part of what he says
            saying.chain, saying.same = current.chain[-1:], True
            return True
        floor = current.start if current else unit.start
        for clause in reversed(unit.clauses[: saying.clause]):
            if clause.end <= floor:
                break
            begin = self.words.index(max(clause.start, floor))
            if current and self._told_of(clause):
                continue
            phrase = self.sources.subject_of(begin, self.words.index(clause.end))
            topic = phrase is not None and clause is unit.clauses[0] and self._stands_alone(begin, phrase)
            planned = phrase is not None and saying.kind != "demand" and self.sources.plans(phrase.end)
            if planned and self.words.texts[self.words.index(saying.opens)] in self.said.onward:
                return False  # 议会将开会，并宣布…: nothing is said yet
            if phrase and phrase.kind != "hearsay" and (phrase.end < clause.end or topic) and not self._frames(phrase):
                saying.chain = (self._at_head(unit, phrase, floor) or phrase,)
                if current:
                    saying.opens = max(clause.start, floor)
                return True
        if current:
            saying.chain, saying.same = current.chain[-1:], True
            return True
        return self._carried_on(unit, before, saying, last)

    def _called(self, unit: Unit, saying: Saying) -> bool:
        """Whether the clause before tells who called or wrote in."""
        clause = unit.clauses[saying.clause - 1]
        begins = saying.clause > 0 and saying.opens == unit.clauses[saying.clause].start
        return begins and self.sources.calls(self.words.index(clause.start), self.words.index(clause.end))

    def _stands_alone(self, begin: int, phrase: Phrase) -> bool:
        """至于国防部，则表示…: whether a clause that holds a source alone, from word `begin` on, names who speaks."""
        turned = self.lists.clause.get(self.words.texts[begin]) == "turn"
        about = self.words.texts[begin] in self.sources.subject.toward | self.sources.subject.about
        return phrase.kind == "person" or turned or ((phrase.kind in _SET_APART or self.sources.is_office(phrase)) and not about)

    def _told_of(self, clause: Clause) -> bool:
        """报道三国同意制裁的消息，称…: whether a clause that ends in a report has for its subject who is told of in it."""
        last = self.words.index(clause.end) - 1
        return self.words.texts[last] in self.lists.relayed and self.words.texts[last - 1] in self.said.behind

    def _frames(self, phrase: Phrase) -> bool:
        """初步调查后，…: what was done before someone spoke."""
        return phrase.kind == "text" and self.words.texts[self.words.index(phrase.end)] in self.lists.timing

    def _at_head(self, unit: Unit, phrase: Phrase, floor: int) -> Phrase | None:
        """他以饮食业为例，…业主难以交租，形容…: the one who opens the sentence speaks, rather than people told of on the way."""
        head = unit.clauses[0]
        if phrase.kind not in ("people", "body") or phrase.start < head.end or head.start < floor:
            return None
        own = next(clause for clause in unit.clauses if clause.start <= phrase.start < clause.end)
        if self.sources.leads(phrase, self.words.index(own.end)):
            return None  # 21名出版人联名登报，要求…
        found, _ = self.sources.before(self.words.index(head.start), self.words.index(head.end))
        return found if found and found.kind in ("pronoun", "person") and found.end < head.end else None

    def _carried_on(self, unit: Unit, before: Span | None, saying: Saying, last: Spoken | None) -> bool:
        """并补充说: the speaker of the sentence before, in the same line."""
        if not before or not last or last[1][0] < before[0] or "\n" in self.shadow[before[0] : unit.start]:
            return False
        if not self._again(saying):
            return False
        saying.chain, saying.same = (last[0],), True
        return True

    def _again(self, saying: Saying) -> bool:
        """并…, 此外还…: whether a saying carries on with the speaker before."""
        i = self.words.index(saying.opens)
        while self.words.texts[i] == " " or self.lists.clause.get(self.words.texts[i]) == "lead":
            i += 1
        return self.words.starts[i] < saying.cue[0] and self.words.texts[i][0] in self.said.again
