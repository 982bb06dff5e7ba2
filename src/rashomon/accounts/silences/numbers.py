"""Numbers: every writing in which a text may hold one number, exact or rounded."""

import re
from functools import cache

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_MYRIADS = ((100_000_000, "亿"), (10_000, "万"), (1_000, "千"), (100, "百"))
_SMALL = 10  # numbers under it are searched for only before what they count: 4 stands in dates, scores and lists
_COUNTED = r"(?:[ ]?(?:人|名|位|个(?!星期|月|小时|国家)|具|条|宗|例|死)|[ ](?:people|persons|dead|killed|men|women))"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NO_DATE = rf"(?![ ]?(?:年|月|日|号|时|点|世纪|岁|周年|years?|days?|hours?|{_MONTHS}))"  # what comes behind days, hours, ages
_BEFORE = r"(?:近|约|逾|超过|超|过|至少|最少|不下|不少于|上|数|nearly|about|over|almost|some|around|least)[ ]?"
_BEHIND = r"[ ]?(?:多|余|几|来|左右|上下|以上|odd)"


@cache
def wordings_of(number: int) -> re.Pattern[str]:
    """A pattern over folded text for a number in digits, with separators, in 万 and 千, in Han numerals, and rounded."""
    return re.compile(_apart(_rounded(number)[0]) + (_COUNTED if number < _SMALL else ""))


@cache
def roundings_of(number: int) -> re.Pattern[str] | None:
    """The same for the number rounded to one figure, where a word says that it is: 200 is in a text for many reasons."""
    rough = _rounded(number)[1]
    return re.compile(f"{_apart(rough)}{_BEHIND}|{_BEFORE}{_apart(rough)}") if rough else None


def _rounded(number: int) -> tuple[set[str], set[str]]:
    """Writings of a number and of what it is rounded to: 4,387 may be told as 4380多, 4400, and more roughly as 4000多 and 近5000."""
    exact: set[str] = set(_writings(number))
    rough: set[str] = set()
    place = 10
    while place < number:
        down = number - number % place
        for rounded in (down, down + place):
            (exact if rounded >= _PLAIN * place else rough).update(_writings(rounded) if rounded else ())
        place *= 10
    return exact, rough


_PLAIN = 20  # times of its own place from which a rounded number is plain enough to be taken for the exact one: 4400 for 4387


def _apart(forms: set[str]) -> str:
    """A pattern for any of some writings that is not part of a longer number."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return r"(?<![\d.,])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\d|,\d|\.\d)" + _NO_DATE


@cache
def writings_of(number: int) -> re.Pattern[str]:
    """The same for the number alone, without roundings; a number of one digit in digits only, since 三 stands in many words."""
    forms = _writings(number) if number >= 10 else {str(number)}
    return re.compile(_apart(forms))


def _writings(number: int) -> set[str]:
    spelt = spell(number)
    forms = {str(number), f"{number:,}", f"{number:,}".replace(",", " "), spelt, _paired(spelt)}
    for unit, word in _MYRIADS:
        if number >= unit:
            forms.add(f"{number / unit:.10g}{word}")
            if unit >= 1_000:
                forms.add(f"{number // unit}{word}{number % unit or ''}")
    return forms


def _paired(numerals: str) -> str:
    """The same with 两 where one says so: 两万, 两千, 两百."""
    return numerals.replace("二万", "两万").replace("二千", "两千").replace("二百", "两百")


def spell(number: int) -> str:
    """A number in Han numerals: 4387 is 四千三百八十七."""
    for unit, word in ((100_000_000, "亿"), (10_000, "万")):
        if number >= unit:
            rest = number % unit
            gap = "零" if rest and rest < unit // 10 else ""
            return spell(number // unit) + word + (gap + spell(rest) if rest else "")
    digits, out = str(number), ""
    for at, digit in enumerate(digits):
        place = len(digits) - 1 - at
        if digit != "0":
            out += _DIGITS[int(digit)] + _UNITS[place]
        elif out and not out.endswith("零") and any(d != "0" for d in digits[at:]):
            out += "零"
    return out[1:] if out.startswith("一十") else out or "零"
