"""Texts of two scripts compared by what crosses languages.

Only where texts of both scripts live is there anything to compare: until then what is needed for it waits, and costs next to nothing.
"""

from collections.abc import Iterable
from heapq import nsmallest
from math import exp, log
from operator import itemgetter

from rashomon.stories.marks import HAN, LATIN, Marks, Source, expect_chance, read_marks

_PRIOR = 50.0  # stories that the chance of a mark counts for beside those that live
_FIRM = 3.0  # a mark is a cluster's own in full where one in so many of its Han texts bears it
_FOUND = {"n": 0.6, "f": 0.6, "c": 0.6, "g": 0.75}  # what a number, count, country or idea found counts for beside a name
_MISSED = {"n": 0.8, "f": 0.8, "c": 4.0, "g": 0.25}  # nats that one found nowhere on the other side takes away
_NAME = 1.2  # and a name or a day
_TOLD = 0.5  # nats under which a mark tells nothing
_ENOUGH = 8.5  # rarity found, in nats, from which a share tells in full: one rare name alone is chance
_LATEST = 40  # events of a story that are looked at, and texts in Latin script by which a cluster is known
_STORIES = 4
_LARGEST = 4000  # marks of a cluster; beyond that, those seen once are forgotten


class Kept:
    """Marks of one cluster: counts of those in Han texts, the groups of its latest texts in Latin script."""

    __slots__ = ("articles", "counts", "texts")

    def __init__(self) -> None:
        self.articles = 0
        self.counts: dict[str, int] = {}
        self.texts: list[Marks] = []

    def add(self, marks: Marks) -> None:
        """Take a text's marks in."""
        if marks.script == LATIN:
            self.texts = [*self.texts[-_LATEST + 1 :], marks]
            return
        self.articles += 1
        for mark in marks.every():
            self.counts[mark] = self.counts.get(mark, 0) + 1
        if len(self.counts) > _LARGEST:
            self.counts = {mark: count for mark, count in self.counts.items() if count > 1}

    def absorb(self, other: "Kept") -> None:
        """Take in all that another holds."""
        self.articles += other.articles
        for mark, count in other.counts.items():
            self.counts[mark] = self.counts.get(mark, 0) + count
        self.texts = [*self.texts, *other.texts][-_LATEST:]

    def hold(self, mark: str) -> float:
        """How firmly the Han texts hold a mark, 0 to 1."""
        return min(1.0, _FIRM * self.counts.get(mark, 0) / self.articles) if self.articles else 0.0


class Crossing:
    """What live events and stories hold of the marks that cross scripts."""

    def __init__(self) -> None:
        self._scripts: set[str] = set()
        self._waiting: dict[int, list[tuple[int, int, Source, Marks | None]]] = {}  # story -> turn, event, text, marks if read already
        self._turn = 0
        self._kept: dict[int, Kept] = {}  # of events
        self._whole: dict[int, Kept] = {}  # of stories
        self._events: dict[int, dict[int, None]] = {}  # story -> its events
        self._holding: dict[str, dict[str, dict[int, None]]] = {HAN: {}, LATIN: {}}  # script -> mark -> stories
        self._borne: dict[int, dict[str, None]] = {}  # story -> all marks that lead to it

    def show(self, source: Source) -> Marks | None:
        """The marks of a text; None while there are none to compare them with."""
        if not self._scripts - {source.script}:
            return None
        self.keep_waiting()
        return read_marks(source)

    def add(self, story: int, event: int, source: Source, marks: Marks | None = None) -> None:
        """Let a text be met by those of the other script. marks: as `show` gave them."""
        self._turn += 1
        self._waiting.setdefault(story, []).append((self._turn, event, source, marks))
        self._scripts.add(source.script)
        if len(self._scripts) > 1:
            self.keep_waiting()

    def keep_waiting(self) -> None:
        """Turn the texts that wait into marks."""
        waiting = [(turn, story, event, source, marks) for story, texts in self._waiting.items() for turn, event, source, marks in texts]
        for _, story, event, source, marks in sorted(waiting, key=itemgetter(0)):
            self._keep(story, event, marks or read_marks(source))
        self._waiting = {}

    def _keep(self, story: int, event: int, marks: Marks) -> None:
        self._kept.setdefault(event, Kept()).add(marks)
        self._whole.setdefault(story, Kept()).add(marks)
        self._events.setdefault(story, {})[event] = None
        holding, borne = self._holding[marks.script], self._borne.setdefault(story, {})
        for mark in marks.every():
            holding.setdefault(mark, {})[story] = None
            borne[mark] = None

    def bind(self, story: int, other: int) -> None:
        """Let a story take in all that another holds."""
        if other in self._waiting:
            self._waiting.setdefault(story, []).extend(self._waiting.pop(other))
        whole = self._whole.pop(other, None)
        if whole is None:
            return
        self._whole.setdefault(story, Kept()).absorb(whole)
        self._events.setdefault(story, {}).update(self._events.pop(other))
        borne = self._borne.setdefault(story, {})
        for mark in self._borne.pop(other):
            borne[mark] = None
            for holding in self._holding.values():
                if other in holding.get(mark, {}):
                    del holding[mark][other]
                    holding[mark][story] = None

    def find(self, marks: Marks) -> list[int]:
        """The latest events with texts of the other script, of the stories that share most with a text, the likeliest story first."""
        found: dict[int, float] = {}
        holding = self._holding[HAN if marks.script == LATIN else LATIN]
        for mark in marks.every():
            holders = holding.get(mark, ())
            told = self._tell(mark, len(holders))
            for story in holders:
                found[story] = found.get(story, 0.0) + told
        stories = [story for _, story in nsmallest(_STORIES, ((-told, story) for story, told in found.items()))]
        latin = marks.script == LATIN
        return [event for story in stories for event in list(self._events.get(story, ()))[-_LATEST:] if latin or self._kept[event].texts]

    def _tell(self, mark: str, holders: int) -> float:
        """How much a mark tells: the log of how rarely stories bear it, which is no less for a story that is told often."""
        return max(0.0, log((len(self._whole) + _PRIOR) / (holders + _PRIOR * expect_chance(mark))))

    def measure_event(self, marks: Marks, event: int) -> float:
        """How much of a text's marks an event of the other script holds, 0 to 1."""
        return self._measure(marks, self._kept.get(event))

    def measure_story(self, marks: Marks, story: int) -> float:
        """How much of a text's marks a story of the other script holds, 0 to 1."""
        return self._measure(marks, self._whole.get(story))

    def _measure(self, marks: Marks, kept: Kept | None) -> float:
        if kept is None:
            return 0.0
        if marks.script == LATIN:
            return self._share(marks, kept)
        alone = Kept()
        alone.add(marks)
        return max((self._share(text, alone) for text in kept.texts), default=0.0)

    def _share(self, text: Marks, kept: Kept) -> float:
        """Share of a Latin text's marks, by rarity, that Han texts hold; less where too little was found to rule out chance."""
        holding = self._holding[HAN]
        found = missed = 0.0
        for group in text.groups:
            kind = group[0][0]
            told = max(kept.hold(mark) * self._tell(mark, len(holding.get(mark, ()))) for mark in group)
            found += told * _FOUND.get(kind, 1.0)
            missed += _MISSED.get(kind, _NAME) if told < _TOLD else 0.0
        return found / (found + missed) * (1 - exp(-found / _ENOUGH)) if found else 0.0

    def drop(self, stories: Iterable[int], events: Iterable[int]) -> None:
        """Forget clusters that rest."""
        gone = set(events)
        left = {story: [text for text in texts if text[1] not in gone] for story, texts in self._waiting.items()}
        self._waiting = {story: texts for story, texts in left.items() if texts}
        for event in events:
            self._kept.pop(event, None)
        for story, held in self._events.items():
            self._events[story] = {event: None for event in held if event not in gone}
        for story in stories:
            self._whole.pop(story, None)
            self._events.pop(story, None)
            for mark in self._borne.pop(story, ()):
                for holding in self._holding.values():
                    holders = holding.get(mark, {})
                    holders.pop(story, None)
                    if not holders:
                        holding.pop(mark, None)
