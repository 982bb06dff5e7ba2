"""Dates as numbers: what orders articles whose dates are written with different offsets."""

from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=65_536)
def read_instant(published: str, zone: str | None = None) -> float | None:
    """Seconds since the epoch of an ISO 8601 date, taken in the zone (IANA, else UTC) where it has no offset; None where it is no date."""
    try:
        moment = datetime.fromisoformat(published)
        return (moment if moment.tzinfo else moment.replace(tzinfo=_find_zone(zone))).timestamp()
    except (ValueError, OverflowError):
        return None


def _find_zone(zone: str | None) -> tzinfo:
    try:
        return ZoneInfo(zone) if zone else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
