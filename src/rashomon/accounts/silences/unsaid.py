"""Unsaid: facts in words that several outlets tell, and the outlets none of whose sentences comes near them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

import msgspec
import numpy as np

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.passages import Passages
from rashomon.accounts.comparing.vectors import whole
from rashomon.accounts.silences.elsewhere import SLIGHT
from rashomon.accounts.silences.press import Press, independent
from rashomon.accounts.timeline.asides import is_anchored
from rashomon.accounts.timeline.counting import Counting
from rashomon.accounts.timeline.timeline import Fact

SHARED = 0.7  # share of a fact's outlets that must hold a word for it to be one of the fact's own
RARE = 3.0  # rarity in the story from which a word belongs to a fact
KEY_WORDS = 6  # rare words of its own that a fact needs before anyone is called silent on it for want of them
FEW_WORDS = 3  # the same where nothing comes near it in single characters either
CARRIED_BY = 2  # outlets from which a fact is known
NAMED_BY = 3  # the same where words alone tell the silent from the others, and it must name a person
WEIGHTIEST = 25  # facts of an account that are worth missing where it names none
FAR, FAR_OF_MANY = 0.17, 0.2  # closeness to one that tells a fact that no sentence of the silent may pass; the same where three outlets do
NEWS = 2  # days after a thing happened within which it was told first
MOST = 2100  # sentences of a story over which all that an outlet wrote is not compared


class Unsaid(msgspec.Struct, frozen=True, kw_only=True):
    """A fact, the words that its outlets have in common, and who says nothing of the kind."""

    fact: Fact
    claims: tuple[Claim, ...]  # the earliest first
    words: frozenset[str]
    silent: tuple[str, ...]


def find_unsaid(facts: Sequence[Fact], press: Press, passages: Passages) -> Iterator[Unsaid]:
    """Facts that most of their outlets tell in words of their own, of which an outlet has next to none."""
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(passages.items):
        by_outlet[passage.witness.name].append(at)
    places = {(p.witness.article.path, p.sentence): at for at, p in enumerate(passages.items)}
    weighty = {id(fact) for fact in sorted(facts, key=lambda fact: -fact.weight)[:WEIGHTIEST]}
    held = cache(lambda at: frozenset(passages.likeness.features(at)))
    closeness = Closeness(passages.likeness) if len(passages.items) <= MOST else None
    for fact in facts:
        told_by = independent(fact.claims)
        if told_by < CARRIED_BY:
            continue
        stand = [(claim.witness.article.path, claim.sentence) for claim in fact.claims]
        told = [places[sentence] for sentence in stand if sentence in places]
        features = _shared(told, passages)
        rare = sum(passages.likeness.rarities[feature] >= RARE for feature in features)
        words = frozenset(map(passages.likeness.word, features)) if rare >= FEW_WORDS else frozenset()
        named = told_by >= NAMED_BY and rare >= KEY_WORDS and _names_somebody(fact, words)
        claims = tuple(sorted(fact.claims, key=lambda claim: claim.order))
        if not _count_alike(claims):
            continue
        if not named and not (closeness and id(fact) in weighty and rare >= FEW_WORDS and _is_news(fact, claims[0])):
            continue
        floor = FAR if told_by < NAMED_BY else FAR_OF_MANY
        silent = tuple(
            outlet
            for outlet in press.articles
            if outlet not in fact.outlets
            and (own := by_outlet[outlet])
            and press.wrote(outlet, claims[0].witness)
            and not any(len(features & held(at)) > SLIGHT * len(features) for at in own)
            and (named or (closeness is not None and _comes_near(closeness, told, own) <= floor))
        )
        if silent:
            yield Unsaid(fact=fact, claims=claims, words=words, silent=silent)


def _count_alike(claims: Sequence[Claim]) -> bool:
    """Whether those that tell a fact share a number, where they give any: a share that fell by 3% and one by 6% are two facts."""
    counting = Counting(claims)
    return all(counting.agree(0, other) for other in range(1, len(claims)))


def _is_news(fact: Fact, first: Claim) -> bool:
    """Whether a fact was told when it had just happened: what stands behind the news is left out by many."""
    return is_anchored(fact.best) and 0 <= days_between(fact.day, first.witness.day) <= NEWS


def _comes_near(closeness: Closeness, told: Sequence[int], own: Sequence[int]) -> float:
    """How close the closest of some sentences comes to those that tell a fact."""
    return float(closeness.between(np.repeat(whole(told), len(own)), np.tile(whole(own), len(told))).max())


def _shared(told: Sequence[int], passages: Passages) -> frozenset[int]:
    """Features that most of the outlets that tell a fact share."""
    by_outlet: dict[str, set[int]] = defaultdict(set)
    for at in told:
        by_outlet[passages.items[at].witness.name].update(passages.likeness.features(at))
    counts = Counter(chain.from_iterable(by_outlet.values()))
    return frozenset(feature for feature, count in counts.items() if count >= SHARED * len(by_outlet))


def _names_somebody(fact: Fact, words: frozenset[str]) -> bool:
    start, end = fact.best.sentence
    people = [name for name in fact.best.witness.reading.names if name.kind == "person" and start <= name.start < end]
    return any(word in fact.best.witness.shadow[name.start : name.end].lower() for name in people for word in words)
