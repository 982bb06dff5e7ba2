"""Parts: counts of some, told beside the larger one that holds them."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import Value, corrects, figure_of, value_of
from rashomon.accounts.claims.quantities import is_word
from rashomon.accounts.series.rivals import are_side_by_side
from rashomon.accounts.series.scopes import is_more, is_narrow
from rashomon.accounts.series.states import Beside, larger_beside


def find_parts(claims: Sequence[Claim], beside: Beside, taken_back: Collection[Value]) -> frozenset[Value]:
    """The values that half of those who tell them first give beside a larger one, of which they are a part."""
    first: dict[Value, str] = {}
    for claim in claims:
        first[value_of(claim)] = min(first.get(value_of(claim), claim.witness.day), claim.witness.day)
    told: dict[Value, list[bool]] = defaultdict(list)
    for claim in claims:
        if claim.witness.day == first[value_of(claim)]:
            told[value_of(claim)].append(_is_part(claim, beside, taken_back))
    return frozenset(value for value, some in told.items() if 2 * sum(some) >= len(some))


def _is_part(claim: Claim, beside: Beside, taken_back: Collection[Value]) -> bool:
    """Whether a count's article gives it beside a larger one of its own: neither another source's nor taken back, nor a word for a size.

    数千人 in a headline is what the article counts as more than a thousand.
    """
    if figure_of(claim).measure == "destroyed" or corrects(claim):
        return False
    if is_more(claim) and not all(value_of(other) == value_of(claim) for other in beside[claim.witness.article.path]):
        return True
    if claim.sentence[0] == 0:
        return False  # a headline gives no part
    larger = [other for other in larger_beside(claim, beside) if not (value_of(other) in taken_back or is_word(figure_of(other)))]
    if larger and is_narrow(claim):
        return True  # 2人重伤，40人轻伤 of 42
    return bool(larger) and not any(are_side_by_side(claim, other) or _is_anothers(claim, other) for other in larger)


def _is_anothers(claim: Claim, other: Claim) -> bool:
    """Whether a count of one article is of another source than one before it, or both have sources of their own."""
    return other.origin != claim.origin and (other.start > claim.start or bool(other.chain and claim.chain))
