"""When an article was published, as one number that orders articles of all outlets."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rashomon.model import Article


def find_hour(article: Article) -> float | None:
    """Hours since the epoch; a day alone counts from its midnight in the outlet's zone. None where no date is known."""
    if not article.published:
        return None
    try:
        moment = datetime.fromisoformat(article.published)
    except ValueError:
        return None
    if moment.tzinfo is None:
        try:
            zone = ZoneInfo(article.zone) if article.zone else UTC
        except (ZoneInfoNotFoundError, ValueError):
            zone = UTC
        moment = moment.replace(tzinfo=zone)
    return moment.timestamp() / 3600


def order_key(article: Article) -> tuple[bool, float, str, str]:
    """Sorts by (published, id); what bears no date comes last, and the path tells texts of one id apart."""
    hour = find_hour(article)
    return (hour is None, hour or 0.0, article.article, article.path)
