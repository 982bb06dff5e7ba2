"""Relating: a relation from two claims, with the sentences that make each side."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims.claims import Claim, name_origin
from rashomon.accounts.claims.counted import figure_of
from rashomon.accounts.claims.quantities import level
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.identities.identities import BRACKET
from rashomon.languages import fold
from rashomon.model import Evidence, Figure, Happening, Relation
from rashomon.model.article import Span

SIDE = 12  # sentences kept a side
FEW_WORDS = 16  # characters of a source that is named by all its words
SMALL = 5  # counts below it are of single cases, which nobody takes for a total

Cell = tuple[Claim, ...]
Why = dict[str, str | int | None]


def relate(kind: str, a: Sequence[Claim], b: Sequence[Claim], **why: str | int | None) -> Relation:
    """A relation between two claims, each with the sentences that make it, the earliest first."""
    return Relation(kind=kind, a=_side(a), b=_side(b), why=dict(why))


def _side(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    first: dict[tuple[str, Span], Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.order):
        first.setdefault((claim.witness.article.path, claim.sentence), claim)
    return tuple(claim.evidence for claim in _varied(list(first.values())))


def _varied(claims: Sequence[Claim]) -> list[Claim]:
    """Of more sentences than are kept those of the most outlets: each outlet's first, then each one's second, in the order of telling."""
    if len(claims) <= SIDE:
        return list(claims)
    turns: dict[str, int] = defaultdict(int)
    ranked = []
    for at, claim in enumerate(claims):
        ranked.append((turns[claim.outlet], at))
        turns[claim.outlet] += 1
    return [claims[at] for at in sorted(at for _, at in sorted(ranked)[:SIDE])]


def telling(witness: Witness, sentence: Span, origin: str | None = None) -> Claim:
    """A sentence as a claim of its own; its outlet's where no other origin is known."""
    start, end = sentence
    told = Happening(start=start, end=end, type="OTHER", date=witness.day)
    return Claim(witness=witness, start=start, end=end, sentence=sentence, day=witness.day, origin=origin or witness.key, told=told)


def worded(claim: Claim) -> str:
    """Who says it, as the article words it."""
    return claim.chain[-1] if claim.chain else name_origin(claim.origin)


def name_source(claim: Claim) -> str:
    """A claim's origin for people: by its article's words for it where these are few, else by those of them that stand for it."""
    told = BRACKET.sub("", claim.chain[-1]).strip() if claim.chain else ""
    at = fold(told).lower().find(claim.origin)
    if at < 0 or not told:
        return name_origin(claim.origin)
    return told if len(told) <= FEW_WORDS else told[at : at + len(claim.origin)]


def values_of(a: Cell, b: Cell) -> Why:
    """What the interface needs to put a relation of figures into words."""
    one, other = figure_of(a[0]), figure_of(b[0])
    return {
        "a_low": one.low,
        "a_high": one.high,
        "a_day": a[0].day,
        "a_origin": name_source(a[0]),
        "b_low": other.low,
        "b_high": other.high,
        "b_day": b[0].day,
        "b_origin": name_source(b[0]),
    }


def times_between(a: Figure, b: Figure) -> float:
    """How many times one count goes into another."""
    low, high = sorted((level(a.low, a.high), level(b.low, b.high)))
    return high / max(low, 1.0)
