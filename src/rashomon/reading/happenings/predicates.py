"""The words that tell what happened, by type, and how much speaks for each being what its sentence is about."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.languages import Language, fold

PLAIN = "OTHER"
_BEFORE = 8  # characters before a predicate that may say it is no deed done
_PERHAPS = 12  # characters between a word that makes it one that may come and a predicate
_BEHIND = 12  # characters behind it that may say it is a noun
_CLAUSE = 40  # characters before a predicate in which its clause begins
_MARKS = frozenset("，。；：\n,")  # end a clause
_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}

# What speaks for a predicate to be the one that the sentence is about; read off 100 marked sentences (types right 70 -> 84).
_NO_DEED, _NOUN, _QUOTED, _SPEECH = -4, -2, -3, 2


class Predicates(msgspec.Struct, frozen=True):
    """A language's predicates in one machine."""

    machine: AhoCorasick
    kinds: tuple[str | None, ...]  # the type of each; None for a word that is none
    told: frozenset[int]  # those that are some
    deeds: frozenset[int]  # those of a strong type
    topics: frozenset[int]  # those that only tell the matter
    weights: tuple[int, ...]  # what speaks for each wherever it stands
    strong: frozenset[str]  # types that tell of a deed even where the sentence gives no day
    at: str  # characters before a place where something is done, and which does nothing itself
    sent: str  # characters before an office that does nothing itself
    clock: re.Pattern[str]  # behind a place: the name of a time
    perhaps: re.Pattern[str]  # before a predicate in its clause: it may come
    apart: frozenset[str]  # what no such word reaches across
    before: tuple[str, ...]  # right before a predicate: it is no deed done
    before_lasts: frozenset[str]  # their last characters: what most words fail at once
    behind: re.Pattern[str]  # what makes a noun of it
    kept: str  # right behind it: it is a verb
    within: frozenset[str]  # marks that no noun reaches across
    opens: re.Pattern[str]  # with the mark before it: begins a clause that gives a reason or a condition
    press: re.Pattern[str]  # a name of who only reports it
    reported: re.Pattern[str]  # behind a day: it is that of a report
    house: re.Pattern[str]  # before a day: who speaks of a report of its own
    told_then: re.Pattern[str]  # behind such a day: that report: it is no day of what is told
    relative: re.Pattern[str]  # behind a day: it only describes something: 3月2日越狱的囚犯
    governs: re.Pattern[str]  # right before it: verbs of another day
    called_off: re.Pattern[str]  # right before a day: what was to be on it is called off
    joined: re.Pattern[str]  # between two days of one thing
    held: re.Pattern[str]  # behind a day: what was held then: 赢得6日举行的选举
    won: re.Pattern[str]  # right before it: verbs of what is done to that on another day
    aside: re.Pattern[str]  # before a day: a reason or a title, no day of what is told
    of: re.Pattern[str]  # behind a day: it goes with a noun
    topic: re.Pattern[str]  # before such a day: what it goes with is only spoken of
    declares: re.Pattern[str]  # right before a day: verbs that make it something: 宣布周日为哀悼日
    declared: re.Pattern[str]  # right behind it: what it is made
    mentions: re.Pattern[str]  # right before a day: what befell on it is only spoken of
    event: re.Pattern[str]  # right behind it: a word for what befell on it
    begins: re.Pattern[str]  # behind a day: it only says when what is named begins
    birth: re.Pattern[str]  # right before a day: somebody was born on it
    born: re.Pattern[str]  # right behind it
    then: re.Pattern[str]  # opens a sentence that goes on with the one before it
    about: re.Pattern[str]  # in a day: it is only told roughly: 两周多前
    compared: re.Pattern[str]  # before a day: what is told is measured against that of then
    whose: re.Pattern[str]  # before a day: it stands in a clause that describes somebody: Toure, who was sworn in on Friday
    until: re.Pattern[str]  # before a day to come: what is told lasts until then
    planned: re.Pattern[str]  # about a day: what is told was not done yet
    over: re.Pattern[str]  # in an hour: it is over, be it of a day that has not begun where the outlet is: 4日凌晨1时许
    spaced: bool  # a predicate begins where a word does


class Predicate(msgspec.Struct, frozen=True, gc=False):
    """A word that tells what happened."""

    start: int
    end: int
    type: str
    weight: int


class Found:
    """The predicates of one article, in order."""

    def __init__(self, shadow: str, predicates: Predicates) -> None:
        self.shadow, self.predicates = shadow, predicates
        told, deeds = predicates.told, predicates.deeds
        self.words = [word for word in predicates.machine.find_matches_as_indexes(shadow) if word[0] in told]
        if predicates.spaced:
            self.words = [word for word in self.words if not shadow[max(0, word[1] - 1) : word[1]].isalpha()]
        self.starts = [start for _, start, _ in self.words]
        self.deeds = [start for index, start, _ in self.words if index in deeds]
        self.quoted = _quoted(shadow) if self.words else bytearray()
        asides = [match.span() for match in predicates.opens.finditer(f"\n{shadow}")] if self.words else []
        self._maybe = [match.end() for match in predicates.perhaps.finditer(shadow)] if self.words else []
        self._asides = [start for start, _ in asides]  # behind the mark, which the line break before the text puts one off
        self._ends = [end - 1 for _, end in asides]

    def weigh(self, words: Sequence[tuple[int, int, int]]) -> list[Predicate]:
        """Words with what speaks against each being what its sentence is about."""
        rules = self.predicates
        words = [word for word in words if word[0] not in rules.topics] or words  # a matter tells only where no deed does
        if len(words) == 1:
            index, start, end = words[0]
            kind = PLAIN if index in rules.deeds and self._may_come(start) else rules.kinds[index] or PLAIN
            return [Predicate(start, end, kind, rules.weights[index])]  # nothing to choose
        shadow, quoted, lasts, behind = self.shadow, self.quoted, rules.before_lasts, rules.behind
        found = []
        for index, start, end in words:
            weight = rules.weights[index] + (_QUOTED if quoted[start] else 0)
            undone = shadow[start - 1] in lasts and shadow.endswith(rules.before, max(0, start - _BEFORE), start)
            if undone or (self._asides and self._aside(start)) or self._may_come(start):
                weight += _NO_DEED
            noun = behind.search(shadow, end, end + _BEHIND)
            if noun and shadow[end] not in rules.kept and rules.within.isdisjoint(shadow[end : noun.start()]):
                weight += _NOUN  # 袭击事件, 拘捕的人
            found.append(Predicate(start, end, rules.kinds[index] or PLAIN, weight))
        return found

    def _may_come(self, start: int) -> bool:
        """可能在数日内入侵: whether its clause only tells what may come."""
        at = bisect_right(self._maybe, start - 1) - 1
        if at < 0 or start - self._maybe[at] > _PERHAPS:
            return False
        return self.predicates.apart.isdisjoint(self.shadow[self._maybe[at] : start])

    def _aside(self, start: int) -> bool:
        """Whether the clause of a predicate opens as a reason or a condition: 由于, 如果."""
        at = bisect_right(self._asides, start) - 1
        if at < 0 or start - self._asides[at] > _CLAUSE or self._ends[at] > start:
            return False
        return _MARKS.isdisjoint(self.shadow[self._asides[at] : start])


def _quoted(shadow: str) -> bytearray:
    """For each character whether it stands within quotation marks of one line."""
    inside = bytearray(len(shadow))
    for opening, closing in _QUOTES.items():
        at = shadow.find(opening)
        while at >= 0:
            end = shadow.find(closing, at + 1)
            if end < 0:
                break
            if "\n" not in shadow[at:end]:
                inside[at:end] = b"\1" * (end - at)
            at = shadow.find(opening, end + 1)
    return inside


@cache
def predicates_of(language: Language) -> Predicates | None:
    """The predicates of a language; None where it has none."""
    table = language.table("happenings")
    if not table:
        return None
    kinds: dict[str, str | None] = {fold(word): None for word in table.get("none", ())}
    for section in ("types", "topics"):
        for kind, words in sorted(table.get(section, {}).items()):
            for word in words:
                kinds.setdefault(fold(word), kind)
    topics = {fold(word) for words in table.get("topics", {}).values() for word in words}
    topics -= {fold(word) for words in table["types"].values() for word in words}
    ordered = sorted(kinds)
    strong, speech = frozenset(table.get("strong", ())), frozenset(table.get("speech", ()))
    unspoken = frozenset(fold(word) for word in table.get("unspoken", ()))
    before = tuple(fold(word) for word in table.get("before", ()))
    patterns = {
        name: fold(table.get(name, "(?!)"))
        for name in (
            "behind",
            "press",
            "reported",
            "house",
            "told_then",
            "aside",
            "relative",
            "governs",
            "called_off",
            "joined",
            "held",
            "won",
            "of",
            "topic",
            "declares",
            "declared",
            "mentions",
            "event",
            "begins",
            "birth",
            "born",
            "then",
            "about",
            "compared",
            "whose",
            "until",
            "planned",
            "over",
            "clock",
            "perhaps",
        )
    }
    return Predicates(
        machine=AhoCorasick(ordered, matchkind=MatchKind.LeftmostLongest),
        kinds=tuple(kinds[word] for word in ordered),
        told=frozenset(i for i, word in enumerate(ordered) if kinds[word]),
        deeds=frozenset(i for i, word in enumerate(ordered) if kinds[word] in strong),
        topics=frozenset(i for i, word in enumerate(ordered) if word in topics),
        weights=tuple(_SPEECH * (kinds[word] in speech and word not in unspoken) for word in ordered),
        strong=strong,
        at=table.get("at", ""),
        sent=table.get("sent", ""),
        apart=frozenset(fold(table.get("apart", ""))),
        spaced=language.spaced,
        before=before,
        before_lasts=frozenset(word[-1] for word in before),
        kept=fold(table.get("kept", "")),
        within=frozenset(fold(table.get("within", ""))),
        opens=re.compile(f"[{''.join(sorted(_MARKS))}](?:{fold(table.get('opens', '(?!)'))})"),
        **{name: re.compile(pattern) for name, pattern in patterns.items()},
    )
