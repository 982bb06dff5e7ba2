"""What it takes to wake a sleeping story.

It is harder than to join a live one: after a pause, likeness in words alone says little, since what is told once a month is told
alike. Rare words on both sides say that the very same people, places and things are told of; rare words of a title that the story never
told speak against. Weights: candidates of two months read by eye, docs/stories/over-time.md.
"""

from collections.abc import Callable
from math import log

import msgspec

from rashomon.stories.closeness import RARE, count_shared
from rashomon.stories.clusters import Face
from rashomon.stories.sleepers import Sketch
from rashomon.stories.weights import measure_closeness

_ENOUGH = 0.5  # cosine beyond which likeness in words says no more: what is told monthly is told alike
_SURE, _NEW = 12.0, 10.0  # nats beyond which rare words say no more, shared and missed
_UNPLACED = 0.6
_BELOW = 3.0  # and at least so much under the rarest that a word can be by now
_LARGE = 3.0
_WEEK = 168.0
_ROUNDING = 1e-9
WEIGHTS = {"words": 5.0, "rare": 0.2, "missed": -0.15, "places": 2.0, "matter": 1.5, "size": 0.35, "pause": -0.3}
AGAINST = 5.2  # what must be overcome


class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What speaks for a story's going on in an article, or in a young story."""

    words: float  # cosine, as far as it tells
    rare: float  # nats by which the words they share are rarer than words are
    missed: float  # the same of the title's words that the story doesn't hold
    places: float  # cosine of countries and territories; .6 where one has none
    matter: float  # how surely both are on one standing matter
    size: float  # log of the story's articles, up to about 20
    pause: float  # log of the weeks it slept
    shared: float  # words that they share, in effect; asked among few stories alone

    def sum(self) -> float:
        """What is left of it once what must be is overcome."""
        return sum(self.weigh().values()) - AGAINST

    def weigh(self) -> dict[str, float]:
        """What each brings."""
        return {name: weight * getattr(self, name) for name, weight in WEIGHTS.items()}


def may_wake(face: Face, sketch: Sketch, least: float) -> bool:
    """Whether evidence can come to more than a sum at all, at words and places: rare words can't bring in more than this."""
    words = min(_ENOUGH, measure_closeness(sketch.words.get(face.script, {}), face.words))
    places = measure_closeness(face.places, sketch.places) if face.places and sketch.places else _UNPLACED
    most = WEIGHTS["words"] * words + WEIGHTS["places"] * places + WEIGHTS["matter"] * sketch.share(face.matter)
    return most + WEIGHTS["rare"] * _SURE + WEIGHTS["size"] * min(_LARGE, log(sketch.size)) - AGAINST > least - _ROUNDING


def find_evidence(face: Face, sketch: Sketch, *, rarity: Callable[[str], float], rarest: float) -> Evidence:
    """What speaks for a sleeping story's going on in what an article, or a young story, shows.

    rarity: of a word, in nats. rarest: how rare a word can be by now.
    """
    words, title = sketch.words.get(face.script, {}), sketch.title.get(face.script, {})
    bar = min(RARE, rarest - _BELOW)
    return Evidence(
        words=min(_ENOUGH, measure_closeness(face.words, words)),
        rare=min(_SURE, sum([max(0.0, rarity(word) - bar) for word in face.words if word in words])),
        missed=min(_NEW, sum([max(0.0, rarity(word) - bar) for word in face.title if word not in words and word not in title])),
        places=measure_closeness(face.places, sketch.places) if face.places and sketch.places else _UNPLACED,
        matter=sketch.share(face.matter),
        size=min(_LARGE, log(sketch.size)),
        pause=max(0.0, log(max(1.0, face.hour - sketch.last) / _WEEK)),
        shared=count_shared(face.words, words),
    )
