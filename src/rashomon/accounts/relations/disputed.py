"""Disputed: each denial against what it denies, told once however many articles and languages tell of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.relations.denials import Denial
from rashomon.accounts.relations.denied import matter_of
from rashomon.accounts.relations.relating import relate, worded
from rashomon.model import Relation

NEXT = 1  # days apart at which papers of two scripts tell of one denial

_Key = tuple[str, int, int]


def relate_denials(denials: Sequence[Denial], tellings: Sequence[Sequence[Claim]]) -> Iterator[Relation]:
    """Each denial against what it denies: a is who says it, b is who denies it.

    tellings: the statements of the story, those that report one together: every other report of either stands on its side.
    """
    place = {_key(claim): told for told in tellings for claim in told}
    for group in _across_scripts(_by_telling(denials, place)):
        deniers = {one.denied.origin for one in group}
        told = [claim for one in group for claim in place.get(_key(one.said), [one.said])]
        said = [claim for claim in told if matter_of(claim) is None and claim.origin not in deniers]
        denied = [claim for one in group for claim in place.get(_key(one.denied), [one.denied]) if matter_of(claim) is not None]
        yield relate("disputes", said, denied, code="denial", a_origin=worded(group[0].said), b_origin=worded(group[0].denied))


def _by_telling(denials: Sequence[Denial], place: dict[_Key, Sequence[Claim]]) -> list[list[Denial]]:
    """Denials together that share what is said or what is denied."""
    groups: list[list[Denial]] = []
    home: dict[tuple[int, _Key], list[Denial]] = {}
    for one in denials:
        sides = [(side, _key(place.get(_key(claim), [claim])[0])) for side, claim in enumerate((one.said, one.denied))]
        group = next((home[side] for side in sides if side in home), None)
        if group is None:
            groups.append(group := [])
        group.append(one)
        home.update({side: group for side in sides if side not in home})
    return groups


def _across_scripts(groups: Sequence[list[Denial]]) -> list[list[Denial]]:
    """The same, two of two scripts in one where the same two stand against each other at about the same time, and in each script once.

    Their words meet in nothing that could tell it: these numbers were cooked, 这些数字是编出来的.
    """
    alike: dict[tuple[str, str], list[list[Denial]]] = defaultdict(list)
    for group in groups:
        for two in {(one.said.origin, one.denied.origin) for one in group}:
            alike[two].append(group)
    gained: dict[int, list[Denial]] = {}
    taken: set[int] = set()
    for one, *others in alike.values():
        if (
            len(others) == 1
            and taken.isdisjoint(map(id, (one, *others)))
            and _are_of_two_scripts(one, others[0])
            and _are_near(one, others[0])
        ):
            gained[id(one)] = others[0]
            taken |= {id(one), id(others[0])}
    return [[*group, *gained.get(id(group), ())] for group in groups if id(group) in gained or id(group) not in taken]


def _are_of_two_scripts(a: Sequence[Denial], b: Sequence[Denial]) -> bool:
    """Whether all of one is told in Latin letters, and nothing of the other."""
    scripts = [{claim.witness.spaced for one in group for claim in (one.said, one.denied)} for group in (a, b)]
    return sorted(map(sorted, scripts)) == [[False], [True]]


def _are_near(a: Sequence[Denial], b: Sequence[Denial]) -> bool:
    return min(abs(days_between(one.denied.day, other.denied.day)) for one in a for other in b) <= NEXT


def _key(claim: Claim) -> _Key:
    return claim.witness.article.path, claim.start, claim.end
