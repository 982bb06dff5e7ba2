"""How close an article is to an event and to a story: features, their weights, one sum each.

The two levels want two mechanisms. An event is near in words, title and time, and told by an outlet once: what the same outlet writes
next is the next happening. A story is near as a whole, through its closest event, in its places and in its standing matter, and goes on:
the larger it grew and the shorter its pause, the likelier it goes on, above all on a standing matter. That lets an article in; of the
stories open to it, its words decide, for what begins within an outbreak is of its matter too.
Their weights are in sums.py.
"""

from collections.abc import Mapping
from math import log

import msgspec

from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.matters import OUTBREAK
from rashomon.stories.sums import EVENT, STORY, Weights

_DAY = 24.0
_UNPLACED = 0.6  # likeness in places where one names none: neither for nor against
CHANCE = 0.3  # what crosses scripts by chance, and between two that are alike
_OUTBREAK = 0.2  # share of a story that is on an outbreak from which it is not wide and owns no news: much else comes from there
_SEVERAL = 3.0  # words shared, in effect, from which what it owns counts in full: two texts may name one country and no more
_KNOWN = 10  # articles of a story from which what bears no word of an outbreak may be told of one as well
_ANOTHER = 18.0  # hours after which a report of an earthquake tells of another one
RARE = 5.5  # nats from which a word is rare: one article in 250
_GROWN = 0.14  # how much the breadth of a sum grows with the log of its articles though they tell one thing
_WELL = 0.5  # how much more it counts that a story is wide where it is well known: in full from e times as many articles as are large
_SLIGHT = 0.12  # cosine of words that anything has with a wide story
_LESSER = 0.5  # what the lesser of words and what crosses scripts counts for
_ENOUGH = 4.0  # nats beyond which rare words say no more
_LARGE = 3.0  # log of the size beyond which size says no more


Likeness = tuple[float, float]
"""Cosines of words with a story and with its closest event."""


class Closeness(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The features of an article beside a cluster."""

    words: float  # cosine with the sum of the cluster
    event: float = 0.0  # of a story: the cosine with its closest event
    breadth: float = 0.0  # of a story: what words give beyond a slight likeness, times how wide a matter it is
    title: float  # cosine of the titles' words
    places: float  # countries and territories they share, rare ones in full
    crossing: float = 0.0  # share of what crosses scripts that texts of the other script hold, by rarity
    size: float  # log of the cluster's articles, up to about 20
    gap: float  # hours since the cluster's nearest article: 0 at once, 1/2 after a day, towards 1
    age: float  # the same since its first
    matter: float = 0.0  # how surely both are on one standing matter
    apart: float = 0.0  # how surely they are on two of one field: two markets, two territories' outbreaks
    standing: float = 0.0  # size times the share of the cluster that is on an outbreak, which is told in ever other words
    outlet: float = 0.0  # of an event: 1 where its outlet is in it already
    unnamed: float = 0.0  # of an event: 1 where the title begins with a person whom no article of it names
    correction: float = 0.0  # 1 where it corrects what its outlet wrote, and the outlet is in the cluster
    owned: float = 0.0  # of a story: how much more than half of what is told of the article's countries it holds
    shared: float = 0.0  # words that they share, in effect; asked among few stories and where one owns the article's countries

    rare: float = 0.0  # nats by which words they share are rarer than what several articles hold, up to 4; of one matter, among few stories

    def sum(self, weights: Weights) -> float:
        """Log odds that the two belong together."""
        told = weights.words * self.words + weights.event * self.event + weights.title * self.title + weights.breadth * self.breadth
        return (
            _weigh_both(told, weights.crossing * (self.crossing - CHANCE))
            + weights.places * self.places
            + weights.size * self.size
            + weights.matter * self.matter
            + weights.standing * self.standing
            + weights.owned * self.owned
            + weights.rare * self.rare
            + weights.correction * self.correction
            - weights.apart * self.apart
            - weights.outlet * self.outlet
            - weights.unnamed * self.unnamed
            - weights.gap * self.gap
            - weights.age * self.age
            - weights.against
        )


def _weigh_both(told: float, crossing: float) -> float:
    """What words and what crosses scripts bring together: they tell much of the same, so that the lesser counts by half."""
    return max(told, crossing) + _LESSER * max(0.0, min(told, crossing))


def may_join(face: Face, event: Cluster, near: float) -> bool:
    """Whether an article may be of an event at all, at its words and time: what else there is to measure can't bring in more than this."""
    most = EVENT.words * near + EVENT.title
    if face.marks is not None:
        most = _weigh_both(most, EVENT.crossing)
    told = EVENT.outlet if face.outlet is not None and face.outlet in event.outlets else 0.0
    return most + EVENT.size * min(_LARGE, log(event.size)) - EVENT.gap * _fade(event.measure_gap(face.hour)) - told > EVENT.against


def may_open(face: Face, story: Cluster, likeness: Likeness, *, owned: bool) -> bool:
    """Whether a story may be open to an article, at its words, places and time: what else there is can't bring in more than this."""
    most = STORY.words * likeness[0] + STORY.event * likeness[1] + STORY.title + STORY.breadth * max(0.0, likeness[0] - _SLIGHT)
    if face.marks is not None:
        most = _weigh_both(most, STORY.crossing)
    large = min(_LARGE, log(story.size))
    most += STORY.places * _measure_places(face, story) + (STORY.size + STORY.standing) * large
    most += (STORY.matter if face.matter is not None else 0.0) + (STORY.owned if owned else 0.0)
    return most - STORY.gap * _fade(story.measure_gap(face.hour)) > STORY.against


def measure_words(face: Face, cluster: Cluster) -> float:
    """Cosine of an article's words with those that a cluster's articles in the same script have."""
    words = cluster.words.get(face.script)
    return words.measure(face.words) if words is not None else 0.0


def measure_breadth(story: Cluster, script: str) -> float:
    """How wide a matter a story is, 0 to 1: how much farther apart its articles in a script are than as many that repeat one thing.

    A war is told from so many sides that each text is far from the sum of all. An outbreak is, too, but what is near it in words may be
    any news from home: what is on it is told by its standing matter. A story of few articles may be wide because it drifts.
    """
    words, outbreak = story.words.get(script), story.matters.share(OUTBREAK, story.size)
    if words is None or outbreak >= _OUTBREAK:
        return 0.0
    wide = words.measure_breadth() - _GROWN * min(_LARGE, log(story.written[script]))
    well = min(1.0, max(0.0, log(story.size) - _LARGE))
    return max(0.0, wide) * (1 + _WELL * well) * (1 - outbreak / _OUTBREAK)


def count_shared(words: Mapping[str, float], held: Mapping[str, float]) -> float:
    """How many words two vectors share in effect: where one brings nearly all it counts as one (the inverse of Simpson's index)."""
    brought = [weight * held[word] for word, weight in words.items() if word in held]
    return sum(brought) ** 2 / sum([each * each for each in brought]) if brought else 0.0


def sum_rare(rare: Mapping[str, float], held: Mapping[str, float]) -> float:
    """What rare words tell that a vector holds too, in nats, as far as it tells more."""
    return min(_ENOUGH, sum([nats for word, nats in rare.items() if word in held]))


def weigh_owned(owned: float, story: Cluster, shared: float) -> float:
    """How far it counts that a story owns a country's news, by the words it shares, in effect, with what is told of that country."""
    return owned * min(1.0, shared / _SEVERAL) if story.matters.share(OUTBREAK, story.size) < _OUTBREAK else 0.0


def measure(
    face: Face,
    cluster: Cluster,
    *,
    words: float,
    event: float = 0.0,
    breadth: float = 0.0,
    crossing: float = 0.0,
    owned: float = 0.0,
    shared: float = 0.0,
    rare: float = 0.0,
) -> Closeness:
    """The features of an article beside a cluster.

    words: as measure_words gives. event: of a story, the cosine of words with its closest event. breadth: as measure_breadth gives.
    crossing: what it shares with texts of the other script.
    """
    title = cluster.title.get(face.script)
    matter, apart = cluster.matters.measure(face.matter, cluster.size)
    if face.matter is not None and not face.matter.standing:
        matter, apart = 0.0, matter if cluster.measure_gap(face.hour) > _ANOTHER else 0.0
    apart += cluster.incidents.measure(face.incident, cluster.size) + cluster.matters.measure_kind(face.kind, cluster.size)
    outbreak = cluster.matters.share(OUTBREAK, cluster.size)
    told = face.outlet is not None and face.outlet in cluster.outlets
    size, headlines = min(_LARGE, log(cluster.size)), cluster.headlines
    return Closeness(
        words=words,
        event=event,
        crossing=crossing,
        shared=shared,
        rare=rare * max(0.0, 1 - apart),
        breadth=max(0.0, words - _SLIGHT) * breadth if not face.kind.market else 0.0,
        title=title.measure(face.title) if title else 0.0,
        places=_measure_places(face, cluster),
        size=size,
        gap=_fade(cluster.measure_gap(face.hour)),
        age=_fade(abs(face.hour - cluster.first)),
        matter=matter,
        apart=apart,
        standing=size * outbreak if face.matter is not None or cluster.size >= _KNOWN else 0.0,
        owned=weigh_owned(owned, cluster, shared),
        outlet=float(told),
        unnamed=float(headlines is not None and headlines.lack(face.headline, face.script)),
        correction=float(told and face.kind.correction),
    )


def _measure_places(face: Face, cluster: Cluster) -> float:
    if not face.places or not cluster.places.weights:
        return _UNPLACED
    shared = cluster.places.measure(face.places)
    return max(_UNPLACED, shared) if face.passing else shared


def measure_whole(one: Cluster, other: Cluster) -> Closeness | None:
    """The features of a story beside another, as if the smaller came as one article; None where no script is common to both."""
    small, large = (one, other) if one.size <= other.size else (other, one)
    scripts = sorted(small.words.keys() & large.words.keys())
    if not scripts:
        return None
    matter, apart = one.matters.compare(one.size, other.matters, other.size)
    apart += one.incidents.compare(one.size, other.incidents, other.size)
    words, script = max((small.words[script].compare(large.words[script]), script) for script in scripts)
    return Closeness(
        words=words,
        event=words,
        title=small.title[script].compare(large.title[script]),
        places=small.places.compare(large.places) if small.places.weights and large.places.weights else _UNPLACED,
        size=min(_LARGE, log(large.size)),
        gap=_fade(max(0.0, small.first - large.last, large.first - small.last)),
        age=_fade(abs(small.first - large.first)),
        matter=matter,
        apart=apart,
    )


def _fade(hours: float) -> float:
    return hours / (hours + _DAY)
