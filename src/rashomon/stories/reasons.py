"""Why two articles were put together or kept apart, in words for people."""

from collections.abc import Mapping, Sequence

from rashomon.model import Article, Placement, Reading
from rashomon.stories.closeness import CHANCE, Closeness
from rashomon.stories.clusters import Face
from rashomon.stories.differences import find_difference, quote
from rashomon.stories.duplicates import Text, find_body, find_clauses, measure_copied
from rashomon.stories.moments import find_hour, order_key
from rashomon.stories.settings import Settings
from rashomon.stories.stream import Stream
from rashomon.stories.sums import EVENT, Weights
from rashomon.stories.trials import Trial
from rashomon.stories.waking import AGAINST, Evidence
from rashomon.stories.weights import measure_closeness
from rashomon.stories.words import find_lead

_MOST = 12  # words told
_TOLD = 0.05  # least that a feature brings to be told
_MAIN = 2  # features told as what counted most
_AGAINST = ("gap", "age", "apart", "outlet", "unnamed")  # what speaks against
_CALLED = {
    "words": "the words they share",
    "event": "the words shared with its closest event",
    "breadth": "how wide a matter it is",
    "title": "the words of the titles",
    "places": "the countries and territories they are about",
    "size": "how many articles it has",
    "matter": "one standing matter of both, an outbreak, a market or a company's results",
    "standing": "the outbreak that it goes on with",
    "owned": "that it holds most of what is told of these countries",
    "rare": "words that next to no other text holds",
    "correction": "that it corrects what its outlet wrote there",
    "gap": "the pause between them",
    "age": "the time since it began",
    "apart": "that they are two of one kind: accidents in two places, two markets, two outbreaks, two companies' results, "
    "a digest and what it gathers",
    "outlet": "that its outlet tells of it already",
    "unnamed": "that its title begins with someone whom nothing there names",
}  # features, in words


def why(
    a: str, b: str, articles: Sequence[Article], readings: Mapping[str, Reading] | None = None, *, settings: Settings | None = None
) -> tuple[str, ...]:
    """Lines that say what brought the articles of two paths together or kept them apart: the verdict, the cause, and what was measured.

    What is told is what grouping did when the later one came. Raises KeyError where a path is not among the articles, ValueError where
    both are one.
    """
    settings, known = settings or Settings(), readings or {}
    if a == b:
        raise ValueError(f"why: {a!r} was given twice; give the paths of two articles")
    by_path = {article.path: article for article in articles}
    earlier, later = sorted((by_path[a], by_path[b]), key=order_key)
    stream = Stream(settings)
    stream.add([article for article in articles if order_key(article) < order_key(later)], known)
    shown = stream.show(earlier, known.get(earlier.path))
    trial = stream.explain(later, earlier.path, known)
    joined = stream.find_founder(later.path)
    stream.add([article for article in articles if order_key(article) > order_key(later)], known)
    placements = {placement.path: placement for placement in stream.grouping().placements}
    together = placements[a].story == placements[b].story
    return (
        _tell_verdict(placements[a], placements[b]),
        _tell_cause(trial, joined, settings.story),
        *_tell_bound(stream.find_founder(a), stream.find_founder(b), together),
        _tell_words(shown, trial.face),
        *_tell_sums(trial, settings),
        _tell_time(earlier, later, settings),
        *_tell_copied(earlier, later, settings),
    )


def _tell_verdict(a: Placement, b: Placement) -> str:
    if b.duplicate_of == a.path or a.duplicate_of == b.path:
        return f"Together, since one repeats the other: both in event {a.event} of story {a.story}."
    if a.event == b.event:
        return f"Together: both in event {a.event} of story {a.story}."
    if a.story == b.story:
        return f"One story, {a.story}, in two events: {a.event} and {b.event}."
    return f"Apart: stories {a.story} and {b.story}."


def _tell_cause(trial: Trial, joined: str, bar: float) -> str:
    """What the later article did when it came, and what counted."""
    went = f"it joined another story, {joined}" if trial.joined is not None else "it founded a story of its own"
    if trial.repeats:
        return f"The later one repeats a text, so that it stands where that one stands, in {joined}: nothing else was asked."
    if trial.joined is not None and trial.joined == trial.of:
        if trial.story is None:
            return f"The later one woke the story of the earlier one, {joined}, which slept."
        return f"The later one joined the story of the earlier one, {joined}: {_tell_main(trial.story.closeness, trial.story.weights)}."
    if trial.story is None:
        return f"The later one did not join the story of the earlier one, which slept or was at rest by then: {went}."
    weighed, total = trial.story, trial.story.sum()
    if not trial.looked:
        return f"The story of the earlier one was not among those with the nearest words, so that it was not looked at: {went}."
    if total <= bar:
        return f"The later one stayed out of the story of the earlier one, {_tell_lack(weighed.closeness, weighed.weights, bar)}; {went}."
    if trial.chosen is not None:
        nearer = f"another was nearer by its words ({trial.chosen.decide():+.1f} beside {weighed.decide():+.1f})"
        return f"The story of the earlier one was open to the later one, but {nearer}: {went}."
    return f"The story of the earlier one had turned from what it began with by then, and ended: {went}."


def _tell_main(closeness: Closeness, weights: Weights) -> str:
    """What counted most for it."""
    brought = sorted(_weigh(closeness, weights).items(), key=lambda entry: (-entry[1], entry[0]))
    if weights.crossing * (closeness.crossing - CHANCE) > sum(max(0.0, brings) for _, brings in brought):
        return "what counted most are names and numbers that cross scripts"
    return "what counted most is " + ", then ".join(f"{_CALLED[name]} ({brings:+.1f})" for name, brings in brought[:_MAIN])


def _tell_lack(closeness: Closeness, weights: Weights, bar: float) -> str:
    """What kept an article out: what speaks against it, where without that it would have joined, else how little they share."""
    lacking = bar - closeness.sum(weights)
    against = {name: -brings for name, brings in _weigh(closeness, weights).items() if brings < 0}
    heaviest = max(against, key=lambda name: (against[name], name), default=None)
    if heaviest is not None and against[heaviest] > lacking:
        return f"for {_CALLED[heaviest]} ({-against[heaviest]:+.1f}), without which it would have joined"
    wanted = closeness.words + lacking / weights.words
    if wanted > 1:
        return f"since they share too little: words {closeness.words:.2f}, and places {closeness.places:.2f}"
    return f"since they share too little: words {closeness.words:.2f}, where about {wanted:.2f} would have been enough"


def _weigh(closeness: Closeness, weights: Weights) -> dict[str, float]:
    """What each feature brings, but for what crosses scripts, which stands in place of others."""
    counted = {name: float(getattr(weights, name)) for name in Closeness.__struct_fields__ if name != "crossing" and hasattr(weights, name)}
    return {name: (-1 if name in _AGAINST else 1) * weight * getattr(closeness, name) for name, weight in counted.items() if weight}


def _tell_bound(a: str, b: str, together: bool) -> tuple[str, ...]:
    if a == b or not together:
        return ()
    return (f"They were founded apart, as {a} and {b}, which were bound once more was known: as wholes they are one matter.",)


def _tell_words(earlier: Face, later: Face) -> str:
    one, other = earlier.words, later.words
    shared = sorted(((one[word] * other[word], word) for word in one.keys() & other.keys()), key=lambda entry: (-entry[0], entry[1]))
    words = ", ".join(f"{word} {weight:.3f}" for weight, word in shared[:_MOST]) or "none"
    return f"Closeness of the two in words {measure_closeness(one, other):.2f}; words they share, with what each brings: {words}."


def _tell_sums(trial: Trial, settings: Settings) -> tuple[str, ...]:
    """How close the later article was to the story and the event that the earlier one stood in, where that was asked."""
    if trial.repeats or not (trial.looked or trial.asleep):
        return ()
    told = [_tell_asleep(*trial.asleep)] if trial.asleep is not None else []
    if trial.story is not None:
        told.append(_tell_sum("story", trial.story.closeness, trial.story.weights, settings.story))
    if trial.event is not None and trial.joined == trial.of:
        told.append(_tell_sum("event", trial.event, EVENT, settings.event))
    return tuple(told)


def _tell_asleep(evidence: Evidence, bar: float) -> str:
    """What spoke for waking the story that the earlier article stood in."""
    brought = evidence.weigh()
    weighed = ", ".join(f"{name} {getattr(evidence, name):.2f} brings {brings:+.1f}" for name, brings in brought.items())
    total = evidence.sum()
    sums = f"{weighed}, against {-AGAINST:.1f}; in all {total:+.2f} where the bar is {bar:+.2f}"
    return f"The story of the earlier one slept: {sums}, {'over the bar' if total > bar else 'not over it'}."


def _tell_sum(level: str, closeness: Closeness, weights: Weights, bar: float) -> str:
    told = {name: brings for name, brings in _weigh(closeness, weights).items() if abs(brings) >= _TOLD}
    weighed = [f"{name} {getattr(closeness, name):.2f} brings {brings:+.1f}" for name, brings in told.items()]
    if weights.crossing and closeness.crossing > CHANCE:
        brings = weights.crossing * (closeness.crossing - CHANCE)
        weighed.append(f"what crosses scripts {closeness.crossing:.2f} would bring {brings:+.1f} in place of words")
    total = closeness.sum(weights)
    sums = f"{', '.join(weighed)}, against {-weights.against:.1f}; in all {total:+.2f} where the bar is {bar:+.2f}"
    return f"Beside the earlier one's {level}: {sums}, {'over it' if total > bar else 'not over it'}."


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
