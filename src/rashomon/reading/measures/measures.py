"""Orders, closures, cancellations and advice in force: what, by whom, where, from when until when, at what hours."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Measure, Name, Span, Time
from rashomon.reading.ground.numerals import read_number
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.measures.patterns import Patterns, patterns_of

_Found = TypeVar("_Found", Time, Name)

_BEFORE, _AFTER = 18, 14  # characters between a verb of declaring and the state it declares
_SPACED = 2  # times as many where words are of letters
_HALTED = 30  # characters between what is halted and the verb that closes its clause
_ADVICE = ("advice", "behest")
_BOUND = 80  # characters between who is bound and the verb that binds them
_ASKED = 3  # characters of adverbs between a country and what is demanded of it
_WINDOW = 240  # characters of a sentence that are looked at on either side


def find_measures(
    article: Article,
    language: Language,
    *,
    times: Sequence[Time] = (),
    attributions: Sequence[Attribution] = (),
    names: Sequence[Name] = (),
) -> tuple[Measure, ...]:
    """Find the measures in force of an article, in order; `times` give from and until, `names` who ordered and where."""
    patterns = patterns_of(language.code)
    if patterns is None or not article.text:
        return ()
    shadow, trigger = shadow_of(article.text), patterns.trigger
    triggers = list(patterns.starts.matches(trigger, shadow) if patterns.starts else trigger.finditer(shadow))
    return _whole(list(_Finder(article, patterns, times, names).measures(triggers))) if triggers else ()


def _whole(found: list[Measure]) -> tuple[Measure, ...]:
    """Measures without those that are the beginning of the next: 延长围封, 延长围封强检."""
    kept = [one for one, after in pairwise(found) if after.start != one.start or after.end <= one.end]
    return (*kept, *found[-1:])


class _Finder:
    """The measures of one article."""

    def __init__(self, article: Article, patterns: Patterns, times: Sequence[Time], names: Sequence[Name]) -> None:
        self.text, self.shadow, self.patterns = article.text, shadow_of(article.text), patterns
        furniture = article.furniture
        self.sentences = [span for span in article.sentences if not furniture or not any(a < span[1] and span[0] < b for a, b in furniture)]
        self.before, self.after = (reach * (_SPACED if patterns.spaced else 1) for reach in (_BEFORE, _AFTER))
        self.title = len(article.title) if article.text.startswith(article.title) else 0  # what a title says is news
        self.starts = [start for start, _ in self.sentences]
        self.all_times = [time for time in times if time.type == "DURATION" or time.value[4:5] == "-"]
        self.all_names = names
        self.times: Sequence[Time] = ()  # those of the sentence at hand
        self.names: Sequence[Name] = ()

    def measures(self, triggers: Sequence[re.Match[str]]) -> Iterator[Measure]:
        seen: set[tuple[int, str, str | None]] = set()
        advised = -1  # the sentence that advice was last found in
        for match in triggers:
            sentence = self._sentence(match.span())
            if sentence is None:
                continue
            self.times = _between(self.all_times, sentence)
            self.names = _between(self.all_names, sentence)
            measure = self._measure(match, sentence)
            if measure is None:
                continue
            key = (sentence[0], match[0], measure.place)
            if key not in seen and not (match.lastgroup == "behest" and advised == sentence[0]):
                seen.add(key)
                yield measure
            advised = sentence[0] if match.lastgroup == "advice" else advised

    def _sentence(self, span: Span) -> Span | None:
        """Its sentence, as far as it is looked at."""
        at = bisect_right(self.starts, span[0]) - 1
        if at < 0 or span[1] > self.sentences[at][1]:
            return None
        return max(self.sentences[at][0], span[0] - _WINDOW), min(self.sentences[at][1], span[1] + _WINDOW)

    def _clause(self, span: Span, sentence: Span) -> Span:
        breaks = list(self.patterns.clause.finditer(self.shadow, *sentence))
        start = max((mark.end() for mark in breaks if mark.end() <= span[0]), default=sentence[0])
        end = min((mark.start() for mark in breaks if mark.start() >= span[1]), default=sentence[1])
        return start, end

    def _measure(self, match: re.Match[str], sentence: Span) -> Measure | None:
        clause = self._clause(match.span(), sentence)
        if self._supposed(match, clause, sentence):
            return None
        status, verb = self._status(match, clause, sentence)
        mentioned = match.lastgroup not in _ADVICE and self.patterns.mention.match(self.shadow[match.end() : match.end() + 6])
        if status is None or mentioned:
            return None
        thing = self._halted(match, clause, sentence)
        if thing is None:
            return None
        rest = self.patterns.rest.match(self.shadow, match.end(), clause[1]) if match.lastgroup in _ADVICE else None
        behind = rest.end() if rest else match.end()
        start, end = min(verb[0], thing), max(verb[1], behind)
        clock = self._clock_span(match, clause, sentence)
        window = clause if match.lastgroup in _ADVICE else sentence
        since, until = self._span_of_time(self.patterns.hours.search(self.shadow, *sentence), window)
        return Measure(
            start=start,
            end=end,
            text=self.text[start:end],
            what=self.text[thing:behind],
            by=self._by(start, sentence),
            place=self._place((start, end), sentence, clause, advice=match.lastgroup in _ADVICE),
            since=since,
            until=until,
            hours=self._hours(clock),
            status=status,
        )

    def _supposed(self, match: re.Match[str], clause: Span, sentence: Span) -> bool:
        """Whether its clause supposes, denies or debates it, or the one before demands it."""
        advice = match.lastgroup in _ADVICE
        pattern = self.patterns.unadvised if advice else self.patterns.supposed
        if pattern.search(self.shadow, clause[0], min(clause[1], match.end() + self.after)):
            return True
        if advice:
            return False
        if self.patterns.demanded.search(self.shadow, sentence[0], clause[0]) or self._asked(match.start(), clause):
            return True
        if self.patterns.instance.search(self.shadow, sentence[0], match.start()):
            return True
        return match.lastgroup == "ban" and self.patterns.unbanned.search(self.shadow, sentence[0], match.start()) is not None

    def _asked(self, position: int, clause: Span) -> bool:
        """Whether it is demanded of a country or an office that stands right before it: 警告岚国停止…"""
        near = [name for name in self.names if clause[0] <= name.start and 0 <= position - name.end <= _ASKED and name.kind != "person"]
        return any(self.patterns.asked.search(self.shadow, clause[0], name.start) for name in near)

    def _halted(self, match: re.Match[str], clause: Span, sentence: Span) -> int | None:
        """Where what is ordered begins: at its verb, or before one that halts it (服务由明日起暂停); None if nothing or nobody is."""
        if match.lastgroup == "duty" and not self.patterns.bound.search(self.shadow, max(sentence[0], match.start() - _BOUND), match.end()):
            return None
        if match.lastgroup != "halt":
            return match.start()
        first = sentence[0] if self.patterns.alone.fullmatch(self.shadow, clause[0], match.start()) else clause[0]
        thing = self.patterns.halted.search(self.shadow, max(first, match.start() - _HALTED), match.start())
        return thing.start() if thing else None

    def _status(self, match: re.Match[str], clause: Span, sentence: Span) -> tuple[str | None, Span]:
        """Whether it is ordered, prolonged or lifted, and where the verb stands that says so; None where nothing does."""
        over = match.lastgroup == "state" and clause[1] == match.end()  # 特别安排，将会延长: its verb may open the next clause
        near = (max(clause[0], match.start() - self.before), min(sentence[1] if over else clause[1], match.end() + self.after))
        longer = () if match.lastgroup == "reopening" else (("prolonged", self.patterns.prolonged),)  # what ends is not prolonged
        for status, pattern in (*longer, ("lifted", self.patterns.lifted)):
            for verb in pattern.finditer(self.shadow, *near):
                inside = status == "lifted" and match.start() <= verb.start() < match.end()
                ends = status == "lifted" and self.patterns.until_before.search(self.shadow[clause[0] : verb.start()])
                if not inside and not ends and not self._dated_end(verb.start(), clause):
                    return status, verb.span()
        if match.lastgroup in (*_ADVICE, "ban"):
            return "ordered", match.span()
        if match.lastgroup == "state":
            verbs = list(self.patterns.declare.finditer(self.shadow, *near))
            verbs = [verb for verb in verbs if verb.end() <= match.start() or verb.start() >= match.end()]
            return ("ordered", verbs[-1].span()) if verbs else (None, match.span())
        dated = any(clause[0] <= time.start < clause[1] or self._opens(time, clause[0]) for time in self.times)
        told = self.patterns.announce.search(
            self.shadow, *(sentence if match.lastgroup == "reopening" else clause)
        ) or self.patterns.decree.search(self.shadow, sentence[0], clause[0])
        status = "lifted" if match.lastgroup == "reopening" else "ordered"
        return (status if dated or told or sentence[1] <= self.title else None), match.span()

    def _opens(self, time: Time, position: int) -> bool:
        """周二起，解除…: a day that closes the clause before."""
        return 0 < position - time.end <= 4 and self.patterns.opening.fullmatch(self.shadow, time.end, position) is not None

    def _dated_end(self, position: int, clause: Span) -> bool:
        """至1月19日结束 tells when it ends, not that it has ended."""
        last = [time for time in self.times if clause[0] <= time.start and time.end <= position and position - time.end <= 3]
        return bool(last) and self.patterns.until_before.search(self.shadow[max(0, last[-1].start - 8) : last[-1].start]) is not None

    def _span_of_time(self, clock: re.Match[str] | None, sentence: Span) -> tuple[str | None, str | None]:
        since: str | None = None
        until: str | None = None
        patterns = self.patterns
        for time in self.times:
            if not sentence[0] <= time.start < sentence[1] or (clock and clock.start() <= time.start < clock.end()):
                continue
            before, after = self.shadow[max(sentence[0], time.start - 10) : time.start], self.shadow[time.end : time.end + 6]
            if patterns.former.search(self.shadow[max(sentence[0], time.start - 12) : time.start]):
                continue
            if time.type == "DURATION":
                if until is None and since and patterns.lasting.search(before):
                    until = _later(since, time.value)
            elif patterns.until_before.search(before) or patterns.until_after.match(after):
                until = until or time.value
            elif since is None and (patterns.since_before.search(before) or patterns.since_after.match(after)):
                since = time.value
        return since, until

    def _clock_span(self, match: re.Match[str], clause: Span, sentence: Span) -> re.Match[str] | None:
        """Daily hours in its own clause; a curfew's in its sentence."""
        span = sentence if self.patterns.nightly.search(match[0]) else clause
        return self.patterns.hours.search(self.shadow, *span) if self.patterns.daily.search(self.shadow, *span) else None

    def _hours(self, match: re.Match[str] | None) -> str | None:
        """22:00-05:00 from 每晚10时至次日5时."""
        if match is None:
            return None
        first, second = self._clock(match["a"], match["am"], match["first"]), self._clock(match["b"], match["bm"], match["second"])
        return f"{first}-{second}" if first and second else None

    def _clock(self, hour: str, minute: str | None, part: str | None) -> str | None:
        value = read_number(hour)
        digits = re.match("[0-9]{1,2}", minute or "0")
        minutes = 30 if self.patterns.half.fullmatch(minute or "") else int(digits[0]) if digits else 0
        if value is None or value > 24 or minutes > 59:
            return None
        part = part.lower() if part else None
        value = int(value) + 12 if part in self.patterns.evening and value < 12 else int(value)
        value = 0 if part in self.patterns.morning and value == 12 else value
        return f"{value:02d}:{minutes:02d}"

    def _by(self, before: int, sentence: Span) -> str | None:
        """The last person, office or agent named before the verb in its sentence."""
        named = [
            name
            for name in self.names
            if name.kind in ("person", "organisation")
            and sentence[0] <= name.start
            and name.end <= before
            and not self.patterns.press.search(self.shadow[name.start : name.end])
        ]
        agents = list(self.patterns.agent.finditer(self.shadow, sentence[0], before))
        if agents and (not named or agents[-1].start() >= named[-1].end):
            start, end = agents[-1].span()
            start = self._touching(start, sentence)
            if self.patterns.prefix.search(self.shadow[start - 1 : start]):
                start = self._touching(start - 1, sentence)
            return self.text[start:end]
        if named:
            return self.text[named[-1].start : named[-1].end]
        places = [name for name in self.names if name.kind == "place" and sentence[0] <= name.start and name.end <= before]
        if places and self.patterns.actor.fullmatch(self.shadow, places[-1].end, before):
            return self.text[self._listed_from(places) : places[-1].end]
        return None

    def _listed_from(self, places: Sequence[Name]) -> int:
        """Where a list of places begins that ends with the last."""
        start = places[-1].start
        for name in reversed(places[:-1]):
            if not self.patterns.listed.fullmatch(self.shadow, name.end, start):
                break
            start = name.start
        return start

    def _touching(self, position: int, sentence: Span) -> int:
        """Where a place that ends at `position` starts, else `position`."""
        found = [name.start for name in self.names if name.end == position and name.kind == "place" and name.start >= sentence[0]]
        return found[-1] if found else position

    def _place(self, span: Span, sentence: Span, clause: Span, *, advice: bool) -> str | None:
        """The places listed last before it, else 全国 and the like, else the first place in its clause."""
        places = [name for name in self.names if name.kind == "place" and sentence[0] <= name.start and name.end <= sentence[1]]
        places = [name for name in places if not self.patterns.own.match(self.shadow[name.end : name.end + 2])]
        before = [name for name in places if name.end <= span[1]]
        behind = [name for name in places if 0 <= name.start - span[1] <= 2]
        if advice and behind:
            return self.text[behind[0].start : behind[0].end]  # 不应前往岚国
        if before:
            start = self._listed_from(before)
            end = before[-1].end
            return self.text[start : end + (self.patterns.division.match(self.shadow, end) is not None)]
        if whole := self.patterns.nation.search(self.shadow, *clause):
            return self.text[whole.start() : whole.end()]
        inside = [name for name in places if clause[0] <= name.start < clause[1]]
        return self.text[inside[0].start : inside[0].end] if inside else None


def _between(found: Sequence[_Found], span: Span) -> Sequence[_Found]:
    low = bisect_left(found, span[0], key=lambda one: one.start)
    return found[low : bisect_left(found, span[1], key=lambda one: one.start)]


def _later(since: str, duration: str) -> str | None:
    """The day a duration after another ends."""
    match = re.fullmatch(r"P(\d{1,4})([DWMY])", duration)
    try:
        day = datetime.date.fromisoformat(since[:10])
        if match is None:
            return None
        count = int(match[1])
        if match[2] in "DW":
            return (day + datetime.timedelta(days=count * (7 if match[2] == "W" else 1))).isoformat()
        months = day.year * 12 + day.month - 1 + count * (12 if match[2] == "Y" else 1)
        return datetime.date(months // 12, months % 12 + 1, min(day.day, 28)).isoformat()
    except (ValueError, OverflowError):
        return None
