"""The words an article is compared by, in the shadow of its script."""

import re
from collections import Counter
from functools import cache

import msgspec
import rjieba

from rashomon.languages import codes, fold, language
from rashomon.model import Article

_WORD = re.compile(r"[一-鿿]{2,12}|[^\W\d_一-鿿][\w\-]{1,30}|\d[\d.,]{2,12}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN_WORDS = 60_000_000  # running words behind the segmenter's dictionary
_ARTICLE_WORDS = 200  # words of an article's lead
_COMMONEST = 0.5
_UNKNOWN = 0.0005  # share of articles that hold a word no dictionary counts


class Bag(msgspec.Struct, frozen=True, kw_only=True):
    """How often each word stands in an article's lead, and which of them stand in its title."""

    counts: dict[str, int]
    title: frozenset[str]


@cache
def _stopwords() -> frozenset[str]:
    known = [language(code) for code in codes()]
    return frozenset(word for one in known if one is not None for word in one.words("stopwords"))


def find_words(text: str) -> list[str]:
    """Words of a folded text in order: Han words of two characters and more, Latin words in lower case, numbers of three digits and more."""
    stop = _stopwords()
    words = (word for word in rjieba.cut(text) if _WORD.fullmatch(word))
    return [low for word in words if (low := word.lower()) not in stop and not _YEAR.fullmatch(word)]


def read_bag(article: Article, *, lead: int, title: str | None = None) -> Bag:
    """The bag of an article's title and the first `lead` characters of its text, furniture left out."""
    head = fold(title if title is not None else article.title)
    return Bag(counts=Counter(find_words(fold(_body(article, lead)))), title=frozenset(find_words(head)))


def _body(article: Article, lead: int) -> str:
    """The text that counts: its first characters without the spans known to recur."""
    pieces, start = [], 0
    for begin, end in sorted(article.furniture):
        if begin >= lead:
            break
        pieces.append(article.text[start:begin])
        start = max(start, end)
    pieces.append(article.text[start : max(start, lead)])
    return "".join(pieces)


def expect_share(word: str) -> float:
    """Share of articles that a word is expected in before any was read, from the segmenter's own counts."""
    if not rjieba.has_word(word):
        return _UNKNOWN
    return min(_COMMONEST, max(_UNKNOWN, _ARTICLE_WORDS * rjieba.suggest_freq(word) / _HAN_WORDS))
