"""Numbers: every writing in which a text may hold one number, exact or rounded."""

import re
from functools import cache

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_MYRIADS = ((100_000_000, "亿"), (10_000, "万"), (1_000, "千"), (100, "百"))


@cache
def wordings_of(number: int) -> re.Pattern[str]:
    """A pattern over folded text for a number in digits, with separators, in 万 and 千, in Han numerals, and rounded at any place."""
    forms = set(_writings(number))
    place = 10
    while place < number:  # 4,387 may be told as 4380多, 4400, 4300多, 4000多 and 近5000
        down = number - number % place
        for rounded in (down, down + place):
            forms.update(_writings(rounded) if rounded else ())
        place *= 10
    return _compile(forms)


@cache
def writings_of(number: int) -> re.Pattern[str]:
    """The same for the number alone, without roundings; a number of one digit in digits only, since 三 stands in many words."""
    forms = _writings(number) if number >= 10 else {str(number)}
    return _compile(forms)


def _compile(forms: set[str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\d.,])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\d|,\d|\.\d)")


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
