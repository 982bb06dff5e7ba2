"""An article's text cut into words with their parts of speech: the ground that names and attributions stand on."""

import re
from bisect import bisect_left
from functools import cache, lru_cache

import rjieba

from rashomon.languages import fold, language
from rashomon.reading.gazetteer import places

_GLUED = frozenset("在对向就也则将已曾与和以于从")  # the segmenter glues these to names that it does not know
_CARRY_ON = frozenset("并又也亦还则均曾再续更仍且皆都")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'’.\-]*")


class Words:
    """Words of one text in order; word i stands at [starts[i], starts[i] + len(text of i))."""

    __slots__ = ("ends", "shadow", "starts", "tags", "texts")

    def __init__(self, shadow: str, texts: list[str], tags: list[str]) -> None:
        self.shadow = shadow
        self.texts = texts
        self.tags = tags
        starts, at = [], 0
        for text in texts:
            starts.append(at)
            at += len(text)
        self.starts = starts
        self.ends = [*starts[1:], at]

    def index(self, offset: int) -> int:
        """The first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def bounds(self, start: int, end: int) -> bool:
        """Whether [start, end) begins and ends where words do."""
        i, j = bisect_left(self.starts, start), bisect_left(self.ends, end)
        return i < len(self.starts) and self.starts[i] == start and j < len(self.ends) and self.ends[j] == end


@cache
def _cutter(code: str) -> tuple[rjieba.Jieba, frozenset[str]]:
    """The segmenter with the language's own words of the trade, and the one-character cues that it must not glue to a name."""
    words = language(code)
    cutter = rjieba.Jieba()
    if words is None:
        return cutter, frozenset()
    lists = (("media", "nt"), ("titles", "n"), ("source_nouns", "n"), ("cues", "v"))
    for name, tag in lists:
        for row in words.entries(name):
            word = fold(row[0])
            if len(word) > 1 and not cutter.has_word(word):
                cutter.add_word(word, 5000, tag)
    for place in sorted(places(code)):
        if len(place) > 2 and not cutter.has_word(place):
            cutter.add_word(place, 500, "ns")
    single = frozenset(fold(row[0]) for row in words.entries("cues") if len(row[0]) == 1)
    return cutter, single


@lru_cache(maxsize=8)
def cut(shadow: str, code: str = "zh") -> Words:
    """The words of a folded text. An unknown word that the segmenter made up by gluing a cue to a name (普某某说) is taken apart."""
    cutter, single = _cutter(code)
    texts: list[str] = []
    tags: list[str] = []
    for word, tag in cutter.tag(shadow):
        if len(word) > 2 and word[-1] in single and not cutter.has_word(word):
            texts += [word[:-1], word[-1]]
            tags += [tag, "v"]
        elif len(word) > 2 and word[-1] in _GLUED and not cutter.has_word(word):
            texts += [word[:-1], word[-1]]
            tags += [tag, "p"]
        elif len(word) == 2 and word[0] in _CARRY_ON and word[1] in single:
            texts += [word[0], word[1]]
            tags += ["c", "v"]
        else:
            texts.append(word)
            tags.append(tag)
    return Words(shadow, texts, tags)
