"""An article's text cut into words with their parts of speech: the ground that names and attributions stand on."""

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import accumulate

import rjieba

from rashomon.languages import fold, language
from rashomon.reading.gazetteer import places


class Words:
    """Words of one text in order; word i stands at [starts[i], starts[i] + len(text of i))."""

    __slots__ = ("ends", "shadow", "starts", "tags", "texts")

    def __init__(self, shadow: str, texts: list[str], tags: list[str]) -> None:
        self.shadow = shadow
        self.texts = texts
        self.tags = tags
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
    for place in sorted(places(code)):
        if len(place) > 2 and not cutter.has_word(place):
            cutter.add_word(place, 500, "ns")
    table = words.table("attributions")
    single = [fold(row[0]) for row in words.entries("cues") if len(row[0]) == 1]
    pairs = [(first, verb) for first in table.get("carry_on", ()) for verb in single]
    adverbs = [row[0] for row in words.entries("clause_words") if row[1] == "adverb"]
    pairs += [(adverb, row[0]) for adverb in adverbs for row in words.entries("cues") if cutter.has_word(fold(adverb + row[0]))]
    pairs += [(verb, noun) for verb in table.get("carriers", ()) for noun in table.get("carried", ())]
    return cutter, {fold(first + second): [fold(first), fold(second)] for first, second in pairs}


@lru_cache(maxsize=8)
def cut(shadow: str, code: str = "zh") -> Words:
    """The words of a folded text, by the dictionary alone: a name that it lacks falls into single characters, and no cue is glued to it."""
    cutter, apart = _cutter(code)
    pairs = cutter.tag(shadow, False)
    texts = [word for word, _ in pairs]
    tags = [tag for _, tag in pairs]
    if apart.keys().isdisjoint(texts):
        return Words(shadow, texts, tags)
    texts, tags = [], []
    for word, tag in pairs:
        parts = apart.get(word)
        if parts:
            texts += parts
            tags += ["v"] * len(parts)
        else:
            texts.append(word)
            tags.append(tag)
    return Words(shadow, texts, tags)


def guess(shadow: str, code: str = "zh") -> Words:
    """The words of a folded text with the segmenter's guesses at names that its dictionary lacks."""
    texts, tags = zip(*_cutter(code)[0].tag(shadow, True), strict=True) if shadow else ((), ())
    return Words(shadow, list(texts), list(tags))
