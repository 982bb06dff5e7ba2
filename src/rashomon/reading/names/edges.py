"""Where a name begins and ends among an article's words."""

import re
from bisect import bisect_left

from rashomon.reading.ground.kinds import BARS, CLOSES, PART, TITLE
from rashomon.reading.ground.lexicon import DASHES, DOTS, NameWords, is_title
from rashomon.reading.ground.words import Words
from rashomon.reading.names.brackets import find_brackets

_PART_LONGEST = 8  # characters of one part of a foreign name
_FINITE = frozenset("vdpcr")
_DOTS = DOTS.rstrip(DASHES)


class Edges:
    """One text's words, asked for the edges of names."""

    def __init__(self, text: str, words: Words, lists: NameWords, code: str) -> None:
        self.text, self.words, self.lists, self.code = text, words, lists, code
        self.edge = lists.edge
        self.taken = bytearray(len(text))
        self._steady: dict[str, bool] = {}
        self.crossed = re.compile(self.edge.crossed)
        self.village, self.serves = re.compile(self.edge.village), re.compile(self.edge.serves)
        self.serving, self.serving_alone = re.compile(self.edge.serving), re.compile(self.edge.serving_alone)
        self.brackets = find_brackets(text, words.shadow, self.edge.also, lists.sounds)  # by the offset at which they open

    def add(self, start: int, end: int, kind: str, *, role: str | None = None) -> bool:
        """Take a name down; whether it was."""
        raise NotImplementedError

    def bars(self, word: str) -> bool:
        """Whether a word stands before or behind a name and is no part of it."""
        lists = self.lists
        return word in lists.stops or word in lists.territories or word in lists.nouns or is_title(word, lists)

    def ends(self, end: int) -> bool:
        """Whether a name may end at an offset: a word ends there, and the next is a function word, a mark, a title, or none."""
        words = self.words
        i = bisect_left(words.starts, end)
        if i == len(words.starts):
            return end == len(self.text)
        return words.starts[i] == end and words.traits[i] & CLOSES > 0

    def sounds_to(self, at: int) -> int:
        """End of the part of a foreign name that begins at an offset: name characters, up to the first word that is none."""
        words, shadow, sounds = self.words, self.words.shadow, self.lists.sounds
        end = at
        while end < len(shadow) and end - at < _PART_LONGEST and shadow[end] in sounds:
            end += 1
        i = words.index(at)
        while i < len(words.texts) and words.starts[i] < end:
            word, tag = words.texts[i], words.tags[i]
            late = tag == "p" and words.starts[i] - at > 2  # 布林肯 | 因 | 特朗普
            dotted = (shadow[end : end + 1] or " ") in _DOTS  # 因 in 穆因·卡里姆
            more = dotted or (end - words.starts[i] > 2 and not late)  # 里 in 卡里姆
            inner = len(word) == 1 and (more or word in self.edge.inner)  # a function word with more of the name behind it
            function = (words.has(i, BARS) and not inner) or (len(word) > 1 and tag[0] in _FINITE and word not in self.lists.surnames)
            if words.starts[i] > at and (function or (words.ends[i] > end and len(word) > 1)):
                return words.starts[i]
            i += 1
        while end - at > 2 and (shadow[end - 1] in self.edge.never_last or self.serves.match(shadow, end - 1)):
            end -= 1
        return end

    def sounds_from(self, at: int) -> int:
        """Start of the part of a foreign name that ends at an offset, whatever words the dictionary makes of its characters.

        The run of name characters; a word that reaches out of it on the left takes its characters along, unless it only glues the end of
        a title to them (部 | 长安 | 卡).
        """
        words, shadow, sounds = self.words, self.words.shadow, self.lists.sounds
        start = at
        while start and at - start < _PART_LONGEST and shadow[start - 1] in sounds:
            start -= 1
        i = words.index(start)
        if (i < len(words.starts) and words.starts[i] > start and self.title_before(start) is None) or i >= len(words.starts):
            start = min(words.ends[i - 1], at)
        i = words.index(start)
        while start < at and i < len(words.texts) and words.starts[i] == start:
            word, end = words.texts[i], words.ends[i]
            barred = words.has(i, BARS) if len(word) > 1 else word in self.lists.stops and at - end > 1
            common = len(word) > 1 and (words.tags[i][0] in _FINITE or words.tags[i] in ("nz", "n")) and at - end > 1
            if end > at or not (barred or common):
                break
            start, i = end, i + 1
        return start

    def title_before(self, at: int) -> int | None:
        """Start of the title or calling that ends at an offset; None where none does."""
        for size in (5, 4, 3, 2):
            word = self.words.shadow[max(at - size, 0) : at]
            if word in self.lists.titles or word in self.lists.callings:
                return max(at - size, 0)
        return None

    def role_before(self, start: int) -> str | None:
        """The role that ends where a name begins: 港务部长 | 安卡·贝伦."""
        title = self.title_before(start)
        if title is None:
            return None
        i = self.words.index(title)
        if i >= len(self.words.starts) or self.words.starts[i] != title:
            i -= 1
        return self.text[self.words.starts[self.role_from(i)] : start]

    def role_from(self, i: int) -> int:
        """The word with which the role that ends in word i begins, behind any name found before: 美国国务院发言人."""
        words = self.words
        while i and words.traits[i - 1] & (PART | TITLE) and not self.taken[words.starts[i - 1]]:
            i -= 1
        return i
