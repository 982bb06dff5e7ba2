"""Places of counts: which of them set a count apart, and which are only other words for where the story happens."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import figure_of, is_since
from rashomon.accounts.claims.quantities import ANEW, level
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.lands import is_country
from rashomon.accounts.series.breadth import find_breadths
from rashomon.accounts.series.series import CUMULATIVE, is_history
from rashomon.accounts.series.statuses import LIKE_WITH_LIKE
from rashomon.languages import fold

FEW = 60  # counts of the whole under which a story is of one incident
ALIKE, ALIKE_IN_FEW = 0.6, 0.4  # share of a place's counts that are the whole's, from which it is the whole
SHARED = 3  # counts that must be the same for it in a larger story
TELLING = 4  # and how telling they are: one for each measure, one for each number of two digits
LARGE = 10
OFTEN, REACH = 0.5, 0.5  # share of the main place's articles that name another, and of its largest counts, from which the two are one

LASTING = CUMULATIVE | {"abducted", "missing"}  # measures of which one number in two places is hardly two numbers

_Count = tuple[str, str, int | None, int | None]  # measure, group, low, high


def find_places(figures: Sequence[Claim], identities: Identities, first: str | None, withdrawn: Collection[Claim] = ()) -> list[str | None]:
    """The place of each count, in its standard form; None where it is the whole of the story.

    A street, district or country whose counts are those told of the whole is where the story happens under another name: what one
    paper counts in the district and another in the city is one count. Of the country around the main place one such count will do, and of
    a place that most papers name where none counts much more there or less. What joins the whole brings its counts along. A place
    that no count's own sentence names is none. What is history on the story's first day, or counted since long before it, and what was
    taken back, tells nothing of places.
    """
    named = [identities.place(figure_of(claim).where, wording(claim.witness.article.language)) for claim in figures]
    places = find_breadths(figures, named, identities)
    counts: dict[str | None, set[_Count]] = defaultdict(set)
    for claim, near, place in zip(figures, named, places, strict=True):
        figure = figure_of(claim)
        held = counts[place]
        own = near == place  # what is of all the land is also told, misplaced, of a town in it
        if own and not (is_history(claim, first) or is_since(claim)) and claim not in withdrawn:
            held.add((figure.measure, figure.group, figure.low, figure.high))
    often = _often_named(counts, identities) | _never_set_apart(figures, places, counts)
    if len(counts.get(None, ())) < FEW:
        often |= _only_inherited(figures, named, places, identities) | _alike(counts)
    while joined := [place for place in counts if place is not None and (place in often or _is_whole(place, counts, identities))]:
        counts[None] |= set().union(*(counts.pop(place) for place in joined))
    return [place if place in counts else None for place in places]


def _is_whole(place: str, counts: Mapping[str | None, set[_Count]], identities: Identities) -> bool:
    here, whole = counts[place], counts.get(None, set())
    shared = here & whole
    if place == identities.home and shared and len(shared) >= ALIKE * len(here):
        return True
    if len(whole) < FEW:
        compared = _of_kinds_of(here, whole) if place == identities.home else here
        return len(shared) >= ALIKE_IN_FEW * len(compared) and _are_telling(shared)
    if len(shared) < SHARED or len(shared) < ALIKE * min(len(here), len(whole)):
        return False
    return len({measure for measure, *_ in shared}) + sum(level(low, high) >= LARGE for *_, low, high in shared) >= TELLING


def _of_kinds_of(here: set[_Count], whole: set[_Count]) -> set[_Count]:
    """Counts of what is counted for the whole too: the firemen whom a land sent tell nothing of where its dead are."""
    kinds = {(measure, group) for measure, group, *_ in whole}
    return {count for count in here if count[:2] in kinds}


def _often_named(counts: Mapping[str | None, set[_Count]], identities: Identities) -> set[str]:
    """Places of one incident, no country but its own, that half as many articles name as the main one, and two at least."""
    whole, least = counts.get(None, set()), max(2, OFTEN * identities.places.get(identities.main or "", 0))
    often = {place for place in counts if place is not None and identities.places.get(place, 0) >= least} if len(whole) < FEW else set()
    abroad = {place for place in often if place != identities.home and is_country(identities.entity.get(place))}
    return {place for place in often - abroad if _reach(counts[place], whole)}


def _never_set_apart(figures: Sequence[Claim], places: Sequence[str | None], counts: Mapping[str | None, set[_Count]]) -> set[str]:
    """Places of one incident that give several telling counts of the whole, and in no article another count than it beside."""
    if len(whole := counts.get(None, set())) >= FEW:
        return set()
    told: dict[tuple[str, str, str], dict[str | None, set[_Count]]] = defaultdict(lambda: defaultdict(set))
    for claim, place in zip(figures, places, strict=True):
        figure = figure_of(claim)
        of_place = told[claim.witness.article.path, figure.measure, figure.group][place]
        of_place.add((figure.measure, figure.group, figure.low, figure.high))
    apart = {place for values in told.values() for place, own in values.items() if own - values.get(None, own)}
    return {
        place
        for place, here in counts.items()
        if place is not None and place not in apart and len(here & whole) > 1 and _are_telling(here & whole) and _reach(here, whole)
    }


def _alike(counts: Mapping[str | None, set[_Count]]) -> set[str]:
    """Places that give one count of what nobody counts for the whole: four hostages in the state, in the town, in the land.

    A single one is told of anywhere. Over two months six stories have such places, all of one incident.
    """
    whole = {(measure, group) for measure, group, *_ in counts.get(None, ())}
    values: dict[tuple[str, str], dict[str, set[tuple[int | None, int | None]]]] = defaultdict(lambda: defaultdict(set))
    for place, held in counts.items():
        for measure, group, low, high in held:
            if place is not None and measure in LASTING and (measure, group) not in whole and level(low, high) > 1:
                values[measure, group][place].add((low, high))
    alike: set[str] = set()
    for told in values.values():
        if len(told) > 1 and set.intersection(*told.values()):
            alike.update(told)
    return alike


def _only_inherited(
    figures: Sequence[Claim], named: Sequence[str | None], places: Sequence[str | None], identities: Identities
) -> set[str]:
    """Places, no countries, that the sentence of none of their counts names: where the suspect was held nobody died.

    A place that is told by another word, as 全球, stands in the sentence.
    """
    inherited, told = set[str](), set[str]()
    for claim, near, place in zip(figures, named, places, strict=True):
        where = figure_of(claim).where
        if place and (near != place or not where or claim.witness.shadow.find(fold(where), *claim.sentence) >= 0):
            told.add(place)
        elif place and not is_country(identities.entity.get(place)):
            inherited.add(place)
    return inherited - told


def _reach(here: set[_Count], whole: set[_Count]) -> bool:
    """Whether some are counted alike in both and none much more in one: a city's dead among those of its country are fewer. What rises and
    falls, as the missing do, tells nothing of that."""
    one, other = ({count for count in counts if count[0] not in LIKE_WITH_LIKE} for counts in (here, whole))
    most, all_in = (_largest({count for count in counts if count[0] in CUMULATIVE}) for counts in (one, other))
    return bool(one & other) and all(REACH <= most[kind] / all_in[kind] <= 1 / REACH for kind in most.keys() & all_in.keys())


def _largest(counts: set[_Count]) -> dict[tuple[str, str], float]:
    """Measure and group -> the largest count of it."""
    largest: dict[tuple[str, str], float] = {}
    for measure, group, low, high in counts:
        largest[measure, group] = max(largest.get((measure, group), 1.0), level(low, high))
    return largest


def _are_telling(counts: set[_Count]) -> bool:
    """Whether counts are not the same by chance: several kinds of them, or one that is large; new cases of a day are told everywhere."""
    kinds = {measure for measure, *_ in counts} - ANEW
    return len(kinds) > 1 or any(measure in kinds and level(low, high) >= LARGE for measure, _, low, high in counts)
