"""How much a word tells: TF-IDF with frequencies known up to then, so that a stream weighs as the whole does in order."""

from math import fsum, log, sqrt

from rashomon.stories.settings import Settings
from rashomon.stories.words import Bag, expect_share

Vector = dict[str, float]
"""Words with their weights, weightiest first, of length 1."""

_LARGEST = 600_000  # words whose frequency is kept; beyond that, those seen once are forgotten


class Frequencies:
    """In how many articles each word stood so far."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._articles = 0
        self._holding: dict[str, float] = {}  # with the prior's share in it

    def observe(self, bag: Bag) -> None:
        """Count one more article."""
        self._articles += 1
        holding, prior = self._holding, self._settings.prior
        for word in bag.counts:
            known = holding.get(word)
            holding[word] = (prior * expect_share(word) if known is None else known) + 1
        if len(holding) > _LARGEST:
            self._forget()

    def weigh(self, bag: Bag) -> Vector:
        """The vector of a bag that was observed."""
        settings, holding = self._settings, self._holding
        everything = self._articles + settings.prior
        raw = []
        for word, count in bag.counts.items():
            rarity = log(everything / holding.get(word, 1.0))
            if rarity > 0:
                raw.append((-(1 + log(count) + (settings.title if word in bag.title else 0)) * rarity, word))
        raw.sort()
        del raw[settings.terms :]
        length = -sqrt(sum([weight * weight for weight, _ in raw])) or 1.0
        return {word: weight / length for weight, word in raw}

    def _forget(self) -> None:
        prior = self._settings.prior
        self._holding = {word: held for word, held in self._holding.items() if held > 1.5 + prior * expect_share(word)}


def measure_closeness(a: Vector, b: Vector) -> float:
    """Cosine of two vectors; summed exactly, so that the order of a set can't leak into it."""
    return fsum([a[word] * b[word] for word in a.keys() & b.keys()])
