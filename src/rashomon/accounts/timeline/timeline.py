"""Timeline: what happened on which day, merged across outlets by date and words, told once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import msgspec
import numpy as np

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import corrects, days_between
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.standards import standardise_all
from rashomon.accounts.comparing.vectors import whole
from rashomon.accounts.series.series import Row
from rashomon.accounts.timeline.asides import HIGH, is_anchored, is_aside
from rashomon.accounts.timeline.company import Company
from rashomon.accounts.timeline.counting import Counting
from rashomon.accounts.timeline.crossing import find_renderings
from rashomon.accounts.timeline.nights import AGAIN, Pair, find_nights, find_retold, is_dated
from rashomon.accounts.timeline.salience import CLOSE, RARE, Chosen, choose, find_pool, is_title, place_of
from rashomon.accounts.timeline.tolls import Tolls

ALIKE = 0.25  # cosine from which two sentences are looked at
ONCE = 0.4  # likeness from which a chosen sentence only tells an earlier choice again
RETOLD = 0.42  # cosine from which a sentence of another day tells the same thing again
HEADLINE = 0.06  # share of a headline, by how rare its words are, from which a sentence beneath it says the same: of 45 such 41 did
NOTHING = (False, 0.0, 0)
LINES = 120  # lines of an account: the weightiest


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
    closeness: Closeness


def survey(happenings: Sequence[Claim], sentences: Sentences) -> Ground:
    """Index the sentences of all happenings; one sentence counts once a day it tells of."""
    distinct: dict[tuple[str, int, str], Claim] = {}
    for claim in happenings:
        distinct.setdefault((claim.witness.article.path, claim.sentence[0], claim.day), claim)
    claims = tuple(distinct.values())
    compared = () if is_alone(claims) else claims
    texts = [sentences.text(claim.witness, claim.sentence) for claim in compared]
    likeness = Likeness(Letters(standardise_all(texts, [claim.witness.article.language for claim in compared])))
    return Ground(claims=claims, likeness=likeness, closeness=Closeness(likeness))


def find_facts(ground: Ground, rows: Sequence[Row], alike: Collection[Pair] = ()) -> tuple[Fact, ...]:
    """The story's facts by day, then by weight: sentences chosen by what they add, each with those that tell the same.

    rows: the story's counts. alike: sentences that most surely tell one thing, in whatever words.
    """
    if is_alone(ground.claims):
        return _alone(ground.claims)
    pool = find_pool(ground.claims)
    company = Company(ground.closeness, [claim.day for claim in ground.claims], pool)
    tolls = Tolls(ground.claims, rows)
    counting = Counting(ground.claims)
    chosen = choose(ground.claims, pool, ground.likeness, ground.closeness, company, tolls, counting, lines=LINES)
    near = list(ground.likeness.near([pick.at for pick in chosen], ALIKE, usual=RARE).listed())
    near += _across(ground, {pick.at for pick in chosen})
    again = _to_tolls(ground, _tell_once(ground, chosen, near, company, tolls, counting, alike), tolls)
    kept = _keep(chosen, again)
    tellers = _tellers(ground, list(dict.fromkeys(pick.at for pick in (*chosen, *kept))), near, again)
    facts = [_fact(ground, pick, tellers[pick.at]) for pick in kept]
    return tuple(sorted(facts, key=lambda fact: (fact.day, -fact.weight, fact.best.order)))


def _across(ground: Ground, chosen: Collection[int]) -> list[tuple[int, int, float]]:
    """Chosen sentences with those of another script that tell the same."""
    met = find_renderings(ground.claims)
    return [pair for a, b, sure in met for pair in ((a, b, sure), (b, a, sure)) if pair[0] in chosen]


def is_alone(claims: Sequence[Claim]) -> bool:
    """Whether all claims are of one article: nothing can be compared, and its own order says what weighs most."""
    return len({claim.witness.article.path for claim in claims}) <= 1


def _alone(claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """The sentences of one article as its timeline: the earlier in the text the weightier, the headline left to head it, without asides."""
    dated = [claim for claim in claims if claim.day]
    body = [claim for claim in dated if not is_title(claim) and not is_aside(claim, place_of(claim))] or dated
    facts = [Fact(day=c.day, best=c, claims=(c,), weight=round(1 / (at + 1), 4)) for at, c in enumerate(body[:LINES])]
    return tuple(sorted(facts, key=lambda fact: (fact.day, -fact.weight, fact.best.order)))


def _tell_once(
    ground: Ground,
    chosen: Sequence[Chosen],
    near: Sequence[tuple[int, int, float]],
    company: Company,
    tolls: Tolls,
    counting: Counting,
    retold: Collection[Pair],
) -> dict[int, int]:
    """The chosen sentences that another choice tells in nearly the same words, each with that: weightier, better dated, with the toll."""
    rank = {pick.at: place for place, pick in enumerate(chosen)}
    again = _two_dates(ground, chosen)
    again |= _headlines(ground, [pick.at for pick in chosen if pick.at not in again])
    for a, b, alike in near:
        if alike >= ONCE and b in rank and rank[a] < rank[b] and b not in again and _tells(ground, a, b, alike):
            _join(ground, again, tolls, _last(again, a), b)
    places = [pick.at for pick in chosen]
    for a, b in find_nights(ground.claims, places, counting, ground.likeness, ground.closeness, company):
        if a not in again and b not in again:
            _join(ground, again, tolls, a, b)
    for a, b in find_retold(ground.claims, places, counting, retold):
        if a not in again and b not in again:
            _join(ground, again, tolls, a, b, news=True)
    return {at: _last(again, at) for at in again}


def _two_dates(ground: Ground, chosen: Sequence[Chosen]) -> dict[int, int]:
    """A sentence with two dates stands on the one that it tells most of; where it corrects a count of what happened, on that of today."""
    stands: dict[tuple[str, int], int] = {}
    keys = {pick.at: (ground.claims[pick.at].witness.article.path, ground.claims[pick.at].sentence[0]) for pick in chosen}
    for at, key in keys.items():
        first = ground.claims[stands.setdefault(key, at)]
        if first.day < ground.claims[at].day and _corrects_a_count(first):
            stands[key] = at
    return {at: stands[key] for at, key in keys.items() if stands[key] != at}


def _headlines(ground: Ground, chosen: Sequence[int]) -> dict[int, int]:
    """The chosen headlines that share something with a chosen sentence that opens their article: it says the same, and when."""
    openings: dict[str, int] = {}
    for at in chosen:
        if 0 < place_of(ground.claims[at]) < HIGH:
            openings.setdefault(ground.claims[at].witness.article.path, at)
    paths = {at: ground.claims[at].witness.article.path for at in chosen if is_title(ground.claims[at])}
    pairs = {at: openings[path] for at, path in paths.items() if path in openings}
    a, b = whole(pairs), whole(pairs.values())
    shared, own = (ground.likeness.rarity_shared(ground.likeness.meet(a, other))[1] for other in (b, a))
    return {at: pairs[at] for at in a[shared >= HEADLINE * own].tolist()}


def _join(ground: Ground, again: dict[int, int], tolls: Tolls, a: int, b: int, *, news: bool = False) -> None:
    """Let one of two that tell one thing stand: a, or b where it is better dated (alone, or earlier where neither is) or has the toll.

    news: only a day within a week of its article's dates a sentence better, and where neither has one a stands. Both stand where one of
    them corrects, on another day, a count that the other gives.
    """
    one, other = ground.claims[a], ground.claims[b]
    if one.day != other.day and _corrects_a_count(one) != _corrects_a_count(other):
        return
    dated, other_dated = (is_dated(claim) and not (news and _is_old(claim)) for claim in (one, other))
    better = other_dated if dated != other_dated else not (dated or news) and other.day < one.day
    if one.day == other.day:
        better = tolls.gives(b) and not tolls.gives(a)
    if a != b:
        again |= {a: b} if better else {b: a}


def _is_old(claim: Claim) -> bool:
    return days_between(claim.day, claim.witness.day) > AGAIN


def _corrects_a_count(claim: Claim) -> bool:
    start, end = claim.sentence
    return any(start <= figure.start < end for figure in claim.witness.reading.figures) and corrects(claim)


def _to_tolls(ground: Ground, again: Mapping[int, int], tolls: Tolls) -> dict[int, int]:
    """The same, but where what stands gives no toll, and what tells it again on another day does, its words stand under that day."""
    gained = [(b, a) for b, a in sorted(again.items()) if tolls.counts[b] and not tolls.counts[a]]
    days = {(claim.witness.article.path, claim.sentence, claim.day): at for at, claim in enumerate(ground.claims)} if gained else {}
    turned = dict(again)
    for b, a in gained:
        told = ground.claims[b]
        twin = days.get((told.witness.article.path, told.sentence, ground.claims[a].day))
        if twin is not None and a not in turned and turned.get(twin, a) == a:
            turned.pop(twin, None)
            turned[a] = twin
    return {at: _last(turned, at) for at in turned}


def _last(again: Mapping[int, int], at: int) -> int:
    """The sentence that stands for one, where what it was told by is told by another in turn."""
    while at in again:
        at = again[at]
    return at


def _keep(chosen: Sequence[Chosen], again: Mapping[int, int]) -> list[Chosen]:
    """The sentences that stand, each worth as much as the worthiest of those that it stands for."""
    worth: dict[int, float] = {}
    for pick in chosen:
        stands = again.get(pick.at, pick.at)
        worth[stands] = max(worth.get(stands, 0.0), pick.worth)
    return [Chosen(at=at, worth=much) for at, much in worth.items()]


def _tellers(
    ground: Ground, chosen: Sequence[int], near: Sequence[tuple[int, int, float]], again: Mapping[int, int]
) -> dict[int, list[int]]:
    """Every sentence goes to the chosen one that it tells most of: of its own day, else of another.

    again: chosen sentences that tell another again, and which: what tells nothing but them goes where they go.
    """
    tellers: dict[int, list[int]] = {at: [] for at in chosen}
    best: dict[int, tuple[bool, float, int]] = {b: (True, 1.0, -a) for b, a in again.items()}
    of_day: dict[str, list[int]] = defaultdict(list)
    for at in chosen:
        of_day[ground.claims[at].day].append(at)
    counts = [len(of_day.get(claim.day, ())) if b not in tellers else 0 for b, claim in enumerate(ground.claims)]
    one = whole(chain.from_iterable(of_day[claim.day] for claim, count in zip(ground.claims, counts, strict=True) if count))
    other = np.repeat(np.arange(len(counts)), counts)
    close = ground.closeness.between(one, other)
    told = close >= CLOSE
    for a, b, much in zip(one[told].tolist(), other[told].tolist(), close[told].tolist(), strict=True):
        best[b] = max(best.get(b, NOTHING), (a not in again, much, -a))
    for a, b, alike in near:
        rank = (a not in again, alike, -a)
        if a in tellers and b not in tellers and rank > best.get(b, NOTHING) and _tells(ground, a, b, alike):
            best[b] = rank
    for b, (_, _, a) in sorted(best.items()):
        tellers[again.get(-a, -a)].append(b)
    return tellers


def _tells(ground: Ground, a: int, b: int, alike: float) -> bool:
    """Whether b tells what a tells: on its day, or on another where b has no date of its own."""
    one, other = ground.claims[a], ground.claims[b]
    if one.day == other.day:
        return True
    return alike >= RETOLD and not is_anchored(other) and abs(days_between(one.day, other.day)) <= AGAIN


def _fact(ground: Ground, pick: Chosen, tellers: Sequence[int]) -> Fact:
    best = ground.claims[pick.at]
    others = sorted((ground.claims[at] for at in tellers), key=lambda claim: claim.order)
    claims = (best, *others)
    return Fact(day=best.day, best=best, claims=claims, weight=round(pick.worth, 4))
