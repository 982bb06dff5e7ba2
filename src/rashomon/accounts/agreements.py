"""Agreements: sentences of different outlets that tell the same, from one source or each from its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from rashomon.accounts.claims import Claim, Claims
from rashomon.accounts.identities import Identities
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.quantities import meet
from rashomon.accounts.relations import relate
from rashomon.accounts.series import days_between
from rashomon.accounts.witnesses import Witness
from rashomon.model import Figure, Happening, Relation
from rashomon.model.article import Span

TOGETHER = 0.36  # cosine from which two sentences tell the same
RESTATED = 0.45  # the same where only one of them names its source
COPIED = 0.7  # cosine from which one text was taken over from the other
WITHIN = 4  # days between two reports of one thing
SHORTEST = 12  # characters of a sentence that can be told to be the same as another
OUTLETS = 6  # outlets of one thing related pair by pair


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of one article, with its source and the figures in it."""

    witness: Witness
    sentence: Span
    origin: str | None  # None where the sentence names no source
    figures: tuple[Figure, ...]


def relate_passages(witnesses: Sequence[Witness], claims: Claims, identities: Identities) -> Iterator[Relation]:
    """Relate outlets whose sentences say the same, thing by thing, in the order of their first report."""
    passages = _passages(witnesses, claims)
    likeness = Likeness([identities.rewrite(p.witness.shadow[p.sentence[0] : p.sentence[1]]) for p in passages])
    neighbours = _neighbours(passages, likeness)
    for group in _groups(neighbours):
        by_outlet: dict[str, list[int]] = defaultdict(list)
        for at in group:
            by_outlet[passages[at].witness.name].append(at)
        for one, other in combinations(list(by_outlet.values())[:OUTLETS], 2):
            relation = _relation(passages, one, other, neighbours)
            if relation:
                yield relation


def _passages(witnesses: Sequence[Witness], claims: Claims) -> list[Passage]:
    """Every sentence that can be compared; headlines are left out, since they only announce one."""
    origins: dict[tuple[str, Span], str] = {}
    for claim in claims.statements:
        origins.setdefault((claim.witness.article.path, claim.sentence), claim.origin)
    figures: dict[tuple[str, Span], list[Figure]] = defaultdict(list)
    for claim in claims.figures:
        if isinstance(claim.told, Figure):
            figures[(claim.witness.article.path, claim.sentence)].append(claim.told)
    return [
        Passage(
            witness=witness,
            sentence=sentence,
            origin=origins.get((witness.article.path, sentence)),
            figures=tuple(figures.get((witness.article.path, sentence), ())),
        )
        for witness in witnesses
        for sentence in witness.article.sentences[1:]
        if sentence[1] - sentence[0] >= SHORTEST and sentence not in witness.repeated
    ]


def _neighbours(passages: Sequence[Passage], likeness: Likeness) -> dict[int, dict[int, float]]:
    """Sentence -> sentences of other outlets that tell the same within some days, and how like they are."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, alike in likeness.pairs(range(len(passages)), TOGETHER):
        one, other = passages[a].witness, passages[b].witness
        if one.name != other.name and abs(days_between(one.day, other.day)) <= WITHIN and likeness.agree(a, b):
            found[a][b] = found[b][a] = alike
    return found


def _groups(neighbours: dict[int, dict[int, float]]) -> Iterator[list[int]]:
    """Sentences gathered around the one that most others are like, so that a chain of near ones can't drift."""
    free = set(neighbours)
    for seed in sorted(neighbours, key=lambda at: (-len(neighbours[at]), at)):
        if seed in free:
            group = [seed, *(at for at in neighbours[seed] if at in free)]
            free.difference_update(group)
            if len(group) > 1:
                yield sorted(group)


def _relation(
    passages: Sequence[Passage], one: Sequence[int], other: Sequence[int], neighbours: dict[int, dict[int, float]]
) -> Relation | None:
    """The relation of two outlets for one thing, by their likest sentences; None where they are not like enough, or it can't be known."""
    pairs = [(neighbours[a][b], -a, -b) for a in one for b in other if b in neighbours[a]]
    if not pairs:
        return None
    alike, a, b = max(pairs)
    kind = _kind(passages[-a], passages[-b], alike)
    if not kind:
        return None
    sides = [[passages[at] for at in side] for side in (one, other)]
    origin = passages[-a].origin or passages[-b].origin
    return relate(kind, _claims(sides[0]), _claims(sides[1]), code=f"passage_{kind}", origin=origin if kind == "same_origin" else None)


def _kind(a: Passage, b: Passage, alike: float) -> str | None:
    if any(x.measure == y.measure and x.group == y.group and not meet(x, y) for x in a.figures for y in b.figures):
        return None  # they speak of one thing and count it otherwise: that is for the figures to tell
    if alike >= COPIED or a.witness.root == b.witness.root:
        return "same_origin"
    if a.origin and b.origin:
        return "same_origin" if a.origin == b.origin else None
    if a.origin or b.origin:
        return "same_origin" if alike >= RESTATED else None
    return "same_origin" if _agency(a) and _agency(a) == _agency(b) else "corroborates"


def _agency(passage: Passage) -> str | None:
    dateline = passage.witness.article.dateline
    return dateline.agency if dateline else None


def _claims(passages: Sequence[Passage]) -> list[Claim]:
    return [
        Claim(
            witness=p.witness,
            start=p.sentence[0],
            end=p.sentence[1],
            sentence=p.sentence,
            day=p.witness.day,
            origin=p.origin or p.witness.key,
            told=Happening(start=p.sentence[0], end=p.sentence[1], type="OTHER", date=p.witness.day),
        )
        for p in passages
    ]
