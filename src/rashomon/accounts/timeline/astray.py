"""Astray: sentences of other matters in a story's articles, told by the names around them; articles that are strangers, or relics."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from ahocorasick_rs import AhoCorasick

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.digests import rank_matter
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.series.series import BACKGROUND
from rashomon.model import Happening
from rashomon.model.article import Span

LEAST = 6  # articles, and features that their headlines share, from which a story's matter is known
MATTER = 40  # features of it
OF_USUAL = 0.37  # share of what an article of the story usually holds of it under which one is a stranger
LATELY, LONG_PAST = 7, 183  # days before an article within which a day is one of its news, and from which it is long past
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


def find_strangers(witnesses: Sequence[Witness]) -> frozenset[str]:
    """The articles, by path, that hold little of what the story's headlines share: a count of new cases among the news of a trial.

    Of 108 such articles of two months four fifths were on another matter; most others gave it other names.
    """
    matter = dict(rank_matter(witnesses)[:MATTER])
    if len(matter) < LEAST or len({witness.root for witness in witnesses}) < LEAST:
        return frozenset()
    machine, weights = AhoCorasick(list(matter)), list(matter.values())
    held = {
        witness.article.path: sum(weights[at] for at in {at for at, _, _ in machine.find_matches_as_indexes(shadow, overlapping=True)})
        for witness, shadow in ((witness, witness.lowered) for witness in witnesses)
    }
    least = OF_USUAL * median(held.values())
    return frozenset(path for path, much in held.items() if much < least)


def find_relics(witnesses: Sequence[Witness]) -> frozenset[str]:
    """The articles, by path, that were written long before they were published here: old texts posted again tell of another time.

    In two months a thousand of 18,700 are. Of the 40 weightiest lines of 190 stories 61 were from such, 24 in one: none was news.
    """
    return frozenset(
        witness.article.path
        for witness in witnesses
        if witness.article.published and days_between(witness.day, witness.article.published[:10]) > BACKGROUND
    )


def find_backdated(claims: Sequence[Claim]) -> frozenset[int]:
    """Sentences that stand under a day long past and tell of one of the news too, by their places among the claims.

    他2日公布其1969年6月6日的出生证 is of the 2nd. In two months five of the 40 weightiest lines stood so: all are better under the news.
    """
    ages = [days_between(claim.day, claim.witness.day) for claim in claims]
    news = {_key(claim) for claim, age in zip(claims, ages, strict=True) if 0 <= age <= LATELY and not _is_planned(claim)}
    return frozenset(at for at, (claim, age) in enumerate(zip(claims, ages, strict=True)) if age > LONG_PAST and _key(claim) in news)


def _key(claim: Claim) -> tuple[str, Span]:
    return claim.witness.article.path, claim.sentence


def _is_planned(claim: Claim) -> bool:
    return isinstance(claim.told, Happening) and claim.told.planned


def _is_astray(claim: Claim, names: Sequence[int]) -> bool:
    """names: where the article names what the story is about, rising."""
    sentences = claim.witness.article.sentences
    place = bisect_left(sentences, claim.sentence)
    begin, end = sentences[max(0, place - 1)][0], sentences[min(len(sentences) - 1, place + 1)][1]
    return bisect_left(names, begin) == bisect_left(names, end)
