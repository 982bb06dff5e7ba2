"""Articles grouped as they come: duplicates, events, stories, in one pass over a bounded state."""

from collections.abc import Collection, Iterable, Mapping
from math import log

import msgspec

from rashomon.languages import fold
from rashomon.model import Article, Grouping, Placement, Reading
from rashomon.stories.aliases import Aliases
from rashomon.stories.building import FORGOTTEN, build_stories, name_cluster, place
from rashomon.stories.closeness import (
    BOUND,
    CHANCE,
    DECIDING,
    EVENT,
    STORY,
    Closeness,
    Weights,
    count_shared,
    may_join,
    measure,
    measure_whole,
    measure_words,
    prefer,
)
from rashomon.stories.clusters import Cluster, Clusters, Face, Index
from rashomon.stories.crossing import Crossing
from rashomon.stories.duplicates import Duplicates, Repeat
from rashomon.stories.marks import Source, find_source
from rashomon.stories.matters import find_matter
from rashomon.stories.members import Member
from rashomon.stories.moments import find_hour, order_key
from rashomon.stories.owners import Owners
from rashomon.stories.places import find_home, find_places
from rashomon.stories.settings import Settings
from rashomon.stories.sleepers import Sketch, Sleepers, draw, restore
from rashomon.stories.titles import find_own_names
from rashomon.stories.waking import Evidence, find_evidence
from rashomon.stories.weights import Frequencies
from rashomon.stories.words import Bag, find_lead, read_bag

_CANDIDATES = 6  # events that an article is measured against, and their stories
_MANY = 50  # live stories from which chance likeness is as frequent as it gets
_UNSEEN = 14  # articles that a story's share is reckoned with beside those that live: the first of a folder is not all there is
_SWEEP = 12.0  # hours between two rounds of letting go

Near = tuple[float, float]
"""How near an event is: in words, and in what crosses scripts."""

Nearest = dict[int, dict[int, Near]]
"""The events that may be close, by the story they stand in."""


class Stream:
    """The state of grouping: `add` articles, ask for the `grouping`.

    What is added goes in by (published, id); adding B after A, where nothing of B is earlier, gives what adding both at once gives.
    A later addition that is earlier attaches where it belongs and moves nothing else, unless it shows two young stories to be one.
    Live clusters and texts are bounded by what a week and a month hold; for good grow one row an article and the words' counts,
    which are capped.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings = settings or Settings()
        self._frequencies = Frequencies(settings)
        self._aliases = Aliases()
        self._duplicates = Duplicates()
        self._stories = Clusters(window=settings.window, memory=settings.memory)
        self._events = Clusters(window=settings.window)
        self._index = Index()  # of the events; stories are found through theirs
        self._crossing = Crossing()
        self._owners = Owners()
        self._sleepers = Sleepers()
        self._standing: dict[str, int] = {}  # standing matter -> the story that it was last told in
        self._sessions: dict[tuple[str, int], int] = {}  # market and session -> event
        self._members: list[Member] = []
        self._numbers: dict[str, int] = {}  # path -> number of the member
        self._into: dict[int, int] = {}  # a story that was bound to an earlier one -> that one
        self._now = float("-inf")
        self._swept = float("-inf")

    def add(self, articles: Iterable[Article], readings: Mapping[str, Reading] | None = None) -> tuple[Placement, ...]:
        """Place articles among those before; their placements, in the order they were taken. A path known already stays as it is."""
        known = readings or {}
        taken = [
            self._take(article, known.get(article.path)) for article in sorted(articles, key=order_key) if article.path not in self._numbers
        ]
        return tuple(self._place(number) for number in taken)

    def grouping(self, of: Iterable[str] | None = None) -> Grouping:
        """All stories so far and the place of each article in them; or only the stories that some paths stand in."""
        wanted = None if of is None else {self._story_of(self._numbers[path]) for path in of}
        built = build_stories(self._members, self._story_of, bound=sorted(self._into), wanted=wanted)
        paths = sorted(path for story in built for path in story.paths)
        return Grouping(stories=built, placements=tuple(self._place(self._numbers[path]) for path in paths))

    def forget(self, article: Article) -> None:
        """Let go of an article: its title, names and path, and every word that no other article holds. What it bound stays bound."""
        number = self._numbers.pop(article.path)
        self._members[number] = msgspec.structs.replace(self._members[number], path=FORGOTTEN, title="", names=())
        self._duplicates.forget(number)
        self._crossing.keep_waiting()
        words = self._frequencies.forget(read_bag(find_lead(article, most=self._settings.lead)[: self._settings.told]))
        for held in (self._stories, self._events, self._sleepers, self._index, self._aliases):
            held.drop_words(words)

    def _take(self, article: Article, reading: Reading | None) -> int:
        hour = self._hour_of(article)
        self._let_go(hour)
        number = len(self._members)
        self._numbers[article.path] = number
        lead = find_lead(article, most=self._settings.lead)
        repeat = self._duplicates.place(number, article, lead, hour)
        bag = read_bag(lead[: self._settings.told])
        if reading is not None:
            self._aliases.learn(reading.names)
        aliases = self._aliases.find_words(reading.names) if reading is not None else ()
        source = find_source(article, reading, lead=lead, bag=bag, aliases=aliases)
        bag = bag.with_words(aliases)
        self._frequencies.observe(bag)
        face = self._face(article, bag, source, hour)
        nearest: Nearest = {}
        if repeat is not None and self._stays(repeat):
            story, event = self._story_of(repeat.of), self._members[repeat.of].event
        else:
            nearest = self._find_nearest(face)
            story, event = self._choose(number, face, nearest)
            if story == number:
                story = self._find_sleeper(face, number)
        self._wake(story, hour)
        self._stories.join(story, face)
        self._owners.add(story, face.places)
        if face.matter is not None and face.matter.standing:
            self._standing[face.matter.key] = story
            if face.matter.session is not None:
                self._sessions.setdefault((face.matter.key, face.matter.session), event)
        self._index.add(event, face, self._events.join(event, face))
        self._crossing.add(story, event, source)
        self._members.append(
            Member(
                path=article.path,
                document=article.document,
                article=article.article,
                outlet=article.outlet,
                title=article.title,
                published=article.published,
                hour=hour,
                story=story,
                event=event,
                repeat=repeat,
                names=find_own_names(reading, article.title) if reading is not None else (),
            )
        )
        self._bind(story, nearest)
        self._rouse(self._story_of(number), face)
        return number

    def _wake(self, story: int, hour: float) -> None:
        """Let a story live again, should it sleep."""
        sketch = self._sleepers.take(story)
        if sketch is not None:
            self._stories.wake(story, restore(sketch, hour, self._settings.memory))

    def _find_sleeper(self, face: Face, otherwise: int) -> int:
        """The sleeping story that goes on in an article or a young story, by the most evidence; another number where none does."""
        best, chosen = 0.0, otherwise
        found = dict(self._sleepers.find(face.words))
        told = self._story_of(self._standing[face.matter.key]) if face.matter is not None and face.matter.key in self._standing else None
        if told is not None and told not in found and (sketch := self._sleepers.get(told)) is not None:
            found[told] = sketch
        for number, sketch in found.items():
            if told == number and face.matter is not None and face.matter.session is not None:
                return number
            evidence = self._weigh_evidence(face, sketch)
            if (odds := evidence.sum() - self._find_bar(evidence)) > best:
                best, chosen = odds, number
        return chosen

    def _find_bar(self, evidence: Evidence) -> float:
        """Least sum of evidence that wakes a story: among few there is little to be mistaken for."""
        settings = self._settings
        return -settings.few * self._count_few(len(self._sleepers)) * min(1.0, max(0.0, evidence.shared - 1) / settings.alike)

    def _weigh_evidence(self, face: Face, sketch: Sketch) -> Evidence:
        return find_evidence(face, sketch, rarity=self._frequencies.measure_rarity, rarest=self._frequencies.find_rarest())

    def _rouse(self, story: int, face: Face) -> None:
        """Bind a young story to the sleeping one that goes on in it: its first article may have shown too little."""
        young = self._stories.get(story)
        settings = self._settings
        if young is None or not 1 < young.size <= settings.large or young.last - young.first > settings.born:
            return
        drawn = draw(young)
        earlier = self._find_sleeper(msgspec.structs.replace(face, words=drawn.words[face.script], places=drawn.places), story)
        if earlier < story:
            self._wake(earlier, young.last)
            self._stories.bind(earlier, story)
            self._crossing.bind(earlier, story)
            self._owners.bind(earlier, story)
            self._into[story] = earlier

    def _bind(self, story: int, others: Iterable[int]) -> None:
        """Bind a story that took an article to those near the article that are one matter with it, as seen by now.

        What a story is about is poorly known from its first articles, so that the first days of a matter found several. Only stories
        founded about the same time are bound: what stayed apart from a story that was well known stays apart.
        """
        settings = self._settings
        for other in others:
            one, two = self._stories.get(story), self._stories.get(other)
            if other == story or one is None or two is None or abs(one.first - two.first) > settings.born:
                continue
            smaller = min(one.size, two.size)
            alike = measure_whole(one, two) if smaller <= settings.large else None
            if alike is not None and alike.sum(BOUND) > settings.bind + settings.grown * log(smaller):
                story, gone = sorted((story, other))
                self._stories.bind(story, gone)
                self._crossing.bind(story, gone)
                self._owners.bind(story, gone)
                self._into[gone] = story

    def _story_of(self, number: int) -> int:
        """The story that an article stands in by now."""
        story = self._members[number].story
        while story in self._into:
            story = self._into[story]
        return story

    def _stays(self, repeat: Repeat) -> bool:
        """Whether a text stands where the one it repeats stands: a duplicate does, and a new version while the event lives."""
        return repeat.copied > 0 or (repeat.same and self._events.get(self._members[repeat.of].event) is not None)

    def show(self, article: Article, reading: Reading | None = None) -> Face:
        """What an article shows, by the frequencies known so far."""
        lead = find_lead(article, most=self._settings.lead)
        bag = read_bag(lead[: self._settings.told])
        aliases = self._aliases.find_words(reading.names) if reading is not None else ()
        source = find_source(article, reading, lead=lead, bag=bag, aliases=aliases)
        return self._face(article, bag.with_words(aliases), source, self._hour_of(article))

    def weigh_story(self, closeness: Closeness) -> Weights:
        """What the features of a story count for now: among few live ones there is little to be mistaken for, be it after a pause.

        That holds as far as they share words, and more than one: what only shares its place with another is no part of it. The larger the
        story's share of what lives, the fewer words suffice.
        """
        few, settings = self._count_few(0), self._settings
        if not few:
            return STORY
        few *= min(1.0, max(0.0, (closeness.shared - 1) / (settings.alike * (1 - closeness.share)), closeness.crossing / CHANCE))
        return msgspec.structs.replace(
            STORY, against=STORY.against - settings.few * few, gap=STORY.gap * max(0.0, 1 - settings.pause * few)
        )

    def _count_few(self, asleep: int) -> float:
        """Log of how few stories there are."""
        return log(_MANY / min(_MANY, 1 + len(self._stories) + asleep))

    def compare(self, article: Article, path: str, reading: Reading | None = None) -> tuple[Closeness, Closeness] | None:
        """How close an article that is to come is to the story and the event of one placed already; None where they rest."""
        number = self._story_of(self._numbers[path])
        within = self._members[self._numbers[path]].event
        story, event = self._stories.get(number), self._events.get(within)
        if story is None or event is None:
            return None
        face = self.show(article, reading)
        near = self._near(face, within, event)
        return self._measure_story(face, number, story, (near,)), self._measure(face, event, near)

    def compare_asleep(self, article: Article, path: str, reading: Reading | None = None) -> tuple[Evidence, float] | None:
        """What speaks for waking the story of one placed already, and the bar of its sum; None where that story doesn't sleep."""
        self._let_go(self._hour_of(article))
        sketch = self._sleepers.get(self._story_of(self._numbers[path]))
        if sketch is None:
            return None
        evidence = self._weigh_evidence(self.show(article, reading), sketch)
        return evidence, self._find_bar(evidence)

    def find_founder(self, path: str) -> str:
        """The story that an article founded or joined when it came, which may since have become part of another."""
        return name_cluster("s", self._members[self._numbers[path]].story, self._members)

    def _face(self, article: Article, bag: Bag, source: Source, hour: float) -> Face:
        weigh = self._frequencies.weigh
        home = find_home(article.zone)
        places = find_places(bag, home)
        return Face(
            words=weigh(bag),
            title=weigh(bag.only_title()),
            places=places,
            hour=hour,
            script=source.script,
            marks=self._crossing.show(source),
            matter=find_matter(fold(article.title), bag, places=places, home=home, tongue=article.language, hour=hour),
            outlet=article.outlet,
            owned=self._owners.find(places, home),
        )

    def _near(self, face: Face, number: int, event: Cluster) -> Near:
        """How near an event is in words, and in what crosses scripts where most of it is written in the other."""
        marks = face.marks if event.needs_crossing(face) else None
        return measure_words(face, event), self._crossing.measure_event(marks, number) if marks else 0.0

    def _measure(self, face: Face, event: Cluster, near: Near) -> Closeness:
        return measure(face, event, words=near[0], crossing=near[1])

    def _measure_story(self, face: Face, number: int, story: Cluster, near: Collection[Near]) -> Closeness:
        """near: how near its closest events are."""
        words, crossing = (max(values, default=0.0) for values in (zip(*near, strict=True) if near else ((), ())))
        if not face.marks or not story.needs_crossing(face):
            crossing = 0.0
        else:
            crossing = max(crossing, self._crossing.measure_story(face.marks, number))
        held = story.words.get(face.script)
        shared = count_shared(face.words, held.weights) if held is not None and self._count_few(0) else 0.0
        share = story.size / (self._stories.count_articles() + _UNSEEN) if shared else 0.0
        return measure(
            face,
            story,
            words=measure_words(face, story),
            event=words,
            crossing=crossing,
            owned=face.owned.get(number, 0.0),
            shared=shared,
            share=share,
        )

    def _hour_of(self, article: Article) -> float:
        """When an article came; without a date it comes now."""
        hour = find_hour(article)
        return hour if hour is not None else max(0.0, self._now)

    def _find_nearest(self, face: Face) -> Nearest:
        """The events that may be close, likeliest first, and how near they are."""
        nearest: Nearest = {}
        for event in self._find(face):
            cluster = self._events.get(event)
            if cluster is not None:
                nearest.setdefault(self._story_of(event), {})[event] = self._near(face, event, cluster)
        if face.matter is not None and (told := self._standing.get(face.matter.key)) is not None:
            nearest.setdefault(self._story_of(told), {})
        for story in face.owned:
            nearest.setdefault(story, {})
        return nearest

    def _choose(self, number: int, face: Face, nearest: Nearest) -> tuple[int, int]:
        """The story and event that an article joins: those of earlier ones, or its own number as one that is born."""
        settings = self._settings
        best, chosen = float("-inf"), number
        market = face.matter is not None and face.matter.session is not None
        for story, events in nearest.items():
            whole = self._stories.get(story)
            if whole is None:
                continue
            closeness = self._measure_story(face, story, whole, events.values())
            weights = self.weigh_story(closeness)
            deciding = weights if market else DECIDING if weights is STORY else prefer(weights)
            if closeness.sum(weights) > settings.story and (odds := closeness.sum(deciding)) > best:
                best, chosen = odds, story
        if face.matter is not None and face.matter.session is not None:
            held = self._sessions.get((face.matter.key, face.matter.session))
            return chosen, held if held is not None and self._story_of(held) == chosen else number
        best, within = settings.event, number
        for event, near in nearest.get(chosen, {}).items():
            cluster = self._events.get(event)
            if cluster is None or not may_join(face, cluster, near[0]):
                continue
            if (odds := self._measure(face, cluster, near).sum(EVENT)) > best:
                best, within = odds, event
        return chosen, within

    def _find(self, face: Face) -> list[int]:
        """Events that may be close: by words of the same script, and by what crosses scripts."""
        found = self._index.find(face, most=_CANDIDATES)
        crossing = self._crossing.find(face.marks) if face.marks else ()
        return list(dict.fromkeys((*found, *crossing)))

    def _let_go(self, hour: float) -> None:
        self._now = max(self._now, hour)
        if self._now - self._swept >= _SWEEP:
            self._swept = self._now
            stories, events = self._stories.let_go(self._now), self._events.let_go(self._now)
            self._owners.drop(stories)
            for number, story in stories.items():
                self._sleepers.add(number, draw(story))
            self._index.drop(events)
            self._crossing.drop(stories, events)
            self._duplicates.let_go(self._now)

    def _place(self, number: int) -> Placement:
        return place(number, self._story_of(number), self._members)
