"""Withdrawals: a count that an article sets right in a word."""

from typing import Any

from rashomon.accounts.telling import tell


def test_the_number_that_is_set_right_is_taken_back(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成9人死亡。").figure("9人死亡", "killed", 9, 9)
    right = "更正：爆炸死亡人数应为19人，而非9人。"
    scene.add("乙台", "2031-03-03", "岚洲爆炸", right).figure("死亡人数应为19人", "killed", 19, 19)
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    assert [(point.low, point.status) for series in told.series for point in series.points] == [(9, "withdrawn"), (19, "first")]
    (back,) = [relation for relation in told.relations if relation.kind == "withdraws"]
    assert ([e.sentence for e in back.a], [e.sentence for e in back.b]) == (["爆炸造成9人死亡。"], [right])
