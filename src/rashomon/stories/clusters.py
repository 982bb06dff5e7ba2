"""Clusters that live: sums of their articles' vectors, found through the words they hold."""

from math import exp, sqrt

from rashomon.stories.weights import Vector


class Cluster:
    """The sum of the vectors of a cluster's articles, and the hours it spans."""

    __slots__ = ("first", "last", "size", "square", "words")

    def __init__(self, hour: float) -> None:
        self.first = self.last = hour
        self.size = 0
        self.square = 0.0  # squared length of the sum
        self.words: list[str] = []  # those it is found by, for taking it out again


class Clusters:
    """Live clusters of one level, by number; those without a new article for `window` hours are let go."""

    def __init__(self, *, window: float, sigma: float) -> None:
        self._window, self._sigma = window, sigma
        self._holding: dict[str, dict[int, float]] = {}  # word -> cluster -> weight in its sum
        self._live: dict[int, Cluster] = {}

    def find_closest(self, vector: Vector, hour: float, *, most: int = 20) -> list[tuple[float, int]]:
        """The clusters closest to an article, closest first: cosine with the sum, fading with the hours between."""
        found: dict[int, float] = {}
        for word, weight in vector.items():
            for number, held in self._holding.get(word, {}).items():
                found[number] = found.get(number, 0.0) + weight * held
        scored = []
        for number, product in found.items():
            cluster = self._live[number]
            gap = max(0.0, hour - cluster.last, cluster.first - hour)
            if gap <= self._window:
                fade = exp(-gap * gap / (2 * self._sigma * self._sigma))
                scored.append((fade * product / sqrt(cluster.square), number))
        scored.sort(key=lambda entry: (-entry[0], entry[1]))
        return scored[:most]

    def join(self, number: int, vector: Vector, hour: float) -> None:
        """Put an article into a cluster; a number that is not live is born or wakes."""
        cluster = self._live.get(number)
        if cluster is None:
            cluster = self._live[number] = Cluster(hour)
        for word, weight in vector.items():
            holders = self._holding.setdefault(word, {})
            held = holders.get(number)
            if held is None:
                held = 0.0
                cluster.words.append(word)
            holders[number] = held + weight
            cluster.square += 2 * held * weight + weight * weight
        cluster.size += 1
        cluster.first, cluster.last = min(cluster.first, hour), max(cluster.last, hour)

    def let_go(self, hour: float) -> None:
        """Take out the clusters whose last article lies more than the window before an hour."""
        for number in [number for number, cluster in self._live.items() if hour - cluster.last > self._window]:
            for word in self._live.pop(number).words:
                holders = self._holding[word]
                del holders[number]
                if not holders:
                    del self._holding[word]
