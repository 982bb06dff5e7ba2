"""The lead: the best-supported sentences of a story, quoted, one a day at most, in the order of what happened.

What newsrooms put first says what matters: a sentence that opens its article is worth more as a lead than one far down it, and one in
the words of the story's headlines more than one beside its matter (centrality; Erkan and Radev 2004).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

from rashomon.accounts.claims import Claim
from rashomon.accounts.counted import days_between
from rashomon.accounts.letters import Letters
from rashomon.accounts.salience import is_title, place_of
from rashomon.accounts.sentences import Sentences
from rashomon.accounts.timeline import Fact
from rashomon.accounts.witnesses import Witness
from rashomon.accounts.wording import wording
from rashomon.model import Lead, Story
from rashomon.model.article import Span

SENTENCES = 4
EVIDENCES = 8
MOST = 160  # characters: a longer sentence is not a lead
LEAST = 0.2  # share of the weightiest fact's worth under which another says too little
OPENING = (1.0, 1.0, 0.85, 0.75, 0.65, 0.55, 0.4)  # worth of a sentence by its place in the article: the title, the first, ...
BREADTH = 0.3  # power of the outlets that tell it
AGAIN = 0.5  # share of a sentence's features which an earlier choice has told
BACK = 2  # days before the story's first article from which what happened is background
STOPS = ("。", "！", ".", "!", "”", "」", '"')


class _Candidate(NamedTuple):
    fact: Fact
    claim: Claim
    worth: float
    features: frozenset[int]


def choose_lead(
    facts: Sequence[Fact], story: Story, witnesses: Sequence[Witness], sentences: Sentences, *, false: frozenset[tuple[str, Span]]
) -> tuple[Lead, ...]:
    """The facts worth most that some sentence tells by itself, each of another day where there are enough days.

    false: (path, sentence) of what was taken back, which leads nothing.
    """
    told = [(fact, claim) for fact in facts if (claim := _teller(fact, false)) is not None] or [(fact, fact.best) for fact in facts]
    recent = [pair for pair in told if not story.first or days_between(pair[0].day, story.first) <= BACK] or told
    titles = {w.root: sentences.text(w, w.article.sentences[0]) for w in witnesses if w.article.sentences}
    rows = Letters([*titles.values(), *(sentences.text(claim.witness, claim.sentence) for _, claim in recent)]).pairs().listed()
    held = Counter(chain.from_iterable(rows[: len(titles)]))
    candidates = [
        _Candidate(fact, claim, _worth(fact, claim) * _centrality(row, held) / (len(titles) or 1), frozenset(row))
        for (fact, claim), row in zip(recent, rows[len(titles) :], strict=True)
    ]
    chosen: list[_Candidate] = []
    for one in sorted(candidates, key=lambda one: (-one.worth, one.fact.day, one.claim.order)):
        enough = not chosen or one.worth >= LEAST * chosen[0].worth
        if enough and len(chosen) < SENTENCES and not any(_tell_one(one, other) for other in chosen):
            chosen.append(one)
    return tuple(_lead(one.fact, one.claim) for one in sorted(chosen, key=lambda one: (one.fact.day, one.claim.order)))


def _centrality(features: Sequence[int], held: Mapping[int, int]) -> float:
    """How many headlines hold what a text is made of, for its length."""
    return sum(held.get(feature, 0) for feature in features) / sqrt(len(features) or 1)


def _tell_one(a: _Candidate, b: _Candidate) -> bool:
    """Whether two are of one day, or the shorter says little that the other doesn't."""
    return a.fact.day == b.fact.day or len(a.features & b.features) >= AGAIN * min(len(a.features), len(b.features))


def stands_alone(claim: Claim) -> bool:
    """Whether a reader who has read nothing else understands a sentence: whole, no headline, not too long, not opened by 然而 or 他."""
    start, end = claim.sentence
    leans = wording(claim.witness.article.language).leans
    shadow = claim.witness.shadow[start:end].strip().lower()
    return not is_title(claim) and end - start <= MOST and shadow.endswith(STOPS) and not (leans and leans.match(shadow))


def _teller(fact: Fact, false: frozenset[tuple[str, Span]]) -> Claim | None:
    """Who tells a fact nearest to the top of an article; the fact's own sentence among equals."""
    return min(
        (c for c in fact.claims if stands_alone(c) and (c.witness.article.path, c.sentence) not in false),
        key=lambda claim: (place_of(claim), claim is not fact.best, claim.order),
        default=None,
    )


def _worth(fact: Fact, claim: Claim) -> float:
    return float(fact.weight * OPENING[place_of(claim)] * len(fact.outlets) ** BREADTH)


def _lead(fact: Fact, claim: Claim) -> Lead:
    start, end = claim.sentence
    heard = (claim, *(other for other in fact.claims if other is not claim))
    return Lead(
        text=claim.witness.article.text[start:end].strip(),
        origins=fact.origins,
        evidence=tuple(claim.evidence for claim in heard[:EVIDENCES]),
    )
