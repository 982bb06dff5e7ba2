"""Absences: who is named in a headline and never by an outlet that goes on writing."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def hear(scene: Any, *later: str, role: str = "教练") -> Any:
    for at, outlet in enumerate(("甲报", "乙报", "甲报", "乙报")):
        pen = scene.add(outlet, f"2031-03-0{at + 2}", f"教练莫兰迪辞职（{at}）", f"{role}安德烈·莫兰迪第{at + 1}次谈到自己的去留问题。")
        pen.name("莫兰迪", "person").name("安德烈·莫兰迪", "person", role=role)
    for at, sentence in enumerate(("看台翻新完工。", "新赛季赛程公布。", *later)):
        scene.add("丙台", f"2031-03-0{at + 6}", f"球队{at}", sentence)
    silences = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).silences
    return [silence.silent for silence in silences]


def test_outlet_that_never_names_whom_headlines_name_is_silent(scene: Any) -> None:
    assert hear(scene, "球队恢复训练。", "门票开始发售。") == [("丙台",)]


@pytest.mark.parametrize("wording", ["莫兰迪没有露面。", "莫蘭迪沒有露面。"])
def test_any_form_of_the_name_breaks_the_silence(scene: Any, wording: str) -> None:
    assert hear(scene, "球队恢复训练。", wording) == []


def test_post_that_names_whose_it_is_may_mean_the_person(scene: Any) -> None:
    assert hear(scene, "岚洲队主教练没有露面。", "门票开始发售。", role="岚洲队主教练") == []


def test_an_office_with_a_name_of_its_own_may_stand_for_its_head(scene: Any) -> None:
    assert hear(scene, "渔业发展委员会开会。", "门票开始发售。", role="渔业发展委员会主任") == []


@pytest.mark.parametrize(
    ("later", "quiet"), [("马兰提公主没有露面。", False), ("王宫没有回应。", True)], ids=["spelt otherwise", "not told"]
)
def test_title_behind_a_name_tells_whose_it_is_however_it_is_spelt(scene: Any, later: str, quiet: bool) -> None:
    for at, outlet in enumerate(("甲报", "乙报", "甲报", "乙报")):
        pen = scene.add(outlet, f"2031-03-0{at + 2}", f"莫兰迪公主退婚（{at}）", f"教练安娜·莫兰迪公主第{at + 1}次谈到婚约。")
        pen.name("莫兰迪", "person").name("安娜·莫兰迪", "person", role="教练")
    for at, sentence in enumerate(("婚礼场地翻修完工。", "宾客名单公布。", later)):
        scene.add("丙台", f"2031-03-0{at + 6}", f"婚约{at}", sentence)
    silences = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).silences
    assert bool(silences) == quiet
