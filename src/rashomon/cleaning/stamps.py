"""Dates as people and programs save them, made ISO 8601."""

import re
from calendar import month_abbr
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rashomon.languages import fold
from rashomon.model import Basis, Stamp

REPOST = timedelta(days=4)  # a url this much older than the saved date dates the article; days between are the rhythm of a desk

_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MORNING = ("上午", "早上", "清晨", "凌晨")
_AFTERNOON = ("下午", "傍晚", "晚上", "晚间")
PART_OF_DAY = "|".join([*_MORNING, "中午", *_AFTERNOON])
DAY_OF_WEEK = "(?:星期|周|礼拜)[一二三四五六日天]"
LATIN_DAY_OF_WEEK = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_ISO = re.compile(
    rf"(\d{{4}})[-/.年] ?(\d{{1,2}})[-/.月] ?(\d{{1,2}})日?(?:[ ,]{{0,2}}[(（]?{DAY_OF_WEEK}[)）]?)?"
    rf"(?:(?:T|[ ,]{{1,3}}|(?<=[日一二三四五六天)）]))(?:({PART_OF_DAY}) ?)?"
    r"(\d{1,2})[:时点](\d{2})分?(?::(\d{2})(?:[.,]\d{1,9})?)?)?"
    r" ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ -]{1,3}(\d{1,2}):(\d{2}))?")
_HOURS = {"EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}  # from UTC, of the letters that mean one zone
_HOURS |= {"BST": 1, "CET": 1, "CEST": 2, "MSK": 3, "HKT": 8, "JST": 9, "KST": 9}
_ZONES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
_OFFSET = rf"Z\b|UTC|GMT|[+-]\d{{2}}:?\d{{2}}|(?:{'|'.join([*_HOURS, *_ZONES])})\b"
MONTHS = {name: number for number, name in enumerate(month_abbr) if name}
_NAMED = re.compile(
    rf"(?:{LATIN_DAY_OF_WEEK}\.?,? )?(?:(?P<first>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
    r"(?: (?P<second>\d{1,2}))?,? ?(?P<year>\d{4})"
    r"(?:,? (?:at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<seconds>\d{2}))?(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
    rf"(?: ?(?P<offset>{_OFFSET}))?)?"
)
_CLOCK_FIRST = re.compile(
    rf"(\d{{1,2}}[:.]\d{{2}}(?: ?[AaPp]\.?[Mm]\.?)?(?: (?:{_OFFSET}))?),? (?:on )?(?=[A-Z0-9])"
)  # 10:20 AM EDT, Sun May 4, 2031
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_PATH_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:([-_./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d{1,3}(?:\D|$))"
)


class Published(NamedTuple):
    """When an article was published, with the characters that say so and where they stand."""

    value: str | None
    raw: str | None
    basis: Basis | None


def read_stamp(raw: str, zone: str | None = None) -> str | None:
    """ISO 8601 of a saved date: RFC 2822, ISO and its kin, epoch seconds or milliseconds; a day alone where no time is given.

    A time without an offset is taken to be the outlet's. None where the characters are no date.
    """
    text = fold(raw.strip())[:80]
    if _EPOCH.fullmatch(text):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    return _read_iso(text, zone) or _read_named(text, zone) or _read_mail(text) or _read_day_first(text, zone) or _read_compact(text, zone)


def _read_iso(text: str, zone: str | None) -> str | None:
    found = _ISO.match(text)
    if not found:
        return None
    year, month, day, half, hour, minute, second, offset = found.groups()
    if hour is None:
        return _day(year, month, day)
    clock = int(hour) % 12 + 12 * (half in _AFTERNOON) if half in (*_MORNING, *_AFTERNOON) and int(hour) <= 12 else int(hour)
    return _instant((int(year), int(month), int(day), clock, int(minute), int(second or 0)), offset, zone)


def _read_mail(text: str) -> str | None:
    if "," not in text and not text[:1].isdigit():
        return None
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _read_day_first(text: str, zone: str | None) -> str | None:
    found = _DAY_FIRST.match(text)
    if not found:
        return None
    day, month, year, hour, minute = found.groups()
    return _instant((int(year), int(month), int(day), int(hour), int(minute), 0), None, zone) if hour else _day(year, month, day)


def _read_named(text: str, zone: str | None) -> str | None:
    """May 4, 2031 10:20 AM; 4 May 2031; 10:20 AM EDT, Sun May 4, 2031."""
    clock_first = _CLOCK_FIRST.match(text)
    found = _NAMED.match(f"{text[clock_first.end() :]} {clock_first[1]}" if clock_first else text)
    day = found and (found["first"] or found["second"])
    if not found or not day:
        return None
    if found["hour"] is None:
        return _day(found["year"], str(MONTHS[found["month"]]), day)
    hour = int(found["hour"]) % 12 + 12 * (found["half"] in "Pp") if found["half"] else int(found["hour"])
    clock = (hour, int(found["minute"]), int(found["seconds"] or 0))
    return _instant((int(found["year"]), MONTHS[found["month"]], int(day), *clock), found["offset"], zone)


def _read_compact(text: str, zone: str | None) -> str | None:
    found = _COMPACT.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = found.groups()
    if hour is None:
        return _day(year, month, day)
    return _instant((int(year), int(month), int(day), int(hour), int(minute), int(second or 0)), None, zone)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _instant(parts: tuple[int, int, int, int, int, int], offset: str | None, zone: str | None) -> str | None:
    try:
        return datetime(*parts, tzinfo=_clock(offset, zone)).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=256)
def _clock(offset: str | None, zone: str | None) -> tzinfo | None:
    """How far a time is from UTC by its own offset, else by its outlet's zone; None where neither is known."""
    if offset in ("Z", "UTC", "GMT"):
        return UTC
    if offset in _HOURS:
        return timezone(timedelta(hours=_HOURS[offset]))
    if offset in _ZONES:
        return ZoneInfo(_ZONES[offset])
    if offset:
        ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
        return timezone(-ahead if offset[0] == "-" else ahead)
    return ZoneInfo(zone) if zone else None


@lru_cache(maxsize=64)  # one article's address is asked for several times
def day_in(text: str | None) -> str | None:
    """The day that an address or a file's name holds: /2019/1/21/, 20220107-, 2022-01-07; None where it holds none."""
    for found in _PATH_DAY.finditer(text or ""):
        year, _, month, number, month2, number2 = found.groups()
        day = _day(year, month or month2, number or number2)
        if day:
            return day
    return None


def find_published(stamps: Sequence[Stamp], *, dateline: str | None, url: str | None, path: str, zone: str | None) -> Published:
    """The first that gives a date: what was saved with the document, its dateline, its address, its file's name."""
    for stamp in stamps:
        value = read_stamp(stamp.raw, zone)
        if value:
            return Published(value, stamp.raw, stamp.basis)
    day = day_in(url)
    for value, basis in ((dateline, Basis.DATELINE), (day, Basis.URL), (day_in(PurePath(path).name), Basis.FILE_NAME)):
        if value:
            return Published(value, value, basis)
    return Published(None, stamps[0].raw if stamps else None, None)


def find_written(published: str | None, url: str | None, dateline: str | None) -> str | None:
    """The day an article was first out, where its address or its dateline's full date is plainly before the saved one."""
    told = [day for day in (day_in(url), dateline) if day]
    if not published or not told:
        return None
    saved = date.fromisoformat(published[:10])
    if dateline and saved - date.fromisoformat(dateline) < REPOST:
        return None  # its own dateline is of the day: what the address seems to say is a slip
    days = [day for day in told if saved - date.fromisoformat(day) >= REPOST]
    return min(days) if days else None
