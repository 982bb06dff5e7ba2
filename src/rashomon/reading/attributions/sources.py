"""The source that stands before a verb in its clause."""

import msgspec

from rashomon.languages import Language
from rashomon.model import Name
from rashomon.reading.attributions.cues import CueWords
from rashomon.reading.attributions.phrases import Phrase, Phrases
from rashomon.reading.ground.clauses import Layout
from rashomon.reading.ground.wording import wording
from rashomon.reading.ground.words import Words

_RUN_LONGEST = 14  # characters of an office's name that the dictionary lacks


class Subject(msgspec.Struct, frozen=True):
    """What tells the subject of a clause and what stands around it."""

    persons: str  # characters that words for people end in
    frames: str  # characters that the last word of a frame ends in: 在会上, 接受采访时
    closings: str  # characters that end a phrase which 在 opens
    had: str  # before a source that is told of for the first time: 有
    joins: frozenset[str]  # between two people one of whom is the subject
    other: str  # before a number: one more
    bodies: str  # characters that words for people and offices end in, though the dictionary takes them for verbs


class Sources(Phrases):
    """Finds noun phrases of sources in one text."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, names: tuple[Name, ...], language: Language) -> None:
        super().__init__(words, layout, lists, names, language)
        self.subject = wording(Subject, language, "attributions")

    def before(self, start: int, cue: int, *, lenient: bool = False) -> tuple[Phrase | None, bool]:
        """The source between a clause's start and its cue (word numbers); lenient: any plain noun phrase will do.

        Second: whether the clause has no subject at all, so that an earlier one serves.
        """
        i = self.skip_leads(start, cue)
        if i >= cue:
            return None, True
        end = self._phrase_end(i, cue, modified=True)
        if end == i:
            phrase = self._headed_before(i, cue) or self._named_before(i, cue) or self._run_before(i, cue) if lenient else None
            return phrase, phrase is None and (lenient or self._bare(i, cue))
        phrase = self.phrase(i, end)
        if phrase is None:
            shorter = self._phrase_end(i, cue, modified=False)
            phrase = self.phrase(i, shorter) if i < shorter < end else None
            phrase = phrase or self._named_before(i, cue)
            if phrase is None and lenient:
                phrase = self._plain(i, shorter if i < shorter else end) or self._headed_before(i, cue) or self._run_before(i, cue)
        return phrase, False

    def _back(self, i: int, cue: int) -> int:
        """The last word of what stands before a cue, without the adverbs, days and brackets that lead to it."""
        k = cue - 1
        while k > i:
            opened = self._bracket_from(k)
            if opened > i:
                k = opened - 1
            elif self.lists.clause.get(self.words.texts[k]) == "adverb" or self.words.tags[k][0] in "td":
                k -= 1
            else:
                break
        return k

    def _run_before(self, i: int, cue: int) -> Phrase | None:
        """食安署, 辐射监测中心: all that stands before a cue, in whatever words the dictionary cuts it, where its end is an office's."""
        words, k = self.words, self._back(i, cue)
        start, end = words.starts[i], words.ends[k]
        shadow = words.shadow[start:end]
        if not 2 <= end - start <= _RUN_LONGEST or not shadow.endswith(self.lists.person_ends) or shadow in self.lists.things:
            return None
        for j in range(i, k + 1):
            word, tag = words.texts[j], words.tags[j]
            if (
                tag[0] in "pcruxyt"
                or word in self.lists.carriers
                or word in self.lists.kinds
                or self.lists.clause.get(word) not in (None, "inner", "close")
            ):
                return None
        return Phrase(start, end, "body")

    def _headed_before(self, i: int, cue: int) -> Phrase | None:
        """抗议组织者, 提案草案: a noun of sources right before the cue, with the plain words that go with it."""
        words, k = self.words, self._back(i, cue)
        word = words.texts[k]
        person = word in self.titles or (len(word) > 1 and word[-1] in self.subject.persons)
        kind = self.lists.nouns.get(word) or ("person" if person else None)
        if kind in (None, "pronoun", "hearsay") or word in self.lists.things:
            return None
        j = k
        while (
            j > i
            and words.tags[j - 1][0] in "nvbajmq"
            and self.lists.clause.get(words.texts[j - 1]) is None
            and words.texts[j - 1] not in self.lists.kinds
        ):
            j -= 1
        return Phrase(words.starts[j], words.ends[k], kind or "person")

    def _named_before(self, i: int, cue: int) -> Phrase | None:
        """The person whose name stands right before the cue, or before the adverbs and days that lead to it, with the role told."""
        k = self._back(i, cue)
        name = self._name_ends.get(self.words.ends[k])
        if name is None or name.kind != "person":
            return None
        return Phrase(max(name.start - len(name.role or ""), self.words.starts[i]), name.end, "person")

    def _bare(self, i: int, cue: int) -> bool:
        """Whether no other verb than those of a frame (在会上, 接受采访时) stands between word i and the cue."""
        last = self.words.texts[cue - 1]
        return self.lists.clause.get(last) in ("close", "adverb", "same", "lead", "turn") or last[-1] in self.subject.frames

    def skip_leads(self, i: int, cue: int) -> int:
        """Over what opens a clause before its subject: conjunctions, adverbs, days, 在…中."""
        words, lists = self.words, self.lists
        while i < cue:
            role = lists.clause.get(words.texts[i])
            jump = self._time_at(i)
            if jump > i:
                i = jump
            elif role in ("lead", "same", "turn", "adverb", "close") or words.texts[i] in (" ", self.subject.had, "\u3000"):
                i += 1
            elif role == "with":
                closed = self._closed(i, cue)
                if closed is None:
                    return i
                i = closed
            else:
                return i
        return i

    def _closed(self, i: int, cue: int) -> int | None:
        """The word behind the one that closes the phrase that word i opens: 在…会上 | 记者."""
        for j in range(i + 1, cue):
            word = self.words.texts[j]
            if self.lists.clause.get(word) == "close" and self.words.texts[j + 1] != self.noun.of:
                return j + 1
            closes = len(word) > 1 and word[-1] in self.subject.closings and self.words.tags[j][0] in "nstfd"
            if closes and word not in self.lists.nouns:
                return j + 1
        return None

    def _phrase_end(self, i: int, cue: int, *, modified: bool) -> int:
        """The word behind the phrase that starts at word i; modified: verbs that 的 turns into modifiers belong to it."""
        j = i
        while j < cue:
            if self._stops(j, i):
                longer = self._modified(i, j, cue) if modified else None
                if longer is None:
                    break
                j = longer
                continue
            j = self._over_bracket(j)
        j = min(j, cue)
        if j < cue and self.words.tags[j][0] == "v":
            for k in range(i + 1, j):
                if self.words.texts[k] in self.subject.joins and not self._in_name(k):
                    return k
        return j

    def _stops(self, j: int, first: int) -> bool:
        words = self.words
        if self._in_name(j) or self.layout.quote_at(self.words.starts[j]):
            return False
        word, tag = words.texts[j], words.tags[j]
        role = self.lists.clause.get(word)
        if role == "inner" or word in self.media:
            return False
        if role == "close":
            return tag[0] in "fdtn" and j > first and not self._goes_on(j + 1)
        if role == "adverb" and tag[0] in "anbv" and j > first and self._goes_on(j + 1):
            return False  # 联合工作组, 紧急服务部门
        if role in ("adverb", "with", "not", "same", "turn", "lead"):
            return not (word == self.subject.other and words.tags[j + 1 : j + 2] == ["m"])  # 该部另一位发言人
        if self._time_at(j) > j:
            return True
        if tag in ("p", "uv", "ud", "uz", "ul", "z", "i", "ad", "y", "e", "vd", "vi") or (tag == "d" and len(word) < 3):
            return True
        return (
            tag in ("v", "vd", "vi", "vq")
            and word not in self.lists.nouns
            and word not in self.titles
            and not (len(word) > 1 and word[-1] in self.subject.bodies)
        )

    def _goes_on(self, j: int) -> bool:
        """前 | 市长: whether a noun of the phrase follows."""
        if j >= len(self.words.texts):
            return False
        word, tag = self.words.texts[j], self.words.tags[j]
        return self._in_name(j) or word in self.titles or word in self.lists.nouns or (tag[0] == "n" and word not in self.lists.kinds)

    def _modified(self, i: int, j: int, cue: int) -> int | None:
        """俄罗斯率领的组织: a verb that 的 turns into a modifier; the word with which the head goes on."""
        if self.lists.clause.get(self.words.texts[j]) in ("same", "turn"):
            return None
        if j > i and self.words.tags[j][0] != "v" and self.lists.clause.get(self.words.texts[j]) != "not":
            return None
        for k in range(j + 1, cue):
            if self.words.texts[k] == self.noun.of:
                m = k + 1
                while m < cue and not self._stops(m, i):
                    m = self._over_bracket(m)
                if m == k + 1 or m > cue:
                    return None
                after = self.lists.clause.get(self.words.texts[m]) if m < cue else None
                inner = self.lists.clause.get(self.words.texts[m - 1])
                plain = m == cue or after in ("adverb", "with") or self._time_at(m) > m
                if not plain or after == "close" or inner == "close":
                    return None
                if j > i and self.lists.clause.get(self.words.texts[j]) == "with":
                    return None
                if j == i and not self._speaks(k + 1, m):
                    return None
                return k + 1
        return None

    def _speaks(self, i: int, j: int) -> bool:
        """Whether a head that only a relative clause names (亲近…的消息人士) is someone."""
        phrase = self.phrase(i, j)
        return phrase is not None and phrase.kind in ("person", "people", "media", "name", "text", "body")
