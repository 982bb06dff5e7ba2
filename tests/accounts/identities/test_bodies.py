"""Bodies: one source by all that it is called, in both scripts."""

from typing import Any

import pytest

from rashomon.accounts.identities.bodies import bare_form
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


def test_a_form_without_its_bracket_is_looked_up_by_either() -> None:
    bodies = {"fwb": "无国界渔民"}
    assert bare_form("fishers without borders (fwb)", bodies) == "无国界渔民"
    assert bare_form("港务局(岚洲)", bodies) == "港务局"
    assert bare_form("港务局", bodies) == "港务局"
