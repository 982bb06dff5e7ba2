"""Witnesses: the articles of a story with what they say, and which of their sentences are not heard."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from math import inf
from urllib.parse import urlsplit

import msgspec

from rashomon.languages import fold, language
from rashomon.model import Article, Placement, Reading
from rashomon.model.article import Span
from rashomon.model.instants import read_instant

UNKNOWN = "unknown"
"""The outlet of what names none."""

NEWS = 0.1  # share of its sentences that an outlet had not published before from which a version is no mere re-post


class Witness(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One article of a story, ready to be heard."""

    article: Article
    reading: Reading
    name: str  # the outlet for people
    shadow: str  # the text folded: same length, simplified
    lowered: str  # its shadow in lower case
    day: str  # ISO 8601 day it was written; "" where none is known
    instant: float  # seconds since the epoch of the same; what is undated comes first
    root: str  # path of the first text it repeats; its own where it repeats none
    root_key: str  # the outlet of that text, as an origin
    unheard: frozenset[Span] = frozenset()  # sentences that its own outlet had published before, or that are of other matters
    renewed: bool = False  # a later day's version under a new headline: the counts that it keeps it gives anew
    event: str | None = None  # the happening that its article is on; None where that is not known

    @cached_property
    def key(self) -> str:
        """The outlet as an origin: its code, so that it is the same whoever cites it and in which script."""
        return self.article.outlet_code or self.name

    @cached_property
    def called(self) -> str:
        """The outlet's name, folded and in lower case, as sources are compared."""
        return fold(self.name).lower()

    @cached_property
    def tongue(self) -> str:
        """The code of its language, without script or region; "" where none is known."""
        return (self.article.language or "").split("-")[0]

    @property
    def spaced(self) -> bool:
        """Whether its language sets spaces between words: its script is another than that of Chinese."""
        return _is_spaced(self.tongue)


@cache
def _is_spaced(code: str) -> bool:
    known = language(code)
    return known is not None and known.spaced


def outlet_name(article: Article) -> str:
    """An article's outlet for people; the host of its address where none is known: what nobody signed is one outlet, not one each."""
    return article.outlet or (urlsplit(article.url).hostname if article.url else None) or UNKNOWN


def _instant_of(article: Article, day: str) -> float:
    """When an article was written: published, or its own earlier day."""
    known = article.instant if article.published and not article.written else read_instant(day, article.zone)
    return known if known is not None else -inf


def day_of(article: Article) -> str:
    """The day an article was written: its own word for it before the day it was published."""
    return (article.written or article.published or (article.dateline.date if article.dateline else None) or "")[:10]


def gather(
    articles: Sequence[Article], readings: Mapping[str, Reading], placements: Mapping[str, Placement], *, as_of: str | None = None
) -> tuple[Witness, ...]:
    """The story's articles as witnesses, by (instant, path); with as_of, those published by the end of that day.

    An article without a reading is heard with an empty one. Raises nothing.
    """
    kept = [a for a in articles if not as_of or (a.published or a.written or "")[:10] <= as_of]
    by_path = {a.path: a for a in kept}
    witnesses = []
    for article in sorted(kept, key=lambda a: (_instant_of(a, day_of(a)), a.path)):
        root, shadow = by_path[_root(article.path, placements, by_path)], fold(article.text)
        unheard = _repeated(article, root)
        witnesses.append(
            Witness(
                article=article,
                reading=readings.get(article.path) or Reading(article=article.article),
                name=outlet_name(article),
                shadow=shadow,
                lowered=shadow.lower(),
                day=day_of(article),
                instant=_instant_of(article, day_of(article)),
                root=root.path,
                root_key=root.outlet_code or outlet_name(root),
                unheard=unheard,
                renewed=day_of(article) > day_of(root) and _has_news(article, unheard),
                event=placements[article.path].event if article.path in placements else None,
            )
        )
    return tuple(witnesses)


def _root(path: str, placements: Mapping[str, Placement], by_path: Mapping[str, Article]) -> str:
    """Follow duplicate_of and version_of to the first text that is here; a loop ends where it closes."""
    seen = {path}
    while True:
        place = placements.get(path)
        earlier = (place.duplicate_of or place.version_of) if place else None
        if not earlier or earlier in seen or earlier not in by_path:
            return path
        seen.add(earlier)
        path = earlier


def _has_news(article: Article, unheard: frozenset[Span]) -> bool:
    """Whether a version has a headline and a part of its text that its outlet had not published before."""
    return not unheard.issuperset(article.sentences[:1]) and len(article.sentences) - len(unheard) >= NEWS * len(article.sentences)


def _repeated(article: Article, root: Article) -> frozenset[Span]:
    """Sentences of a re-post that stand word for word in the outlet's first text: heard once."""
    if root.path == article.path or root.outlet != article.outlet:
        return frozenset()
    known = {root.text[a:b] for a, b in root.sentences}
    return frozenset((a, b) for a, b in article.sentences if article.text[a:b] in known)
