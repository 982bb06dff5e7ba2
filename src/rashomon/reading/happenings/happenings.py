"""Happenings: one sentence's who did what to whom, when and where, with its type."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Happening, Name, Span, Time
from rashomon.reading.ground.anchor import anchor_day
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.happenings.predicates import PLAIN, Found, Predicate, Predicates, predicates_of

_SHORTEST = 6  # characters: below it a line is a heading or a credit
_DAYS_A_SENTENCE = 3
_LEAD = 2  # sentences that tell what the article is about: its title and its first
_OBJECT = 16  # characters between a verb that has happened (谴责了) and a day that tells of its object
_JOINED = 2  # characters that join two days
_BEFORE, _BEFORE_SPACED = 8, 16  # characters before a day that may say it is another's; of letters a word takes more
_CLAUSE = 96  # characters before a day in which a clause may open that only describes somebody
_NEAR = 30  # characters behind a day within which its clause ends
_DATED, _FIRST = 3, 2  # measured with the weights of `predicates`
_CLAUSE_END = re.compile("[，。；！？\n,;]")
_BREAKS = frozenset("，。；：,;:")
_OPENS = frozenset("，。；：,;:！？\n ")  # before what opens a clause


class Day(msgspec.Struct, frozen=True, gc=False):
    """A calendar day that a sentence names."""

    date: str
    start: int
    end: int
    clause: int  # where the clause ends that it stands in
    planned: bool


def find_happenings(
    article: Article, language: Language, *, times: Sequence[Time] = (), names: Sequence[Name] = ()
) -> tuple[Happening, ...]:
    """Find what an article says happened, sentence by sentence.

    A sentence that names days tells one happening a day (three at most), the day of what it is about first. One that names none but has a
    strong predicate, and the title and the first sentence whatever their predicate, happen on the article's own day, or where it goes on
    with the sentence before it (当时, 随后) on the day of that one (anchored=False).
    () where the article's day is unknown and it names none.
    """
    predicates = predicates_of(language)
    if predicates is None or not article.text:
        return ()
    own = anchor_day(article)
    today = own.isoformat() if own else None
    shadow = shadow_of(article.text).lower() if language.spaced else shadow_of(article.text)
    found = Found(shadow, predicates)
    days_told = [time for time in times if _is_day(time) and not predicates.about.search(shadow, time.start, time.end)]
    past = [time for time in times if today and _is_past(time, today)]
    happenings: list[Happening] = []
    day_starts, name_starts = [time.start for time in days_told], [name.start for name in names]
    at = day_at = deed_at = 0
    before: tuple[int, str] | None = None  # where the last sentence ends that tells what happened on a day, and the day
    for number, (start, end) in enumerate(article.sentences):
        low, at = at, bisect_left(found.starts, end, at)
        day_low, day_at = day_at, bisect_left(day_starts, end, day_at)
        deed_low, deed_at = deed_at, bisect_left(found.deeds, end, deed_at)
        dated = day_low < day_at
        if end - start < _SHORTEST or not (dated or (today and (number < _LEAD or deed_low < deed_at))):
            continue
        acts = found.weigh(found.words[low:at])
        told = names[bisect_left(name_starts, start) : bisect_left(name_starts, end)]
        held: tuple[Name | Time, ...] = (*told, *days_told[day_low:day_at])
        if acts and held:
            acts = [act for act in acts if not any(one.start <= act.start and act.end <= one.end for one in held)]
        days = _days(shadow, days_told[day_low:day_at], acts, predicates, today) if dated else []
        if days:
            happenings += [
                _happening(article.text, shadow, (start, end), day, _main(acts, predicates, day), told, predicates) for day in days
            ]
            before = (end, days[0].date) if not days[0].planned else None
            continue
        best = _main(acts, predicates, None)
        if today and (number < _LEAD or (best and best.type in predicates.strong and not (past and _is_told(shadow, past, best)))):
            day = _goes_on(shadow, start, before, predicates) or today
            happenings.append(_happening(article.text, shadow, (start, end), day, best, told, predicates))
            before = (end, day) if day != today else None
    return tuple(happenings)


def _goes_on(shadow: str, start: int, before: tuple[int, str] | None, predicates: Predicates) -> str | None:
    """The day of the sentence right before one in its paragraph that goes on with it: 2日晚两车相撞。当时…"""
    if before is None or not 0 <= start - before[0] <= 1 or "\n" in shadow[before[0] : start]:
        return None
    return before[1] if predicates.then.match(shadow, start) else None


def _is_day(time: Time) -> bool:
    """A month or a year is no day."""
    value = time.value
    return time.type in ("DATE", "TIME") and len(value) >= 10 and value[4] == "-" and value[5] != "W" and value[8:10].isdigit()


def _is_past(time: Time, today: str) -> bool:
    """A year or a month before that of the article."""
    return time.type == "DATE" and len(time.value) in (4, 7) and time.value[-2:].isdigit() and time.value < today[: len(time.value)]


def _is_told(shadow: str, past: Sequence[Time], act: Predicate) -> bool:
    """2019年一场大火造成七人死亡: whether one of these stands before the predicate and nothing but a comma between."""
    return any(
        time.end <= act.start and shadow[max(0, time.start - 1)] in _OPENS and not _breaks(shadow, time.end + 1, act.start) for time in past
    )


def _happening(
    text: str, shadow: str, span: Span, day: Day | str, act: Predicate | None, names: Sequence[Name], predicates: Predicates
) -> Happening:
    who, whom, where = _roles(shadow, act, names, predicates)
    dated = isinstance(day, Day)
    return Happening(
        start=span[0],
        end=span[1],
        type=act.type if act else PLAIN,
        date=day.date if isinstance(day, Day) else day,
        who=who,
        whom=whom,
        where=where,
        cue=text[act.start : act.end] if act and act.type != PLAIN else None,
        anchored=dated,
        planned=isinstance(day, Day) and day.planned,
    )


def _roles(text: str, act: Predicate | None, names: Sequence[Name], predicates: Predicates) -> tuple[str | None, str | None, str | None]:
    """Who, to whom, where: the first person or body before the predicate that is not of the press, else the country right in its clause;
    the first name behind it; the first place that is neither."""
    who = country = whom = where = None
    start, end = (act.start, act.end) if act else (len(text), len(text))
    for name in names:
        if name.start >= end:
            whom = None if _breaks(text, end, name.start) else name
            break
        if name.end > start or who:
            continue
        if name.kind != "place":
            sent = name.kind == "organisation" and name.start and text[name.start - 1] in predicates.sent
            who = None if sent or predicates.press.search(text, name.start, name.end) else name
        elif country is None and act and name.start and text[name.start - 1] not in predicates.at and not _breaks(text, name.end, start):
            country = name
    who = who or country
    for name in names:
        if name.kind == "place" and name is not who and name is not whom and not predicates.clock.match(text, name.end):
            where = name
            break
    else:
        where = whom if whom and whom.kind == "place" else None
    return who.text if who else None, whom.text if whom else None, where.text if where else None


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a clause ends between two offsets."""
    return not _BREAKS.isdisjoint(text[start:end])


def _days(shadow: str, times: Sequence[Time], acts: Sequence[Predicate], predicates: Predicates, today: str | None) -> list[Day]:
    """The calendar days that a sentence names, each once. Days of reports, reasons and plans come last, or not at all."""
    ranked: dict[str, tuple[int, Day]] = {}
    off = -1  # where the last day ends of what is called off
    for time in times:
        date = time.value[:10]
        if predicates.called_off.search(shadow, max(0, time.start - _BEFORE), time.start) or (
            0 <= time.start - off <= _JOINED and predicates.joined.fullmatch(shadow, off, time.start)
        ):
            off = time.end  # 取消5日和6日的航班: called off before
            continue
        if date in ranked or predicates.begins.match(shadow, time.end) or _belongs(shadow, time, acts, predicates):
            continue
        reach = _BEFORE_SPACED if predicates.spaced else _BEFORE
        before, behind = shadow[max(0, time.start - reach) : time.start], shadow[time.end : time.end + _NEAR]
        own = date != today and predicates.house.search(before) and predicates.told_then.match(behind)
        if own or predicates.compared.search(before) or (today and date > today and predicates.until.search(before)):
            continue
        if predicates.declared.match(shadow, time.end) and predicates.declares.search(before):
            continue  # 宣布周日为哀悼日
        if predicates.event.match(shadow, time.end) and predicates.mentions.search(before):
            continue  # 评价了6日事件
        if predicates.whose.search(shadow, max(0, time.start - _CLAUSE), time.start):
            continue
        if (
            today
            and date < f"{int(today[:4]) - 1}{today[4:]}"
            and (predicates.birth.search(before) or predicates.born.match(shadow, time.end))
        ):
            continue  # 1977年5月13日出生: how old somebody is
        noun = predicates.of.match(shadow, time.end)  # 28日的射击: the day of what is named, not of what the sentence tells
        if noun and predicates.topic.search(before):
            continue
        clause = time.end if noun else _clause_end(shadow, time.end)
        ahead = today and date > today and not predicates.over.search(shadow, time.start, time.end + 1)
        planned = bool(ahead or predicates.planned.search(before) or predicates.planned.match(behind))
        aside = bool(noun or _describes(shadow, time, times, predicates) or predicates.aside.search(before))
        rank = 2 * bool(predicates.reported.match(behind)) + aside + planned
        ranked[date] = (rank, Day(date, time.start, time.end, clause, planned))
    days = sorted(ranked.values(), key=lambda pair: pair[0])
    kept = [day for rank, day in days if rank < 2 or rank == days[0][0]]
    return kept[:_DAYS_A_SENTENCE]


def _belongs(shadow: str, time: Time, acts: Sequence[Predicate], predicates: Predicates) -> bool:
    """逮捕了3月2日越狱的囚犯: whether a day only tells of whom or of what something was done, by a deed before it in its clause."""
    if predicates.held.match(shadow, time.end) and predicates.won.search(shadow[max(0, time.start - _BEFORE) : time.start]):
        return True
    if not predicates.relative.match(shadow, time.end):
        return False
    near = [act.end for act in acts if 0 <= time.start - act.end <= _OBJECT and shadow[act.end] in predicates.kept]
    if near and not _breaks(shadow, near[-1], time.start):
        return True
    return predicates.governs.search(shadow[max(0, time.start - _BEFORE) : time.start]) is not None


def _describes(shadow: str, time: Time, times: Sequence[Time], predicates: Predicates) -> bool:
    """3月2日失踪的渔船15日返航: whether a day only describes what does something on another day of its clause."""
    later = next((one for one in times if one.start > time.end), None)
    return later is not None and predicates.relative.fullmatch(shadow, time.end, later.start) is not None


def _clause_end(shadow: str, at: int) -> int:
    """Where the clause ends that goes on at an offset; a comma right there only sets the day apart."""
    mark = _CLAUSE_END.search(shadow, at + 1, at + _NEAR)
    return mark.start() if mark else max(at + 1, min(at + _NEAR, len(shadow)))


def _main(acts: Sequence[Predicate], predicates: Predicates, day: Day | None) -> Predicate | None:
    """The predicate that a sentence is about: by its weight, whether the day stands in its clause, how often its type stands there."""
    if len(acts) < 2:
        return acts[0] if acts else None
    told = day is None or predicates.spaced or day.clause == day.end
    first = next((act for act in acts if told or (day and act.start >= day.end)), None)
    weights = [act.weight + (_FIRST if act is first else 0) for act in acts]
    if day and predicates.spaced:  # the day comes behind what was done on it
        dated = next((act for act in reversed(acts) if act.end <= day.start), None)
        weights = [weight + (_DATED if act is dated else 0) for weight, act in zip(weights, acts, strict=True)]
    elif day:
        weights = [weight + (_DATED if day.end <= act.start < day.clause else 0) for weight, act in zip(weights, acts, strict=True)]
    best = max(weights)
    heaviest = [act for weight, act in zip(weights, acts, strict=True) if weight == best]
    if len(heaviest) == 1:
        return heaviest[0]
    counts = Counter(act.type for act in acts)
    return min(heaviest, key=lambda act: (act.type not in predicates.strong, -counts[act.type], act.start))
