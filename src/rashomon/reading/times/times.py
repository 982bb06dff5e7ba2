"""Expressions of time in an article, resolved against its anchor day to TIMEX3 values."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Time
from rashomon.reading.ground.anchor import anchor_day
from rashomon.reading.ground.openings import Starts, find_openings, merge_openings
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.times.dates import resolve_clock, resolve_moment
from rashomon.reading.times.durations import resolve_duration, resolve_set
from rashomon.reading.times.ledger import Groups, Ledger, Span, Words
from rashomon.reading.times.periods import resolve_ago, resolve_month, resolve_quarter, resolve_season, resolve_week, resolve_year

_PLACEHOLDER = re.compile(r"(?<!P)<([a-z_]{1,40})>")
_GROUP = re.compile(r"\(\?P([<=])([a-z]{1,40})")
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


class _Branch(msgspec.Struct, frozen=True, kw_only=True):
    """The patterns that may begin with one character, as one alternation; the k-th is the group _k."""

    pattern: re.Pattern[str]
    groups: dict[int, tuple[tuple[str, int], ...]]  # of the k-th pattern: name and index in the whole


class _Grammar(msgspec.Struct, frozen=True, kw_only=True):
    starts: Starts
    branches: dict[str, _Branch]  # by first character
    kinds: tuple[str, ...]  # of the k-th pattern
    words: Words


def find_times(article: Article, language: Language) -> tuple[Time, ...]:
    """All expressions that resolve to a day, a clock time, a span with known ends or a definite length, in order of the text.

    Values follow TIMEX3: "2022-01-06", "2021-W52", "2022-01-05T01:30", "2022-01-06TMO", "P3D". Repeated ones are of type
    SET; vague ones, ages, ordinal days and the page's own stamps are left out. Where the article's day is unknown, so
    are the expressions that lean on it.
    """
    if not language.table("times"):
        return ()
    grammar = _grammar(language)
    shadow = shadow_of(article.text)
    ledger = Ledger(anchor=anchor_day(article), shadow=shadow, republic=article.zone == _REPUBLIC)
    found: list[Time] = []
    for kind, groups, span in _matches(shadow, grammar):
        value = _resolve(kind, groups, span, ledger, grammar.words)
        if value is not None and not _is_furniture(article, shadow, *span, grammar.words.stamp):
            found.append(Time(start=span[0], end=span[1], text=article.text[slice(*span)], type=value[0], value=value[1]))
    return tuple(found)


def _matches(shadow: str, grammar: _Grammar) -> Iterator[tuple[str, Groups, Span]]:
    """What the patterns find from left to right: kind, named groups and span."""
    position, branches = 0, grammar.branches
    for start in grammar.starts.find(shadow):
        if start < position:
            continue
        branch = branches[shadow[start]]
        match = branch.pattern.match(shadow, start)
        if match is None or match.lastgroup is None:
            continue
        position = match.end()
        k = int(match.lastgroup[1:])
        if grammar.kinds[k] in _SILENT:
            continue
        groups = {name: match[index] for name, index in branch.groups[k]}
        span = next((match.span(index) for name, index in branch.groups[k] if name == "span"), match.span())
        yield grammar.kinds[k], groups, span


def _resolve(kind: str, groups: Groups, span: Span, ledger: Ledger, words: Words) -> tuple[str, str] | None:
    if kind == "set":
        return resolve_set(groups, words)
    if kind in ("days", "duration"):
        return resolve_duration(groups, words)
    ledger.enter(span[0])
    value = _RESOLVERS[kind](groups, span, ledger, words)
    ledger.prior_end = span[1]
    return value


def _is_furniture(article: Article, shadow: str, start: int, end: int, stamp: re.Pattern[str]) -> bool:
    """Whether a finding stands in known furniture, or alone on its line as a stamp of the page."""
    if any(a < end and start < b for a, b in article.furniture):
        return True
    head = shadow.rfind("\n", max(0, start - _LONGEST), start) + 1
    if not head or (start - head and not stamp.fullmatch(shadow, head, start)):
        return False
    tail = shadow.find("\n", end, end + _LONGEST)
    return bool(stamp.fullmatch(shadow, end, tail)) if tail >= 0 else len(shadow) - end < _LONGEST and bool(stamp.fullmatch(shadow, end))


@cache
def _grammar(language: Language) -> _Grammar:
    """A language's patterns by the characters they may begin with."""
    table = language.table("times")
    lists = _lists(table, language.table("holidays"))
    pieces = _pieces(table, lists, language.table("holidays"))
    flags = re.IGNORECASE if table.get("ignore_case") else re.NOFLAG
    sources, openings = [], []
    for k, row in enumerate(table["patterns"]):
        sources.append(_GROUP.sub(rf"(?P\1\2_{k}", _fill(row["match"], pieces)))
        openings.append(find_openings(sources[-1], flags))
    compiled: dict[tuple[int, ...], _Branch] = {}
    branches = {}
    for character in sorted(set().union(*openings)):
        members = tuple(k for k, opening in enumerate(openings) if character in opening)
        if members not in compiled:
            compiled[members] = _branch(members, sources, flags)
        branches[character] = compiled[members]
    return _Grammar(
        starts=Starts.of(merge_openings(openings), table.get("gate", ""), table["digits"]),
        branches=branches,
        kinds=tuple(row["kind"] for row in table["patterns"]),
        words=Words.of(language),
    )


def _branch(members: tuple[int, ...], sources: list[str], flags: re.RegexFlag) -> _Branch:
    whole = re.compile("|".join(f"(?P<_{k}>{sources[k]})" for k in members), flags)
    groups: dict[int, list[tuple[str, int]]] = {k: [] for k in members}
    for name, index in whole.groupindex.items():
        base, _, number = name.rpartition("_")
        if base:
            groups[int(number)].append((base, index))
    return _Branch(pattern=whole, groups={k: tuple(pairs) for k, pairs in groups.items()})


def _lists(table: Mapping[str, Any], holidays: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        **{name: list(words) for name, words in table["lists"].items()},
        "holidays": [*holidays.get("fixed", {}), *holidays.get("lunar", {})],
    }


def _pieces(table: Mapping[str, Any], lists: Mapping[str, list[str]], holidays: Mapping[str, Any]) -> dict[str, str]:
    """Every list as a choice of its words, longest first; pieces may stand in pieces."""
    pieces = {
        name: "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")" for name, words in lists.items()
    }
    guards = holidays.get("guards", {}).get("after", [])
    pieces["holidays"] += f"(?!{'|'.join(re.escape(word) for word in guards)})" if guards else ""
    for name, source in table["pieces"].items():
        pieces[name] = _fill(source, pieces)
    return pieces


def _fill(source: str, pieces: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda m: pieces[m[1]] if m[1] in pieces else m[0], source)
