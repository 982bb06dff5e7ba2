"""Lore made from observations, and laid over an article without touching its text."""

import hashlib

import msgspec

from rashomon.lore.observing import SHAPE, UNKNOWN, countable_lines, name_outlet
from rashomon.model import Article, Lore, Observations

RECURS = 6  # distinct articles: over a month of eight outlets every line found by it was of a template; from 4 on, sentences too
SHARE = 0.004  # of an outlet's articles, so that a year of an outlet asks more than a week of it
# Of a shape: what stands in fewer of an outlet's articles may be a series of its own (a daily table, a column); in a month of eight outlets
# rows of tables reached 5%.
SHAPE_RECURS = 12
SHAPE_SHARE = 0.2
_ENCODER = msgspec.json.Encoder(order="sorted")


def freeze(observations: Observations) -> Lore:
    """The lore of a corpus; `version` is a hash of all that was observed, so equal observations give equal lore."""
    furniture = {}
    for outlet, lines in sorted(observations.lines.items()):
        articles = observations.articles.get(outlet, 0)
        least, shaped = max(RECURS, SHARE * articles), max(SHAPE_RECURS, SHAPE_SHARE * articles)
        recurring = frozenset(line for line, count in lines.items() if count >= (shaped if line.startswith(SHAPE) else least))
        if recurring and outlet != UNKNOWN:
            furniture[outlet] = recurring
    return Lore(
        version=hashlib.sha256(_ENCODER.encode(observations)).hexdigest()[:16],
        furniture=furniture,
        coverage=_sorted(observations.days),
        aliases=_sorted(observations.aliases),
    )


def _sorted(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {key: dict(sorted(inner.items())) for key, inner in sorted(counts.items())}


def overlay(article: Article, lore: Lore) -> Article:
    """The article with the lines that recur across its outlet's articles as `furniture` spans; its text stays as it is."""
    recurring = lore.furniture.get(name_outlet(article))
    if not recurring:
        return article
    spans = tuple(sorted({span for line, span in countable_lines(article).items() if line in recurring}))
    return msgspec.structs.replace(article, furniture=spans) if spans != article.furniture else article
