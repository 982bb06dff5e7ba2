"""Timeline: what happened on which day, merged across outlets by date and words, told once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

import msgspec

from rashomon.accounts.claims import Claim
from rashomon.accounts.identities import Identities
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.series import days_between
from rashomon.model import Happening, Line

ALIKE = 0.3  # cosine from which two sentences of one day tell one thing
RETOLD = 0.42  # cosine from which a sentence of another day tells the same thing again
AGAIN = 6  # days within which a thing is told again without its date
EVIDENCES = 12  # sentences kept a line
LINES = 120  # lines of an account: the weightiest
LONG = 90  # characters above which a sentence tells more than one thing
SHORT = 14  # characters below which it tells too little


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Happenings of several articles that are one."""

    day: str
    best: Claim
    claims: tuple[Claim, ...]
    weight: float

    @property
    def origins(self) -> int:
        return len({claim.origin for claim in self.claims})

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({claim.outlet for claim in self.claims}))


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """The story's happenings made comparable."""

    claims: tuple[Claim, ...]
    likeness: Likeness


def survey(happenings: Sequence[Claim], identities: Identities) -> Ground:
    """Index the sentences of all happenings; one sentence counts once a day it tells of."""
    distinct: dict[tuple[str, int, str], Claim] = {}
    for claim in happenings:
        distinct.setdefault((claim.witness.article.path, claim.sentence[0], claim.day), claim)
    claims = tuple(distinct.values())
    texts = [identities.rewrite(claim.witness.shadow[claim.sentence[0] : claim.sentence[1]]) for claim in claims]
    return Ground(claims=claims, likeness=Likeness(texts))


def find_facts(ground: Ground) -> tuple[Fact, ...]:
    """Facts by day, then by weight: the sentences of one day grouped, then groups of other days that only tell it again."""
    by_day: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(ground.claims):
        if claim.day:
            by_day[claim.day].append(at)
    centre = _centrality(ground)
    groups = [members for _, day in sorted(by_day.items()) for members in _merge(ground.likeness, day)]
    facts = [_fact(ground, members, centre) for members in _retold(ground, groups, centre)]
    return tuple(sorted(facts, key=lambda fact: (fact.day, -fact.weight, fact.best.order)))


def _retold(ground: Ground, groups: Sequence[list[int]], centre: Sequence[float]) -> list[list[int]]:
    """Join a group without a date of its own to the like group that has one, or that came before it."""
    by_best = {_best(ground, members, centre): list(members) for members in groups}
    anchored = {at: any(is_anchored(ground.claims[m]) for m in members) for at, members in by_best.items()}
    into: dict[int, int] = {}
    pairs = ground.likeness.pairs(sorted(by_best), RETOLD)
    for a, b, _ in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])):
        one, other = ground.claims[a], ground.claims[b]
        if one.day == other.day or abs(days_between(one.day, other.day)) > AGAIN or (anchored[a] and anchored[b]):
            continue
        kept, gone = (a, b) if (not anchored[a], one.day, one.order) < (not anchored[b], other.day, other.order) else (b, a)
        if kept not in into and gone not in into and gone not in into.values():
            into[gone] = kept
    for gone, kept in sorted(into.items()):
        by_best[kept] += by_best.pop(gone)
    return list(by_best.values())


def _merge(likeness: Likeness, members: Sequence[int]) -> list[list[int]]:
    """Group a day's sentences: the likest pairs first, a group joins another where they are alike on the average of their links."""
    leader = {at: at for at in members}
    groups = {at: [at] for at in members}
    for a, b, _ in sorted(likeness.pairs(members, ALIKE), key=lambda pair: (-pair[2], pair[0], pair[1])):
        one, other = sorted((leader[a], leader[b]))
        if one == other or not _belong(likeness, groups[one], groups[other]):
            continue
        for at in groups[other]:
            leader[at] = one
        groups[one] += groups.pop(other)
    return [sorted(group) for _, group in sorted(groups.items())]


def _belong(likeness: Likeness, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two groups tell one thing: their first members do on the average, so that a chain of near ones can't drift."""
    links = [likeness.between(a, b) for a in one[:4] for b in other[:4]]
    return sum(sorted(links)) / len(links) >= ALIKE * 0.7


def _centrality(ground: Ground) -> list[float]:
    """How much of the story's own words a sentence holds: the mean spread of its features."""
    likeness = ground.likeness
    top = max((len(ground.claims), 2))
    return [
        sum(sorted(log(1 + likeness.spread(feature)) for feature in found)) / (len(found) * log(1 + top)) if found else 0.0
        for found in likeness.features
    ]


def _fact(ground: Ground, members: Sequence[int], centre: Sequence[float]) -> Fact:
    claims = [ground.claims[at] for at in members]
    best = _best(ground, members, centre)
    ordered = [ground.claims[best], *(claim for claim in sorted(claims, key=lambda c: c.order) if claim is not ground.claims[best])]
    return Fact(
        day=ground.claims[members[0]].day,  # the first group's: what joined it only told it again
        best=ground.claims[best],
        claims=tuple(ordered),
        weight=weigh(claims, max(centre[at] for at in members)),
    )


def _best(ground: Ground, members: Sequence[int], centre: Sequence[float]) -> int:
    """The sentence that stands for a group."""
    return min(members, key=lambda at: (-_fitness(ground, at, members, centre[at]), ground.claims[at].order))


def _fitness(ground: Ground, at: int, members: Sequence[int], centre: float) -> float:
    """How well a sentence stands for its group: near the others, plainly dated, of a readable length, not a headline."""
    claim = ground.claims[at]
    near = sum(sorted(ground.likeness.between(at, other) for other in members[:12] if other != at)) / max(1, len(members) - 1)
    length = claim.sentence[1] - claim.sentence[0]
    fits = 1.0 if SHORT <= length <= LONG else 0.5
    return near + centre + 0.3 * fits + 0.2 * is_anchored(claim) - 0.1 * is_title(claim)


def weigh(claims: Iterable[Claim], centre: float) -> float:
    """A fact's weight: independent origins first, then outlets, then how often and how prominently it is told."""
    claims = tuple(claims)
    origins = len({claim.origin for claim in claims})
    outlets = len({claim.outlet for claim in claims})
    titled = sum(is_title(claim) for claim in claims)
    high = sum(is_high(claim) for claim in claims)
    anchored = any(is_anchored(claim) for claim in claims)
    support = log(1 + origins) + 1.5 * log(1 + outlets) + 0.7 * log(1 + len(claims))
    return round(support * (0.5 + centre) * (1.15 if anchored else 1.0) + 0.4 * log(1 + titled) + 0.3 * log(1 + high), 4)


def is_anchored(claim: Claim) -> bool:
    return isinstance(claim.told, Happening) and claim.told.anchored


def is_title(claim: Claim) -> bool:
    return claim.sentence[0] == 0


def is_high(claim: Claim) -> bool:
    """Whether a sentence stands in the first three of its article."""
    sentences = claim.witness.article.sentences
    return len(sentences) > 3 and claim.sentence[0] < sentences[3][0]


def to_lines(facts: Sequence[Fact]) -> tuple[Line, ...]:
    """The weightiest facts as the account shows them, by date, the weightiest of a day first."""
    kept = {id(fact) for fact in sorted(facts, key=lambda fact: (-fact.weight, fact.day, fact.best.order))[:LINES]}
    return tuple(_line(fact) for fact in facts if id(fact) in kept)


def _line(fact: Fact) -> Line:
    happening = fact.best.told
    assert isinstance(happening, Happening)
    heard: dict[str, Claim] = {}
    for claim in fact.claims:
        heard.setdefault(claim.witness.article.path, claim)
    start, end = fact.best.sentence
    return Line(
        date=fact.day,
        text=fact.best.witness.article.text[start:end].strip(),
        type=happening.type,
        weight=fact.weight,
        origins=fact.origins,
        outlets=fact.outlets,
        evidence=tuple(claim.evidence for claim in list(heard.values())[:EVIDENCES]),
    )
