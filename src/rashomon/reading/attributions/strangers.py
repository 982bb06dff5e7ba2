"""Sources that no list has: told by where they stand, before a verb of saying."""

import re

import msgspec

from rashomon.languages import Language
from rashomon.model import Name
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.phrases import Phrase, Phrases
from rashomon.reading.ground.clauses import Layout
from rashomon.reading.ground.lexicon import name_words
from rashomon.reading.ground.wording import wording
from rashomon.reading.ground.words import Words

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMED = re.compile(r"[A-Za-z\u4e00-\u9fff]")
_UNKNOWN_LONGEST = 24
_OPENS = "（(《“「@"  # what may open a part of a name
_CHARACTERS = 4  # of a name cut into single ones
_ADDRESSED = 2  # characters of whom one speaks to: 李|向|峰 is a name
_RUN_LONGEST = 14  # characters of an office's name that the dictionary lacks


class Subject(msgspec.Struct, frozen=True):
    """What tells the subject of a clause and what stands around it."""

    persons: str  # characters that words for people end in
    frames: str  # characters that the last word of a frame ends in: 在会上, 接受采访时
    closings: str  # characters that end a phrase which 在 opens
    had: str  # before a source that is told of for the first time: 有
    besides: str  # opens the next of several subjects
    joins: frozenset[str]  # between two people one of whom is the subject
    jointly: frozenset[str]  # what two offices do as one
    other: str  # before a number: one more
    bodies: str  # characters that words for people and offices end in, though the dictionary takes them for verbs
    teams: frozenset[str]  # bodies that a verb says the purpose of: 应急处置指挥部
    against: str  # the character of words that stand before an office whatever they are elsewhere: 反腐败机构
    manner: str  # makes an adverb of what stands before it
    about: frozenset[str]  # open what a judgement is about: 对, 就
    toward: frozenset[str]  # open whom or what an act is aimed at: 对那些批评她的人
    openings: tuple[str, ...]  # open a clause before its subject: 这是因为
    units: frozenset[str]  # parts of a body, right before the role in it
    press: frozenset[str]  # whom one speaks to, whatever the verb
    governing: frozenset[str]  # open whom or by what someone speaks
    through: frozenset[str]  # of these, by whom
    counted: frozenset[str]  # count one person
    many: str  # characters that end a number of people: 一名, 一些
    serial: frozenset[str]  # verbs by which someone comes to speak
    binders: str  # characters that bind the parts of a foreign name
    function: str  # characters that are no part of a name
    amounts: frozenset[str]  # what is measured, and expects nothing
    no_source: frozenset[str]  # words that end no source
    pronouns: frozenset[str]  # of one person
    seats: frozenset[str]  # open a place within a noun phrase: 北塬电台在岚国的记者
    openers: frozenset[str]  # verbs that open a noun phrase: 来自多地的网友
    folk: frozenset[str]  # make people of what describes them: 支持禁令的人
    makers: frozenset[str]  # make someone of a verb: 爆料者


class Strangers(Phrases):
    """Finds whoever stands before a verb of saying, in whatever words the dictionary cuts the name."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, names: tuple[Name, ...], language: Language) -> None:
        super().__init__(words, layout, lists, names, language)
        self.subject = wording(Subject, language, "attributions")
        self._lexicon = name_words(language)
        self._inner, self._posted = self._lexicon.inner, self._lexicon.edge.posted

    def _unknown(self, i: int, cue: int) -> Phrase | None:
        """岚铁称…: all that stands before what leads to a verb, where nothing in it is a verb or a function word."""
        words, j, size = self.words, i, 0
        while j < cue and not self._leads_on(j, i):
            if not self._nameable(j):
                return None
            size += 1
            j = self._over_bracket(j)
        start, end = words.starts[i], words.ends[j - 1] if j > i else words.starts[i]
        shadow = words.shadow[start:end]
        if (
            not 2 <= end - start <= _UNKNOWN_LONGEST
            or shadow in self.lists.things
            or not self.lists.things.isdisjoint((words.texts[i], words.texts[j - 1]))
        ):
            return None
        ends = words.texts[j - 1] in self.subject.no_source and not self._in_run(j - 1, i)
        if ends or (size == 1 and words.tags[i][0] not in "nje" and words.texts[i] not in self._parts):
            return None
        return Phrase(start, end, "person" if set(shadow) & set(self.subject.binders) else "body")

    def stranger(self, i: int, j: int) -> Phrase | None:
        """Words [i, j) as a person's or an office's name that no list has, where they can be nothing else: 林时中."""
        alone = 0 < j - i <= _CHARACTERS and all(self._in_run(k, i) for k in range(i, j))
        return Phrase(self.words.starts[i], self.words.ends[j - 1], "person") if alone else None

    def may_be_person(self, start: int, end: int) -> bool:
        """林岸, 图雷: whether what stands between two offsets is a surname with given names, or what foreign names are written with, no
        word of the dictionary and no office by its end."""
        words, lists, shadow = self.words, self._lexicon, self.words.shadow[start:end]
        i = words.index(start)
        if not 2 <= end - start <= _CHARACTERS or (words.texts[i] == shadow and words.tags[i][:2] != "nr"):
            return False
        named = shadow[0] in lists.surnames and lists.givens.issuperset(shadow[1:])
        return (named or lists.sounds.issuperset(shadow)) and not shadow.endswith(self.lists.person_ends)

    def _leads_on(self, j: int, i: int) -> bool:
        """Whether a word is no part of a noun phrase that word i begins: an adverb, a preposition, a day."""
        word = self.words.texts[j]
        role = self.lists.clause.get(word)
        known = self._in_name(j) or self._in_run(j, i)
        return not known and (role in ("adverb", "with", "close", "same") or self._time_at(j) > j) and j > i

    def _nameable(self, j: int) -> bool:
        """Whether a word may stand within the name of someone whom no list has."""
        word, tag = self.words.texts[j], self.words.tags[j]
        if self._in_name(j) or word in self._parts:
            return True
        if len(word) == 1:
            return word in _OPENS or word in self.subject.binders or bool(_NAMED.match(word) and word not in self.subject.function)
        if word in self._inner or word in self.subject.openers:
            return True
        return (tag[0] in "nbjszaleqi" or tag in ("vn", "x", "f")) and self.lists.clause.get(word) in (None, "inner")

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
        if kind == "text" and not self.subject.seats.isdisjoint(words.texts[i:k]):
            return None  # 于《海港报》专栏指出: where it was said
        j = k
        while (
            j > i
            and words.tags[j - 1][0] in "nvbajmq"
            and self.lists.clause.get(words.texts[j - 1]) is None
            and words.texts[j - 1] not in self.lists.kinds
            and not (self._in_name(j) and self._governs(j - 1))
        ):
            j -= 1
        if j > i and words.texts[j - 1] in self.subject.seats and words.texts[cue] in self.subject.serial:
            return None  # 于社交平台 | 发文
        return Phrase(words.starts[j], words.ends[k], kind or "person")

    def _governs(self, j: int) -> bool:
        """引起 | 岚国网友: whether a word is a verb with a name for its object; 驻 is the name's own."""
        plain = self.words.tags[j] == "v" and not self._in_name(j)
        return plain and not self.words.texts[j].startswith(self._posted)

    def _named_before(self, i: int, cue: int) -> Phrase | None:
        """The person whose name stands right before the cue, or before the adverbs and days that lead to it, with the role told."""
        k = self._back(i, cue)
        name = self._name_ends.get(self.words.ends[k])
        if k > i and self.words.texts[k] in self.subject.pronouns and self.words.tags[k - 1][0] not in "pvc":
            return Phrase(self.words.starts[k], self.words.ends[k], "pronoun")  # 对于落选他说
        if name is None or name.kind == "place":
            return None
        if name.kind != "person":
            return Phrase(name.start, name.end, "name")
        start = max(name.start - len(name.role or ""), self.words.starts[i])
        return Phrase(self._office_before(start, i), name.end, "person")

    def _office_before(self, start: int, i: int) -> int:
        """微生物学系 | 讲座教授何远: where the office begins that stands right before a role, from word i on; else where the role does."""
        words, j = self.words, self.words.index(start)
        last = words.texts[j - 1] if j > i else ""
        if not (last.endswith(self.lists.person_ends) or last in self.subject.units) or last[:1] in self.lists.verb.this:
            return start  # 该国 | 总统
        while j > i and (self._of_noun(j - 1) or words.texts[j - 1] in self._inner or words.texts[j - 1] in self.subject.units):
            j -= 1
        return words.starts[j]

    def _before_addressee(self, i: int, cue: int, *, lead: int) -> int:
        """何远 | 向警方供称, 林岸 | 透过脸书表示: the word that opens whom or by what someone speaks; the cue where none does.

        对落选何远说: behind 对 that opens a clause anyone but the press and a name may speak himself; word `lead` is its first.
        """
        words, j = self.words, self._back(i, cue)
        known = words.ends[j] in self._name_ends or words.texts[j] in self.subject.press
        while j > i and words.texts[j - 1] not in self.subject.governing and self._of_noun(j - 1):
            j -= 1
        if j == i or words.texts[j - 1] not in self.subject.governing or words.starts[cue] - words.starts[j] < _ADDRESSED:
            return cue
        return cue if words.texts[j - 1] in self.subject.toward and j - 1 <= lead and not known else j - 1

    def _of_noun(self, j: int) -> bool:
        """Whether a word may be part of a plain noun phrase."""
        word = self.words.texts[j]
        if self._in_name(j) or word in self.titles or word in self.lists.nouns:
            return True
        return self.words.tags[j][0] in "nbjmqse" and self.lists.clause.get(word) in (None, "inner")

    def _in_run(self, j: int, first: int) -> bool:
        """涅|达|贾: whether a word is one character among others that the dictionary has in no word, a name; in 何远亦 the last is none."""
        texts, function = self.words.texts, self.subject.function
        if len(texts[j]) > 1 or texts[j] in function or not _HAN.match(texts[j]) or self.lists.clause.get(texts[j]) == "with":
            return False
        if self._time_at(j) > j + 1 or (j > first and self._time_at(j - 1) > j):
            return False  # 上|月
        if j > first and self.words.ends[j - 1] in self._name_ends and self.lists.clause.get(texts[j]) == "adverb":
            return False
        before = j > first and len(texts[j - 1]) == 1 and texts[j - 1] not in function and _HAN.match(texts[j - 1])
        behind = j + 1 < len(texts) and len(texts[j + 1]) == 1 and texts[j + 1] not in function and texts[j + 1] not in self.lists.kinds
        return bool(before or (behind and _HAN.match(texts[j + 1])))
