"""From an expression's parts (weekday, day, part of day, clock) to the day and hour it means."""

from rashomon.reading.times import calendar
from rashomon.reading.times.calendar import Day
from rashomon.reading.times.ledger import Groups, Ledger, Span, Value, Words, find_direction, is_joined, is_told, leans
from rashomon.reading.times.years import find_year, number_month, shift_to_month

_FAR_AHEAD = 20  # days: a bare 15日 with a future cue is no further ahead than this
_NEAR_AHEAD = 14  # days: without a cue, no further than this, and only where the day behind is further off
_FEAST_AHEAD = 240  # days: what is expected after a feast further ahead is expected of the one just over
_RANGING = 4  # characters before the end of a range that say so
_WEEK = 7
_JUST_OVER = 3  # days: a day of the month that is no further behind is news
_SOON = 2  # days: a weekday alone that far ahead is sooner meant than the one behind
_NEAR_LAST = 3000  # characters: a clock time further than this from the last day told is of the anchor's day


def resolve_moment(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    night = groups.get("night")
    shift = words.look("nights", night)
    if night and shift is None:
        shift, base = words.look("same_nights", night), (ledger.last or ledger.anchor if leans(span, ledger, words) else None)
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
    ledger.tell_day(day, span, words, explicit=explicit)
    if groups.get("wday") and ledger.anchor and day <= ledger.anchor and not groups.get("wshift"):
        ledger.weekdays[day.isoweekday()] = day
    ledger.ends = any(words.ranges.search(ledger.shadow[max(0, span[0] - near) : span[0]]) for near in range(1, _RANGING))
    ledger.part = _part(groups, words) or (shift[1] if night else None)
    return _at(day, groups, words, shift[1] if night else None)


def _day(groups: Groups, span: Span, ledger: Ledger, words: Words) -> tuple[Day | None, bool]:
    """The day of a moment, and whether it names its own month."""
    if groups.get("month"):
        return _month_day(groups, span, ledger, words), True
    if groups.get("nyear"):
        numbers = [words.whole(groups[name]) or 0 for name in ("nyear", "nmonth", "nday")]
        return calendar.day_of(*numbers), True
    if groups.get("mshift"):
        month = shift_to_month(groups["mshift"], ledger, words)
        return calendar.day_of(*month, words.whole(groups["mday"]) or 0) if month else None, True
    if groups.get("bare"):
        return _bare_day(words.whole(groups["bare"]) or 0, span, ledger, words)
    if groups.get("holiday"):
        return _holiday(groups, span, ledger, words), False
    if groups.get("wday"):
        return _weekday(groups, span, ledger, words), False
    if groups.get("srel"):
        shift = int(words.look("short_days", groups["srel"]))
        return calendar.shift_day(ledger.anchor, shift) if ledger.anchor else None, False
    return _relative_day(groups.get("rel"), span, ledger, words), False


def _relative_day(text: str | None, span: Span, ledger: Ledger, words: Words) -> Day | None:
    shift = words.look("days", text)
    if shift is not None:
        return calendar.shift_day(ledger.anchor, shift) if ledger.anchor else None
    shift, base = words.look("same_days", text), _told_day(span, ledger, words)
    if shift and shift > 0 and ledger.last is None:
        return None  # 地震次日 in a headline: the day before it is told nowhere yet
    return calendar.shift_day(base, shift) if base and shift is not None else None


def _told_day(span: Span, ledger: Ledger, words: Words) -> Day | None:
    """The day that 同日 leans on: the last one told; in a sentence of its own that tells of no future, the last that has been."""
    last, anchor = ledger.main, ledger.anchor
    if not leans(span, ledger, words):
        return None
    if last and anchor and last > anchor and not ledger.same_sentence(span[0]) and not find_direction(span, ledger, words):
        return ledger.past or anchor
    return last or anchor


def _month_day(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    month, number = number_month(groups.get("month"), words), words.whole(groups.get("day")) or 0
    if any(groups.get(name) for name in ("year", "era", "roc", "yshift")):
        year = find_year(groups, "", ledger, words)
        ledger.tell_year(year, span, named=not groups.get("yshift"))
        return calendar.day_of(year, month, number) if year else None
    if is_joined(span, ledger, words) and ledger.last:
        day = calendar.day_of(ledger.last.year, month, number)
        if day and day < ledger.last:
            day = calendar.day_of(ledger.last.year + 1, month, number)
        ledger.tell_year(day.year if day and ledger.year else None, span, named=ledger.year_named)
        return day
    if year := ledger.carried_year(span[0], month):
        return calendar.day_of(year, month, number)
    if ledger.anchor is None:
        return None
    day = calendar.nearest_year_day(ledger.anchor, month, number, future=None)
    direction = find_direction(span, ledger, words)
    if direction is None and ledger.last and ledger.last > ledger.anchor and ledger.same_sentence(span[0]):
        direction = True  # what is told after a day to come is to come too
    if direction and day and day < ledger.anchor:
        ahead = calendar.nearest_year_day(ledger.anchor, month, number, future=True)
        return ahead if ahead and (ahead - ledger.anchor).days < 300 else day
    return day


def _bare_day(number: int, span: Span, ledger: Ledger, words: Words) -> tuple[Day | None, bool]:
    """15日 alone: of the range's or the paragraph's month, else the nearest to the anchor, behind it rather than ahead."""
    if ledger.last and is_joined(span, ledger, words):
        year, month = ledger.last.year, ledger.last.month
        day = calendar.day_of(year, month, number)
        return (day if day and day >= ledger.last else calendar.day_of(*calendar.shift_month(year, month, 1), number)), True
    if ledger.month and not _is_fresh(number, span, ledger):
        day = calendar.day_of(*ledger.month, number)
        onward = ledger.last is None or ledger.last <= day if day else False
        # a month to come is its own sentence's alone
        if day and onward and (ledger.anchor is None or day <= ledger.anchor or ledger.same_sentence(span[0])):
            return day, True
    anchor = ledger.anchor
    if anchor is None:
        return None, False
    behind = calendar.nearest_month_day(anchor, number, future=False)
    ahead = calendar.nearest_month_day(anchor, number, future=True)
    if behind is None or ahead is None:
        return None, False
    far = (ahead - anchor).days
    if far > _FAR_AHEAD:
        return behind, False
    direction = find_direction(span, ledger, words)
    if direction is True:
        return ahead, False
    if direction is not False and ledger.last and anchor < ledger.last <= ahead and ledger.same_sentence(span[0]):
        return ahead, False  # what is told after a day to come is to come too
    if direction is None and far <= _NEAR_AHEAD and far < (anchor - behind).days:
        return ahead, False
    return behind, False


def _is_fresh(number: int, span: Span, ledger: Ledger) -> bool:
    """该厂1月曾被停产。3日，…: whether a day just over stands in a sentence behind one that told a month without a day."""
    if not ledger.month_alone or ledger.anchor is None or ledger.same_sentence(span[0]):
        return False
    behind = calendar.nearest_month_day(ledger.anchor, number, future=False)
    return behind is not None and (ledger.anchor - behind).days <= _JUST_OVER


def _weekday(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    anchor = ledger.anchor
    if anchor is None:
        return None
    number = int(words.look("weekdays", groups["wday"]))
    weeks = words.look("weeks", groups.get("wshift"))
    if weeks is not None:
        return calendar.weekday_in_week(anchor, number, int(weeks) + _sunday_shift(anchor, number, int(weeks), span, ledger, words))
    if ledger.last and is_joined(span, ledger, words):
        return calendar.nearest_weekday(ledger.last, number, future=True)
    if (told := ledger.weekdays.get(number)) and (anchor - told).days < _WEEK and _may_be_told(span, ledger, words):
        return told  # one article calls one day 周四
    if words.scheduled.search(ledger.shadow, max(0, span[0] - words.clause), span[0]):
        return calendar.nearest_weekday(anchor, number, future=None)
    ahead = number != anchor.isoweekday() and _is_ahead(number, anchor, span, ledger, words)
    return calendar.nearest_weekday(anchor, number, future=ahead)


def _may_be_told(span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether no cue of the future stands at a day, or 自 before it: 自周四起实施."""
    before = ledger.shadow[max(0, span[0] - words.clause) : span[0]]
    if ledger.anchor and ledger.last and ledger.last > ledger.anchor and ledger.same_sentence(span[0]):
        return False
    since = words.told_before.search(before)
    return find_direction(span, ledger, words) is not True or bool(since and since[0])


def _is_ahead(number: int, anchor: Day, span: Span, ledger: Ledger, words: Words) -> bool:
    """Whether a weekday alone is to come: by a cue, beside one that is, or where it is but a day or two off and nobody tells what was done.

    Who writes on a Monday of last Wednesday says so.
    """
    direction = find_direction(span, ledger, words)
    if direction is not None:
        return direction
    if ledger.last and ledger.last > anchor and ledger.same_sentence(span[0]):
        return True
    return (number - anchor.isoweekday()) % 7 <= _SOON and not is_told(span, ledger, words)


def _sunday_shift(anchor: Day, number: int, weeks: int, span: Span, ledger: Ledger, words: Words) -> int:
    """Said on a Sunday, 上周五 is two days ago, for yesterday would be 昨天; and 本周五 with a cue of the future is to come."""
    if anchor.isoweekday() != 7 or number >= 6:
        return 0
    return 1 if weeks == -1 or (weeks == 0 and find_direction(span, ledger, words) is True) else 0


def _holiday(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    name = (groups.get("holiday") or "").lower()
    if groups.get("hyear") or groups.get("hshift"):
        year = find_year(groups, "h", ledger, words)
        return calendar.holiday_in(year, name, words.holidays) if year else None
    if ledger.anchor is None:
        return None
    ahead = calendar.nearest_holiday(ledger.anchor, name, words.holidays, future=True)
    if ahead and (ahead - ledger.anchor).days <= _FEAST_AHEAD and find_direction(span, ledger, words):
        return ahead
    return calendar.nearest_holiday(ledger.anchor, name, words.holidays, future=None)


def _bracketed(day: Day | None, groups: Groups, ledger: Ledger, words: Words) -> Day | None:
    """周五（7日）: the day in brackets rules, in the month that fits the word before it, and in the year it names."""
    number = words.whole(groups.get("bday"))
    base = day or ledger.anchor
    if not number or base is None:
        return day
    month = words.whole(groups.get("bmonth") or groups.get("bslash"))
    if month and (year := words.whole(groups.get("byear"))):
        return calendar.day_of(year, month, number) or day
    if month:
        return calendar.nearest_year_day(base, month, number, future=None) or day
    return calendar.nearest_month_day(base, number, future=None) or day


def _at(day: Day, groups: Groups, words: Words, part: str | None) -> Value:
    """A day with its part and clock, if it has them."""
    named = groups.get("part") or groups.get("bpart")
    part = _part(groups, words) or part
    hour = words.whole(groups.get("hour"))
    if hour is not None:
        minute = 30 if groups.get("halfhour") else words.whole(groups.get("minute") or groups.get("minutes")) or 0
        if groups.get("quarter"):
            minute = 15 * (words.whole(groups["quarter"]) or 0)
        return _clock_value(day, hour, minute, part, midnight=bool(named and words.midnight.fullmatch(named)))
    return ("TIME", f"{day}{part}") if part else ("DATE", str(day))


def _part(groups: Groups, words: Words) -> str | None:
    named = groups.get("part") or groups.get("bpart")
    part: str | None = words.look("parts", named) or words.look("short_parts", groups.get("short") or named)
    return part


def _clock_value(day: Day, hour: int, minute: int, code: str | None, *, midnight: bool) -> Value:
    """Hours of the afternoon and evening count from noon; 24時 and 晚上12時 open the next day."""
    if hour > 24 or minute > 59:
        return "DATE", str(day)
    if code in ("TAF", "TEV") and hour < 12:
        hour += 12
    elif code in ("TEV", "TNI") and hour == 12:
        hour = 24
    elif (code == "TNI" and 6 <= hour < 12) or (code == "TMI" and 1 <= hour <= 5):
        hour += 12
    elif code == "TMO" and hour == 12 and midnight:
        hour = 0
    if hour == 24:
        day, hour = calendar.shift_day(day, 1) or day, 0
    return "TIME", f"{day}T{hour:02d}:{minute:02d}"


def _clock_day(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Day | None:
    """The last day told, but not one to come until which something lasts: 停飞至明早11时。截至下午6时.

    Behind an evening that is over the small hours are those of the next day: 昨晚11时翻车，凌晨2时救出.
    """
    last, anchor = ledger.last, ledger.anchor
    if not last or span[0] - ledger.last_end >= _NEAR_LAST:
        return anchor
    if anchor and last > anchor and not ledger.same_sentence(span[0]):
        apart = (last - anchor).days <= _SOON and "\n" in ledger.shadow[max(ledger.last_end, 0) : span[0]]  # a title's 明早, then 晚上7时起
        if apart or ledger.ends or is_told(span, ledger, words):
            return anchor
    small = words.midnight.fullmatch(groups.get("part") or "") and ledger.part in ("TEV", "TNI")
    if small and anchor and last < anchor:
        ledger.last = last = calendar.shift_day(last, 1) or last
    return last


def resolve_clock(groups: Groups, span: Span, ledger: Ledger, words: Words) -> Value | None:
    """A clock time without a day is of the last day told not too far before it, else of the anchor."""
    day = _clock_day(groups, span, ledger, words)
    if day is None:
        return None
    if groups.get("bhour"):
        minute = 30 if groups.get("bhalf") or groups.get("chalf") else None
        minute = minute or words.whole(groups.get("bminute") or groups.get("cminute") or groups.get("bminutes")) or 0
        hour = words.whole(groups["bhour"]) or 0
        goes_on = 0 < hour < 12 and ledger.part in ("TAF", "TEV") and (ledger.same_sentence(span[0]) or ledger.is_soon(span[0], hour + 12))
        part = ledger.part if goes_on else None  # 3日晚…，7時許: the evening told in the sentence goes on
        return _clock_value(day, hour, minute, part, midnight=False)
    if groups.get("hour") is None and "\n" in ledger.shadow[max(ledger.last_end, 0) : span[0]]:
        day = ledger.anchor or day  # a part of the day alone leans on a day of its paragraph
    value = _at(day, groups, words, None)
    ledger.part, ledger.last_end = words.look("parts", groups.get("part")), span[1]
    return value
