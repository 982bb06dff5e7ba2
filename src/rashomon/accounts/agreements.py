"""Agreements: outlets that tell one happening, from one source or each from its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.accounts.claims import Claim
from rashomon.accounts.relations import relate
from rashomon.accounts.timeline import Fact, Ground
from rashomon.model import Relation

TOGETHER = 0.4  # cosine from which two sentences of one fact say the same and not only speak of the same
COPIED = 0.8  # cosine from which one text was taken over from the other
OUTLETS = 5  # outlets of one fact related pair by pair
FACTS = 80  # the weightiest facts


def relate_facts(facts: Sequence[Fact], ground: Ground) -> Iterator[Relation]:
    """Relate the outlets of each fact whose sentences say the same."""
    likeness = ground.likeness
    index = {_key(claim): at for at, claim in enumerate(ground.claims)}
    weighty = sorted(facts, key=lambda fact: (-fact.weight, fact.day, fact.best.order))[:FACTS]
    for fact in sorted(weighty, key=lambda fact: (fact.day, fact.best.order)):
        by_outlet: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(fact.claims, key=lambda claim: claim.order):
            by_outlet[claim.outlet].append(claim)
        for one, other in combinations(list(by_outlet.values())[:OUTLETS], 2):
            alike, a, b = max(
                ((likeness.between(index[_key(a)], index[_key(b)]), a, b) for a in one[:4] for b in other[:4]), key=lambda found: found[0]
            )
            kind = _kind(a, b, alike)
            if alike >= TOGETHER and kind:
                yield relate(kind, [a], [b], code=f"happening {kind}", day=fact.day)


def _key(claim: Claim) -> tuple[str, int, str]:
    return claim.witness.article.path, claim.sentence[0], claim.day


def _kind(a: Claim, b: Claim, alike: float) -> str:
    """One source where both name it or one text was taken over; outlets that each tell it in their own words bear each other out."""
    if a.origin == b.origin or a.witness.root == b.witness.root or alike >= COPIED:
        return "same_origin"
    return "corroborates"
