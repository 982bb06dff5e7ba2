"""Salience: which sentences of a story tell most of what many outlets tell of a day, and tell it first.

A greedy summary by coverage (Lin and Bilmes 2011): a sentence is worth the features that several outlets share on its day, the rarer
in the story the more; what a chosen sentence has told is worth little the second time.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from math import sqrt

import msgspec
import numpy as np

from rashomon.accounts.claims import Claim
from rashomon.accounts.closeness import Closeness
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.series import days_between
from rashomon.accounts.shares import even_share
from rashomon.accounts.vectors import whole
from rashomon.model import Happening

COMMONEST = 3.5  # rarity beyond which a feature is a slip or a name told once
FEWEST = 8  # features under which a sentence tells too little
TOLD_THAT_DAY = 0.07  # worth of a feature that a line of the same day has told
TOLD_BEFORE = 0.45  # worth of a feature that a line of another day has told, where the sentence has no date of its own
DATED_BEFORE = 0.75  # the same where it has
LONE = 0.07  # worth of a feature that one outlet alone has
APART, SAME = 0.15, 0.4  # closeness under which two sentences of a day tell different things, and from which they tell one
CLOSE = 0.35  # closeness from which two sentences of one day tell one thing: 93 of 100 such pairs do, by three marked stories
HINT = 0.12  # cosine from which two sentences are looked at for it
RARE = 48  # sentences of the story that may hold a word by which two are brought together: the largest stories cost as the others
POOL = 1500  # sentences of a story that may be chosen: the marked accounts keep all their lines with two fifths of theirs
DAMPING = 0.3  # power of a day's articles by which its features are worth less: else the fullest days take every line

# What speaks for a sentence, as fitted by logistic regression on which sentences tell what a reader marked, each story by the two others
# (area under the curve .80 -> .83); weights are some three fifths of its log odds, so that what was told goes on counting.
ANCHORED = 2.2  # a sentence with a day of its own
TITLE = 0.6  # a headline: the sentence under it says the same and more
MIDDLE, TAIL = 0.8, 0.65  # a sentence from the fourth of its article on, and from the seventh
UNDATED_TAIL = 0.8  # the latter without a day of its own
NO_KIND = 0.6  # a sentence whose verb is of no kind of happening
STATED = 1.25  # a sentence of somebody's words
PLANNED = 0.92  # a sentence of what was still to come
FORETOLD = 0.6  # a sentence of a day after that on which it was written: a forecast, or a day misread
ARTICLES, OUTLETS = 0.4, 0.3  # powers of the articles, and of the outlets, that tell it on its day
COVERAGE = 0.35  # power of what its words are worth on their day
HIGH, LATE = 3, 6  # sentences that open an article, and those from which on its tail begins


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that may stand in the timeline."""

    claim: Claim
    features: Sequence[int]
    bonus: float


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence taken into the timeline, by its place among the candidates, with what it was worth then."""

    at: int
    worth: float


def is_anchored(claim: Claim) -> bool:
    return isinstance(claim.told, Happening) and claim.told.anchored


def is_title(claim: Claim) -> bool:
    return claim.sentence[0] == 0


def place_of(claim: Claim) -> int:
    """Which sentence of its article it is, the title being 0; LATE for all from there on."""
    opening = claim.witness.article.sentences[:LATE]
    return next((place for place, (start, _) in enumerate(opening) if start == claim.sentence[0]), LATE)


def choose(claims: Sequence[Claim], likeness: Likeness, closeness: Closeness, *, lines: int) -> tuple[Chosen, ...]:
    """The sentences worth most, in the order they were taken. claims and the texts of likeness and closeness go together."""
    pool = _pool(claims)
    support = _support(claims, likeness)
    tellings = _tellings(claims, likeness, closeness, pool)
    candidates = {at: _candidate(claims[at], likeness.ids[at], support, tellings[at]) for at in pool}
    told: dict[int, set[str]] = defaultdict(set)  # feature -> days of the lines that told it
    left = np.ones(len(claims))  # share of a sentence's worth that closer choices of its day have left
    of_day = {day: whole(members) for day, members in _by_day(claims, pool).items()}
    heap = [(-_worth(candidate, support, told), claims[at].order, at) for at, candidate in candidates.items()]
    heapq.heapify(heap)
    chosen: list[Chosen] = []
    while heap and len(chosen) < lines:
        _, order, at = heapq.heappop(heap)
        worth = _worth(candidates[at], support, told) * float(left[at])
        if heap and -worth > heap[0][0]:
            heapq.heappush(heap, (-worth, order, at))  # it has lost worth since it was weighed: weigh it among the others again
            continue
        if worth <= 0:
            break
        chosen.append(Chosen(at=at, worth=worth))
        for feature in candidates[at].features:
            told[feature].add(claims[at].day)
        others = of_day[claims[at].day]
        others = others[left[others] > 0]
        left[others] *= np.clip((SAME - closeness.between(np.full(len(others), at), others)) / (SAME - APART), 0.0, 1.0)
    return tuple(chosen)


def _pool(claims: Sequence[Claim]) -> Sequence[int]:
    """The sentences that may be chosen: all, or of each day as many of a very large story as of others, dated and leading ones first."""
    of_day: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(claims)), key=lambda at: (not is_anchored(claims[at]), place_of(claims[at]) >= HIGH, claims[at].order)):
        of_day[claims[at].day].append(at)
    share = even_share([len(found) for found in of_day.values()], POOL)
    return sorted(at for found in of_day.values() for at in found[:share])


def _support(claims: Sequence[Claim], likeness: Likeness) -> dict[str, dict[int, float]]:
    """Day -> feature -> how independently it is told that day: outlets and articles that hold it, dampened by how full the day is."""
    by_outlet: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    by_root: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for at, claim in enumerate(claims):
        by_outlet[claim.day][claim.outlet].update(likeness.ids[at])
        by_root[claim.day][claim.witness.root].update(likeness.ids[at])
    rarities = [min(rarity, COMMONEST) for rarity in likeness.rarities]
    support: dict[str, dict[int, float]] = {}
    for day, outlets in by_outlet.items():
        fullness = float(len(by_root[day]) ** DAMPING)
        roots = Counter(chain.from_iterable(by_root[day].values()))
        counts = Counter(chain.from_iterable(outlets.values()))
        worth = cache(lambda both, fullness=fullness: (sqrt(both) - 1) / fullness + LONE)
        support[day] = {feature: worth(count * roots[feature]) * rarities[feature] for feature, count in counts.items()}
    return support


def _tellings(claims: Sequence[Claim], likeness: Likeness, closeness: Closeness, pool: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How many other articles tell what each sentence tells of its day, and how many outlets with its own."""
    roots: dict[int, set[str]] = defaultdict(set)
    outlets: dict[int, set[str]] = {at: {claims[at].outlet} for at in pool}
    mine, all_of_day = _by_day(claims, pool), _by_day(claims, range(len(claims)))
    for day, members in mine.items():
        near = likeness.near(members, HINT, usual=RARE, among=all_of_day[day])
        for at, other, _ in near.where(closeness.between(near.a, near.b) >= CLOSE).listed():
            told = claims[other]
            if claims[at].witness.root != told.witness.root:
                roots[at].add(told.witness.root)
                outlets[at].add(told.outlet)
    return {at: (len(roots[at]), len(outlets[at])) for at in pool}


def _by_day(claims: Sequence[Claim], members: Iterable[int]) -> dict[str, list[int]]:
    of_day: dict[str, list[int]] = defaultdict(list)
    for at in members:
        of_day[claims[at].day].append(at)
    return of_day


def _candidate(claim: Claim, features: Sequence[int], support: dict[str, dict[int, float]], tellings: tuple[int, int]) -> Candidate:
    articles, outlets = tellings
    covered = sum(map(support[claim.day].__getitem__, features)) / sqrt(max(len(features), 1))
    bonus = float((1 + articles) ** ARTICLES * outlets**OUTLETS * (1 + covered) ** COVERAGE / max(covered, 1e-9))
    start, end = claim.sentence
    place = place_of(claim)
    if place == 0:
        bonus *= TITLE
    elif place >= HIGH:
        bonus *= TAIL if place >= LATE else MIDDLE
    if is_anchored(claim):
        bonus *= ANCHORED
    elif place >= LATE:
        bonus *= UNDATED_TAIL
    if any(start <= said.start < end for said in claim.witness.reading.attributions):
        bonus *= STATED
    if isinstance(claim.told, Happening) and claim.told.type == "OTHER":
        bonus *= NO_KIND
    if isinstance(claim.told, Happening) and claim.told.planned:
        bonus *= PLANNED
    if days_between(claim.witness.day, claim.day) > 0:
        bonus *= FORETOLD
    return Candidate(claim=claim, features=features, bonus=bonus)


def _worth(candidate: Candidate, support: dict[str, dict[int, float]], told: dict[int, set[str]]) -> float:
    """What a sentence would add now."""
    if len(candidate.features) < FEWEST:
        return 0.0
    day = candidate.claim.day
    values = support[day]
    before = DATED_BEFORE if is_anchored(candidate.claim) else TOLD_BEFORE
    worth = 0.0 if told else sum(map(values.__getitem__, candidate.features))
    for feature in candidate.features if told else ():
        days = told.get(feature)
        worth += values[feature] * ((TOLD_THAT_DAY if day in days else before) if days else 1.0)
    return worth * candidate.bonus / sqrt(len(candidate.features))
