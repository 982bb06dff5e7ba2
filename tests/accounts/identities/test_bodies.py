"""Bodies: one source by all that it is called, in both scripts."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def origins(scene: Any) -> list[str]:
    account = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    return [origin.name for origin in account.origins]


def test_a_body_is_one_by_the_acronym_behind_its_name(scene: Any) -> None:
    told = (("甲报", "无国界渔民（FWB）", "无国界渔民"), ("乙台", "无国界渔民组织（FWB）", "无国界渔民组织"), ("丙网", "FWB", "FWB"))
    for at, (outlet, called, name) in enumerate(told):
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"塔洲沉船{at}", f"{called}说，沉船造成2{at}人死亡。")
        pen.name(name, "organisation", entity=f"organisation:{name}", **({"alias": "FWB"} if name != called else {}))
        pen.figure(f"2{at}人死亡", "killed", 20 + at, 20 + at, chain=(called,))
    assert origins(scene) == ["无国界渔民组织（FWB）"]


@pytest.mark.parametrize("called", ["塔洲国卫生部", "塔洲国共和国卫生部", "卫生部", "该国卫生部"])
def test_what_a_state_is_stands_between_its_name_and_its_office(scene: Any, called: str) -> None:
    for at, name in enumerate(("卫生部", called)):
        pen = scene.add(f"报{at}", f"2031-03-0{2 + at}", f"塔洲国霍乱{at}", f"{name}说，塔洲国已有2{at}人死亡。").name("塔洲国", "place")
        pen.figure(f"2{at}人死亡", "killed", 20 + at, 20 + at, chain=(name,))
    assert len(origins(scene)) == 1


def test_an_acronym_behind_a_source_that_is_no_name_joins_the_scripts(scene: Any) -> None:
    han, latin = "无国界渔民（FWB）", "Fishers Without Borders (FWB)"
    first = scene.add("甲报", "2031-03-02", "塔洲沉船", f"{han}说，沉船造成21人死亡。").figure("21人死亡", "killed", 21, 21, chain=(han,))
    first.name("无国界渔民", "organisation", alias="FWB")
    second = scene.add("Harbour Herald", "2031-03-03", "Ferry sinks", f"{latin} said 22 people died.", language="en")
    second.figure("22 people died", "killed", 22, 22, chain=(latin,)).says("22 people died", latin, cue="said")
    scene.add("乙台", "2031-03-04", "塔洲沉船再报", "无国界渔民说，23人死亡。").figure("23人死亡", "killed", 23, 23, chain=("无国界渔民",))
    assert len(origins(scene)) == 1
