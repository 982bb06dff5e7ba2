"""Consistency: of two sentences nothing is told that something else told of them rules out."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Evidence, Relation

RULED_OUT = {
    "corroborates": ("same_origin", "disputes", "withdraws", "updates"),
    "same_origin": ("disputes", "withdraws", "updates"),
    "differs_in_scope": ("updates",),
}
"""Kind -> the kinds that it does not stand beside: who has one count from another's source has the next one from there too; who denies
what another says, or tells a later state of it, does not repeat it; and of two such states both are of the same people."""

_Place = tuple[str, str]  # path of an article, and a sentence of it
Pair = frozenset[_Place]
"""Two sentences of two articles, in either order."""


def keep_consistent(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations without those that others of the same two sentences rule out."""
    told: dict[str, set[Pair]] = {kind: set() for kinds in RULED_OUT.values() for kind in kinds}
    for relation in relations:
        if relation.kind in told:
            told[relation.kind].update(_pairs(relation))
    ruled_out = {kind: frozenset().union(*(told[other] for other in others)) for kind, others in RULED_OUT.items()}
    return tuple(
        relation for relation in relations if relation.kind not in ruled_out or ruled_out[relation.kind].isdisjoint(_pairs(relation))
    )


def pairs_told(relations: Iterable[Relation]) -> frozenset[Pair]:
    """The sentences of which something is told, two by two."""
    return frozenset(pair for relation in relations for pair in _pairs(relation))


def _pairs(relation: Relation) -> Iterator[Pair]:
    """Every sentence of one side with every one of the other."""
    first, second = _places(relation.a), _places(relation.b)
    for one in first:
        for other in second:
            yield frozenset((one, other))


def _places(side: Iterable[Evidence]) -> frozenset[_Place]:
    return frozenset((evidence.path, evidence.sentence) for evidence in side)
