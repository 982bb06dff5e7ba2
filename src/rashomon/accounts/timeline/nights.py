"""Nights: chosen sentences that tell one thing, and only their days differ: of two zones, of what happened and who tells of it."""

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import day_number, days_between
from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.vectors import Flags, Whole, numbered, whole
from rashomon.accounts.timeline.asides import is_anchored
from rashomon.accounts.timeline.company import Company
from rashomon.accounts.timeline.counting import Counting
from rashomon.accounts.timeline.salience import CLOSE
from rashomon.model import Happening

Pair = frozenset[tuple[str, int]]
"""Two sentences, each by the path of its article and where it begins."""

AGAIN = 6  # days within which a thing is told again without its date
NEXT = 1  # days apart at which two chosen sentences may tell one thing under two dates of their own; AGAIN where one of them has none
OF_A_KIND, OF_TWO, UNDATED = 0.55, 0.69, 0.6  # closeness from which they do: happenings of one kind, of two, of one kind without a date
ONE_WORDING = 1.2  # closeness of what is posted again word for word, its days reckoned from the later date
OF_BOTH = 0.5  # closeness from which they do where one of them tells of the other's day too
ONE_COMPANY = 0.45  # company from which two sentences of one night that are close do, in a small story
SMALL = 80  # articles under which a story is small: in larger ones a third of such pairs did


def find_nights(
    claims: Sequence[Claim], chosen: Sequence[int], counting: Counting, likeness: Likeness, closeness: Closeness, company: Company
) -> list[tuple[int, int]]:
    """Pairs of chosen sentences of two days that tell one thing, by their places among the claims.

    In ten stories read for it 25 of 29 such pairs told one thing, and in 67 others 17 of 24 of which one tells of the other's day too.
    What one outlet tells the next day in other words is another thing.
    """
    told = [claims[at] for at in chosen]
    day, kind = whole(day_number(claim.day) for claim in told), numbered(getattr(claim.told, "type", None) for claim in told)
    dated = np.array([is_dated(claim) for claim in told], np.bool_)
    b, a = np.tril_indices(len(told), -1)
    apart = np.where((day[a] > 0) & (day[b] > 0), np.abs(day[a] - day[b]), 0)
    both = _tell_of_both(claims, told, day, a, b)
    near = (apart > 0) & ((apart <= AGAIN) | both)
    a, b, night, both = a[near], b[near], apart[near] <= NEXT, both[near]
    floors = np.where(kind[a] != kind[b], OF_TWO, np.where(night, OF_A_KIND, UNDATED))
    floors = np.where(~night & dated[a] & dated[b], ONE_WORDING, floors)
    floors = np.where(both, np.minimum(floors, OF_BOTH), floors)
    one, other = whole(chosen)[a], whole(chosen)[b]
    close = closeness.between(one, other)
    if _is_small(claims):
        outlets = numbered(claim.outlet for claim in told)
        allied = company.between(one, other) >= ONE_COMPANY
        floors = np.where(night & (outlets[a] != outlets[b]) & allied, CLOSE, floors)
    same = (close >= floors) & likeness.agree(likeness.meet(one, other))
    pairs = zip(one[same].tolist(), other[same].tolist(), strict=True)
    return [(x, y) for x, y in pairs if counting.agree(x, y)]


def find_retold(claims: Sequence[Claim], chosen: Sequence[int], counting: Counting, alike: Collection[Pair]) -> list[tuple[int, int]]:
    """Pairs of chosen sentences that most surely tell one thing, in other words: a day apart at most, or one of them without a date."""
    place: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in chosen if alike else ():
        place[claims[at].witness.article.path, claims[at].sentence[0]].append(at)
    rank = {at: number for number, at in enumerate(chosen)}
    met = {frozenset((a, b)) for pair in alike for one, other in [tuple(pair)] for a in place.get(one, ()) for b in place.get(other, ())}
    pairs = sorted(tuple(sorted(pair, key=rank.__getitem__)) for pair in met)
    return [(a, b) for a, b in pairs if _may_be_one(claims[a], claims[b]) and counting.agree(a, b)]


def _may_be_one(a: Claim, b: Claim) -> bool:
    return abs(days_between(a.day, b.day)) <= NEXT or not (is_dated(a) and is_dated(b))


def is_dated(claim: Claim) -> bool:
    """Whether a sentence gives the day of what it tells; what was still to come on it was announced on another."""
    return is_anchored(claim) and days_between(claim.witness.day, claim.day) <= 0


def _tell_of_both(claims: Sequence[Claim], told: Sequence[Claim], day: Whole, a: Whole, b: Whole) -> Flags:
    """Whether one of two sentences tells of the other's day too, as of what has happened."""
    days: dict[tuple[str, int], set[int]] = defaultdict(set)
    for claim in claims:
        if not (isinstance(claim.told, Happening) and claim.told.planned):
            days[claim.witness.article.path, claim.sentence[0]].add(day_number(claim.day))
    own, given = (days[claim.witness.article.path, claim.sentence[0]] for claim in told), day.tolist()
    tells = np.array([list(map(known.__contains__, given)) for known in own], np.bool_)
    return tells[a, b] | tells[b, a] if len(told) else np.zeros(0, np.bool_)


def _is_small(claims: Sequence[Claim]) -> bool:
    """Whether a story has so few articles that what keeps one company in it is one thing, and not one matter."""
    return len({claim.witness.root for claim in claims}) < SMALL
