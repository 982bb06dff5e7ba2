"""Places of counts: which of them set a count apart, and which are only other words for where the story happens."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.accounts.claims import Claim
from rashomon.accounts.identities import Identities
from rashomon.accounts.quantities import ANEW, level
from rashomon.accounts.series import figure_of
from rashomon.accounts.wording import wording

FEW = 60  # counts of the whole under which a story is of one incident
ALIKE, ALIKE_IN_FEW = 0.6, 0.4  # share of a place's counts that are the whole's, from which it is the whole
SHARED = 3  # counts that must be the same for it in a larger story
TELLING = 4  # and how telling they are: one for each measure, one for each number of two digits
LARGE = 10

_Count = tuple[str, str, int | None, int | None]  # measure, group, low, high


def find_places(figures: Sequence[Claim], identities: Identities) -> list[str | None]:
    """The place of each count, in its standard form; None where it is the whole of the story.

    A street, district or country whose counts are those told of the whole is where the story happens under another name: what one
    paper counts in the district and another in the city is one count. Of the country around the main place one such count will do.
    """
    places = [identities.place(figure_of(claim).where, wording(claim.witness.article.language)) for claim in figures]
    counts: dict[str | None, set[_Count]] = defaultdict(set)
    for claim, place in zip(figures, places, strict=True):
        figure = figure_of(claim)
        counts[place].add((figure.measure, figure.group, figure.low, figure.high))
    return [None if place is not None and _is_whole(place, counts, identities) else place for place in places]


def _is_whole(place: str, counts: Mapping[str | None, set[_Count]], identities: Identities) -> bool:
    here, whole = counts[place], counts.get(None, set())
    shared = here & whole
    if place == identities.home and shared and len(shared) >= ALIKE * len(here):
        return True
    if len(whole) < FEW:
        return len(shared) >= ALIKE_IN_FEW * len(here) and _are_telling(shared)
    if len(shared) < SHARED or len(shared) < ALIKE * min(len(here), len(whole)):
        return False
    return len({measure for measure, *_ in shared}) + sum(level(low, high) >= LARGE for *_, low, high in shared) >= TELLING


def _are_telling(counts: set[_Count]) -> bool:
    """Whether counts are not the same by chance: several kinds of them, or one that is large; new cases of a day are told everywhere."""
    kinds = {measure for measure, *_ in counts} - ANEW
    return len(kinds) > 1 or any(measure in kinds and level(low, high) >= LARGE for measure, _, low, high in counts)
