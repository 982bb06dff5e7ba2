"""Grouping anew: the canonical result of all articles, with the ids that people know."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model import Article, Grouping, Reading, Story
from rashomon.stories.differences import keep_differences
from rashomon.stories.settings import Settings
from rashomon.stories.stream import Stream


def rebuild(
    articles: Sequence[Article], before: Grouping, readings: Mapping[str, Reading] | None = None, *, settings: Settings | None = None
) -> Grouping:
    """Group all articles anew, as if they had come in order, and keep the ids that people know."""
    stream = Stream(settings)
    stream.add(articles, readings)
    return keep_differences(keep_ids(before, stream.grouping()), articles)


def keep_ids(before: Grouping, anew: Grouping) -> Grouping:
    """What was grouped anew, where each story and event keeps the id of the one it shares most articles with.

    A story lists as `formerly` the ids of earlier ones, kept by no other, that lie mostly in it. Stories and placements stand in the order
    in which they stood.
    """
    stories = _keep_ids({p.path: p.story for p in before.placements}, {p.path: p.story for p in anew.placements})
    events = _keep_ids({p.path: p.event for p in before.placements}, {p.path: p.event for p in anew.placements})
    formerly = _find_formerly(before, anew, stories)
    return Grouping(
        stories=tuple(_rename(story, stories, events, formerly.get(story.id, ())) for story in anew.stories),
        placements=tuple(
            msgspec.structs.replace(p, story=stories.get(p.story, p.story), event=events.get(p.event, p.event)) for p in anew.placements
        ),
    )


def _keep_ids(before: Mapping[str, str], anew: Mapping[str, str]) -> dict[str, str]:
    """Ids given anew to the ids they keep, by largest overlap; an id is kept once, and never stands for two."""
    shared = Counter((before[path], given) for path, given in sorted(anew.items()) if path in before)
    kept: dict[str, str] = {}
    taken: set[str] = set()
    for (known, given), _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        if given not in kept and known not in taken:
            kept[given] = known
            taken.add(known)
    for given in sorted(set(anew.values()) - set(kept)):
        kept[given] = _make_free(given, taken)
        taken.add(kept[given])
    return kept


def _make_free(given: str, taken: Iterable[str]) -> str:
    """An id that no other bears: the one given, else with a number behind it."""
    used, number, free = set(taken), 2, given
    while free in used:
        free = f"{given}-{number}"
        number += 1
    return free


def _find_formerly(before: Grouping, anew: Grouping, kept: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    placed = {p.path: p.story for p in anew.placements}
    inherited = {given: {kept[given]} for given in kept}
    keepers = {known: given for given, known in kept.items()}
    for story in before.stories:
        if story.id in keepers:
            inherited[keepers[story.id]].update(story.formerly)
            continue
        lies = Counter(placed[path] for path in story.paths if path in placed)
        if lies:
            given = min(lies, key=lambda name: (-lies[name], name))
            inherited[given].update((story.id, *story.formerly))
    return {given: tuple(sorted(names - {kept[given]})) for given, names in inherited.items()}


def _rename(story: Story, stories: Mapping[str, str], events: Mapping[str, str], formerly: tuple[str, ...]) -> Story:
    return msgspec.structs.replace(
        story,
        id=stories.get(story.id, story.id),
        events=tuple(msgspec.structs.replace(event, id=events.get(event.id, event.id)) for event in story.events),
        formerly=formerly,
    )
