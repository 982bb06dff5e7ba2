"""What a page shows of an account: chosen by weight, told in the account's own order."""

from rashomon.model import Evidence, Line, Point, Relation, Series, Statement
from rashomon.pages.figures import choose_boxes, is_vague, stand
from rashomon.pages.selection import (
    DAY_LINES,
    STATEMENTS,
    choose_contradictions,
    find_heavy,
    group_by_day,
    keep_loudest,
    keep_steps,
    put_steps_first,
)

RECEIPT = Evidence(path="p", article="a", document="d", outlet="北湾日报", start=0, end=1, text="x", sentence="x", prefix="", suffix="")


def line(day: int, weight: float) -> Line:
    return Line(
        date=f"2023-05-{day:02}", text=f"{day} {weight}", type="OTHER", weight=weight, origins=1, outlets=("北湾日报",), evidence=(RECEIPT,)
    )


def point(value: int, outlet: str, status: str, *, day: int = 2) -> Point:
    return Point(as_of=f"2023-05-{day:02}", low=value, high=value, chain=(), outlet=outlet, origin=outlet, status=status, evidence=RECEIPT)


def series(*points: Point, measure: str = "killed") -> Series:
    return Series(measure=measure, group="all", place=None, scope="total", points=points, current=None)


def test_a_full_day_folds_its_lesser_lines_in_their_order() -> None:
    lines = [line(1, weight) for weight in (3, 9, 1, 8, 7, 2, 6)]
    ((_, shown, folded),) = group_by_day(lines)
    assert [one.weight for one in shown] == [3, 9, 8, 7, 6]
    assert [one.weight for one in folded] == [1, 2]


def test_a_single_line_more_is_not_folded() -> None:
    ((_, shown, folded),) = group_by_day([line(1, weight) for weight in range(DAY_LINES + 1)])
    assert len(shown) == DAY_LINES + 1
    assert not folded


def test_no_line_stands_out_in_a_short_story() -> None:
    assert find_heavy([line(1, weight) for weight in range(9)]) == float("inf")
    assert find_heavy([line(1, weight) for weight in range(40)]) == 35


def test_statements_that_most_outlets_carry_are_kept_in_their_order() -> None:
    said = [
        Statement(content=str(n), type="indirect", date=None, chain=(), outlets=("a", "b") if n == 11 else ("a",), evidence=(RECEIPT,))
        for n in range(12)
    ]
    kept = [statement.content for statement in keep_loudest(said)]
    assert len(kept) == STATEMENTS
    assert kept[-1] == "11"
    assert kept == sorted(kept, key=int)


def test_contradictions_begin_with_what_was_taken_back_and_leave_out_what_that_settles() -> None:
    def relation(kind: str, **why: int | str) -> Relation:
        return Relation(kind=kind, a=(RECEIPT,), b=(RECEIPT,), why={"code": kind, "measure": "killed", "group": "all", **why})

    told = choose_contradictions(
        [relation("disputes", a_low=61, b_low=34), relation("disputes", a_low=27, b_low=25), relation("withdraws", low=61)]
    )
    assert [(one.kind, one.why.get("b_low")) for one in told] == [("withdraws", None), ("disputes", 25)]


def _related(kind: str, a: int, b: int, measure: str = "killed") -> Relation:
    why: dict[str, str | int | None] = {"code": kind, "measure": measure, "group": "all", "a_low": a, "b_low": b}
    return Relation(kind=kind, a=(RECEIPT,), b=(RECEIPT,), why=why)


def test_of_updates_each_step_is_told_before_the_leaps_over_it() -> None:
    told = [_related("updates", a, b) for a, b in ((16, 36), (16, 43), (16, 57), (36, 43), (36, 57), (43, 57), (16, 36))]
    told.append(_related("updates", 16, 57, "injured"))
    steps = [(16, 36), (36, 43), (43, 57), (16, 57)]
    assert [(one.why["a_low"], one.why["b_low"]) for one in keep_steps(told)] == steps
    assert [(one.why["a_low"], one.why["b_low"]) for one in put_steps_first(told)][:4] == steps
    assert len(put_steps_first(told)) == len(told)


def test_a_count_that_goes_up_and_down_keeps_its_steps() -> None:
    told = [_related("updates", a, b) for a, b in ((5, 7), (7, 5), (5, 6), (6, 7), (7, 6), (6, 5))]
    assert [(one.why["a_low"], one.why["b_low"]) for one in keep_steps(told)] == [(5, 6), (6, 7), (7, 6), (6, 5)]


def test_a_dispute_is_told_once_whichever_side_comes_first() -> None:
    told = [_related("disputes", 12, 40), _related("disputes", 40, 12), _related("disputes", 12, 60), _related("disputes", 40, 60)]
    assert [(one.why["a_low"], one.why["b_low"]) for one in keep_steps(told)] == [(12, 40), (12, 60), (40, 60)]


def test_what_relates_no_counts_is_told_each_time() -> None:
    said = [Relation(kind="disputes", a=(RECEIPT,), b=(RECEIPT,), why={"code": "denies"}) for _ in range(2)]
    assert keep_steps(said) == said


def test_a_value_is_told_once_with_all_who_tell_it_and_its_gravest_status() -> None:
    standing = stand(series(point(61, "北湾日报", "first"), point(61, "海角通讯", "withdrawn", day=3), point(34, "晨钟报", "updated")))
    assert [(value.low, value.outlets, value.status) for value in standing.values] == [
        (61, ("北湾日报", "海角通讯"), "withdrawn"),
        (34, ("晨钟报",), "updated"),
    ]
    assert [value.low for value in standing.withdrawn] == [61]
    assert (standing.values[0].first, standing.values[0].last) == ("2023-05-02", "2023-05-03")


def test_a_word_for_a_size_is_vague_and_a_number_is_not() -> None:
    assert is_vague(20, 99)
    assert not is_vague(200, 250)
    assert not is_vague(18, 18)
    assert not is_vague(1000, None)


def test_no_box_for_crowds_or_for_what_has_no_current_value() -> None:
    assert choose_boxes([series(point(300, "北湾日报", "first"), measure="crowd"), series(point(3, "北湾日报", "first"))]) == []
