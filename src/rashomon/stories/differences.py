"""What a later text of an article says otherwise than the one before."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from rashomon.languages import fold
from rashomon.model import Article, Difference, Grouping, Placement

_SPACE = re.compile(r"\s+")

Sentence = tuple[str, tuple[int, int]]
"""A sentence without script and white space, and its span."""


def keep_differences(grouping: Grouping, articles: Iterable[Article]) -> Grouping:
    """A grouping whose versions bear what their text says otherwise, where the earlier text is among the articles."""
    known = {article.path: article for article in articles}

    def keep(placement: Placement) -> Placement:
        earlier, later = known.get(placement.version_of or ""), known.get(placement.path)
        if earlier is None or later is None:
            return placement
        return msgspec.structs.replace(placement, difference=find_difference(earlier, later))

    return msgspec.structs.replace(grouping, placements=tuple(map(keep, grouping.placements)))


def find_difference(earlier: Article, later: Article) -> Difference:
    """What was taken out of a text and what came in; script and white space make no difference."""
    before, after = _list_sentences(earlier), _list_sentences(later)
    known, anew = {shadow for shadow, _ in before}, {shadow for shadow, _ in after}
    return Difference(gone=_find_outside(before, anew), came=_find_outside(after, known))


def quote(article: Article, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The words of some spans."""
    return tuple(article.text[start:end] for start, end in spans)


def _list_sentences(article: Article) -> list[Sentence]:
    spans = article.sentences or ((0, len(article.text)),)
    return [(shadow, (start, end)) for start, end in spans if (shadow := _SPACE.sub("", fold(article.text[start:end])))]


def _find_outside(sentences: Sequence[Sentence], others: set[str]) -> tuple[tuple[int, int], ...]:
    return tuple(span for shadow, span in sentences if shadow not in others)
