"""Expressions of time in an article, resolved against its anchor day to TIMEX3 values."""

import re
from collections.abc import Iterator

from rashomon.languages import Language
from rashomon.model import Article, Time
from rashomon.reading.ground.anchor import anchor_day
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.times.dates import resolve_clock, resolve_moment
from rashomon.reading.times.durations import resolve_duration, resolve_set
from rashomon.reading.times.grammar import Grammar, grammar_of
from rashomon.reading.times.ledger import Groups, Ledger, Span, Words
from rashomon.reading.times.periods import resolve_ago, resolve_month, resolve_quarter, resolve_season, resolve_week, resolve_year

_SILENT = frozenset({"stamp", "none"})  # look like times and are none: they are passed over whole
_RESOLVERS = {
    "moment": resolve_moment,
    "clock": resolve_clock,
    "week": resolve_week,
    "month": resolve_month,
    "quarter": resolve_quarter,
    "season": resolve_season,
    "year": resolve_year,
    "ago": resolve_ago,
}
_REPUBLIC = "Asia/Taipei"  # zone of the outlets that count years from 1912
_LONGEST = 64  # no expression is longer: the bound that keeps hostile runs cheap
_CLOCK = re.compile("[0-9-]{10}T([0-9]{2}):[0-9]{2}")


def find_times(article: Article, language: Language) -> tuple[Time, ...]:
    """All expressions that resolve to a day, a clock time, a span with known ends or a definite length, in order of the text.

    Values follow TIMEX3: "2022-01-06", "2021-W52", "2022-01-05T01:30", "2022-01-06TMO", "P3D". Repeated ones are of type
    SET; vague ones, ages, ordinal days and the page's own stamps are left out. Where the article's day is unknown, so
    are the expressions that lean on it.
    """
    if not language.table("times"):
        return ()
    grammar = grammar_of(language)
    shadow = shadow_of(article.text)
    ledger = Ledger(anchor=anchor_day(article), shadow=shadow, republic=article.zone == _REPUBLIC)
    found: list[Time] = []
    for kind, groups, span in _matches(shadow, grammar):
        value = _resolve(kind, groups, span, ledger, grammar.words)
        if value is not None and not _is_furniture(article, shadow, *span, grammar.words.stamp):
            found.append(Time(start=span[0], end=span[1], text=article.text[slice(*span)], type=value[0], value=value[1]))
    return tuple(found)


def _matches(shadow: str, grammar: Grammar) -> Iterator[tuple[str, Groups, Span]]:
    """What the patterns find from left to right: kind, named groups and span."""
    position = 0
    for start, head in grammar.places(shadow):
        if start < position or (found := grammar.match(shadow, start, head)) is None:
            continue
        told, match = found
        position = match.end()
        if told.kind not in _SILENT:
            yield told.kind, dict(zip(told.names, match.group(*told.indices), strict=True)), match.span(told.span)


def _resolve(kind: str, groups: Groups, span: Span, ledger: Ledger, words: Words) -> tuple[str, str] | None:
    if kind == "set":
        return resolve_set(groups, words)
    if kind in ("days", "duration"):
        return resolve_duration(groups, words)
    ledger.enter(span[0])
    value = _RESOLVERS[kind](groups, span, ledger, words)
    if value and (clock := _CLOCK.fullmatch(value[1])):
        ledger.hour = int(clock[1])
    ledger.prior_end = span[1]
    return value


def _is_furniture(article: Article, shadow: str, start: int, end: int, stamp: re.Pattern[str]) -> bool:
    """Whether a finding stands in known furniture, or alone on its line as a stamp of the page."""
    if article.furniture and any(a < end and start < b for a, b in article.furniture):
        return True
    head = shadow.rfind("\n", max(0, start - _LONGEST), start) + 1
    if not head or (start - head and not stamp.fullmatch(shadow, head, start)):
        return False
    tail = shadow.find("\n", end, end + _LONGEST)
    return bool(stamp.fullmatch(shadow, end, tail)) if tail >= 0 else len(shadow) - end < _LONGEST and bool(stamp.fullmatch(shadow, end))
