"""Counts: what a figure is as a claim: its value, its day, and what it says of itself."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.wording import wording
from rashomon.languages import fold
from rashomon.model import Figure
from rashomon.model.article import Span

NOUN = 8  # characters behind a figure in which what its classifier counts may be named
LABEL = 8  # characters before one in which they may be: 机组6人
IDENTITY = 3  # characters behind one in which it may say that their names are known: 120名遇难者身份
HURT = frozenset({"injured", "critical", "hospitalized", "missing"})  # of whom some may be among the dead later
NEAR = 3  # characters around one in which it may say that it is rough
BEFORE = 16  # characters before a figure in which it may say that it counts all

Value = tuple[int | None, int | None]
"""The least and the most that a figure gives."""

_STOP = re.compile(r"[，,。；;：:！!？?\n（(）)]")
_NUMBER = re.compile("[0-9零一二两三四五六七八九十百千万数几]")
_COMMA = re.compile("[，,；;]")
_ENTRY = re.compile(r"[，,；;、]")
_PARTED = re.compile(r"[，,。；;、：:！!？?\n0-9和与及]")


def figure_of(claim: Claim) -> Figure:
    assert isinstance(claim.told, Figure)
    return claim.told


def value_of(claim: Claim) -> Value:
    figure = figure_of(claim)
    return figure.low, figure.high


@lru_cache(maxsize=1 << 14)
def days_between(a: str, b: str) -> int:
    """Days from a to b; a day of unknown date is as near as can be."""
    one, other = day_number(a[:10]), day_number(b[:10])
    return other - one if one and other else 0


@cache
def day_number(day: str) -> int:
    """An ISO 8601 day counted from the first of all; 0 where it is none."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def clause_of(claim: Claim, *, since: int | None = None) -> Span:
    """The stretch of a count's sentence between the stops around it. since: where what is heard of the sentence begins."""
    start, end = claim.sentence if since is None else (since, claim.sentence[1])
    shadow = claim.witness.lowered
    first = max((stop.end() for stop in _STOP.finditer(shadow, start, claim.start)), default=start)
    stop = _STOP.search(shadow, claim.end, end)
    return first, stop.start() if stop else end


def corrects(claim: Claim) -> bool:
    """Whether a figure says of itself that it corrects an earlier one."""
    words = wording(claim.witness.article.language).corrected
    return bool(words and words.search(claim.witness.shadow, *claim.sentence))


def corrected_to(claims: Iterable[Claim]) -> frozenset[int | None]:
    """The least numbers that some of the figures say others were corrected to."""
    return frozenset(figure_of(claim).low for claim in claims if corrects(claim))


def died_since(standing: Claim, claim: Claim) -> bool:
    """Whether at least as many more are dead in a later article as fewer are hurt or missing: 3死21伤, then 6死20伤."""
    before, now = figure_of(standing), figure_of(claim)
    if before.measure not in HURT or claim.witness.instant <= standing.witness.instant:
        return False
    dead = [
        max(((f.low or 0) for f in c.witness.reading.figures if f.measure == "killed" and f.scope == "total"), default=0)
        for c in (standing, claim)
    ]
    return dead[0] > 0 and 0 < (before.low or 0) - (now.low or 0) <= dead[1] - dead[0]


def holds_the_dead(standing: Claim, claim: Claim) -> bool:
    """Whether one count of the hurt is the other and those of them who died: 18人受伤，其中3人不治 beside 15 hurt."""
    before, now = figure_of(standing), figure_of(claim)
    start, end = standing.sentence
    dead = {f.low for f in standing.witness.reading.figures if f.measure == "killed" and f.scope == "part" and start <= f.start < end}
    return before.measure in HURT and before.low is not None and now.low is not None and before.low - now.low in dead


def is_in_all(claim: Claim) -> bool:
    """Whether a figure says of itself that it counts all so far, and not the new ones of a day."""
    words = wording(claim.witness.article.language).in_all
    start, end = claim.sentence
    return bool(words and words.search(claim.witness.shadow[max(start, claim.start - BEFORE) : min(end, claim.end + 2)].lower()))


def is_since(claim: Claim) -> bool:
    """Whether a figure says of itself that it counts all since a day or deed long ago: 政变以来."""
    words = wording(claim.witness.article.language).long_since
    return bool(words and words.search(claim.witness.lowered, claim.sentence[0], claim.end))


def is_about(claim: Claim) -> bool:
    """Whether a figure says that its number is a rough one: 约60人."""
    words = wording(claim.witness.article.language).about
    start, end = claim.sentence
    return bool(words and words.search(claim.witness.lowered, max(start, claim.start - NEAR), min(end, claim.end + NEAR)))


def number_at(claim: Claim) -> int:
    """Where the number of a figure stands; its own start where it holds none."""
    found = _NUMBER.search(claim.witness.shadow, claim.start, claim.end)
    return found.start() if found else claim.start


def says_it_changed(claim: Claim) -> bool:
    """Whether a figure's sentence says that one number came to be another."""
    words = wording(claim.witness.article.language).risen
    return bool(words and words.search(claim.witness.lowered, *claim.sentence))


def _has_risen(claim: Claim) -> bool:
    """Whether a figure itself is what another number came to be."""
    words = wording(claim.witness.article.language).risen
    return bool(words and words.search(claim.witness.lowered, max(claim.sentence[0], claim.start - BEFORE), claim.end))


def day_of_deed(claim: Claim) -> str | None:
    """The day that a figure's sentence gives for what was done to those counted; None where it gives none, or counts all up to a day.

    A day before the words of a source is of who speaks.
    """
    words, (start, end) = wording(claim.witness.article.language), claim.sentence
    if (words.up_to and words.up_to.search(claim.witness.lowered, start, end)) or _has_risen(claim) or is_in_all(claim):
        return None
    reading = claim.witness.reading
    said = next((said.start for said in reading.attributions if start <= said.start <= claim.start < said.end), start)
    days = [time.value[:10] for time in reading.times if said <= time.start < end and time.type in ("DATE", "TIME")]
    return claim.day if claim.day in days else None


def kind_of(claim: Claim, scope: str) -> str | None:
    """What kind of things a figure counts, where it counts what was destroyed, and of people where it counts some of them.

    Five aircraft and 74 sites are no rivals, nor are the six children and the four women among thirteen dead.
    """
    figure, words = figure_of(claim), wording(claim.witness.article.language)
    shadow = claim.witness.lowered
    if figure.measure == "destroyed":
        end = min(claim.end + NOUN, claim.sentence[1])
        return next(
            (kind for kind, pattern in words.things if (found := pattern.search(shadow, claim.start, end)) and found.start() < claim.end),
            None,
        )
    if scope != "part":
        return None
    behind = _PARTED.split(shadow[claim.end : min(claim.end + IDENTITY, claim.sentence[1])])[0]
    return _some_people(claim, f"{_label(claim)}{shadow[claim.start : claim.end]}{behind}")


def counts_some(claim: Claim) -> bool:
    """Whether a figure's words, or the label right before it, count some by sex, age, trade or nationality: 外籍遇难者18人."""
    if figure_of(claim).measure == "destroyed":
        return False
    label, told = _label(claim), _ENTRY.split(claim.witness.lowered[claim.start : claim.end])[0]
    people = wording(claim.witness.article.language).people
    right_before = any(found.end() == len(label) for _, pattern in people for found in pattern.finditer(label))
    return right_before or _some_people(claim, told) is not None


def _label(claim: Claim) -> str:
    """What stands before a figure and may say whom it counts: 机组6人."""
    return _PARTED.split(claim.witness.lowered[max(claim.sentence[0], claim.start - LABEL) : claim.start])[-1]


def is_of_the_identified(claim: Claim) -> bool:
    """Whether a part is one of those whose names are known, told before it: 已确认20人的身份，包括14名乘客 are not all the passengers."""
    identified = dict(wording(claim.witness.article.language).people).get("identified")
    start, measure, shadow = claim.sentence[0], figure_of(claim).measure, claim.witness.shadow
    before = [one for one in claim.witness.reading.figures if start <= one.start < claim.start and one.measure == measure]
    return identified is not None and any(identified.search(shadow, one.end, one.end + IDENTITY) for one in before)


def are_of_two_kinds(a: Claim, b: Claim) -> bool:
    """Whether one figure counts some of the people, by sex, age or trade, and the other all or others: a woman held, two men held; or they
    count two grades of the ill, or one counts whoever did it with the dead."""
    one, other = (_some_people(claim, _COMMA.split(claim.witness.lowered[claim.start : claim.end])[0]) for claim in (a, b))
    return one != other or are_of_two_grades(a, b) or _with_doer(a) != _with_doer(b)


def are_of_two_grades(a: Claim, b: Claim) -> bool:
    """Whether each figure tells how badly the ill are, and not the same: 17人危殆, 26人情况严重."""
    one, other = (_grade_of(claim) for claim in (a, b))
    return bool(one and other) and one != other


def _grade_of(claim: Claim) -> str | None:
    if figure_of(claim).measure != "critical":
        return None
    words, told = wording(claim.witness.article.language), claim.witness.lowered[claim.start : claim.end]
    return next((grade for grade, pattern in words.grades if pattern.search(told)), None)


def _with_doer(claim: Claim) -> bool:
    """Whether the dead are counted with whoever did it: 连同枪手, 2人死亡."""
    words = wording(claim.witness.article.language).with_doer
    return bool(words and figure_of(claim).measure == "killed" and words.search(claim.witness.lowered, *claim.sentence))


def _some_people(claim: Claim, told: str) -> str | None:
    """Who are some of those counted, by the words of a count; None where they are all."""
    words, who = wording(claim.witness.article.language), fold(figure_of(claim).who or "").lower()
    return next((kind for kind, pattern in words.people if pattern.search(f"{who} {told}")), None)


def is_supposed(claim: Claim) -> bool:
    """Whether a figure tells of what is only thought of: what a surge may bring, what a ward can hold."""
    words, (start, end) = wording(claim.witness.article.language), claim.sentence
    shadow = claim.witness.lowered
    if words.supposed and words.supposed.search(shadow, clause_of(claim)[0], min(end, claim.end + 2)):
        return True
    return bool(words.conditional and words.conditional.search(shadow, start, claim.start))


def is_planned(claim: Claim) -> bool:
    """Whether a figure tells what is to come and not what is."""
    words = wording(claim.witness.article.language).planned
    return bool(words and words.search(claim.witness.shadow, claim.sentence[0], claim.start))
