"""What stands between a source and its verb, and before a clause's subject."""

from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.strangers import Strangers
from rashomon.reading.ground.kinds import DATES

_MANNER = 4  # words of an adverb with the character that makes it one


class Leads(Strangers):
    """Steps over adverbs, days and frames of one text."""

    def leads(self, phrase: Phrase, cue: int, *, act: bool = True) -> bool:
        """Whether only adverbs, days, phrases that 在 opens and verbs of addressing stand between a source and a cue.

        面对议员要求, 讨论了邻国要求: another verb has the cue for its object, or what the source of an own clause does.
        act: the verb itself is aimed at someone, so that 对 before it opens no addressee.
        """
        words, j = self.words, self.words.index(phrase.end)
        while j < cue:
            if words.traits[j] & DATES and (jump := self._time_at(j)) > j:
                j = jump
                continue
            role = self.lists.clause.get(words.texts[j])
            if role == "with":
                closed = self._closed(j, cue)
                aimed = words.texts[j] in self.subject.toward or (words.texts[j] in self.subject.about and self._aimed(j + 1, cue))
                if act and closed is None and aimed and words.texts[cue - 1] not in self.subject.press:
                    return False
                j = closed or self._governed(j + 1, cue)
                continue
            if words.tags[j][0] == "v" and role is None and not self._passing(j):
                return False
            j = self._over_bracket(j)
        return True

    def with_relayer(self, source: Phrase, cue: int) -> tuple[Phrase, ...]:
        """总统 | 透过发言人何远 | 发表声明: a source that stands before a cue, behind the person by whom it speaks."""
        words = self.words
        for j in range(words.index(source.end), cue):
            if words.texts[j] in self.subject.through:
                end = next((k for k in range(j + 1, cue) if words.tags[k][0] in "vp" and not self._in_name(k)), cue)
                phrase = self.phrase(j + 1, end) if j + 1 < end else None
                leads = words.tags[end][0] == "p" or (self._passing(end) and self.lists.nouns.get(words.texts[end]) != "text")
                return (phrase, source) if phrase and leads and phrase.kind in ("person", "people") else (source,)
        return (source,)

    def plans(self, position: int) -> bool:
        """Whether a word of the future stands at a position, before what it can help: 将开会, and not 将船拖走."""
        i = self.words.index(position)
        return i + 1 < len(self.words.texts) and self.words.texts[i] in self.lists.verb.future and self.words.tags[i + 1][0] in "vdp"

    def governed_by_verb(self, cue: int) -> bool:
        """Whether a verb stands right before a cue that may be a noun, and has it for its object."""
        j = cue - 1
        return self.words.tags[j] == "v" and self.lists.clause.get(self.words.texts[j]) is None and not self._passing(j)

    def tells(self, j: int) -> bool:
        """并购入…: whether word j is the verb of a clause that tells something itself."""
        word = self.words.texts[j]
        return self.words.tags[j][0] == "v" and self.lists.clause.get(word) is None and word not in self.subject.serial

    def _passing(self, j: int) -> bool:
        """Whether a verb only brings someone to speak: 致电, 举行, 发文; or is none."""
        word, tag = self.words.texts[j], self.words.tags[j]
        known = (
            word in self.lists.carriers or self.lists.kinds.get(word, "find") != "find" or word in self.subject.serial or self._in_name(j)
        )
        return known or tag == "vn" or len(word) == 1

    def _governed(self, j: int, cue: int) -> int:
        """The word behind the noun phrase that word j begins."""
        while (
            j < cue and (self.words.tags[j][0] != "v" or self.words.tags[j] == "vn") and self.lists.clause.get(self.words.texts[j]) is None
        ):
            j = self._over_bracket(j)
        return j

    def _aimed(self, j: int, cue: int) -> bool:
        """对邻国指责…表示关切: someone stands right before the cue, of whom the clause tells."""
        phrase = self.phrase(j, cue) if j < cue else None
        return phrase is not None and phrase.kind in ("body", "name", "person")

    def _bare(self, i: int, cue: int) -> bool:
        """Whether no other verb than those of a frame (在会上, 接受采访时) stands between word i and the cue."""
        last = self.words.texts[cue - 1]
        return self.lists.clause.get(last) in ("close", "adverb", "same", "lead", "turn") or last[-1] in self.subject.frames

    def unframed(self, i: int, end: int) -> int:
        """总理何远在会上 | 的话: the end of words [i, end) without the frame that closes them, where a source stands before it."""
        for j in range(i + 1, end - 1):
            if self.words.texts[j] in self.subject.seats and self._closed(j, end) == end and self.phrase(i, j):
                return j
        return end

    def skip_leads(self, i: int, cue: int) -> int:
        """Over what opens a clause before its subject: conjunctions, adverbs, days, 在…中."""
        words, clause = self.words, self.lists.clause
        while i < cue:
            role = clause.get(words.texts[i])
            if words.traits[i] & DATES and (jump := self._time_at(i)) > i:
                i = jump
            elif self._in_name(i) or self._held(i) or (words.texts[i] == self.subject.other and words.tags[i + 1 : i + 2] == ["m"]):
                return i
            elif words.shadow.startswith(self.subject.openings, words.starts[i]):
                opening = next(word for word in self.subject.openings if words.shadow.startswith(word, words.starts[i]))
                i = max(i + 1, words.index(words.starts[i] + len(opening)))
            elif role in ("lead", "same", "turn", "adverb", "close") or self._is_lead(i, role):
                i += 1
            elif (behind := self._over_manner(i, cue)) > i:
                i = behind
            elif role == "with":
                closed = self._closed(i, cue)
                if closed is None:
                    return i
                i = closed
            else:
                return i
        return i

    def _over_manner(self, i: int, cue: int) -> int:
        """干劲十足地 | 表示: the word behind the adverb that word i begins, in which nobody is named; i where it begins none."""
        words, lists = self.words, self.lists
        for j in range(i, min(i + _MANNER, cue)):
            word = words.texts[j]
            if word == self.subject.manner:
                return j + 1 if j > i else i
            if self._in_name(j) or word in lists.nouns or word in self.titles or words.tags[j][0] not in "advilnz" or word in lists.kinds:
                return i
        return i

    def _held(self, i: int) -> bool:
        """前 | 部长: whether a word before a post tells that someone held it."""
        words, lists = self.words, self.lists
        if words.texts[i] != lists.verb.former:
            return False
        after = words.texts[i + 1 : i + 3]  # 前 | 矿业 | 部长
        return bool(after) and (self._in_name(i + 1) or any(word in self.titles or word in lists.nouns for word in after))

    def _is_lead(self, i: int, role: str | None) -> bool:
        """Whether a word that no list has opens a clause before its subject: an adverb, or 有 before who is told of first."""
        word = self.words.texts[i]
        adverb = role is None and self.words.tags[i] in ("d", "ad") and word not in self.titles and not self._in_name(i)
        return adverb or word in (" ", self.subject.had, self.subject.besides, "\u3000")

    def _closed(self, i: int, cue: int) -> int | None:
        """The word behind the one that closes the phrase that word i opens: 在…会上 | 记者; 就在境内驻军一事: 内 closes what 在 opens."""
        if self.words.texts[i] in self.subject.about and i + 1 < cue and self.words.texts[i + 1] in self.subject.seats:
            inner = self._closed(i + 1, cue)
            return self._closed(inner, cue) if inner is not None and inner < cue else None
        for j in range(i + 1, cue):
            word = self.words.texts[j]
            if self.lists.clause.get(word) == "close" and self.words.texts[j + 1] != self.noun.of:
                return j + 1
            closes = len(word) > 1 and word[-1] in self.subject.closings and self.words.tags[j][0] in "nstfd"
            if closes and word not in self.lists.nouns:
                return j + 1
        return None
