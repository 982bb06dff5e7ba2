"""Outbreaks: where cases are counted beside the dead, both are counted anew each day; which counts are of one day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.quantities import ANEW, level
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.series.states import CASE
from rashomon.model import Figure
from rashomon.model.article import Span

DEAD = "killed"
OFTEN = 0.5  # counts of cases for each of the dead from which a story is of an outbreak
BEFORE = 20  # characters before a count in which it may say what it counts
FAR = 10  # times what is usual of one day, or of all so far, beyond which a count is no such one


def is_outbreak(figures: Iterable[Claim]) -> bool:
    """Whether cases are counted more often than the dead: then the dead are counted anew each day too."""
    measures = [claim.told.measure for claim in figures if isinstance(claim.told, Figure)]
    return sum(measure in ANEW for measure in measures) > measures.count(DEAD)


def find_daily(figures: Sequence[Claim], places: Sequence[str | None]) -> frozenset[int]:
    """The counts of the dead and of cases that are of one day, by their places among the figures; the others are of all since it began.

    Some say which: 43 more died. The rest go with those of their place, else of all, that are nearer in size; cases only where some of
    their place say the one and some the other.
    """
    cases: Mapping[tuple[str, Span], list[Figure]] = _by_sentence(figures)
    dead = [at for at, claim in enumerate(figures) if isinstance(claim.told, Figure) and claim.told.measure == DEAD]
    ill = [at for at, claim in enumerate(figures) if isinstance(claim.told, Figure) and claim.told.measure in ANEW]
    if len(ill) < OFTEN * len(dead):
        return frozenset()
    said = {at: _says(figures[at], cases.get((figures[at].witness.article.path, figures[at].sentence), ())) for at in (*dead, *ill)}
    return frozenset(_of_a_day(dead, said, figures, places, surely=False) + _of_a_day(ill, said, figures, places, surely=True))


def _of_a_day(
    counts: Sequence[int], said: Mapping[int, bool | None], figures: Sequence[Claim], places: Sequence[str | None], *, surely: bool
) -> list[int]:
    """Those of one measure's counts that are of one day. surely: not by size alone where their place tells but of one kind, nor one or two
    people of whom an article tells."""
    told: dict[str | None, tuple[list[float], list[float]]] = {}
    for at in counts:
        if said[at] is not None:
            told.setdefault(places[at], ([], []))[0 if said[at] else 1].append(_size(figures[at]))
    anywhere = tuple([size for kinds in told.values() for size in kinds[kind]] for kind in (0, 1))
    daily = []
    for at in counts:
        one, ever = told.get(places[at], ([], []) if surely else anywhere)
        says = said[at]
        if says is None and (not surely or (one and ever and _size(figures[at]) >= CASE)):
            says = _is_of_a_day(_size(figures[at]), one, ever)
        if says:
            daily.append(at)
    return daily


def _by_sentence(figures: Iterable[Claim]) -> Mapping[tuple[str, Span], list[Figure]]:
    """The counts of cases in each sentence."""
    found: dict[tuple[str, Span], list[Figure]] = defaultdict(list)
    for claim in figures:
        if isinstance(claim.told, Figure) and claim.told.measure in ANEW:
            found[claim.witness.article.path, claim.sentence].append(claim.told)
    return found


def _says(claim: Claim, cases: Sequence[Figure]) -> bool | None:
    """Whether a count says that it is of one day, by its own words or since it stands behind new cases; None where it says nothing."""
    words, shadow = wording(claim.witness.article.language), claim.witness.lowered
    if isinstance(claim.told, Figure) and claim.told.scope in ("new", "further"):
        return True
    stretch = shadow[max(claim.sentence[0], claim.start - BEFORE) : claim.end]
    if words.ever and words.ever.search(stretch):
        return False
    if words.daily and words.daily.search(stretch):
        return True
    if isinstance(claim.told, Figure) and claim.told.measure != DEAD:
        return None
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
