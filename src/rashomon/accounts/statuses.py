"""Statuses: how each figure of a series stands to what was known before it."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims import Claim
from rashomon.accounts.counted import corrects, days_between, died_since, figure_of, value_of
from rashomon.accounts.quantities import bounds, is_exact, is_word, level, meet, rounds
from rashomon.accounts.relating import times_between
from rashomon.accounts.scopes import Groups, counts_fewer
from rashomon.accounts.wording import wording
from rashomon.languages import fold
from rashomon.model import Figure

CASE = 3  # counts under it tell of cases and not of a total
HOURS = 3  # between two articles of one day: what may fall can have fallen since
STALE = 0.5  # share of a known count under which a later one is an old state
LIKE_WITH_LIKE = frozenset({"troops", "destroyed", "infected"})  # measures that count many kinds of things, or anew each day
TOLLS = frozenset({"killed", "injured", "missing"})
BY_ONE = 1.5  # times a count that one outlet alone gave may surpass a later one that disputes it: beyond it most were of other people
FEW = 10  # counts under it, given by one outlet alone, are of one incident of several
TWICE = 2  # times a source's toll of a day may be another's and still count the same


def find_statuses(
    claims: Sequence[Claim], *, scope: str, grows: bool, taken_back: set[tuple[int | None, int | None]], groups: Groups
) -> tuple[str, ...]:
    """Walk a row from its first day: how each figure stands to what was known before it.

    What is history is of several things, and what is new of several days: neither contradicts what stands beside it.
    """
    seen: dict[tuple[int | None, int | None], set[str]] = {}
    told_by: dict[tuple[int | None, int | None], set[str]] = defaultdict(set)
    standing: Claim | None = None  # the figure that holds so far
    statuses: list[str] = []
    for claim in claims:
        value = value_of(claim)
        if value in taken_back:
            status = "withdrawn"
        elif standing is None or (statuses[-1] == "first" and _together(standing, claim) and not are_side_by_side(standing, claim)):
            status = "first"  # five aircraft and one helicopter, told in one breath: neither updates the other
        elif value in seen:
            status = "repeated" if claim.origin in seen[value] else "corroborated"
        else:
            status = _against(standing, claim, grows=grows, groups=groups)
            if status == "disputed" and (scope not in ("total", "part") or not _contradicts(standing, claim, told_by[value_of(standing)])):
                status = "differs_in_scope"
        seen.setdefault(value, set()).add(claim.origin)
        told_by[value].add(claim.outlet)
        if status in ("first", "updated") or (status == "precision" and is_exact(figure_of(claim))):
            standing = claim
        statuses.append(status)
    return tuple(statuses)


def may_contradict(before: Figure, now: Figure, outlets: int) -> bool:
    """Whether a count that so many outlets gave is known well enough for a lower one to contradict it."""
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


def _against(standing: Claim, claim: Claim, *, grows: bool, groups: Groups) -> str:
    """How a value not heard before stands to the one that held so far."""
    before, now = figure_of(standing), figure_of(claim)
    grown = before.high is None and (now.low or 0) > (before.low or 0) and days_between(standing.day, claim.day) > 0
    if rounds(now, before) or (meet(before, now) and (rounds(before, now) or not grown)):
        return "precision"
    if level(now.low, now.high) < CASE <= level(before.low, before.high) / 10:
        return "differs_in_scope"  # two more bodies found are a case beside the total
    if are_side_by_side(standing, claim) or count_apart(standing, claim):
        return "disputed"
    rises = level(now.low, now.high) > level(before.low, before.high)
    later = days_between(standing.day, claim.day) > 0 or claim.witness.instant - standing.witness.instant > HOURS * 3600
    if rises or (later and not grows) or corrects(claim) or died_since(standing, claim):
        return "updated"
    if bounds(now.low, now.high)[1] < level(before.low, before.high) and not is_exact(now):
        return "repeated"  # 数十人死亡 long after 118: an old state told loosely, not a contradiction
    if level(now.low, now.high) < STALE * level(before.low, before.high) or now.scope != "total" or now.measure in LIKE_WITH_LIKE:
        return "differs_in_scope"  # so much less is an old state or another thing, and parts of a whole are no rivals
    return "differs_in_scope" if counts_fewer(claim, standing, groups) else "disputed"


def are_side_by_side(a: Claim, b: Claim) -> bool:
    """Whether one article sets two sources' tolls of a day against each other, and does not say that one came to be the other.

    At least 130 and 210 are two tolls, where 逾百 may be 137. Cases and arrests are counted of many things in one article, and so is what
    is more than twice as much; but who called a crowd together counts it apart from the police, however far.
    """
    if a.witness is not b.witness or a.origin == b.origin:
        return False
    one, other = figure_of(a), figure_of(b)
    if meet(one, other):
        return False
    if count_apart(a, b):
        return True
    if one.measure not in TOLLS or a.day != b.day:
        return False
    if not all(claim.chain and claim.origin != claim.witness.key for claim in (a, b)) or not (_is_counted(one) and _is_counted(other)):
        return False
    fewer, more = sorted((a, b), key=lambda claim: level(*value_of(claim)))
    return level(*value_of(more)) <= TWICE * level(*value_of(fewer)) and not (
        _has_changed(fewer, but_for_itself=True) or _has_changed(more)
    )


def _is_counted(figure: Figure) -> bool:
    """Whether a figure gives one number, or one that is the least: at least 130, but not 逾百."""
    return is_exact(figure) or (figure.high is None and len(str(figure.low or 0).rstrip("0")) > 1)


def _has_changed(claim: Claim, *, but_for_itself: bool = False) -> bool:
    """Whether a count's sentence says that one number came to be another; but_for_itself: not 升至 at the count, which is of one before."""
    words, (start, end) = wording(claim.witness.article.language).risen, claim.sentence
    found = words.finditer(claim.witness.shadow, start, end) if words else ()
    return any(not but_for_itself or match.end() < claim.start or match.start() >= claim.end for match in found)


def count_apart(a: Claim, b: Claim) -> bool:
    """Whether of two counts of a crowd, told of days next to each other, one is from those who called it together and the other is not."""
    if figure_of(a).measure != "crowd" or abs(days_between(a.day, b.day)) > 1 or not (a.chain and b.chain):
        return False
    return _by_organisers(a) != _by_organisers(b)


def _by_organisers(claim: Claim) -> bool:
    words = wording(claim.witness.article.language).organisers
    return bool(words and words.search(fold(claim.chain[-1]).lower()))
