"""From an expression's parts to the week, month, quarter or year it means, and what lies some time before or after."""

from rashomon.reading.times import calendar
from rashomon.reading.times.durations import length_of
from rashomon.reading.times.ledger import Groups, Ledger, Span, Value, Words, find_direction, is_joined
from rashomon.reading.times.years import find_year, number_month, prior_year, shift_to_month


def resolve_week(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    anchor = ledger.anchor
    if anchor is None:
        return None
    if groups.get("bareweekend"):
        weeks = 0 if find_direction(span, ledger, words) or anchor.isoweekday() >= 6 else -1
    else:
        weeks = int(words.look("weeks", groups["wkshift"]))
    day = calendar.shift_day(anchor, 7 * weeks)
    return ("DATE", calendar.week_of(day)) if day else None


def resolve_month(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    if groups.get("ymonth"):
        year, number = find_year(groups, "m", ledger, words), number_month(groups["ymonth"], words)
        month = (year, number) if year else None
        ledger.tell_year(year, span, named=not groups.get("myshift"))
    elif groups.get("bmon"):
        month = _bare_month(number_month(groups["bmon"], words), span, ledger, words)
        if month and groups.get("bmonend"):  # 1至11月: the end tells the year
            last = number_month(groups["bmonend"], words)
            end = _bare_month(last, span, ledger, words)
            month = (end[0] - (month[1] > last), month[1]) if end else month
    elif groups.get("monthend"):
        month = ledger.month or ((ledger.anchor.year, ledger.anchor.month) if ledger.anchor else None)
    else:
        month = shift_to_month(groups.get("monshift"), ledger, words)
    if month is None or not 1 <= month[1] <= 12:
        return None
    ledger.tell_month(month, span)
    return "DATE", f"{month[0]:04d}-{month[1]:02d}"


def _bare_month(number: int, span: Span, ledger: Ledger, words: Words) -> tuple[int, int] | None:
    if ledger.month and (is_joined(span, ledger, words) or span[0] - ledger.last_end == 1):  # 1到3月, 11、12月
        return ledger.month[0] + (number < ledger.month[1]), number
    if year := ledger.carried_year(span[0], number):
        return year, number
    if ledger.anchor is None:
        return None
    future = find_direction(span, ledger, words)
    if future and (ledger.anchor.month - number) % 12 in (1, 2):
        future = None  # the month just past is told more often than the one ten months ahead: 预计12月出口
    return calendar.nearest_month(ledger.anchor, number, future=future)


def resolve_quarter(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """A quarter or half year; without a year, this year's unless it lies ahead (第二季 in January) and nothing says that it is to come."""
    half = groups.get("halfyear")
    year = find_year(groups, "hf" if half else "q", ledger, words) or ledger.carried_year(span[0], 12)
    number = words.look("halfyears", half) if half else words.look("quarters", groups.get("qn") or groups.get("qb"))
    if year is None and ledger.anchor:
        ahead = 0 if half else number - (ledger.anchor.month + 2) // 3
        year = ledger.anchor.year - (ahead >= 1 and not find_direction(span, ledger, words))
    if year is None:
        return None
    ledger.tell_year(year, span, named=bool(groups.get("hfyear") or groups.get("qyear")))
    return "DATE", f"{year:04d}-{'H' if half else 'Q'}{number}"


def resolve_year(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    if decade := groups.get("decade"):
        return _decade(decade, words)
    if groups.get("yearend"):
        year = ledger.anchor.year if ledger.anchor else None
    elif short := groups.get("tyear") or groups.get("zyear"):
        year = 2000 + (words.whole(short) or 0)
    elif groups.get("pyear"):
        year = words.whole(groups["pyear"])
    elif roc := groups.get("rroc") or groups.get("uroc"):
        number = words.whole(roc) or 0
        if groups.get("uroc") and not ledger.republic and number > 99:
            return length_of(roc, "Y", {}, words)
        year = number + (1911 if groups.get("rroc") or ledger.republic else 1900)  # 97年 elsewhere is 1997
    elif groups.get("syear"):
        year = _shifted_year(groups["syear"], ledger, words)
    else:
        year = find_year(groups, "y", ledger, words)
    if year is None or not 1 <= year <= 9999:
        return None
    ledger.tell_year(year, span, named=not groups.get("syear"))
    ledger.month, ledger.last_end = None, span[1]
    return "DATE", f"{year:04d}"


def _shifted_year(text: str | None, ledger: Ledger, words: Words) -> int | None:
    shift = words.look("years", text)
    if shift is not None:
        return ledger.anchor.year + int(shift) if ledger.anchor else None
    if (prior := words.look("prior_years", text)) is not None:
        return prior_year(int(prior), ledger)
    shift = words.look("same_years", text)
    return ledger.year + int(shift) if shift is not None and ledger.year else None


def _decade(text: str, words: Words) -> Value | None:
    """上世纪90年代 and 1990年代 are 199."""
    digits = words.decade.search(text)
    if digits is None:
        return None
    number = words.whole(digits[0]) or 0
    return "DATE", str((number if number > 99 else 1900 + number) // 10)


def resolve_season(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """去年夏天 is 2021-SU: a season of a year that is told with it."""
    shift = words.look("season_years", groups.get("snear"))
    year = ledger.anchor.year + int(shift) if shift is not None and ledger.anchor else find_year(groups, "", ledger, words)
    season = words.look("seasons", groups.get("season") or groups.get("seasonb"))
    if year is None or season is None:
        return None
    ledger.tell_year(year, span, named=bool(groups.get("year")))
    return "DATE", f"{year:04d}-{season}"


def _told_before(unit: str, span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether 三年后, 两天后 has something to count from: a year or day told in its paragraph, or a cue that it counts from now."""
    told = ledger.year if unit == "Y" else ledger.last if ledger.same_sentence(span[0]) else None
    return bool(told) or find_direction(span, ledger, words) is True


def resolve_ago(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """一周前 is a day, 三个月前 a month, 两年前 a year; hours before an unknown hour are left out."""
    text, unit = groups.get("agon"), words.units.get((groups.get("agounit") or "").lower())
    number = {"Y": 0.5}.get(unit or "") if text in words.halves else words.number(text)
    back = words.look("directions", groups.get("agodir"))
    clock = unit is not None and unit[0] == "T"  # 两小时后: a length, whatever was told before
    if back == 1 and unit is not None and number is not None and (clock or not _told_before(unit, span, ledger, words)):
        return length_of(text, unit, {}, words)
    base = ledger.anchor if back == -1 else ledger.last or ledger.anchor
    if back == 1 and unit == "Y" and ledger.year and base:
        base = calendar.day_of(ledger.year, base.month, 1)
    if number is None or base is None or unit is None or back is None or (text and words.vague.search(text)):
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
