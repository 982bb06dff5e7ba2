"""Acts: what was planned for a day is done, and a plan is not its doing."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.accounts.telling import tell

Two = Callable[..., list[str]]


@pytest.fixture
def relate(scene: Any) -> Two:
    """The kinds of relations between a plan of 2 March, or of another day, that names 4 March, and a later report of another outlet."""

    def run(plan: str, report: str, day: str, written: str = "2031-03-02") -> list[str]:
        for at, other in enumerate(("学校周三照常上课。", "超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
            scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
        scene.add("甲报", written, "岚河水库", plan).time("3月4日", "2031-03-04")
        pen = scene.add("乙报", day, "岚河新闻", report)
        if "3月4日" in report:
            pen.time("3月4日", "2031-03-04")
        told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
        return [f"{relation.kind} {relation.why['code']}" for relation in told]

    return run


PLAN = "渔业工会与港务局将于3月4日在岚洲签署渡轮补贴协议。"


def test_what_was_planned_for_a_day_is_done(relate: Two) -> None:
    assert relate(PLAN, "渔业工会和港务局在岚洲签署了渡轮补贴协议，双方握手。", "2031-03-05") == ["updates came_true"]


def test_what_stands_ahead_of_its_day_is_not_done(relate: Two) -> None:
    assert "updates came_true" not in relate(PLAN, "渔业工会和港务局在岚洲签署渡轮补贴协议，双方握手。", "2031-03-03")


def test_what_is_still_asked_for_is_not_done(relate: Two) -> None:
    assert "updates came_true" not in relate(PLAN, "渔业工会要求港务局在岚洲签署渡轮补贴协议。", "2031-03-05")


def test_another_act_is_not_the_one_planned(relate: Two) -> None:
    assert "updates came_true" not in relate(PLAN, "渔业工会和港务局在岚洲讨论了渡轮补贴协议的条款。", "2031-03-05")


DREDGE = "岚洲水务局将于3月4日清空北岸水库的淤泥。"


def test_what_is_told_as_done_on_its_day_was_planned_whatever_the_act(relate: Two) -> None:
    assert relate(DREDGE, "北岸水库的淤泥3月4日由岚洲水务局清空，渔民围观。", "2031-03-05") == ["updates came_true"]


def test_what_is_put_before_its_verb_is_not_ahead(relate: Two) -> None:
    done = "岚洲水务局3月4日将淤泥清出北岸水库，渔民围观。"
    assert "updates came_true" not in relate(done, "北岸水库的淤泥3月4日由岚洲水务局清空，渔民围观。", "2031-03-05", "2031-03-04")


@pytest.mark.parametrize(
    "report",
    [
        "岚洲水务局3月4日可能清空北岸水库的淤泥。",
        "岚洲水务局3月4日没有清空北岸水库的淤泥。",
        "岚洲水务局3月4日讨论了北岸渡轮的票价。",
    ],
    ids=["may be", "is not", "is another thing"],
)
def test_what_is_not_told_as_done_on_its_day(relate: Two, report: str) -> None:
    assert "updates came_true" not in relate(DREDGE, report, "2031-03-05")
