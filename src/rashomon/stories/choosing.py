"""The story and the event that an article joins: the closest of those that are found near it, or ones of its own."""

import msgspec

from rashomon.stories.closeness import (
    CHANCE,
    Closeness,
    Likeness,
    count_shared,
    may_join,
    may_open,
    measure,
    measure_breadth,
    measure_words,
    sum_rare,
)
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.live import Live
from rashomon.stories.settings import Settings
from rashomon.stories.sums import DECIDING, EVENT, STORY, Weights, measure_fewness, prefer, weigh_few

_EVENT = 0.7  # of the cosine with its closest event, the least cosine with a story among few: it forgets, and a folder tells weeks
_SURE = 0.15  # share of what crosses scripts, beyond chance, from which what must be overcome is less in full
_CANDIDATES = 6  # events that an article is measured against, and their stories

Near = tuple[float, float]
"""How near an event is: in words, and in what crosses scripts."""

Nearest = dict[int, dict[int, Near]]
"""The events that may be close, by the story they stand in."""


class Weighed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article beside a story, as it is decided by."""

    closeness: Closeness
    weights: Weights
    deciding: Weights  # by which it is asked which of several open stories is the article's own

    def sum(self) -> float:
        """Log odds that it is of the story."""
        return self.closeness.sum(self.weights)

    def decide(self) -> float:
        """The sum that the highest of decides."""
        return self.closeness.sum(self.deciding)


def find_nearest(live: Live, face: Face) -> Nearest:
    """The events that may be close, likeliest first, and how near they are: by words of one script, and by what crosses scripts."""
    nearest: Nearest = {}
    found = live.index.find(face, most=_CANDIDATES)
    if face.marks:
        found = list(dict.fromkeys((*found, *live.crossing.find(face.marks))))
    for event in found:
        cluster = live.events.get(event)
        if cluster is not None:
            nearest.setdefault(live.story_of(event), {})[event] = find_near(live, face, event, cluster)
    told = live.find_standing(face)
    for story in face.owned if told is None else (told, *face.owned):
        nearest.setdefault(story, {})
    return nearest


def find_near(live: Live, face: Face, number: int, event: Cluster) -> Near:
    """How near an event is in words, and in what crosses scripts where most of it is written in the other."""
    if face.marks is None:
        return measure_words(face, event), 0.0
    marks = face.marks if event.needs_crossing(face, few=live.count_few() > 0) else None
    return measure_words(face, event), live.crossing.measure_event(marks, number) if marks else 0.0


def choose(live: Live, face: Face, nearest: Nearest, *, number: int, settings: Settings) -> tuple[int, int]:
    """The story and event that an article joins: those of earlier ones, or its own number as one that is born."""
    best, chosen = float("-inf"), number
    few = live.count_few()
    for story, events in nearest.items():
        whole = live.stories.get(story)
        if whole is None:
            continue
        likeness = measure_likeness(face, whole, events)
        if not few and not may_open(face, whole, likeness, owned=story in face.owned):
            continue
        weighed = weigh(live, face, story, whole, events, likeness, settings=settings)
        if weighed.sum() > settings.story and (odds := weighed.decide()) > best:
            best, chosen = odds, story
    if _tells_session(face):
        told = live.find_session(face, chosen)
        return chosen, number if told is None else told
    if (taken := live.stories.get(chosen)) is not None and taken.turned:
        live.turn(chosen, number, face.hour)
        return number, number
    best, within = settings.event, number
    for event, near in nearest.get(chosen, {}).items():
        cluster = live.events.get(event) if event >= chosen else None  # what was founded before its story is of one that turned into it
        if cluster is None or not may_join(face, cluster, near[0]):
            continue
        if (odds := measure_event(face, cluster, near).sum(EVENT)) > best:
            best, within = odds, event
    return chosen, within


def _tells_session(face: Face) -> bool:
    """Whether an article is a market's report, whose title says whose it is."""
    return face.matter is not None and face.matter.session is not None


def weigh(
    live: Live,
    face: Face,
    number: int,
    story: Cluster,
    events: dict[int, Near],
    likeness: Likeness | None = None,
    *,
    settings: Settings,
) -> Weighed:
    """An article beside a story: features and what they count for; events and likeness: as measure_story takes them."""
    closeness = measure_story(live, face, number, story, events, likeness)
    weights = weigh_story(live, closeness, settings)
    deciding = weights if _tells_session(face) else DECIDING if weights is STORY else prefer(weights)
    return Weighed(closeness=closeness, weights=weights, deciding=deciding)


def measure_event(face: Face, event: Cluster, near: Near) -> Closeness:
    """How close an article is to an event."""
    return measure(face, event, words=near[0], crossing=near[1])


def measure_likeness(face: Face, story: Cluster, events: dict[int, Near]) -> Likeness:
    """How like an article is to a story in words, and to the closest of its events; a story of one article is its event."""
    event = max([near[0] for near in events.values()], default=0.0)
    return event if events and story.size == 1 else measure_words(face, story), event


def measure_story(
    live: Live, face: Face, number: int, story: Cluster, events: dict[int, Near], likeness: Likeness | None = None
) -> Closeness:
    """How close an article is to a story; events: how near its closest ones are; likeness: in words, where it was measured before."""
    few = live.count_few()
    words, event = likeness or measure_likeness(face, story, events)
    words = max(words, _EVENT * measure_fewness(few) * event)
    crossing = 0.0
    if face.marks and story.needs_crossing(face, few=few > 0):
        crossing = max(live.crossing.measure_story(face.marks, number), *[near[1] for near in events.values()], 0.0)
    owned, held = face.owned.get(number, 0.0), story.words.get(face.script)
    shared = count_shared(face.words, held.weights) if held is not None and (owned or few) else 0.0
    return measure(
        face,
        story,
        words=words,
        event=event,
        breadth=measure_breadth(story, face.script),
        crossing=crossing,
        owned=owned,
        shared=shared,
        rare=sum_rare(face.rare, held.weights) if held is not None and face.rare else 0.0,
    )


def weigh_story(live: Live, closeness: Closeness, settings: Settings) -> Weights:
    """What the features of a story count for now.

    Among few live ones words tell more and places less, since all may come from one country, and a pause says little. What crosses scripts
    has weights of its own: as far as it is more than chance there is less to overcome.
    """
    few = live.count_few()
    if not few:
        return STORY
    alone = weigh_few(few, closeness.shared)
    if closeness.crossing <= CHANCE:
        return alone
    few *= min(1.0, (closeness.crossing - CHANCE) / _SURE)
    eased = STORY.against - settings.few * few
    across = msgspec.structs.replace(
        STORY, breadth=0.0, against=eased, gap=STORY.gap * max(0.0, 1 - settings.pause * few), apart=alone.apart
    )
    return max(alone, across, key=closeness.sum)
