"""What a later text of an article says otherwise than the one before."""

import re
from collections.abc import Iterable

import msgspec

from rashomon.languages import fold
from rashomon.model import Article

_SPACE = re.compile(r"\s+")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences of two texts that have no counterpart in the other, in order; script and white space make no difference."""

    gone: tuple[str, ...]
    came: tuple[str, ...]


def find_difference(earlier: Article, later: Article) -> Difference:
    """What was taken out of a text and what came in."""
    before, after = _sentences(earlier), _sentences(later)
    known, anew = {shadow for shadow, _ in before}, {shadow for shadow, _ in after}
    return Difference(gone=_outside(before, anew), came=_outside(after, known))


def _sentences(article: Article) -> list[tuple[str, str]]:
    spans = article.sentences or ((0, len(article.text)),)
    quoted = [article.text[start:end].strip() for start, end in spans]
    return [(_SPACE.sub("", fold(sentence)), sentence) for sentence in quoted if sentence]


def _outside(sentences: Iterable[tuple[str, str]], others: set[str]) -> tuple[str, ...]:
    return tuple(sentence for shadow, sentence in sentences if shadow not in others)
