"""Standing: a row as the account shows it, and the value at which it stands at its end."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from rashomon.accounts.claims.claims import Claim, name_origin
from rashomon.accounts.claims.counted import Value, days_between, figure_of, value_of
from rashomon.accounts.claims.quantities import ANEW, bounds, is_exact, is_word, level, meet
from rashomon.accounts.series.series import Row
from rashomon.model import Current, Point, Series

MIXED = 8  # different values from which a row of troops mixes several forces
LATELY = 7  # days at the end of such a row in which what most give is where it stands
SHOWN = 8  # evidences of a current value: enough to see who carries it


def to_series(row: Row) -> Series:
    """A row as the account shows it."""
    told = sorted(zip(row.claims, row.statuses, strict=True), key=lambda pair: (pair[0].day, *pair[0].order))
    points = tuple(
        Point(
            as_of=claim.day or None,
            low=figure_of(claim).low,
            high=figure_of(claim).high,
            chain=claim.chain,
            outlet=claim.witness.article.outlet,
            origin=name_origin(claim.origin),
            status=status,
            evidence=claim.evidence,
        )
        for claim, status in told
    )
    current = _current(row)
    return Series(measure=row.measure, group=row.group, place=row.place, scope=row.scope, things=row.things, points=points, current=current)


def find_standing(row: Row) -> tuple[Claim, ...]:
    """The claims that give the value which held last; () where none does."""
    held = [(claim, status) for claim, status in zip(row.claims, row.statuses, strict=True) if status != "withdrawn"]
    counts = [claim for claim, _ in held]
    standing = [claim for claim, status in held if status in ("first", "updated", "precision")]
    if not standing:
        return ()
    if row.measure == "troops" and (wide := _widely_told(counts)):
        return tuple(wide)
    top, firsts = _top(standing, counts), _firsts(counts)
    while _is_rival(value_of(top), counts, firsts):
        left = [claim for claim in standing if value_of(claim) != value_of(top)]
        if not left:
            break
        standing, top = left, _top(left, counts)
    return tuple(claim for claim in counts if value_of(claim) == value_of(top))


def _widely_told(counts: Sequence[Claim]) -> Sequence[Claim]:
    """The value that most outlets give at the end of a row that mixes several forces, by its claims, the latest of equals.

    () where no two give one: 1,200 in a drill are not where the soldiers at a border stand.
    """
    if len({value_of(claim) for claim in counts}) < MIXED:
        return ()
    last = max(claim.witness.day for claim in counts)
    outlets: dict[Value, set[str]] = defaultdict(set)
    for claim in counts:
        if days_between(claim.witness.day, last) <= LATELY:
            outlets[value_of(claim)].add(claim.outlet)
    latest = {value_of(claim): at for at, claim in enumerate(counts)}
    widest = max(outlets, key=lambda value: (len(outlets[value]), latest[value]))
    return [claim for claim in counts if value_of(claim) == widest] if len(outlets[widest]) > 1 else ()


def _top(standing: Sequence[Claim], counts: Sequence[Claim]) -> Claim:
    """The last count that holds: of the last day that has one an exact one, unless a rougher one goes beyond it."""
    top = standing[-1]
    for _, group in groupby(standing, key=lambda claim: claim.day):
        exact = [claim for claim in group if is_exact(figure_of(claim))]
        top = exact[-1] if exact else top
    last = standing[-1]
    sure = not is_word(figure_of(last)) or len({claim.origin for claim in counts if value_of(claim) == value_of(last)}) > 1
    # 数千 told by one alone does not take the place of a number
    return last if sure and level(*value_of(last)) > bounds(*value_of(top))[1] else top


def _firsts(counts: Sequence[Claim]) -> dict[tuple[str, str], Claim]:
    """The first count of each article and day."""
    firsts: dict[tuple[str, str], Claim] = {}
    for claim in counts:
        key = claim.witness.article.path, claim.day
        if key not in firsts or claim.start < firsts[key].start:
            firsts[key] = claim
    return firsts


def _is_rival(value: Value, counts: Sequence[Claim], firsts: Mapping[tuple[str, str], Claim]) -> bool:
    """Whether a count is only told beside another of its day which its articles lead with, and which as many outlets carry: the hospital's
    44 under a headline of 41."""
    same = [claim for claim in counts if value_of(claim) == value]
    leading = [(claim, firsts[claim.witness.article.path, claim.day]) for claim in same]
    if not all(_leads(first, claim) for claim, first in leading) or len(values := {value_of(first) for _, first in leading}) != 1:
        return False
    carriers = {claim.outlet for claim in counts if value_of(claim) in values}
    return len(carriers) >= len({claim.outlet for claim in same})


def _leads(first: Claim, claim: Claim) -> bool:
    """Whether an article leads with one count, and a later one of the day, from another source, is not of the same value."""
    return first.start < claim.start and first.origin != claim.origin and not meet(figure_of(first), figure_of(claim))


def _current(row: Row) -> Current | None:
    """Where a row stands at its end: the value that held last, by how many origins, and whether another contradicts it.

    Parts of what is counted anew each day stand nowhere: each is of another day's cases.
    """
    same = () if row.scope == "part" and row.measure in ANEW else find_standing(row)
    if not same:
        return None
    since = min(claim.day for claim in same)
    low, high = value_of(same[0])
    return Current(
        low=low,
        high=high,
        as_of=max(claim.day for claim in same) or None,
        origins=len({claim.origin for claim in same}),
        disputed=any(status == "disputed" and claim.day >= since for claim, status in zip(row.claims, row.statuses, strict=True)),
        evidence=tuple(claim.evidence for claim in same[:SHOWN]),
    )
