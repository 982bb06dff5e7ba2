"""Why two articles were put together or kept apart, in words for people."""

from collections.abc import Mapping, Sequence

from rashomon.model import Article, Placement, Reading
from rashomon.stories.duplicates import Text, find_clauses, share_copied
from rashomon.stories.moments import find_hour, order_key
from rashomon.stories.settings import Settings
from rashomon.stories.stream import Stream
from rashomon.stories.weights import Frequencies, measure_closeness
from rashomon.stories.words import read_bag

_MOST = 12  # words told


def why(
    a: str, b: str, articles: Sequence[Article], readings: Mapping[str, Reading] | None = None, *, settings: Settings | None = None
) -> tuple[str, ...]:
    """Lines that say what brought the articles of two paths together or kept them apart.

    Raises KeyError where a path is not among the articles.
    """
    settings = settings or Settings()
    by_path = {article.path: article for article in articles}
    one, other = by_path[a], by_path[b]
    stream = Stream(settings)
    stream.add(articles, readings)
    placements = {placement.path: placement for placement in stream.grouping().placements}
    return (_tell_verdict(placements[a], placements[b]), *_tell_evidence(one, other, articles, settings))


def _tell_verdict(a: Placement, b: Placement) -> str:
    if b.duplicate_of == a.path or a.duplicate_of == b.path:
        return f"One text: it stands in event {a.event} of story {a.story}."
    if a.event == b.event:
        return f"Together: both in event {a.event} of story {a.story}."
    if a.story == b.story:
        return f"One story, {a.story}, two events: {a.event} and {b.event}."
    return f"Apart: stories {a.story} and {b.story}."


def _tell_evidence(a: Article, b: Article, articles: Sequence[Article], settings: Settings) -> tuple[str, ...]:
    frequencies = Frequencies(settings)
    for article in sorted(articles, key=order_key):
        frequencies.observe(read_bag(article, lead=settings.lead))
    one, other = (frequencies.weigh(read_bag(article, lead=settings.lead)) for article in (a, b))
    shared = sorted(((one[word] * other[word], word) for word in one.keys() & other.keys()), key=lambda entry: (-entry[0], entry[1]))
    words = ", ".join(f"{word} {weight:.3f}" for weight, word in shared[:_MOST]) or "none"
    hours = [find_hour(article) for article in (a, b)]
    gap = "unknown" if hours[0] is None or hours[1] is None else f"{abs(hours[0] - hours[1]):.0f} hours"
    text = Text(a, find_clauses(a, lead=settings.lead), 0.0)
    copied = share_copied(find_clauses(b, lead=settings.lead), text)
    return (
        f"Closeness of the two in words: {measure_closeness(one, other):.2f}; a text joins an event at {settings.event:.2f}"
        f" and a story at {settings.story:.2f}, each taken as a whole and fading with time.",
        f"Words they share, with the weight each brings: {words}.",
        f"Time between them: {gap}; a cluster takes new articles for {settings.window:.0f} hours after its last.",
        f"Share of the shorter text that stands word for word in the other: {copied:.0%}; a duplicate has {settings.copied:.0%}.",
    )
