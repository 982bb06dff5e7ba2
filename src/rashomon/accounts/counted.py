"""Counts: what a figure is as a claim: its value, its day, and what it says of itself."""

from datetime import date
from functools import cache

from rashomon.accounts.claims import Claim
from rashomon.accounts.wording import wording
from rashomon.model import Figure

BEFORE = 16  # characters before a figure in which it may say that it counts all


def figure_of(claim: Claim) -> Figure:
    assert isinstance(claim.told, Figure)
    return claim.told


def value_of(claim: Claim) -> tuple[int | None, int | None]:
    figure = figure_of(claim)
    return figure.low, figure.high


def days_between(a: str, b: str) -> int:
    """Days from a to b; a day of unknown date is as near as can be."""
    one, other = day_number(a[:10]), day_number(b[:10])
    return other - one if one and other else 0


@cache
def day_number(day: str) -> int:
    """An ISO 8601 day counted from the first of all; 0 where it is none."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def corrects(claim: Claim) -> bool:
    """Whether a figure says of itself that it corrects an earlier one."""
    words = wording(claim.witness.article.language).corrected
    return bool(words and words.search(claim.witness.shadow, *claim.sentence))


def is_in_all(claim: Claim) -> bool:
    """Whether a figure says of itself that it counts all so far, and not the new ones of a day."""
    words = wording(claim.witness.article.language).in_all
    start, end = claim.sentence
    return bool(words and words.search(claim.witness.shadow[max(start, claim.start - BEFORE) : min(end, claim.end + 2)].lower()))


def things_of(claim: Claim) -> str | None:
    """What kind of things a figure counts, where it counts what was destroyed: five aircraft and 74 sites are no rivals."""
    if figure_of(claim).measure != "destroyed":
        return None
    words, shadow = wording(claim.witness.article.language).things, claim.witness.shadow.lower()
    return next((kind for kind, pattern in words if pattern.search(shadow, claim.start, claim.end)), None)


def is_planned(claim: Claim) -> bool:
    """Whether a figure tells what is to come and not what is."""
    words = wording(claim.witness.article.language).planned
    return bool(words and words.search(claim.witness.shadow, claim.sentence[0], claim.start))
