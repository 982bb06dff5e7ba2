"""Numbers: every writing in which a text may hold one number."""

import re
from functools import cache

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


@cache
def wordings_of(number: int) -> re.Pattern[str]:
    """A pattern over folded text: digits with and without separators, in 万, in Han numerals, and one place rounded."""
    plain = str(number)
    forms = {
        plain,
        f"{number:,}",
        f"{number:,}".replace(",", " "),
        spell(number),
        spell(number).replace("二百", "两百").replace("二千", "两千"),
    }
    for unit, word in ((10_000, "万"), (1_000, "千")):
        if number >= unit:
            head = number / unit
            forms |= {f"{head:g}{word}", f"{int(head)}{word}{number % unit or ''}"}
    for place in (10, 100, 1000):  # 2,298 as 2290多, 2200多, 2000多
        down = number - number % place
        if down and place < number:
            forms |= {str(down), f"{down:,}", spell(down), spell(down).replace("二百", "两百").replace("二千", "两千")}
            up = down + place
            forms |= {str(up), f"{up:,}", spell(up)}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\d.,])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\d|,\d|\.\d)")


def spell(number: int) -> str:
    """A number in Han numerals: 2298 is 二千二百九十八."""
    if number >= 100_000_000:
        return spell(number // 100_000_000) + "亿" + (spell(number % 100_000_000) if number % 100_000_000 else "")
    if number >= 10_000:
        return spell(number // 10_000) + "万" + (spell(number % 10_000) if number % 10_000 else "")
    digits, out = str(number), ""
    for at, digit in enumerate(digits):
        place = len(digits) - 1 - at
        if digit != "0":
            out += _DIGITS[int(digit)] + _UNITS[place]
        elif out and not out.endswith("零") and any(d != "0" for d in digits[at:]):
            out += "零"
    return out[1:] if out.startswith("一十") else out or "零"
