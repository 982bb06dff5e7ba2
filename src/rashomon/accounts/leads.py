"""The lead: the best-supported sentences of a story, quoted, one a day at most, in the order of what happened."""

from collections.abc import Sequence

from rashomon.accounts.claims import Claim
from rashomon.accounts.salience import is_title
from rashomon.accounts.timeline import Fact
from rashomon.accounts.wording import wording
from rashomon.model import Lead

SENTENCES = 4
EVIDENCES = 8
MOST = 160  # characters: a longer sentence is not a lead


def choose_lead(facts: Sequence[Fact]) -> tuple[Lead, ...]:
    """The weightiest facts that some sentence tells by itself, each of another day where there are enough days."""
    chosen: list[Fact] = []
    ranked = sorted(facts, key=lambda fact: (-fact.weight, fact.day, fact.best.order))
    plain = [fact for fact in ranked if stands_alone(fact.best)] or ranked
    for fact in plain:
        if len(chosen) < SENTENCES and fact.day not in {other.day for other in chosen}:
            chosen.append(fact)
    return tuple(_lead(fact) for fact in sorted(chosen, key=lambda fact: (fact.day, fact.best.order)))


def stands_alone(claim: Claim) -> bool:
    """Whether a reader who has read nothing else understands a sentence: no headline, not too long, and not opened by 然而 or 他."""
    start, end = claim.sentence
    leans = wording(claim.witness.article.language).leans
    shadow = claim.witness.shadow[start:end].strip().lower()
    return not is_title(claim) and end - start <= MOST and not (leans and leans.match(shadow))


def _lead(fact: Fact) -> Lead:
    start, end = fact.best.sentence
    return Lead(
        text=fact.best.witness.article.text[start:end].strip(),
        origins=fact.origins,
        evidence=tuple(claim.evidence for claim in fact.claims[:EVIDENCES]),
    )
