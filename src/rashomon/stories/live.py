"""What lives: open stories and events with all that they are found by, and the sketches of those that sleep."""

from collections.abc import Mapping
from math import exp, log

from rashomon.stories.clusters import Clusters, Face
from rashomon.stories.crossing import Crossing
from rashomon.stories.index import Index
from rashomon.stories.marks import Source
from rashomon.stories.owners import Owners
from rashomon.stories.settings import Settings
from rashomon.stories.sleepers import Sleepers, draw, restore
from rashomon.stories.turning import watch


class Live:
    """Stories and events by number; what changes one changes all that knows of it."""

    def __init__(self, settings: Settings) -> None:
        self._memory, self._many, self._large = settings.memory, settings.many, settings.large
        self.stories = Clusters(window=settings.window, memory=settings.memory)
        self.events = Clusters(window=settings.window, events=True)
        self.index = Index()  # of the events; stories are found through theirs
        self.crossing = Crossing()
        self.owners = Owners()
        self.sleepers = Sleepers()
        self._held: dict[int, int] = {}  # live event -> the story that it was founded in
        self._standing: dict[str, int] = {}  # standing matter -> the story that it was last told in
        self._sessions: dict[tuple[str, int], tuple[int, int]] = {}  # market and session -> its event, and the story of that
        self._known: dict[int, int] = {}  # live story -> the article with which it was well known
        self._into: dict[int, int] = {}  # a story that was bound to an earlier one -> that one

    @property
    def bound(self) -> Mapping[int, int]:
        """Stories that became part of others, and of which."""
        return self._into

    def trace(self, story: int) -> int:
        """The story that one is part of by now."""
        while story in self._into:
            story = self._into[story]
        return story

    def story_of(self, event: int) -> int:
        """The story that a live event stands in."""
        return self.trace(self._held[event])

    def find_standing(self, face: Face) -> int | None:
        """The story in which an article's standing matter was last told, asleep or not."""
        told = self._standing.get(face.matter.key) if face.matter is not None else None
        return None if told is None else self.trace(told)

    def find_session(self, face: Face, story: int) -> int | None:
        """The event of a story that tells of the session a market report tells of."""
        matter = face.matter
        told = None if matter is None or matter.session is None else self._sessions.get((matter.key, matter.session))
        return told[0] if told is not None and self.trace(told[1]) == story else None

    def count_few(self, asleep: int = 0) -> float:
        """Log of how few stories there are; 0 where they are many."""
        known = 1 + len(self.stories) + asleep
        return log(self._many / known) if known < self._many else 0.0

    def was_known(self, story: int, before: int) -> bool:
        """Whether a story was well known when an article came."""
        return self._known.get(story, before) < before

    def join(self, story: int, event: int, face: Face, source: Source, *, number: int) -> None:
        """Put an article into a story, which wakes or is born if it doesn't live, and into an event of it."""
        self.wake(story, face.hour)
        whole = self.stories.join(story, face)
        watch(whole)
        if whole.size > self._large:
            self._known.setdefault(story, number)
        self.owners.add(story, face.places)
        if face.matter is not None and face.matter.standing:
            self._standing[face.matter.key] = story
            if face.matter.session is not None:
                self._sessions.setdefault((face.matter.key, face.matter.session), (event, story))
        self.index.add(event, face, self.events.join(event, face))
        self._held.setdefault(event, story)
        self.crossing.add(story, event, source, face.marks)

    def wake(self, story: int, hour: float) -> None:
        """Let a story live again, should it sleep."""
        sketch = self.sleepers.take(story)
        if sketch is not None:
            self.stories.wake(story, restore(sketch, hour, self._memory))

    def turn(self, story: int, number: int, hour: float) -> None:
        """Let a story end that has turned from what it began with; what it has become goes on, from its sketch, as a story of its own.

        Its events lead to the new one, and take nothing more.
        """
        become = restore(draw(self.stories.end(story)), hour, self._memory)
        become.first = become.last = hour
        self._known.pop(story, None)
        self.stories.wake(number, become)
        self.crossing.bind(number, story)
        self.owners.bind(number, story)
        self._held.update({event: number for event in self._held if self.story_of(event) == story})
        self._standing.update({key: number for key, told in self._standing.items() if self.trace(told) == story})

    def bind(self, story: int, gone: int) -> None:
        """Let a story take in another, which is no more."""
        self.stories.bind(story, gone)
        self.crossing.bind(story, gone)
        self.owners.bind(story, gone)
        self._into[gone] = story
        if (known := self._known.pop(gone, None)) is not None:
            self._known[story] = min(known, self._known.get(story, known))

    def let_go(self, hour: float) -> None:
        """Let events rest and stories sleep that took no article for long; the fewer there are, the longer that is."""
        times = exp(self.count_few())
        stories, events = self.stories.let_go(hour, times), self.events.let_go(hour, times)
        self.owners.drop(stories)
        for number, story in stories.items():
            self.sleepers.add(number, draw(story))
            self._known.pop(number, None)
        self.index.drop(events)
        self.crossing.drop(stories, events)
        for event in events:
            del self._held[event]

    def drop_words(self, words: frozenset[str]) -> None:
        """Take words out of all that lives and sleeps."""
        for held in (self.stories, self.events, self.sleepers, self.index):
            held.drop_words(words)
