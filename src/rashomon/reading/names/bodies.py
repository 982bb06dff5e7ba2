"""Bodies: those known by name, and nouns that end in the word for an office, company or school."""

from rashomon.reading.ground.lexicon import OFFICE, is_title
from rashomon.reading.names.edges import Edges

_RUN = 8  # characters of a company's name that the dictionary lacks
_LONGEST = 7  # words of a name before its last
_TAGS = frozenset({"ns", "nt", "nz", "n", "an", "vn", "b", "j", "nrt", "nr", "s", "eng", "l", "ng", "zg", "a", "f"})
_PROPER = frozenset({"ns", "nt", "nz", "nr", "nrt", "j", "eng"})
_NO_HEAD = frozenset("pcdxtrmv")


class Bodies(Edges):
    """Finds the organisations of one text."""

    def find_bodies(self) -> None:
        """The known ones, with the country before them; those that end in the word for what they are, from their first proper noun on."""
        words, lists = self.words, self.lists
        for i, flags in self.marked:
            if not flags & OFFICE or self.taken[words.starts[i]]:
                continue
            word, tag = words.texts[i], words.tags[i]
            known = word in lists.media or word in lists.bodies
            kind = word in lists.no_bodies and word not in lists.organisations
            if not known and (kind or tag[0] in _NO_HEAD or not self._ends_body(i)):
                continue
            j = self._body_from(i) if self._ends_body(i) and not word.isascii() else i
            if known or self._is_body(j, i):
                self.add(words.starts[j], words.ends[i], "organisation")

    def _ends_body(self, i: int) -> bool:
        word, tag = self.words.texts[i], self.words.tags[i]
        if word in self.lists.organisations or (tag == "nt" and word[-1] in self.edge.bodies):
            return True
        return len(word) > 2 and tag in _TAGS and word.endswith(self.lists.office_ends)

    def _body_from(self, i: int) -> int:
        """The first word of the name that ends in word i: its leftmost proper noun, over words that stand inside such names."""
        words = self.words
        j = first = i
        while j and words.texts[i] in self.edge.firms and words.ends[i - 1] - words.starts[j - 1] <= _RUN and self.foreign(j - 1):
            j -= 1
        if words.starts[i] - words.starts[j] > 1:
            return j  # 莫兰达 | 公司
        j = first = i
        if (
            words.texts[i] in self.edge.of_deeds
            and j > 1
            and words.tags[j - 1] in ("v", "vn")
            and words.texts[j - 1] not in self.lists.stops
        ):
            j -= 1
        while j and i - j < _LONGEST and self.part_of_body(j - 1) and not self.taken[words.starts[j - 1]]:
            j -= 1
            if self._opens(j):
                first = j
        return first

    def _opens(self, j: int) -> bool:
        """Whether word j may open the name of a body: a proper noun, a place, a word like 国家."""
        word, tag = self.words.texts[j], self.words.tags[j]
        return tag in _PROPER or word in self.lists.places or word in self.edge.whole or self._opens_unknown(j)

    def _opens_unknown(self, j: int) -> bool:
        """Whether a run of single characters begins with word j: a name that the dictionary lacks."""
        words = self.words
        alone = len(words.texts[j]) == 1 and words.tags[j][0] not in "xmup"
        return alone and len(words.texts[j + 1]) == 1 and (j == 0 or len(words.texts[j - 1]) > 1 or not self.part_of_body(j - 1))

    def part_of_body(self, j: int) -> bool:
        """Whether word j may stand inside the name of a body."""
        word, tag = self.words.texts[j], self.words.tags[j]
        if word in self.lists.inner or word in self.edge.whole:
            return True
        if tag not in _TAGS or word in self.lists.stops or word in self.lists.nouns or is_title(word, self.lists) or word == "\n":
            return False
        return tag in _PROPER or not (len(word) > 1 and word[-1] in self.edge.people)

    def _is_body(self, j: int, i: int) -> bool:
        """Whether words j to i are a name and no common noun (公立医院): a proper noun opens it, or it is an office's whole designation."""
        words, lists = self.words, self.lists
        word = words.texts[i]
        if j == i:
            return words.tags[i] == "nt" or (word not in lists.organisations and word not in lists.nouns and words.ends[i] in self.brackets)
        if words.shadow[words.starts[j] : words.ends[i]] in lists.no_bodies:
            return False
        if word in self.edge.common and words.shadow[words.starts[j] : words.starts[i]] in lists.territories:
            return False
        return words.ends[i] - words.starts[j] > 3 or words.tags[j] in _PROPER
