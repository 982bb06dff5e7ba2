"""Expressions of time in an article, resolved against its anchor day to TIMEX3 values."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from rashomon.languages import Language, fold
from rashomon.model import Article, Time
from rashomon.reading.anchor import anchor_day
from rashomon.reading.dates import Ledger, Words, resolve_date
from rashomon.reading.durations import resolve_duration, resolve_set

_PLACEHOLDER = re.compile(r"(?<!P)<([a-z_]+)>")
_GROUP = re.compile(r"\(\?P([<=])([a-z]+)")
_SILENT = frozenset({"stamp", "none"})  # look like times and are none: they are passed over whole
_STAMP_LINE = re.compile(r"[\s0-9:：/\-.年月日时分TZ+()（）|｜·,，发布更新时间来源于：]*")
_LONGEST = 64  # no expression is longer: the bound that keeps hostile runs cheap


class _Grammar(msgspec.Struct, frozen=True, kw_only=True):
    pattern: re.Pattern[str]
    kinds: tuple[str, ...]  # of the k-th pattern
    groups: tuple[tuple[tuple[str, int], ...], ...]  # of the k-th pattern: name and index in the whole
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
    shadow = fold(article.text) if language.code == "zh" else article.text
    ledger = Ledger(anchor=anchor_day(article), shadow=shadow)
    found: list[Time] = []
    for match in grammar.pattern.finditer(shadow):
        label = match.lastgroup
        if label is None:
            continue
        k = int(label[1:])
        kind = grammar.kinds[k]
        if kind in _SILENT:
            continue
        groups = {name: match[index] for name, index in grammar.groups[k]}
        start, end = next((match.span(index) for name, index in grammar.groups[k] if name == "span"), match.span())
        value = _resolve(kind, groups, (start, end), ledger, grammar.words)
        if value is not None and not _is_furniture(article, shadow, start, end):
            found.append(Time(start=start, end=end, text=article.text[start:end], type=value[0], value=value[1]))
    return tuple(found)


def _resolve(kind: str, groups: dict[str, str | None], span: tuple[int, int], ledger: Ledger, words: Words) -> tuple[str, str] | None:
    if kind == "set":
        return resolve_set(groups, words)
    if kind in ("days", "duration"):
        return resolve_duration(groups, words)
    return resolve_date(kind, groups, span, ledger, words)


def _is_furniture(article: Article, shadow: str, start: int, end: int) -> bool:
    """Whether a finding stands in known furniture, or alone on its line as a stamp of the page."""
    if any(a < end and start < b for a, b in article.furniture):
        return True
    head = shadow.rfind("\n", max(0, start - _LONGEST), start) + 1
    if not head or (start - head and not _STAMP_LINE.fullmatch(shadow, head, start)):
        return False
    tail = shadow.find("\n", end, end + _LONGEST)
    return (
        bool(_STAMP_LINE.fullmatch(shadow, end, tail))
        if tail >= 0
        else len(shadow) - end < _LONGEST and bool(_STAMP_LINE.fullmatch(shadow, end))
    )


@cache
def _grammar(language: Language) -> _Grammar:
    """All patterns of a language as one alternation; the k-th is the group _k, and its own groups carry its number."""
    table = language.table("times")
    holidays = language.table("holidays")
    pieces = _pieces(table, holidays)
    kinds, sources = [], []
    for kind, patterns in table["patterns"].items():
        for source in patterns:
            k = len(kinds)
            filled = _fill(source, pieces)
            numbered = _GROUP.sub(lambda m, k=k: f"(?P{m[1]}{m[2]}_{k}", filled)  # type: ignore[misc]
            kinds.append(kind)
            sources.append(f"(?P<_{k}>{numbered})")
    flags = re.IGNORECASE if table.get("ignore_case") else re.NOFLAG
    lead = table.get("lead")
    whole = re.compile((f"(?={lead})" if lead else "") + "(?:" + "|".join(sources) + ")", flags)
    groups: list[list[tuple[str, int]]] = [[] for _ in kinds]
    for name, index in whole.groupindex.items():
        base, _, number = name.rpartition("_")
        if base:
            groups[int(number)].append((base, index))
    words = Words.of(language)
    return _Grammar(pattern=whole, kinds=tuple(kinds), groups=tuple(tuple(pairs) for pairs in groups), words=words)


def _pieces(table: Mapping[str, Any], holidays: Mapping[str, Any]) -> dict[str, str]:
    """Every list as a choice of its words, longest first; pieces may stand in pieces."""
    lists = {name: list(words) for name, words in table["lists"].items()}
    lists["holidays"] = [*holidays.get("fixed", {}), *holidays.get("lunar", {})]
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
