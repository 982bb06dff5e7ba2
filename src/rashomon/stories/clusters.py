"""Clusters that live: sums of what their articles show, and the words they are found by."""

from collections.abc import Mapping
from math import exp, sqrt

import msgspec

from rashomon.stories.headlines import NONE, Headline, Headlines
from rashomon.stories.incidents import Incident, Incidents
from rashomon.stories.kinds import PLAIN, Kind
from rashomon.stories.marks import HAN, Marks
from rashomon.stories.matters import Matter
from rashomon.stories.places import Places
from rashomon.stories.subjects import Subjects
from rashomon.stories.weights import Vector, measure_closeness

_FARTHEST = 50.0  # power of e at which a cluster's scale starts anew
_LARGEST = 600  # words of a cluster; when twice as many, the lightest are dropped


class Face(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an article shows to be compared by."""

    words: Vector
    title: Vector
    places: Places
    hour: float
    passing: bool = False  # whether they are one mention of one place; asked among few stories
    script: str = HAN
    named: frozenset[str] = frozenset()  # words of the names in it, where capitals tell them
    rare: Mapping[str, float] = {}  # its words that next to no other text holds, in nats; asked among few stories
    marks: Marks | None = None  # what crosses scripts, where texts of both live
    matter: Matter | None = None  # the standing matter it is on
    kind: Kind = PLAIN
    incident: Incident | None = None
    headline: Headline = NONE
    outlet: str | None = None
    owned: Mapping[int, float] = {}  # stories that own its countries' news, with how much beyond half


class Sum:
    """A sum of vectors of length 1, with its length. The first one is held as it came, and copied when a second is added."""

    __slots__ = ("lent", "square", "told", "weights")

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self.square = 0.0  # squared length
        self.told = 0.0  # length that it would have, were all vectors alike
        self.lent = False  # whether the weights are another's, to be copied before they change

    def add(self, vector: Vector | Places, scale: float, told: float = 1.0) -> None:
        """Add a vector times a scale, dropping the lightest words of a sum that grew too large."""
        self.told += told * scale
        if not self.weights:
            self.lent = scale == 1
            self.weights = vector if self.lent else {word: share * scale for word, share in vector.items()}
            self.square = sum([weight * weight for weight in self.weights.values()])
            return
        self._own()
        weights, square = self.weights, self.square
        known = weights.get
        for word, share in vector.items():
            weight = share * scale
            held = known(word, 0.0)
            weights[word] = held + weight
            square += 2 * held * weight + weight * weight
        self.square = square
        if len(weights) > 2 * _LARGEST:
            heaviest = sorted([(-weight, word) for word, weight in weights.items()])[:_LARGEST]
            self.weights = {word: -weight for weight, word in heaviest}

    def _own(self) -> None:
        if self.lent:
            self.weights, self.lent = dict(self.weights), False

    def shrink(self, scale: float) -> None:
        """Multiply all by a scale; its cosines stay as they are."""
        self.lent = False
        self.weights = {word: weight * scale for word, weight in self.weights.items()}
        self.square *= scale * scale
        self.told *= scale

    def drop_words(self, words: frozenset[str]) -> None:
        """Take words out of the sum."""
        self._own()
        for word in words & self.weights.keys():
            self.square -= self.weights.pop(word) ** 2

    def find_direction(self) -> dict[str, float]:
        """The sum at length 1."""
        length = sqrt(self.square) or 1.0
        return {word: weight / length for word, weight in self.weights.items()}

    def measure_breadth(self) -> float:
        """How far apart its vectors are: 0 where all are alike, towards 1."""
        return 1.0 - min(1.0, sqrt(self.square) / self.told) if self.told else 0.0

    def measure(self, vector: Vector | Places) -> float:
        """Cosine with a vector of length 1."""
        return measure_closeness(vector, self.weights) / sqrt(self.square) if self.square else 0.0

    def compare(self, other: "Sum") -> float:
        """Cosine with another sum."""
        lengths = sqrt(self.square * other.square)
        return measure_closeness(self.weights, other.weights) / lengths if lengths else 0.0


class Cluster:
    """The sums of what a cluster's articles show, words by the script they are written in, and the hours it spans.

    With a memory, an article of so many hours later counts e times as much: a long story is told by its latest turn. Cosines need no
    common scale, so what is new is weighed up and nothing old is touched, until the scale grows too large.
    """

    __slots__ = (
        "_base",
        "_memory",
        "begun",
        "first",
        "headlines",
        "incidents",
        "last",
        "matters",
        "outlets",
        "places",
        "size",
        "title",
        "turned",
        "words",
        "written",
    )

    def __init__(self, hour: float, memory: float | None, *, event: bool = False) -> None:
        self.first = self.last = self._base = hour
        self.size = 0
        self.written: dict[str, int] = {}  # articles by script
        self.words: dict[str, Sum] = {}
        self.title: dict[str, Sum] = {}
        self.places = Sum()
        self.matters = Subjects()
        self.incidents = Incidents()
        self.headlines: Headlines | None = Headlines() if event else None
        self.outlets: dict[str | None, None] = {}
        self.begun: tuple[str, Vector] | None = None  # of a story: its script and its words once it was known
        self.turned = False  # of a story: whether little of those is left
        self._memory = memory

    def join(self, face: Face) -> None:
        """Take an article in."""
        scale = self._scale(face.hour)
        if face.script not in self.words:
            self.words[face.script], self.title[face.script] = Sum(), Sum()
        self.words[face.script].add(face.words, scale)
        self.title[face.script].add(face.title, scale)
        self.places.add(face.places, scale)
        self.size += 1
        self.outlets[face.outlet] = None
        if face.matter is not None:
            self.matters.add(face.matter.field, face.matter.subject, face.matter.strength)
        self.matters.add_kind(face.kind)
        if face.incident is not None:
            self.incidents.add(face.incident)
        if self.headlines is not None:
            self.headlines.add(face.headline, face.script)
        self.written[face.script] = self.written.get(face.script, 0) + 1
        self.first, self.last = min(self.first, face.hour), max(self.last, face.hour)

    def absorb(self, other: "Cluster") -> None:
        """Take another cluster in whole, as if its articles had come here, each at its hour."""
        power = (other._base - self._base) / self._memory if self._memory else 0.0
        scale = exp(max(-_FARTHEST, min(_FARTHEST, power)))
        for script, words in other.words.items():
            self.words.setdefault(script, Sum()).add(words.weights, scale, words.told)
            self.title.setdefault(script, Sum()).add(other.title[script].weights, scale, other.title[script].told)
            self.written[script] = self.written.get(script, 0) + other.written[script]
        self.places.add(other.places.weights, scale, other.places.told)
        self.size += other.size
        self.outlets.update(other.outlets)
        self.matters.absorb(other.matters)
        self.incidents.absorb(other.incidents)
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)

    def _scale(self, hour: float) -> float:
        if self._memory is None:
            return 1.0
        power = (hour - self._base) / self._memory
        if power > _FARTHEST:
            for total in (*self.words.values(), *self.title.values(), self.places):
                total.shrink(exp(-min(power, 2 * _FARTHEST)))
            self._base, power = hour, 0.0
        return exp(power)

    def needs_crossing(self, face: Face, *, few: bool) -> bool:
        """Whether an article is compared by what crosses scripts: where most of the cluster is in the other, among few any of it."""
        written = self.written.get(face.script, 0)
        return face.marks is not None and (written if few else 2 * written) < self.size

    def measure_gap(self, hour: float) -> float:
        """Hours between an hour and the nearest end of the cluster; 0 within it."""
        return max(0.0, hour - self.last, self.first - hour)


class Clusters:
    """Live clusters of one level, by number; those without a new article for `window` hours are let go."""

    def __init__(self, *, window: float, memory: float | None = None, events: bool = False) -> None:
        self._window, self._memory, self._events = window, memory, events
        self._live: dict[int, Cluster] = {}

    def __len__(self) -> int:
        return len(self._live)

    def get(self, number: int) -> Cluster | None:
        """The cluster of a number; None where it rests."""
        return self._live.get(number)

    def join(self, number: int, face: Face) -> Cluster:
        """Put an article into a cluster; a number that is not live is born or wakes."""
        cluster = self._live.get(number)
        if cluster is None:
            cluster = self._live[number] = Cluster(face.hour, self._memory, event=self._events)
        cluster.join(face)
        return cluster

    def bind(self, number: int, other: int) -> None:
        """Let a cluster take in another, which is no more."""
        self._live[number].absorb(self._live.pop(other))

    def drop_words(self, words: frozenset[str]) -> None:
        """Take words out of every cluster."""
        for cluster in self._live.values():
            for total in (*cluster.words.values(), *cluster.title.values()):
                total.drop_words(words)

    def wake(self, number: int, cluster: Cluster) -> None:
        """Let a cluster live again as what is known of it."""
        self._live[number] = cluster

    def end(self, number: int) -> Cluster:
        """Take out a cluster."""
        return self._live.pop(number)

    def let_go(self, hour: float, times: float = 1.0) -> dict[int, Cluster]:
        """Take out the clusters whose last article lies more than so many times the window before an hour."""
        gone = {number: cluster for number, cluster in self._live.items() if hour - cluster.last > times * self._window}
        for number in gone:
            del self._live[number]
        return gone
