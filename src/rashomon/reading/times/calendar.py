"""Reckoning with days: which Friday, which 15th, which week, when a holiday falls."""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Day = datetime.date

_REMEMBERED = 4096  # days asked for: articles of one day ask for the same ones
_DAYS_AHEAD = 90  # a date without a year and without a cue of its direction is no further ahead than this
_MONTHS_AHEAD = 3
_WEEK = 7
_ABOUT = 7  # days on either side of 31 December in which 除夕 is that day


def day_of(year: int, month: int, day: int) -> Day | None:
    """The calendar's day; None where there is none such (30 February)."""
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift_day(day: Day, days: int) -> Day | None:
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, some months on or back."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def week_of(day: Day) -> str:
    """ISO week: 2021-W52."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekday_in_week(anchor: Day, weekday: int, weeks: int) -> Day | None:
    """Day 1 (Monday) to 7 of the anchor's ISO week, some weeks on or back."""
    return shift_day(anchor, weekday - anchor.isoweekday() + 7 * weeks)


def nearest_weekday(anchor: Day, weekday: int, *, future: bool | None) -> Day | None:
    """The latest such weekday not after the anchor, with `future` the first not before it, or (None) whichever is closer."""
    distance = (weekday - anchor.isoweekday()) % 7
    ahead = distance <= _WEEK - distance if future is None else future
    return shift_day(anchor, distance if ahead or not distance else distance - _WEEK)


@lru_cache(maxsize=_REMEMBERED)
def nearest_month_day(anchor: Day, day: int, *, future: bool | None) -> Day | None:
    """The `day`-th nearest to the anchor: behind it, ahead of it, or (None) on whichever side is closer."""
    months = [shift_month(anchor.year, anchor.month, step) for step in (-2, -1, 0, 1, 2)]
    return _nearest(anchor, [day_of(year, month, day) for year, month in months], future)


@lru_cache(maxsize=_REMEMBERED)
def nearest_year_day(anchor: Day, month: int, day: int, *, future: bool | None) -> Day | None:
    """The day of that month nearest to the anchor; without a direction, ahead of it only where that is not far."""
    days = [day_of(anchor.year + step, month, day) for step in (-8, -4, -3, -2, -1, 0, 1, 2, 3, 4, 8)]  # 29 February
    nearest = _nearest(anchor, days, future)
    if future is None and nearest and (nearest - anchor).days > _DAYS_AHEAD:
        return _nearest(anchor, days, False)
    return nearest


def nearest_month(anchor: Day, month: int, *, future: bool | None) -> tuple[int, int]:
    """Year and month of the month of that number nearest to the anchor's; of two as near, the one behind."""
    ahead = (month - anchor.month) % 12
    behind = (anchor.month - month) % 12
    if ahead and (future or (future is None and ahead < behind and ahead <= _MONTHS_AHEAD)):
        return shift_month(anchor.year, anchor.month, ahead)
    return shift_month(anchor.year, anchor.month, -behind)


def _nearest(anchor: Day, days: list[Day | None], future: bool | None) -> Day | None:
    known = [day for day in days if day]
    if future is not None:
        known = [day for day in known if (day >= anchor if future else day <= anchor)]
    return min(known, key=lambda day: (abs((day - anchor).days), day), default=None)


def holiday_in(year: int, name: str, table: Mapping[str, Any]) -> Day | None:
    """The day a holiday falls on in a year, by a language's `holidays` table; None beyond the lunar table's years."""
    if name in table.get("fixed", {}):
        month, day = table["fixed"][name]
        return day_of(year, month, day)
    if name not in table.get("lunar", {}):
        return None
    column, days = table["lunar"][name]
    row = table["table"].get(str(year))
    if row is None:
        return None
    month, day = (int(part) for part in row[column].split("-"))
    first = day_of(year, month, day)
    return shift_day(first, days) if first else None


def nearest_holiday(anchor: Day, name: str, table: Mapping[str, Any], *, future: bool | None) -> Day | None:
    """The nearest day of a holiday; a lunar name that another day has too (除夕) is that one's within a week of it."""
    if name in table.get("near", {}):
        solar = _nearest(anchor, [day_of(anchor.year + step, *table["near"][name]) for step in (-1, 0)], None)
        if solar and abs((solar - anchor).days) <= _ABOUT:
            return solar
    return _nearest(anchor, [holiday_in(anchor.year + step, name, table) for step in (-1, 0, 1)], future)
