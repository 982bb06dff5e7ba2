"""Scopes: counts that look like rivals of a total and are plainly of fewer people or things."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import figure_of, holds_the_dead, number_at
from rashomon.accounts.claims.quantities import is_exact, level, meet
from rashomon.accounts.claims.wording import wording
from rashomon.model import Figure

SMALLEST = 5  # counts under it meet by chance
BEFORE = 3  # characters on either side of a figure's start in which a word says that it is of others
REACH = 10  # characters after a figure, within its clause, in which the word that narrows it may stand
_STOPS = "，,。；;、！？!?\n"

GROWTH = 50  # times a count may grow within a story: beyond it two things were counted
LEAP = 1000  # the same from counts of single cases
LARGE = 10

Groups = Mapping[str, Sequence[Figure]]
"""Measure -> the counts of single groups that the story holds."""


def groups_of(figures: Iterable[Claim]) -> Groups:
    """The distinct counts that the story gives of one group alone, as of the police among the dead."""
    found: dict[str, dict[tuple[int | None, int | None], Figure]] = defaultdict(dict)
    for claim in figures:
        figure = claim.told
        if isinstance(figure, Figure) and figure.group not in ("all", "other") and (figure.low or 0) >= SMALLEST:
            found[figure.measure].setdefault((figure.low, figure.high), figure)
    return {measure: tuple(values.values()) for measure, values in found.items()}


def find_outsized(sizes: Sequence[float]) -> frozenset[int]:
    """Counts far above the others of their row, which are more than they: of a whole war beside one raid. By their places."""
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    for at in range(len(order) // 2 + 1, len(order)):
        below, above = sizes[order[at - 1]], sizes[order[at]]
        if above > below * (GROWTH if below >= LARGE else LEAP):
            return frozenset(order[at:])
    return frozenset()


def counts_fewer(claim: Claim, standing: Claim, groups: Groups) -> bool:
    """Whether a count under a total is of fewer people by what is told: a narrower word, a group's own number, or the total less a group.

    26 rioters are no rival of 44 dead where the story also tells of 18 police, nor are 15 hurt of 18, three of whom died.
    """
    figure, total = claim.told, figure_of(standing)
    if not isinstance(figure, Figure) or level(figure.low, figure.high) >= level(total.low, total.high):
        return False
    if is_narrow(claim) or is_of_others(claim) or holds_the_dead(standing, claim):
        return True
    if total.group != "all" or (figure.low or 0) < SMALLEST:
        return False
    others = groups.get(figure.measure, ())
    rest = (total.low or 0) - (figure.low or 0)
    whole = is_exact(figure) and is_exact(total)
    return any(meet(other, figure) or (whole and is_exact(other) and other.low == rest) for other in others)


def of_some(claims: Sequence[Claim]) -> bool:
    """Whether a value is told of some by most who tell it, or of others than those before by any: no state of a total."""
    return any(map(is_of_others, claims)) or all(map(is_known, claims)) or 2 * sum(map(is_narrow, claims)) > len(claims)


def is_of_others(claim: Claim) -> bool:
    """Whether a figure's own words, or those right before it, say that it leaves out whoever was told before: he and six others.

    Nine dead and another thirty hurt are no others: the words only part what was counted.
    """
    words, shadow = wording(claim.witness.article.language).besides, claim.witness.lowered
    near = max(claim.sentence[0], claim.start - REACH)
    label = max((shadow.rfind(stop, near, claim.start) + 1 for stop in _STOPS + "、和及与"), default=near)
    start = min(max(claim.sentence[0], claim.start - BEFORE), max(near, label))
    if not words or not words.search(shadow, start, claim.start + BEFORE):
        return False
    before = [figure for figure in claim.witness.reading.figures if claim.sentence[0] <= figure.start < claim.start]
    return all(isinstance(claim.told, Figure) and figure.measure == claim.told.measure for figure in before)


def is_known(claim: Claim) -> bool:
    """Whether a figure counts those of whom it was told before, as 该64宗 does: it says nothing of all."""
    words, at = wording(claim.witness.article.language).known, number_at(claim)
    return bool(words and words.search(claim.witness.lowered[max(claim.sentence[0], at - BEFORE) : at]))


def is_more(claim: Claim) -> bool:
    """Whether a figure's own words, or those right before it, say that it counts so many more: 再拘捕8人."""
    words = wording(claim.witness.article.language).more
    return bool(words and words.search(claim.witness.lowered, max(claim.sentence[0], claim.start - BEFORE), claim.start + BEFORE))


def is_found(claim: Claim) -> bool:
    """Whether a count of missing people tells that these were found: 5名失踪者在仓库被找到 is no state of the missing."""
    words, figure = wording(claim.witness.article.language).found, claim.told
    if not words or not isinstance(figure, Figure) or figure.measure != "missing":
        return False
    behind = [other.start for other in claim.witness.reading.figures if claim.end <= other.start < claim.sentence[1]]
    return bool(words.search(claim.witness.lowered, claim.end, min(behind, default=claim.sentence[1])))


def is_concealed(claim: Claim) -> bool:
    """Whether a figure counts those who were kept from the public: 瞒报75人 is no state of the dead and missing."""
    words = wording(claim.witness.article.language).concealed
    return bool(words and words.search(claim.witness.lowered[max(claim.sentence[0], claim.start - BEFORE) : claim.start]))


def is_narrow(claim: Claim) -> bool:
    """Whether a figure's own words keep it to some: the injured who lie in hospital are not all the injured."""
    words = wording(claim.witness.article.language).narrower
    figure = claim.told
    if not words or not isinstance(figure, Figure) or figure.measure != "injured":
        return False
    shadow = claim.witness.shadow
    end = min(claim.end + REACH, claim.sentence[1])
    stop = next((at for at in range(claim.end, end) if shadow[at] in _STOPS), end)
    return bool(words.search(claim.witness.lowered, claim.start, stop))
