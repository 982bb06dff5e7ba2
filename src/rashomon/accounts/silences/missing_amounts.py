"""Missing amounts: lengths, areas, volumes and weights that a headline gives, and the outlets that give nothing near them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.amounts import Amount, find_amounts, find_units
from rashomon.accounts.relations.relating import telling
from rashomon.accounts.silences.missing_counts import Missing
from rashomon.accounts.silences.press import Press, independent

MEASURED = frozenset({"length", "area", "volume", "mass", "barrels"})  # money stands in a currency of each paper's own, shares in words
CARRIED_BY = 2  # outlets from which an amount is known
SMALLEST = 10  # numbers under it are of many things
ROUGHLY = 0.1  # share by which another amount may miss it and still be the same told otherwise

_SEVERAL = frozenset("数几")  # before a number, which is then a word for a size: 数千公里

_Amount = tuple[str, float]  # what is measured, in its first unit


def find_missing_amounts(press: Press) -> Iterator[tuple[Missing, tuple[str, ...]]]:
    """Amounts, each with the outlets that went on writing and give none within a tenth of it, and with its writings, units and all."""
    told: dict[_Amount, list[tuple[Claim, str]]] = defaultdict(list)
    given: dict[str, set[_Amount]] = defaultdict(set)
    for outlet, articles in press.heard.items():
        for witness in articles:
            for claim, found in _amounts(witness):
                amount = found.kind, float(f"{found.value:.6g}")
                given[outlet].add(amount)
                if found.number >= SMALLEST and witness.root == witness.article.path:
                    told[amount].append((claim, witness.shadow[found.start : found.end]))
    for amount, tellings in sorted(told.items()):
        claims = tuple(sorted((claim for claim, _ in tellings), key=lambda claim: claim.order))
        if independent(claims) < CARRIED_BY or not any(map(_leads, claims)):
            continue  # what two give by the way nobody need give
        carriers = frozenset(claim.outlet for claim in claims)
        silent = tuple(
            o for o in press.articles if press.wrote(o, claims[0].witness) and not any(_is_near(amount, other) for other in given[o])
        )
        if silent:
            writings = tuple(sorted({text.replace(" ", "").lower() for _, text in tellings}))
            yield Missing(claims=claims, since=claims[0].witness.day, carriers=carriers, silent=silent), writings


def _amounts(witness: Witness) -> Iterator[tuple[Claim, Amount]]:
    units = find_units(witness.shadow, witness.article.language, MEASURED)
    for sentence in witness.article.sentences if units else ():
        if bisect_left(units, sentence[0]) == bisect_left(units, sentence[1]):
            continue
        for found in find_amounts(witness.shadow, *sentence, witness.article.language):
            vague = witness.shadow[max(0, found.start - 1) : found.start] in _SEVERAL
            if found.kind in MEASURED and sentence not in witness.unheard and not vague:
                yield telling(witness, sentence), found


def _leads(claim: Claim) -> bool:
    """Whether a headline tells it."""
    return claim.sentence == claim.witness.article.sentences[0]


def _is_near(amount: _Amount, other: _Amount) -> bool:
    return amount[0] == other[0] and abs(amount[1] - other[1]) <= ROUGHLY * amount[1]
