"""The order in which articles are taken: by instant, whatever the offset their dates are written with."""

from rashomon.model import Article


def find_hour(article: Article) -> float | None:
    """Hours since the epoch; a day alone counts from its midnight in the outlet's zone. None where no date is known."""
    return None if article.instant is None else article.instant / 3600


def order_key(article: Article) -> tuple[bool, float, str, str]:
    """Sorts by (published, id); what bears no date comes last, and the path tells texts of one id apart."""
    instant = article.instant
    return (instant is None, instant or 0.0, article.article, article.path)
