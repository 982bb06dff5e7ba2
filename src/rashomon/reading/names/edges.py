"""Where a name begins and ends among an article's words."""

import re
from functools import cache

import msgspec

from rashomon.languages import fold, language
from rashomon.reading.ground.lexicon import FOR_NAMES, NAMED, NameWords, is_title
from rashomon.reading.ground.wording import wording
from rashomon.reading.ground.words import Words, guess

DOTS = "·・･‧•∙．-"
_STOP_TAGS = frozenset("pcdxtrfyoqe")
BRACKETS = {"（": "）", "(": ")"}
ALIAS_LONGEST = 60  # a bracket longer than this holds a remark, not a name
_PERSON_LONGEST = 16
_PART_LONGEST = 8  # characters of one part of a dotted name
_FINITE = frozenset("vdpcr")
LATIN_ALIAS = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .,'’&\-]{1,59}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ORG_TAGS = frozenset({"ns", "nt", "nz", "n", "an", "vn", "b", "j", "nrt", "nr", "s", "eng", "l", "ng"})


class Edge(msgspec.Struct, frozen=True):
    """What tells where a name ends."""

    never_last: str  # characters that the segmenter glues to the end of a name
    surnames_too: str  # surnames that are function words as well
    bodies: str  # characters that bodies and laws end in, whatever surname they begin with
    place_ends: tuple[str, ...]  # what places are
    dated: frozenset[str]  # behind a number: a day, and no part of a name
    also: str  # pattern: words in brackets before another form of a name


@cache
def _edge(code: str) -> tuple[Edge, re.Pattern[str]]:
    tongue = language(code)
    assert tongue is not None
    edge = wording(Edge, tongue, "names")
    return edge, re.compile(rf"(?:{edge.also or '(?!)'})[“「\"]?([^”」\"，,；;]{{2,20}})")


class Edges:
    """One text's words, asked for the edges of names."""

    def __init__(self, text: str, words: Words, lists: NameWords, code: str) -> None:
        self.text, self.words, self.lists, self.code = text, words, lists, code
        self.edge, self.given_alias = _edge(code)
        self.marked = [(i, flags) for i, flags in enumerate(words.flags) if flags & FOR_NAMES]
        self.guessed = self._guesses(sorted([*guess(words, lists.surnames, code), *self._known()]))

    def _known(self) -> list[tuple[int, str]]:
        """Names that the dictionary itself has."""
        words = self.words
        return [(words.starts[i], words.texts[i]) for i, flags in self.marked if flags & NAMED]

    def _guesses(self, names: list[tuple[int, str]]) -> dict[int, int]:
        """Names with a surname that the segmenter makes out: start -> end."""
        found = {}
        for start, word in names:
            if 2 <= len(word) <= 4 and word[0] in self.lists.surnames:
                while len(word) > 2 and word[-1] in self.edge.never_last:
                    word = word[:-1]
                known = (
                    word[-1] in self.edge.bodies
                    or word in self.lists.places
                    or word in self.lists.stops
                    or word in self.lists.nouns
                    or is_title(word, self.lists)
                )
                if not known and word[-1] not in self.edge.never_last:
                    found[start] = start + len(word)
        return found

    def _person_from(self, i: int) -> int:
        """End of the person's name that starts with word i; 0 where none does."""
        words, lists = self.words, self.lists
        if i >= len(words.texts):
            return 0
        start = words.starts[i]
        latin = self._latin_from(i)
        if latin:
            return latin
        first = words.texts[i]
        if start in self.guessed and not self._sounded(words.index(self.guessed[start])):
            return self.guessed[start]
        if words.tags[i] == "nr" and 2 <= len(first) <= 4 and self._may_name(i) and not self._sounded(i + 1):
            return words.ends[i]
        given = self._surnamed(i)
        if given:
            return given
        end, sounds = start, True
        for j in range(i, min(i + 8, len(words.texts))):
            word = words.texts[j]
            if not self._may_name(j) and not (word in DOTS and end > start):
                break
            end = words.ends[j]
            sounds = sounds and all(c in lists.sounds or c in DOTS for c in word)
        shadow = words.shadow[start:end]
        if shadow[-1:] and shadow[-1] in DOTS:
            end, shadow = end - 1, shadow[:-1]
        if shadow in lists.places:
            return 0
        if 2 <= len(shadow) <= 4 and (shadow[0] in lists.surnames or shadow[:2] in lists.surnames):
            return end
        if 2 <= len(shadow) <= 4 and self._may_follow(words.index(end)):
            return end
        alone = words.ends[i] == end and words.tags[i][0] in "vdamnc" and not words.tags[i].startswith("nr")
        return end if sounds and not alone and 2 <= len(shadow) <= _PERSON_LONGEST else 0

    def _surnamed(self, i: int) -> int:
        """何 | 时 | 远 | 宣布: end of a surname with one or two characters that the dictionary leaves single; 0 where it is none."""
        words, word = self.words, self.words.texts[i]
        if word not in self.lists.surnames:
            plain = 2 <= len(word) <= 3 and word[0] in self.lists.surnames and words.tags[i][0] not in "vnacp"
            known = word in self.lists.stops or word in self.lists.places
            return words.ends[i] if plain and not known and self._may_follow(i + 1) else 0
        if word in self.lists.stops and word not in self.edge.surnames_too:
            return 0
        following = words.texts[i + 1 : i + 3]
        if (
            following
            and len(following[0]) == 2
            and following[0] not in self.lists.stops
            and following[1:]
            and following[1] in self.lists.stops
        ):
            return words.ends[i + 1]
        for parts in (2, 1):
            given = words.texts[i + 1 : i + 1 + parts]
            plain = len(given) == parts and all(map(_HAN.fullmatch, given))
            if plain and given[-1] not in self.edge.never_last and given[0] not in self.edge.never_last and self._may_follow(i + 1 + parts):
                return words.ends[i + parts]
        return 0

    def _may_follow(self, i: int) -> bool:
        """Whether word i plainly ends a name: a verb of saying, a function word or a mark."""
        if i < len(self.words.texts) and self.words.texts[i] in DOTS:
            return False
        return i >= len(self.words.texts) or self.words.texts[i] in self.lists.stops or self.words.tags[i][0] in "xpdctrmv"

    def _sounded(self, i: int) -> bool:
        """Whether word i goes on with a foreign name."""
        if i >= len(self.words.texts):
            return False
        word = self.words.texts[i]
        return word in DOTS or (self._may_name(i) and all(c in self.lists.sounds for c in word))

    def _latin_from(self, i: int) -> int:
        words, end = self.words, 0
        for j in range(i, min(i + 8, len(words.texts))):
            if words.tags[j] == "eng" and (end or words.texts[j][:1].isupper()):
                end = words.ends[j]
            elif words.texts[j] not in (" ", "-", ".", "·"):
                break
        return end

    def _may_name(self, j: int) -> bool:
        word, tag = self.words.texts[j], self.words.tags[j]
        if word in self.lists.stops or word in self.lists.territories or is_title(word, self.lists) or word in self.lists.nouns:
            return False
        if tag.startswith("nr") or tag == "zg":
            return True
        if all(c in self.lists.sounds for c in word):
            return len(word) == 1 or tag[0] not in _STOP_TAGS
        return tag[0] not in _STOP_TAGS and tag[0] not in "mu" and _HAN.fullmatch(word) is not None

    def _person_before(self, i: int) -> int | None:
        """Start of the name that stands right before a title: 何远主席."""
        word = self.words.texts[i - 1]
        if self.words.tags[i - 1].startswith("nr") and 2 <= len(word) <= 3 and word[0] in self.lists.surnames and self._may_name(i - 1):
            return self.words.starts[i - 1]
        return None

    def _role_from(self, i: int) -> int:
        """The word with which the role that ends in word i begins: 美国国务院发言人."""
        while i and (self._part_of_organisation(i - 1) or is_title(self.words.texts[i - 1], self.lists)):
            i -= 1
        return i

    def _ends_organisation(self, i: int) -> bool:
        word, tag = self.words.texts[i], self.words.tags[i]
        if word in self.lists.organisations:
            return True
        return len(word) > 2 and tag in _ORG_TAGS and word.endswith(self.lists.office_ends)

    def _is_organisation(self, j: int, i: int) -> bool:
        """Whether words j to i are a name and no common noun (公立医院): one of them is a name, or they are many, or a bracket follows."""
        words, lists = self.words, self.lists
        if j == i:
            return words.tags[i] == "nt" or (words.texts[i] not in lists.organisations and words.texts[i] not in lists.nouns)
        named = any(words.tags[k] in ("ns", "nt", "nz", "nr", "nrt", "j") or words.texts[k] in lists.places for k in range(j, i + 1))
        return named or i - j > 1 or self._alias(words.ends[i]) is not None

    def _organisation_from(self, i: int) -> int:
        j = i
        while j and i - j < 6 and self._part_of_organisation(j - 1):
            j -= 1
        return j

    def _part_of_organisation(self, j: int) -> bool:
        word, tag = self.words.texts[j], self.words.tags[j]
        if word in self.lists.inner:
            return True
        return tag in _ORG_TAGS and word not in self.lists.stops and not is_title(word, self.lists) and word != "\n"

    def _dotted_from(self, at: int) -> int:
        """Start of the first part of a dotted name whose dot stands at an offset, whatever words the dictionary makes of its characters.

        The run of name characters; a word that reaches out of it on the left takes its characters along, unless it only glues the end of
        a title to them (部 | 长安 | 卡).
        """
        words, shadow, sounds = self.words, self.words.shadow, self.lists.sounds
        start = at
        while start and at - start < _PART_LONGEST and shadow[start - 1] in sounds:
            start -= 1
        i = words.index(start)
        if (i < len(words.starts) and words.starts[i] > start and not self._title_before(start)) or i >= len(words.starts):
            start = min(words.ends[i - 1], at)
        i = words.index(start)
        while start < at and i < len(words.texts) and words.starts[i] == start:
            word, end = words.texts[i], words.ends[i]
            function = len(word) == 1 and word in self.lists.stops and at - end > 1
            if end > at or not (function or word in self.lists.territories or is_title(word, self.lists) or word in self.lists.nouns):
                break
            start, i = end, i + 1
        return start

    def _dotted_to(self, at: int) -> int:
        """End of the last part of a dotted name that begins at an offset: name characters, up to the first word that is none."""
        words, shadow, sounds = self.words, self.words.shadow, self.lists.sounds
        end = at
        while end < len(shadow) and end - at < _PART_LONGEST and shadow[end] in sounds:
            end += 1
        i = words.index(at)
        while i < len(words.texts) and words.starts[i] < end:
            word, tag = words.texts[i], words.tags[i]
            function = (
                word in self.lists.stops or is_title(word, self.lists) or word in self.lists.nouns or (len(word) > 1 and tag[0] in _FINITE)
            )
            if words.starts[i] > at and (function or (words.ends[i] > end and len(word) > 1)):
                return words.starts[i]
            i += 1
        return end

    def _title_before(self, at: int) -> int:
        """Start of the title or calling that ends at an offset; 0 where none does."""
        for size in (5, 4, 3, 2):
            word = self.words.shadow[max(at - size, 0) : at]
            if word in self.lists.titles or word in self.lists.callings:
                return at - size
        return 0

    def _sounds_before(self, at: int) -> int:
        """Start of the run of name characters that ends at an offset, at a word's edge and behind any title or place."""
        words = self.words
        j = words.index(at) - 1
        start = at
        while j >= 0 and at - start < _PERSON_LONGEST:
            word = words.texts[j]
            sounded = all(c in self.lists.sounds or c in DOTS for c in word)
            if (
                not sounded
                or words.ends[j] > at
                or word in self.lists.stops
                or word in self.lists.territories
                or is_title(word, self.lists)
            ):
                break
            start, j = words.starts[j], j - 1
        return start

    def _bars(self, word: str) -> bool:
        """Whether a word stands before a name and is no part of it."""
        return word in self.lists.stops or word in self.lists.territories or is_title(word, self.lists)

    def _alias(self, end: int) -> str | None:
        """The other form in brackets right behind a name."""
        opening = self.text[end : end + 1]
        if opening not in BRACKETS or not opening:
            return None
        close = self.text.find(BRACKETS[opening], end, end + ALIAS_LONGEST + 2)
        inner = self.text[end + 1 : close].strip() if close > 0 else ""
        if LATIN_ALIAS.fullmatch(inner):
            return re.split(r"[,，]", inner)[0].strip()
        given = self.given_alias.match(fold(inner))
        return inner[given.start(1) : given.end(1)] if given else None
