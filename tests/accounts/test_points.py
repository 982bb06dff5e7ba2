"""Later states: which counts of a row update one another, and which only stand beside each other."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def statuses(scene: Any) -> list[tuple[int | None, str]]:
    return [(point.low, point.status) for series in account_of(scene).series for point in series.points]


def updates(scene: Any) -> list[tuple[object, object]]:
    return [(r.why["a_low"], r.why["b_low"]) for r in account_of(scene).relations if r.kind == "updates"]


def tell_one(scene: Any, outlet: str, day: str, sentence: str, text: str, measure: str, number: int, **fields: Any) -> Any:
    return scene.add(outlet, day, f"岚洲（{outlet}{day[-2:]}）", sentence).figure(text, measure, number, number, **fields)


def test_one_of_two_dead_is_no_earlier_state_of_them(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲民居起火两人死亡", "一名男子坠楼身亡，一名妇人送院后不治。").figure(
        "两人死亡", "killed", 2, 2
    )
    pen.figure("一名男子坠楼身亡", "killed", 1, 1, who="男子")
    scene.add("乙台", "2031-03-03", "岚洲火警追踪", "火警造成两人死亡。").figure("两人死亡", "killed", 2, 2)
    assert dict(statuses(scene)) == {1: "differs_in_scope", 2: "repeated"}
    assert updates(scene) == []


def test_eight_held_anew_are_no_earlier_state_of_fourteen(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲诈骗案", "至今14人被捕。", "这8名被捕者均为职员。").figure("14人被捕", "detained", 14, 14)
    pen.figure("8名被捕者", "detained", 8, 8)
    assert statuses(scene) == [(14, "first"), (8, "differs_in_scope")]


def test_all_since_a_day_long_ago_are_no_later_state_of_one_days(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "周日的集会中有7人丧生。", "7人丧生", "killed", 7)
    tell_one(scene, "乙台", "2031-03-04", "自去年政变以来，已有70人丧生。", "70人丧生", "killed", 70)
    tell_one(scene, "丙网", "2031-03-06", "政变以来共有74人丧生。", "74人丧生", "killed", 74)
    assert statuses(scene) == [(7, "first"), (70, "first"), (74, "updated")]
    assert updates(scene) == [(70, 74)]


def test_what_a_year_that_was_over_counted_is_no_later_state(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-01-09", "矿难造成14人死亡。", "14人死亡", "killed", 14)
    told = "去年全国的矿难造成27人死亡。"
    tell_one(scene, "乙台", "2031-01-12", told, "27人死亡", "killed", 27).time("去年", "2030")
    tell_one(scene, "丙网", "2031-01-15", "矿难死者增至16人。", "16人", "killed", 16)
    assert statuses(scene) == [(14, "first"), (27, "first"), (16, "updated")]
    assert updates(scene) == [(14, 16)]


def test_a_peak_of_long_ago_is_history_though_a_day_is_named_behind_it(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "目前日均死亡22人。", "死亡22人", "killed", 22)
    pen = tell_one(scene, "乙台", "2031-03-04", "这低于2030年1月每日死亡33人的高峰。", "死亡33人", "killed", 33)
    pen.time("2030年1月", "2030-01").time("每日", "P1D", kind="SET")
    assert dict(statuses(scene)) == {22: "first", 33: "first"}


@pytest.mark.parametrize(
    ("who", "counts", "told"),
    [
        ("分行员工", (40, 9, 55), ["first", "differs_in_scope", "updated"]),
        ("分行员工", (40, 90, 55), ["first", "first", "updated"]),
        ("患者", (40, 90, 95), ["first", "updated", "updated"]),
    ],
    ids=["fewer", "more", "any of the ill"],
)
def test_some_of_the_ill_are_no_later_state_of_all(scene: Any, who: str, counts: tuple[int, ...], told: list[str]) -> None:
    whole, some, later = counts
    tell_one(scene, "甲报", "2031-03-02", f"全市累计{whole}人确诊。", f"{whole}人确诊", "infected", whole)
    tell_one(scene, "乙台", "2031-03-04", f"银行已有{some}名{who}确诊。", f"{some}名{who}确诊", "infected", some, who=who)
    tell_one(scene, "丙网", "2031-03-06", f"全市累计{later}人确诊。", f"{later}人确诊", "infected", later)
    assert [status for _, status in statuses(scene)] == told


def test_what_was_done_on_two_days_are_two_counts(scene: Any) -> None:
    for outlet, day, number in (("甲报", "2031-03-02", 14), ("乙台", "2031-03-05", 25)):
        told = f"{int(day[-2:])}日的集会中有{number}人丧生"
        pen = tell_one(scene, outlet, day, f"医师会{int(day[-2:]) + 1}日称，{told}。", f"{number}人丧生", "killed", number)
        pen.time(f"{int(day[-2:])}日的", day).says(told, "医师会", cue="称")
    assert statuses(scene) == [(14, "first"), (25, "first")]
    assert updates(scene) == []


def test_a_count_of_all_up_to_its_day_is_a_later_state(scene: Any) -> None:
    for outlet, day, number in (("甲报", "2031-03-02", 14), ("乙台", "2031-03-05", 25)):
        told = f"截至{int(day[-2:])}日，爆炸已造成{number}人死亡。"
        tell_one(scene, outlet, day, told, f"{number}人死亡", "killed", number).time(f"{int(day[-2:])}日", day)
    assert updates(scene) == [(14, 25)]


@pytest.mark.parametrize(("rough", "related"), [("约60人受伤", "precision"), ("60人受伤", "updates")])
def test_a_rough_number_is_told_more_finely(scene: Any, rough: str, related: str) -> None:
    tell_one(scene, "甲报", "2031-03-02", f"火灾造成{rough}。", rough, "injured", 60)
    tell_one(scene, "乙台", "2031-03-02", "火灾造成63人受伤。", "63人受伤", "injured", 63)
    assert [r.kind for r in account_of(scene).relations] == [related]


def test_another_days_crowd_and_history_are_told_first(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "5000人游行。", "5000人游行", "crowd", 5000, group="civilians")
    tell_one(scene, "乙台", "2031-03-09", "8000人游行。", "8000人游行", "crowd", 8000, group="civilians")
    assert statuses(scene) == [(5000, "first"), (8000, "first")]


@pytest.mark.parametrize(("later", "told"), [("边境的士兵已增至3400名士兵", 1), ("该国在边境有3400名士兵", 0)], ids=["grown", "others"])
def test_soldiers_are_a_later_state_where_they_are_said_to_have_become_so_many(scene: Any, later: str, told: int) -> None:
    tell_one(scene, "甲报", "2031-03-02", "边境有1500名士兵。", "1500名士兵", "troops", 1500, who="士兵", group="security")
    tell_one(scene, "乙台", "2031-03-05", f"{later}。", "3400名士兵", "troops", 3400, who="士兵", group="security")
    assert len(updates(scene)) == told
    assert statuses(scene)[1] == (3400, "updated" if told else "first")


def test_soldiers_of_two_lands_are_not_one_count(scene: Any) -> None:
    for outlet, day, land, number in (("甲报", "2031-03-02", "岚国", 1500), ("乙台", "2031-03-05", "澜国", 3400)):
        told = f"{land}的兵力已增至{number}名士兵"
        tell_one(scene, outlet, day, f"{told}。", f"{number}名士兵", "troops", number, who="士兵", group="security", where=land)
    assert [status for _, status in statuses(scene)] == ["first", "first"]


def test_another_count_that_an_article_tells_beside_the_known_one_is_no_later_state(scene: Any) -> None:
    for outlet in ("甲报", "乙台"):
        tell_one(scene, outlet, "2031-03-02", "互助会统计有150人丧生。", "150人丧生", "killed", 150, chain=("互助会",))
    scene.add("丁报", "2031-03-04", "岚洲局势", "互助会统计有150人丧生。", "另一项统计登记了900起死亡。").figure(
        "150人丧生", "killed", 150, 150, chain=("互助会",)
    ).figure("900起死亡", "killed", 900, 900)
    assert dict(statuses(scene))[900] == "differs_in_scope"
    assert updates(scene) == []


def test_single_people_of_two_places_are_not_one_count(scene: Any) -> None:
    pen = tell_one(scene, "甲报", "2031-03-02", "警方在岚东拘捕一名男子。", "拘捕一名", "detained", 1, where="岚东", chain=("警方",))
    pen.name("岚东", "place")
    tell_one(scene, "丁报", "2031-03-04", "警方拘捕五人。", "拘捕五人", "detained", 5, chain=("警方",)).name("岚洲", "place")
    for outlet in ("甲报", "乙台"):
        pen = tell_one(scene, outlet, "2031-03-06", "警方拘捕一名男子。", "拘捕一名", "detained", 1, chain=("警方",))
        pen.name("岚洲", "place")
    assert updates(scene) == []


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (("另有3人获救", 3, {"scope": "further"}), ("4人获救", 4, {}), "first"),
        (("另有31人获救", 31, {"scope": "further"}), ("44人获救", 44, {}), "updated"),
        (("救出一名男子", 1, {"who": "男子"}), ("救出4人", 4, {}), "first"),
        (("救出1人", 1, {}), ("救出40人", 40, {}), "first"),
        (("约27万人获救", 270000, {}), ("271686人获救", 271686, {}), "precision"),
        (("27万人获救", 270000, {}), ("271686人获救", 271686, {}), "precision"),
        (("14人获救", 14, {}), ("27人获救", 27, {}), "updated"),
    ],
    ids=["three others", "others after the dead", "one who is described", "a case", "about", "rounded", "more"],
)
def test_status_of_a_later_count(scene: Any, first: tuple[str, int, Any], second: tuple[str, int, Any], status: str) -> None:
    for outlet, (text, number, fields) in (("甲报", first), ("乙台", second)):
        pen = tell_one(scene, outlet, "2031-03-02", f"沉船致2死，{text}。", text, "rescued", number, **fields)
        if "31" in text:
            pen.figure("2死", "killed", 2, 2)
    assert {number: found for number, found in statuses(scene) if number != 2} == {first[1]: "first", second[1]: status}


def test_some_more_are_no_later_state_of_some_more(scene: Any) -> None:
    for day, more, total in (("2031-03-02", 8, 14), ("2031-03-05", 2, 16)):
        pen = scene.add("甲报", day, f"岚洲诈骗案（{day[-2:]}）", f"警方至今拘捕{total}人，其中再拘捕{more}人是职员。")
        pen.figure(f"拘捕{total}人", "detained", total, total).figure(f"再拘捕{more}人", "detained", more, more, scope="further")
    told = {(series.scope, point.low): point.status for series in account_of(scene).series for point in series.points}
    assert told == {("total", 14): "first", ("total", 16): "updated", ("further", 8): "first", ("further", 2): "first"}


def test_what_a_surge_may_bring_is_no_state(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "洪水造成9人死亡。", "9人死亡", "killed", 9)
    tell_one(scene, "乙台", "2031-03-03", "专家说，一旦溃坝，有机会导致90人死亡。", "90人死亡", "killed", 90)
    tell_one(scene, "丙网", "2031-03-04", "洪水死者增至12人。", "12人", "killed", 12)
    assert statuses(scene) == [(9, "first"), (90, "differs_in_scope"), (12, "updated")]
    assert updates(scene) == [(9, 12)]


def test_those_kept_from_the_public_are_a_part(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "矿难有90人失踪。", "90人失踪", "missing", 90)
    tell_one(scene, "乙台", "2031-03-04", "调查发现县里瞒报41人。", "41人", "missing", 41)
    assert {status for _, status in statuses(scene)} == {"first"}


def test_a_name_and_a_number_suppose_nothing(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "海事局局长丁若川说，死者主要是船员，已有9人死亡。", "9人死亡", "killed", 9)
    tell_one(scene, "乙台", "2031-03-03", "搜救队三万一千人出动，反恐部队也到场，死者增至12人。", "12人", "killed", 12)
    assert statuses(scene) == [(9, "first"), (12, "updated")]


def test_others_are_no_later_state(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "警方拘留了厂长等3人。", "拘留了厂长等3人", "detained", 3)
    tell_one(scene, "乙台", "2031-03-09", "其他相关嫌犯6人也已被拘。", "6人也已被拘", "detained", 6)
    assert statuses(scene) == [(3, "first"), (6, "first")]


def test_cases_that_came_in_are_no_later_state_of_all(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "岚洲新增4例病例。", "4例病例", "infected", 4, scope="new")
    tell_one(scene, "乙台", "2031-03-03", "岚洲另有境外移入病例58例。", "病例58例", "infected", 58, scope="new")
    tell_one(scene, "丙网", "2031-03-04", "岚洲新增9例病例。", "9例病例", "infected", 9, scope="new")
    assert statuses(scene) == [(4, "first"), (58, "first"), (9, "updated")]


def test_two_who_count_all_since_a_coup_do_not_count_the_same(scene: Any) -> None:
    tell_one(scene, "甲报", "2031-03-02", "援助会称，政变以来有1500人丧生。", "1500人丧生", "killed", 1500, chain=("援助会",))
    tell_one(scene, "乙台", "2031-03-04", "监测组织称，政变以来有1.2万人丧生。", "1.2万人丧生", "killed", 12000, chain=("监测组织",))
    assert statuses(scene) == [(1500, "first"), (12000, "first")]
