"""Lines: the facts as the account shows them."""

from collections.abc import Sequence
from math import inf

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.timeline.asides import without_link
from rashomon.accounts.timeline.timeline import Fact
from rashomon.model import Carried, Happening, Line

EVIDENCES = 12  # sentences kept a line


def to_lines(facts: Sequence[Fact]) -> tuple[Line, ...]:
    """The lines of some facts, in their order: by date, the weightiest of a day first."""
    return tuple(_line(fact) for fact in facts)


def _line(fact: Fact) -> Line:
    happening = fact.best.told
    assert isinstance(happening, Happening)
    heard: dict[str, Claim] = {}
    for claim in fact.claims:
        heard.setdefault(claim.witness.article.path, claim)
    return Line(
        date=fact.day,
        text=without_link(fact.best),
        type=happening.type,
        weight=fact.weight,
        origins=fact.origins,
        outlets=fact.outlets,
        evidence=tuple(claim.evidence for claim in list(heard.values())[:EVIDENCES]),
        carried=_carried(fact.claims),
    )


def _carried(claims: Sequence[Claim]) -> tuple[Carried, ...]:
    """Each outlet's first telling, the earliest first."""
    firsts: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.order):
        firsts.setdefault(claim.outlet, claim)
    start = next((claim.witness.instant for claim in firsts.values() if claim.witness.instant != -inf), None)
    return tuple(
        Carried(
            outlet=outlet,
            published=claim.witness.article.published,
            after=round((claim.witness.instant - start) / 60) if start is not None and claim.witness.instant != -inf else None,
        )
        for outlet, claim in firsts.items()
    )
