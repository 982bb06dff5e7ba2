"""Numbers that tell something by themselves, in both languages and however they are written, as plain figures."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from rashomon.languages import language

_NUMBER = re.compile(
    r"(\d(?<![\d.,:/\-]\d)\d{0,2}(?:,\d{3})+|\d(?<![\d.,:/\-]\d)\d*)(\.\d+)?"
    r"(?![\d:]|[.,/\-]\d|\s?[日月时年号点分届世]|\s?[ap]\.?m\b|(?:st|nd|rd|th)\b)"  # no date, hour or ordinal
    r"\s?(万亿|万|亿|thousand\b|million\b|billion\b|trillion\b|%|percent\b|per cent\b)?"
)
_TIMES = {"万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}  # powers of ten
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MONTHED = re.compile(rf"{_MONTHS}[a-z]{{0,6}}\.? \d{{1,2}}\b|\b\d{{1,2}} (?={_MONTHS})")
_YEARS = (1000, 2099)
_LEAST = 10
_MYRIAD = 10_000
_PERCENT = "百分之"
_NO_COUNT = "日月时年号点分秒届世成"  # behind a number in Han characters: it is part of a date or an hour


def find_numbers(lead: str) -> list[str]:
    """Numbers that tell something by themselves, as plain figures, in order: of two digits and more, with a fraction, or a share in
    percent; no part of a date, an hour or a year."""
    text = _MONTHED.sub("", lead)
    found: dict[str, None] = dict.fromkeys(_find_written(text))
    for whole, fraction, unit in _NUMBER.findall(text):
        number = Decimal(whole.replace(",", "") + fraction)
        if unit in _TIMES:
            number = number.scaleb(_TIMES[unit])
        if unit and unit not in _TIMES:
            found[f"{number.normalize():f}%"] = None
        elif fraction or (number >= _LEAST and ("," in whole or not _YEARS[0] <= number <= _YEARS[1])):
            found[f"{number.normalize():f}"] = None
    return list(found)


def _find_written(text: str) -> list[str]:
    """Numbers in Han characters: 四千三百, 一点二万亿, 百分之六; no year, hour or range (二三十)."""
    found = []
    for percent, whole, fraction, scale in _written().findall(text):
        number = _read_written(whole, fraction, scale)
        if percent or number >= _LEAST:
            found.append(f"{number.normalize():f}{'%' if percent else ''}")
    return found


def _read_written(whole: str, fraction: str, scale: str) -> Decimal:
    """The value of a number in Han characters: what is below 万 builds a section, which 万 and 亿 close."""
    digits, units = _numerals()["digits"], _numerals()["units"]
    total = section = digit = 0
    for character in whole:
        if character in digits:
            digit = digits[character]
        elif units[character] < _MYRIAD:
            section, digit = section + (digit or 1) * units[character], 0
        elif total < units[character]:
            total, section, digit = (total + section + digit) * units[character], 0, 0
        else:
            total, section, digit = total + (section + digit) * units[character], 0, 0
    value = total + section + digit + Decimal("0." + "".join(str(digits[character]) for character in fraction or "零"))
    for character in scale:
        value *= units[character]
    return value


@cache
def _written() -> re.Pattern[str]:
    digits, units = ("".join(_numerals()[name]) for name in ("digits", "units"))
    count = f"(?:十|[{digits}](?![{digits}]))[零{units}]*(?:[{digits}][{units}]+零?)*[{digits}]?"
    return re.compile(
        rf"(?<![第\d点数几{digits}{units}])({_PERCENT})?({count})(?:点([{digits}]+)([万亿]*))?(?![{_NO_COUNT}点{digits}{units}])"
    )


@cache
def _numerals() -> Mapping[str, Mapping[str, int]]:
    known = language("zh")
    return known.table("numerals") if known else {}
