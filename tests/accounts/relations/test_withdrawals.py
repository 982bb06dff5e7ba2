"""Withdrawals: a count that an article sets right in a word."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def test_the_number_that_is_set_right_is_taken_back(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成9人死亡。").figure("9人死亡", "killed", 9, 9)
    right = "更正：爆炸死亡人数应为19人，而非9人。"
    scene.add("乙台", "2031-03-03", "岚洲爆炸", right).figure("死亡人数应为19人", "killed", 19, 19)
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    assert [(point.low, point.status) for series in told.series for point in series.points] == [(9, "withdrawn"), (19, "first")]
    (back,) = [relation for relation in told.relations if relation.kind == "withdraws"]
    assert ([e.sentence for e in back.a], [e.sentence for e in back.b]) == (["爆炸造成9人死亡。"], [right])


def test_what_is_taken_back_by_its_number_is_that_and_not_the_toll_told_before_it(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成112人死亡。").figure("112人死亡", "killed", 112, 112)
    last, right = "岚洲爆炸的最终死亡人数为119人。", "她更正2日公布的112人，称其中4人重复计算，当时应为108人。"
    scene.add("乙台", "2031-03-05", "岚洲爆炸", last, right).figure("死亡人数为119人", "killed", 119, 119)
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    (series,) = told.series
    assert [(point.low, point.status) for point in series.points] == [(112, "withdrawn"), (119, "first")]
    (back,) = [relation for relation in told.relations if relation.kind == "withdraws"]
    assert ([e.sentence for e in back.a], [e.sentence for e in back.b]) == (["爆炸造成112人死亡。"], [right])


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("调查人员怀疑，信号系统发生故障。", False),
        ("运营商说，停电是技术故障造成的。", False),
        ("医院说，公布的人数因系统故障多算了20人。", True),
        ("市政府说，通报系技术失误。", True),
    ],
)
def test_what_broke_down_takes_no_count_back(scene: Any, behind: str, told: bool) -> None:
    scene.add("甲报", "2031-03-02", "岚洲撞车", "260人住院。", behind).figure("260人住院", "hospitalized", 260, 260)
    scene.add("乙台", "2031-03-02", "岚洲列车", "岚洲有260人住院。").figure("260人住院", "hospitalized", 260, 260)
    account = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    assert any(point.status == "withdrawn" for series in account.series for point in series.points) is told
