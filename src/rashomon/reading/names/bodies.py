"""Bodies: those known by name, and nouns that end in the word for an office, company or school."""

from rashomon.reading.ground.kinds import BODY, FOREIGN, HEAD, PART, PLACE, PROPER, TOWN
from rashomon.reading.names.edges import Edges

_RUN = 8  # characters of a company's name that the dictionary lacks
_LONGEST = 7  # words of a name before its last


class Bodies(Edges):
    """Finds the organisations of one text."""

    def find_bodies(self) -> None:
        """The known ones, with the country before them; those that end in the word for what they are, from their first proper noun on."""
        words, lists = self.words, self.lists
        for i in words.find("{}", BODY):
            if self.taken[words.starts[i]] or (words.texts[i] in lists.inner and words.has(i + 1, BODY)):
                continue  # 北塬市政府 | 教育局: told with the next
            j = self._body_from(i) if words.has(i, HEAD) else i
            if self.crossed.match(words.shadow, words.starts[i]):
                continue
            if words.texts[i] in lists.media or words.texts[i] in lists.bodies or self._is_body(j, i):
                self.add(words.starts[j], words.ends[i], "organisation")

    def _body_from(self, i: int) -> int:
        """The first word of the name that ends in word i: its leftmost proper noun, over words that stand inside such names."""
        words = self.words
        j = first = i
        if words.texts[i] in self.edge.firms:
            while j and words.ends[i - 1] - words.starts[j - 1] <= _RUN and words.has(j - 1, FOREIGN):
                j -= 1
            if words.starts[i] - words.starts[j] > 1 and not (j and words.texts[j - 1] in self.edge.whole):
                return j  # 莫兰达 | 公司; not 国际 | 桥梁 | 公司
            j = i
        if (
            words.texts[i] in self.edge.of_deeds
            and j > 1
            and words.tags[j - 1] in ("v", "vn")
            and words.texts[j - 1] not in self.lists.stops
        ):
            j -= 1
        traits = words.traits
        while j and i - j < _LONGEST and traits[j - 1] & PART and not self.taken[words.starts[j - 1]]:
            if words.has(j - 1, HEAD) and words.texts[j][:2] in self.lists.territories:
                break  # 商业银行 | 岚国矿业银行: two bodies
            if words.tags[j - 1] == "m" and words.texts[j][0] in self.edge.ranks:
                break  # 第二 | 大 | 航空公司
            j -= 1
            if self._opens(j):
                first = j
            if j < i and self._joined(j - 1):
                j -= 1
        return self._posted_from(first) if first < i else first

    def _joined(self, k: int) -> bool:
        """Whether word k joins two common words inside the name of a body: 档案 | 和 | 记录."""
        words = self.words
        if k < 1 or words.texts[k] not in self.edge.joins:
            return False
        return all(words.has(side, PART) and not words.has(side, HEAD) and words.tags[side] not in PROPER for side in (k - 1, k + 1))

    def _posted_from(self, j: int) -> int:
        """岚国 | 驻 | 北塬 | 大使馆: the country whose office stands in a place that word j names."""
        words = self.words
        if j < 2 or words.texts[j - 1] != self.edge.posted or self.taken[words.starts[j - 2]]:
            return j
        return j - 2 if words.has(j - 2, PLACE | TOWN) else j

    def _opens(self, j: int) -> bool:
        """Whether word j may open the name of a body: a proper noun, a place, a word like 国家."""
        word, tag = self.words.texts[j], self.words.tags[j]
        named = tag == "n" and self.words.texts[j + 1] in self.edge.named
        return named or tag in PROPER or word in self.lists.places or word in self.edge.whole or self._opens_unknown(j)

    def _opens_unknown(self, j: int) -> bool:
        """Whether a run of single characters begins with word j: a name that the dictionary lacks."""
        words = self.words
        alone = len(words.texts[j]) == 1 and words.tags[j][0] not in "xmup"
        return alone and len(words.texts[j + 1]) == 1 and (j == 0 or len(words.texts[j - 1]) > 1 or not words.has(j - 1, PART))

    def _is_body(self, j: int, i: int) -> bool:
        """Whether words j to i are a name and no common noun (公立医院): a proper noun opens it, or it is an office's whole designation."""
        words, lists = self.words, self.lists
        word = words.texts[i]
        if j == i:
            return words.tags[i] == "nt" or (word not in lists.organisations and word not in lists.nouns and words.ends[i] in self.brackets)
        if words.shadow[words.starts[j] : words.ends[i]] in lists.no_bodies or (j and words.texts[j - 1] == self.edge.posted):
            return False  # 公立医院; 驻 | 北塬大使馆
        if word in self.edge.common and words.shadow[words.starts[j] : words.starts[i]] in lists.territories:
            return False
        return words.ends[i] - words.starts[j] > 3 or words.tags[j] in PROPER
