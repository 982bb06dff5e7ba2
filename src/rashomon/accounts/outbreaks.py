"""Outbreaks: where cases are counted beside the dead, both are counted anew each day; which counts of the dead are of one day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from rashomon.accounts.claims import Claim
from rashomon.accounts.quantities import ANEW, level
from rashomon.accounts.wording import wording
from rashomon.model import Figure
from rashomon.model.article import Span

DEAD = "killed"
OFTEN = 0.5  # counts of cases for each of the dead from which a story is of an outbreak
BEFORE = 20  # characters before a count in which it may say what it counts
FAR = 10  # times what is usual of one day, or of all so far, beyond which a count is no such one


def find_daily(figures: Sequence[Claim], places: Sequence[str | None]) -> frozenset[int]:
    """The counts of the dead that are of one day, by their places among the figures; the others are of all since the outbreak began.

    Some say which: 43 more died. The rest go with those of their place, else of all, that are nearer in size.
    """
    cases: Mapping[tuple[str, Span], list[Figure]] = _by_sentence(figures)
    dead = [at for at, claim in enumerate(figures) if isinstance(claim.told, Figure) and claim.told.measure == DEAD]
    if sum(map(len, cases.values())) < OFTEN * len(dead):
        return frozenset()
    said = {at: _says(figures[at], cases.get((figures[at].witness.article.path, figures[at].sentence), ())) for at in dead}
    known = [at for at in dead if said[at] is not None]
    daily = []
    for at in dead:
        here = [other for other in known if places[other] == places[at]] or known
        one = [_size(figures[other]) for other in here if said[other]]
        ever = [_size(figures[other]) for other in here if not said[other]]
        told = said[at]
        if told if told is not None else _is_of_a_day(_size(figures[at]), one, ever):
            daily.append(at)
    return frozenset(daily)


def _by_sentence(figures: Iterable[Claim]) -> Mapping[tuple[str, Span], list[Figure]]:
    """The counts of cases in each sentence."""
    found: dict[tuple[str, Span], list[Figure]] = defaultdict(list)
    for claim in figures:
        if isinstance(claim.told, Figure) and claim.told.measure in ANEW:
            found[claim.witness.article.path, claim.sentence].append(claim.told)
    return found


def _says(claim: Claim, cases: Sequence[Figure]) -> bool | None:
    """Whether a count says that it is of one day, by its own words or since it stands behind new cases; None where it says nothing."""
    words, shadow = wording(claim.witness.article.language), claim.witness.shadow.lower()
    if isinstance(claim.told, Figure) and claim.told.scope in ("new", "further"):
        return True
    stretch = shadow[max(claim.sentence[0], claim.start - BEFORE) : claim.end]
    if words.ever and words.ever.search(stretch):
        return False
    if words.daily and words.daily.search(stretch):
        return True
    before = [case.scope for case in cases if case.start < claim.start]
    return True if before and before[-1] == "new" else None


def _is_of_a_day(size: float, one: Sequence[float], ever: Sequence[float]) -> bool:
    """Whether a count is nearer to what is usual of one day than to the largest of all so far, which only grows."""
    usual, most = median(one) if one else None, max(ever, default=None)
    if usual is None or most is None or most <= usual:
        return size < FAR * usual if usual is not None else most is None or size < most / FAR
    return size * size < usual * most


def _size(claim: Claim) -> float:
    return max(level(claim.told.low, claim.told.high), 1.0) if isinstance(claim.told, Figure) else 1.0
