"""How much a word tells: TF-IDF with frequencies known up to then, so that a stream weighs as the whole does in order."""

from collections.abc import Iterable, Sequence
from math import log, sqrt

from rashomon.stories.settings import Settings
from rashomon.stories.words import UNKNOWN, Bag, expect_share

Vector = dict[str, float]
"""Words with their weights, weightiest first, of length 1."""

_LARGEST = 600_000  # words whose frequency is kept; beyond that, those seen once are forgotten
_OFTEN = 500  # times a word stands in a text beyond which no more are counted
_BESIDE = 1.2  # nats under the rarest that a word can be down to which it is rare: it stood in three articles at most
_TIMES = (0.0, *(1 + log(count) for count in range(1, _OFTEN + 1)))  # what standing so often counts for


class Frequencies:
    """In how many articles each word stood so far."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._articles = 0
        self._holding: dict[str, float] = {}  # with the prior's share in it
        self._ahead: list[Bag] = []  # bags weighed and not yet placed, the last one first

    def weigh_ahead(self, bags: Sequence[Bag]) -> list[tuple[Vector, Vector]]:
        """Count and weigh bags, each by what is known up to it. How rare a word is is told as of the bag that was placed last."""
        self._ahead = list(reversed(bags))
        weighed = []
        for bag in bags:
            self._articles += 1
            weighed.append(self.weigh(bag, counted=True))
            if len(self._holding) > _LARGEST:
                self._forget()
        return weighed

    def place(self) -> None:
        """Let the next of the bags weighed ahead count for how rare words are."""
        self._ahead.pop()

    def forget(self, bag: Bag) -> frozenset[str]:
        """Count one article less; the words that no other holds, which are dropped."""
        self._articles -= 1
        holding, prior = self._holding, self._settings.prior
        for word in bag.counts.keys() & holding.keys():
            holding[word] -= 1
        gone = frozenset(word for word in bag.counts.keys() & holding.keys() if holding[word] < 0.5 + prior * expect_share(word))
        for word in gone:
            del holding[word]
        return gone

    def weigh(self, bag: Bag, *, counted: bool = False) -> tuple[Vector, Vector]:
        """The vectors of a bag, and of its title's words alone; counted: its words stand in one more article from then on.

        All in one pass: to look a word up takes longer than what is done with it.
        """
        settings, holding, title = self._settings, self._holding, bag.title
        prior, more, held = settings.prior, settings.title, holding.get
        everything = log(self._articles + prior)
        whole, named = [], []
        for word, count in bag.counts.items():
            articles = held(word)
            if counted:
                articles = holding[word] = (prior * expect_share(word) if articles is None else articles) + 1
            rarity = log(articles or 1.0) - everything  # less than 0, so that the weightiest come first
            times = _TIMES[count] if count <= _OFTEN else _TIMES[_OFTEN]
            if word in title:
                named.append((rarity, word))
                times += more
            whole.append((times * rarity, word))
        return _scale(whole, settings.terms), _scale(named, settings.terms)

    def measure_rarity(self, word: str) -> float:
        """How rare a word is by now, in nats: the log of how many articles there are to one that holds it."""
        prior, ahead = self._settings.prior, self._ahead
        held = (self._holding.get(word) or prior * expect_share(word)) - sum([word in bag.counts for bag in ahead])
        return log(self._articles - len(ahead) + prior) - log(max(1.0, held))

    def find_rare(self, words: Iterable[str]) -> dict[str, float]:
        """Which of some words next to no article holds by now, numbers left out, with the nats by which they are rarer than others."""
        bar = self.find_rarest() - _BESIDE
        return {word: over for word in words if not word.isdigit() and (over := self.measure_rarity(word) - bar) > 0}

    def find_rarest(self) -> float:
        """How rare a word of one article is by now."""
        return log(self._articles - len(self._ahead) + self._settings.prior) - log(1 + self._settings.prior * UNKNOWN)

    def _forget(self) -> None:
        prior = self._settings.prior
        self._holding = {word: held for word, held in self._holding.items() if held > 1.5 + prior * expect_share(word)}


def _scale(entries: list[tuple[float, str]], most: int) -> Vector:
    """The weightiest entries as a vector; weights come as less than 0."""
    entries.sort()
    del entries[most:]
    while entries and entries[-1][0] >= 0:
        entries.pop()
    length = -sqrt(sum([weight * weight for weight, _ in entries])) or 1.0
    return {word: weight / length for weight, word in entries}


def measure_closeness(a: Vector, b: Vector) -> float:
    """Cosine of two vectors; summed in the order of the first, so that no order of a set leaks into it."""
    return sum([a[word] * b[word] for word in filter(b.__contains__, a)])
