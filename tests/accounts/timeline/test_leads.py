"""The lead: what a reader is told first."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell

MATTER = "岚洲跨海大桥2日凌晨垮塌，三段桥面坠入海中。"
EARLY = "岚洲跨海大桥2日凌晨垮塌，造成19人死亡。"


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def _tell(scene: Any, *more: tuple[str, str]) -> None:
    for outlet in ("甲报", "乙台", "丙网"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲跨海大桥垮塌（{outlet}）", MATTER, *(sentence for sentence, _ in more))
        pen.happens(MATTER, "2031-03-02", "ACCIDENT")
        for sentence, day in more:
            pen.happens(sentence, day, "ACCIDENT")


def _tell_early(scene: Any) -> None:
    """Three outlets with the toll of the first day."""
    for outlet in ("甲报", "乙台", "丙网"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲跨海大桥垮塌（{outlet}）", EARLY)
        pen.happens(EARLY, "2031-03-02", "ACCIDENT").figure("19人死亡", "killed", 19, 19)


def test_the_matter_leads_and_not_what_stands_beside_it(scene: Any) -> None:
    beside = "影视公司1日首播一部讲述海上救援的连续剧，收视率居首。"
    _tell(scene, (beside, "2031-03-01"))
    lead = account_of(scene).lead
    assert MATTER in [one.text for one in lead]
    assert beside not in [one.text for one in lead]


def test_what_happened_long_before_the_story_does_not_lead(scene: Any) -> None:
    before = "岚洲跨海大桥2030年11月5日曾因桥墩裂缝关闭检修。"
    _tell(scene, (before, "2030-11-05"))
    assert [one.text for one in account_of(scene).lead] == [MATTER]


def test_a_row_of_numbers_does_not_lead(scene: Any) -> None:
    row = "岚洲跨海大桥 桥面 3.5 3 2.8 3.7 4.2 4.9 5.5 垮塌"
    _tell(scene, (row, "2031-03-01"))
    assert row not in [one.text for one in account_of(scene).lead]


def test_one_thing_leads_once(scene: Any) -> None:
    again = "岚洲跨海大桥凌晨垮塌，三段桥面坠入海中，3日仍在搜救。"
    _tell(scene)
    scene.add("丁报", "2031-03-03", "岚洲跨海大桥垮塌次日", again).happens(again, "2031-03-03", "ACCIDENT")
    assert len([one for one in account_of(scene).lead if "三段桥面" in one.text]) == 1


def test_a_count_that_was_taken_back_does_not_lead(scene: Any) -> None:
    wrong = "岚洲卫生局2日通报，大桥垮塌已造成90人死亡。"
    right = "岚洲卫生局3日说，此前公布的90人死亡这一数字有误，实为19人死亡。"
    for outlet in ("甲报", "乙台", "丙网"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲大桥垮塌90人死亡（{outlet}）", wrong)
        pen.happens(wrong, "2031-03-02", "ACCIDENT").figure("造成90人死亡", "killed", 90, 90)
    pen = scene.add("甲报", "2031-03-03", "岚洲大桥垮塌死亡人数更正", right)
    pen.happens(right, "2031-03-03", "ACCIDENT").figure("的90人死亡", "killed", 90, 90).figure("19人死亡", "killed", 19, 19)
    assert [one.text for one in account_of(scene).lead] == [right]


def test_a_toll_that_has_grown_does_not_open_the_story(scene: Any) -> None:
    late = "岚洲卫生局6日说，大桥垮塌的死亡人数升至41人。"
    _tell_early(scene)
    title = "岚洲跨海大桥垮塌增至41死"
    pen = scene.add("丁报", "2031-03-06", title, late).figure("41死", "killed", 41, 41).figure("死亡人数升至41人", "killed", 41, 41)
    assert [one.text for one in account_of(scene).lead] == [late]
    pen.happens(late, "2031-03-06", "ACCIDENT")
    assert [one.text for one in account_of(scene).lead] == [late]


def test_a_lead_without_a_later_toll_that_stands_alone_stays(scene: Any) -> None:
    _tell_early(scene)
    scene.add("丁报", "2031-03-06", "岚洲跨海大桥垮塌增至41死", "桥面仍未清理。").figure("41死", "killed", 41, 41)
    assert [one.text for one in account_of(scene).lead] == [EARLY]


def test_a_later_toll_of_another_thing_takes_no_leads_place(scene: Any) -> None:
    _tell_early(scene)
    other = "北塬煤矿6日发生瓦斯爆炸，41名矿工遇难。"
    scene.add("丁报", "2031-03-06", "北塬煤矿瓦斯爆炸", other).figure("41名矿工遇难", "killed", 41, 41)
    assert [one.text for one in account_of(scene).lead] == [EARLY]


def test_of_those_who_give_the_later_toll_who_also_names_the_matter_has_the_word(scene: Any) -> None:
    bare, full = "官员说死者增至41人。", "岚洲跨海大桥垮塌的死亡人数升至41人。"
    _tell_early(scene)
    scene.add("丁报", "2031-03-06", "岚洲大桥最新消息", bare, full).figure("死者增至41人", "killed", 41, 41).figure(
        "死亡人数升至41人", "killed", 41, 41
    )
    assert [one.text for one in account_of(scene).lead] == [full]


def test_who_names_the_matter_has_the_word_though_a_later_line_quotes_it_already(scene: Any) -> None:
    bare, full = "官员稍后说又有一人不治，死者增至41人。", "岚洲跨海大桥垮塌的死亡人数升至41人。"
    _tell_early(scene)
    for outlet in ("丁报", "戊台"):
        pen = scene.add(outlet, "2031-03-06", f"岚洲大桥最新消息（{outlet}）", full)
        pen.happens(full, "2031-03-06", "ACCIDENT").figure("死亡人数升至41人", "killed", 41, 41)
    scene.add("己报", "2031-03-06", "岚洲最新消息", bare).figure("死者增至41人", "killed", 41, 41)
    assert [one.text for one in account_of(scene).lead] == [full]


def test_one_toll_told_as_a_minimum_and_then_exactly_has_not_grown(scene: Any) -> None:
    early, later = "岚洲跨海大桥2日凌晨垮塌，造成至少19人死亡。", "市长说，已知19人死亡。"
    for outlet in ("甲报", "乙台", "丙网"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲跨海大桥垮塌（{outlet}）", early)
        pen.happens(early, "2031-03-02", "ACCIDENT").figure("至少19人死亡", "killed", 19, None)
    scene.add("丁报", "2031-03-06", "市长谈大桥", later).figure("19人死亡", "killed", 19, 19)
    assert [one.text for one in account_of(scene).lead] == [early]


def test_a_toll_that_was_corrected_downwards_does_not_lead(scene: Any) -> None:
    early, lower = "岚洲跨海大桥2日凌晨垮塌，造成29人死亡。", "岚洲卫生局4日把大桥垮塌的死亡人数下修为27人。"
    for outlet in ("甲报", "乙台", "丙网"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲跨海大桥垮塌（{outlet}）", early, "市长宣布大桥两岸的学校停课一周。")
        pen.happens(early, "2031-03-02", "ACCIDENT").figure("29人死亡", "killed", 29, 29)
    pen = scene.add("丁报", "2031-03-04", "岚洲大桥死亡人数下修", lower).figure("死亡人数下修为27人", "killed", 27, 27)
    pen.happens(lower, "2031-03-04", "ACCIDENT")
    assert [one.text for one in account_of(scene).lead] == [lower]


def test_where_a_later_line_gives_a_toll_that_has_grown_who_gives_the_later_has_its_place(scene: Any) -> None:
    shut = "岚洲跨海大桥1日因裂缝封闭。"
    early, late = "岚洲跨海大桥3日凌晨垮塌，造成19人死亡。", "岚洲卫生局6日说，大桥垮塌的死亡人数升至41人。"
    for outlet in ("甲报", "乙台", "丙网"):
        scene.add(outlet, "2031-03-01", f"岚洲跨海大桥封闭（{outlet}）", shut).happens(shut, "2031-03-01", "SANCTION")
        pen = scene.add(outlet, "2031-03-03", f"岚洲跨海大桥垮塌（{outlet}）", early)
        pen.happens(early, "2031-03-03", "ACCIDENT").figure("19人死亡", "killed", 19, 19)
    scene.add("丁报", "2031-03-06", "岚洲跨海大桥垮塌增至41死", late).figure("死亡人数升至41人", "killed", 41, 41)
    assert [one.text for one in account_of(scene).lead] == [shut, late]


def test_a_second_sentence_may_weigh_little(scene: Any) -> None:
    first, second = "岚洲跨海大桥3日凌晨垮塌，三段桥面坠入海中。", "市长何远5日说，岚洲会在一年内重建大桥。"
    for outlet in ("甲报", "乙台", "丙网", "丁报", "戊刊"):
        scene.add(outlet, "2031-03-03", f"岚洲跨海大桥垮塌（{outlet}）", first).happens(first, "2031-03-03", "ACCIDENT")
    for outlet in ("甲报", "乙台"):
        pen = scene.add(outlet, "2031-03-05", f"岚洲跨海大桥将重建（{outlet}）", "记者会在市政厅举行。", second)
        pen.happens(second, "2031-03-05", "CONSULT")
    assert [one.text for one in account_of(scene).lead] == [first, second]


def test_a_later_toll_told_with_the_deed_in_other_words_leads(scene: Any) -> None:
    late = "应急部门今天把2日事故的遇难人数改为41人，称遗体已全部辨认。"
    _tell_early(scene)
    pen = scene.add("丁报", "2031-03-06", "岚洲大桥最新消息", late).figure("遇难人数改为41人", "killed", 41, 41)
    assert [one.text for one in account_of(scene).lead] == [EARLY]
    pen.happens(late, "2031-03-02", "ACCIDENT")
    assert [one.text for one in account_of(scene).lead] == [late]


def test_the_dead_that_headlines_count_lead(scene: Any) -> None:
    lost, air = "岚洲一艘潜水器3日下潜后失去联系，艇上有五人。", "岚洲海岸警卫队5日说，潜水器的氧气即将耗尽。"
    dead = "岚洲海岸警卫队5日晚说，潜水器在深海内爆，五人全部遇难。"
    for outlet in ("甲报", "乙台"):
        scene.add(outlet, "2031-03-03", f"岚洲一艘潜水器失去联系（{outlet}）", lost).happens(lost, "2031-03-03", "ACCIDENT")
    for outlet in ("甲报", "乙台", "丁报", "己报"):
        scene.add(outlet, "2031-03-05", f"岚洲潜水器氧气即将耗尽（{outlet}）", air).happens(air, "2031-03-05", "OTHER")
    for outlet in ("丙网", "戊刊"):
        pen = scene.add(outlet, "2031-03-05", f"岚洲潜水器致五人全部遇难（{outlet}）", dead).happens(dead, "2031-03-05", "ACCIDENT")
        pen.figure("致五人全部遇难", "killed", 5, 5).figure("，五人全部遇难", "killed", 5, 5)
    assert [one.text for one in account_of(scene).lead] == [lost, dead]


def test_the_dead_who_are_only_counted_by_what_they_were_lead(scene: Any) -> None:
    deed, death = "一架客机2日在岚洲坠毁。", "客机解体，机上61名旅客、5名机组成员全部遇难。"
    for outlet in ("甲报", "乙网", "丙台"):
        scene.add(outlet, "2031-03-02", f"岚洲客机坠毁（{outlet}）", deed).happens(deed, "2031-03-02", "ACCIDENT")
    pen = scene.add("丁报", "2031-03-20", "岚洲空难调查初步报告", death).happens(death, "2031-03-20", "ACCIDENT")
    pen.figure("61名旅客、5名机组成员全部遇难", "killed", 61, 61, who="旅客").figure("5名机组成员全部遇难", "killed", 5, 5, who="机组成员")
    assert [line.text for line in account_of(scene).lead] == [deed, death]


@pytest.mark.parametrize(("who", "first"), [("何远", True), ("罗季", False)], ids=["whom headlines name", "somebody else"])
def test_that_whom_the_headlines_name_has_died_leads(scene: Any, who: str, first: bool) -> None:
    deed, death = "何远2日在岚洲演讲时遭枪击，随后被送往医院。", f"{who}2日遭枪手连开两枪，送医后不治。"
    for at, outlet in enumerate(("甲报", "乙网", "丙台", "丁报")):
        pen = scene.add(outlet, "2031-03-02", f"何远演讲时遭枪击送医{at}", deed, "警方当场逮捕一名男子。")
        pen.name("何远", "person").happens(deed, "2031-03-02", "ASSAULT")
    last = scene.add("戊报", "2031-03-03", "嫌犯移送检方", "嫌犯3日被移送检方。", "天气晴朗。", death).name(who, "person")
    last.happens("嫌犯3日被移送检方。", "2031-03-03", "COERCE").happens(death, "2031-03-02", "ASSAULT")
    assert (account_of(scene).lead[0].text == death) is first


def test_the_dead_whom_a_headline_adds_up_lead_by_the_words_beneath_it(scene: Any) -> None:
    lost, found, shut, hired = (
        "岚洲一架客机3日坠毁在山区，机上有30人。",
        "岚洲航空局4日说，客机的记录仪已在山谷中找到。",
        "岚洲航空5日停飞旗下的全部客机，等待检查。",
        "岚洲航空7日任命何远主持客机坠毁的调查。",
    )
    dead = "岚洲航空局6日宣布，24名乘客和6名机组人员无一生还，全部遇难。"
    for day, told in ((3, lost), (4, found), (5, shut), (7, hired)):
        for outlet in ("甲报", "乙台", "丙网"):
            scene.add(outlet, f"2031-03-0{day}", f"岚洲客机坠毁{day}（{outlet}）", told).happens(told, f"2031-03-0{day}", "ACCIDENT")
    scene.add("戊刊", "2031-03-06", "岚洲客机坠毁后的最新消息", dead).happens(dead, "2031-03-06", "ACCIDENT")
    pen = scene.add("丁报", "2031-03-06", "岚洲客机坠毁 30人全部遇难", dead).happens(dead, "2031-03-06", "ACCIDENT")
    pen.figure("30人全部遇难", "killed", 30, 30).figure("24名乘客", "killed", 24, 24, scope="part")
    assert dead in [one.text for one in account_of(scene).lead]


def test_a_toll_on_the_way_from_the_first_to_a_later_one_gives_its_place(scene: Any) -> None:
    deed, way, last = (
        "岚洲灯会3日晚发生踩踏，至少20人死亡。",
        "岚洲灯会踩踏的死亡人数4日升至51人。",
        "岚洲警方6日说，灯会踩踏的死亡人数升至56人。",
    )
    sorry = "岚洲警察厅长何远5日就灯会踩踏鞠躬道歉。"
    for day, told, dead in ((3, deed, 20), (4, way, 51), (5, sorry, 0), (6, last, 56)):
        for outlet in ("甲报", "乙台"):
            pen = scene.add(outlet, f"2031-03-0{day}", f"岚洲灯会踩踏{day}（{outlet}）", told).happens(told, f"2031-03-0{day}", "ACCIDENT")
            if dead:
                words = told[told.index("死亡人数") : -1] if "死亡人数" in told else f"{dead}人死亡"
                pen.figure(words, "killed", dead, dead, when=f"2031-03-0{day}")
    lead = [one.text for one in account_of(scene).lead]
    assert way not in lead
    assert {last, sorry} <= set(lead)
