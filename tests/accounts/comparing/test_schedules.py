"""Schedules: what became of a plan is found by its day, however it is worded."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell

PLAN = "港务局将于3月20日在岚洲与渔业工会会谈，商讨渡轮补贴。"


@pytest.fixture
def became(scene: Any) -> Any:
    """The codes of what became of a plan of 2 March, by a report of another outlet that gives 20 March as 20日."""

    def run(report: str, day: str, value: str = "2031-03-20", plan: str = PLAN) -> list[str]:
        for at, other in enumerate(("学校周三照常上课。", "超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
            scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
        scene.add("甲报", "2031-03-02", "岚洲渡轮", plan).time("3月20日", "2031-03-20").name("港务局", "org")
        scene.add("乙报", day, "补贴之争", report).time("20日", value).name("港务局", "org")
        told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
        return [str(relation.why["code"]) for relation in told]

    return run


def test_what_was_planned_is_done_on_its_day_in_wholly_other_words(became: Any) -> None:
    assert became("20日举行的闭门会议上，港务局代表一再提到补贴的数目太大，无法承担。", "2031-03-21") == ["came_true"]


def test_what_is_done_on_another_day_is_another_act(became: Any) -> None:
    assert became("20日举行的闭门会议上，港务局代表一再提到补贴的数目太大，无法承担。", "2031-03-21", "2031-03-19") == []


def test_what_is_told_before_its_day_is_not_done(became: Any) -> None:
    assert became("20日举行的闭门会议上，港务局代表一再提到补贴的数目太大，无法承担。", "2031-03-18") == []


def test_a_plan_is_called_off(became: Any) -> None:
    assert became("原定20日举行的会面因故取消，港务局没有说明补贴何时再谈。", "2031-03-18") == ["called_off"]


def test_who_asks_that_a_plan_be_called_off_has_not_done_so(became: Any) -> None:
    assert became("有人要求取消20日举行的会面，港务局没有说明补贴何时再谈。", "2031-03-18") == []


@pytest.fixture
def undated(scene: Any) -> Any:
    """The codes of what became of a plan without a day, by a report of another outlet."""

    def run(plan: str, report: str, day: str) -> list[str]:
        for at, other in enumerate(("学校周三照常上课。", "超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
            scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
        for outlet, written, title, text in (("甲报", "2031-03-02", "岚洲渡轮", plan), ("乙报", day, "补贴之争", report)):
            scene.add(outlet, written, title, text).name("港务局", "org").name("渔业工会", "org")
        told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
        return [str(relation.why["code"]) for relation in told]

    return run


INTENT = "有人在码头上听到，港务局准备就渡轮补贴同渔业工会再次会谈。"


def test_what_was_firmly_intended_is_done(undated: Any) -> None:
    assert undated(INTENT, "谈到深夜仍无结果：渔业工会与港务局的代表会谈渡轮补贴时一度拍桌离席。", "2031-03-09") == ["came_true"]


def test_what_was_only_possible_is_not_what_was_done(undated: Any) -> None:
    maybe = INTENT.replace("准备", "可能会")
    assert undated(maybe, "谈到深夜仍无结果：渔业工会与港务局的代表会谈渡轮补贴时一度拍桌离席。", "2031-03-09") == []


def test_what_is_done_weeks_later_is_another_act(undated: Any) -> None:
    assert undated(INTENT, "谈到深夜仍无结果：渔业工会与港务局的代表会谈渡轮补贴时一度拍桌离席。", "2031-03-29") == []
