"""Widening: a measure that was in force in some places, and then is in all."""

from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.passages import Passage
from rashomon.languages import fold
from rashomon.model import Measure


def widened(a: Passage, b: Passage) -> bool:
    """Whether the later sentence has everywhere what the earlier one has for places that it names."""
    if not (a.witness.reading.measures and b.witness.reading.measures):
        return False
    here = {fold(measure.what) for measure in _measures(a) if measure.place}
    if not here or here.isdisjoint([fold(measure.what) for measure in _measures(b)]):
        return False
    return _everywhere(b) and not _everywhere(a)


def _everywhere(item: Passage) -> bool:
    pattern = wording(item.witness.article.language).everywhere
    return bool(pattern and pattern.search(item.witness.shadow, *item.sentence))


def _measures(item: Passage) -> list[Measure]:
    start, end = item.sentence
    return [measure for measure in item.witness.reading.measures if start <= measure.start < end and measure.status != "lifted"]
