"""One number: an odd amount in two outlets is from one source, in whatever words."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell

CASES = [
    ("in other words", "港口去年吞吐量增长13.58%，为八年来最快。", "在燃料价格飙升之际，吞吐量同比上涨13.58%。", True),
    ("a round number", "港口去年吞吐量增长20%。", "在燃料价格飙升之际，吞吐量同比上涨20%。", False),
    ("of another thing", "港口去年吞吐量增长13.58%。", "渔民的收入同比减少13.58%。", False),
    ("another number", "港口去年吞吐量增长13.58%。", "在燃料价格飙升之际，吞吐量同比上涨13.85%。", False),
    ("a span of time", "吞吐量统计历时128天。", "吞吐量下跌持续了128天。", False),
    ("in two languages", "港口去年吞吐量增长13.58%。", "Traffic through the port rose 13.58 percent.", True),
]


@pytest.mark.parametrize(("one", "other", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_odd_number_is_come_by_once(scene: Any, one: str, other: str, told: bool) -> None:
    scene.add("海潮报", "2031-03-02", "渔港", one)
    scene.add("北岸电台", "2031-03-03", "渔港", other, language="en" if other.isascii() else "zh-Hans")
    relations = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert ("same_origin" in {r.kind for r in relations}) is told


def test_what_its_words_relate_is_told_once(scene: Any) -> None:
    for outlet in ("海潮报", "北岸电台"):
        scene.add(outlet, "2031-03-02", "渔港", f"港务局的统计显示，港口去年吞吐量增长13.58%，{outlet}获悉。")
    relations = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert [r.why["code"] for r in relations] == ["passage_same_origin"]


def test_a_count_of_people_hurt_is_left_to_the_figures(scene: Any) -> None:
    for outlet, words in (("海潮报", "大火中137人受伤"), ("北岸电台", "受伤的有137人，大火已扑灭")):
        scene.add(outlet, "2031-03-02", "渔港", f"{words}。").figure("137人", "injured", 137, 137)
    relations = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert "one_number" not in {r.why["code"] for r in relations}
