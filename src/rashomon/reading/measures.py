"""Orders, closures, cancellations and advice in force: what, by whom, where, from when until when, at what hours."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from rashomon.languages import Language, language
from rashomon.model import Article, Attribution, Measure, Name, Span, Time
from rashomon.reading.ground.numerals import read_number
from rashomon.reading.ground.shadow import shadow_of

_Found = TypeVar("_Found", Time, Name)

_BEFORE = 18  # characters between a verb of declaring and the state it declares
_AFTER = 14
_WINDOW = 240  # characters of a sentence that are looked at on either side
_PARTS = ("evening", "morning")


class _Patterns(NamedTuple):
    trigger: re.Pattern[str]
    clause: re.Pattern[str]
    declare: re.Pattern[str]
    announce: re.Pattern[str]
    prolonged: re.Pattern[str]
    lifted: re.Pattern[str]
    supposed: re.Pattern[str]
    mention: re.Pattern[str]
    since_before: re.Pattern[str]
    since_after: re.Pattern[str]
    until_before: re.Pattern[str]
    until_after: re.Pattern[str]
    lasting: re.Pattern[str]
    hours: re.Pattern[str]
    daily: re.Pattern[str]
    nightly: re.Pattern[str]
    agent: re.Pattern[str]
    nation: re.Pattern[str]
    prefix: re.Pattern[str]  # 驻: the seat of a mission, its country before it
    own: re.Pattern[str]  # 中国公民: whose people, not where
    division: re.Pattern[str]  # what may close a place that its name leaves open
    listed: re.Pattern[str]  # between places of a list
    half: re.Pattern[str]  # half past
    former: re.Pattern[str]  # before an end that was moved: 原定
    evening: frozenset[str]
    morning: frozenset[str]  # parts in which 12 is midnight
    opens: re.Pattern[str] | None  # characters that a trigger may begin with: where a search is worth its while


@cache
def _patterns(code: str) -> _Patterns | None:
    tongue = language(code)
    table: Mapping[str, Any] = tongue.table("measures") if tongue else {}
    if not table:
        return None
    kinds = {
        "advice": f"{table['advice']}|{table['warning']}",
        "state": "|".join(sorted(table["states"], key=lambda word: (-len(word), word))),
        "closure": f"{table['verbs']}{table['gap']}{table['objects']}|{table['passive']}",
        "act": "|".join(sorted(table["acts"], key=lambda word: (-len(word), word))),
    }
    flat = {**table["verbs_of"], **table["time"], **table["who"], "clause": table["clause"]}
    flat["trigger"] = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    compiled = {name: re.compile(flat[name], re.IGNORECASE) for name in _Patterns._fields if name not in (*_PARTS, "opens")}
    evening, morning = (frozenset(table["time"][part]) for part in _PARTS)
    opens = re.compile(f"[{table['opens']}]") if "opens" in table else None
    return _Patterns(**compiled, opens=opens, evening=evening, morning=morning)


def find_measures(
    article: Article,
    language: Language,
    *,
    times: Sequence[Time] = (),
    attributions: Sequence[Attribution] = (),
    names: Sequence[Name] = (),
) -> tuple[Measure, ...]:
    """Find the measures in force of an article, in order; `times` give from and until, `names` who ordered and where."""
    patterns = _patterns(language.code)
    if patterns is None or not article.text:
        return ()
    finder = _Finder(article, patterns, times, names)
    return tuple(finder.measures())


def _triggers(shadow: str, patterns: _Patterns) -> Iterator[re.Match[str]]:
    """What `trigger` finds from left to right."""
    if patterns.opens is None:
        yield from patterns.trigger.finditer(shadow)
        return
    position = 0
    while lead := patterns.opens.search(shadow, position):
        match = patterns.trigger.match(shadow, lead.start())
        position = match.end() if match else lead.end()
        if match:
            yield match


class _Finder:
    """The measures of one article."""

    def __init__(self, article: Article, patterns: _Patterns, times: Sequence[Time], names: Sequence[Name]) -> None:
        self.text, self.shadow, self.patterns = article.text, shadow_of(article.text), patterns
        self.sentences = [span for span in article.sentences if not any(a < span[1] and span[0] < b for a, b in article.furniture)]
        self.starts = [start for start, _ in self.sentences]
        self.all_times = sorted((time for time in times if time.type == "DURATION" or time.value[4:5] == "-"), key=lambda time: time.start)
        self.all_names = sorted(names, key=lambda name: name.start)
        self.times: Sequence[Time] = ()  # those of the sentence at hand
        self.names: Sequence[Name] = ()

    def measures(self) -> Iterator[Measure]:
        seen: set[tuple[int, str]] = set()
        for match in _triggers(self.shadow, self.patterns):
            sentence = self._sentence(match.span())
            key = (bisect_right(self.starts, match.start()), match[0])
            if sentence is None or key in seen:
                continue
            self.times = _between(self.all_times, sentence)
            self.names = _between(self.all_names, sentence)
            measure = self._measure(match, sentence)
            if measure is not None:
                seen.add(key)
                yield measure

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
        if self.patterns.supposed.search(self.shadow, clause[0], min(clause[1], match.end() + _AFTER)):
            return None
        status, verb = self._status(match, clause)
        if status is None or self.patterns.mention.match(self.shadow[match.end() : match.end() + 6]):
            return None
        start, end = min(verb[0], match.start()), max(verb[1], match.end())
        clock = self._clock_span(match, clause, sentence)
        since, until = self._span_of_time(self.patterns.hours.search(self.shadow, *sentence), sentence)
        return Measure(
            start=start,
            end=end,
            text=self.text[start:end],
            what=self.text[match.start() : match.end()],
            by=self._by(start, sentence),
            place=self._place((start, end), sentence, clause),
            since=since,
            until=until,
            hours=self._hours(clock),
            status=status,
        )

    def _status(self, match: re.Match[str], clause: Span) -> tuple[str | None, Span]:
        """Whether it is ordered, prolonged or lifted, and where the verb stands that says so; None where nothing does."""
        near = (max(clause[0], match.start() - _BEFORE), min(clause[1], match.end() + _AFTER))
        for status, pattern in (("prolonged", self.patterns.prolonged), ("lifted", self.patterns.lifted)):
            for verb in pattern.finditer(self.shadow, *near):
                inside = match.start() <= verb.start() < match.end()
                ends = status == "lifted" and self.patterns.until_before.search(self.shadow[clause[0] : verb.start()])
                if not inside and not ends and not self._dated_end(verb.start(), clause):
                    return status, verb.span()
        if match.lastgroup == "advice":
            return "ordered", match.span()
        if match.lastgroup == "state":
            verbs = list(self.patterns.declare.finditer(self.shadow, *near))
            verbs = [verb for verb in verbs if verb.end() <= match.start() or verb.start() >= match.end()]
            return ("ordered", verbs[-1].span()) if verbs else (None, match.span())
        dated = any(clause[0] <= time.start < clause[1] for time in self.times)
        told = self.patterns.announce.search(self.shadow, *clause)
        return ("ordered" if dated or told else None), match.span()

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
            name for name in self.names if name.kind in ("person", "organisation") and sentence[0] <= name.start and name.end <= before
        ]
        agents = list(self.patterns.agent.finditer(self.shadow, sentence[0], before))
        if agents and (not named or agents[-1].start() >= named[-1].end):
            start, end = agents[-1].span()
            start = self._touching(start, sentence)
            if self.patterns.prefix.search(self.shadow[start - 1 : start]):
                start = self._touching(start - 1, sentence)
            return self.text[start:end]
        return self.text[named[-1].start : named[-1].end] if named else None

    def _touching(self, position: int, sentence: Span) -> int:
        """Where a place that ends at `position` starts, else `position`."""
        found = [name.start for name in self.names if name.end == position and name.kind == "place" and name.start >= sentence[0]]
        return found[-1] if found else position

    def _place(self, span: Span, sentence: Span, clause: Span) -> str | None:
        """The places listed last before it, else 全国 and the like, else the first place in its clause."""
        places = [name for name in self.names if name.kind == "place" and sentence[0] <= name.start and name.end <= sentence[1]]
        places = [name for name in places if not self.patterns.own.match(self.shadow[name.end : name.end + 2])]
        before = [name for name in places if name.end <= span[1]]
        if before:
            start = before[-1].start
            for name in reversed(before[:-1]):
                if not self.patterns.listed.fullmatch(self.shadow, name.end, start):
                    break
                start = name.start
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
