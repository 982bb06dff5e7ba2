"""The order of what was found: BM25 over words in all their forms, one measure for every database.

A database's own rank picks the candidates. It would take a word's rare form for a rare word; here the forms of a word count as one.
"""

from collections.abc import Sequence
from typing import Any

from rashomon.languages import fold
from rashomon.store.query import Unit

TITLE, LEAD = 4.0, 1.0  # what a word counts for more in the title, and in what follows it
LEAD_SIZE = 150  # characters
SATURATION, LENGTH = 1.2, 0.6  # BM25's k1 and b
TYPICAL = 750  # characters of an article


def rank(rows: Sequence[Any], units: Sequence[Unit], rarity: Sequence[float]) -> list[tuple[Any, float]]:
    """Rows of articles with their scores, best first; the later one among equals. rarity: of each word, in nats."""
    scored = [(row, _score(row, units, rarity)) for row in rows]
    return sorted(scored, key=lambda pair: (-pair[1], -(pair[0].instant or 0.0), pair[0].path))


def _score(row: Any, units: Sequence[Unit], rarity: Sequence[float]) -> float:
    folded = fold(row.text).lower()
    title = len(row.title)
    lead = title + LEAD_SIZE
    longer = SATURATION * (1 - LENGTH + LENGTH * len(folded) / TYPICAL)
    score = 0.0
    for unit, weight in zip(units, rarity, strict=True):
        count = sum(folded.count(f) + TITLE * folded.count(f, 0, title) + LEAD * folded.count(f, title, lead) for f in unit.forms)
        score += weight * count * (SATURATION + 1) / (count + longer)
    return score
