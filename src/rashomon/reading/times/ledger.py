"""What an article has told so far, and a language's words of time: what an expression leans on to find its day."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.languages.openings import Choice
from rashomon.reading.ground.numerals import read_number
from rashomon.reading.times.calendar import Day

Groups = dict[str, str | None]
Value = tuple[str, str]
Span = tuple[int, int]

_CUES = ("future_after", "never_before", "past_after", "told_before", "told_after", "ranges", "occasion", "deed", "describes", "scheduled")
_SHAPES = ("stamp", "decade", "vague", "midnight")
_REACH = 12  # characters that a year reaches on to a month in its clause
_BRACKET = 24  # characters of a bracket before a day in it
_SHUT = re.compile("[）)]")
_PARAGRAPH, _SOON = 300, 3  # characters, and hours, in which the afternoon or evening of a clock time goes on
_FAR = 120  # no year or day is carried further than this within a sentence
_STOPS = re.compile("[，。；！？\n,;]")
_SENTENCE_ENDS = re.compile("[。！？!?\n]")


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A language's words of time by what they mean."""

    lists: Mapping[str, Mapping[str, Any]]
    units: Mapping[str, str]
    halves: frozenset[str]
    numbers: Mapping[str, int]
    holidays: Mapping[str, Any]
    future_before: Choice
    future_after: re.Pattern[str]
    never_before: re.Pattern[str]
    past_after: re.Pattern[str]
    told_before: re.Pattern[str]
    told_after: re.Pattern[str]
    ranges: re.Pattern[str]
    occasion: re.Pattern[str]  # before 当天: the day of something that is told elsewhere, or known to all
    deed: re.Pattern[str]  # before it: the day of what the article tells of
    describes: re.Pattern[str]  # behind a day beside another of its sentence: it only says which thing is meant: 赢得6日举行的选举
    scheduled: re.Pattern[str]  # before a day: it is told for when something was planned, whatever came of it: 原定周三
    stamp: re.Pattern[str]  # what stands in a line that is a stamp of the page
    decade: re.Pattern[str]  # the number of a decade
    vague: re.Pattern[str]  # opens a number that tells no definite length: 百年, 四五天
    midnight: re.Pattern[str]  # parts of the day whose twelve is midnight
    clause: int  # characters before and after an expression in which a cue of its direction stands

    @classmethod
    def of(cls, language: Language) -> "Words":
        table = language.table("times")
        lists, cues = table["lists"], table["cues"]
        flags = re.IGNORECASE if table.get("ignore_case") else re.NOFLAG
        cue = {name: re.compile(cues[name], flags) for name in _CUES}
        cue |= {name: re.compile(table["shapes"][name], flags) for name in _SHAPES}
        return cls(
            lists=lists,
            units=lists["units"],
            halves=frozenset(table["halves"]),
            numbers=lists.get("numbers", {}),
            holidays=language.table("holidays"),
            future_before=Choice({"ahead": cues["future_before"]}, flags),
            clause=table["cues"]["clause"],
            **cue,
        )

    def number(self, text: str | None) -> int | float | None:
        """A number in digits, characters or the language's own words."""
        if not text:
            return None
        word = text.lower()
        return self.numbers[word] if word in self.numbers else read_number(text)

    def whole(self, text: str | None) -> int | None:
        number = self.number(text)
        return None if number is None else int(number)

    def look(self, name: str, text: str | None) -> Any:
        return self.lists.get(name, {}).get(text.lower()) if text else None


class Ledger(msgspec.Struct, kw_only=True):
    """What has been told so far: 当天 leans on the last day, a bare 7日 on the month of its paragraph."""

    anchor: Day | None
    shadow: str
    republic: bool = False  # whether the outlet counts years from 1912, so that a bare 110年 is 2021
    last: Day | None = None
    main: Day | None = None  # the last one that does not only describe something
    past: Day | None = None  # the last day told that was over when it was told
    last_end: int = -1  # where the last expression ended
    part: str | None = None  # part of the day told with it
    hour: int | None = None  # of the last clock time told, of 24
    ends: bool = False  # whether the last day told is the end of a range
    year: int | None = None  # of the last expression with a year of its own
    year_end: int = -1
    year_named: bool = False  # in digits, not as 去年
    year_told: int | None = None  # the last year told, wherever it stood
    month: tuple[int, int] | None = None  # of the last expression with a month of its own, within the paragraph
    month_alone: bool = False  # whether that month was told without a day
    month_told: tuple[int, int] | None = None  # the same, wherever it stood
    prior_end: int = -1  # where the last expression of any kind ended
    weekdays: dict[int, Day] = msgspec.field(default_factory=dict)  # those told so far that were over
    seen: int = 0  # how far the text has been looked through for paragraphs

    def enter(self, start: int) -> None:
        """Year and month carry within a paragraph alone."""
        if self.shadow.find("\n", self.seen, start) >= 0:
            self.year = self.month = None
        self.seen = max(self.seen, start)

    def tell_day(self, day: Day, span: Span, words: Words, *, explicit: bool) -> None:
        beside = self.main is not None and self.same_sentence(span[0])
        if not (beside and words.describes.match(self.shadow, span[1])) and not self.is_bracketed(span[0]):
            self.main = day
        self.last, self.last_end, self.part = day, span[1], None
        if self.anchor and day <= self.anchor:
            self.past = day
        self.month, self.month_alone = (day.year, day.month) if explicit else None, False
        self.month_told = self.month or self.month_told
        if day.year != self.year:
            self.year = None

    def is_bracketed(self, at: int) -> bool:
        """何远（2020年5月6日被捕）: whether a position stands in a short bracket."""
        low = max(0, at - _BRACKET)
        return any(self.shadow.rfind(opens, low, at) > self.shadow.rfind(shuts, low, at) for opens, shuts in ("（）", "()"))

    def tell_year(self, year: int | None, span: Span, *, named: bool) -> None:
        if year is not None:
            self.year, self.year_end, self.year_named = year, span[1], named
            self.year_told = year

    def tell_month(self, month: tuple[int, int], span: Span) -> None:
        self.month, self.month_told, self.last_end, self.month_alone = month, month, span[1], True

    def carried_year(self, start: int, month: int) -> int | None:
        """The year that a month without one takes: of a dated expression before it in its sentence, or of its own clause."""
        if self.year is None or not 0 <= start - self.year_end <= _FAR:
            return None
        between = self.shadow[self.year_end : start]
        if len(between) > 1 and _SHUT.search(between) and self.is_bracketed(self.year_end):
            return None  # 渡轮（1998年下水）7月10日沉没
        if self.year_named and self.month and month >= self.month[1] and not _SENTENCE_ENDS.search(between):
            return self.year
        if self.month or self.year_end != self.prior_end:
            return None
        if self.year_named and between[:1] in ("，", ",") and not _SENTENCE_ENDS.search(between):
            return self.year  # 2004年，…: the year is the sentence's
        return self.year if len(between) <= _REACH and not _STOPS.search(between) else None

    def same_clause(self, start: int) -> bool:
        """Whether the last expression stands in the clause of `start`."""
        return 0 <= start - self.last_end <= _FAR and not _STOPS.search(self.shadow, max(self.last_end, 0), start)

    def is_soon(self, start: int, hour: int) -> bool:
        """晚上6时接报。…7时灭火: whether an hour is but a few behind the clock time told last in the paragraph."""
        near = 0 <= start - self.last_end <= _PARAGRAPH and "\n" not in self.shadow[max(self.last_end, 0) : start]
        return near and self.hour is not None and 0 <= hour - self.hour <= _SOON

    def same_sentence(self, start: int) -> bool:
        """Whether the last expression stands in the sentence of `start`."""
        return 0 <= start - self.last_end <= _FAR and not _SENTENCE_ENDS.search(self.shadow, max(self.last_end, 0), start)


def find_direction(span: Span, ledger: Ledger, words: Words) -> bool | None:
    """True where a cue of the future stands in the clause, False where one of the past does, else None."""
    start, end = span
    before = ledger.shadow[max(0, start - words.clause) : start]
    after = ledger.shadow[end : end + words.clause]
    if words.never_before.search(before) or words.past_after.search(after):
        return False
    ahead = next(words.future_before.finditer(before), None)
    return True if ahead or words.future_after.search(after) else None


def leans(span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether 当天 leans on the last day told: 开幕式当天 on one of its own clause alone, 案发当天 on one that was over."""
    before = ledger.shadow[max(0, span[0] - words.clause) : span[0]]
    if words.occasion.search(before):
        return ledger.same_clause(span[0])
    over = ledger.last is not None and (ledger.anchor is None or ledger.last < ledger.anchor)
    return over or not words.deed.search(before)


def is_told(span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether the clause tells what was done or said on a day."""
    start, end = span
    before, after = ledger.shadow[max(0, start - words.clause) : start], ledger.shadow[end : end + 2 * words.clause]
    return bool(words.told_before.search(before) or words.told_after.search(after))


def is_joined(span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether 至, 到 or a dash binds the expression to the one before: the end of a range."""
    return (
        0 <= ledger.last_end <= span[0]
        and span[0] - ledger.last_end < 5
        and bool(words.ranges.search(ledger.shadow[ledger.last_end : span[0]]))
    )
