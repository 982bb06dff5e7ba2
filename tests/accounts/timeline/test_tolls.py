"""Tolls: the dead of a day whom two outlets count are told."""

from typing import Any

import pytest

from rashomon.accounts.claims.claims import lay_out
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.identities.identities import identify
from rashomon.accounts.series.series import line_up
from rashomon.accounts.telling import tell
from rashomon.accounts.timeline.tolls import Tolls, count_dead


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def test_the_toll_of_a_day_is_the_highest_that_two_outlets_give(scene: Any) -> None:
    for outlet, words, dead in (("甲报", "9人死亡", 9), ("乙台", "14人死亡", 14), ("丙网", "14人死亡", 14), ("丁报", "15人死亡", 15)):
        told = f"岚洲旧港仓库爆炸已有{words}。"
        scene.add(outlet, "2031-05-02", "岚洲旧港爆炸", told).happens(told, "2031-05-02").figure(words, "killed", dead, dead)
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    claims = lay_out(witnesses, identify(witnesses)).happenings
    tolls = Tolls(claims, ())
    assert sorted(claim.outlet for at, claim in enumerate(claims) if tolls.is_untold(at)) == ["丙网", "乙台"]
    tolls.tell(next(at for at, claim in enumerate(claims) if claim.outlet == "乙台"))
    assert not any(tolls.is_untold(at) for at in range(len(claims)))


def _of_a_sinking(scene: Any, *, sick: int = 0) -> tuple[str, str]:
    """Seven days of a ferry: each day's hearings in several papers, and one paper alone with a toll in the words that all know."""
    first, later = "澄湖渡轮翻沉已造成9人死亡。", "澄湖渡轮翻沉已造成11人死亡。"
    for outlet in ("甲报", "乙台", "丙网"):
        scene.add(outlet, "2031-05-02", f"澄湖渡轮翻沉（{outlet}）", first).happens(first, "2031-05-02", "ACCIDENT").figure(
            "造成9人死亡", "killed", 9, 9
        )
    for day in range(3, 9):
        hearing = f"调查组{day}日就澄湖渡轮翻沉一事传召第{day}批船员和码头职工，要求交出{day}号舱的检修记录。"
        for outlet in ("甲报", "乙台", "丙网"):
            scene.add(outlet, f"2031-05-0{day}", f"澄湖渡轮：第{day}次传召（{outlet}）", hearing).happens(hearing, f"2031-05-0{day}")
    pen = scene.add("丁报", "2031-05-08", "澄湖渡轮翻沉增至11死", later)
    pen.happens(later, "2031-05-08", "ACCIDENT").figure("造成11人死亡", "killed", 11, 11)
    for n in range(sick):
        cases = f"澄湖县{n}号诊所新增{n + 20}宗流感。"
        scene.add("戊台", "2031-05-08", f"流感{n}", cases).happens(cases, "2031-05-08").figure(
            f"新增{n + 20}宗", "infected", n + 20, n + 20
        )
    return first, later


def _risen(scene: Any) -> list[str]:
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    claims = lay_out(witnesses, identify(witnesses))
    rows = line_up(claims.figures, [None] * len(claims.figures), scene.story, {})
    tolls = Tolls(claims.happenings, rows)
    return [claim.outlet for at, claim in enumerate(claims.happenings) if tolls.has_risen(at)]


def test_a_count_to_which_the_dead_have_risen_is_news_though_one_outlet_tells_it_in_known_words(scene: Any) -> None:
    first, later = _of_a_sinking(scene)
    weights = {line.text: line.weight for line in account_of(scene).timeline}
    assert _risen(scene) == ["丁报"]
    assert weights[later] > 0.06 * weights[first]


def test_in_an_outbreak_the_dead_rise_every_day_and_that_is_no_news(scene: Any) -> None:
    _of_a_sinking(scene, sick=8)
    assert not _risen(scene)


def test_what_is_told_with_its_dead_stands_under_the_day_of_what_is_told_without(scene: Any) -> None:
    deed = "应急处周六（3日）发布消息称，5月2日12时，岚洲旧港仓库发生坍塌，疑似燃气泄漏爆炸。"
    counted = "应急处周六表示，5月2日岚洲旧港仓库发生的疑似燃气泄漏爆炸事故，造成14人死亡、3人受伤。"
    for outlet in ("丙网", "丁报", "戊台"):
        scene.add(outlet, "2031-05-03", f"岚洲旧港仓库坍塌（{outlet}）", deed).happens(deed, "2031-05-02", "ACCIDENT")
    for outlet in ("甲报", "乙台"):
        pen = scene.add(outlet, "2031-05-03", "岚洲旧港仓库爆炸14死", counted)
        pen.happens(counted, "2031-05-03", "ACCIDENT").happens(counted, "2031-05-02", "ACCIDENT")
        pen.figure("造成14人死亡", "killed", 14, 14)
    for n in range(12):
        other = f"第{n}号公告说明另一件琐事，与此无关的居民{n}日前往{n}号窗口。"
        scene.add(f"己网{n}", "2031-05-03", f"公告{n}", other).happens(other, "2031-05-03")
    lines = [(line.date, line.text) for line in account_of(scene).timeline if "仓库" in line.text]
    assert lines == [("2031-05-02", counted)]


def test_the_lead_is_quoted_from_who_counts_the_dead(scene: Any) -> None:
    deed, counted = "岚洲山区一所营地5月2日遭落石砸毁。", "岚洲山区一所营地5月2日遭落石砸毁，造成12人死亡。"
    for outlet in ("甲报", "乙台", "丙网"):
        scene.add(outlet, "2031-05-02", f"岚洲山区营地遭落石砸毁（{outlet}）", deed).happens(deed, "2031-05-02", "HAZARD")
    pen = scene.add("丁报", "2031-05-02", "岚洲山区营地落石12死", "救援人员已经到场。", counted)
    pen.happens(counted, "2031-05-02", "HAZARD").figure("造成12人死亡", "killed", 12, 12)
    assert [one.text for one in account_of(scene).lead] == [counted]


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("市长沈致远3月2日演说时中枪，下午在医院不治身亡。", 1),
        ("画家何远3月2日在家中逝世，享年九十岁。", 1),
        ("市长沈致远3月2日遇刺身亡后，警方受到质疑。", 0),  # it only names his death
        ("距离世界杯开幕还有三天，市长沈致远说治水不能治标不治本。", 0),
        ("当局公布遇难者名单，没有人死于枪伤。", 0),
        ("市长沈致远3月2日遇刺身亡，另有12人死亡。", 12),
    ],
)
def test_somebodys_death_is_a_toll_of_one(scene: Any, sentence: str, dead: int) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲近况", sentence).happens(sentence, "2031-03-02", "ASSAULT")
    if dead > 1:
        pen.figure("12人死亡", "killed", 12, 12)
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    (claim,) = lay_out(witnesses, identify(witnesses)).happenings
    assert count_dead(claim) == dead


def test_the_line_on_a_deed_says_that_he_died_of_it(scene: Any) -> None:
    shot = "市长沈致远3月2日上午在岚洲广场演说时遭枪击倒地。"
    died = "市长沈致远3月2日上午在岚洲广场演说时遭枪击，下午不治身亡。"
    for outlet, told in (("甲报", shot), ("乙台", shot), ("丙网", died), ("丁社", died)):
        scene.add(outlet, "2031-03-02", f"岚洲市长遇袭（{outlet}）", told).happens(told, "2031-03-02", "ASSAULT")
    assert [line.text for line in account_of(scene).timeline] == [died]
