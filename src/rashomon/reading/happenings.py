"""Happenings: one sentence's who did what, when and where, with its type."""

from bisect import bisect_left
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


class Predicates(msgspec.Struct, frozen=True):
    """A language's predicates in one machine; `kinds` tells the type of each, None for a word that is none."""

    machine: AhoCorasick
    kinds: tuple[str | None, ...]
    strong: frozenset[str]


class Predicate(msgspec.Struct, frozen=True):
    start: int
    end: int
    type: str


def find_happenings(
    article: Article, language: Language, *, times: Sequence[Time] = (), names: Sequence[Name] = ()
) -> tuple[Happening, ...]:
    """Find what an article says happened, sentence by sentence.

    A sentence that names days tells one happening a day (three at most). One that names none but has a strong predicate, and the title and
    the first sentence whatever their predicate, happen on the article's own day (anchored=False).
    () where the article's day is unknown and it names none.
    """
    predicates = _predicates(language)
    if predicates is None or not article.text:
        return ()
    own = anchor_day(article)
    today = own.isoformat() if own else None
    shadow = shadow_of(article.text)
    found = _find_predicates(shadow.lower() if language.spaced else shadow, predicates)
    starts, time_starts, name_starts = [p.start for p in found], [t.start for t in times], [n.start for n in names]
    happenings: list[Happening] = []
    for number, (start, end) in enumerate(article.sentences):
        if end - start < _SHORTEST:
            continue
        acts = found[bisect_left(starts, start) : bisect_left(starts, end)]
        days = _days(times[bisect_left(time_starts, start) : bisect_left(time_starts, end)])
        told = names[bisect_left(name_starts, start) : bisect_left(name_starts, end)]
        best = _main(acts, predicates.strong)
        if days:
            happenings += [_happening(article.text, (start, end), day, best, told, anchored=True) for day in days]
        elif today and (number < _LEAD or (best and best.type in predicates.strong)):
            happenings.append(_happening(article.text, (start, end), today, best, told, anchored=False))
    return tuple(happenings)


def _happening(text: str, span: Span, day: str, act: Predicate | None, names: Sequence[Name], *, anchored: bool) -> Happening:
    doers = [name for name in names if name.kind != "place" and (act is None or name.end <= act.start)]
    wheres = [name for name in names if name.kind == "place"]
    return Happening(
        start=span[0],
        end=span[1],
        type=act.type if act else _PLAIN,
        date=day,
        who=doers[0].text if doers else None,
        where=wheres[0].text if wheres else None,
        cue=text[act.start : act.end] if act else None,
        anchored=anchored,
    )


def _days(times: Sequence[Time]) -> list[str]:
    """The calendar days that a sentence names, in order; a month or a year is no day."""
    days: list[str] = []
    for time in times:
        if time.type in ("DATE", "TIME") and len(time.value) >= 10 and time.value[4] == "-" and time.value[5] != "W":
            day = time.value[:10]
            if day not in days and day[8:].isdigit():
                days.append(day)
    return days[:_DAYS_A_SENTENCE]


def _main(acts: Sequence[Predicate], strong: frozenset[str]) -> Predicate | None:
    """The predicate that a sentence is about: of the type told most often, a strong one before others, the first of them."""
    if not acts:
        return None
    counts: dict[str, int] = {}
    for act in acts:
        counts[act.type] = counts.get(act.type, 0) + 1
    return min(acts, key=lambda act: (act.type not in strong, -counts[act.type], act.start))


def _find_predicates(shadow: str, predicates: Predicates) -> list[Predicate]:
    found = []
    for index, start, end in predicates.machine.find_matches_as_indexes(shadow):
        kind = predicates.kinds[index]
        if kind is not None:
            found.append(Predicate(start, end, kind))
    return found


@cache
def _predicates(language: Language) -> Predicates | None:
    table = language.table("happenings")
    if not table:
        return None
    kinds: dict[str, str | None] = {fold(word): None for word in table.get("none", ())}
    for kind, words in sorted(table["types"].items()):
        for word in words:
            kinds.setdefault(fold(word), kind)
    ordered = sorted(kinds)
    machine = AhoCorasick(ordered, matchkind=MatchKind.LeftmostLongest)
    return Predicates(machine, tuple(kinds[word] for word in ordered), frozenset(table.get("strong", ())))
