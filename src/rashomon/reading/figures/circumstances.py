"""What surrounds the counts of an article: where and when each holds, and by whose word; one pass over its sentences, in order."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from rashomon.languages import fold, language
from rashomon.model import Article, Attribution, Name, Span, Time
from rashomon.reading.figures.lines import Count
from rashomon.reading.figures.places import Places
from rashomon.reading.figures.predicates import Grammar
from rashomon.reading.ground.anchor import anchor_day

Chain = tuple[str, ...]

_CLAUSE = 96  # characters before a day in which a clause may open that only describes somebody
_DAYS = 8  # days told before a count that are looked at for its own
_BEHIND = 60  # characters behind a count that are looked at for its day
_ON = 2  # sentences that a report runs on behind its own
_STATEMENTS = 12  # statements before a sentence that are looked at for the one that runs on
_MIDNIGHT, _CLOSING_HOUR = "T00:00", "24"
_PERIOD = re.compile("[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_CLOSE = 2  # characters between a statement's end and its sentence's: a full stop and a mark


class Circumstances:
    """The places, days and statements around one sentence after the other."""

    def __init__(
        self,
        article: Article,
        shadow: str,
        rules: Grammar,
        *,
        times: Sequence[Time] = (),
        attributions: Sequence[Attribution] = (),
        names: Sequence[Name] = (),
    ) -> None:
        self.text, self.shadow, self.rules = article.text, shadow, rules
        day = anchor_day(article)
        self.day = day.isoformat() if day else None
        self.days = sorted((time.start, time.end, _day_of(time)) for time in times if _is_day(time))
        self._starts = [start for start, _, _ in self.days]
        self._periods = [(time.start, time.end, closing) for time in times if (closing := self._past(time))]
        self.places = Places(article.text, shadow, rules, names)
        self.said = sorted(attributions, key=lambda said: (said.start, -said.end))
        self._longest = max((said.end - said.start for said in attributions), default=0)
        self._spans = article.sentences
        self._sentences = [start for start, _ in article.sentences]
        self._pronouns, self._demands = pronouns(rules.code), demands(rules.code)
        self.sentence: Span = (0, 0)
        self.around: list[Attribution] = []  # statements that reach into this sentence
        self.carried: tuple[int, Chain] = (-1, ())  # end of the last sentence that held counts, and their chain
        self._statement = 0  # how many statements were passed
        self._ends_here = False  # whether the last count was of somebody's who demands or judges, and reports nothing further

    def enter(self, sentence: Span) -> None:
        """Go on to a sentence behind the last."""
        self.sentence = sentence
        self.places.enter(sentence)
        while self._statement < len(self.said) and self.said[self._statement].start < sentence[1]:
            self.around.append(self.said[self._statement])
            self._statement += 1
        self.around = [said for said in self.around if said.end > sentence[0]]

    def where(self, count: Count) -> str | None:
        """The place of the sentence that the count is nearest to; see `places`."""
        return self.places.find((count.start, count.end), self.sentence, self._holding(count.slot.start))

    def when(self, count: Count) -> str | None:
        """The day named last before the count ends in its sentence, or in the one before where it goes on with that.

        Else the article's own; a day since when is none, nor one yet to come, and a past year or month told nearer gives its last day.
        Where words stand apart the day comes behind: 12 people were arrested on Monday.
        """
        high = bisect_left(self._starts, count.end)
        if self.rules.spaced and (behind := self._day_behind(count, high) or self._period_behind(count)):
            return behind
        low = self._scene() if self.rules.carries.match(self.shadow, *self.sentence) else self.sentence[0]
        for at in reversed(range(max(bisect_left(self._starts, low), high - _DAYS), high)):
            start, end, day = self.days[at]
            if self.day and day > self.day:
                continue  # 风暴料周日登陆，已有12人死亡
            if not self._is_start(start, end, max(count.start, count.slot.start)) and not self._describes(start, end, count.start):
                return self._period(count, end) or day
        return self._period(count, self.sentence[0]) or self.day

    def _past(self, time: Time) -> str | None:
        """The last day of a year or month that was over before the article's own began."""
        past = time.type == "DATE" and self.day is not None and _PERIOD.fullmatch(time.value) and time.value < self.day[: len(time.value)]
        if not past:
            return None
        year, month = int(time.value[:4]), int(time.value[5:7] or 12)
        return f"{year:04}-{month:02}-{monthrange(year, month)[1]}"

    def _period(self, count: Count, low: int) -> str | None:
        """The last day of a past year or month behind an offset that a count is told of."""
        near = [one for one in self._periods if low <= one[0] and one[1] <= count.start]
        if not near:
            return None
        start, end, closing = near[-1]
        told = self.rules.period.match(self.shadow, end, count.start)
        told = told if told and (told.groupdict().get("sure") or not self._is_start(start, end, count.start)) else None
        sure = told is not None and told.groupdict().get("sure") is not None
        return closing if told and (sure or self.rules.in_period.search(self.shadow, max(low, start - 6), start)) else None

    def _scene(self) -> int:
        """Where the sentence before begins that this one goes on with (造成3人死亡), else this one."""
        at = bisect_left(self._sentences, self.sentence[0])
        return self._spans[at - 1][0] if at and self._same_paragraph(self._spans[at - 1][1]) else self.sentence[0]

    def _day_behind(self, count: Count, at: int) -> str | None:
        """The first day behind a count in its clause."""
        close = self.rules.clause.search(self.shadow, count.end, min(self.sentence[1], count.end + _BEHIND))
        end = close.start() if close else min(self.sentence[1], count.end + _BEHIND)
        if at >= len(self.days) or self.days[at][0] >= end:
            return None
        start, stop, day = self.days[at]
        if self.rules.since.match(self.shadow, stop):
            return None  # Tuesday's fire
        return None if self.rules.from_day.search(self.shadow, count.end, start) else day

    def _period_behind(self, count: Count) -> str | None:
        """812 people died in crashes last year: the last day of a past year or month behind a count in its clause."""
        for start, _, closing in self._periods:
            if start >= count.end:
                return closing if self.rules.period_behind.fullmatch(self.shadow, count.end, start) else None
        return None

    def _describes(self, start: int, end: int, count: int) -> bool:
        """The fire, which broke out on Sunday, killed two: whether a day stands in a clause that closes before the count."""
        opened = self.rules.described.search(self.shadow, max(self.sentence[0], start - _CLAUSE), start)
        return opened is not None and self.rules.clause.search(self.shadow, end, count) is not None

    def _is_start(self, start: int, end: int, count: int) -> bool:
        """自15日起, 15日以来: counted since then, and up to now."""
        if self.rules.since.match(self.shadow, end, count):
            return True
        before = self.rules.from_day.search(self.shadow[max(0, start - 6) : start])
        return before is not None and self.rules.onward.match(self.shadow, end, count) is not None

    def chain(self, count: Count) -> Chain:
        """The chain of the shortest statement that holds the number.

        Where its sentence lays nothing to anyone, the report that closes the sentence before it in its paragraph runs on, or the chain of
        the counts right before goes on.
        """
        holding = self._holding(count.slot.start) or self._holding(count.slot.end - 1)
        self._ends_here = holding is not None and fold(holding.cue) in self._demands
        if holding:
            return self._named(holding)
        if self.around and self.around[-1].start >= self.sentence[0]:
            return ()
        if closing := self._closing():
            return self._named(closing)
        end, chain = self.carried
        return chain if 0 <= self.sentence[0] - end <= 1 and self._same_paragraph(end) else ()

    def _named(self, said: Attribution) -> Chain:
        """A chain with the name of a speaker whom it calls 她 or 两人."""
        if said.speaker and fold(said.chain[-1]).lower() in self._pronouns:
            return (*said.chain[:-1], said.speaker)
        return said.chain

    def _same_paragraph(self, end: int) -> bool:
        return "\n" not in self.text[end : self.sentence[0]]

    def _closing(self) -> Attribution | None:
        """The statement that a sentence before this one in its paragraph closes with, where none between lays anything to anyone.

        Measured on marked texts: of 30 counts behind such a sentence, 27 are laid to its speaker.
        """
        at = bisect_left(self._sentences, self.sentence[0])
        until = bisect_left(self.said, self.sentence[0], key=lambda said: said.start)
        told = self.said[max(0, until - _STATEMENTS) : until]
        for back in range(at - 1, max(0, at - 1 - _ON), -1):
            start, end = self._spans[back]
            if not self._same_paragraph(end):
                return None
            inside = [said for said in told if start <= said.start < end]
            if inside:
                closing = [
                    said for said in inside if said.end >= end - _CLOSE and said.type != "direct" and fold(said.cue) not in self._demands
                ]
                return min(closing, key=lambda said: (said.end - said.start, said.start)) if closing else None
        return None

    def _holding(self, at: int) -> Attribution | None:
        """The shortest statement that holds a position."""
        low = bisect_left(self.around, at - self._longest, key=lambda said: said.start)
        high = bisect_left(self.around, at + 1, key=lambda said: said.start)
        holding = [said for said in self.around[low:high] if at < said.end]
        return min(holding, key=lambda said: (said.end - said.start, said.start)) if holding else None

    def leave(self, chain: Chain) -> None:
        """Keep the chain of this sentence's counts: the next may go on counting without naming anyone."""
        self.carried = (self.sentence[1], () if self._ends_here else chain)


@cache
def pronouns(code: str) -> frozenset[str]:
    """Words that stand for a source named before."""
    tongue = language(code)
    return frozenset(row[0] for row in tongue.entries("source_nouns") if row[1] == "pronoun") if tongue else frozenset()


@cache
def demands(code: str) -> frozenset[str]:
    """Cues under which somebody demands or judges, and reports nothing."""
    tongue = language(code)
    return frozenset(row[0] for row in tongue.entries("cues") if row[1] in ("demand", "judge", "blame")) if tongue else frozenset()


def _is_day(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and len(time.value) >= 10 and time.value[4] == time.value[7] == "-"


def _day_of(time: Time) -> str:
    """The day that counts up to an hour are of: those of 14日0时至24时 of the 14th, though 24时 opens the next."""
    day = time.value[:10]
    closes = time.value.endswith(_MIDNIGHT) and _CLOSING_HOUR in time.text
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if closes else day
