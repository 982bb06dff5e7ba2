"""What a word may be by itself, looked up once for all that read a text: part of a name, a title, a cue."""

from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from rashomon.languages import Language, fold, language
from rashomon.reading.ground.gazetteer import places, territories, well_known

TITLE, OFFICE, STOP, PLACE, NAMED, CUE, GLUED, FAMILY, ENDING = 1, 2, 4, 8, 16, 32, 64, 128, 256
Cutter = Callable[[str], Sequence[tuple[str, str]]]
_REMEMBERED = 200_000  # words: more than the dictionary has of those that texts use


class NameWords(msgspec.Struct, frozen=True):
    """The lists that names are told by."""

    titles: frozenset[str]
    title_ends: frozenset[str]  # their last characters: what most words fail at once
    surnames: frozenset[str]
    japanese: frozenset[str]  # surnames of two characters and more that take given names of three as well
    japanese_firsts: frozenset[str]  # their first characters: what most words fail at once
    given: frozenset[str]  # characters of given names
    sounds: frozenset[str]  # characters that write foreign names
    organisations: frozenset[str]
    office_ends: tuple[str, ...]  # those of them that a longer word may end in
    media: frozenset[str]
    bodies: frozenset[str]  # offices, parties and companies known by name
    stops: frozenset[str]  # function words and cues: no part of a name
    callings: frozenset[str]  # of nouns: those before which a name may stand as before a title
    nouns: frozenset[str]  # common nouns of sources
    places: frozenset[str]
    territories: frozenset[str]
    well_known: frozenset[str]  # places that no person is called by
    common: frozenset[str]  # words that look like places and are none
    no_persons: frozenset[str]  # words that look like persons
    no_bodies: frozenset[str]  # words that look like bodies
    place_ends: frozenset[str]  # what places are: 县, 岛
    place_ends_firsts: frozenset[str]
    inner: frozenset[str]  # verbs that stand inside the names of offices


@cache
def name_words(tongue: Language) -> NameWords:
    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in tongue.words(name))

    cues = words("cues")
    ends = frozenset(fold(word) for word in tongue.table("names").get("edge", {}).get("place_ends", ()))
    return NameWords(
        titles=words("titles"),
        title_ends=frozenset(word[-1] for word in words("titles")),
        surnames=words("surnames"),
        japanese=words("surnames_japanese"),
        japanese_firsts=frozenset(word[0] for word in (*words("surnames_japanese"), *words("surnames")) if len(word) > 1),
        given=frozenset("".join(words("given"))),
        sounds=frozenset("".join(words("transliteration"))),
        organisations=words("organisations"),
        office_ends=tuple(sorted(word for word in words("organisations") if len(word) > 1)),
        media=words("media"),
        bodies=frozenset(fold(form) for row in tongue.entries("bodies") for form in row),
        stops=words("clause_words") | cues,
        callings=frozenset(fold(row[0]) for row in tongue.entries("source_nouns") if row[1] in ("person", "people")),
        nouns=words("source_nouns"),
        places=places(tongue.code),
        territories=frozenset(territories(tongue.code)),
        well_known=well_known(tongue.code),
        common=words("not_places"),
        no_persons=words("not_persons"),
        no_bodies=words("not_bodies"),
        place_ends=ends,
        place_ends_firsts=frozenset(word[0] for word in ends),
        inner=words("office_words"),
    )


def is_title(word: str, lists: NameWords) -> bool:
    """Whether a word is a title, or ends in one (德国总理)."""
    if word[-1] not in lists.title_ends:
        return False
    return word in lists.titles or (len(word) > 2 and (word[-2:] in lists.titles or word[-3:] in lists.titles or word[-4:] in lists.titles))


class Lexicon:
    """Words with their part of speech and their flags: a title or calling, the end of an office's name, what ends a name, a place, a known
    name, a cue, a word to take apart.

    A word's part of speech is the dictionary's, the same wherever it stands, so the word alone is the key.
    """

    def __init__(self, lists: NameWords, cues: frozenset[str], apart: frozenset[str], cut: Cutter) -> None:
        self.lists, self.cues, self.apart, self._cut = lists, cues, apart, cut
        self._kinds: dict[str, int] = {}  # of words: few share neither part of speech nor flags with others
        self._numbers: dict[tuple[str, int], int] = {}
        self._tags: list[str] = []
        self._flags: list[int] = []

    def flag(self, word: str, tag: str) -> int:
        """The flags of one word with its part of speech."""
        lists = self.lists
        named = (
            word in lists.media
            or word in lists.bodies
            or word in lists.organisations
            or (len(word) > 2 and word.endswith(lists.office_ends))
        )
        flags = TITLE * (is_title(word, lists) or word in lists.callings) + STOP * (word in lists.stops or tag in ("t", "m"))
        flags += OFFICE * (named or tag == "nt") + PLACE * (tag == "ns") + NAMED * (tag[:2] == "nr" and len(word) > 1)
        flags += ENDING * (word in lists.place_ends) + FAMILY * (word in lists.surnames or word in lists.japanese)
        return flags + CUE * (word in self.cues) + GLUED * (word in self.apart)

    def read(self, texts: list[str]) -> tuple[list[str], list[int]]:
        """The parts of speech and the flags of a text's words, in order."""
        try:
            kinds = list(map(self._kinds.__getitem__, texts))
        except KeyError:
            self._learn(set(texts))
            kinds = list(map(self._kinds.__getitem__, texts))
        return list(map(self._tags.__getitem__, kinds)), list(map(self._flags.__getitem__, kinds))

    def _learn(self, words: set[str]) -> None:
        """Look words up once: most of the next text's are known then."""
        if len(self._kinds) > _REMEMBERED:
            self._kinds.clear()
        for word in words.difference(self._kinds):
            parts = self._cut(word)
            tag = parts[0][1] if len(parts) == 1 else "x"
            kind = tag, self.flag(word, tag)
            if kind not in self._numbers:
                self._numbers[kind] = len(self._tags)
                self._tags.append(tag)
                self._flags.append(kind[1])
            self._kinds[word] = self._numbers[kind]


@cache
def lexicon(code: str, apart: frozenset[str], cut: Cutter) -> Lexicon | None:
    """The lexicon of a language; None where there is no folder for it.

    apart: words that are to be taken apart. cut: cuts a text into words with their parts of speech.
    """
    known = language(code)
    return Lexicon(name_words(known), frozenset(fold(word) for word in known.words("cues")), apart, cut) if known else None
