"""Independence: which equal counts bear each other out, and which only repeat one source or are of two things."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def kinds(scene: Any) -> set[Any]:
    return {r.why["code"] for r in tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations}


def statuses(scene: Any) -> set[Any]:
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    return {point.status for series in told.series for point in series.points}


CASES = [
    ("two offices", ("消防局", 30, "2031-03-02"), ("红新月会", 30, "2031-03-03"), "killed", True),
    ("one office by two names", ("岚洲消防局", 30, "2031-03-02"), ("岚洲消防总队", 30, "2031-03-02"), "killed", False),
    ("two authorities", ("消防局", 30, "2031-03-02"), ("卫生部", 30, "2031-03-02"), "killed", False),
    ("soldiers are estimated", ("消防局", 30, "2031-03-02"), ("红新月会", 30, "2031-03-02"), "troops", False),
    ("a paper only passes it on", ("消防局", 30, "2031-03-02"), ("岚洲晚报", 30, "2031-03-02"), "killed", False),
    ("single cases", ("消防局", 1, "2031-03-02"), ("红新月会", 1, "2031-03-02"), "killed", False),
    ("days apart", ("消防局", 30, "2031-03-02"), ("红新月会", 30, "2031-03-12"), "killed", False),
    ("cases are counted anew each day", ("消防局", 30, "2031-03-02"), ("红新月会", 30, "2031-03-02"), "infected", False),
]


@pytest.mark.parametrize(("one", "other", "measure", "borne_out"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_count_bears_out_another(scene: Any, one: Any, other: Any, measure: str, borne_out: bool) -> None:
    for outlet, (source, number, day) in (("甲报", one), ("乙报", other)):
        text = f"{number}人中招"
        scene.add(outlet, day, f"岚洲（{outlet}）", f"{source}称{text}。").figure(text, measure, number, number, chain=(source,))
    assert ("corroborates" in kinds(scene)) is borne_out
    assert ("corroborated" in statuses(scene)) is borne_out


def test_only_those_who_name_who_knows_it_stand_on_the_sides(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲", "消防局称30人死亡。").figure("30人死亡", "killed", 30, 30, chain=("消防局",))
    scene.add("甲报", "2031-03-03", "岚洲", "大火已烧死30人。").figure("烧死30人", "killed", 30, 30)
    scene.add("乙报", "2031-03-02", "岚洲", "红新月会称30人死亡。").figure("30人死亡", "killed", 30, 30, chain=("红新月会",))
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    (relation,) = [r for r in told if r.kind == "corroborates" and r.why["code"] == "corroborates"]
    assert {e.sentence for e in (*relation.a, *relation.b)} == {"消防局称30人死亡。", "红新月会称30人死亡。"}
