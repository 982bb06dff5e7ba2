"""Amounts: numbers with what they count or measure, told in one way whatever their writing: 20公里, 20千米, 二十公里."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from rashomon.languages import fold, language

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_LONGEST = 1000 * 8760  # hours
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,4})?"
_NUMBER = (
    rf"{_FIGURES}(?:[ ]?(?:[百千万亿]{{1,2}}(?:[0-9]{{1,4}}[百千]?)?|hundred|thousand|million|billion))?"
    "|(?:[零〇一二两三四五六七八九十百万亿]|(?<!十)千){1,10}"
)

_NUMERAL = re.compile("[0-9零〇一二两三四五六七八九十百千万亿]")  # in one of many characters, and the search for numbers takes its time


class Amount(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One number with its unit."""

    start: int
    end: int
    kind: str  # what it measures: length, duration, people, ...
    number: float  # as it is told, before its unit
    unit: float  # how many of the first unit of its kind its own is

    @property
    def value(self) -> float:
        """In the first unit of its kind."""
        return self.number * self.unit

    @property
    def token(self) -> str:
        """One word for it, the same for every writing."""
        return f"#{self.kind}{self.value:.6g}"


def find_amounts(shadow: str, start: int, end: int, tag: str | None) -> Iterator[Amount]:
    """Numbers with a known unit in a stretch of a folded text, in order."""
    first = _NUMERAL.search(shadow, start, end)
    units = _units((tag or "").split("-")[0]) if first else None
    if not first or not units:
        return
    for found in units.pattern.finditer(shadow, first.start(), end):
        share, number, unit = found["share"], (found["number"] or "").lower(), (found["unit"] or "").lower()
        told = read(share or number)
        kind, factor = ("share", 1.0) if share else units.kinds[unit]
        if kind == "duration" and told * factor > _LONGEST:
            continue  # a year of the calendar
        if told and not (found.start() and shadow[found.start() - 1] in "第.,月年0123456789"):
            yield Amount(start=found.start(), end=found.end(), kind=kind, number=told, unit=factor)


def find_units(shadow: str, tag: str | None, kinds: frozenset[str]) -> list[int]:
    """Where units of some kinds may stand behind a number, in a whole folded text: what holds none of them need not be read for amounts."""
    pattern = _behind_number((tag or "").split("-")[0], kinds)
    return [found.start() for found in pattern.finditer(shadow)] if pattern else []


@cache
def _behind_number(code: str, kinds: frozenset[str]) -> re.Pattern[str] | None:
    units = _units(code)
    words = sorted(unit for unit, (kind, _) in units.kinds.items() if kind in kinds) if units else []
    ends = "0-9零〇一二两三四五六七八九十百千万亿多余来几a-z "
    return re.compile(rf"(?<=[{ends}])(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE) if words else None


def read(number: str) -> float:
    """The value of a number in digits, characters or both; 0 where it tells none."""
    total, section, digit, decimal = 0.0, 0.0, 0.0, ""
    for piece in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+|.", number):
        if piece[0].isdecimal():
            digit = float(piece.replace(",", ""))
        elif piece in _SCALES:
            digit *= _SCALES[piece]
        elif piece in _DIGITS:
            digit, decimal = float(_DIGITS[piece]), decimal + str(_DIGITS[piece])
        elif piece == "亿":
            total, section, digit = (total + section + digit) * _UNITS[piece], 0.0, 0.0
        elif piece == "万":
            total, section, digit = total + (section + digit or 1) * _UNITS[piece], 0.0, 0.0
        elif piece in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[piece], 0.0
    if len(decimal) > 1 and len(decimal) == len(number):
        return float(decimal)  # 二〇二二
    return total + section + digit


class _Units(msgspec.Struct, frozen=True):
    pattern: re.Pattern[str]
    kinds: dict[str, tuple[str, float]]


@cache
def _units(code: str) -> _Units | None:
    known = language(code)
    table = known.table("units") if known else {}
    kinds = {fold(unit).lower(): (kind, float(factor)) for kind, units in table.items() for unit, factor in units.items()}
    if not kinds:
        return None
    listed = "|".join(re.escape(unit) for unit in sorted(kinds, key=lambda unit: (-len(unit), unit)))
    edge = "(?![a-z])" if code == "en" else ""
    return _Units(
        re.compile(rf"百分之(?P<share>{_NUMBER})|(?P<number>{_NUMBER})[ ]?[多余来几]?[ ]?(?P<unit>{listed}){edge}", re.IGNORECASE),
        kinds,
    )
