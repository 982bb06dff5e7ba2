"""Nations: whose soldiers and arms a count is of, where those of several nations are counted."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import clause_of, figure_of, number_at, value_of
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.lands import find_lands, is_country
from rashomon.languages import fold

LOST = frozenset({"killed", "injured", "critical", "hospitalized", "missing", "detained"})
DOER = 24  # characters between a nation and the verb of what it did
NOUN = 10  # characters behind a number in which what it counts is named
_PLACE = "place:"
_LISTS = "、"  # 三架战机、两艘军舰: what stands behind is counted by another


class _Heard(NamedTuple):
    """Whose those counted are, and by whom it was done to them, as far as a sentence says; codes of countries."""

    own: str | None = None
    by: str | None = None
    told: bool = True  # whether it names them, and they are not only the speaker's


def tell_nations_apart(figures: Sequence[Claim], places: Sequence[str | None], identities: Identities) -> list[str | None]:
    """The places of counts; soldiers and arms that were lost are counted by whose they were, where at least two nations lose some.

    Two armies each count the other's losses: five aircraft that one shot down and five that the other did are no corroboration, and its
    forty dead are no earlier state of the thousand whom it says that it killed. What is counted in one town stays there.
    """
    forms = {entity.removeprefix(_PLACE): form for form, entity in sorted(identities.entity.items()) if is_country(entity)}
    heard = {at: _hear(claim, forms) for at, claim in enumerate(figures) if _is_of_an_army(claim)} if len(forms) > 1 else {}
    counted = Counter(one.own for one in heard.values() if one.own and one.told)
    sides = sorted(counted, key=lambda code: (-counted[code], code))[:2]
    if len(sides) < 2:
        return list(places)
    own = {at: code for at, one in heard.items() if (code := one.own or _other(one.by, sides)) and code in counted}
    known: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for at, code in own.items():
        known[_count(figures[at])].add(code)
    found = []
    for at, place in enumerate(places):
        told = known[_count(figures[at])] if at in heard else set()
        code = own.get(at) or (next(iter(told)) if len(told) == 1 and heard[at].by is None else None)
        wide = place is None or is_country(identities.entity.get(place))
        found.append(forms[code] if code and wide else place)
    return found


def _is_of_an_army(claim: Claim) -> bool:
    figure = figure_of(claim)
    return (figure.measure in LOST and figure.group == "security") or figure.measure == "destroyed"


def _count(claim: Claim) -> tuple[object, ...]:
    return (figure_of(claim).measure, figure_of(claim).group, *value_of(claim))


def _other(code: str | None, sides: Sequence[str]) -> str | None:
    """The other one of two that fight."""
    return sides[1 - sides.index(code)] if code in sides else None


def _hear(claim: Claim, forms: Mapping[str, str]) -> _Heard:
    """What a count's clause says of whose it is; forms: the countries that the story names."""
    words = wording(claim.witness.article.language)
    if not (words.strikes and words.caused and words.struck and words.enemy and words.ourselves and words.both):
        return _Heard()
    text, number = _clause(claim)
    lands = find_lands(text, forms)
    speaker = next((land.code for land in find_lands(fold(claim.chain[-1]).lower(), forms)), None) if claim.chain else None
    both = words.both.search(text) is not None
    strike = words.strikes.search(text, 0, number)
    if strike:
        theirs = [land.code for land in lands if land.start >= strike.end()]
        doers = [land for land in lands if land.end <= strike.start()]
        if theirs or both:
            return _Heard(own=theirs[0] if theirs else None)
        if doers or words.caused.match(text, strike.start()):
            sole = len({land.code for land in doers}) == 1 and strike.start() - doers[-1].end <= DOER
            return _Heard(by=doers[-1].code if sole else None)
        return _Heard(by=speaker)
    passive = words.struck.search(text, number)
    end = passive.start() if passive else len(text)
    mine = [land.code for land in lands if number <= land.start < end] or [land.code for land in lands if land.end <= number][-1:]
    if mine or both:
        return _Heard(own=mine[0] if mine else None)
    if words.enemy.search(text):
        return _Heard(by=speaker)
    return _Heard(own=speaker, told=words.ourselves.search(text) is not None)


def _clause(claim: Claim) -> tuple[str, int]:
    """The clause of a count, inside what is said where somebody says it, and where in it the number stands."""
    said = [one.start for one in claim.witness.reading.attributions if claim.sentence[0] <= one.start <= claim.start < one.end]
    start, end = clause_of(claim, since=max(said, default=None))
    text = claim.witness.lowered[start : min(end, claim.end + NOUN)]
    listed = text.find(_LISTS, claim.end - start)
    return text[:listed] if listed >= 0 else text, number_at(claim) - start
