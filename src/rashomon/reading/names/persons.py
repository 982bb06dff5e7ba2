"""Persons: by a title, or a surname with what stands about it."""

import re

from rashomon.reading.ground.kinds import BARS, BODY, CALLING, CLOSES, CUE, DOT, FAMILY, FOREIGN, GIVEN, NAMED, OPENS, TITLE
from rashomon.reading.names.foreign import TAGGED, Foreign

_HAN = re.compile(r"[\u4e00-\u9fff]")
_ACRONYM_LONGEST = 5
_TOLD = 1  # a name told more often than that shows what always stands behind it
_AGAIN_REACH = 5000  # characters before and behind a name within which it is looked for once more: longer than most articles
_COMMON = frozenset("nvatmzi")  # parts of speech of words that are no names, whatever surname they begin with
_SURNAMED = r"{}(?:(?<={})|(?={}{{1,5}}(?:{}|\Z)))"  # a name of the dictionary, or a surname and what may be given names up to their end


class Persons(Foreign):
    """Finds the persons of one text."""

    def find_titled(self) -> None:
        """总统布伦斯基: behind a title; 何远主席: before one; 消防署 | 长 | 何远: behind an office and the word for its head."""
        words = self.words
        for i in words.find("{}(?={})", TITLE | CALLING, OPENS):
            spaced = words.texts[i + 1] == " "
            end = self._latin_from(i + 2) if spaced else self._titled(i + 1)
            if end and not self._acronym(words.starts[i + 1 + spaced], end):
                role = self.text[words.starts[self.role_from(i)] : words.ends[i]]
                start = words.starts[i + 1 + spaced]
                self.add(start, self.steady(start, end), "person", role=role)
        for i in words.find("{}(?=.{})", BODY, OPENS):
            if words.texts[i + 1] == self.edge.head and (end := self._titled(i + 2)):
                self.add(words.starts[i + 2], end, "person", role=self.text[words.starts[self.role_from(i)] : words.ends[i + 1]])

    def _acronym(self, start: int, end: int) -> bool:
        """Whether a name is one of a body or firm: few capitals."""
        return end - start <= _ACRONYM_LONGEST and self.text[start:end].isascii() and self.text[start:end].isupper()

    def _titled(self, i: int) -> int:
        """End of the person's name that starts with word i, behind a title; 0 where none does."""
        words = self.words
        start, end = words.starts[i], words.ends[i]
        if self.taken[start] or (words.tags[i] == "t" and end - start > 1 and words.texts[i] not in self.lists.japanese):
            return 0  # 记者周二联系到…
        if words.tags[i] == "eng":
            return self._latin_from(i)
        if end - start > 2 and words.texts[i] in self.lists.persons:
            return end
        whole = words.tags[i][:2] in TAGGED and 2 <= end - start <= 4 and words.texts[i] not in self.lists.japanese
        if whole and not self._common(i, end) and self.ends(end) and not self.foreign_at(end):
            return self._grown(i, end)
        end = self._family_name(start, surely=True) if words.shadow[start] in self.lists.family else 0
        if end and (
            self.nobody(words.shadow[start:end]) or (words.ends[i] >= end and words.tags[i][:2] != "nr" and words.tags[i][0] in _COMMON)
        ):
            end = 0
        longer = self.sounds_to(start) if words.shadow[start] in self.lists.sounds else 0
        if longer > end and longer - start > 1 and not self._common(i, longer):
            return longer
        return end

    def _grown(self, i: int, end: int) -> int:
        """局长刘家 | 献 | 表示: the end of a name of two characters, and of the third where a verb of saying follows that."""
        words, given = self.words, self.words.shadow[end : end + 1]
        single = words.ends[i] == end and words.has(i + 2, CUE) and words.ends[i + 1] == end + 1
        if not single or end - words.starts[i] != 2 or words.shadow[words.starts[i]] not in self.lists.surnames:
            return end
        return end + 1 if given in self.lists.given and given not in self.edge.never_last and given not in self.lists.stops else end

    def _common(self, i: int, end: int) -> bool:
        """Whether what ends at an offset and starts with word i is a word of the language or a well-known place."""
        words, shadow = self.words, self.words.shadow[self.words.starts[i] : end]
        if shadow in self.lists.well_known or self.bars(shadow) or self.nobody(shadow):
            return True
        if words.ends[i] >= end:
            return len(shadow) > 1 and words.tags[i][:2] not in TAGGED
        return end - words.starts[i] == 2 and not self.ends(end)

    def _latin_from(self, i: int) -> int:
        words, end = self.words, 0
        for j in range(i, min(i + 8, len(words.texts))):
            if words.tags[j] == "eng" and (end or words.texts[j][:1].isupper()):
                end = words.ends[j]
            elif words.texts[j] not in (" ", "-", ".", "·"):
                break
        return end

    def _family_name(self, at: int, *, surely: bool = False) -> int:
        """End of a name that begins with a surname: two characters behind it rather than one, three where Japanese; 0 where there is none.

        surely: whether a title stands before it, so that it need not plainly end.
        """
        shadow, lists, fallback = self.words.shadow, self.lists, 0
        for size in (3, 2, 1) if shadow[at : at + 1] in lists.japanese_firsts else (1,):
            family = shadow[at : at + size]
            japanese = family in lists.japanese
            if len(family) < size or not (japanese or family in lists.surnames):
                continue
            if size == 1 and family in (self.edge.surnames_too if surely else lists.stops) and not self._function(at):
                continue
            first = at + size
            married = size == 1 and shadow[first : first + 1] in lists.surnames
            most = first
            while most < len(shadow) and most - first < 2 + (japanese or married):
                if shadow[most] not in lists.given and not (surely and most - first < 2 and self._singles(most, 1)):
                    break
                most += 1
            for given in (2, 3, 1):
                end = first + given
                if end > most or (shadow[end - 1] in self.edge.never_last and not (surely and self._joins_nothing(end))):
                    continue
                if self.ends(end) and not (given == 3 and married and self.ends(end - 1)):
                    return end
            word = self.words.index(first)
            if surely and size == 1 and self._given_word(word, first):
                return self.words.ends[word]
            if surely and most - first > 1 and shadow[first + 1] not in self.edge.never_last:
                fallback = fallback or (first + 2 if self._is_border(first + 2) or self._may_run_over(at, first) else 0)
        return fallback

    def steady(self, start: int, end: int) -> int:
        """孙政 | 才: a name of two characters with the third that always stands behind it, function word though it be."""
        shadow, lists = self.words.shadow, self.lists
        third = shadow[end : end + 1]
        if end - start != 2 or not third or third not in self.edge.steady or shadow[start] not in lists.surnames:
            return end
        form = shadow[start:end]
        if form not in self._steady:
            self._steady[form] = _TOLD < shadow.count(form) == shadow.count(form + third)
        return end + 1 if self._steady[form] else end

    def _may_run_over(self, at: int, first: int) -> bool:
        """張 | 仁 | 良將於: whether a word that stands over the end of a name, from an offset on, may hold its last character."""
        words, shadow, i = self.words, self.words.shadow, self.words.index(at)
        common = len(words.texts[i]) > 1 and words.tags[i][:2] != "nr"  # 股东 | 周年 | 大会
        known = words.texts[i] in self.lists.persons  # 总统 | 普京 | 建言
        function = words.tags[words.index(first)][0] in "ucp" or shadow[first] in self.lists.stops
        return not (common or known or function or shadow[first + 1] in self.edge.dating)

    def _is_border(self, at: int) -> bool:
        """Whether no word of the dictionary stands over an offset."""
        i = self.words.index(at)
        return i == len(self.words.starts) or self.words.starts[i] == at

    def _joins_nothing(self, end: int) -> bool:
        """主席林致和表示: whether the 和 before an offset joins no two people, since a verb of saying follows."""
        return self.words.shadow[end - 1] in self.edge.list_marks and self.words.has(self.words.index(end), CUE)

    def _function(self, at: int) -> bool:
        """Whether a surname that is a function word as well plainly opens a name at an offset: 曾 | 浩 | 辉, and no 曾 | 到."""
        i, words = self.words.index(at), self.words
        size = 1 if words.has(i + 2, CUE) else 2
        given = any(tag[:2] == "nr" for tag in words.tags[i + 1 : i + 1 + size])  # characters of given names by the dictionary too
        given = given or (
            words.tags[i] == "d" and words.has(i + 3, CUE) and self.lists.given.issuperset("".join(words.texts[i + 1 : i + 3]))
        )
        bare = words.texts[i] in self.lists.stops and not given
        return words.shadow[at + 1 : at + 2] not in self.edge.dating and not bare and self._singles(at + 1, size)

    def _given_word(self, i: int, at: int) -> bool:
        """Whether word i, at an offset, may be a given name that the dictionary has as another word: 何 | 星火 | 表示."""
        words = self.words
        if (
            i >= len(words.texts)
            or words.starts[i] != at
            or len(words.texts[i]) != 2
            or words.has(i, BARS)
            or words.tags[i][0] in "trmpcdx"
        ):
            return False
        return words.texts[i] not in self.lists.places and self.ends(words.ends[i])

    def _singles(self, at: int, size: int) -> bool:
        """Whether the dictionary leaves the characters from an offset on single, and none of them is a function word."""
        words, i = self.words, self.words.index(at)
        texts = words.texts[i : i + size]
        return len(texts) == size and words.starts[i] == at and all(_HAN.fullmatch(w) and not self.bars(w) for w in texts)

    def find_surnamed(self) -> None:
        """何远, 张小明, 岸本小太郎: names that a surname opens, where what stands about them speaks for it."""
        words, told = self.words, -9
        for i in words.find(_SURNAMED, NAMED | FAMILY, NAMED, GIVEN, CLOSES):
            start = words.starts[i]
            if self.taken[start]:
                continue
            known = self._known(i) if words.has(i, NAMED) else 0
            if known and not self.ends(known):
                known = self._grown(i, known)
            end = known or (self._family_name(start) if words.has(i, FAMILY) else 0)
            if end:
                end = self.steady(start, end)
                start = self._whole_from(i, end, surely=known > 0)
            if end and self._spoken_for(i, end, listed=told == start) and self.add(start, end, "person"):
                told = end + 1 if self.text[end : end + 1] in tuple(self.edge.list_marks) else -9

    def _known(self, i: int) -> int:
        """End of a name that the dictionary has; 0 where the word is none."""
        words, word = self.words, self.words.texts[i]
        if word in self.lists.persons:
            return words.ends[i]
        while len(word) > 2 and word[-1] in self.edge.never_last:
            word = word[:-1]
        end = words.starts[i] + len(word)
        sounded = len(word) > 2 and words.tags[i] == "nrt" and self.lists.sounds.issuperset(word) and self.ends(end)
        if not sounded and not (word[0] in self.lists.surnames and len(word) < 5 and self.lists.given.issuperset(word[1:])):
            return 0
        if word[-1] in self.edge.bodies or word in self.lists.places or self.bars(word) or word[-1] in self.edge.never_last:
            return 0
        return 0 if self.nobody(word) or (self.foreign_at(end) and not self.ends(end)) else end

    def _whole_from(self, i: int, end: int, *, surely: bool) -> int:
        """希 | 普金斯, 布洛乌 | 索夫: start of the foreign name of which word i is where the end begins.

        surely: the dictionary has that end as a name; two characters that only a surname opens take no single one along.
        """
        words, lists = self.words, self.lists
        start = words.starts[i]
        if words.shadow[start:end] in lists.persons or not lists.sounds.issuperset(words.shadow[start:end]):
            return start
        first = words.index(self._sounds_before(start))
        for j in range(i - 1, first - 1, -1):
            word = words.texts[j]
            other = len(word) > 1 and (self.nobody(word) or word in lists.well_known) and not words.has(j + 1, DOT)
            if other or self.taken[words.starts[j]] or word in self.edge.never_first:
                first = j + 1
                break
        while first < i and (words.has(first, DOT) or len(words.texts[first]) == 1):
            if (surely or end - words.starts[first + 1] > 2) and not words.has(first, DOT) and self._opens_clause(first):
                break
            first += 1
        return words.starts[first]

    def _opens_clause(self, i: int) -> bool:
        """Whether word i stands behind a mark, a function word, a title or a name, or behind nothing."""
        words, start = self.words, self.words.starts[i]
        if start == 0 or words.has(i - 1, BARS) or self.taken[start - 1]:
            return True
        return not (_HAN.match(words.shadow[start - 1]) or words.shadow[start - 1].isdigit())

    def foreign_at(self, at: int) -> bool:
        """Whether a word at an offset goes on with a foreign name."""
        i = self.words.index(at)
        return self.words.has(i, FOREIGN | DOT) and self.words.starts[i] == at

    def _spoken_for(self, i: int, end: int, *, listed: bool) -> bool:
        """Whether what stands about a name says that it is one: a title or verb of saying behind it, a list, its being told again."""
        words, start = self.words, self.words.starts[i]
        j = words.index(end)
        told = words.has(j, CUE | TITLE | CALLING)
        longer = [k for k in range(i, j) if len(words.texts[k]) > 1 and words.tags[k][:2] != "nr"]
        inside = [k for k in longer if words.texts[k] not in self.lists.japanese]
        if self.edge.kept_back in words.shadow[start:end]:
            return words.texts[i] not in self.lists.stops and words.texts[i] not in self.edge.surnames_too and words.tags[i - 1] != "ns"
        houses = set(words.shadow[end - 1 : end + 1]) & set(self.edge.houses)
        if houses or self.nobody(words.shadow[start:end]) or any(map(self._unnamed, inside)):
            return False
        opened = i == 0 or words.tags[i - 1][0] in "xpcuvf" or words.has(i - 1, BARS) or bool(self.taken[start - 1])
        opened = opened or words.texts[i - 1] == self.edge.aged
        if words.texts[i] in self.edge.surnames_too or words.texts[i] in self.lists.stops:
            return told and opened and not inside
        if told or listed or words.texts[i] in self.lists.persons:
            return True
        whole = words.ends[i] == end  # the dictionary has it
        if whole and end - start < 3 and not self.lists.sounds.issuperset(words.texts[i]):
            return False  # 封锁, 施暴: what the dictionary takes for a name of two characters is a word more often
        if inside or end - start < 3:
            return opened and (whole or self._told_again(start, end))
        return opened or whole

    def _told_again(self, start: int, end: int) -> bool:
        """Whether the same characters stand once more, not too far off."""
        shadow, form = self.words.shadow, self.words.shadow[start:end]
        return shadow.find(form, end, end + _AGAIN_REACH) >= 0 or shadow.rfind(form, max(start - _AGAIN_REACH, 0), start) >= 0

    def _unnamed(self, k: int) -> bool:
        """Whether word k is never a part of a name."""
        return self.words.has(k, BARS) or self.words.tags[k][0] in "trmpcd" or self.words.texts[k] in self.lists.places
