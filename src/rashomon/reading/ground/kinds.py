"""What a word may be by itself, told once for all texts: part of a name, a title, a cue.

Words of one part of speech and the same traits are of one kind. Traits lie in planes of eight: in a plane a text is a row of bytes, one
a word, and a pattern over it finds in one pass where anything may begin.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from rashomon.reading.ground.lexicon import DOTS, NameWords, SpeechWords, is_title

(
    TITLE,  # a title, or what ends in one
    CALLING,  # a noun of people before which a name may stand as before a title
    OPENS,  # may begin a name behind a title
    BODY,  # ends the name of a body, or is one
    PLACE,  # a place by the dictionary
    TOWN,  # a place by the gazetteer, or who lives in one
    FORE,  # the first character of a place, where the dictionary lacks the place or a longer word takes its second one
    HIND,  # the second, or a word that it makes with what dwellers are: 北 | 塬人
    # the second plane
    NAMED,  # a person's name by the dictionary
    FAMILY,  # a surname
    GIVEN,  # its characters are those of given names or of surnames
    CLOSES,  # a name may end before it
    FOREIGN,  # may be a part of a foreign name
    ENDING,  # what a place is: 县, 岛
    SPEAKS,  # what a name stands before: a verb, a day
    SAID,  # a cue, or of a report
    # in no plane
    CUE,  # a verb or marker of saying
    REPORT,  # opens or closes a clause that names its source: 据, 看来
    GLUED,  # two words
    HEAD,  # what a body is: the words before it may belong to its name
    PART,  # may stand inside the name of a body
    DWELLERS,
    BARS,  # stands before or behind a name, and in none
    DOT,  # stands between two parts of a foreign name
    DATES,  # may open an expression of time
    PLAIN,  # may stand inside the noun phrase of a source, whatever stands beside it
) = (1 << bit for bit in range(26))
_PLANE = 8
_PLANES = 2

Cutter = Callable[[str], Sequence[tuple[str, str]]]
_REMEMBERED = 200_000  # words: more than the dictionary has of those that texts use
_CLOSING = frozenset("xpdctrmvuf")  # parts of speech that no name goes on with
_HEADLESS = frozenset("pcdxtrmv")  # parts of speech that end no body's name
_BODILY = frozenset({"ns", "nt", "nz", "n", "an", "vn", "b", "j", "nrt", "nr", "s", "eng", "l", "ng", "zg", "a", "f"})
PROPER = frozenset({"ns", "nt", "nz", "nr", "nrt", "j", "eng"})
_NAMES = ("nr", "ns")
_VERBS = frozenset({"v", "vd", "vi", "vq"})
_BREAKS = frozenset({"p", "uv", "ud", "uz", "ul", "z", "i", "ad", "y", "e", "vd", "vi"})  # parts of speech that end a source's noun phrase
_BRACKETS = "（(《"


class Kinds:
    """The kinds of a language's words.

    A word's part of speech is the dictionary's, the same wherever it stands, so the word alone is the key.
    """

    def __init__(self, lists: NameWords, speech: SpeechWords, apart: Mapping[str, Sequence[str]], cut: Cutter) -> None:
        """apart: words to take apart, with their parts. cut: cuts a text into words with their parts of speech."""
        self.lists, self.speech, self._cut = lists, speech, cut
        towns = [place for place in lists.places if len(place) == 2]
        self._hind = frozenset(town[1] for town in towns)
        self._ordinal = re.compile(lists.edge.ordinal or "(?!)")
        self._last = frozenset(end[-1] for end in lists.office_ends)
        self._listed = _by_word(
            (CALLING, lists.callings),
            (BODY, lists.media | lists.bodies),
            (TOWN, lists.places),
            (FORE, {town[0] for town in towns}),
            (NAMED, lists.persons),
            (FAMILY, lists.surnames | lists.japanese),
            (ENDING, {*lists.edge.place_ends, *lists.edge.features}),
            (SAID | CUE, speech.cues),
            (SAID | REPORT, speech.reports),
            (GLUED, apart),
        )
        self.tags: list[str] = []  # of kinds
        self.traits: list[int] = []  # of kinds
        self.planes: tuple[list[int], ...] = tuple([] for _ in range(_PLANES))  # of kinds
        self.glued: set[int] = set()  # kinds of words to take apart
        self._numbers: dict[tuple[str, int], int] = {}
        self._kinds: dict[str, int] = {}  # of words
        self.parts = {word: (list(parts), [self.kind(part, "v") for part in parts]) for word, parts in apart.items()}

    def kind(self, word: str, tag: str) -> int:
        """The kind of a word with its part of speech."""
        traits = self._traits(word, tag)
        if (tag, traits) not in self._numbers:
            self._numbers[tag, traits] = len(self.tags)
            self.tags.append(tag)
            self.traits.append(traits)
            if traits & GLUED:
                self.glued.add(len(self.tags) - 1)
            for number, plane in enumerate(self.planes):
                plane.append(traits >> _PLANE * number & 0xFF)
        return self._numbers[tag, traits]

    def of(self, words: list[str]) -> list[int]:
        """The kinds of a text's words, in order."""
        try:
            return pick(self._kinds, words)
        except KeyError:
            self._learn(set(words))
            return pick(self._kinds, words)

    def _learn(self, words: set[str]) -> None:
        """Look words up once: most of the next text's are known then."""
        if len(self._kinds) > _REMEMBERED:
            self._kinds.clear()
        for word in words.difference(self._kinds):
            parts = self._cut(word)
            self._kinds[word] = self.kind(word, parts[0][1] if len(parts) == 1 else "x")

    def _traits(self, word: str, tag: str) -> int:
        lists, edge, speech = self.lists, self.lists.edge, self.speech
        size, first = len(word), word[0]
        title, name, bare = is_title(word, lists), tag[:2] in _NAMES, tag[0]
        common = word in lists.stops or word in lists.nouns
        barred = common or title or word in lists.territories
        sounded = first in lists.sounds and lists.sounds.issuperset(word)
        head, dwellers = self._heads_body(word, tag), word[-1] in edge.dwellers and word[:-1] in lists.well_known
        opens = speech.times is None or speech.times.allow(word)
        dates = tag == "t" or (opens and (bare in "tmn" or word in speech.dated))
        return (
            self._listed.get(word, 0)
            | TITLE * title
            | BODY * (head and not (word in lists.no_bodies and word not in lists.organisations) and bare not in _HEADLESS)
            | HEAD * (head and not word.isascii())
            | SPEAKS * (tag == "t" or (tag == "m" and word.isdigit()) or (bare in "vpd" and word in lists.stops))
            | PLACE * (tag == "ns" and size > 1 and not common and word not in lists.common)
            | (TOWN | DWELLERS) * dwellers
            | HIND * (first in self._hind and (size == 1 or (size == 2 and word[1] in edge.dwellers)))
            | NAMED * (tag[:2] == "nr" and size > 1)
            | GIVEN * (size < 4 and lists.givens.issuperset(word))
            | OPENS * self._opens_name(word, tag)
            | FOREIGN * (sounded and not barred and (size == 1 or name or tag[:2] == "nz" or (tag == "n" and size > 2)))
            | DOT * (word in DOTS)
            | BARS * barred
            | CLOSES * ((bare in _CLOSING or barred) and word not in DOTS)
            | PART * self._in_body(word, tag)
            | DATES * dates
            | PLAIN * (not dates and self._in_source(word, tag))
        )

    def _opens_name(self, word: str, tag: str) -> bool:
        """Whether a word may begin a name behind a title."""
        sounds = self.lists.sounds
        if tag[:2] in _NAMES or word == " " or word[0] in self.lists.family:
            return True
        return (tag == "eng" and word[0].isupper()) or (word[0] in sounds and sounds.issuperset(word))

    def _heads_body(self, word: str, tag: str) -> bool:
        """Whether a word is what a body is: 公司, 委员会, 卫生部."""
        if word in self.lists.organisations or (tag == "nt" and word[-1] in self.lists.edge.bodies):
            return True
        return len(word) > 2 and tag in _BODILY and word[-1] in self._last and word.endswith(self.lists.office_ends)

    def _in_body(self, word: str, tag: str) -> bool:
        """Whether a word may stand inside the name of a body."""
        lists, edge = self.lists, self.lists.edge
        if word in lists.inner or word in edge.whole or (tag == "m" and self._ordinal.fullmatch(word)):
            return True
        if tag not in _BODILY or word in lists.stops or word in lists.nouns or is_title(word, lists) or word == "\n":
            return False
        return tag in PROPER or not (len(word) > 1 and word[-1] in edge.people)

    def _in_source(self, word: str, tag: str) -> bool:
        """Whether the noun phrase of a source goes on over a word: no function word, bracket or verb."""
        role, noun = self.speech.roles.get(word), word in self.speech.nouns
        if role == "inner" or noun:
            return True
        verb = tag in _VERBS and not (len(word) > 1 and word[-1] in self.speech.bodies)
        return role is None and not verb and tag not in _BREAKS and not (tag == "d" and len(word) < 3) and word not in _BRACKETS


def _by_word(*lists: tuple[int, Iterable[str]]) -> dict[str, int]:
    """What each word of some lists is by standing in them."""
    found: dict[str, int] = {}
    for traits, words in lists:
        for word in words:
            found[word] = found.get(word, 0) | traits
    return found


def pick(table: Any, keys: Sequence[Any]) -> list[Any]:
    """What a table has at each key: all are asked for in one call, in half the time that one call a key takes."""
    return list(itemgetter(*keys)(table)) if len(keys) > 1 else [table[key] for key in keys]


@cache
def pattern(shape: str, *traits: int) -> tuple[int, bytes, re.Pattern[bytes]]:
    """The plane that some traits lie in, what its bytes are to be translated to, and a pattern over that.

    shape: a pattern in which each {} is one word that has any of the traits given in its place. Where there is but one, the pattern looks
    for a single byte, which is found at once.
    """
    number = (traits[0].bit_length() - 1) // _PLANE
    bits = [any_of >> _PLANE * number for any_of in traits]
    table = bytes(sum(1 << place for place, wanted in enumerate(bits) if code & wanted) for code in range(1 << _PLANE))
    classes = ["".join(f"\\x{code:02x}" for code in range(1 << len(bits)) if code >> place & 1) for place in range(len(bits))]
    return number, table, re.compile(shape.format(*(f"[{codes}]" for codes in classes)).encode(), re.DOTALL)
