"""Clusters that live: sums of their articles' vectors, found through the words they hold."""

from heapq import nsmallest
from itertools import islice
from math import sqrt

import msgspec

from rashomon.stories.places import Places
from rashomon.stories.weights import Vector, measure_closeness

_QUERY = 40  # words of an article that look for clusters
_LARGEST = 600  # words a cluster is found by; when twice as many, the lightest are dropped


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """What an article shows to be compared by."""

    words: Vector
    title: Vector
    places: Places
    hour: float


class Cluster:
    """The sums of what a cluster's articles show, and the hours it spans."""

    __slots__ = ("first", "last", "places", "size", "square", "title", "words")

    def __init__(self, hour: float) -> None:
        self.first = self.last = hour
        self.size = 0
        self.square = 0.0  # squared length of the sum of words
        self.words: dict[str, float] = {}
        self.title: dict[str, float] = {}
        self.places: dict[str, float] = {}

    def measure_words(self, vector: Vector) -> float:
        """Cosine of an article's words with the sum."""
        return measure_closeness(vector, self.words) / sqrt(self.square)

    def measure_gap(self, hour: float) -> float:
        """Hours between an hour and the nearest end of the cluster; 0 within it."""
        return max(0.0, hour - self.last, self.first - hour)


class Clusters:
    """Live clusters of one level, by number; those without a new article for `window` hours are let go."""

    def __init__(self, *, window: float) -> None:
        self._window = window
        self._holding: dict[str, dict[int, float]] = {}  # word -> cluster -> weight in its sum
        self._live: dict[int, Cluster] = {}

    def __getitem__(self, number: int) -> Cluster:
        return self._live[number]

    def __contains__(self, number: int) -> bool:
        return number in self._live

    def __len__(self) -> int:
        return len(self._live)

    def find_closest(self, face: Face, *, most: int) -> list[tuple[float, int]]:
        """The clusters closest to an article in words, closest first: cosine with the sum, and number.

        The article's weightiest words look for them, all its words measure those that were found.
        """
        found: dict[int, float] = {}
        holding, live = self._holding, self._live
        for word, weight in islice(face.words.items(), _QUERY):
            holders = holding.get(word)
            if holders is not None:
                for number, held in holders.items():
                    found[number] = found.get(number, 0.0) + weight * held
        likely = nsmallest(most, [(-product / sqrt(live[number].square), number) for number, product in found.items()])
        scored = [(live[number].measure_words(face.words), number) for _, number in likely]
        scored.sort(key=lambda entry: (-entry[0], entry[1]))
        return scored

    def join(self, number: int, face: Face) -> None:
        """Put an article into a cluster; a number that is not live is born or wakes."""
        cluster = self._live.get(number)
        if cluster is None:
            cluster = self._live[number] = Cluster(face.hour)
        words = cluster.words
        for word, weight in face.words.items():
            held = words.get(word, 0.0)
            words[word] = self._holding.setdefault(word, {})[number] = held + weight
            cluster.square += 2 * held * weight + weight * weight
        _add(cluster.title, face.title)
        _add(cluster.places, face.places)
        cluster.size += 1
        cluster.first, cluster.last = min(cluster.first, face.hour), max(cluster.last, face.hour)
        if len(words) > 2 * _LARGEST:
            self._trim(number, cluster)

    def let_go(self, hour: float) -> None:
        """Take out the clusters whose last article lies more than the window before an hour."""
        for number in [number for number, cluster in self._live.items() if hour - cluster.last > self._window]:
            self._unhold(number, self._live.pop(number).words)

    def _trim(self, number: int, cluster: Cluster) -> None:
        ordered = sorted(cluster.words.items(), key=lambda entry: (-entry[1], entry[0]))
        cluster.words = dict(ordered[:_LARGEST])
        cluster.title = dict(sorted(cluster.title.items(), key=lambda entry: (-entry[1], entry[0]))[:_LARGEST])
        self._unhold(number, dict(ordered[_LARGEST:]))

    def _unhold(self, number: int, words: dict[str, float]) -> None:
        for word in words:
            holders = self._holding[word]
            del holders[number]
            if not holders:
                del self._holding[word]


def measure_likeness(vector: Vector | Places, total: dict[str, float]) -> float:
    """Cosine of a vector of length 1 with a sum."""
    length = sqrt(sum(weight * weight for weight in total.values()))
    return measure_closeness(vector, total) / length if length else 0.0


def _add(total: dict[str, float], vector: Vector | Places) -> None:
    for word, weight in vector.items():
        total[word] = total.get(word, 0.0) + weight
