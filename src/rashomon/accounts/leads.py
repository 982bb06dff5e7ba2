"""The lead: the best-supported sentences of a story, quoted, one a day at most, in the order of what happened."""

from collections.abc import Sequence

from rashomon.accounts.timeline import Fact
from rashomon.model import Lead

SENTENCES = 4
EVIDENCES = 8
MOST = 160  # characters: a longer sentence is not a lead


def choose_lead(facts: Sequence[Fact]) -> tuple[Lead, ...]:
    """The weightiest facts, each of another day where there are enough days."""
    chosen: list[Fact] = []
    ranked = sorted(facts, key=lambda fact: (-fact.weight, fact.day, fact.best.order))
    plain = [fact for fact in ranked if fact.best.sentence[1] - fact.best.sentence[0] <= MOST] or ranked
    for fact in plain:
        if len(chosen) < SENTENCES and fact.day not in {other.day for other in chosen}:
            chosen.append(fact)
    return tuple(_lead(fact) for fact in sorted(chosen, key=lambda fact: (fact.day, fact.best.order)))


def _lead(fact: Fact) -> Lead:
    start, end = fact.best.sentence
    return Lead(
        text=fact.best.witness.article.text[start:end].strip(),
        origins=fact.origins,
        evidence=tuple(claim.evidence for claim in fact.claims[:EVIDENCES]),
    )
