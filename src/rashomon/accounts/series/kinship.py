"""Kinship: one count that some articles tell with its group or place and others without, brought together before it is compared."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import Value, days_between, figure_of, value_of
from rashomon.accounts.claims.quantities import is_exact, level, meet
from rashomon.accounts.series.series import Row

WITHIN = 3  # days between two tellings of one count
SINGLE = 3  # counts under it are of single cases, of which a source tells many
SMALLEST = 8  # a smaller number may stand for another group by chance


def unite(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows for comparison: the fewer tellings of a number join the more, where they only leave out its group or place.

    748人受伤 is the count of the police where more articles tell 748名警察受伤 at the same time; where two groups are told with one
    number it stays where it is.
    """
    families: dict[tuple[str, str, str | None], list[Row]] = defaultdict(list)
    for row in rows:
        families[(row.measure, row.scope, row.things)].append(row)
    united = [row for family in families.values() for row in (_unite(family) if len(family) > 1 else family)]
    return tuple(sorted(united, key=lambda row: row.rank))


def _unite(family: Sequence[Row]) -> list[Row]:
    by_value: list[dict[Value, list[Claim]]] = []
    for row in family:
        cells: dict[Value, list[Claim]] = defaultdict(list)
        for claim in row.claims:
            cells[value_of(claim)].append(claim)
        by_value.append(cells)
    members: list[list[Claim]] = [[] for _ in family]
    for at, row in enumerate(family):
        for value, cell in by_value[at].items():
            homes = [
                other
                for other, kin in enumerate(family)
                if other != at and _wider(row, kin) and _outnumbers(by_value[other].get(value, ()), cell, wins=_wins(kin, row, other < at))
            ]
            for claim in cell:
                fits = [other for other in homes if _same_count(claim, by_value[other][value])]
                home = fits[0] if len(fits) == 1 else _plain(fits, family)
                members[at if home is None else home].append(claim)
    return [_rebuilt(row, claims) for row, claims in zip(family, members, strict=True) if claims]


def _wider(a: Row, b: Row) -> bool:
    """Whether two rows may hold one count: each of group and place is the same, or left out by one."""
    return (a.group == b.group or "all" in (a.group, b.group)) and (a.place == b.place or None in (a.place, b.place))


def _wins(there: Row, here: Row, earlier: bool) -> bool:
    """Which row keeps a number that both tell as often: the one that says more of it."""
    said = [(row.group != "all") + (row.place is not None) for row in (there, here)]
    return said[0] > said[1] or (said[0] == said[1] and earlier)


def _outnumbers(there: Sequence[Claim], here: Sequence[Claim], *, wins: bool) -> bool:
    return bool(there) and (len(there), wins) > (len(here), False)


def _same_count(claim: Claim, others: Sequence[Claim]) -> bool:
    figure = figure_of(claim)
    if level(*value_of(claim)) < SINGLE:
        return False
    if not is_exact(figure) or (figure.low or 0) < SMALLEST:
        return any(other.origin == claim.origin and meet(figure_of(other), figure) for other in others)
    return any(abs(days_between(other.witness.day, claim.witness.day)) <= WITHIN for other in others)


def _plain(fits: Sequence[int], family: Sequence[Row]) -> int | None:
    """Of several homes the one without a place, if it is the only one of its kind."""
    plain = [at for at in fits if family[at].place is None]
    return plain[0] if len(plain) == 1 else None


def _rebuilt(row: Row, claims: Sequence[Claim]) -> Row:
    """The row with other claims; statuses are of no use in it."""
    return msgspec.structs.replace(row, claims=tuple(sorted(claims, key=row.moment)), statuses=())
