"""The source that stands before a verb in its clause."""

from rashomon.reading.attributions.leads import Leads
from rashomon.reading.attributions.learned import who_called
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.reports import Reports
from rashomon.reading.ground.kinds import PLAIN

_MATTERS = ("n", "vn", "an", "b")  # parts of speech of what an office is for
_NAME_LONGEST = 4  # characters
_SEAT_LONGEST = 6  # words from 在 to the 的 behind a place


class Sources(Leads, Reports):
    """Finds noun phrases of sources in one text."""

    def before(self, start: int, cue: int, *, lenient: bool = False) -> tuple[Phrase | None, bool]:
        """The source between a clause's start and its cue (word numbers); lenient: any plain noun phrase will do.

        Second: whether the clause has no subject at all, so that an earlier one serves.
        """
        words = self.words
        if caller := self._caller(start, cue):
            return caller, False
        i = self.skip_leads(start, cue)
        cue = self._before_addressee(start, cue, lead=i) if i < cue else cue
        if i >= cue or all(word in self.subject.serial and word not in self.lists.nouns for word in words.texts[i:cue]):
            return None, True  # 致辞表示
        end = self._phrase_end(i, cue, modified=True)
        if words.texts[i] in self.subject.pronouns and self.subject.manner in words.texts[i + 2 : cue]:
            return Phrase(words.starts[i], words.ends[i], "pronoun"), False  # 他充满讽刺地说
        if end == i:
            phrase = self._headed_before(i, cue) or self._named_before(i, cue) or self._run_before(i, cue) if lenient else None
            phrase = phrase or (self._unknown(i, cue) or self._described(i, cue) if lenient else None)
            return phrase, phrase is None and (lenient or self._bare(i, cue))
        end = self._with_office(self._before_act(i, end), cue)
        phrase = self.phrase(i, end)
        if phrase is not None and phrase.kind == "text" and words.texts[i] in self.subject.pronouns and end < cue:
            return Phrase(words.starts[i], words.ends[i], "pronoun"), False  # 他评论…的情况说
        if phrase is not None and words.shadow[phrase.start : phrase.end] in self.subject.counted:
            phrase = self._counted(i, end, cue) or phrase
        if phrase is not None and lenient and phrase.kind in ("body", "name"):
            phrase = self._with_bearer(phrase, i, cue)
        if phrase is not None and lenient and phrase.kind != "pronoun" and not self.leads(phrase, cue, act=False):
            phrase = self._named_before(i, cue) or self._unknown(i, cue) or phrase
        if phrase is None:
            shorter = self._phrase_end(i, cue, modified=False)
            phrase = self.phrase(i, shorter) if i < shorter < end else None
            phrase = phrase or self._named_before(i, cue)
            if phrase is None and lenient:
                phrase = self._plain(i, shorter if i < shorter else end) or self._headed_before(i, cue) or self._run_before(i, cue)
                phrase = phrase or self._unknown(i, cue) or self._described(i, cue)
        return phrase, False

    def calls(self, start: int, end: int) -> bool:
        """Whether words [start, end) tell who called them."""
        return self._caller(start, end) is not None

    def _caller(self, start: int, end: int) -> Phrase | None:
        """警方接获市民报案，指…: who called them, where they are named before the end of words [start, end)."""
        span = who_called(self.words.shadow, self.words.starts[start], self.words.ends[end - 1], self.learning) if start < end else None
        return self.source(*span) if span else None

    def _with_bearer(self, phrase: Phrase, i: int, cue: int) -> Phrase:
        """北塬列斯|特大学学者何远（He Yuan）说: the person right before the cue, where nothing but nouns stands before his name."""
        named = self._named_before(i, cue)
        if named is None or named.kind != "person" or named.start < phrase.end:
            return phrase
        between = range(self.words.index(phrase.end), self.words.index(named.start))
        if self.words.texts[between.stop - 1] == self.noun.of and self.subject.toward.isdisjoint(
            self.words.texts[between.start : between.stop]
        ):
            return Phrase(phrase.start, named.end, "person")  # 领导岚国与北塬会谈的何远
        if any(self.words.tags[j][0] in "pvcu" or self.lists.clause.get(self.words.texts[j]) == "with" for j in between):
            return phrase
        return Phrase(phrase.start, named.end, "person")

    def _before_act(self, i: int, end: int) -> int:
        """法官何远裁决 | 时, 何远就职的讲话 | 中: the word behind the person whose act only tells when the verb was said."""
        words = self.words
        if end >= len(words.texts) or not (words.texts[end] in self.lists.timing or self.lists.clause.get(words.texts[end]) == "close"):
            return end
        for j in range(end - 1, i, -1):
            name = self._name_ends.get(words.ends[j - 1])
            if name is not None and name.kind == "person" and words.tags[j][0] in "vn" and words.texts[j] != self.noun.of:
                someone = words.texts[end - 1] in self.titles or self.lists.nouns.get(words.texts[end - 1]) in ("person", "people", "body")
                return end if someone else j
        return end

    def _counted(self, i: int, end: int, cue: int) -> Phrase | None:
        """一名因怕报复而不愿具名的船员: the noun that a count stands before, with all that describes it."""
        k = self._back(i, cue)
        described = any(self.words.texts[j] == self.noun.of for j in range(end, k))
        whole = self.phrase(i, k + 1) if described else None
        return whole if whole and whole.kind in ("person", "people", "name") else None

    def _described(self, i: int, cue: int) -> Phrase | None:
        """当天刚刚就任的市长何远在会上: the person whom a clause with 的 describes, where only a frame leads on to the cue."""
        words = self.words
        for k in range(cue - 1, i, -1):
            name = self._name_ends.get(words.ends[k])
            if name is not None and name.kind == "person":
                start = name.start - len(name.role or "")
                phrase, first = Phrase(start, name.end, "person"), words.index(start)
                return phrase if first > i and words.texts[first - 1] == self.noun.of and self.leads(phrase, cue) else None
        return self._new_behind(i, cue)

    def _new_behind(self, i: int, cue: int) -> Phrase | None:
        """专长东亚局势的林世平对记者说: single characters behind the last 的 that the dictionary has in no word, and then a frame."""
        words = self.words
        first = next((j + 1 for j in range(cue - 1, i, -1) if words.texts[j] == self.noun.of), cue)
        end = first
        while end < cue and self._in_run(end, first):
            end += 1
        if not 1 < end - first < _NAME_LONGEST or end == cue or self.lists.clause.get(words.texts[end]) not in ("with", "adverb"):
            return None
        phrase = Phrase(words.starts[first], words.ends[end - 1], "person")
        return phrase if self.leads(phrase, cue) else None

    def subject_of(self, start: int, end: int) -> Phrase | None:
        """The subject of a clause that holds no verb of saying: 市长坚持…的观点，认为…"""
        if caller := self._caller(start, end):
            return caller
        i = self.skip_leads(start, end)
        j = self._phrase_end(i, end, modified=False) if i < end else i
        if j == end and j - i > 1 and self.words.texts[j - 1] in self.subject.serial:
            j -= 1  # 有居民抗议，要求…
        j = self._jointly(i, j, end)
        plain = self.phrase(i, j) if i < j < end else None
        return plain if plain and plain.kind in ("person", "people", "body", "name", "media", "pronoun") else self.before(start, end)[0]

    def _jointly(self, i: int, j: int, end: int) -> int:
        """北塬与岚国 | 举行会议: behind the second of two countries or offices that act as one; of two persons the first speaks."""
        if not i < j < end or self.words.texts[j] not in self.subject.joins:
            return j
        k = self._phrase_end(j + 1, end, modified=False)
        joint = j + 1 < k < end and self.words.texts[k] in self.subject.jointly
        return k if joint and self._is_office(j - 1) and self._is_office(k - 1) else j

    def _with_office(self, end: int, cue: int) -> int:
        """卫生与公众服务部 | 表示, 财政部与信息化部 | 表示: behind an office right before the cue that 与 joins to what stands before."""
        if not end < cue - 1 or self.words.texts[end] not in self.subject.joins:
            return end
        other = self.phrase(end + 1, cue) if self._phrase_end(end + 1, cue, modified=False) == cue else None
        return cue if other is not None and (other.kind == "body" or self._is_office(cue - 1)) else end

    def _is_office(self, j: int) -> bool:
        """Whether word j ends the name of a country or an office, or is a noun of one."""
        name = self._name_ends.get(self.words.ends[j])
        return name.kind != "person" if name is not None else self.lists.nouns.get(self.words.texts[j]) == "body"

    def _phrase_end(self, i: int, cue: int, *, modified: bool) -> int:
        """The word behind the phrase that starts at word i; modified: verbs that 的 turns into modifiers belong to it."""
        j, traits = i, self.words.traits
        while j < cue:
            if traits[j] & PLAIN:
                j += 1
                continue
            if self._stops(j, i):
                longer = self._modified(i, j, cue) or self._seated(i, j, cue) if modified else None
                if longer is None:
                    break
                j = longer
                continue
            j = self._over_bracket(j)
        j = min(j, cue)
        if j < cue and self.words.texts[j] == self.subject.manner:
            return self._without_manner(i, j)
        if j < cue and self.words.tags[j][0] == "v":
            for k in range(i + 1, j):
                if self.words.texts[k] in self.subject.joins and not self._in_name(k):
                    return k
        return j

    def _without_manner(self, i: int, j: int) -> int:
        """何远激动地: the end of what stands before the word that 地 makes an adverb."""
        k = j - 1
        while k > i + 1 and not self._in_name(k - 1) and self.words.tags[k - 1] in ("a", "ad", "n", "d") and j - k < 2:
            k -= 1
        return max(k, i) if not self._in_name(k) else j

    def _stops(self, j: int, first: int) -> bool:
        words = self.words
        if self._in_name(j) or self.layout.quote_at(self.words.starts[j]) or words.texts[j] in self._parts or self._in_run(j, first):
            return False
        word, tag = words.texts[j], words.tags[j]
        role = self.lists.clause.get(word)
        if tag == "p" and self._joins(j, first):
            return False
        if role == "inner" or word in self.media or word in self.titles or word in self.lists.nouns:
            return False
        if j == first and word.startswith(self._posted):
            return False  # 驻岚 | 记者
        if (j == first and word in self.subject.openers) or (words.texts[j + 1 : j + 2] or [""])[0] in self.subject.makers:
            return False  # 来自多地的网友, 爆料者
        if tag[0] == "v" and role is None and (self._of_team(j, first) or self._tells_of_whom(j, first)):
            return False  # 应急处置 | 指挥部, 一名 | 获救 | 船员
        if word[0] in self.subject.against and len(word) > 1 and self._goes_on(j + 1):
            return False  # 反腐败 | 机构
        if role == "close":
            return tag[0] in "fdtn" and j > first and not self._goes_on(j + 1)
        if role == "adverb" and tag[0] in "anbv" and j > first and self._goes_on(j + 1):
            return False  # 联合工作组, 紧急服务部门
        if role == "adverb" and tag == "d" and j > first and (words.texts[j + 1 : j + 2] or [""])[0] in self.titles:
            return False  # 特别 | 检察官
        if role in ("adverb", "with", "not", "same", "turn", "lead"):
            return not (word == self.subject.other and words.tags[j + 1 : j + 2] == ["m"])  # 该部另一位发言人
        if self._time_at(j) > j:
            return True
        if role is None and tag in ("d", "z", "ad", "i") and j > first and self._in_body(j):
            return False  # 世界自然 | 基金会
        if tag in ("p", "uv", "ud", "uz", "ul", "z", "i", "ad", "y", "e", "vd", "vi") or (tag == "d" and len(word) < 3):
            return True
        return tag in ("v", "vd", "vi", "vq") and not (len(word) > 1 and word[-1] in self.subject.bodies)

    def _goes_on(self, j: int) -> bool:
        """前 | 市长: whether a noun of the phrase follows."""
        if j >= len(self.words.texts):
            return False
        word, tag = self.words.texts[j], self.words.tags[j]
        if tag == "vn" and self.lists.nouns.get((self.words.texts[j + 1 : j + 2] or [""])[0]) == "body":
            return True  # 紧急 | 服务部门
        return self._in_name(j) or word in self.titles or word in self.lists.nouns or (tag[0] == "n" and word not in self.lists.kinds)

    def _joins(self, j: int, first: int) -> bool:
        """外交与安全政策高级代表: whether word j joins two matters of one office, and not someone to someone."""
        words = self.words
        if j <= first or words.texts[j] not in self.subject.joins or words.tags[j - 1] not in _MATTERS or self._in_name(j - 1):
            return False
        if words.texts[j - 1] in self.titles or words.texts[j - 1] in self.lists.nouns:
            return False  # 总统与国防部长
        for k in range(j + 1, min(j + 5, len(words.texts))):
            if words.texts[k] in self.titles or words.texts[k] in self.lists.nouns:
                return k > j + 1 or len(words.texts[k]) > 2
            if words.tags[k][0] not in "nabj" and words.tags[k] != "vn":
                return False
        return False

    def _of_team(self, j: int, first: int) -> bool:
        """Whether verb j tells what a team is for: 处置 | 指挥部, 爆炸 | 事故 | 调查组."""
        words = self.words
        before = words.texts[j - 1] if j > first else ""
        after = words.texts[j + 1 : j + 3]
        if len(words.texts[j]) < 2 or not after or before in self.titles or before in self.lists.nouns or (before and self._in_name(j - 1)):
            return False  # 市长视察指挥部时
        return after[0] in self.subject.teams or (words.tags[j + 1][0] == "n" and after[-1] in self.subject.teams)

    def _tells_of_whom(self, j: int, first: int) -> bool:
        """Whether verb j stands between a number of people and their noun: 一名 | 获救 | 船员."""
        texts, tags = self.words.texts, self.words.tags
        counted = j > first and texts[j - 1][-1] in self.subject.many and all(tag[0] in "mq" for tag in tags[first:j])
        noun = counted and j + 1 < len(texts) and tags[j + 1] == "n" and texts[j + 1] not in self.lists.kinds and not self._in_name(j + 1)
        return noun and len(texts[j]) > 1 and texts[j] not in self.lists.kinds

    def _in_body(self, j: int) -> bool:
        """Whether word j, of two characters, stands before nouns that end in one of a body: 湿地 | 研究中心."""
        words = self.words
        for k in range(j + 1, min(j + 4, len(words.texts))):
            if words.tags[k][0] not in "nbj" and words.tags[k] != "vn":
                return False
            if len(words.texts[k]) > 1 and (self.lists.nouns.get(words.texts[k]) == "body" or words.texts[k] in self.lists.person_ends):
                return len(words.texts[j]) > 1
        return False

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
                plain = m == cue or after in ("adverb", "with") or self._time_at(m) > m or self.words.texts[m] == self.subject.manner
                plain = plain or (after == "close" and m + 1 == cue)  # 获得的草案中指出
                if not plain or inner == "close" or (after == "close" and m + 1 != cue):
                    return None
                if j > i and self.lists.clause.get(self.words.texts[j]) == "with":
                    return None
                if j == i and not self._speaks(k + 1, m):
                    return None
                return k + 1
        return None

    def _seated(self, i: int, j: int, cue: int) -> int | None:
        """北塬电台在岚国的记者何远: the word behind the 的 that makes a place part of a phrase; a person ends it right before its verb."""
        if j == i or self.words.texts[j] not in self.subject.seats:
            return None
        for k in range(j + 1, min(j + _SEAT_LONGEST, cue)):
            if self.words.texts[k] == self.noun.of:
                m = k + 1
                while m < cue and not self._stops(m, i):
                    m = self._over_bracket(m)
                name = self._name_ends.get(self._without_bracket(self.words.starts[j], self.words.ends[cue - 1]))
                return k + 1 if m == cue and name is not None and name.kind == "person" else None
        return None

    def _speaks(self, i: int, j: int) -> bool:
        """Whether a head that only a relative clause names (亲近…的消息人士) is someone."""
        if self.words.texts[j - 1] in self.subject.folk:
            return True
        phrase = self.phrase(i, j)
        return phrase is not None and phrase.kind in ("person", "people", "media", "name", "text", "body")
