"""Persons, places and organisations as they stand in a text, each with its role and the other form given beside it."""

import re
from collections.abc import Sequence
from operator import attrgetter

from rashomon.languages import Language
from rashomon.model import Article, Name
from rashomon.reading.ground import spaced
from rashomon.reading.ground.kinds import BARS, DWELLERS, ENDING, FORE, FOREIGN, HIND, PLACE, TITLE, TOWN
from rashomon.reading.ground.lexicon import DOTS, NameWords, name_words
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.ground.words import Words, cut
from rashomon.reading.names.bodies import Bodies
from rashomon.reading.names.persons import Persons

_CLOSING = {"（": "）", "(": ")"}
_OPENING = tuple(_CLOSING)
_GLOSS_LONGEST = 6  # characters of what tells a place from another of its name
_START = attrgetter("start")
_PARTS = re.compile(f"[{re.escape(DOTS)} ]")
_REPEATED = 200  # names of one article whose further mentions are looked for
_NAMELIKE = ("nr", "ns", "nz", "n")  # parts of speech that a dictionary gives to characters of a foreign name
_JAPANESE = 4  # characters of most Japanese names, of which the family's are two
_STORM = 3  # characters of a storm's name before what looks like a place
_STEM = 3  # characters of a place's name without the word for what it is
_LONGEST_RUN = 6  # characters of a place that only its last word tells: 布里瓦拉 | 县


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    """Find the names of persons, places and organisations in an article, in order, none over another."""
    if not article.text:
        return ()
    if language.spaced:
        return spaced.find_names(article, language)
    finder = _Finder(article.text, cut(shadow_of(article.text), language.code), name_words(language), language.code)
    return finder.names()


def outside_brackets(article: Article, names: Sequence[Name]) -> tuple[Name, ...]:
    """Names without those that only stand in brackets, as the other form of the name before them: 岚洲（Lanzhou）, and not （岚洲15例）."""
    text = article.text
    return tuple(
        [name for name in names if not name.start or text[name.start - 1] not in _OPENING or text[name.end : name.end + 1].isdecimal()]
    )


class _Finder(Persons, Bodies):
    """One text's names, the surest kind of evidence first; a later kind never overwrites an earlier one."""

    def __init__(self, text: str, words: Words, lists: NameWords, code: str) -> None:
        super().__init__(text, words, lists, code)
        self.found: list[Name] = []
        self.repeated: set[str] = set()
        self._storms = any(word in words.shadow for word in self.edge.storms)

    def names(self) -> tuple[Name, ...]:
        for add in (self.find_dotted, self.find_titled, self.find_bodies, self.find_bracketed, self._repeats):
            add()
        for add in (self.find_surnamed, self.find_saying, self._places, self._repeats):
            add()
        return tuple(sorted(self.found, key=_START))

    def _places(self) -> None:
        """By the gazetteer, which knows those of two characters better than the dictionary; by the dictionary; by the word for a place."""
        words, lists, traits = self.words, self.lists, self.words.traits
        ended = [i + 1 for i in words.find("{}(?={})", FOREIGN, ENDING)]
        self._without_endings(ended)
        for i in words.find("{}(?:(?<={})|(?={}))", TOWN | FORE, TOWN, HIND):
            start, end = words.starts[i], self._grown_to(i)
            if traits[i] & DWELLERS:
                end = words.ends[i] - 1
            elif not traits[i] & TOWN:
                end += 1
                if words.shadow[start:end] not in (lists.places if words.ends[i + 1] == end else lists.well_known):
                    continue
            if not self.taken[start] and (end - start > 2 or words.shadow[start:end] in lists.well_known or not self._follows(i, FOREIGN)):
                self._add_place(start, end)
        for i in words.find("{}", PLACE):
            if not self.taken[words.starts[i]]:
                self._add_place(self._place_from(i), self._grown_to(i))
        for i in ended:
            self._ending(i)

    def _without_endings(self, ended: Sequence[int]) -> None:
        """卡亚帕 where the text tells of 卡亚帕 | 镇 too, and not the gazetteer's 卡亚. ended: words for a place behind such runs."""
        shadow, starts = self.words.shadow, self.words.starts
        stems = {shadow[starts[self._run_to(i, starts[i])] : starts[i]] for i in ended}
        for stem in sorted(stem for stem in stems if len(stem) >= _STEM and stem not in self.lists.places)[:_REPEATED]:
            at = shadow.find(stem)
            while at >= 0:
                end = at + len(stem)
                if not self.taken[at] and self.words.bounds(at, end) and not self.words.has(self.words.index(end), ENDING):
                    self.add(at, end, "place")
                at = shadow.find(stem, end)

    def _add_place(self, start: int, end: int) -> None:
        """With the character before a village that tells it from others: 岚县 | 下 | 河村."""
        close = self._place_to(start, end)
        part = start and self.village.match(self.words.shadow, start - 1, close) is not None and not self.taken[start - 1]
        self.add(start - part, close, "place")

    def _storm(self, start: int, end: int) -> bool:
        """尤 | 尼斯 | 风暴, 台风 | 艾 | 琳: whether what looks like a place or a person is the name of a storm, or its end."""
        shadow, sounds, first = self.words.shadow, self.lists.sounds, start
        while first > max(start - _STORM, 0) and shadow[first - 1] in sounds:
            first -= 1
        return shadow.endswith(self.edge.storms, 0, first) or (first < start and shadow.startswith(self.edge.storms, end))

    def _follows(self, i: int, trait: int) -> bool:
        """Whether a word of a trait stands before word i."""
        return i > 0 and self.words.has(i - 1, trait)

    def _place_from(self, i: int) -> int:
        """Start of a place that the dictionary knows the end of: 塔尔 | 维亚, 佩塔 | 罗 | 波利斯."""
        words, start, end = self.words, self.words.starts[i], self.words.ends[i]
        first = start if words.texts[i] in self.lists.well_known else words.starts[self._run_to(i, end)]
        return start if start - first == 1 and end - start > 2 else first  # 比 | 波利斯: one character before a name that stands alone

    def _grown_to(self, i: int) -> int:
        """End of a place, with the character of a foreign name that a dictionary left behind it: 塔林 | 卡 | 市长, 印加 | 鲁 | 总统."""
        words, end = self.words, self.words.ends[i]
        if words.texts[i] in self.lists.territories or not self.lists.sounds.issuperset(words.texts[i]) or i + 2 >= len(words.texts):
            return end
        sounded = words.has(i + 1, FOREIGN) and words.starts[i + 1] == end and not words.has(i + 1, BARS | ENDING)
        single = words.ends[i + 1] == end + 1 and words.tags[i + 1][:2] in _NAMELIKE
        return end + 1 if sounded and single and words.has(i + 2, ENDING | TITLE) and not self.taken[end] else end

    def _run_to(self, i: int, end: int) -> int:
        """The first word of the run of characters that write foreign names up to word i and an offset."""
        words = self.words
        while self._follows(i, FOREIGN) and end - words.starts[i - 1] <= _LONGEST_RUN and not self.taken[words.starts[i - 1]]:
            i -= 1
        return i

    def _place_to(self, start: int, end: int) -> int:
        """End of a place with the word for what it is: 北塬 | 县; or with what tells it from another of its name: 北塬(东)."""
        shadow = self.words.shadow
        if shadow[end : end + 1] in _OPENING:
            closed = shadow.find(_CLOSING[shadow[end]], end, end + _GLOSS_LONGEST) + 1
            return closed if shadow[start:closed] in self.lists.places else end
        if shadow[end : end + 1] not in self.lists.place_ends_firsts:
            return end
        i = self.words.index(end)
        if not self.words.has(i, ENDING) or self.taken[end]:
            return end
        common = self.words.texts[i] in self.edge.features and shadow[start:end] in self.lists.territories  # 岚国 | 火山
        return end if common else self.words.ends[i]

    def _ending(self, i: int) -> None:
        """布里瓦拉 | 县: a run of characters that write foreign names, before the word for a place."""
        words, j = self.words, self._run_to(i, self.words.ends[i - 1])
        size = words.starts[i] - words.starts[j]
        if size > 2 or (size == 2 and words.tags[i - 1][:2] in ("nr", "ns")):
            self.add(words.starts[j], words.ends[i], "place")

    def _repeats(self) -> None:
        """Further mentions: of persons by the whole name or its last part, of bodies by the whole name, of companies without 公司."""
        forms: dict[str, str] = {}
        for name in sorted(self.found, key=_START):
            if name.kind == "place":
                continue
            shadow = self.words.shadow[name.start : name.end]
            if shadow in forms or shadow in self.repeated:
                continue
            if name.kind == "person":
                forms[shadow] = name.kind
                last = _PARTS.split(shadow)[-1]
                if len(last) > 1:
                    forms.setdefault(last, name.kind)
                family = shadow[:2] if len(shadow) == _JAPANESE else ""
                if family in self.lists.japanese and family not in self.lists.well_known:
                    forms.setdefault(family, name.kind)  # 竹原 of 竹原真一
            elif len(shadow) > 2 and shadow not in self.lists.bodies:
                forms[shadow] = name.kind
                firm = next(filter(shadow.endswith, self.edge.firms), "")
                if firm and len(bare := shadow.removesuffix(firm)) > 2 and bare not in self.lists.places:
                    forms.setdefault(bare, name.kind)  # 莫兰达公司, 莫兰达
        for form, kind in [item for item in list(forms.items())[:_REPEATED] if item[0] not in self.repeated]:
            self.repeated.add(form)
            at = self.words.shadow.find(form)
            while at >= 0:
                if not self.taken[at] and (len(form) > 3 or self.words.bounds(at, at + len(form))):
                    self.add(at, at + len(form), kind)
                at = self.words.shadow.find(form, at + len(form))

    def add(self, start: int, end: int, kind: str, *, role: str | None = None) -> bool:
        """Add a name, with the forms given in brackets behind it, unless another lies over it."""
        taken = self.taken
        if kind == "person" and self.words.shadow.startswith(self.edge.numbered, end):
            numbered = end + next(len(word) for word in self.edge.numbered if self.words.shadow.startswith(word, end))
            end = end if self.words.shadow[numbered : numbered + 1] in tuple(DOTS) else numbered  # 伊莲娜二世
        if self.serving.match(self.words.shadow, max(0, start - 1), end) or self.serving_alone.fullmatch(self.words.shadow, start, end):
            return False
        if end <= start or taken.find(1, start, end) >= 0 or (self._storms and kind != "organisation" and self._storm(start, end)):
            return False
        taken[start:end] = b"\1" * (end - start)
        bracket = self.brackets.get(end)
        if bracket is None:
            self.found.append(Name(start=start, end=end, text=self.text[start:end], kind=kind, role=role))
            return True
        self.found.append(Name(start=start, end=end, text=self.text[start:end], kind=kind, role=role, alias=bracket.alias))
        for a, b in bracket.forms:
            if self.taken.find(1, a, b) < 0:
                self.taken[a:b] = b"\1" * (b - a)
                other = bracket.alias if bracket.alias != self.text[a:b] else None
                self.found.append(Name(start=a, end=b, text=self.text[a:b], kind=kind, alias=other))
        return True
