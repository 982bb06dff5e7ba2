"""Salience: which sentences of a story tell most of what many outlets tell of a day, and tell it first.

A greedy summary by coverage (Lin and Bilmes 2011): a sentence is worth the features that several outlets share on its day, the rarer
in the story the more; what a chosen sentence has told is worth little the second time.
"""

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import msgspec
import numpy as np

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import day_number, days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.shares import even_share
from rashomon.accounts.comparing.vectors import Whole, join, numbered, once, part, whole
from rashomon.accounts.timeline.asides import HIGH, is_anchored, is_aside, leans
from rashomon.accounts.timeline.astray import find_astray, find_backdated, find_relics, find_strangers
from rashomon.accounts.timeline.company import Company
from rashomon.accounts.timeline.counting import Counting
from rashomon.accounts.timeline.coverage import FEWEST, Coverage
from rashomon.accounts.timeline.news import LEAD, News, find_reported
from rashomon.accounts.timeline.tolls import Tolls
from rashomon.model import Happening

FRESH = 0.38  # share of what a sentence tells that must be new: with less it mostly tells the lines before it again
UNHEARD = 0.5  # share of its words, by how rare they are, that must be new where there is room: a count that one outlet alone gives is news
APART, SAME = 0.15, 0.4  # closeness under which two sentences of a day tell different things, and from which they tell one
ALLIED, AT_ONE = 0.25, 0.4  # the same of the company that they keep
LATER = 3  # days after a dated line within which what gives no day and is close to it mostly tells it again
NEAR, RETOLD = 0.2, 0.4  # closeness from which it is taken for it the more, up to SAME, and share of its worth that it keeps
FOREMOST = 60  # lines of which that is asked: what the others tell is far down the second time too
LED = 0.6  # share of its worth that a lead keeps while no line of its day is CLOSE to it and none of another outlet ALLIED
RISEN = 0.9  # share of what a count to which the dead have risen would be worth if nothing were told
CLOSE = 0.35  # closeness from which two sentences of one day tell one thing: 93 of 100 such pairs do, by three marked stories
HINT = 0.12  # cosine from which two sentences are looked at for it
RARE = 48  # sentences of the story that may hold a word by which two are brought together: the largest stories cost as the others
POOL = 1500  # sentences of a story that may be chosen: the marked accounts keep all their lines with two fifths of theirs

# What speaks for a sentence, as fitted by logistic regression on which sentences tell what a reader marked, each story by the two others
# (area under the curve .80 -> .83); weights are some three fifths of its log odds, so that what was told goes on counting.
ANCHORED = 2.0  # a sentence with a day of its own
REPORTED = 1.7  # a report's lead without one: it is the news of its day
TITLE = 0.6  # a headline: the sentence under it says the same and more
MIDDLE, TAIL = 0.8, 0.65  # a sentence from the fourth of its article on, and from the seventh
UNDATED_TAIL = 0.8  # the latter without a day of its own
LEANING = 0.85  # a sentence that leans on the one before it
NO_KIND = 0.6  # a sentence whose verb is of no kind of happening
STATED = 1.25  # a sentence of somebody's words
PLANNED = 0.92  # a sentence of what was still to come
FORETOLD = 0.6  # a sentence of a day after that on which it was written: a forecast, or a day misread
ASTRAY = 0.3  # a sentence of another matter that nobody else tells, or of an article on another or of another time
ARTICLES, OUTLETS = 0.4, 0.3  # powers of the articles, and of the outlets, that tell it on its day
COVERAGE = 0.35  # power of what its words are worth on their day
LATE = 6  # sentences of an article from which on its tail begins


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence taken into the timeline, by its place among the candidates, with what it was worth then."""

    at: int
    worth: float


def is_title(claim: Claim) -> bool:
    return claim.sentence[0] == 0


def place_of(claim: Claim) -> int:
    """Which sentence of its article it is, the title being 0; LATE for all from there on."""
    sentences, start = claim.witness.article.sentences, claim.sentence[0]
    place = bisect_left(sentences, (start,), hi=min(LATE, len(sentences)))
    return place if place < min(LATE, len(sentences)) and sentences[place][0] == start else LATE


def choose(
    claims: Sequence[Claim],
    pool: Sequence[int],
    likeness: Likeness,
    closeness: Closeness,
    company: Company,
    tolls: Tolls,
    counting: Counting,
    *,
    lines: int,
) -> tuple[Chosen, ...]:
    """The sentences worth most, in the order they were taken.

    claims: in the order of their telling; the texts of likeness and closeness go with them. pool: those that may be chosen, in company.
    What an article leads with is its news, though it opens with what is known and so keeps the company of what its outlet told before.
    """
    days, places, anchored = numbered(claim.day for claim in claims), list(map(place_of, claims)), list(map(is_anchored, claims))
    coverage = Coverage(claims, likeness, days, anchored, pool)
    bonuses = _bonuses(claims, places, pool, coverage.whole(), _tellings(claims, likeness, closeness, pool, days))
    left = np.ones(len(claims))  # share of a sentence's worth that closer choices of its day have left
    kept = np.where(np.array(places) == LEAD, LED, 0.0)  # share that they may not take
    news, outlets = News(claims, places, likeness), numbered(claim.outlet for claim in claims)
    of_day = {day: whole(members) for day, members in _by_day(claims, pool).items()}
    undated = whole(at for at in pool if not anchored[at])
    number = whole(day_number(claim.day) for claim in claims)

    def weigh(at: int) -> float:
        length = coverage.length(at)
        worth = max(coverage.worth(at), RISEN * coverage.worth_alone(at) * tolls.has_risen(at))
        return worth * bonuses[at] / sqrt(length) if length >= FEWEST else 0.0

    heap = [(-weigh(at), at) for at in pool]
    heapq.heapify(heap)
    chosen: list[Chosen] = []
    spared: list[Chosen] = []  # what mostly tells in shared words what lines of its day have told
    while heap and len(chosen) < lines:
        _, at = heapq.heappop(heap)
        toll = tolls.is_untold(at)
        worth = weigh(at) * max(float(left[at]), float(kept[at]), LED * toll)
        if heap and -worth > heap[0][0]:
            heapq.heappush(heap, (-worth, at))  # it has lost worth since it was weighed: weigh it among the others again
            continue
        if worth <= 0:
            break
        if kept[at] and left[at] < 1 and news.is_told(at):
            kept[at] = 0.0
            heapq.heappush(heap, (-weigh(at) * float(left[at]), at))
            continue
        if not kept[at] and not toll and coverage.fresh(at) < FRESH:
            spared.append(Chosen(at=at, worth=worth))
            continue
        chosen.append(Chosen(at=at, worth=worth))
        coverage.tell(at)
        news.tell(at)
        tolls.tell(at)
        others = of_day[claims[at].day]
        others = others[np.maximum(left[others], kept[others]) > 0]
        close = company.close_to(at, others)
        allied = company.to_one(at, others)
        kept[others[(close >= CLOSE) | ((allied >= ALLIED) & (outlets[others] != outlets[at]))]] = 0.0
        left[others] *= np.clip((SAME - close) / (SAME - APART), 0.0, 1.0)
        left[others] *= np.clip((AT_ONE - allied) / (AT_ONE - ALLIED), 0.0, 1.0)
        if anchored[at] and len(chosen) <= FOREMOST:
            apart = number[undated] - number[at]
            after = undated[(apart > 0) & (apart <= LATER) & (left[undated] > 0)]
            after, close = closeness.near(at, after, NEAR)
            told = np.array([counting.agree(at, other) for other in after.tolist()], np.bool_)
            left[after[told]] *= np.clip((SAME - close[told]) / (SAME - NEAR), RETOLD, 1.0)
    for pick in spared:
        if len(chosen) < lines and tolls.has_own_count(pick.at) and coverage.unheard(pick.at) >= UNHEARD:
            chosen.append(Chosen(at=pick.at, worth=min(pick.worth, chosen[-1].worth)))
            coverage.tell(pick.at)
            tolls.tell(pick.at)
    return tuple(chosen)


def find_pool(claims: Sequence[Claim]) -> tuple[int, ...]:
    """The sentences that may be chosen: all but asides and relics; of a very large story as many of each day, dated and leading ones first.

    Where an article was written long ago, or a day is long past, what is of the news alone is told, if anything is.
    """
    places, relics, back = list(map(place_of, claims)), find_relics(_witnesses(claims)), find_backdated(claims)
    told = [at for at, claim in enumerate(claims) if not is_aside(claim, places[at])] or range(len(claims))
    told = [at for at in told if at not in back and claims[at].witness.article.path not in relics] or told
    of_day = _by_day(claims, sorted(told, key=lambda at: (not is_anchored(claims[at]), places[at] >= HIGH, at)))
    share = even_share([len(found) for found in of_day.values()], POOL)
    return tuple(sorted(at for found in of_day.values() for at in found[:share]))


def _witnesses(claims: Sequence[Claim]) -> tuple[Witness, ...]:
    return tuple({claim.witness.article.path: claim.witness for claim in claims}.values())


def _by_day(claims: Sequence[Claim], members: Iterable[int]) -> dict[str, list[int]]:
    of_day: dict[str, list[int]] = defaultdict(list)
    for at in members:
        of_day[claims[at].day].append(at)
    return of_day


def _tellings(claims: Sequence[Claim], likeness: Likeness, closeness: Closeness, pool: Sequence[int], days: Whole) -> tuple[Whole, Whole]:
    """How many other articles tell what each sentence of the pool tells of its day, and how many outlets with its own."""
    roots, outlets = numbered(claim.witness.root for claim in claims), numbered(claim.outlet for claim in claims)
    near = likeness.near(pool, HINT, usual=RARE, groups=days)
    told = (closeness.between(near.a, near.b) >= CLOSE) & (roots[near.a] != roots[near.b])
    a, b = near.a[told], near.b[told]
    own = whole(pool)
    articles = once(join(a, roots[b]))
    heard = once(join(np.concatenate((own, a)), np.concatenate((outlets[own], outlets[b]))))
    return np.bincount(part(articles)[0], minlength=len(claims)), np.bincount(part(heard)[0], minlength=len(claims))


def _bonuses(
    claims: Sequence[Claim], places: Sequence[int], pool: Sequence[int], covered: Sequence[float], tellings: tuple[Whole, Whole]
) -> dict[int, float]:
    """What speaks for each sentence of the pool beside its words."""
    articles, outlets = (found.tolist() for found in tellings)
    said = {claims[at].witness.article.path: claims[at].witness.reading.attributions for at in pool}
    starts = {
        path: sorted(one.start for one in found if one.cue_span not in one.chain_spans) for path, found in said.items()
    }  # 据报 is nobody
    bonuses = {at: _bonus(claims[at], places[at], covered[at], articles[at], outlets[at], starts) for at in pool}
    bonuses |= {at: bonuses[at] * REPORTED for at in find_reported(claims, places) if at in bonuses}
    astray, strangers = find_astray(claims), find_strangers(_witnesses(claims))
    off = {at for at in pool if (at in astray and not articles[at]) or claims[at].witness.article.path in strangers}
    return {at: bonus * ASTRAY if at in off else bonus for at, bonus in bonuses.items()}


def _bonus(claim: Claim, place: int, covered: float, articles: int, outlets: int, said: Mapping[str, Sequence[int]]) -> float:
    bonus = float((1 + articles) ** ARTICLES * outlets**OUTLETS * (1 + covered) ** COVERAGE / max(covered, 1e-9))
    if place == 0:
        bonus *= TITLE
    elif place >= HIGH:
        bonus *= TAIL if place >= LATE else MIDDLE
    if is_anchored(claim):
        bonus *= ANCHORED
    elif place >= LATE:
        bonus *= UNDATED_TAIL
    starts, (start, end) = said[claim.witness.article.path], claim.sentence
    if bisect_left(starts, start) < bisect_left(starts, end):
        bonus *= STATED
    if leans(claim):
        bonus *= LEANING
    if isinstance(claim.told, Happening) and claim.told.type == "OTHER":
        bonus *= NO_KIND
    planned = isinstance(claim.told, Happening) and claim.told.planned
    if planned:
        bonus *= PLANNED
    over = is_anchored(claim) and not planned  # on a day that has perhaps not begun where the outlet is
    if days_between(claim.witness.day, claim.day) > int(over):
        bonus *= FORETOLD
    return bonus
