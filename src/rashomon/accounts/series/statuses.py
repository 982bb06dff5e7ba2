"""Statuses: how each figure of a series stands to what was known before it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import (
    Value,
    are_of_two_grades,
    days_between,
    died_since,
    figure_of,
    is_of_the_identified,
    is_planned,
    is_supposed,
    kind_of,
    says_it_changed,
    value_of,
)
from rashomon.accounts.claims.quantities import bounds, is_exact, is_word, level, meet, rounds
from rashomon.accounts.claims.sources import bears_out, knows, may_be_one
from rashomon.accounts.relations.relating import times_between
from rashomon.accounts.series.rivals import are_side_by_side, count_apart, lay_side_by_side
from rashomon.accounts.series.scopes import Groups, counts_fewer, is_of_others
from rashomon.accounts.series.setting import set_out
from rashomon.accounts.series.states import (
    CASE,
    are_all_since,
    are_in_two_places,
    are_of_two_days,
    count_one_kind,
    is_aside,
    is_case,
    is_longer_told,
    is_over,
    is_rough_telling,
    some_of_the_ill,
    stands_beside,
)
from rashomon.model import Figure

HOURS = 3  # between two articles of one day: what may fall can have fallen since
STALE = 0.5  # share of a known count under which a later one is an old state
LIKE_WITH_LIKE = frozenset({"troops", "destroyed", "infected"})  # measures that count many kinds of things, or anew each day
SETTLED = frozenset({"evacuated", "displaced"})  # who went stays counted: a much lower number is of others
BY_ONE = 1.5  # times a count that one outlet alone gave may surpass a later one that disputes it: beyond it most were of other people
DAY = 10  # characters of a day without an hour
FEW = 10  # counts under it, given by one outlet alone, are of one incident of several


def find_statuses(claims: Sequence[Claim], *, scope: str, grows: bool, taken_back: set[Value], groups: Groups) -> tuple[str, ...]:
    """Walk a row from its first day: how each figure stands to what was known before it.

    What is history is of several things, and what is new of several days: neither contradicts what stands beside it.
    """
    beside, parts, corrected, rivals = set_out(claims, lay_side_by_side(claims), taken_back=taken_back, grows=grows)
    seen: dict[Value, dict[str, Claim]] = defaultdict(dict)  # who gave it, each as he told it last
    told_by: dict[Value, set[str]] = defaultdict(set)
    holding: dict[str | None, Claim] = {}  # the figure that holds so far, of all and of each part of the ill
    last: Claim | None = None  # of these the latest
    statuses: list[str] = []
    for claim in claims:
        value, some = value_of(claim), some_of_the_ill(claim)
        standing = holding.get(some) or holding.get(None) or last
        if value in taken_back:
            status = "withdrawn"
        elif value in parts:
            status = "differs_in_scope"  # of the nine dead the woman whom a tree struck
        elif is_supposed(claim) or (standing and is_of_the_identified(claim)):
            status = "differs_in_scope"  # what a surge may bring is no state of what it has, nor those known by name of all passengers
        elif standing and value not in seen and (claim.origin, value) in rivals and scope in ("total", "part"):
            status = "disputed"
        elif standing is None or (statuses[-1] == "first" and _together(standing, claim) and not are_side_by_side(standing, claim)):
            status = "first"  # five aircraft and one helicopter, told in one breath: neither updates the other
        elif value in seen:
            status = "corroborated" if _is_borne_out(claim, seen[value]) else "repeated"
        else:
            status = _against(standing, claim, grows=grows, groups=groups, corrected=figure_of(claim).low in corrected)
            if status == "updated" and stands_beside(claim, standing, beside):
                status = "differs_in_scope" if level(*value_of(standing)) >= CASE else "first"
            if status == "updated" and (_is_another(standing, claim, scope) or (grows and are_of_two_days(standing, claim))):
                status = "first"
            if status == "disputed" and (scope not in ("total", "part") or not _contradicts(standing, claim, told_by[value_of(standing)])):
                status = "differs_in_scope"
        seen[value][claim.origin] = claim
        told_by[value].add(claim.outlet)
        holds = status in ("first", "updated") or (status == "precision" and is_exact(figure_of(claim)))
        if holds and not (standing and scope != "background" and is_over(claim, standing.day)):
            holding[some] = last = claim
        statuses.append(status)
    return tuple(statuses)


def _is_borne_out(claim: Claim, told: Mapping[str, Claim]) -> bool:
    """Whether a value told before now comes from somebody else, who counted it too."""
    if claim.origin in told or not knows(claim):
        return False
    before = [one for one in told.values() if knows(one)]
    return any(bears_out(one, claim) for one in before) and not any(may_be_one(one, claim) for one in before)


def _is_another(standing: Claim, claim: Claim, scope: str) -> bool:
    """Whether a count is of another thing than the one that stands: history, another day's crowd, some of them or some more, all since a
    day long ago, the toll after a case, other soldiers."""
    measure, days = figure_of(claim).measure, days_between(standing.day, claim.day)
    if scope == "background" or is_longer_told(standing, claim) or is_aside(standing, claim) or (measure == "crowd" and days):
        return True
    if scope == "further" or (scope == "part" and kind_of(claim, scope) is None):
        return True
    if (scope == "total" and is_of_others(claim)) or _is_told_before(claim, standing):
        return True  # six other suspects; the nine of the morning beside the four of a paper of the evening
    if are_all_since(standing, claim) or are_of_two_grades(standing, claim):
        return True
    if is_word(figure_of(claim)) and level(*value_of(claim)) > 10 * level(*value_of(standing)):
        return True  # thousands are held in a land, and six here
    if measure == "destroyed" and scope == "total" and kind_of(claim, scope) is None and not count_one_kind(standing, claim):
        return True
    if scope == "total" and any(figure_of(one).scope == "further" and is_of_others(one) for one in (standing, claim)):
        return True  # three others were rescued, and four in all
    few = level(*value_of(standing)) < CASE <= level(*value_of(claim)) / 10 and not is_word(figure_of(standing))
    if few or (scope != "new" and is_case(standing) and level(*value_of(claim)) >= CASE):
        return True
    return measure == "troops" and (is_planned(claim) or not says_it_changed(claim) or not _are_one_force(standing, claim))


def _is_told_before(claim: Claim, standing: Claim) -> bool:
    """Whether a higher count was told hours before the one that stands for its day, by the clocks of both."""
    timed = all(len(one.witness.article.published or "") > DAY for one in (claim, standing))
    return timed and standing.witness.instant - claim.witness.instant > 2 * HOURS * 3600 and not says_it_changed(claim)


def _are_one_force(a: Claim, b: Claim) -> bool:
    return count_one_kind(a, b) and not are_in_two_places(a, b)


def may_contradict(before: Figure, now: Figure, outlets: int) -> bool:
    """Whether a count that so many outlets gave is known well enough for a lower one to contradict it."""
    if before.measure == "detained" and level(before.low, before.high) < FEW:
        return False  # two are held in one case, and three in another
    return outlets > 1 or (times_between(before, now) <= BY_ONE and level(before.low, before.high) >= FEW)


def _contradicts(standing: Claim, claim: Claim, outlets: set[str]) -> bool:
    """Whether a count can't hold beside the one that stands: an article does not contradict itself unless it sets two sources against
    each other, a word for a size is no number, and what held on an earlier day is an old state."""
    if are_side_by_side(standing, claim) or count_apart(standing, claim):
        return True
    before, now = figure_of(standing), figure_of(claim)
    if standing.witness.root == claim.witness.root or is_word(before) or days_between(claim.day, standing.day) > 0:
        return False
    return may_contradict(before, now, len(outlets))


def _together(a: Claim, b: Claim) -> bool:
    """Whether two counts stand in one sentence."""
    return a.witness is b.witness and a.sentence == b.sentence


def _against(standing: Claim, claim: Claim, *, grows: bool, groups: Groups, corrected: bool) -> str:
    """How a value not heard before stands to the one that held so far. corrected: whether somebody says that another became it."""
    before, now = figure_of(standing), figure_of(claim)
    grown = before.high is None and (now.low or 0) > (before.low or 0) and days_between(standing.day, claim.day) > 0
    rounded = rounds(now, before) or (rounds(before, now) and days_between(standing.day, claim.day) == 0)
    if is_rough_telling(standing, claim) or rounded or (meet(before, now) and (rounds(before, now) or not grown)):
        return "precision"
    if level(now.low, now.high) < CASE <= level(before.low, before.high) / 10:
        return "differs_in_scope"  # two more bodies found are a case beside the total
    if are_side_by_side(standing, claim) or count_apart(standing, claim):
        return "disputed"
    rises = level(now.low, now.high) > level(before.low, before.high)
    later = days_between(standing.day, claim.day) > 0 or claim.witness.instant - standing.witness.instant > HOURS * 3600
    fewer = now.measure in SETTLED and level(now.low, now.high) < STALE * level(before.low, before.high) and not says_it_changed(claim)
    if rises or (later and not grows and not fewer) or corrected or died_since(standing, claim):
        return "updated"
    if bounds(now.low, now.high)[1] < level(before.low, before.high) and not is_exact(now):
        return "repeated"  # 数十人死亡 long after 118: an old state told loosely, not a contradiction
    if level(now.low, now.high) < STALE * level(before.low, before.high) or now.scope != "total" or now.measure in LIKE_WITH_LIKE:
        return "differs_in_scope"  # so much less is an old state or another thing, and parts of a whole are no rivals
    return "differs_in_scope" if counts_fewer(claim, standing, groups) else "disputed"
