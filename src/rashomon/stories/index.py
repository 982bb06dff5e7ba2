"""Finds the live clusters that may be close to an article, by its weightiest words, without measuring all."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from math import sqrt

from rashomon.stories.clusters import Cluster, Face

_QUERY = 25  # weightiest words of an article: it looks for clusters by them, and its cluster is found by them
_COMMON = 30  # clusters that a word leads to; beyond that it adds to what rarer words found and finds nothing itself
_LEAST = 0.03  # cosine with those words below which a cluster is not near: nothing of the marked days joins what is farther


class Index:
    """Which clusters hold a word, and how much of it: finds those that may be close without measuring all."""

    def __init__(self) -> None:
        self._holding: dict[str, dict[int, float]] = {}
        self._words: dict[int, dict[str, None]] = {}  # in order of entry, so that no order of a set leaks
        self._lengths: dict[str, dict[int, float]] = {}  # script -> cluster -> length of its words

    def add(self, number: int, face: Face, cluster: Cluster) -> None:
        """Let a cluster be found by the weightiest words of an article that it took in."""
        words, holding = self._words.setdefault(number, {}), self._holding
        for word, weight in islice(face.words.items(), _QUERY):
            holders = holding.get(word)
            if holders is None:
                holders = holding[word] = {}
            holders[number] = holders.get(number, 0.0) + weight
            words[word] = None
        self._lengths.setdefault(face.script, {})[number] = sqrt(cluster.words[face.script].square)

    def find(self, face: Face, *, most: int) -> list[int]:
        """Numbers of the clusters that share most with an article's weightiest words, the likeliest first."""
        found: defaultdict[int, float] = defaultdict(float)
        for word, weight in islice(face.words.items(), _QUERY):
            holders = self._holding.get(word)
            if holders is None:
                continue
            if len(holders) <= _COMMON or not found:
                for number, held in holders.items():
                    found[number] += weight * held
            elif len(holders) <= len(found):
                for number, held in holders.items():
                    if number in found:
                        found[number] += weight * held
            else:
                for number in found:
                    if number in holders:
                        found[number] += weight * holders[number]
        lengths = self._lengths.get(face.script, {})
        scored: list[tuple[float, int]] = []
        # no sum of vectors is shorter than one of them: no cosine is more than its product
        for product, number in sorted([(product, number) for number, product in found.items() if product >= _LEAST], reverse=True):
            if len(scored) >= most and product < -scored[most - 1][0]:
                break
            length = lengths.get(number)
            if length is not None and product >= _LEAST * length:
                insort(scored, (-product / length, number))
        return [number for _, number in scored[:most]]

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget clusters."""
        for number in numbers:
            for lengths in self._lengths.values():
                lengths.pop(number, None)
            for word in self._words.pop(number, ()):
                holders = self._holding[word]
                del holders[number]
                if not holders:
                    del self._holding[word]

    def drop_words(self, words: frozenset[str]) -> None:
        """Let nothing be found by some words."""
        for word in words & self._holding.keys():
            for number in self._holding.pop(word):
                self._words[number].pop(word, None)
