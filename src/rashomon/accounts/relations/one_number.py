"""One number: an amount too odd to be come by twice, told by two outlets in whatever words: 增加333.35亿元, 73.9%."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.comparing.clauses import Clause, Clauses, substance
from rashomon.accounts.relations.consistency import Pair, pairs_told
from rashomon.accounts.relations.relating import relate, telling
from rashomon.accounts.relations.roundings import digits_of
from rashomon.model import Relation

ODD = 3  # digits from which nobody comes by a number twice, zeros at its ends left out
OUTLETS = 6  # outlets of one number related pair by pair
WITHIN = 3  # days between two reports of one thing
UNTOLD = frozenset({"duration"})  # spans of time are as round as they are told


def relate_one_number(clauses: Clauses, told: Sequence[Relation]) -> Iterator[Relation]:
    """One odd amount in two outlets: from one source, whatever the words. told: relations of the same sentences say more.

    Those touched by what happened are counted by the figures.
    """
    by_amount: dict[str, list[tuple[Clause, str]]] = defaultdict(list)
    for clause in clauses.items:
        for amount in clause.amounts:
            if amount.kind not in UNTOLD and digits_of(amount) >= ODD and not _is_counted(clause, amount.start):
                by_amount[amount.token].append((clause, clause.witness.article.text[amount.start : amount.end]))
    several = {token: found for token, found in by_amount.items() if len({clause.witness.key for clause, _ in found}) > 1}
    known = pairs_told(told) if several else frozenset()
    for found in several.values():
        yield from _relate(found, known)


def _is_counted(clause: Clause, at: int) -> bool:
    """Whether a figure holds what stands at a place."""
    return any(figure.start <= at < figure.end for figure in clause.witness.reading.figures)


def _relate(found: Sequence[tuple[Clause, str]], known: frozenset[Pair]) -> Iterator[Relation]:
    by_outlet: dict[str, list[tuple[Clause, str]]] = defaultdict(list)
    for clause, words in sorted(found, key=lambda one: (one[0].witness.instant, one[0].witness.article.path, one[0].start)):
        by_outlet[clause.witness.key].append((clause, words))
    for one, other in combinations(list(by_outlet.values())[:OUTLETS], 2):
        pairs = [(a, b) for a in one for b in other if _may_be_one(a[0], b[0]) and _pair(a[0], b[0]) not in known]
        if pairs:
            a, b = ([_claim(side[at][0]) for side in pairs] for at in (0, 1))
            yield relate("same_origin", a, b, code="one_number", number=pairs[0][0][1])


def _may_be_one(a: Clause, b: Clause) -> bool:
    """Whether two clauses of different texts of the same days are on one thing, as far as the words beside the number tell."""
    if a.witness.root == b.witness.root or abs(days_between(a.witness.day, b.witness.day)) > WITHIN:
        return False
    if a.witness.tongue != b.witness.tongue:
        return True
    return not a.names.isdisjoint(b.names) or not set(substance(a)).isdisjoint(substance(b))


def _pair(a: Clause, b: Clause) -> Pair:
    return frozenset((_claim(clause).evidence.path, _claim(clause).evidence.sentence) for clause in (a, b))


def _claim(clause: Clause) -> Claim:
    return telling(clause.witness, clause.sentence)
