"""Why two articles were put together or kept apart, in words for people."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from rashomon.model import Article, Placement, Reading
from rashomon.stories.closeness import CHANCE, Closeness
from rashomon.stories.clusters import Face
from rashomon.stories.differences import find_difference, quote
from rashomon.stories.duplicates import Text, find_body, find_clauses, measure_copied
from rashomon.stories.moments import find_hour, order_key
from rashomon.stories.settings import Settings
from rashomon.stories.stream import Stream
from rashomon.stories.sums import EVENT, Weights
from rashomon.stories.waking import AGAINST, Evidence
from rashomon.stories.weights import measure_closeness
from rashomon.stories.words import find_lead

_MOST = 12  # words told


def why(
    a: str, b: str, articles: Sequence[Article], readings: Mapping[str, Reading] | None = None, *, settings: Settings | None = None
) -> tuple[str, ...]:
    """Lines that say what brought the articles of two paths together or kept them apart, as it stood when the later one came.

    Raises KeyError where a path is not among the articles, ValueError where both are one.
    """
    settings = settings or Settings()
    if a == b:
        raise ValueError(f"why: {a!r} was given twice; give the paths of two articles")
    by_path = {article.path: article for article in articles}
    earlier, later = sorted((by_path[a], by_path[b]), key=order_key)
    stream = Stream(settings)
    stream.add([article for article in articles if order_key(article) < order_key(later)], readings)
    known = readings or {}
    shown = [stream.show(article, known.get(article.path)) for article in (earlier, later)]
    beside = stream.compare(later, earlier.path, known.get(later.path))
    asleep = stream.compare_asleep(later, earlier.path, known.get(later.path))
    features = _tell_asleep(*asleep) if asleep else _tell_features(beside, stream.weigh_story, settings)
    told = _tell_words(*shown), *features, _tell_time(earlier, later, settings)
    stream.add([article for article in articles if order_key(article) >= order_key(later)], readings)
    placements = {placement.path: placement for placement in stream.grouping().placements}
    told = *_tell_bound(stream.find_founder(a), stream.find_founder(b), placements[a].story == placements[b].story), *told
    return (_tell_verdict(placements[a], placements[b]), *told, *_tell_copied(earlier, later, settings))


def _tell_verdict(a: Placement, b: Placement) -> str:
    if b.duplicate_of == a.path or a.duplicate_of == b.path:
        return f"Together, since one repeats the other: both in event {a.event} of story {a.story}."
    if a.event == b.event:
        return f"Together: both in event {a.event} of story {a.story}."
    if a.story == b.story:
        return f"One story, {a.story}, in two events: {a.event} and {b.event}."
    return f"Apart: stories {a.story} and {b.story}."


def _tell_bound(a: str, b: str, together: bool) -> tuple[str, ...]:
    if a == b or not together:
        return ()
    return (f"They were founded apart, as {a} and {b}, which were bound once more was known: as wholes they are one matter.",)


def _tell_words(earlier: Face, later: Face) -> str:
    one, other = earlier.words, later.words
    shared = sorted(((one[word] * other[word], word) for word in one.keys() & other.keys()), key=lambda entry: (-entry[0], entry[1]))
    words = ", ".join(f"{word} {weight:.3f}" for weight, word in shared[:_MOST]) or "none"
    return f"Closeness of the two in words {measure_closeness(one, other):.2f}; words they share, with what each brings: {words}."


def _tell_features(
    beside: tuple[Closeness, Closeness] | None, weigh: Callable[[Closeness], Weights], settings: Settings
) -> tuple[str, ...]:
    """How close the later article was to the story and the event that the earlier one stood in."""
    if beside is None:
        return ("The event of the earlier one was at rest by then, so that nothing could join it.",)
    story, event = beside
    return (_tell_sum("story", story, weigh(story), settings.story), _tell_sum("event", event, EVENT, settings.event))


def _tell_asleep(evidence: Evidence, bar: float) -> tuple[str, ...]:
    """What spoke for waking the story that the earlier article stood in."""
    brought = evidence.weigh()
    weighed = ", ".join(f"{name} {getattr(evidence, name):.2f} brings {brings:+.1f}" for name, brings in brought.items())
    total = evidence.sum()
    verdict = "over the bar: it wakes unless another is nearer" if total > bar else "not over the bar: this alone does not wake it"
    sums = f"{weighed}, against {-AGAINST:.1f}; in all {total:+.1f} where the bar is {bar:+.1f}"
    return (f"The story of the earlier one slept: {sums}, {verdict}.",)


def _tell_sum(level: str, closeness: Closeness, weights: Weights, bar: float) -> str:
    weighed = []
    for field in msgspec.structs.fields(Closeness):
        weight = getattr(weights, field.name, 0.0)
        if weight:
            value = getattr(closeness, field.name)
            sign = -1 if field.name in ("gap", "age", "apart", "outlet") else 1
            if field.name != "crossing":
                weighed.append(f"{field.name} {value:.2f} brings {sign * weight * value:+.1f}")
            elif value > CHANCE:
                weighed.append(f"what crosses scripts {value:.2f} would bring {weight * (value - CHANCE):+.1f} in place of words")
    total = closeness.sum(weights)
    sums = f"{', '.join(weighed)}, against {-weights.against:.1f}"
    verdict = "over the bar: it joins unless another is nearer" if total > bar else "not over the bar: this alone does not bring it in"
    return f"Beside the earlier one's {level}: {sums}; in all {total:+.1f} where the bar is {bar:+.1f}, {verdict}."


def _tell_time(earlier: Article, later: Article, settings: Settings) -> str:
    hours = [find_hour(article) for article in (earlier, later)]
    gap = "unknown" if hours[0] is None or hours[1] is None else f"{hours[1] - hours[0]:.0f} hours"
    return f"Time between the two: {gap}; a story sleeps when it took none for {settings.window:.0f} hours, among few stories for longer."


def _tell_copied(earlier: Article, later: Article, settings: Settings) -> tuple[str, ...]:
    bodies = [find_body(find_lead(article, most=settings.lead)) for article in (earlier, later)]
    one, other = (
        Text(article, find_clauses(body), find_hour(article) or 0.0, body) for article, body in zip((earlier, later), bodies, strict=True)
    )
    copied = measure_copied(other, find_clauses(bodies[1]), one)
    if not copied:
        return ("Neither repeats the other.",)
    difference = find_difference(earlier, later)
    gone = tuple(f"- {sentence}" for sentence in quote(earlier, difference.gone[:_MOST]))
    came = tuple(f"+ {sentence}" for sentence in quote(later, difference.came[:_MOST]))
    return (f"{copied:.0%} of the shorter text stands in the other; sentences that are not the same:", *gone, *came)
