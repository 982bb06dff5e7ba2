"""Astray: sentences of other matters in a story's articles, told by the names that stand around them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims import Claim

OF_STORY = 0.3  # share of the articles that bear the commonest name in which a name of the story stands


def find_astray(claims: Sequence[Claim]) -> frozenset[int]:
    """Sentences that neither name what the story is about nor stand beside one that does, by their places among the claims."""
    held: dict[str, set[str]] = defaultdict(set)
    named: dict[str, list[tuple[int, str]]] = {}
    for claim in claims:
        witness = claim.witness
        if witness.article.path not in named:
            named[witness.article.path] = [(name.start, witness.shadow[name.start : name.end]) for name in witness.reading.names]
            for _, form in named[witness.article.path]:
                held[form].add(witness.root)
    most = max(map(len, held.values()), default=0)
    common = {form for form, roots in held.items() if len(roots) >= OF_STORY * most}
    places = {path: sorted(at for at, form in found if form in common) for path, found in named.items()}
    return frozenset(at for at, claim in enumerate(claims) if _is_astray(claim, places[claim.witness.article.path]))


def _is_astray(claim: Claim, names: Sequence[int]) -> bool:
    """names: where the article names what the story is about, rising."""
    sentences = claim.witness.article.sentences
    place = bisect_left(sentences, claim.sentence)
    begin, end = sentences[max(0, place - 1)][0], sentences[min(len(sentences) - 1, place + 1)][1]
    return bisect_left(names, begin) == bisect_left(names, end)
