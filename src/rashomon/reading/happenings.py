"""Happenings: one sentence's who did what to whom, when and where, with its type."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.languages import Language, fold
from rashomon.model import Article, Happening, Name, Span, Time
from rashomon.reading.ground.anchor import anchor_day
from rashomon.reading.ground.shadow import shadow_of

_SHORTEST = 6  # characters: below it a line is a heading or a credit
_DAYS_A_SENTENCE = 3
_LEAD = 2  # sentences that tell what the article is about: its title and its first
_PLAIN = "OTHER"
_BEFORE = 8  # characters before a predicate that may say it is no deed done
_BEHIND = 12  # characters behind it that may say it is a noun
_CLAUSE = 40  # characters before a predicate in which its clause begins
_NEAR = 30  # characters behind a day within which its clause ends
_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}

# What speaks for a predicate to be the one that the sentence is about; read off 100 marked sentences (types right 70 -> 84).
_TOPIC, _NO_DEED, _NOUN, _QUOTED, _SPEECH, _DATED, _FIRST = -8, -4, -2, -3, 2, 3, 2


class Predicates(msgspec.Struct, frozen=True):
    """A language's predicates in one machine."""

    machine: AhoCorasick
    kinds: tuple[str | None, ...]  # the type of each; None for a word that is none
    topics: frozenset[int]  # those that only tell the matter
    strong: frozenset[str]  # types that tell of a deed even where the sentence gives no day
    speech: frozenset[str]  # types of acts done in words
    at: str  # characters before a place where something is done, and which does nothing itself
    before: re.Pattern[str]  # ends in what makes a predicate no deed done
    behind: re.Pattern[str]  # what makes a noun of it
    opens: re.Pattern[str]  # begins a clause that gives a reason or a condition
    reported: re.Pattern[str]  # behind a day: it is that of a report
    aside: re.Pattern[str]  # before a day: a reason or a title, no day of what is told
    of: re.Pattern[str]  # behind a day: it goes with a noun
    planned: re.Pattern[str]  # about a day: what is told was not done yet


class Predicate(msgspec.Struct, frozen=True):
    start: int
    end: int
    type: str
    weight: int


class Day(msgspec.Struct, frozen=True):
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
    strong predicate, and the title and the first sentence whatever their predicate, happen on the article's own day (anchored=False).
    () where the article's day is unknown and it names none.
    """
    predicates = _predicates(language)
    if predicates is None or not article.text:
        return ()
    own = anchor_day(article)
    today = own.isoformat() if own else None
    shadow = shadow_of(article.text).lower() if language.spaced else shadow_of(article.text)
    found = [match for match in predicates.machine.find_matches_as_indexes(shadow) if predicates.kinds[match[0]] is not None]
    quoted = _quoted(shadow) if found else bytearray()
    starts, time_starts, name_starts = [start for _, start, _ in found], [t.start for t in times], [n.start for n in names]
    happenings: list[Happening] = []
    for number, (start, end) in enumerate(article.sentences):
        if end - start < _SHORTEST:
            continue
        own_words = found[bisect_left(starts, start) : bisect_left(starts, end)]
        days = _days(shadow, times[bisect_left(time_starts, start) : bisect_left(time_starts, end)], predicates, today)
        strong = any(predicates.kinds[index] in predicates.strong for index, _, _ in own_words)
        if not days and not (today and (number < _LEAD or strong)):
            continue
        acts = _weigh(own_words, shadow, quoted, predicates)
        told = names[bisect_left(name_starts, start) : bisect_left(name_starts, end)]
        if days:
            happenings += [_happening(article.text, (start, end), day, _main(acts, predicates, day), told, predicates.at) for day in days]
            continue
        best = _main(acts, predicates, None)
        if today and (number < _LEAD or (best and best.type in predicates.strong)):
            happenings.append(_happening(article.text, (start, end), today, best, told, predicates.at))
    return tuple(happenings)


def _happening(text: str, span: Span, day: Day | str, act: Predicate | None, names: Sequence[Name], at: str) -> Happening:
    who, whom, where = _roles(text, act, names, at)
    dated = isinstance(day, Day)
    return Happening(
        start=span[0],
        end=span[1],
        type=act.type if act else _PLAIN,
        date=day.date if isinstance(day, Day) else day,
        who=who,
        whom=whom,
        where=where,
        cue=text[act.start : act.end] if act else None,
        anchored=dated,
        planned=isinstance(day, Day) and day.planned,
    )


def _roles(text: str, act: Predicate | None, names: Sequence[Name], at: str) -> tuple[str | None, str | None, str | None]:
    """Who, to whom, where: the first person or body before the predicate, else the country right in its clause; the first name behind it;
    the first place that is neither."""
    doers = [name for name in names if name.kind != "place" and (act is None or name.end <= act.start)]
    who = doers[0] if doers else None
    if act is None:
        return who.text if who else None, None, next((name.text for name in names if name.kind == "place"), None)
    near = [name for name in names if name.end <= act.start and not _breaks(text, name.end, act.start)]
    who = who or next((name for name in near if name.kind == "place" and name.start and text[name.start - 1] not in at), None)
    behind = [name for name in names if name.start >= act.end and not _breaks(text, act.end, name.start)]
    whom = behind[0] if behind and behind[0].kind != "place" else next(iter(behind), None)
    places = [name for name in names if name.kind == "place" and name is not who]
    where = next((name for name in places if name is not whom), whom if whom and whom.kind == "place" else None)
    return who.text if who else None, whom.text if whom else None, where.text if where else None


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a clause ends between two offsets."""
    return any(mark in text[start:end] for mark in "，。；：,;:")


def _days(shadow: str, times: Sequence[Time], predicates: Predicates, today: str | None) -> list[Day]:
    """The calendar days that a sentence names; a month or a year is no day. Days of reports, reasons and plans come last, or not at all."""
    ranked: dict[str, tuple[int, Day]] = {}
    for time in times:
        if time.type not in ("DATE", "TIME") or len(time.value) < 10 or time.value[4] != "-" or time.value[5] == "W":
            continue
        date = time.value[:10]
        if date in ranked or not date[8:].isdigit():
            continue
        noun = predicates.of.match(shadow, time.end)  # 28日的射击: the day of what is named, not of what the sentence tells
        clause = time.end if noun else _clause_end(shadow, time.end)
        before, behind = shadow[max(0, time.start - _BEFORE) : time.start], shadow[time.end : time.end + _NEAR]
        planned = bool((today and date > today) or predicates.planned.search(before) or predicates.planned.match(behind))
        rank = 2 * bool(predicates.reported.match(behind)) + bool(predicates.aside.search(before)) + planned
        ranked[date] = (rank, Day(date, time.start, time.end, clause, planned))
    days = sorted(ranked.values(), key=lambda pair: pair[0])
    kept = [day for rank, day in days if rank < 2 or rank == days[0][0]]
    return kept[:_DAYS_A_SENTENCE]


def _clause_end(shadow: str, at: int) -> int:
    """Where the clause ends that goes on at an offset; a comma right there only sets the day apart."""
    end = at + 1
    while end < len(shadow) and end - at < _NEAR and shadow[end] not in "，。；！？\n,;":
        end += 1
    return end


def _main(acts: Sequence[Predicate], predicates: Predicates, day: Day | None) -> Predicate | None:
    """The predicate that a sentence is about: by its weight, whether the day stands in its clause, how often its type stands there."""
    if not acts:
        return None
    counts = Counter(act.type for act in acts)

    told = day is None or day.clause == day.end
    first = next((act for act in acts if act.weight > _TOPIC and (told or (day and act.start >= day.end))), None)

    def rank(act: Predicate) -> tuple[int, bool, int, int]:
        dated = (_DATED if day and day.end <= act.start < day.clause else 0) + _FIRST * (act is first)
        return -(act.weight + dated), act.type not in predicates.strong, -counts[act.type], act.start

    return min(acts, key=rank)


def _weigh(matches: Sequence[tuple[int, int, int]], shadow: str, quoted: bytearray, predicates: Predicates) -> list[Predicate]:
    """Predicates with what speaks against each being what its sentence is about."""
    found = []
    for index, start, end in matches:
        kind = predicates.kinds[index] or _PLAIN
        weight = _SPEECH if kind in predicates.speech else 0
        weight += _TOPIC if index in predicates.topics else 0
        weight += _QUOTED if quoted[start] else 0
        weight += _NO_DEED if predicates.before.search(shadow[max(0, start - _BEFORE) : start]) or _aside(shadow, start, predicates) else 0
        weight += _NOUN if predicates.behind.match(shadow[end : end + _BEHIND]) else 0
        found.append(Predicate(start, end, kind, weight))
    return found


def _aside(shadow: str, start: int, predicates: Predicates) -> bool:
    """Whether the clause of a predicate opens as a reason or a condition: 由于, 如果."""
    window = shadow[max(0, start - _CLAUSE) : start]
    opening = max(window.rfind(mark) for mark in "，。；：\n,") + 1
    return predicates.opens.match(window, opening) is not None


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
def _predicates(language: Language) -> Predicates | None:
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
    patterns = (re.compile(fold(table.get(name, "(?!)"))) for name in ("before", "behind", "opens", "reported", "aside", "of", "planned"))
    return Predicates(
        AhoCorasick(ordered, matchkind=MatchKind.LeftmostLongest),
        tuple(kinds[word] for word in ordered),
        frozenset(i for i, word in enumerate(ordered) if word in topics),
        frozenset(table.get("strong", ())),
        frozenset(table.get("speech", ())),
        table.get("at", ""),
        *patterns,
    )
