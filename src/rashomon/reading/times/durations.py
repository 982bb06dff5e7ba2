"""Lengths of time and repeated times as TIMEX3 values: P3D, P30Y, PT48H."""

from rashomon.reading.ground.numerals import read_number
from rashomon.reading.times.ledger import Words

_MONTHS_OF_HALF = {"Y": "P6M", "M": "P15D", "TH": "PT30M", "C": "P50Y", "W": "P3D"}
_MULTIPLE = {"Q": (3, "M"), "C": (100, "Y"), "T": (10, "Y")}  # units that TIMEX3 tells in smaller ones


def resolve_duration(groups: dict[str, str | None], words: Words) -> tuple[str, str] | None:
    """A definite length; round words come down to the number said (十多年 is P10Y). None for 百年, 四五天."""
    return length_of(groups.get("durn"), words.units.get((groups.get("durunit") or "").strip().lower()), groups, words)


def length_of(text: str | None, unit: str | None, groups: dict[str, str | None], words: Words) -> tuple[str, str] | None:
    """A number of units; the groups may tell minutes, months and a half beside it."""
    if text is None or unit is None:
        return None
    if text in words.halves:
        value = _MONTHS_OF_HALF.get(unit)
        return ("DURATION", value) if value else None
    number = words.number(text)
    if number is None or number <= 0 or words.vague.search(text):
        return None
    minutes = words.whole(groups.get("durmin"))
    if minutes:
        return "DURATION", f"PT{int(number)}H{minutes}M"
    months = words.whole(groups.get("durmonths"))
    if months:
        return "DURATION", f"P{int(number) * 12 + months}M"
    value = _length(number, unit, bool(groups.get("durhalf")))
    return ("DURATION", value) if value else None


def _length(number: int | float, unit: str, half: bool) -> str | None:
    factor, unit = _MULTIPLE.get(unit, (1, unit))
    number = number * factor + (0.5 if half else 0)
    whole = int(number)
    if number == whole:
        return f"PT{whole}{unit[1]}" if unit[0] == "T" else f"P{whole}{unit}"
    if unit == "Y":
        return f"P{round(number * 12)}M"
    if unit == "M":
        return f"P{round(number * 30)}D"
    if unit in ("W", "D"):
        return f"P{whole}{unit}" if whole else None
    if unit == "TH":
        minutes = round((number - whole) * 60)
        return f"PT{whole}H{minutes}M" if whole else f"PT{minutes}M"
    return f"PT{whole}{unit[1]}" if whole else None


def resolve_set(groups: dict[str, str | None], words: Words) -> tuple[str, str]:
    """A repeated time; its value is the step, a day where none is said."""
    number = read_number(groups.get("setn") or groups.get("setm") or "") or 1
    unit = words.units.get((groups.get("setunit") or "").lower(), "D")
    return "SET", _length(number, unit, False) or "P1D"
