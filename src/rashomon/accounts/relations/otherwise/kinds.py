"""Kinds: what each point of a happening is compared by, and from which two values of it cannot both be so."""

from collections.abc import Callable

import msgspec

from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.relations.otherwise.slots import Slot

SEVERAL = 3  # values that one point of one happening may be given; of more it is of several happenings
OLDER = 5  # years by which two ages of one person are apart at most: of more one is of another time
QUAKES = 0.7  # of magnitude between two services' readings of one quake
VOTES = 1.1  # times that one count of a vote may be another: of more it is of another vote
NEAR = 4.0  # times that one size of one thing may be another
DAYS = 3  # between two days of one deed: further apart it was done twice
HALF, HOUR, NOON = 30, 60, 180  # minutes
CLOSE, WHOLE = 10, 15  # minutes that a clock told roughly, or as a whole hour, may be off
MOMENT = 3  # minutes under which two clocks are one

Stand = Callable[[Slot, Slot], str | None]
"""How two values of one point stand; None where they may both be so."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """How one kind of slot is compared."""

    stand: Stand
    lasts: bool = False  # whether it is of the whole story, and not of one day
    sourced: bool = False  # whether one article may give it otherwise by two sources
    outlets: bool = False  # whether only another outlet tells it otherwise: one outlet's is of two people
    values: int = SEVERAL
    particular: Callable[[Slot], bool] = lambda slot: True  # whether a value is so particular that two who tell it have it from one


def kind_of(slot: Slot) -> Kind:
    """How a slot is compared: what is no kind of its own is a size."""
    return KINDS.get(slot.kind, SIZE)


def _causes(a: Slot, b: Slot) -> str | None:
    one, other = str(a.value), str(b.value)
    if a.denied or b.denied:
        return "disputes" if one == other and a.denied != b.denied else None
    return "disputes" if one.partition("-")[0] != other.partition("-")[0] else None


def _differ(a: Slot, b: Slot) -> str | None:
    return "disputes" if a.value != b.value else None


def _days(a: Slot, b: Slot) -> str | None:
    return "disputes" if 0 < abs(days_between(str(a.value), str(b.value))) <= DAYS else None


def _clocks(a: Slot, b: Slot) -> str | None:
    """Two clocks of one happening: one of a whole hour, or told roughly, may round the other; whole hours apart they are two zones'."""
    rough, fine = sorted((a, b), key=lambda slot: (bool(float(slot.value) % HOUR), not slot.past, not slot.rough, slot.order))
    gap, later = _gap(a, b), float(fine.value) - float(rough.value)
    if gap < MOMENT or gap > NOON or (gap >= HOUR and not gap % HOUR):
        return None
    if rough.past and 0 < later < HOUR:
        return "precision"
    reach = WHOLE if not float(rough.value) % HOUR else CLOSE if a.rough or b.rough else 0
    return "precision" if gap <= reach else "disputes"


def _is_no_half_hour(slot: Slot) -> bool:
    """Anybody says half past four."""
    return bool(float(slot.value) % HALF)


def _ages(a: Slot, b: Slot) -> str | None:
    return "disputes" if 0 < _gap(a, b) <= OLDER else None


def _magnitudes(a: Slot, b: Slot) -> str | None:
    return "disputes" if 0 < _gap(a, b) <= QUAKES else None


def _votes(a: Slot, b: Slot) -> str | None:
    if a.value == b.value:
        return "disputes" if a.against and b.against and a.against != b.against else None
    return "disputes" if 1 < _times(a, b) <= VOTES else None


def _sizes(a: Slot, b: Slot) -> str | None:
    if min(a, b, key=lambda slot: float(slot.value)).past:
        return None  # at least one, and two
    return "disputes" if 0 < _times(a, b) <= NEAR and not _rounds(float(a.value), float(b.value)) else None


def _gap(a: Slot, b: Slot) -> float:
    return abs(float(a.value) - float(b.value))


def _times(a: Slot, b: Slot) -> float:
    """How many times one size goes into the other; 0 where one is none."""
    low, high = sorted((float(a.value), float(b.value)))
    return high / low if low else 0.0


def _rounds(a: float, b: float) -> bool:
    """Whether one of two sizes is the other told to fewer digits."""
    return any(float(f"{fine:.{digits}g}") == rough for fine, rough in ((a, b), (b, a)) for digits in (1, 2))


KINDS = {
    "cause": Kind(stand=_causes, lasts=True, sourced=True, values=2 * SEVERAL),
    "place": Kind(stand=_differ, lasts=True, sourced=True),
    "day": Kind(stand=_days, lasts=True),
    "age": Kind(stand=_ages, lasts=True, outlets=True),
    "clock": Kind(stand=_clocks, particular=_is_no_half_hour),
    "magnitude": Kind(stand=_magnitudes),
    "votes": Kind(stand=_votes),
}
SIZE = Kind(stand=_sizes)
