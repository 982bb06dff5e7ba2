"""The day that an article's expressions of time resolve against."""

import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rashomon.model import Article
from rashomon.reading.ground.shadow import REMEMBERED


def anchor_day(article: Article) -> datetime.date | None:
    """The day it was written, else its dateline's, else its publication day in the outlet's zone; None where none is known."""
    dateline = article.dateline.date if article.dateline else None
    for stamp in (article.written, dateline, article.published):
        if stamp and (day := _day_in_zone(stamp, article.zone)):
            return day
    return None


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=REMEMBERED)
def _day_in_zone(stamp: str, zone: str | None) -> datetime.date | None:
    """The day of an ISO 8601 stamp. A stamp with an offset is told in the zone; a bare day or a naive time stands as it is."""
    try:
        if len(stamp) <= 10:
            return datetime.date.fromisoformat(stamp)
        moment = datetime.datetime.fromisoformat(stamp)
        place = _zone(zone) if zone else None
        return (moment.astimezone(place) if moment.tzinfo and place else moment).date()
    except (ValueError, OverflowError):
        return None
