"""States: which counts can be earlier or later states of one another, and which only stand beside them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import day_of_deed, days_between, figure_of, is_about, is_since, says_it_changed, value_of
from rashomon.accounts.claims.quantities import ANEW, is_exact, is_word, level, meet
from rashomon.accounts.claims.sources import knows, may_be_one
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.relations.relating import times_between
from rashomon.languages import fold

CASE = 3  # counts under it tell of cases and not of a total
ABOUT = 1.1  # times by which a number told with 约 may miss another and still tell the same
TWICE = 2  # times a count, from which what is counted since a day long ago is more than one event's
ALIKE = 3  # times soldiers or things of one kind may differ and still be one count

LABEL = 6  # characters around a number of cases in which it may say of which kind they are
_PARTED = re.compile(r"[，,。；;、：:！!？?（）()\n0-9]")
YEAR_OR_MONTH = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_CLAUSE_END = re.compile(r"[^，,]{4}[，,]")

Beside = Mapping[str, Sequence[Claim]]
"""Path of an article -> its counts in one row."""


def lay_beside(claims: Sequence[Claim]) -> Beside:
    """A row's counts by article."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.witness.article.path].append(claim)
    return found


def larger_beside(claim: Claim, beside: Beside) -> list[Claim]:
    """What its article counts more on the same day, without saying that the one became the other: eight were held anew, 14 in all."""
    return [
        other
        for other in beside[claim.witness.article.path]
        if level(*value_of(other)) > level(*value_of(claim)) and not meet(figure_of(other), figure_of(claim)) and _at_once(claim, other)
    ]


def stands_beside(claim: Claim, value: Claim, beside: Beside) -> bool:
    """Whether a count's article gives another's value too, of the same day, and does not say that it became this one."""
    return any(
        value_of(other) == value_of(value) and other is not claim and _at_once(claim, other) for other in beside[claim.witness.article.path]
    )


def _at_once(claim: Claim, other: Claim) -> bool:
    """Whether an article gives another count for the day of one, and does not say that the one became the other.

    A toll that has risen to 21 beside the six who were found in cars has not risen from these, unless one sentence gives both.
    """
    changed = says_it_changed(claim) or (claim.sentence == other.sentence and says_it_changed(other))
    return days_between(claim.day, other.day) == 0 and not changed


def period_of(claim: Claim) -> str | None:
    """The year or month that a figure's sentence names before it as when it was counted; None where it names none, or all since then.

    A year on the other side of a cue is of who speaks, not of what was counted, unless it has a clause of its own:
    2019年一家工厂爆炸，官方说，14人死亡.
    """
    reading, (begin, _) = claim.witness.reading, claim.sentence
    named = next((time for time in reversed(reading.times) if begin <= time.start and time.end <= claim.start and time.type != "SET"), None)
    if named is None or not YEAR_OR_MONTH.fullmatch(named.value):
        return None
    since, shadow = wording(claim.witness.article.language).since, claim.witness.shadow
    if since and since.search(shadow[max(begin, named.start - 2) : claim.start].lower()):
        return None
    said = next((said for said in reading.attributions if named.end <= said.start <= claim.start < said.end), None)
    apart = said is None or (bool(said.chain_spans) and _holds_a_clause(shadow[named.end : said.chain_spans[0][0]]))
    return named.value if apart else None


def end_of(period: str) -> str:
    """About the last day of a year or month."""
    return f"{period}-12-31" if len(period) == 4 else f"{period}-28"


def _holds_a_clause(shadow: str) -> bool:
    return _CLAUSE_END.search(shadow.lstrip("，, ")) is not None


def is_over(claim: Claim, day: str) -> bool:
    """Whether a figure is of a year or month that was over on a day: last year's dead are no later state of January's."""
    period = period_of(claim)
    return period is not None and days_between(end_of(period), day) > 0


def is_rough_telling(a: Claim, b: Claim) -> bool:
    """Whether one of two numbers is told with 约 and the other comes near it: 约60人 beside 63, 约10人 beside 十多人."""
    return (is_about(a) or is_about(b)) and (_comes_near(a, b) or _comes_near(b, a))


def _comes_near(a: Claim, b: Claim) -> bool:
    """Whether a number lies within a tenth of another, or of a range of which it is told both ends."""
    one, other = figure_of(a), figure_of(b)
    if not is_exact(one) or other.low is None or other.high is None or is_word(other):
        return False
    return other.low / ABOUT <= level(one.low, one.high) <= other.high * ABOUT


def are_all_since(a: Claim, b: Claim) -> bool:
    """Whether two sources count all since a day long ago, and one more than twice as many: they do not count the same."""
    return is_since(a) and is_since(b) and a.origin != b.origin and times_between(figure_of(a), figure_of(b)) > TWICE


def is_longer_told(before: Claim, now: Claim) -> bool:
    """Whether a count is of all since a day long ago and much more than one that is not: 70 dead since a coup, seven on Monday."""
    return is_since(now) and not is_since(before) and times_between(figure_of(before), figure_of(now)) > TWICE


def are_of_two_days(a: Claim, b: Claim) -> bool:
    """Whether each count is of what was done on a day that its sentence gives, and these are two: four shot on Sunday, five on Thursday."""
    one, other = day_of_deed(a), day_of_deed(b)
    return bool(one and other) and one != other


def some_of_the_ill(claim: Claim) -> str | None:
    """Which of the ill a figure counts: imported, without symptoms, or by the last two characters: bank clerks, drivers; None where it
    counts whoever is ill."""
    if kind := _kind_of_case(claim):
        return kind
    who, cases = fold(figure_of(claim).who or "").lower(), wording(claim.witness.article.language).cases
    return who[-2:] if who and figure_of(claim).measure in ANEW and not (cases and cases.search(who)) else None


def _kind_of_case(claim: Claim) -> str | None:
    if figure_of(claim).measure not in ANEW:
        return None
    words, shadow = wording(claim.witness.article.language), claim.witness.lowered
    before = _PARTED.split(shadow[max(claim.sentence[0], claim.start - LABEL) : claim.start])[-1]
    behind = _PARTED.split(shadow[claim.end : min(claim.sentence[1], claim.end + LABEL)])[0]
    return next((kind for kind, pattern in words.ill if pattern.search(before + shadow[claim.start : claim.end] + behind)), None)


def is_case(claim: Claim) -> bool:
    """Whether a figure tells of one or two people whom it describes, and gives no toll."""
    return bool(figure_of(claim).who) and level(*value_of(claim)) < CASE


def count_one_kind(a: Claim, b: Claim) -> bool:
    """Whether two figures count one kind of things: by the last two characters of what they count, and by their size."""
    kinds = [(figure_of(claim).who or "")[-2:] for claim in (a, b)]
    return bool(kinds[0]) and kinds[0] == kinds[1] and times_between(figure_of(a), figure_of(b)) <= ALIKE


def are_in_two_places(a: Claim, b: Claim) -> bool:
    """Whether each of two figures names a place of its own: soldiers of one land and of another."""
    return len({fold(place) for claim in (a, b) if (place := figure_of(claim).where)}) > 1


def is_aside(before: Claim, now: Claim) -> bool:
    """Whether a count is of some of the ill whom another does not count alone, or of a time that was over: no later state of that.

    Two firms' clerks are counted by each of them; all the ill are more than those who came in.
    """
    some, others = some_of_the_ill(now), some_of_the_ill(before)
    if some is None:
        return _kind_of_case(before) is not None or is_over(now, before.day)
    of_two = knows(now) and knows(before) and not may_be_one(now, before) and now.origin != before.origin and _kind_of_case(now) is None
    return some != others or of_two or is_over(now, before.day)
