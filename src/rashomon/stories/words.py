"""The words an article is compared by, in the shadow of its script."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import msgspec

from rashomon.languages import Language, codes, fold, language
from rashomon.model import Article
from rashomon.stories.countries import name_countries

if TYPE_CHECKING:
    import rjieba

_WORD = re.compile(r"[一-鿿]{2,12}|[^\W\d_一-鿿][\w\-]{1,30}|\d[\d.,]{2,12}")
_HAN = re.compile(r"[一-鿿]{2,12}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN_WORDS = 60_000_000  # running words behind the segmenter's dictionary
_MOST = 400_000  # segments whose words are kept at hand
_ARTICLE_WORDS = 200  # words of an article's lead
_COMMONEST = 0.5
_PIECE = 3  # characters of a piece of a name that the segmenter cut
_NAMES = ("nr", "ns", "nz")  # tags of names in the segmenter's dictionary
_BEGINS, _ENDS = 100, 200  # how often one stands behind it at most to be the beginning of another name, and the end of one
_BEGIN = 2  # a piece that may begin a name
UNKNOWN = 0.0005  # share of articles that hold a word no dictionary counts


class Bag(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How often each word stands in an article's lead, and which of them stand in its title."""

    counts: dict[str, int]
    title: frozenset[str]

    def with_words(self, words: tuple[str, ...]) -> "Bag":
        """The bag with words that its own text doesn't hold."""
        return Bag(counts={**dict.fromkeys(words, 1), **self.counts}, title=self.title) if words else self


@cache
def _languages() -> tuple[Language, ...]:
    return tuple(one for code in codes() if (one := language(code)) is not None)


@cache
def _transcribing() -> frozenset[str]:
    """Characters with which names are written by sound."""
    return frozenset(character for one in _languages() for line in one.words("transliteration") for character in line)


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(word for one in _languages() for word in one.words("stopwords"))


@cache
def _segmenter() -> "rjieba.Jieba":
    """A segmenter of this room's own, which knows the names of all regions; the shared one stays as others expect it."""
    import rjieba  # slow to import

    segmenter = rjieba.Jieba()
    names = {fold(word) for one in _languages() for name in ("regional", "territories") for word in one.words(name)}
    names |= {word for one in _languages() for word in one.table("matters").get("outbreak", ())}
    for name in sorted(names | set(name_countries())):
        if _HAN.fullmatch(name) and segmenter.cut(name) != [name]:
            segmenter.add_word(name, None, None)
    return segmenter


@cache
def _regional() -> Mapping[str, str]:
    """Words of one region to the one that stands for all: our own list, and what CLDR calls a country in each locale."""
    standing = {fold(word).lower(): fold(other).lower() for one in _languages() for word, other in one.entries("regional")}
    names = name_countries()
    first: dict[str, str] = {}
    for name, code in names.items():
        standing.setdefault(name, first.setdefault(code, name))
    return {word: other for word, other in standing.items() if word != other}


def unite(word: str) -> str:
    """The word, folded and in lower case, that stands for one that the regions call differently."""
    return _regional().get(word, word)


def is_stopword(word: str) -> bool:
    """Whether a word in lower case says nothing of what a text is about."""
    return word in _stopwords()


class _Standing(dict[str, str]):
    """Segments met so far, each with the word that it stands for; "" where it tells nothing."""

    def __init__(self) -> None:
        self.cut: set[str] = set()  # those that may begin a name

    def __missing__(self, segment: str) -> str:
        if _find_piece(segment) == _BEGIN:
            self.cut.add(segment)
        word = self[segment] = _stand(segment)
        return word

    def bound(self) -> None:
        """Forget all where there is too much: between two texts, so that no text is cut by half of what is known."""
        if len(self) > _MOST:
            self.clear()
            self.cut.clear()


def _stand(word: str) -> str:
    if len(word) < 2 or not _WORD.fullmatch(word) or _YEAR.fullmatch(word):
        return ""
    word = word.lower()
    return "" if word in _stopwords() else _regional().get(word, word)


_STANDING = _Standing()


@lru_cache(maxsize=_MOST)
def _find_piece(segment: str) -> int:
    """Which piece of a name told by sound a segment may be, that was cut: 2 its beginning or end, 1 its end, 0 none."""
    import rjieba  # slow to import

    if not 1 < len(segment) <= _PIECE or not _transcribing().issuperset(segment):
        return 0
    if not rjieba.has_word(segment):
        return _BEGIN
    tagged = rjieba.tag(segment)
    if len(tagged) != 1 or not tagged[0][1].startswith(_NAMES):
        return 0
    often = rjieba.suggest_freq(segment)
    return _BEGIN if often <= _BEGINS else int(often <= _ENDS)


def _cut(text: str) -> tuple[list[str], list[str]]:
    """The segments of a folded text and the words they stand for."""
    _STANDING.bound()
    segments = _segmenter().cut(_THOUSANDS.sub("", text) if "," in text else text)
    words = list(map(_STANDING.__getitem__, segments))
    if _STANDING.cut.isdisjoint(segments):
        return segments, words
    whole = _join_names(segments)
    return (whole, list(map(_STANDING.__getitem__, whole))) if len(whole) < len(segments) else (segments, words)


def _join_names(segments: list[str]) -> list[str]:
    """Segments with names told by sound that were cut (奥雷 米亚) made whole."""
    whole: list[str] = []
    begins, begun = _STANDING.cut, False
    for segment in segments:
        if begun and _find_piece(segment):
            whole[-1] += segment
        else:
            whole.append(segment)
        begun = segment in begins
    return whole


def find_words(text: str) -> list[str]:
    """Words of a folded text in order: Han words of two characters and more, Latin words in lower case, numbers of three digits and more.

    What the regions call differently comes under one word.
    """
    return list(filter(None, _cut(text)[1]))


def read_bag(lead: str) -> Bag:
    """The bag of an article's lead, whose first line is the title."""
    segments, words = _cut(lead)
    head = words[: segments.index("\n")] if "\n" in segments else words
    return Bag(counts=Counter(filter(None, words)), title=frozenset(filter(None, head)))


def find_lead(article: Article, *, most: int) -> str:
    """The shadow of the first characters of a text, without the spans known to recur."""
    if not article.furniture:
        return fold(article.text[:most])
    pieces, start = [], 0
    for begin, end in sorted(article.furniture):
        if begin >= most:
            break
        pieces.append(article.text[start:begin])
        start = max(start, end)
    pieces.append(article.text[start : max(start, most)])
    return fold("".join(pieces))


def expect_share(word: str) -> float:
    """Share of articles that a word is expected in before any was read, from the segmenter's own counts."""
    import rjieba  # slow to import

    if not rjieba.has_word(word):
        return UNKNOWN
    return min(_COMMONEST, max(UNKNOWN, _ARTICLE_WORDS * rjieba.suggest_freq(word) / _HAN_WORDS))
