"""Stories that sleep: a sketch of fixed size is kept where a week without an article has let go of all else, so that it can wake.

A sketch holds the weightiest words of a story, of its titles and of its places, its standing matters and the hours it spans; rare names
and numbers are among the words. It is found by its key words, and put away as bytes until it is.
"""

from collections.abc import Mapping
from heapq import nsmallest
from itertools import islice
from math import sqrt

import msgspec

from rashomon.stories.clusters import Cluster, Sum
from rashomon.stories.matters import Matter, measure_subjects

_WORDS, _TITLE, _PLACES, _MATTERS = 48, 16, 5, 4  # what a sketch holds, words and title in each script
_KEYS = 12  # weightiest words that a sketch is found by, in each script
_QUERY = 25  # weightiest words by which one looks, and how many of them must lead to a sketch
_LEAST = 2
_COMMON = 30  # stories that a key word leads to; beyond that it adds to what rarer ones found and finds nothing itself
_CANDIDATES = 4
_MOST = 20_000  # sketches; beyond that, those that slept longest are forgotten
_WIDEST = 0.99  # how far apart its articles are taken to be at most
_ANEW = 2.0  # articles that a sketch counts for where its story wakes


class Sketch(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What is kept of a story: vectors hold their weightiest entries, as shares of a whole of length 1."""

    first: float
    last: float
    size: int
    words: dict[str, dict[str, float]]  # script -> word -> share
    title: dict[str, dict[str, float]]
    places: dict[str, float]
    matters: dict[str, dict[str, float]]  # field -> subject -> sum over the articles
    breadth: dict[str, float]  # script -> how far apart its articles were, 0 to 1

    def share(self, matter: Matter | None) -> float:
        """How surely an article's standing matter is the story's, 0 to 1."""
        if matter is None or not matter.standing:
            return 0.0
        return measure_subjects(matter, self.matters.get(matter.field, {}))[0] / self.size


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Sketch)


def draw(cluster: Cluster) -> Sketch:
    """The sketch of a story."""
    held = cluster.matters.held
    fields = nsmallest(_MATTERS, ((-sum(subjects.values()), field) for field, subjects in held.items()))
    return Sketch(
        first=cluster.first,
        last=cluster.last,
        size=cluster.size,
        words={script: pick_words(total, _WORDS) for script, total in cluster.words.items()},
        title={script: pick_words(total, _TITLE) for script, total in cluster.title.items()},
        places=pick_words(cluster.places, _PLACES),
        matters={field: _pick(held[field], _MATTERS) for _, field in fields},
        breadth={script: min(_WIDEST, round(total.measure_breadth(), 2)) for script, total in cluster.words.items()},
    )


def sketch_words(cluster: Cluster, script: str) -> tuple[dict[str, float], dict[str, float]]:
    """Words in one script and places as the sketch of a story would hold them."""
    return pick_words(cluster.words[script], _WORDS), pick_words(cluster.places, _PLACES)


def restore(sketch: Sketch, hour: float, memory: float | None) -> Cluster:
    """A story that wakes at an hour: what is known of it counts as much as two articles of now."""
    cluster = Cluster(hour, memory)
    cluster.first, cluster.last, cluster.size = sketch.first, sketch.last, sketch.size
    for script, words in sketch.words.items():
        cluster.words[script], cluster.title[script] = Sum(), Sum()
        cluster.words[script].add(words, _ANEW, 1 / (1 - sketch.breadth[script]))
        cluster.title[script].add(sketch.title.get(script, {}), _ANEW)
        cluster.written[script] = sketch.size
    cluster.places.add(sketch.places, _ANEW)
    for field, subjects in sketch.matters.items():
        for subject, strength in subjects.items():
            cluster.matters.add(field, subject, strength)
    return cluster


def pick_words(total: Sum, most: int) -> dict[str, float]:
    """The weightiest words of a sum, as shares of a whole of length 1."""
    length = sqrt(total.square) or 1.0
    return {word: weight / length for word, weight in _pick(total.weights, most).items()}


def _pick(weights: Mapping[str, float], most: int) -> dict[str, float]:
    """The heaviest entries, heaviest first."""
    least = sorted(weights.values())[-most] if len(weights) > most else float("-inf")
    entries = [(-weight, word) for word, weight in weights.items() if weight >= least]
    entries.sort()
    return {word: -weight for weight, word in entries[:most]}


class Sleepers:
    """Sketches of sleeping stories by number, and the words that they are found by."""

    def __init__(self) -> None:
        self._kept: dict[int, bytes] = {}  # in the order in which they fell asleep
        self._holding: dict[str, dict[int, float]] = {}  # key word -> story -> its share

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, number: int) -> Sketch | None:
        """The sketch of a story; None where it doesn't sleep."""
        kept = self._kept.get(number)
        return None if kept is None else _DECODER.decode(kept)

    def add(self, number: int, sketch: Sketch) -> None:
        """Let a story sleep."""
        self._kept[number] = _ENCODER.encode(sketch)
        for words in sketch.words.values():
            for word, share in islice(words.items(), _KEYS):
                self._holding.setdefault(word, {})[number] = share
        if len(self._kept) > _MOST:
            self.take(next(iter(self._kept)))

    def take(self, number: int) -> Sketch | None:
        """Take out a story that wakes or is forgotten; None where it doesn't sleep."""
        sketch = self.get(number)
        if sketch is not None:
            self._let_go(number, sketch)
            del self._kept[number]
        return sketch

    def find(self, words: Mapping[str, float]) -> list[tuple[int, Sketch]]:
        """The stories whose key words share most with a vector."""
        led: dict[int, int] = {}
        asked: list[tuple[float, dict[int, float]]] = []
        for word, weight in islice(words.items(), _QUERY):
            holders = self._holding.get(word)
            if holders:
                for number in holders if len(holders) <= _COMMON else holders.keys() & led.keys():
                    led[number] = led.get(number, 0) + 1
                asked.append((weight, holders))
        best = sorted([number for number, count in led.items() if count >= _LEAST])
        if len(best) > _CANDIDATES:
            shared = dict.fromkeys(best, 0.0)
            for weight, held in asked:
                for number in held.keys() & shared.keys():
                    shared[number] += weight * held[number]
            best = nsmallest(_CANDIDATES, best, key=lambda number: (-shared[number], number))
        return [(number, _DECODER.decode(self._kept[number])) for number in best]

    def drop_words(self, words: frozenset[str]) -> None:
        """Take words out of every sketch."""
        for number, kept in self._kept.items():
            sketch = _DECODER.decode(kept)
            if any(not words.isdisjoint(held) for held in (*sketch.words.values(), *sketch.title.values())):
                self._let_go(number, sketch)
                self.add(number, _without(sketch, words))

    def _let_go(self, number: int, sketch: Sketch) -> None:
        for words in sketch.words.values():
            for word in islice(words, _KEYS):
                holders = self._holding.get(word, {})
                holders.pop(number, None)
                if not holders:
                    self._holding.pop(word, None)


def _without(sketch: Sketch, words: frozenset[str]) -> Sketch:
    def drop(part: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
        return {script: {word: share for word, share in held.items() if word not in words} for script, held in part.items()}

    return msgspec.structs.replace(sketch, words=drop(sketch.words), title=drop(sketch.title))
