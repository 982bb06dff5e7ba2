"""Where a count holds: the place that its clause or sentence gives, and not whose office counted or whose soldiers they were."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rashomon.languages import fold
from rashomon.model import Attribution, Name, Span
from rashomon.reading.figures.predicates import Grammar
from rashomon.reading.ground.gazetteer import automaton, territories

_APPOSED = 8  # characters between a country and the city of it that is named next: 岚国主要城市澜口
_PEOPLE = 5  # characters before a country that may count people of it: 12名来自
_NEAR = 80  # characters back to a place told before the sentence, in its paragraph
_REACH = 240  # characters before a count that are looked at for its place
_TITLE = 8  # characters behind a place within which a quoted name closes
_QUOTES = {"「": "」", "『": "』", "《": "》", "“": "”"}
_BRACKET = re.compile("[（(]")
_COMMAS = ("，", ",")
_LISTED = 3  # characters of what makes a place one of a list
_CLAUSE = 60  # characters behind a count that are looked at for its place


class _Place(NamedTuple):
    start: int
    end: int
    kind: str  # scene, owner (岚国 in 岚国部队), or beside the matter: 来自岚国


class Places:
    """The places of one article, asked for sentence by sentence in order."""

    def __init__(self, text: str, shadow: str, rules: Grammar, names: Sequence[Name]) -> None:
        self.text, self.shadow, self.rules = text, shadow, rules
        self._names = names
        self._told: Counter[str] = Counter()
        self._main: str | None = None  # the scene told most so far
        self._last: str | None = None  # the one told last in this paragraph
        self._at = self._paragraph = 0

    @cached_property
    def found(self) -> list[_Place]:
        """All places, looked for once a count is there to be placed."""
        ours = [_Place(*found.span(), "scene") for found in self.rules.ours.finditer(self.shadow)]
        return sorted([*self._named(self._names), *self._inside(self._names), *ours])

    @cached_property
    def _nationwide(self) -> list[Span]:
        return [found.span() for found in self.rules.nationwide.finditer(self.shadow)]

    def _names_the_whole(self, name: Name) -> bool:
        """Whether a name is part of what names the whole country: 31省和新疆兵团."""
        return any(start <= name.start < end for start, end in self._nationwide)

    @cached_property
    def _starts(self) -> list[int]:
        return [place.start for place in self.found]

    def _named(self, names: Sequence[Name]) -> list[_Place]:
        found: list[_Place] = []
        led = -1
        for name in names:
            if name.kind != "place" or self._is_nowhere(name.start, name.end):
                continue
            counted = self.rules.people_of.search(self.shadow, max(0, name.start - _PEOPLE), name.start)
            listed = name.start == led + 1 and self.rules.series.fullmatch(self.shadow, led, name.start) is not None
            listed = listed and not self.rules.counted.match(self.shadow, name.end)  # 来自澜口、北塬5宗
            bound = counted or self.shadow.endswith(self.rules.bound, 0, name.start) or name.start == led or listed
            origin = self.rules.origin.match(self.shadow, name.end)
            beside = bound or origin or self._in_a_title(name) or self._names_the_whole(name)
            owner = self.rules.owner.match(self.shadow, name.end)
            found.append(_Place(name.start, name.end, "beside" if beside else "owner" if owner else "scene"))
            led = name.end if bound else origin.end() if origin else -1  # 来自北非突尼斯、挪威: the others are where they come from too
            if self.rules.together.match(self.shadow, name.end):
                self._count_together(found)
        return found

    def _is_nowhere(self, start: int, end: int) -> bool:
        """Whether a place is none of its own (山区), or only by whom a hospital or school is called (圣约翰医院)."""
        nowhere = self.rules.nowhere.fullmatch(self.shadow, start, end) or self.rules.saints.match(self.shadow, start)
        return nowhere is not None

    def _count_together(self, found: list[_Place]) -> None:
        """北塬、澜口两县共有12人遇难: none of several places that are counted together is where it was."""
        first = len(found) - 1
        while first and self.rules.series.fullmatch(self.shadow, found[first - 1].end, found[first].start):
            first -= 1
        if first + 1 < len(found):
            found[first:] = [place._replace(kind="beside") for place in found[first:]]

    def _in_a_title(self, name: Name) -> bool:
        """Whether a place only opens what somebody or something is called: 「岚国消防」的微博."""
        close = _QUOTES.get(self.shadow[name.start - 1 : name.start])
        end = self.shadow.find(close, name.end, name.end + _TITLE) if close else -1
        return end > name.end

    def _inside(self, names: Sequence[Name]) -> list[_Place]:
        """The places that offices bear in their names: 岚国内务部."""
        found: list[_Place] = []
        for name in names:
            if name.kind != "organisation":
                continue
            if self._names_the_whole(name):
                continue
            matches = automaton(self.rules.code).find_matches_as_indexes(self.shadow[name.start : name.end])
            spans = [(name.start + start, name.start + end) for _, start, end in matches]
            found.extend(_Place(*span, "owner") for span in spans if not self._is_nowhere(*span))
        return found

    def enter(self, sentence: Span) -> None:
        """Go on to a sentence behind the last."""
        while self._at < len(self.found) and self.found[self._at].start < sentence[0]:
            place = self.found[self._at]
            self._at += 1
            if place.kind != "scene" or self._counts(place):
                continue
            if self.shadow.find("\n", self._paragraph, place.start) >= 0:
                self._last = None
            self._paragraph = place.start
            self._last = word = self.text[place.start : place.end]
            self._told[word] += 1
            if self._main is None or self._told[word] >= self._told[self._main]:
                self._main = word
        if sentence[0] - self._paragraph > _NEAR or self.shadow.find("\n", self._paragraph, sentence[0]) >= 0:
            self._last = None
            self._paragraph = sentence[0]

    def find(self, span: Span, sentence: Span, said: Attribution | None) -> str | None:
        """The place of a count: a scene before it, else behind it in its clause, else whose it was, else where the rest happens."""
        content = (said.start, said.end) if said else sentence
        low = bisect_left(self._starts, max(sentence[0], span[0] - _REACH))
        here = self.found[low : bisect_left(self._starts, min(sentence[1], span[1] + _CLAUSE))]
        inside = [place for place in here if content[0] <= place.start < content[1]]
        told = self._scene(inside, span) or self._nearest(inside, span, "owner") or self._counted_by(said)
        if told is None:
            rest = [place for place in here if not content[0] <= place.start < content[1]]
            told = self._nearest(rest, span, "scene")
        if told is None and self.rules.everywhere.search(self.shadow, max(sentence[0], span[0] - _CLAUSE), span[1]):
            return None
        if told is None and self._counts_all_the_land(said):
            lands = territories(self.rules.code)
            return next((word for word in (self._last, self._main) if word and fold(word) in lands), None)  # no town told before
        return self.text[told.start : told.end] if told else self._last or self._main or self._first(sentence)

    def _scene(self, inside: Sequence[_Place], span: Span) -> _Place | None:
        return self._nearest(inside, span, "scene") or self._behind(inside, span)

    def _nearest(self, places: Sequence[_Place], span: Span, kind: str) -> _Place | None:
        before = [place for place in places if place.kind == kind and place.end <= span[1] and not self._shut(place, span)]
        return before[-1] if before else None

    def _shut(self, place: _Place, span: Span) -> bool:
        """Whether a place with its own number stands in brackets that close before a count: （岚洲9例）；本土24例."""
        return self._counts(place) and self.rules.shut.search(self.shadow, place.end, span[0]) is not None

    def _behind(self, places: Sequence[_Place], span: Span) -> _Place | None:
        """The first scene behind a count in its clause; of a country and its city the city."""
        closes = [pattern.search(self.shadow, span[1] - 1, span[1] + _CLAUSE) for pattern in (self.rules.clause, _BRACKET)]
        end = min((close.start() for close in closes if close), default=span[1] + _CLAUSE)
        after = [place for place in places if place.kind == "scene" and span[1] <= place.start < end and not self._counts(place)]
        for at, place in enumerate(after):
            if at + 1 == len(after) or after[at + 1].start - place.end > _APPOSED:
                return place
        return None

    def _counts_all_the_land(self, said: Attribution | None) -> bool:
        """Whether an office of all the land counted, as 中央灾害应变中心 does; 中央社 is of the press."""
        if said is None or not said.chain_spans:
            return False
        start, end = said.chain_spans[-1]
        return self.rules.national.match(self.shadow, start) is not None and self.rules.press.search(self.shadow, start, end) is None

    def _counted_by(self, said: Attribution | None) -> _Place | None:
        """The seat of the office that counted, unless it is of the press."""
        if said is None or not said.chain_spans:
            return None
        start, end = said.chain_spans[-1]
        if self.rules.press.search(self.shadow, start, end):
            return None
        seats = self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return seats[-1] if seats and not self.rules.abroad.match(self.shadow, seats[-1].end) else None

    def _first(self, sentence: Span) -> str | None:
        """Where nothing was told before, as in a title: the place named next."""
        after = bisect_left(self._starts, sentence[0])
        scenes = (place for place in self.found[after:] if place.kind == "scene" and not self._counts(place))
        return next((self.text[place.start : place.end] for place in scenes), None)

    def _counts(self, place: _Place) -> bool:
        """Whether a place is one of a list, its number right behind it: where those of that number are, and no others (其中北塬12人)."""
        listed = self.rules.counted.match(self.shadow, place.end)
        if listed is None:
            return False
        cases = listed["case"] is not None and self.shadow[place.start - 1 : place.start] in _COMMAS
        return cases or self.rules.itemised.search(self.shadow, max(0, place.start - _LISTED), place.start) is not None
