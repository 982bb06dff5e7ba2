"""Rivals: two sources' counts that an article sets against each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from rashomon.accounts.claims.claims import AUTHORITIES, Claim
from rashomon.accounts.claims.counted import Value, days_between, figure_of, is_planned, is_supposed, value_of
from rashomon.accounts.claims.quantities import is_exact, level, meet
from rashomon.accounts.claims.wording import wording
from rashomon.languages import fold
from rashomon.model import Figure

TOLLS = frozenset({"killed", "injured", "missing"})
CLAIMED = frozenset({"detained", "rescued"})  # counted of many things in one article, but by an office and its critics of one
TWICE = 2  # times a source's toll of a day may be another's and still count the same
OPPOSED = 6  # the same where one is an office's and the other its critics'
SAME_EVENING = 1  # days between the tolls of two such that stand so: one says as of when it counted, and the other does not
_APART = 2  # characters between two sentences that stand one right behind the other


def are_side_by_side(a: Claim, b: Claim) -> bool:
    """Whether one article sets two sources' tolls of a day against each other, and does not say that one came to be the other.

    At least 130 and 210 are two tolls, where 逾百 may be 137. Cases and arrests are counted of many things in one article, and so is what
    is more than twice as much; but who called a crowd together counts it apart from the police, however far, and so does an opposition
    count the dead apart from its government.
    """
    if a.witness is not b.witness or a.origin == b.origin:
        return False
    one, other = figure_of(a), figure_of(b)
    if meet(one, other):
        return False
    if count_apart(a, b):
        return True
    if one.measure not in (*TOLLS, *CLAIMED) or abs(days_between(a.day, b.day)) > SAME_EVENING:
        return False
    if not all(claim.chain and claim.origin != claim.witness.key for claim in (a, b)) or not (is_counted(one) and is_counted(other)):
        return False
    if not (opposed := _are_opposed(a, b)) and (a.day != b.day or one.measure in CLAIMED):
        return False
    fewer, more = sorted((a, b), key=lambda claim: level(*value_of(claim)))
    times = OPPOSED if opposed else TWICE
    return level(*value_of(more)) <= times * level(*value_of(fewer)) and not (
        _has_changed(fewer, but_for_itself=True) or _has_changed(more)
    )


def is_called_untrue(claim: Claim) -> bool:
    """Whether an office calls somebody else's count untrue behind it: 有媒体称19人，民防部称该数字不实."""
    witness, end = claim.witness, claim.sentence[1]
    untrue, official = wording(witness.article.language).untrue, wording(witness.article.language).official
    if figure_of(claim).measure not in TOLLS or not (untrue and official) or claim.origin == AUTHORITIES or _is_of(claim.chain, official):
        return False
    after = next((close for start, close in witness.article.sentences if start >= end), end)
    said = untrue.search(witness.lowered, claim.end, after)
    between = [one.chain for one in witness.reading.attributions if said and claim.end <= one.start <= said.end() and one.chain]
    return any(_is_of(chain[-1:], official) for chain in between)


def is_no_state(claim: Claim) -> bool:
    """Whether a count is planned, only thought of, or called untrue."""
    return is_planned(claim) or is_supposed(claim) or is_called_untrue(claim)


def _is_of(names: Sequence[str], words: re.Pattern[str]) -> bool:
    return any(words.search(fold(name).lower()) for name in names)


def lay_side_by_side(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of two sources' counts that an article sets against each other, each in the order of its text."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.witness.article.path].append(claim)
    pairs = (sorted(pair, key=lambda claim: claim.start) for told in by_article.values() for pair in combinations(told, 2))
    return [(a, b) for a, b in pairs if are_side_by_side(a, b)]


def find_rivals(claims: Iterable[Claim], beside: Iterable[tuple[Claim, Claim]]) -> frozenset[tuple[str, Value]]:
    """Origins with their values that are no state of a series: of each pair set side by side the last named, what an office calls untrue,
    and what critics count who say that it hides the dead."""
    last = [max(pair, key=lambda claim: claim.start) for pair in beside]
    return frozenset((claim.origin, value_of(claim)) for claim in (*last, *filter(_is_set_against, claims)))


def _is_set_against(claim: Claim) -> bool:
    """Whether a count is called untrue, or its sentence says that the authorities hide the true one: 反对党指责政府瞒报，称有200人死亡."""
    words = wording(claim.witness.article.language)
    told = figure_of(claim).measure in TOLLS and _is_by(claim, words.critics)
    return is_called_untrue(claim) or bool(told and words.hidden and words.hidden.search(claim.witness.lowered, *claim.sentence))


def _are_opposed(a: Claim, b: Claim) -> bool:
    """Whether of two tolls, one right behind the other, one is an office's and the other its critics': 反对派称37人死亡，政府称9人."""
    first, last = sorted((a, b), key=lambda claim: claim.start)
    between = first.witness.lowered[first.sentence[1] : last.sentence[0]]
    if len(between) > _APART or len(figure_of(a).chain) > 1 or len(figure_of(b).chain) > 1:
        return False
    words = wording(a.witness.article.language)
    critics = [_is_by(claim, words.critics) for claim in (a, b)]
    return critics[0] != critics[1] and _is_by(b if critics[0] else a, words.official)


def is_counted(figure: Figure) -> bool:
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
    called = [_is_by(claim, wording(claim.witness.article.language).organisers) for claim in (a, b)]
    return called[0] != called[1]


def _is_by(claim: Claim, words: re.Pattern[str] | None) -> bool:
    """Whether a count's innermost source is one of those that words tell."""
    return bool(words and _is_of(claim.chain[-1:], words))
