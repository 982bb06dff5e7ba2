"""An article's text cut into words with their parts of speech: the ground that names and attributions stand on."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import accumulate

import rjieba

from rashomon.languages import fold, language
from rashomon.model import Span
from rashomon.reading.ground.gazetteer import places
from rashomon.reading.ground.lexicon import GLUED, Lexicon, lexicon

_HAN_TWO = re.compile(r"[\u4e00-\u9fff]{2}")


class Words:
    """Words of one text in order; word i stands at [starts[i], starts[i] + len(text of i))."""

    __slots__ = ("ends", "flags", "marked", "shadow", "starts", "tags", "texts")

    def __init__(self, shadow: str, texts: list[str], tags: list[str], flags: list[int]) -> None:
        self.shadow = shadow
        self.texts = texts
        self.tags = tags
        self.flags = flags  # of each word, as the lexicon gives them
        self.marked = [(i, flag) for i, flag in enumerate(flags) if flag]  # words that have any
        self.ends = list(accumulate(map(len, texts)))
        self.starts = [0, *self.ends[:-1]] if texts else []

    def index(self, offset: int) -> int:
        """The first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def bounds(self, start: int, end: int) -> bool:
        """Whether [start, end) begins and ends where words do."""
        i, j = bisect_left(self.starts, start), bisect_left(self.ends, end)
        return i < len(self.starts) and self.starts[i] == start and j < len(self.ends) and self.ends[j] == end


@cache
def _cutter(code: str) -> tuple[rjieba.Jieba, dict[str, list[str]]]:
    """The segmenter with the trade's own words, and dictionary words that are a verb of saying and what goes with it (又称, 发表声明)."""
    words = language(code)
    cutter = rjieba.Jieba()
    if words is None:
        return cutter, {}
    for name, tag in (("media", "nt"), ("titles", "n"), ("source_nouns", "n"), ("cues", "v")):
        for row in words.entries(name):
            word = fold(row[0])
            if len(word) > 1 and not cutter.has_word(word):
                cutter.add_word(word, 5000, tag)
    for word in sorted({fold(form) for row in words.entries("bodies") for form in row}):
        if len(word) > 1 and _HAN_TWO.match(word):
            cutter.add_word(word, 2000, "nt")
    for word in sorted(map(fold, words.words("surnames_japanese"))):
        if not cutter.has_word(word):
            cutter.add_word(word, 20, "nr")
    for word in sorted(map(fold, words.words("titles"))):
        if len(word) > 1:
            cutter.add_word(word, 20000, "n")  # 领事局长 | 安藤, and no 长安 in between
    for place in sorted(places(code)):
        if len(place) > 2 and not cutter.has_word(place):
            cutter.add_word(place, 500, "ns")
    table = words.table("attributions")
    single = [fold(row[0]) for row in words.entries("cues") if len(row[0]) == 1]
    pairs = [(first, verb) for first in table.get("carry_on", ()) for verb in single]
    adverbs = [row[0] for row in words.entries("clause_words") if row[1] == "adverb"]
    pairs += [(adverb, row[0]) for adverb in adverbs for row in words.entries("cues") if cutter.has_word(fold(adverb + row[0]))]
    pairs += [(first, second) for first, second in table.get("apart", ())]
    pairs += [(verb, noun) for verb in table.get("carriers", ()) for noun in table.get("carried", ())]
    return cutter, {fold(first + second): [fold(first), fold(second)] for first, second in pairs}


@lru_cache(maxsize=8)
def cut(shadow: str, code: str = "zh") -> Words:
    """The words of a folded text, by the dictionary alone: a name that it lacks falls into single characters, and no cue is glued to it."""
    cutter, apart, known = _tools(code)
    whole = cutter.cut(shadow, False)
    if known is None:
        return Words(shadow, whole, [tag for _, tag in cutter.tag(shadow, False)], [0] * len(whole))
    tags, flags = known.read(whole)
    glued = [i for i, flag in enumerate(flags) if flag & GLUED]
    for i in reversed(glued):
        parts = apart[whole[i]]
        whole[i : i + 1] = parts
        tags[i : i + 1] = ["v"] * len(parts)
        flags[i : i + 1] = [known.flag(part, "v") for part in parts]
    return Words(shadow, whole, tags, flags)


def recut(words: Words, spans: list[Span], code: str = "zh") -> Words:
    """The words with a border at both ends of each span, and none within: where the dictionary glued a name or a verb to what follows it.

    spans: in order, none over another; an empty one is a border alone.
    """
    cutter, _, known = _tools(code)
    texts, tags = words.texts.copy(), words.tags.copy()
    for start, end in reversed(spans):
        i, j = bisect_right(words.starts, start) - 1, bisect_left(words.ends, end) + 1
        parts = [(words.shadow[start:end], "v")] if end > start else []
        before, behind = words.shadow[words.starts[i] : start], words.shadow[end : words.ends[j - 1]]
        pieces = [*cutter.tag(before, False), *parts, *cutter.tag(behind, False)]
        texts[i:j], tags[i:j] = [text for text, _ in pieces], [tag for _, tag in pieces]
    flags = known.read(texts)[1] if known is not None else [0] * len(texts)
    return Words(words.shadow, texts, tags, flags)


@cache
def _tools(code: str) -> tuple[rjieba.Jieba, dict[str, list[str]], Lexicon | None]:
    """The segmenter, words to take apart with their parts, and the lexicon."""
    cutter, apart = _cutter(code)
    return cutter, apart, lexicon(code, frozenset(apart), lambda word: cutter.tag(word, False))
