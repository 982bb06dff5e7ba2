"""Relations of figures: how one count stands to another, what was taken back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import (
    Value,
    are_of_two_kinds,
    days_between,
    died_since,
    figure_of,
    is_in_all,
    says_it_changed,
    value_of,
)
from rashomon.accounts.claims.quantities import ANEW, OVER, bounds, is_exact, is_word, level, meet, rounds
from rashomon.accounts.relations.differences import differ_in_scope
from rashomon.accounts.relations.independence import relate_outlets
from rashomon.accounts.relations.relating import Cell, relate, times_between, values_of
from rashomon.accounts.relations.withdrawals import Withdrawal, as_claim, explained_by, explains, takes_back
from rashomon.accounts.series.kinship import unite
from rashomon.accounts.series.outbreaks import is_outbreak
from rashomon.accounts.series.rivals import TOLLS, count_apart, is_counted, is_no_state, lay_side_by_side
from rashomon.accounts.series.scopes import GROWTH, Groups, counts_fewer, groups_of, of_some
from rashomon.accounts.series.series import CUMULATIVE, SAME_TIME, Row
from rashomon.accounts.series.setting import Setting, set_out
from rashomon.accounts.series.standing import MIXED
from rashomon.accounts.series.states import (
    are_all_since,
    are_of_two_days,
    count_one_kind,
    is_aside,
    is_case,
    is_longer_told,
    is_rough_telling,
    stands_beside,
)
from rashomon.accounts.series.statuses import FEW, LIKE_WITH_LIKE, STALE, may_contradict
from rashomon.model import Figure, Relation

AHEAD = 4  # values further on that an earlier value is still told to be updated by
ROUND_UP = 4  # values of one row that one article may give before it is taken for a round-up
SINGLE = 3  # counts under it tell of cases
FEW_FIRST = 10  # counts under it are of single cases where very many more are told later
LEAP = 5  # times from which they are very many more
INCIDENT = 60  # different counts under which a story is of one incident


def relate_figures(rows: Sequence[Row], withdrawals: Sequence[Withdrawal], countries: frozenset[str]) -> tuple[Relation, ...]:
    """Every relation between the story's counts that is plain enough to tell. countries: places of rows that are countries."""
    told: list[Relation] = []
    groups = groups_of(claim for row in rows for claim in row.claims)
    taken_back = explained_by(withdrawals)
    rows = [kept for row in unite(rows) if (kept := _comparable(row, taken_back)).claims]
    anew = ANEW | CUMULATIVE if is_outbreak(claim for row in rows for claim in row.claims) else ANEW
    several = sum(len(row.cells) for row in rows) >= INCIDENT
    for row in rows:
        if row.scope == "background":
            continue
        for cell in row.cells:
            standing = [claim for claim in cell if not takes_back(claim, withdrawals)]
            for near in _by_day(standing) if row.measure in ANEW else [standing]:
                told.extend(relate_outlets(near, single=FEW if several else SINGLE, measure=row.measure))
        void = {value_of(c) for w in withdrawals for c in w.figures if figure_of(c).measure == row.measure}
        beside = _side_by_side([row, *(other for other in rows if _is_of_some(other, row))])
        told.extend(_relate_side_by_side(row, [pair for pair in beside if void.isdisjoint(map(value_of, pair))]))
        if row.scope in ("total", "part"):
            setting = set_out(row.claims, beside, taken_back=void, grows=row.grows)
            told.extend(_relate_cells(row, void, groups, anew, several, setting))
    told.extend(differ_in_scope(rows, anew, countries))
    told.extend(_withdraw(rows, withdrawals))
    return tuple(told)


def _by_day(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Counts of one value that is counted anew each day, those of the same days together: 29 new cases of a week later are others."""
    found: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: claim.witness.day):
        if not found or days_between(found[-1][0].witness.day, claim.witness.day) > SAME_TIME:
            found.append([])
        found[-1].append(claim)
    return found


def _comparable(row: Row, taken_back: frozenset[tuple[str, str, object]]) -> Row:
    """A row without the articles that give many values in it, without the cases that stand beside a total, and without what only explains
    a count taken back.

    A round-up counts another thing each time; the woman whom a tree struck is one of the nine dead of her article, and no earlier state
    of them, unless the article sets two sources' counts against each other; who says what a wrong number had been mistaken for claims
    nothing new.
    """
    values: dict[str, set[object]] = defaultdict(set)
    largest: dict[str, float] = defaultdict(float)
    for claim in row.claims:
        path = claim.witness.article.path
        values[path].add(value_of(claim))
        largest[path] = max(largest[path], level(*value_of(claim)))

    beside = lay_side_by_side(row.claims) if row.measure in TOLLS else []
    rivals = {(claim.witness.article.path, value_of(claim)) for pair in beside for claim in pair}

    def counts(claim: Claim) -> bool:
        path = claim.witness.article.path
        case = level(*value_of(claim)) < SINGLE <= largest[path] and (path, value_of(claim)) not in rivals
        return len(values[path]) <= ROUND_UP and not case and not explains(claim, taken_back)

    claims = tuple(claim for claim in row.claims if counts(claim))
    return row if len(claims) == len(row.claims) else msgspec.structs.replace(row, claims=claims)


def _relate_cells(
    row: Row,
    taken_back: set[tuple[int | None, int | None]],
    groups: Groups,
    anew: frozenset[str],
    several: bool,
    setting: Setting,
) -> Iterator[Relation]:
    """Values of one row against each other: the later state, the coarser telling, the contradiction.

    A value that was taken back contradicts nothing; only what came days after it updates it. anew: measures that are counted anew each day,
    whose lower counts contradict nothing. several: whether the story is of several incidents, of which a few counts contradict nothing.
    """
    cells = [
        cell
        for cell in _tallies(row, taken_back, setting.rivals)
        if not all(map(is_no_state, cell)) and not of_some(cell) and _is_comparable(row, cell, anew)
    ]
    mixed = row.measure == "troops" and len(row.cells) >= MIXED
    for at, a in enumerate(cells):
        updates = 0
        for b in cells[at + 1 :]:
            kind = _stand(row, a, b, setting.corrected) if not _in_one_article(a, b) else None
            if {value_of(a[0]), value_of(b[0])} & taken_back and not (
                kind == "updates" and value_of(a[0]) in taken_back and days_between(told_on(a), told_on(b)) > SAME_TIME
            ):
                continue
            if kind == "disputes" and (row.measure in anew or (several and level(*value_of(a[0])) < FEW)):
                continue
            if kind == "disputes" and any(counts_fewer(claim, known, groups) for claim in b for known in a):
                continue
            if kind == "updates" and (is_word(figure_of(b[0])) or _is_of_before(b, a) or {value_of(a[0]), value_of(b[0])} & setting.parts):
                continue  # 数千人 are no later state of 1,400, nor are those of Friday of the five on Sunday
            if kind == "updates" and row.measure == "troops" and not _have_changed(a, b, mixed=mixed):
                continue  # a drill's soldiers are no later state of those at a border
            one, other = _as_states(a, b, setting) if kind == "updates" else (a, b)
            if not (one and other) or told_on(one) > told_on(other):
                continue
            if kind == "updates" and (
                all(are_of_two_kinds(x, y) for x in one for y in other) or _is_of_another(row, a, b, several=several)
            ):
                continue
            if kind == "updates":
                updates += 1
                if updates > AHEAD:
                    continue
            if kind:
                yield relate(kind, one, other, code=kind, measure=row.measure, group=row.group, place=row.place, **values_of(one, other))


def _is_of_another(row: Row, a: Cell, b: Cell, *, several: bool) -> bool:
    """Whether two sources count all since a day long ago, and not the same; or a few are counted and then very many more: of another
    incident, ward or quarter, and not the first of them."""
    if any(are_all_since(x, y) for x in a for y in b):
        return True
    times = times_between(figure_of(a[0]), figure_of(b[0]))
    if level(*value_of(a[0])) >= FEW_FIRST or times < LEAP or level(*value_of(b[0])) < level(*value_of(a[0])):
        return False
    late = times >= 2 * LEAP and days_between(told_on(a), told_on(b)) > SAME_TIME
    return several or late or row.measure in ("detained", "hospitalized", "critical")


def _is_of_some(row: Row, whole: Row) -> bool:
    """Whether a row counts the civilians of what another counts all of: 37 protesters by one, nine people in all by the other."""
    same = (row.measure, row.place, row.scope) == (whole.measure, whole.place, whole.scope)
    return same and whole.grows and (row.group, whole.group) == ("civilians", "all")


def _side_by_side(rows: Sequence[Row]) -> list[tuple[Claim, Claim]]:
    """Two sources' counts that an article itself sets against each other, of what may be counted so."""
    return lay_side_by_side(claim for row in rows if row.grows or row.measure in ("crowd", "missing") for claim in row.claims)


def _relate_side_by_side(row: Row, beside: Sequence[tuple[Claim, Claim]]) -> Iterator[Relation]:
    """What articles set side by side, each pair of values once with all the articles that do."""
    pairs: dict[tuple[object, object], list[tuple[Claim, Claim]]] = defaultdict(list)
    for a, b in beside:
        pairs[value_of(a), value_of(b)].append((a, b))
    for found in pairs.values():
        one, other = tuple(pair[0] for pair in found), tuple(pair[1] for pair in found)
        yield relate("disputes", one, other, code="beside", measure=row.measure, group=row.group, place=row.place, **values_of(one, other))


def _of_no_rival(cell: Cell, rivals: frozenset[tuple[str, Value]]) -> Cell:
    return tuple(claim for claim in cell if (claim.origin, value_of(claim)) not in rivals)


def _have_changed(a: Cell, b: Cell, *, mixed: bool) -> bool:
    """Whether soldiers told later are said to have become so many, and where a row mixes forces two outlets give each count."""
    outlets = min(len({claim.outlet for claim in cell}) for cell in (a, b))
    return any(map(says_it_changed, b)) and (outlets > 1 or not mixed)


def _as_states(a: Cell, b: Cell, setting: Setting) -> tuple[Cell, Cell]:
    """Those of two values that may be an earlier and a later state: no rival's, none told beside the other, none of longer, and none of the
    earlier that is told again when the later is known everywhere."""
    before, after = _of_no_rival(a, setting.rivals), _of_no_rival(b, setting.rivals)
    after = tuple(claim for claim in after if not stands_beside(claim, a[0], setting.beside))
    before = tuple(claim for claim in before if not stands_beside(claim, b[0], setting.beside))
    before = tuple(claim for claim in before if not is_case(claim))
    after = tuple(
        claim for claim in after if not all(is_longer_told(x, claim) or are_of_two_days(x, claim) or is_aside(x, claim) for x in before)
    )
    last = max((claim.witness.day for claim in after), default="")
    return tuple(claim for claim in before if claim.witness.day <= last), after


def _tallies(row: Row, taken_back: set[tuple[int | None, int | None]], rivals: frozenset[tuple[str, Value]]) -> list[Cell]:
    """The values of a row that are the most that some article knows, where it only grows: nine children of nineteen dead are a part.

    What a rival counts an article only tells beside what it knows, and a word for a size is what it counts more finely.
    """
    most: dict[str, float] = defaultdict(float)
    for claim in row.claims:
        path = claim.witness.article.path
        counted = not is_word(figure_of(claim)) and (claim.origin, value_of(claim)) not in rivals
        known = counted and value_of(claim) not in taken_back
        most[path] = max(most[path], level(*value_of(claim)) if known else 0)
    grows = row.measure in CUMULATIVE
    return [cell for cell in row.cells if not grows or any(level(*value_of(claim)) >= most[claim.witness.article.path] for claim in cell)]


def _in_one_article(a: Cell, b: Cell) -> bool:
    """Whether one article alone gives both counts: of two years, two sources or two places, as it says itself."""
    return len({claim.witness.root for claim in (*a, *b)}) == 1


def _is_comparable(row: Row, cell: Cell, anew: frozenset[str]) -> bool:
    """Whether a count is of all so far: the new cases of one day are no state of those of another."""
    return row.measure not in anew or all(is_in_all(claim) for claim in cell)


def _stand(row: Row, a: Cell, b: Cell, corrected: frozenset[int | None]) -> str | None:
    """How a value stands to one first given on the same day or later; None where a reader could argue.

    corrected: the numbers that somebody says others were corrected to.
    """
    one, other = figure_of(a[0]), figure_of(b[0])
    gap = days_between(told_on(a), told_on(b))
    rises = level(other.low, other.high) > level(one.low, one.high)
    if any(is_rough_telling(x, y) for x in a for y in b):
        return "precision" if gap <= SAME_TIME else None
    if meet(one, other):
        if gap > (0 if row.measure in ANEW else SAME_TIME) and rises and row.measure in CUMULATIVE and not is_exact(one):
            return None if _is_loose(one) else "updates"  # 数十人 is no state before 40
        return "precision" if gap <= SAME_TIME else None
    grown = row.measure in ANEW and gap > SAME_TIME and rises and not is_exact(one) and times_between(one, other) <= OVER
    if row.measure in LIKE_WITH_LIKE and not (grown or count_one_kind(a[0], b[0])):
        return None
    if gap <= SAME_TIME and all(count_apart(x, y) for x in a for y in b):
        return "disputes"
    if row.measure not in CUMULATIVE:
        plain = is_exact(one) and is_exact(other) and times_between(one, other) <= GROWTH
        return "updates" if gap > SAME_TIME and plain and row.measure != "crowd" else None
    if row.scope == "part":
        return None
    if level(one.low, one.high) < SINGLE <= level(other.low, other.high) / 10:
        return None  # one dead found is a case and not a count
    if rises or other.low in corrected or any(died_since(a[0], claim) for claim in b):
        return "updates" if times_between(one, other) <= GROWTH else None
    if rounds(other, one):
        return "precision"
    if _is_loose(one) or _is_loose(other) or not is_counted(other) or level(other.low, other.high) < STALE * level(one.low, one.high):
        return None  # 数十人 or 逾20人 told late is an old state, not a contradiction; so is a number far below
    known = may_contradict(one, other, len({claim.outlet for claim in a}))
    return "disputes" if known and row.measure not in LIKE_WITH_LIKE else None


def _is_loose(figure: Figure) -> bool:
    """Whether a figure is a word for a size, as 数十 is, and not a number."""
    low, high = bounds(figure.low, figure.high)
    return high > 2 * low


def told_on(cell: Cell) -> str:
    """The day a value was first told."""
    return min(claim.witness.day for claim in cell)


def _is_of_before(cell: Cell, other: Cell) -> bool:
    """Whether all who give a value give it for a day before those of another."""
    return days_between(max(claim.day for claim in cell), min(claim.day for claim in other)) > 0


def _withdraw(rows: Sequence[Row], withdrawals: Sequence[Withdrawal]) -> Iterator[Relation]:
    """A count and the report that it was taken back.

    An article that takes it back gives it to that end, in whichever sentence: it stands on the count's side only where nobody else does.
    """
    for row in rows:
        for cell in row.cells:
            reports = [
                w for w in withdrawals if any(figure_of(c).measure == row.measure and value_of(c) == value_of(cell[0]) for c in w.figures)
            ]
            if reports and row.scope != "background":
                denied = [as_claim(report) for report in reports]
                own = {(claim.witness.article.path, claim.sentence) for claim in denied}
                told = [claim for claim in cell if (claim.witness.article.path, claim.sentence) not in own]
                said = [claim for claim in told if claim.witness.article.path not in {path for path, _ in own}] or told
                if said:
                    yield relate("withdraws", said, denied, code="withdraws", measure=row.measure, low=figure_of(cell[0]).low)
