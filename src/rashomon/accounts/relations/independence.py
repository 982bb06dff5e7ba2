"""Independence: who repeats whom for one count, and who has it from a source of his own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.accounts.claims.claims import Claim, name_origin
from rashomon.accounts.claims.counted import figure_of
from rashomon.accounts.claims.quantities import ANEW
from rashomon.accounts.claims.sources import apart, bears_out, is_odd, knows, may_be_one
from rashomon.accounts.relations.relating import relate
from rashomon.accounts.series.series import SAME_TIME
from rashomon.model import Relation

OUTLETS = 6  # outlets of one value related pair by pair
_UNNAMED = ""  # one source, whose name nobody gives


def relate_outlets(claims: Sequence[Claim], *, single: int, **why: str | int | None) -> Iterator[Relation]:
    """Who stands beside whom for one count: outlets that repeat one source, and outlets that have it from different ones.

    single: counts under it are of single cases, which bear out nothing: one man held is not another.
    """
    by_outlet: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_outlet[claim.outlet].append(claim)
    sides = list(by_outlet.values())[:OUTLETS]
    for a, b in combinations(sides, 2):
        if is_copy(a, b):
            continue
        one = _one_source(a, b)
        if one is not None:
            yield relate("same_origin", a, b, code="same_origin", origin=name_origin(one) if one else None, **why)
        else:
            first, second = _borne_out(a, b, single)
            if first:
                yield relate("corroborates", first, second, code="corroborates", **why)
    yield from relate_copied(claims, **why)


def relate_copied(claims: Sequence[Claim], **why: str | int | None) -> Iterator[Relation]:
    """A claim in a text and in the texts that took it over whole: one relation, however many outlets copied it."""
    by_root: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_root[claim.witness.root].append(claim)
    for root, found in by_root.items():
        first = [claim for claim in found if claim.witness.article.path == root]
        copies = [claim for claim in found if first and claim.outlet != first[0].outlet]
        if first and copies:
            yield relate("same_origin", first, copies, code="copy", origin=first[0].outlet, **why)


def is_copy(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one outlet has a claim only in a text taken over whole from the other: told once of the text, not of each sentence."""
    roots = {claim.witness.root for claim in (*a, *b)}
    return len(roots) == 1


def _one_source(a: Sequence[Claim], b: Sequence[Claim]) -> str | None:
    """The one source that two outlets have a count from, "" where it has no name; None where they may have it from two.

    One text taken over by another is one source; so is one odd number, since nobody counts 6,842 twice, but that new cases are counted
    anew each day, and those of another day are others.
    """
    shared = {claim.origin for claim in a} & {claim.origin for claim in b}
    if shared:
        return min(shared)
    if {claim.witness.root for claim in a} & {claim.witness.root for claim in b}:
        return _UNNAMED
    near = figure_of(a[0]).measure not in ANEW or any(apart(one, other) <= SAME_TIME for one in a for other in b)
    return _UNNAMED if near and is_odd(figure_of(a[0])) and is_odd(figure_of(b[0])) else None


def _borne_out(a: Sequence[Claim], b: Sequence[Claim], single: int) -> tuple[list[Claim], list[Claim]]:
    """Of each outlet the claims by which one bears the other out; none where none surely does.

    An outlet that names no source, or an agency or paper that relays one, can't be told from one that repeats; two names that share
    characters may be of one office.
    """
    if any(may_be_one(one, other) for one in a for other in b if knows(one) and knows(other)):
        return [], []
    near = [(one, other) for one in a for other in b if bears_out(one, other, single=single)]
    return [one for one, _ in near], [other for _, other in near]
