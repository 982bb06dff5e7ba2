"""How it was decided whether an article joins the story and the event of another: what grouping measured, kept to be told."""

import msgspec

from rashomon.stories.binding import Binder
from rashomon.stories.choosing import Nearest, Weighed, find_near, measure_event, weigh
from rashomon.stories.closeness import Closeness
from rashomon.stories.clusters import Face
from rashomon.stories.live import Live
from rashomon.stories.settings import Settings
from rashomon.stories.waking import Evidence


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """An article beside the story and the event of one placed before it, at the hour it came."""

    face: Face  # what the article showed
    repeats: bool  # it repeats a text, and stands where that stands: nothing below was asked
    asleep: tuple[Evidence, float] | None = None  # where that story slept, what spoke for waking it, and the bar
    story: Weighed | None = None  # where that story lived, the article beside it
    looked: bool = False  # whether the story was among those that were looked at
    event: Closeness | None = None  # where that event lived, the article beside it
    within: bool = False  # whether the event was among those that were looked at in that story
    of: int | None = None  # the story of the one placed before
    joined: int | None = None  # the story that took the article; None where it founded one
    chosen: Weighed | None = None  # the article beside that story, where it is another


def try_article(live: Live, binder: Binder, face: Face, nearest: Nearest, *, story: int, event: int, settings: Settings) -> Trial:
    """An article beside a story and an event, before it is placed; nearest: what it is placed by."""
    sketch, whole, cluster = live.sleepers.get(story), live.stories.get(story), live.events.get(event)
    evidence = None if sketch is None else binder.weigh_evidence(face, sketch)
    events = dict(nearest.get(story, {}))
    if story not in nearest and cluster is not None:
        events[event] = find_near(live, face, event, cluster)
    return Trial(
        face=face,
        repeats=False,
        asleep=None if evidence is None else (evidence, binder.find_bar(evidence)),
        story=None if whole is None else weigh(live, face, story, whole, events, settings=settings),
        looked=story in nearest,
        event=None if cluster is None else measure_event(face, cluster, find_near(live, face, event, cluster)),
        within=event in nearest.get(story, {}),
    )


def weigh_all(live: Live, face: Face, nearest: Nearest, settings: Settings) -> dict[int, Weighed]:
    """An article beside each story that is looked at and lives."""
    return {
        number: weigh(live, face, number, whole, events, settings=settings)
        for number, events in nearest.items()
        if (whole := live.stories.get(number)) is not None
    }
