"""Series: figures of one measure, group, place and scope, lined up over the days they hold for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import counts_some, days_between, figure_of, kind_of, value_of
from rashomon.accounts.claims.quantities import level
from rashomon.accounts.series.outbreaks import find_daily
from rashomon.accounts.series.scopes import find_outsized, groups_of, is_concealed, is_found, is_more
from rashomon.accounts.series.states import CASE, end_of, period_of
from rashomon.accounts.series.statuses import LIKE_WITH_LIKE, find_statuses
from rashomon.model import Figure, Story
from rashomon.model.article import Span

ACTED_ON = frozenset({"detained", "rescued"})  # measures of which so many more (再拘捕8人) are never the first of all
CUMULATIVE = frozenset({"killed", "injured", "detained", "infected", "rescued", "destroyed"})
"""Measures that only grow: a later lower count contradicts, where a crowd or a ward may simply empty."""
SIDES = frozenset({"security", "attackers"})
WHOLE: Mapping[str, str] = {"civilians": "all"}  # where no side is told apart, three women and three dead are of one series
NO_GROUPS: Mapping[str, str] = {}
BACKGROUND = 45  # days before a story's first article from which a count is history told along with it
SAME_TIME = 1  # days within which two counts are of one moment: papers of the same evening carry two dates


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of one series, by the day they hold for, each with its status."""

    measure: str
    group: str
    place: str | None
    scope: str
    things: str | None = (
        None  # what was destroyed: aircraft, tanks, ships, vehicles, ...; who are a part: children, women, crew; None for others
    )
    claims: tuple[Claim, ...]
    statuses: tuple[str, ...]

    @property
    def rank(self) -> tuple[object, ...]:
        """Sorts rows, the fullest first."""
        return (-len(self.claims), self.measure, self.group, self.place or "", self.scope, self.things or "")

    def moment(self, claim: Claim) -> tuple[object, ...]:
        """When a figure of this row was told."""
        return _moment(claim, grows=self.grows)

    @property
    def grows(self) -> bool:
        return self.measure in CUMULATIVE and self.scope == "total"

    @property
    def cells(self) -> tuple[tuple[Claim, ...], ...]:
        """Claims of one value together, by when the value was first given; a value taken up again stays where it began."""
        values: dict[tuple[int | None, int | None], list[Claim]] = {}
        for claim in self.claims:
            values.setdefault(value_of(claim), []).append(claim)
        return tuple(tuple(cell) for cell in values.values())


def line_up(
    figures: Sequence[Claim], places: Sequence[str | None], story: Story, withdrawn: Mapping[str, Sequence[Claim]]
) -> tuple[Row, ...]:
    """Rows of figures that may be compared, the fullest first.

    places: of the figures; None is the whole of the story. withdrawn: measure -> figures that some article reports as taken back.
    """
    rows: dict[tuple[str, str, str | None, str, str | None], list[Claim]] = defaultdict(list)
    sided = _sided(figures)
    for claim, place, scope in zip(figures, places, _scopes(figures, places, story, sided), strict=True):
        figure = figure_of(claim)
        group = (NO_GROUPS if figure.measure in sided else WHOLE).get(figure.group, figure.group)
        rows[(figure.measure, group, place, scope, kind_of(claim, scope))].append(claim)
    built = []
    groups = groups_of(figures)
    for (measure, group, place, scope, things), claims in rows.items():
        grows = measure in CUMULATIVE and scope == "total"
        ordered = sorted(claims, key=lambda claim: _moment(claim, grows=grows))
        taken_back = {value_of(claim) for claim in withdrawn.get(measure, ())}
        statuses = find_statuses(ordered, scope=scope, grows=grows, taken_back=taken_back, groups=groups)
        built.append(Row(measure=measure, group=group, place=place, scope=scope, things=things, claims=tuple(ordered), statuses=statuses))
    return tuple(sorted(built, key=lambda row: row.rank))


def _scopes(figures: Sequence[Claim], places: Sequence[str | None], story: Story, sided: frozenset[str]) -> list[str]:
    """What each figure counts: all, a part, those of one day, or what is history. sided: measures that keep their groups."""
    parents = _parents(figures)
    scopes = [
        "background"
        if is_history(claim, story.first)
        else _scope(claim, parents, NO_GROUPS if figure_of(claim).measure in sided else WHOLE)
        for claim in figures
    ]
    now = [at for at, scope in enumerate(scopes) if scope != "background"]
    for number in find_daily([figures[at] for at in now], [places[at] for at in now]):
        scopes[now[number]] = "new" if scopes[now[number]] in ("total", "further") else scopes[now[number]]
    for at in _some_of_all(figures, places, scopes):
        scopes[at] = "part"
    rows: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for at in now:
        if scopes[at] == "total" and figure_of(figures[at]).measure in CUMULATIVE - LIKE_WITH_LIKE:
            rows[figure_of(figures[at]).measure, places[at]].append(at)
    for row in rows.values():
        for number in find_outsized([max(1.0, level(*value_of(figures[at]))) for at in row]):
            scopes[row[number]] = "background"
    return scopes


def _some_of_all(figures: Sequence[Claim], places: Sequence[str | None], scopes: Sequence[str]) -> list[int]:
    """Whom an article tells of beside a total of theirs: single people, and some by sex, age, trade or nationality.

    A woman whom a tree struck is one of the nine dead, and the 18 foreigners are some of the 147. One of two may be all there are.
    """
    largest: dict[tuple[str, str, str | None], float] = defaultdict(float)
    kept = [
        (at, (claim.witness.article.path, figure_of(claim).measure, places[at]))
        for at, claim in enumerate(figures)
        if scopes[at] == "total"
    ]
    for at, key in kept:
        largest[key] = max(largest[key], level(*value_of(figures[at])))
    return [
        at
        for at, key in kept
        if (size := level(*value_of(figures[at]))) < largest[key]
        and ((figure_of(figures[at]).who and size < CASE <= largest[key]) or (size > 1 and counts_some(figures[at])))
    ]


def is_history(claim: Claim, first: str | None) -> bool:
    """Whether a figure is of long before a story's first day: by its own day, or by the year or month that its sentence names before it."""
    if not first:
        return False
    if days_between(claim.day, first) > BACKGROUND:
        return True
    period = period_of(claim)
    return period is not None and days_between(end_of(period), first) > BACKGROUND


def _moment(claim: Claim, *, grows: bool) -> tuple[object, ...]:
    """When a figure was told: what only grows is told smaller before larger within one day; its as-of day is read less surely."""
    return (claim.witness.day, level(*value_of(claim)) if grows else 0.0, claim.day, *claim.order)


def _sided(figures: Sequence[Claim]) -> frozenset[str]:
    """The measures that keep their groups: where sides are told apart, or civilians alone; a crowd always has another side."""
    groups: dict[str, set[str]] = defaultdict(set)
    for claim in figures:
        groups[figure_of(claim).measure].add(figure_of(claim).group)
    return frozenset({"crowd", *(measure for measure, told in groups.items() if told & SIDES or "all" not in told)})


def _parents(figures: Sequence[Claim]) -> dict[tuple[str, Span], list[Claim]]:
    by_sentence: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in figures:
        by_sentence[(claim.witness.article.path, claim.sentence)].append(claim)
    return by_sentence


def _scope(claim: Claim, parents: Mapping[tuple[str, Span], Sequence[Claim]], whole: Mapping[str, str]) -> str:
    """A part of a count of all is the whole of its own group: 310 dead, 12 of them police, are all the police there are.

    whole: groups that are counted as another: of 23 dead the seven children stay a part where no sides are told apart.
    """
    figure = figure_of(claim)
    if is_found(claim) or is_concealed(claim):
        return "part"
    if (figure.scope == "total" or (figure.scope == "further" and figure.measure in ACTED_ON)) and is_more(claim):
        return "further"
    beside = [other for other in parents[(claim.witness.article.path, claim.sentence)] if other is not claim]
    if figure.scope == "total" and any(_told_with(claim, other, whole) for other in beside):
        return "part"
    if figure.scope not in ("part", "further"):
        return figure.scope
    if figure.scope == "further" and any(_counts_all(figure_of(other), figure) for other in beside):
        return "further"  # two bodies found, 38 dead in all
    before = [figure_of(other) for other in beside if other.start < claim.start]
    kin = [other for other in before if other.measure == figure.measure]
    if figure.scope == "part" and not kin and figure.group == "all":
        return "part" if not before else "total"
    alike = any(whole.get(other.group, other.group) == whole.get(figure.group, figure.group) for other in kin)
    return figure.scope if alike or (figure.scope == "part" and not before) else "total"


def _told_with(claim: Claim, other: Claim, whole: Mapping[str, str]) -> bool:
    """Whether two counts of a sentence share one predicate and one series, and each counts its own: 61名乘客、5名机组人员遇难."""
    one, two = figure_of(claim), figure_of(other)
    if not (one.who and two.who and one.who != two.who and (one.measure, two.scope) == (two.measure, "total")):
        return False
    first, last = sorted((claim, other), key=lambda told: told.start)
    return whole.get(one.group, one.group) == whole.get(two.group, two.group) and last.start < first.end


def _counts_all(other: Figure, figure: Figure) -> bool:
    """Whether a count is one of all those that another adds to."""
    larger = level(other.low, other.high) > level(figure.low, figure.high)
    return larger and other.scope == "total" and (other.measure, other.group) == (figure.measure, figure.group)
