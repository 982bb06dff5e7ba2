"""Who speaks in languages that set spaces between words: the person by the whole name, the body that a short word stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.model import Name, Span
from rashomon.reading.attributions.wire_words import PRONOUNS, Wire

SOURCE_WORDS = 14
_LOOK_BACK = 60  # persons before a short name that it may be of
_LINE = 6  # persons of one line before a pronoun
_HEADS = re.compile(r"(?:^|\n|[.!?”\"] )(?:[A-Z][\w'’-]{0,20} ){0,5}$")
_APPOSED = re.compile(r", (?:[0-9]{1,3}-year-old )?")
_ROLE = 80  # characters before a name that its role may take
_OF_MANY = frozenset(("it", "they"))  # no one person
_SHORTLY = re.compile(r"(?:(?:[Tt]he|[Ii]ts) )?([A-Za-z-]{3,20})")
_CALLED = re.compile(r"(?:[A-Za-z'’-]{1,20} ){0,6}([a-z]{2,20}) ([A-Z][\w'’.-]{0,20}(?: [A-Z][\w'’-]{0,20}){1,3})")


class Speakers:
    """Who speaks, asked for in the order of the text: he and she are the person who spoke last, it and they the other source."""

    def __init__(self, text: str, names: Sequence[Name], wire: Wire) -> None:
        self._text, self._wire = text, wire
        self._people = [name for name in names if name.kind == "person"]
        self._bodies = [name for name in names if name.kind == "organisation"]
        self._known = {name.text for name in self._people}
        self._last: str | None = None
        self._spoken = 0  # where that person was last named as a source
        self._other: str | None = None  # the last source that is no person

    def find(self, source: Span) -> str:
        """The speaker that a source names."""
        speaker = self._person(source) or self._body(source)
        if speaker in self._known:
            self._last, self._spoken = speaker, source[0]
        elif speaker.lower() not in PRONOUNS and speaker.rsplit(" ", 1)[-1].lower() not in self._wire.people:
            self._other = speaker
        return speaker

    def _person(self, source: Span) -> str | None:
        """The person who speaks, by the whole name; the source's own words where they are another's; None where no person stands in it."""
        said, people = self._text[slice(*source)], self._people
        first = bisect_left(people, source[0], key=lambda name: name.start)
        if said.lower() in PRONOUNS:
            return (self._other if said.lower() in _OF_MANY else self._heading(source[0], first) or self._last) or said
        inside = [name for name in people[first : first + SOURCE_WORDS] if name.end <= source[1]]
        if not inside and first < len(people) and _APPOSED.fullmatch(self._text, source[1], people[first].start):
            return self._person((people[first].start, people[first].end))  # said its director, Ana Ruvel
        if not inside:
            called = _CALLED.fullmatch(said)
            return called[2] if called and called[1] in self._wire.people else self._by_first_name(said, first)  # fisherman Per Aune
        if self._wire.owned.search(self._text, source[0], inside[0].start):
            return said  # a spokesman for the governor
        short = inside[-1].text.rsplit(" ", 1)[-1]
        near = people[max(0, first - _LOOK_BACK) : first + len(inside)]
        bearers = [name.text for name in near if name.text.rsplit(" ", 1)[-1] == short]
        family = [name.text for name in near if name.text.startswith(short + " ")] if bearers == [short] * len(bearers) else []
        return max(bearers + family, key=len)

    def _heading(self, at: int, first: int) -> str | None:
        """Ferro gave no number. She said …: the person whose name opens a sentence of the same line since someone spoke last."""
        line = max(self._text.rfind("\n", 0, at) + 1, self._spoken)
        for name in self._people[max(0, first - _LINE) : first][::-1]:
            if name.start >= line and _HEADS.search(self._text, max(name.start - _ROLE, 0), name.start):
                return self._person((name.start, name.end))
        return None

    def _by_first_name(self, said: str, first: int) -> str | None:
        """Azman Yusof, and then Azman said: the one person named so far whose name one capitalised word opens, if there is one."""
        if not said.isalpha() or not said[0].isupper() or said.lower() in self._wire.plain:
            return None
        told = {name.text for name in self._people[max(0, first - _LOOK_BACK) : first] if name.text.startswith(said + " ")}
        return next(iter(told)) if len(told) == 1 else None

    def _body(self, source: Span) -> str:
        """The body that a source is: the one set behind it (the pit's operator, Keston Coal), the last one named where it is called shortly
        (the company, the ministry), else the source's own words."""
        said, bodies, firms = self._text[slice(*source)], self._bodies, self._wire.firms
        first = bisect_left(bodies, source[0], key=lambda name: name.start)
        set_behind = (name for name in bodies[first : first + SOURCE_WORDS] if name.end == source[1])
        apposed = [name for name in set_behind if self._text.endswith(", ", 0, name.start)]
        short = _SHORTLY.fullmatch(said)
        if apposed or not short:
            return apposed[-1].text if apposed else said
        head = short[1].lower()
        for name in bodies[max(0, first - _LOOK_BACK) : first][::-1] if source[0] else bodies:
            last = name.text.rsplit(" ", 1)[-1].lower()
            if " " in name.text and (last == head or (last in firms and head in firms)):
                return name.text
        return said
