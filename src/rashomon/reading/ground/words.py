"""An article's text cut into words with their parts of speech: the ground that names and attributions stand on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING

from rashomon.languages import fold, language
from rashomon.model import Span
from rashomon.reading.ground.gazetteer import places
from rashomon.reading.ground.kinds import Kinds, pattern, pick
from rashomon.reading.ground.lexicon import DOTS, name_words, speech_words
from rashomon.reading.ground.shadow import REMEMBERED

if TYPE_CHECKING:
    import rjieba

_HAN_TWO = re.compile(r"[\u4e00-\u9fff]{2}")


_COLUMNS = ("texts", "kinds", "tags", "traits", "starts", "ends")


class Words:
    """Words of one text in order; word i stands at [starts[i], ends[i])."""

    __slots__ = (*_COLUMNS, "known", "planes", "shadow")

    def __init__(self, shadow: str, texts: list[str], kinds: list[int], known: Kinds, *, at: int = 0) -> None:
        """at: where the first one stands."""
        self.shadow, self.texts, self.kinds, self.known = shadow, texts, kinds, known
        self.tags = pick(known.tags, kinds)
        self.traits = pick(known.traits, kinds)
        self.planes = [bytearray(pick(plane, kinds)) for plane in known.planes]
        bounds = list(accumulate(map(len, texts), initial=at))
        self.starts, self.ends = bounds[:-1], bounds[1:]

    def replace(self, pieces: Sequence[tuple[int, int, "Words"]]) -> "Words":
        """The words with runs [i, j) of them, in order, replaced by others that stand in the same place."""
        other = Words(self.shadow, [], [], self.known)
        for name in _COLUMNS:
            setattr(other, name, list(getattr(self, name)))
        other.planes = [bytearray(plane) for plane in self.planes]
        for i, j, words in reversed(pieces):
            for name in _COLUMNS:
                getattr(other, name)[i:j] = getattr(words, name)
            for plane, theirs in zip(other.planes, words.planes, strict=True):
                plane[i:j] = theirs
        return other

    def find(self, shape: str, *traits: int) -> list[int]:
        """Words with which a pattern over traits of one plane begins to match, in order."""
        plane, table, shaped = pattern(shape, *traits)
        return [match.start() for match in shaped.finditer(self.planes[plane].translate(table))]

    def has(self, i: int, traits: int) -> bool:
        """Whether there is a word i, and it has any of the traits."""
        return i < len(self.traits) and self.traits[i] & traits > 0

    def index(self, offset: int) -> int:
        """The first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def bounds(self, start: int, end: int) -> bool:
        """Whether [start, end) begins and ends where words do."""
        i, j = bisect_left(self.starts, start), bisect_left(self.ends, end)
        return i < len(self.starts) and self.starts[i] == start and j < len(self.ends) and self.ends[j] == end


@cache
def _cutter(code: str) -> "tuple[rjieba.Jieba, dict[str, list[str]]]":
    """The segmenter with the trade's own words, and dictionary words that are a verb of saying and what goes with it (又称, 发表声明)."""
    import rjieba  # slow to import, and much is done without it

    words = language(code)
    assert words is not None
    cutter = rjieba.Jieba()
    for name, tag in (("media", "nt"), ("titles", "n"), ("source_nouns", "n"), ("cues", "v")):
        for row in words.entries(name):
            word = fold(row[0])
            if len(word) > 1 and not word.isascii() and not cutter.has_word(word):  # Latin words are told by their letters: AP, and no AP|P
                cutter.add_word(word, 5000, tag)
    for row in words.entries("clause_words"):
        if row[1] == "adverb" and len(word := fold(row[0])) > 2 and not cutter.has_word(word):
            cutter.add_word(word, 500, "d")  # 受询时
    for word in sorted({fold(form) for row in words.entries("bodies") for form in row}):
        if len(word) > 1 and _HAN_TWO.match(word):
            cutter.add_word(word, 2000, "nt")
    for word in sorted(map(fold, words.words("surnames_japanese"))):
        if not cutter.has_word(word):
            cutter.add_word(word, 20, "nr")
    for word in sorted(map(fold, words.words("persons"))):
        if not cutter.has_word(word) and not set(word) & set(DOTS):
            cutter.add_word(word, 500, "nrt")
    for word in sorted(map(fold, words.words("titles"))):
        if len(word) > 1:
            cutter.add_word(word, 20000, "n")  # 领事局长 | 安藤, and no 长安 in between
    for place in sorted(places(code)):
        if len(place) > 2 and not cutter.has_word(place):
            cutter.add_word(place, 500, "ns")
    table = words.table("attributions")
    single = [fold(row[0]) for row in words.entries("cues") if len(row[0]) == 1]
    pairs = [(first, verb) for first in table.get("carry_on", ()) for verb in single]
    adverbs = [fold(row[0]) for row in words.entries("clause_words") if row[1] == "adverb"]
    verbs = [fold(row[0]) for row in words.entries("cues")]
    pairs += [(adverb, verb) for adverb in adverbs for verb in verbs if cutter.has_word(adverb + verb)]
    pairs += [(verb, noun) for verb in verbs for noun in map(fold, table.get("feelings", ())) if cutter.has_word(verb + noun)]
    pairs += [(first, second) for first, second in table.get("apart", ())]
    pairs += [(verb, noun) for verb in table.get("carriers", ()) for noun in table.get("carried", ())]
    return cutter, {fold(first + second): [fold(first), fold(second)] for first, second in pairs}


@lru_cache(maxsize=REMEMBERED)
def cut(shadow: str, code: str = "zh") -> Words:
    """The words of a folded text, by the dictionary alone: a name that it lacks falls into single characters, and no cue is glued to it."""
    cutter, known = _tools(code)
    texts = cutter.cut(shadow, False)
    kinds = known.of(texts)
    words = Words(shadow, texts, kinds, known)
    if known.glued.isdisjoint(kinds):
        return words
    glued = compress(count(), map(known.glued.__contains__, kinds))
    return words.replace([(i, i + 1, Words(shadow, *known.parts[texts[i]], known, at=words.starts[i])) for i in glued])


def recut(words: Words, spans: list[Span], code: str = "zh") -> Words:
    """The words with a border at both ends of each span, and none within: where the dictionary glued a name or a verb to what follows it.

    spans: in order, no two in one word; an empty one is a border alone.
    """
    cutter, known = _tools(code)
    pieces = []
    for start, end in spans:
        i, j = bisect_right(words.starts, start) - 1, bisect_left(words.ends, end) + 1
        before, behind = (cutter.cut(words.shadow[a:b], False) for a, b in ((words.starts[i], start), (end, words.ends[j - 1])))
        verb = [words.shadow[start:end]] if end > start else []
        kinds = [*known.of(before), *(known.kind(word, "v") for word in verb), *known.of(behind)]
        pieces.append((i, j, Words(words.shadow, [*before, *verb, *behind], kinds, known, at=words.starts[i])))
    return words.replace(pieces)


@cache
def _tools(code: str) -> "tuple[rjieba.Jieba, Kinds]":
    """The segmenter of a language, and what it tells of words."""
    cutter, apart = _cutter(code)
    known = language(code)
    assert known is not None
    return cutter, Kinds(name_words(known), speech_words(known), apart, lambda word: cutter.tag(word, False))
