"""From an expression's parts (year, month, weekday, part of day ...) to the day, week, month or year it means."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from rashomon.languages import Language
from rashomon.reading import calendar
from rashomon.reading.calendar import Day
from rashomon.reading.numerals import read_number

Groups = dict[str, str | None]
Value = tuple[str, str]
Span = tuple[int, int]

_CLAUSE = 14  # characters before and after an expression in which a cue of its direction stands
_FAR_AHEAD = 20  # days: a bare 15日 with a future cue is no further ahead than this
_NEAR_AHEAD = 10  # days: without a cue, no further than this, and only where the day behind is further off
_STOPS = re.compile("[，。；！？\n,;]")


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A language's words of time by what they mean."""

    lists: Mapping[str, Mapping[str, Any]]
    units: Mapping[str, str]
    halves: frozenset[str]
    numbers: Mapping[str, int]
    holidays: Mapping[str, Any]
    future_before: re.Pattern[str]
    future_after: re.Pattern[str]
    never_before: re.Pattern[str]
    ranges: re.Pattern[str]

    @classmethod
    def of(cls, language: Language) -> "Words":
        table = language.table("times")
        lists, cues = table["lists"], table["cues"]
        flags = re.IGNORECASE if table.get("ignore_case") else re.NOFLAG
        cue = {name: re.compile(cues[name], flags) for name in ("future_before", "future_after", "never_before", "ranges")}
        return cls(
            lists=lists,
            units=lists["units"],
            halves=frozenset(table.get("halves", ["半"])),
            numbers=lists.get("numbers", {}),
            holidays=language.table("holidays"),
            **cue,
        )

    def number(self, text: str | None) -> int | float | None:
        """A number in digits, characters or the language's own words."""
        if not text:
            return None
        word = text.lower()
        return self.numbers[word] if word in self.numbers else 1 if text == "元" else read_number(text)

    def whole(self, text: str | None) -> int | None:
        number = self.number(text)
        return None if number is None else int(number)

    def look(self, name: str, text: str | None) -> Any:
        return self.lists.get(name, {}).get(text.lower()) if text else None


class Ledger(msgspec.Struct, kw_only=True):
    """What has been told so far: 当天 leans on the last day, a bare 7日 on the month of its paragraph."""

    anchor: Day | None
    shadow: str
    last: Day | None = None
    last_end: int = -1
    paragraph: int = -1  # where the paragraph of `year` and `month` opens
    year: int | None = None  # of the last expression with a year of its own
    month: tuple[int, int] | None = None

    def enter(self, start: int) -> None:
        """Year and month carry within a paragraph alone."""
        if self.shadow.find("\n", max(self.last_end, 0), start) >= 0:
            self.year = self.month = None

    def told(self, day: Day, span: Span, *, explicit: bool) -> None:
        self.last, self.last_end = day, span[1]
        self.month = (day.year, day.month) if explicit else None


def resolve_date(kind: str, groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """Type and value of an expression; None where its day can't be known."""
    ledger.enter(span[0])
    return _RESOLVERS[kind](groups, span, ledger, words)


def _direction(span: Span, ledger: Ledger, words: Words) -> bool | None:
    """True where a cue of the future stands in the clause, False where one of the past does, else None."""
    start, end = span
    before = ledger.shadow[max(0, start - _CLAUSE) : start]
    after = ledger.shadow[end : end + _CLAUSE]
    if words.never_before.search(before):
        return False
    if words.future_before.search(before) or words.future_after.search(after):
        return True
    return None


def _joined(span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether 至, 到 or a dash binds the expression to the one before: the end of a range."""
    return (
        0 <= ledger.last_end <= span[0]
        and span[0] - ledger.last_end < 5
        and bool(words.ranges.search(ledger.shadow[ledger.last_end : span[0]]))
    )


def _moment(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    night = groups.get("night")
    shift = words.look("nights", night)
    if night and shift is None:
        shift, base = words.look("same_nights", night), ledger.last or ledger.anchor
    else:
        base = ledger.anchor
    if night:
        day = calendar.shift_day(base, shift[0]) if base else None
        explicit = False
    else:
        day, explicit = _day(groups, span, ledger, words)
        day = _bracketed(day, groups, ledger, words)
    if day is None:
        return None
    ledger.told(day, span, explicit=explicit)
    return _at(day, groups, words, shift[1] if night else None)


def _day(groups: Groups, span: Span, ledger: Ledger, words: Words) -> tuple[Day | None, bool]:
    """The day of a moment, and whether it names its own month."""
    if groups.get("month"):
        return _month_day(groups, span, ledger, words), True
    if groups.get("nyear"):
        numbers = [words.whole(groups[name]) or 0 for name in ("nyear", "nmonth", "nday")]
        return calendar.day_of(*numbers), True
    if groups.get("mshift"):
        month = _shifted_month(groups["mshift"], ledger, words)
        return calendar.day_of(*month, words.whole(groups["mday"]) or 0) if month else None, True
    if groups.get("bare"):
        return _bare_day(words.whole(groups["bare"]) or 0, span, ledger, words)
    if groups.get("holiday"):
        return _holiday(groups, span, ledger, words), False
    if groups.get("wday"):
        return _weekday(groups, span, ledger, words), False
    return _relative_day(groups.get("rel"), ledger, words), False


def _relative_day(text: str | None, ledger: Ledger, words: Words) -> Day | None:
    shift = words.look("days", text)
    if shift is not None:
        return calendar.shift_day(ledger.anchor, shift) if ledger.anchor else None
    shift, base = words.look("same_days", text), ledger.last or ledger.anchor
    return calendar.shift_day(base, shift) if base and shift is not None else None


def _year(groups: Groups, prefix: str, ledger: Ledger, words: Words) -> int | None:
    """The year an expression names: in digits, by an era (民国111年), or by its distance (去年)."""
    if year := words.whole(groups.get(f"{prefix}year")):
        return year
    if era := groups.get(f"{prefix}era"):
        return int(words.look("eras", era)) + (words.whole(groups.get(f"{prefix}eyear")) or 0)
    roc = words.whole(groups.get(f"{prefix}roc"))
    if roc is not None:
        return roc + 1911 if 80 <= roc <= 200 else None
    shifted = groups.get(f"{prefix}shift") or groups.get("yshift" if not prefix else f"{prefix}yshift")
    shift = words.look("years", shifted)
    if shift is not None:
        return ledger.anchor.year + int(shift) if ledger.anchor else None
    shift = words.look("same_years", shifted)
    return ledger.year + int(shift) if shift is not None and ledger.year else None


def _month_day(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    month, number = words.whole(words_month(groups.get("month"), words)) or 0, words.whole(groups.get("day")) or 0
    named = any(groups.get(name) for name in ("year", "era", "roc", "yshift"))
    year = _year(groups, "", ledger, words)
    if named:
        ledger.year = year or ledger.year
        return calendar.day_of(year, month, number) if year else None
    if _joined(span, ledger, words) and ledger.last:
        day = calendar.day_of(ledger.last.year, month, number)
        return day if day is None or day >= ledger.last else calendar.day_of(ledger.last.year + 1, month, number)
    if ledger.year and ledger.month:
        return calendar.day_of(ledger.year, month, number)
    if ledger.anchor is None:
        return None
    day = calendar.nearest_year_day(ledger.anchor, month, number, future=None)
    if _direction(span, ledger, words) and day and day < ledger.anchor:
        ahead = calendar.nearest_year_day(ledger.anchor, month, number, future=True)
        return ahead if ahead and (ahead - ledger.anchor).days < 300 else day
    return day


def words_month(text: str | None, words: Words) -> str | None:
    number = words.look("month_names", text)
    return str(number) if number else text


def _bare_day(number: int, span: Span, ledger: Ledger, words: Words) -> tuple[Day | None, bool]:
    """15日 alone: of the range's or the paragraph's month, else the nearest to the anchor, behind it rather than ahead."""
    if ledger.last and _joined(span, ledger, words):
        year, month = ledger.last.year, ledger.last.month
        day = calendar.day_of(year, month, number)
        return (day if day and day >= ledger.last else calendar.day_of(*calendar.shift_month(year, month, 1), number)), True
    if ledger.month:
        day = calendar.day_of(*ledger.month, number)
        if day and (ledger.last is None or ledger.last <= day or (ledger.last.year, ledger.last.month) != ledger.month):
            return day, True
    anchor = ledger.anchor
    if anchor is None:
        return None, False
    behind = calendar.nearest_month_day(anchor, number, future=False)
    ahead = calendar.nearest_month_day(anchor, number, future=True)
    if behind is None or ahead is None:
        return None, False
    far = (ahead - anchor).days
    direction = _direction(span, ledger, words)
    if direction is True and far <= _FAR_AHEAD:
        return ahead, False
    if direction is None and far <= _NEAR_AHEAD and far < (anchor - behind).days:
        return ahead, False
    return behind, False


def _weekday(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    anchor = ledger.anchor
    if anchor is None:
        return None
    number = int(words.look("weekdays", groups["wday"]))
    weeks = words.look("weeks", groups.get("wshift"))
    if weeks is not None:
        return calendar.weekday_in_week(anchor, number, int(weeks))
    if ledger.last and _joined(span, ledger, words):
        return calendar.nearest_weekday(ledger.last, number, future=True)
    return calendar.nearest_weekday(anchor, number, future=_direction(span, ledger, words) is True)


def _holiday(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    name = (groups.get("holiday") or "").lower()
    if groups.get("hyear") or groups.get("hshift"):
        year = _year(groups, "h", ledger, words)
        return calendar.holiday_in(year, name, words.holidays) if year else None
    if ledger.anchor is None:
        return None
    return calendar.nearest_holiday(ledger.anchor, name, words.holidays, future=_direction(span, ledger, words) or None)


def _bracketed(day: Day | None, groups: Groups, ledger: Ledger, words: Words) -> Day | None:
    """周五（7日）: the day in brackets rules, in the month that fits the word before it."""
    number = words.whole(groups.get("bday"))
    base = day or ledger.anchor
    if not number or base is None:
        return day
    month = words.whole(groups.get("bmonth") or groups.get("bslash"))
    if month:
        return calendar.nearest_year_day(base, month, number, future=None) or day
    return calendar.nearest_month_day(base, number, future=None) or day


def _at(day: Day, groups: Groups, words: Words, part: str | None) -> Value:
    """A day with its part and clock, if it has them."""
    named = groups.get("part") or groups.get("bpart")
    part = words.look("parts", named) or words.look("short_parts", groups.get("short") or named) or part
    hour = words.whole(groups.get("hour"))
    if hour is not None:
        minute = 30 if groups.get("halfhour") else words.whole(groups.get("minute") or groups.get("minutes")) or 0
        if groups.get("quarter"):
            minute = 15 * (words.whole(groups["quarter"]) or 0)
        return _clock_value(day, hour, minute, (part, named))
    return ("TIME", f"{day}{part}") if part else ("DATE", str(day))


def _clock_value(day: Day, hour: int, minute: int, part: tuple[str | None, str | None]) -> Value:
    """Hours of the afternoon and evening count from noon; 24時 and 晚上12時 open the next day."""
    code, named = part
    if hour > 24 or minute > 59:
        return "DATE", str(day)
    if code in ("TAF", "TEV") and hour < 12:
        hour += 12
    elif code in ("TEV", "TNI") and hour == 12:
        hour = 24
    elif (code == "TNI" and 6 <= hour < 12) or (code == "TMI" and 1 <= hour <= 2):
        hour += 12
    elif code == "TMO" and hour == 12 and named in ("凌晨", "a.m.", "am"):
        hour = 0
    if hour == 24:
        day, hour = calendar.shift_day(day, 1) or day, 0
    return "TIME", f"{day}T{hour:02d}:{minute:02d}"


def _clock(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """A clock time without a day is of the last day told in its sentence, else of the anchor."""
    near = (
        ledger.last
        if ledger.last_end >= 0 and not re.search("[。！？\n]", ledger.shadow[max(ledger.last_end, span[0] - 400) : span[0]])
        else None
    )
    day = near or ledger.anchor
    if day is None:
        return None
    if groups.get("bhour"):
        minute = 30 if groups.get("bhalf") or groups.get("chalf") else None
        minute = minute or words.whole(groups.get("bminute") or groups.get("cminute") or groups.get("bminutes")) or 0
        return _clock_value(day, words.whole(groups["bhour"]) or 0, minute, (None, None))
    return _at(day, groups, words, None)


def _week(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    anchor = ledger.anchor
    if anchor is None:
        return None
    if groups.get("bareweekend"):
        weeks = 0 if _direction(span, ledger, words) or anchor.isoweekday() >= 6 else -1
    else:
        weeks = int(words.look("weeks", groups["wkshift"]))
    day = calendar.shift_day(anchor, 7 * weeks)
    return ("DATE", calendar.week_of(day)) if day else None


def _shifted_month(text: str | None, ledger: Ledger, words: Words) -> tuple[int, int] | None:
    shift = words.look("months", text)
    if shift is not None:
        return calendar.shift_month(ledger.anchor.year, ledger.anchor.month, int(shift)) if ledger.anchor else None
    same = words.look("same_months", text)
    return ledger.month or ((ledger.last.year, ledger.last.month) if ledger.last else None) if same is not None else None


def _month(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    if groups.get("ymonth"):
        year, number = _year(groups, "m", ledger, words), words.whole(words_month(groups["ymonth"], words)) or 0
        month = (year, number) if year else None
        ledger.year = year or ledger.year
    elif groups.get("bmon"):
        month = _bare_month(words.whole(words_month(groups["bmon"], words)) or 0, span, ledger, words)
    elif groups.get("monthend"):
        month = ledger.month or ((ledger.anchor.year, ledger.anchor.month) if ledger.anchor else None)
    else:
        month = _shifted_month(groups.get("monshift"), ledger, words)
    if month is None or not 1 <= month[1] <= 12:
        return None
    ledger.month, ledger.last_end = month, span[1]
    return "DATE", f"{month[0]:04d}-{month[1]:02d}"


def _bare_month(number: int, span: Span, ledger: Ledger, words: Words) -> tuple[int, int] | None:
    if ledger.year and ledger.month:
        return ledger.year, number
    if ledger.anchor is None:
        return None
    return calendar.nearest_month(ledger.anchor, number, future=_direction(span, ledger, words))


def _quarter(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    half = groups.get("halfyear")
    year = _year(groups, "hf" if half else "q", ledger, words) or ledger.year or (ledger.anchor.year if ledger.anchor else None)
    if year is None:
        return None
    if half:
        return "DATE", f"{year:04d}-H{words.look('halfyears', half)}"
    return "DATE", f"{year:04d}-Q{words.look('quarters', groups.get('qn') or groups.get('qb'))}"


def _whole_year(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    if decade := groups.get("decade"):
        return _decade(decade, words)
    if groups.get("yearend"):
        year = ledger.anchor.year if ledger.anchor else None
    elif groups.get("tyear"):
        year = 2000 + (words.whole(groups["tyear"]) or 0)
    elif groups.get("pyear"):
        year = words.whole(groups["pyear"])
    else:
        year = (
            _year(groups, "s" if groups.get("syear") else "y", ledger, words)
            if not groups.get("syear")
            else _shifted_year(groups["syear"], ledger, words)
        )
    if year is None or not 1 <= year <= 9999:
        return None
    ledger.year, ledger.month, ledger.last_end = year, None, span[1]
    return "DATE", f"{year:04d}"


def _shifted_year(text: str | None, ledger: Ledger, words: Words) -> int | None:
    shift = words.look("years", text)
    if shift is not None:
        return ledger.anchor.year + int(shift) if ledger.anchor else None
    shift = words.look("same_years", text)
    return ledger.year + int(shift) if shift is not None and ledger.year else None


def _decade(text: str, words: Words) -> Value | None:
    """上世纪90年代 and 1990年代 are 199."""
    digits = re.search("[0-9]{2,4}|[二三四五六七八九]十", text)
    if digits is None:
        return None
    number = words.whole(digits[0]) or 0
    return "DATE", str((number if number > 99 else 1900 + number) // 10)


def _ago(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """一周前 is a day, 三个月前 a month, 两年前 a year; hours before an unknown hour are left out."""
    text, unit = groups.get("agon"), words.units.get((groups.get("agounit") or "").lower())
    number = {"Y": 0.5}.get(unit or "") if text in words.halves else words.number(text)
    back = words.look("directions", groups.get("agodir"))
    base = ledger.anchor if back == -1 else ledger.last or ledger.anchor
    if number is None or base is None or unit is None or back is None or (text and (text[0] in "百千万")):
        return None
    if unit in ("D", "W"):
        day = calendar.shift_day(base, int(number * (7 if unit == "W" else 1)) * back) if number < 100_000 else None
        return ("DATE", str(day)) if day else None
    months = int(number * 12) if unit == "Y" else int(number) if unit == "M" else None
    if months is None:
        return None
    year, month = calendar.shift_month(base.year, base.month, months * back)
    if not 1 <= year <= 9999:
        return None
    return "DATE", f"{year:04d}" if unit == "Y" and number >= 1 else f"{year:04d}-{month:02d}"


_RESOLVERS = {
    "moment": _moment,
    "clock": _clock,
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "year": _whole_year,
    "ago": _ago,
}
