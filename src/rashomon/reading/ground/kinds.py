"""What a word may be by itself, told once for all texts: part of a name, a title, a cue.

Words of one part of speech and the same traits are of one kind, and a kind is one character: a text is a string of kinds, and a pattern
over it finds in one pass where anything may begin.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from rashomon.reading.ground.lexicon import DOTS, NameWords, is_title

(
    TITLE,  # a title, or what ends in one
    CALLING,  # a noun of people before which a name may stand as before a title
    BODY,  # ends the name of a body, or is one
    HEAD,  # of these: the words before it may belong to the name
    STOP,  # no part of a name
    SPEAKS,  # of these: what a name stands before: a verb, a day
    PLACE,  # a place by the dictionary
    TOWN,  # a place by the gazetteer
    DWELLERS,  # who lives in one
    FORE,  # the first character of a place, where the dictionary lacks the place or a longer word takes its second one
    HIND,  # the second, or a word that it makes with what dwellers are: 北 | 塬人
    NAMED,  # a person's name by the dictionary
    FAMILY,  # a surname
    GIVEN,  # its characters are those of given names or of surnames
    FIRST,  # its first character is one of given names
    OPENS,  # may begin a name behind a title
    FOREIGN,  # may be a part of a foreign name
    DOT,  # stands between two parts of one
    ENDING,  # what a place is: 县, 岛
    BARS,  # stands before or behind a name, and in none
    CLOSES,  # a name may end before it
    PART,  # may stand inside the name of a body
    CUE,
    GLUED,  # two words, to be taken apart
) = (1 << bit for bit in range(24))

Cutter = Callable[[str], Sequence[tuple[str, str]]]
_REMEMBERED = 200_000  # words: more than the dictionary has of those that texts use
_FIRST = 0x4E00  # the first kind's character
_CLOSING = frozenset("xpdctrmvuf")  # parts of speech that no name goes on with
_HEADLESS = frozenset("pcdxtrmv")  # parts of speech that end no body's name
_BODILY = frozenset({"ns", "nt", "nz", "n", "an", "vn", "b", "j", "nrt", "nr", "s", "eng", "l", "ng", "zg", "a", "f"})
PROPER = frozenset({"ns", "nt", "nz", "nr", "nrt", "j", "eng"})
_NAMES = ("nr", "ns")


class Kinds:
    """The kinds of a language's words.

    A word's part of speech is the dictionary's, the same wherever it stands, so the word alone is the key.
    """

    def __init__(self, lists: NameWords, cues: frozenset[str], apart: Mapping[str, Sequence[str]], cut: Cutter) -> None:
        """cues: verbs of saying. apart: words to take apart, with their parts. cut: cuts a text into words with their parts of speech."""
        self.lists, self.cues, self._cut = lists, cues, cut
        self.tags: dict[str, str] = {}  # of kinds
        self.traits: dict[str, int] = {}  # of kinds
        towns = [place for place in lists.places if len(place) == 2]
        self._fore, self._hind = (frozenset(town[at] for town in towns) for at in (0, 1))
        self._kinds: dict[str, str] = {}  # of words
        self._known: dict[tuple[str, int], str] = {}
        self._patterns: dict[tuple[str, tuple[int, ...]], tuple[int, re.Pattern[str]]] = {}
        self._apart = apart
        self.parts = {word: (list(parts), [self.kind(part, "v") for part in parts]) for word, parts in apart.items()}

    def kind(self, word: str, tag: str) -> str:
        """The kind of a word with its part of speech."""
        key = tag, self._traits(word, tag)
        if key not in self._known:
            self._known[key] = kind = chr(_FIRST + len(self._known))
            self.tags[kind], self.traits[kind] = key
        return self._known[key]

    def of(self, words: list[str]) -> list[str]:
        """The kinds of a text's words, in order."""
        try:
            return list(map(self._kinds.__getitem__, words))
        except KeyError:
            self._learn(set(words))
            return list(map(self._kinds.__getitem__, words))

    def _learn(self, words: set[str]) -> None:
        """Look words up once: most of the next text's are known then."""
        if len(self._kinds) > _REMEMBERED:
            self._kinds.clear()
        for word in words.difference(self._kinds):
            parts = self._cut(word)
            self._kinds[word] = self.kind(word, parts[0][1] if len(parts) == 1 else "x")

    def pattern(self, shape: str, *traits: int) -> re.Pattern[str]:
        """A pattern over a string of kinds; each {} in its shape is one word that has any of the traits in that place."""
        known = self._patterns.get((shape, traits))
        if known is None or known[0] < len(self.traits):  # a text had a word of a new kind
            classes = ["".join(kind for kind, its in self.traits.items() if its & wanted) for wanted in traits]
            known = len(self.traits), re.compile(shape.format(*(f"[{kinds}]" if kinds else "(?!)" for kinds in classes)))
            self._patterns[shape, traits] = known
        return known[1]

    def _traits(self, word: str, tag: str) -> int:
        lists, edge = self.lists, self.lists.edge
        title, several, spoken = is_title(word, lists), len(word) > 1, tag[0] in "vpd"
        stop = word in lists.stops or tag in ("t", "m")
        barred = word in lists.stops or word in lists.territories or word in lists.nouns or title
        sounded, name = lists.sounds.issuperset(word), tag[:2] in _NAMES
        listed = word in lists.media or word in lists.bodies
        head = self._heads_body(word, tag)
        told = {
            TITLE: title,
            CALLING: word in lists.callings,
            BODY: listed or (head and not (word in lists.no_bodies and word not in lists.organisations) and tag[0] not in _HEADLESS),
            HEAD: head and not word.isascii(),
            STOP: stop,
            SPEAKS: stop and (tag == "t" or spoken or (tag == "m" and word.isdigit())),
            PLACE: tag == "ns" and several and word not in lists.nouns and word not in lists.common and word not in lists.stops,
            TOWN: word in lists.places,
            DWELLERS: word[-1] in edge.dwellers and word[:-1] in lists.well_known,
            FORE: word in self._fore,
            HIND: word[0] in self._hind and (not several or (len(word) == 2 and word[1] in edge.dwellers)),
            NAMED: tag[:2] == "nr" and several,
            FAMILY: word in lists.surnames or word in lists.japanese,
            GIVEN: len(word) < 4 and lists.givens.issuperset(word),
            FIRST: word[0] in lists.given,
            OPENS: (tag == "eng" and word[0].isupper())
            or word == " "
            or name
            or word[0] in lists.family
            or (word[0] in lists.sounds and (not several or sounded)),
            FOREIGN: sounded and not barred and (not several or tag[:2] in ("nr", "nz", "ns") or (tag == "n" and len(word) > 2)),
            DOT: word in DOTS,
            ENDING: word in edge.place_ends,
            BARS: barred,
            CLOSES: word not in DOTS and (tag[0] in _CLOSING or barred),
            PART: self._in_body(word, tag),
            CUE: word in self.cues,
            GLUED: word in self._apart,
        }
        return sum(trait for trait, has in told.items() if has)

    def _heads_body(self, word: str, tag: str) -> bool:
        """Whether a word is what a body is: 公司, 委员会, 卫生部."""
        if word in self.lists.organisations or (tag == "nt" and word[-1] in self.lists.edge.bodies):
            return True
        return len(word) > 2 and tag in _BODILY and word.endswith(self.lists.office_ends)

    def _in_body(self, word: str, tag: str) -> bool:
        """Whether a word may stand inside the name of a body."""
        lists, edge = self.lists, self.lists.edge
        if word in lists.inner or word in edge.whole:
            return True
        if tag not in _BODILY or word in lists.stops or word in lists.nouns or is_title(word, lists) or word == "\n":
            return False
        return tag in PROPER or not (len(word) > 1 and word[-1] in edge.people)
