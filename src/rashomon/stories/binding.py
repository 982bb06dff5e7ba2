"""Stories found to be one with another: young ones founded about the same time, and one that goes on in what was taken for new."""

from collections.abc import Iterable
from math import exp, log

import msgspec

from rashomon.stories.closeness import count_shared, measure_whole, weigh_owned
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.live import Live
from rashomon.stories.settings import Settings
from rashomon.stories.sleepers import Sketch, sketch_words
from rashomon.stories.sums import BOUND, measure_fewness
from rashomon.stories.waking import Evidence, find_evidence, may_wake
from rashomon.stories.weights import Frequencies


class Binder:
    """Finds sleeping stories that go on, and binds what is one matter."""

    def __init__(self, live: Live, frequencies: Frequencies, settings: Settings) -> None:
        self._live = live
        self._frequencies = frequencies
        self._settings = settings

    def find_sleeper(self, face: Face, otherwise: int) -> int:
        """The sleeping story that goes on in an article or a young story, by the most evidence; another number where none does."""
        live = self._live
        best, chosen = 0.0, otherwise
        few = live.count_few(len(live.sleepers))
        found = dict(live.sleepers.find(face.words))
        told = live.find_standing(face)
        if told is not None and told not in found and (sketch := live.sleepers.get(told)) is not None:
            found[told] = sketch
        for number, sketch in found.items():
            if told == number and face.matter is not None and face.matter.session is not None:
                return number
            if not few and not may_wake(face, sketch, best):
                continue
            evidence = self.weigh_evidence(face, sketch)
            if (odds := evidence.sum() - self.find_bar(evidence)) > best:
                best, chosen = odds, number
        return chosen

    def find_bar(self, evidence: Evidence) -> float:
        """Least sum of evidence that wakes a story: among few there is little to be mistaken for."""
        settings = self._settings
        few = self._live.count_few(len(self._live.sleepers))
        return -settings.few * few * min(1.0, max(0.0, evidence.shared - 1) / settings.alike)

    def weigh_evidence(self, face: Face, sketch: Sketch) -> Evidence:
        """What speaks for a sleeping story's going on."""
        return find_evidence(face, sketch, rarity=self._frequencies.measure_rarity, rarest=self._frequencies.find_rarest())

    def rouse(self, story: int, face: Face) -> None:
        """Bind a young story to the sleeping one that goes on in it: its first article may have shown too little."""
        live, settings = self._live, self._settings
        young = live.stories.get(story)
        if young is None or not 1 < young.size <= settings.large or young.last - young.first > settings.born or not len(live.sleepers):
            return
        words, places = sketch_words(young, face.script)
        earlier = self.find_sleeper(msgspec.structs.replace(face, words=words, places=places), story)
        if earlier < story:
            live.wake(earlier, young.last)
            live.bind(earlier, story)

    def bind(self, story: int, others: Iterable[int]) -> None:
        """Bind a story that took an article to those near the article that are one matter with it, as seen by now.

        What a story is about is poorly known from its first articles, so that the first days of a matter found several. Only stories
        founded about the same time are bound: what stayed apart from a story that was well known stays apart. Of a folder's few articles
        none is well known, and there is little to be mistaken for.
        """
        live = self._live
        for other in others:
            one, two = live.stories.get(story), live.stories.get(other)
            if other == story or one is None or two is None or abs(one.first - two.first) > self._find_born(one, two):
                continue
            if self._are_one(story, other):
                story, gone = sorted((story, other))
                live.bind(story, gone)

    def _find_born(self, one: Cluster, two: Cluster) -> float:
        """Hours between the first articles of two stories that may be bound: more among few, but of what comes again and is told alike."""
        settings = self._settings
        return settings.born * (1 if one.matters.tells_anew() or two.matters.tells_anew() else exp(2 * self._live.count_few()))

    def _find_sure(self, story: int, other: int) -> float:
        """Least log odds to bind two that both grew: less where the earlier was not known yet when the later was founded.

        Not among few: a folder's matters are all founded at once.
        """
        settings, (earlier, later) = self._settings, sorted((story, other))
        part = 1.0 if self._live.was_known(earlier, later) else measure_fewness(self._live.count_few())
        return settings.early + part * (settings.sure - settings.early)

    def _are_one(self, story: int, other: int) -> bool:
        """Whether two young stories are one matter; the fewer words they share in effect, the more likeness is wanted."""
        live, settings = self._live, self._settings
        one, two = live.stories.get(story), live.stories.get(other)
        alike = measure_whole(one, two) if one is not None and two is not None else None
        if one is None or two is None or alike is None:
            return False
        small, large, number = (one, two, other) if one.size <= two.size else (two, one, story)
        odds = alike.sum(BOUND)
        if small.size > settings.large:
            return odds > self._find_sure(story, other)
        owned = live.owners.find(small.places.find_direction(), None).get(number, 0.0)
        few = live.count_few()
        bar = settings.bind + settings.grown * log(small.size)
        if odds + BOUND.owned * owned <= bar - settings.eased * few:
            return False  # whatever they share: to count that takes longest
        shared = max(count_shared(words.weights, two.words[script].weights) for script, words in one.words.items() if script in two.words)
        if not shared:
            return False
        bar += settings.alone * log(max(1.0, settings.several / shared))
        bar -= settings.eased * few * min(1.0, max(0.0, shared - 1) / settings.alike)
        return odds > bar or odds + BOUND.owned * weigh_owned(owned, large, shared) > bar
