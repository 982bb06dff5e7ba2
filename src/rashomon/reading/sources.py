"""The noun phrase of whom words are laid to: before the verb in its clause, or after 据."""

import re
from bisect import bisect_right
from functools import cache

import msgspec

from rashomon.languages import Language, fold
from rashomon.model import Name, Span
from rashomon.reading.clauses import Layout
from rashomon.reading.cues import CueWords
from rashomon.reading.words import Words

_PLAIN_LONGEST = 16
_TRIM = " 　，、：:的\n"
_PEOPLE_ENDS = (
    "者",
    "员",
    "人",
    "家",
    "师",
    "长",
    "官",
    "方",
    "们",
    "部",
    "局",
    "社",
    "院",
    "会",
    "厅",
    "署",
    "处",
    "台",
    "报",
    "党",
    "相",
    "网",
    "府",
    "国",
    "军",
    "所",
    "司",
    "团",
    "属",
    "民",
    "州",
    "委",
    "警",
    "媒",
    "企",
    "厂",
    "馆",
    "组",
    "盟",
    "大使",
    "总统",
    "总理",
    "主席",
    "专家",
    "学者",
    "代表",
)
_THINGS = frozenset(
    (
        "这",
        "此",
        "该",
        "这些",
        "那",
        "那些",
        "此举",
        "这样",
        "它",
        "什么",
        "如此",
        "何",
        "谁",
        "哪",
        "自己",
        "大家",
        "人们",
        "有人",
        "别人",
        "本人",
        "其他",
        "其它",
        "你",
        "您",
        "其中",
        "有些人",
        "很多人",
        "许多人",
        "不少人",
    )
)
_SELF = frozenset(("我", "我们", "咱们", "笔者"))


class Phrase(msgspec.Struct, frozen=True):
    """A source's noun phrase, and what kind of source its head is: person, people, body, text, hearsay, media, pronoun, name."""

    start: int
    end: int
    kind: str


class Sources:
    """Finds noun phrases of sources in one text."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, names: tuple[Name, ...], language: Language) -> None:
        self.words, self.layout, self.lists = words, layout, lists
        self.names = names
        self._name_ends = {name.end: name for name in names}
        self._name_starts = [name.start for name in names]
        self.time, self.comment, self.media, self.titles = _patterns(language)

    def before(self, start: int, cue: int, *, lenient: bool = False) -> tuple[Phrase | None, bool]:
        """The source between a clause's start and its cue (word numbers); lenient: any plain noun phrase will do.

        Second: whether the clause has no subject at all, so that an earlier one serves.
        """
        i = self._skip_leads(start, cue)
        if i >= cue:
            return None, True
        end = self._phrase_end(i, cue, modified=True)
        if end == i:
            return None, True
        phrase = self.phrase(i, end)
        if phrase is None:
            shorter = self._phrase_end(i, cue, modified=False)
            phrase = self.phrase(i, shorter) if i < shorter < end else None
            if phrase is None and lenient:
                phrase = self._plain(i, shorter if i < shorter else end)
        return phrase, False

    def phrase(self, i: int, j: int) -> Phrase | None:
        """Words [i, j) as a source, trimmed; None where their head is no source."""
        start, end = self.words.starts[i], self.words.ends[j - 1]
        while start < end and self.words.shadow[start] in _TRIM:
            start += 1
        while end > start and self.words.shadow[end - 1] in _TRIM:
            end -= 1
        if end - start < 1:
            return None
        kind = self._kind(start, end, j - 1)
        return Phrase(start, end, kind) if kind else None

    def _plain(self, i: int, j: int) -> Phrase | None:
        """Words [i, j) as a source of no known kind, where all are nouns."""
        start, end = self.words.starts[i], self.words.ends[j - 1]
        shadow = self.words.shadow[start:end]
        if not 2 <= end - start <= _PLAIN_LONGEST or shadow in _THINGS or self.words.tags[j - 1][0] not in "njle":
            return None
        return Phrase(start, end, "body") if self._nominal(i, j) else None

    def _nominal(self, i: int, j: int) -> bool:
        return all(self.words.tags[k][0] not in "vpdrxmu" or self._in_name(k) for k in range(i, j))

    def _kind(self, start: int, end: int, last: int) -> str | None:
        core = self._without_bracket(start, end)
        name = self._name_ends.get(core) or self._person_near(core)
        shadow = self.words.shadow[start:core]
        head = self.words.texts[max(self.words.index(core) - 1, 0)]
        if shadow in _THINGS or shadow in _SELF or end - start > 60:
            return None
        if (
            shadow in self.media
            or head in self.media
            or shadow.endswith(("通讯社", "电视台", "新闻社", "日报", "晚报", "时报", "周刊", "传媒", "媒体"))
        ):
            return "media"
        if name is not None:
            return "name" if name.kind != "person" else "person"
        for size in (len(head), 4, 3, 2):
            noun = shadow[-size:]
            if noun in self.lists.nouns and (size > 1 or noun == shadow):
                return self.lists.nouns[noun]
            if noun in self.titles and size > 1:
                return "person"
        tag = self.words.tags[max(self.words.index(core) - 1, 0)]
        if tag.startswith(("nr", "nt", "ns")):
            return "name"
        if tag in ("eng", "nz", "j"):
            return "name"
        return "body" if shadow.endswith(_PEOPLE_ENDS) and len(shadow) > 1 and tag[0] in "nrljsbvzim" else None

    def _person_near(self, end: int) -> Name | None:
        """A person's name of which the last character or two were not taken for a part."""
        for short in (1, 2):
            name = self._name_ends.get(end - short)
            if name is not None and name.kind == "person":
                return name
        return None

    def _without_bracket(self, start: int, end: int) -> int:
        """End of the phrase without the brackets and quotation marks that close it."""
        shadow = self.words.shadow
        while end > start + 1 and shadow[end - 1] in "）)":
            opening = max(shadow.rfind("（", start, end), shadow.rfind("(", start, end))
            if opening <= start:
                break
            end = opening
        while end > start + 1 and shadow[end - 1] in '”」』》’" ':
            end -= 1
        return end

    def _skip_leads(self, i: int, cue: int) -> int:
        """Over what opens a clause before its subject: conjunctions, adverbs, days, 在…中."""
        words, lists = self.words, self.lists
        while i < cue:
            role = lists.clause.get(words.texts[i])
            jump = self._time_at(i)
            if jump > i:
                i = jump
            elif role in ("lead", "same", "turn", "adverb", "close") or words.texts[i] in (" ", "有", "\u3000"):
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
            if self.lists.clause.get(word) == "close" and self.words.texts[j + 1] != "的":
                return j + 1
            if len(word) > 1 and word[-1] in "上中时后" and self.words.tags[j][0] in "nstfd" and word not in self.lists.nouns and j > i:
                return j + 1
        return None

    def _time_at(self, i: int) -> int:
        """The word behind the expression of time that word i begins; i where it begins none."""
        words = self.words
        if words.tags[i][0] not in "tmn" and words.texts[i] not in ("当地", "北京", "上", "下", "本", "台北"):
            return i
        match = self.time.match(words.shadow, words.starts[i])
        if match and match.end() > words.starts[i]:
            return bisect_right(words.starts, match.end() - 1)
        return i + 1 if words.tags[i] == "t" else i

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
                if self.words.texts[k] in ("与", "和", "同", "跟") and not self._in_name(k):
                    return k
        return j

    def _stops(self, j: int, first: int) -> bool:
        words = self.words
        if self._in_name(j):
            return False
        word, tag = words.texts[j], words.tags[j]
        role = self.lists.clause.get(word)
        if role == "inner":
            return False
        if role == "close":
            return tag[0] in "fdtn" and j > first and not self._goes_on(j + 1)
        if role in ("adverb", "with", "not", "same", "turn", "lead"):
            return True
        if self._time_at(j) > j:
            return True
        if tag in ("p", "uv", "ud", "uz", "ul", "z", "i", "ad", "y", "e", "vd", "vi") or (tag == "d" and len(word) < 3):
            return True
        return (
            tag in ("v", "vd", "vi", "vq")
            and word not in self.lists.nouns
            and word not in self.titles
            and not (len(word) > 1 and word[-1] in "员者官长师部局会")
        )

    def _goes_on(self, j: int) -> bool:
        """前 | 市长: whether a noun of the phrase follows."""
        if j >= len(self.words.texts):
            return False
        word, tag = self.words.texts[j], self.words.tags[j]
        return self._in_name(j) or word in self.titles or word in self.lists.nouns or (tag[0] == "n" and word not in self.lists.kinds)

    def _modified(self, i: int, j: int, cue: int) -> int | None:
        """俄罗斯率领的组织: a verb that 的 turns into a modifier; the word with which the head goes on."""
        if self.lists.clause.get(self.words.texts[j]) in ("same", "not", "turn"):
            return None
        for k in range(j + 1, cue):
            if self.words.texts[k] == "的":
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
        return phrase is not None and phrase.kind in ("person", "people", "media", "name")

    def _over_bracket(self, j: int) -> int:
        """The next word, or the one behind the bracket that word j opens."""
        start = self.words.starts[j]
        if self.words.texts[j] in ("（", "("):
            for a, b in self.layout.brackets[bisect_right(self.layout.brackets, (start, 0)) :][:1]:
                if a == start:
                    return self.words.index(b)
        return j + 1

    def _in_name(self, j: int) -> bool:
        start = self.words.starts[j]
        k = bisect_right(self._name_starts, start) - 1
        return k >= 0 and self.names[k].end > start and self.names[k].end - self.names[k].start > 1

    def is_office(self, phrase: Phrase) -> bool:
        """Whether a phrase ends in the name of an organisation."""
        name = self._name_ends.get(phrase.end)
        return name is not None and name.kind == "organisation"

    def is_place(self, phrase: Phrase) -> bool:
        """Whether a phrase is a place's name and nothing else."""
        name = self._name_ends.get(phrase.end)
        return name is not None and name.kind == "place"

    def according(self, start: int, end: int) -> tuple[tuple[Phrase, ...], int, Span] | None:
        """据法新社报道: sources (outermost first), the word behind the marker, the marker's span; words [start, end) are a clause."""
        words, lists = self.words, self.lists
        i = self._skip_plain_leads(start, end)
        if i < end and words.texts[i] in lists.hearsay:
            at = (words.starts[i], words.ends[i])
            return (Phrase(*at, "hearsay"),), i + 1, at
        if i >= end or words.texts[i] not in lists.according:
            return None
        first, marks, relays = i + 1, [], []
        for j in range(first, min(end, first + 40)):
            if self._in_name(j) or self.layout.quote_at(words.starts[j]):
                continue
            if words.texts[j] in lists.markers and j > first:
                marks.append(j)
            elif lists.kinds.get(words.texts[j]) == "relay" and j > first:
                relays.append(j)
            if marks and words.texts[j] not in lists.markers and words.texts[j] not in ("的", " "):
                break
        if first < end and words.texts[first] in ("报道", "报导", "消息"):
            at = (words.starts[first], words.ends[first])
            return (Phrase(*at, "hearsay"),), first + 1, at
        if not marks:
            return None
        return self._relayed(first, relays, marks)

    def _relayed(self, first: int, relays: list[int], marks: list[int]) -> tuple[tuple[Phrase, ...], int, Span] | None:
        words = self.words
        last = marks[0]
        while last + 1 in marks or (last + 1 < len(words.texts) and words.texts[last + 1] in self.lists.markers):
            last += 1
        head = self._trim_back(first, relays[0] if relays else marks[0])
        chain = [self._noun(first, head)]
        if relays:
            inner = relays[0] + (2 if words.texts[relays[0] + 1] == "的" else 1)
            chain.append(self._noun(inner, self._trim_back(inner, marks[0])))
        phrases = tuple(phrase for phrase in chain if phrase is not None)
        return (phrases, last + 1, (words.starts[marks[0]], words.ends[last])) if phrases else None

    def _noun(self, i: int, j: int) -> Phrase | None:
        i = self._skip_plain_leads(i, j)
        if j <= i:
            return None
        found = self.phrase(i, j)
        if found is None and self._nominal(i, j) and 2 <= self.words.ends[j - 1] - self.words.starts[i] <= 30:
            return Phrase(self.words.starts[i], self.words.ends[j - 1], "body")
        return found

    def _trim_back(self, i: int, j: int) -> int:
        """The end of a noun phrase without the adverbs and days behind it."""
        k = i
        while k < j:
            if not self._in_name(k) and (self._time_at(k) > k or self.lists.clause.get(self.words.texts[k]) in ("adverb", "with", "same")):
                return k if k > i else j
            k = self._over_bracket(k)
        while j > i and self.words.texts[j - 1] in ("的", " ", "所"):
            j -= 1
        return j

    def _skip_plain_leads(self, i: int, end: int) -> int:
        while i < end:
            jump = self._time_at(i)
            if jump > i:
                i = jump
            elif self.lists.clause.get(self.words.texts[i]) in ("lead", "same", "turn", "adverb") or self.words.texts[i] in (" ", "有"):
                i += 1
            else:
                break
        return min(i, end)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], frozenset[str]]:
    table = language.table("attributions")
    time, comment = (re.compile(table.get(name, r"(?!)")) for name in ("time", "comment"))
    return time, comment, frozenset(fold(w) for w in language.words("media")), frozenset(fold(w) for w in language.words("titles"))
