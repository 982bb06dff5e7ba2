"""Series and their relations: how one count stands to another."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from rashomon.accounts.telling import tell


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def statuses(scene: Any, measure: str = "killed") -> list[str]:
    return [point.status for series in account_of(scene).series if series.measure == measure for point in series.points]


def kinds(scene: Any) -> set[tuple[str, str, str]]:
    return {(r.kind, r.a[0].text, r.b[0].text) for r in account_of(scene).relations}


def two(scene: Any, first: tuple[Any, ...], second: tuple[Any, ...], measure: str = "killed") -> Any:
    """Two outlets, each with one count: (outlet, day, sentence, figure, low, high, chain)."""
    for outlet, day, sentence, text, low, high, *rest in (first, second):
        chain = tuple(rest[0]) if rest else ()
        fields = rest[1] if len(rest) > 1 else {}
        scene.add(outlet, day, f"岚洲爆炸（{outlet}）", sentence).figure(text, measure, low, high, chain=chain, **fields)
    return scene


CASES = [
    (
        "a higher toll later",
        ("甲报", "2031-03-02", "爆炸致9人死亡。", "9人死亡", 9, 9),
        ("乙报", "2031-03-04", "已有27人死亡。", "27人死亡", 27, 27),
        "updated",
    ),
    (
        "the same from the same source",
        ("甲报", "2031-03-02", "消防局称27人死亡。", "27人死亡", 27, 27, ["消防局"]),
        ("乙报", "2031-03-02", "消防局说，27人死亡。", "27人死亡", 27, 27, ["消防局"]),
        "repeated",
    ),
    (
        "the same from another source",
        ("甲报", "2031-03-02", "消防局称30人死亡。", "30人死亡", 30, 30, ["消防局"]),
        ("乙报", "2031-03-02", "红新月会说，30人死亡。", "30人死亡", 30, 30, ["红新月会"]),
        "corroborated",
    ),
    (
        "a lower toll later",
        ("甲报", "2031-03-02", "27人死亡。", "27人死亡", 27, 27),
        ("乙报", "2031-03-04", "25人死亡。", "25人死亡", 25, 25),
        "disputed",
    ),
    (
        "a lower toll that corrects",
        ("甲报", "2031-03-02", "27人死亡。", "27人死亡", 27, 27),
        ("乙报", "2031-03-04", "死亡人数下修为25人。", "25人", 25, 25),
        "updated",
    ),
    (
        "a rounder number",
        ("甲报", "2031-03-02", "5871人死亡。", "5871人死亡", 5871, 5871),
        ("乙报", "2031-03-03", "近6千人死亡。", "近6千人死亡", None, 6000),
        "precision",
    ),
    (
        "what at least so many came to a day on",
        ("甲报", "2031-03-02", "至少104人死亡。", "至少104人死亡", 104, None),
        ("乙报", "2031-03-03", "死亡人数升至122人。", "死亡人数升至122人", 122, 122),
        "updated",
    ),
    (
        "a rough number is as fine as its last digit",
        ("甲报", "2031-03-02", "逾1450人死亡。", "逾1450人死亡", 1450, None),
        ("乙报", "2031-03-03", "逾1490人死亡。", "逾1490人死亡", 1490, None),
        "updated",
    ),
    (
        "an exact number for a round one",
        ("甲报", "2031-03-02", "逾5000人死亡。", "逾5000人死亡", 5000, None),
        ("乙报", "2031-03-03", "5012人死亡。", "5012人死亡", 5012, 5012),
        "precision",
    ),
    (
        "an old word for a size",
        ("甲报", "2031-03-02", "264人死亡。", "264人死亡", 264, 264),
        ("乙报", "2031-03-08", "数十人死亡。", "数十人死亡", 20, 99),
        "repeated",
    ),
]


@pytest.mark.parametrize(("first", "second", "status"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_status_of_a_second_figure(scene: Any, first: tuple[Any, ...], second: tuple[Any, ...], status: str) -> None:
    assert statuses(two(scene, first, second)) == ["first", status]


def current_of(scene: Any, measure: str) -> Any:
    return next(series.current for series in account_of(scene).series if series.measure == measure)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("甲报", "2031-03-02", "昨有27人死亡。", "27人死亡", 27, 27, [], {"when": "2031-03-01"}),
            ("乙报", "2031-03-06", "早前死了25人。", "25人", 25, 25, [], {"when": "2031-02-27"}),
        ),
        (("甲报", "2031-03-02", "9人死亡。", "9人死亡", 9, 9), ("乙报", "2031-03-04", "6人死亡。", "6人死亡", 6, 6)),
        (("甲报", "2031-03-02", "数百人死亡。", "数百人死亡", 200, 999), ("乙报", "2031-03-04", "167人死亡。", "167人死亡", 167, 167)),
    ],
    ids=["what held on an earlier day", "a small count of one outlet", "a word for a size"],
)
def test_a_lower_count_that_contradicts_nothing(scene: Any, first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    assert "disputed" not in statuses(two(scene, first, second))


def test_of_many_troops_those_stand_whom_most_outlets_count(scene: Any) -> None:
    for at, number in enumerate((310, 420, 530, 640, 750, 860, 970)):
        text = f"{number}名士兵"
        scene.add("甲报", f"2031-03-0{at + 1}", f"演习{at}", f"{text}参加了演习。").figure(text, "troops", number, number)
    for outlet in ("甲报", "乙报"):
        scene.add(outlet, "2031-03-07", "边境", "边境集结了9千名士兵。").figure("9千名士兵", "troops", 9000, 9000)
    scene.add("丙台", "2031-03-08", "演习", "1200名士兵参加了新的演习。").figure("1200名士兵", "troops", 1200, 1200)
    assert current_of(scene, "troops").low == 9000
    assert "updates" not in {kind for kind, *_ in kinds(scene)}


def test_some_of_a_days_new_cases_stand_nowhere(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "疫情", "新增30例确诊，其中4例在岚东。")
    pen.figure("30例确诊", "infected", 30, 30).figure("4例", "infected", 4, 4, scope="part")
    told = {series.scope: series.current for series in account_of(scene).series}
    assert (told["part"], told["total"].low) == (None, 30)


RELATIONS = [
    ("updates", ("甲报", "2031-03-02", "9人死亡。", "9人死亡", 9, 9), ("乙报", "2031-03-04", "27人死亡。", "27人死亡", 27, 27)),
    ("disputes", ("甲报", "2031-03-02", "27人死亡。", "27人死亡", 27, 27), ("乙报", "2031-03-04", "25人死亡。", "25人死亡", 25, 25)),
    (
        "precision",
        ("甲报", "2031-03-02", "近6千人死亡。", "近6千人死亡", None, 6000),
        ("乙报", "2031-03-03", "5871人死亡。", "5871人死亡", 5871, 5871),
    ),
    (
        "same_origin",
        ("甲报", "2031-03-02", "消防局称9人死亡。", "9人死亡", 9, 9, ["消防局"]),
        ("乙报", "2031-03-02", "消防局：9人死亡。", "9人死亡", 9, 9, ["消防局"]),
    ),
    (
        "same_origin",
        ("甲报", "2031-03-02", "5871人死亡。", "5871人死亡", 5871, 5871),
        ("乙报", "2031-03-02", "5871人死亡。", "5871人死亡", 5871, 5871),
    ),
    (
        "corroborates",
        ("甲报", "2031-03-02", "消防局称30人死亡。", "30人死亡", 30, 30, ["消防局"]),
        ("乙报", "2031-03-02", "红新月会称30人死亡。", "30人死亡", 30, 30, ["红新月会"]),
    ),
    (
        "differs_in_scope",
        ("甲报", "2031-03-02", "27人死亡。", "27人死亡", 27, 27),
        ("乙报", "2031-03-02", "9名警员死亡。", "9名警员死亡", 9, 9, [], {"group": "security"}),
    ),
]


@pytest.mark.parametrize(("kind", "first", "second"), RELATIONS, ids=[f"{i}-{r[0]}" for i, r in enumerate(RELATIONS)])
def test_relation_of_two_figures(scene: Any, kind: str, first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    told = kinds(two(scene, first, second))
    assert (kind, first[3], second[3]) in told or (kind == "differs_in_scope" and (kind, second[3], first[3]) in told)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("甲报", "2031-03-02", "264人死亡。", "264人死亡", 264, 264), ("乙报", "2031-03-09", "数十人死亡。", "数十人死亡", 20, 99)),
        (
            ("甲报", "2031-03-02", "约300人死亡。", "约300人死亡", 300, 300),
            ("乙报", "2031-03-02", "约300人死亡。", "约300人死亡", 300, 300),
        ),
    ],
    ids=["an old state told late", "round numbers without a source"],
)
def test_no_relation_where_a_reader_could_argue(scene: Any, first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    assert not kinds(two(scene, first, second))


def test_a_crowd_never_disputes(scene: Any) -> None:
    first = ("甲报", "2031-03-02", "5000人聚集。", "5000人聚集", 5000, 5000)
    second = ("乙报", "2031-03-03", "800人聚集。", "800人聚集", 800, 800)
    assert "disputes" not in {kind for kind, _, _ in kinds(two(scene, first, second, "crowd"))}


def test_withdrawn_count_is_marked_and_related(blast: Callable[[], Any]) -> None:
    account = account_of(blast())
    points = {(p.low, p.status) for s in account.series for p in s.points if s.measure == "killed"}
    assert (61, "withdrawn") in points
    (withdraws,) = [r for r in account.relations if r.kind == "withdraws"]
    assert {e.text for e in withdraws.a} >= {"61人死亡。"}
    assert withdraws.b[0].sentence == "消防局称无从核对这一数字，卫生厅当晚撤回了简报。"


def test_current_is_the_last_value_that_stands(blast: Callable[[], Any]) -> None:
    (killed,) = [s for s in account_of(blast()).series if s.measure == "killed"]
    assert killed.current is not None
    assert (killed.current.low, killed.current.as_of) == (27, "2031-03-04")


def test_word_for_a_size_never_stands_against_a_number(scene: Any) -> None:
    for day, text, low, high in (("02", "18人死亡", 18, 18), ("03", "数十人死亡", 20, 99), ("04", "19人死亡", 19, 19)):
        scene.add("甲报", f"2031-03-{day}", f"岚洲爆炸（{day}日）", f"爆炸致{text}。").figure(text, "killed", low, high)
    (series,) = account_of(scene).series
    assert (series.current.low, series.current.disputed) == (19, False)


def test_part_of_all_is_the_whole_of_its_group(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成27人死亡，其中9名消防员。")
    pen.figure("27人死亡", "killed", 27, 27).figure("9名消防员", "killed", 9, 9, group="security", scope="part")
    assert {(s.group, s.scope) for s in account_of(scene).series} == {("all", "total"), ("security", "total")}


def test_history_told_along_is_set_apart(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成27人死亡。", "2019年的爆炸曾造成14人死亡。")
    pen.figure("27人死亡", "killed", 27, 27).figure("14人死亡", "killed", 14, 14, when="2019-05-01")
    account = account_of(scene)
    assert {s.scope for s in account.series} == {"total", "background"}
    assert account.relations == ()


@pytest.mark.parametrize(
    ("sentence", "time", "value", "scopes"),
    [
        ("2019年的爆炸曾造成14人死亡。", "2019年", "2019", {"total", "background"}),
        ("2019年5月的爆炸曾造成14人死亡。", "2019年5月", "2019-05", {"total", "background"}),
        ("2019年以来的爆炸造成14人死亡。", "2019年", "2019", {"total"}),
        ("2031年的爆炸造成14人死亡。", "2031年", "2031", {"total"}),
    ],
)
def test_history_is_told_by_its_year_alone(scene: Any, sentence: str, time: str, value: str, scopes: set[str]) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成27人死亡。", sentence)
    pen.figure("27人死亡", "killed", 27, 27).figure("14人死亡", "killed", 14, 14).time(time, value)
    assert {s.scope for s in account_of(scene).series} == scopes


def test_year_of_who_speaks_is_no_history(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲爆炸", "2019年上任的州长说，爆炸造成27人死亡。")
    pen.figure("27人死亡", "killed", 27, 27).time("2019年", "2019").says("爆炸造成27人死亡", "州长")
    assert {s.scope for s in account_of(scene).series} == {"total"}


def test_one_of_the_hurt_who_died_disputes_nothing(scene: Any) -> None:
    first = scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成3人死亡，21人受伤。")
    first.figure("3人死亡", "killed", 3, 3).figure("21人受伤", "injured", 21, 21)
    later = scene.add("乙报", "2031-03-03", "岚洲爆炸", "至今4人死亡，20人受伤。")
    later.figure("4人死亡", "killed", 4, 4).figure("20人受伤", "injured", 20, 20)
    assert statuses(scene, "injured") == ["first", "updated"]
    assert "disputes" not in {kind for kind, _, _ in kinds(scene)}


def test_repost_by_the_same_outlet_is_heard_once(scene: Any) -> None:
    first = scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成27人死亡。").figure("27人死亡", "killed", 27, 27)
    again = scene.add("甲报", "2031-03-09", "岚洲爆炸", "爆炸造成27人死亡。", "仍有3人失踪。", repeats=first.path)
    again.figure("27人死亡", "killed", 27, 27).figure("3人失踪", "missing", 3, 3)
    account = account_of(scene)
    assert [(s.measure, len(s.points)) for s in account.series] == [("killed", 1), ("missing", 1)]


def test_a_version_of_a_later_day_gives_the_counts_that_it_keeps_anew(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲爆炸", "消防局称27人死亡。", "火势已受控。").figure(
        "27人死亡", "killed", 27, 27, chain=("消防局",)
    )
    first = scene.articles[0].path
    told = ("岚洲爆炸后第二天", "消防局称27人死亡。", "港务局长辞职。")
    scene.add("甲报", "2031-03-03", *told, repeats=first).figure("27人死亡", "killed", 27, 27, chain=("消防局",))
    (series,) = [series for series in account_of(scene).series if series.measure == "killed"]
    assert [(point.evidence.path, point.status) for point in series.points] == [(first, "first"), (scene.articles[1].path, "repeated")]


@pytest.mark.parametrize(
    "denial",
    [
        "贴文随后被删除。",
        "卫生厅其后承认61人死亡是录入错误。",
        "卫生厅误把61人登记为死者。",
        "但消防局没有证实这一数字。",
        "该通报随后撤回。",
        "此说法未获警方证实。",
        "卫生厅周二把死亡人数从61人更正为16人。",
        "卫生厅说，此前公布的人数不准确。",
    ],
)
def test_words_that_take_a_count_back(scene: Any, denial: str) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲爆炸", "卫生厅贴文称61人死亡。", denial)
    pen.figure("61人死亡", "killed", 61, 61)
    assert statuses(scene) == ["withdrawn"]


@pytest.mark.parametrize(
    "sentence",
    [
        "市长承认撤离得太晚是个错误。",
        "旧码头周五被拆除。",
        "家属说法不一。",
        "此消息无法获得独立证实。",
        "本报无法证实这一数字。",
        "商会称这种说法完全不实。",
        "市政府同日在网上公告，港区的渡轮已经全部停开，但这一消息未获船公司证实。",
    ],
)
def test_words_that_take_nothing_back(scene: Any, sentence: str) -> None:
    scene.add("甲报", "2031-03-02", "岚洲爆炸", "卫生厅称61人死亡。", sentence).figure("61人死亡", "killed", 61, 61)
    assert statuses(scene) == ["first"]


def test_civilians_are_all_where_no_side_is_told_apart(scene: Any) -> None:
    two(
        scene,
        ("甲报", "2031-03-02", "一名女子死亡。", "一名女子死亡", 1, 1, [], {"group": "civilians"}),
        ("乙报", "2031-03-03", "3人死亡。", "3人死亡", 3, 3),
    )
    assert [series.group for series in account_of(scene).series] == ["all"]
    scene.add("丙台", "2031-03-04", "两名警员死亡。").figure("两名警员死亡", "killed", 2, 2, group="security")
    assert {series.group for series in account_of(scene).series} == {"all", "civilians", "security"}


def test_things_of_different_kinds_are_counted_apart(scene: Any) -> None:
    two(
        scene,
        ("甲报", "2031-03-02", "当日击毁5架战机。", "击毁5架", 5, 5),
        ("乙报", "2031-03-03", "已有74座仓库被炸毁。", "74座仓库被炸毁", 74, 74),
        measure="destroyed",
    )
    found = {series.things: [point.status for point in series.points] for series in account_of(scene).series}
    assert found == {"aircraft": ["first"], "buildings": ["first"]}


def test_counts_of_one_sentence_do_not_update_each_other(scene: Any) -> None:
    told = "当日有1架客机和5架战机被击落。"
    pen = scene.add("甲报", "2031-03-02", "空战", told)
    pen.figure("1架客机", "destroyed", 1, 1).figure("5架战机被击落", "destroyed", 5, 5)
    (series,) = account_of(scene).series
    assert [point.status for point in series.points] == ["first", "first"]
    assert series.current.low == 5


def test_a_word_for_a_size_told_by_one_alone_is_not_where_a_number_stands(scene: Any) -> None:
    two(
        scene,
        ("甲报", "2031-03-02", "消防局称140人死亡。", "140人死亡", 140, 140, ["消防局"]),
        ("乙报", "2031-03-03", "市长说数千人死亡。", "数千人死亡", 2000, 9999, ["市长"]),
    )
    (series,) = account_of(scene).series
    assert (series.current.low, series.current.high) == (140, 140)
    scene.add("丙台", "2031-03-04", "红新月会说数千人死亡。").figure("数千人死亡", "killed", 2000, 9999, chain=("红新月会",))
    (series,) = account_of(scene).series
    assert (series.current.low, series.current.high) == (2000, 9999)


def test_bodies_found_are_no_toll_beside_one(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "爆炸", "岚洲爆炸造成30人死亡。").figure("30人死亡", "killed", 30, 30)
    pen = scene.add("乙报", "2031-03-03", "爆炸", "搜救队又寻获两具遗体，死亡人数增至32人。")
    pen.figure("两具遗体", "killed", 2, 2, scope="further").figure("死亡人数增至32人", "killed", 32, 32)
    rows = {series.scope: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {"total": [30, 32], "further": [2]}


def test_counts_of_another_country_stand_apart_however_few_articles_name_it(scene: Any) -> None:
    for at, outlet in enumerate(("甲报", "乙台", "丙网")):
        sentence = f"诺兰国洪水已致{20 + at}人死亡（{outlet}）。"
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"诺兰国洪水{at}", sentence)
        pen.figure(f"{20 + at}人死亡", "killed", 20 + at, 20 + at, where="诺兰国").name("诺兰国", "place", entity="place:QN")
    far = "同日，风暴在塔洲国造成9人死亡。"
    scene.add("丁报", "2031-03-05", "诺兰国洪水与塔洲国风暴", far).figure("9人死亡", "killed", 9, 9, where="塔洲国").name(
        "塔洲国", "place", entity="place:QT"
    )
    rows = {series.place: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {None: [20, 21, 22], "塔洲国": [9]}


def test_a_city_is_one_place_with_and_without_its_kind(scene: Any) -> None:
    for at, (outlet, where) in enumerate(
        (("甲报", "岚洲"), ("乙台", "岚洲市"), ("丙网", "诺兰国"), ("丁报", "诺兰国"), ("戊台", "诺兰国"))
    ):
        told = f"诺兰国洪水（{outlet}），{where}有{20 + at}人死亡。"
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"诺兰国洪水{at}", told).name("诺兰国", "place", entity="place:QN")
        pen.figure(f"{20 + at}人死亡", "killed", 20 + at, 20 + at, where=where)
        if where != "诺兰国":
            pen.name(where, "place")
    rows = {series.place: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {None: [22, 23, 24], "岚洲": [20, 21]}


def test_a_street_whose_counts_are_those_of_the_town_is_the_town(scene: Any) -> None:
    for outlet, where in (("甲报", "岚洲"), ("乙台", "岚洲"), ("丙网", "栈桥路"), ("丁报", "栈桥路"), ("戊台", "栈桥路")):
        sentence = f"爆炸造成3人死亡，41人受伤，12人失踪（{outlet}{where}）。"
        pen = scene.add(outlet, "2031-03-02", f"岚洲爆炸（{outlet}）", sentence).name("岚洲", "place").name(where, "place")
        pen.figure("3人死亡", "killed", 3, 3, where=where).figure("41人受伤", "injured", 41, 41, where=where)
        pen.figure("12人失踪", "missing", 12, 12, where=where)
    assert {series.place for series in account_of(scene).series} == {None}


def test_a_town_that_most_papers_name_is_where_it_happened(scene: Any) -> None:
    dead = {"甲报": ("诺兰国", 1), "乙台": ("岚洲", 1), "丙网": ("岚洲", 2), "丁报": ("礁城", 1)}
    for at, (outlet, (where, low)) in enumerate(dead.items()):
        told = f"岚洲大学枪击致{low}人死亡，{outlet}在{where}报道。"
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"诺兰国大学枪击{at}", told).figure(f"{low}人死亡", "killed", low, low, where=where)
        pen.name("诺兰国", "place", entity="place:QN").name("岚洲", "place")
    pen.name("礁城", "place")
    rows = {series.place: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {None: [1, 1, 2], "礁城": [1]}


def test_a_past_accident_that_an_office_counted_is_background(scene: Any) -> None:
    for at, outlet in enumerate(("甲报", "乙台")):
        told = f"岚洲仓库爆炸造成{9 + at}人死亡。"
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"岚洲仓库爆炸{at}", told).figure(f"{9 + at}人死亡", "killed", 9 + at, 9 + at)
    past = "去年6月，栈桥一家工厂发生爆炸，官方通报，26人因此死亡。"
    pen = scene.add("丙网", "2031-03-03", "岚洲爆炸之后", past).time("去年6月", "2030-06").says("26人因此死亡", "官方", cue="通报")
    reading = scene.readings[pen.path]
    start = pen.article.text.index("官方")
    said = msgspec.structs.replace(reading.attributions[0], chain_spans=((start, start + 2),))
    scene.readings[pen.path] = msgspec.structs.replace(reading, attributions=(said,))
    pen.figure("26人因此死亡", "killed", 26, 26, chain=("官方",))
    rows = {series.scope: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {"total": [9, 10], "background": [26]}


def test_children_among_the_dead_stay_a_part_of_them(scene: Any) -> None:
    told = "渡轮倾覆造成23人死亡，其中有7名儿童。"
    for outlet in ("甲报", "乙台"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲渡轮倾覆（{outlet}）", told).figure("23人死亡", "killed", 23, 23)
        pen.figure("7名儿童", "killed", 7, 7, group="civilians", scope="part")
    rows = {series.scope: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {"total": [23, 23], "part": [7, 7]}


def test_the_country_around_the_main_place_is_no_place_of_its_own(scene: Any) -> None:
    for at, (outlet, where) in enumerate((("甲报", "岚洲"), ("乙台", "岚洲"), ("丙网", "诺兰国"))):
        told = f"仓库爆炸救出9人（{outlet}）。"
        pen = scene.add(outlet, "2031-03-02", f"诺兰国岚洲爆炸{at}，岚洲封港", told).figure("救出9人", "rescued", 9, 9, where=where)
        pen.name("诺兰国", "place", entity="place:QN").name("岚洲爆炸", "place")
    assert {series.place for series in account_of(scene).series} == {None}


def test_one_of_the_dead_is_no_earlier_count_of_them(scene: Any) -> None:
    told, case = "风暴造成6人死亡。", "一名妇人在车中被倒下的树砸死。"
    pen = scene.add("甲报", "2031-03-02", "岚洲风暴", told, case).figure("6人死亡", "killed", 6, None)
    pen.figure("一名妇人在车中被倒下的树砸死", "killed", 1, 1)
    later = "风暴死亡人数升至9人。"
    scene.add("乙台", "2031-03-03", "岚洲风暴次日", later).figure("升至9人", "killed", 9, 9)
    updates = [(r.why["a_low"], r.why["b_low"]) for r in account_of(scene).relations if r.kind == "updates"]
    assert updates == [(6, 9)]


def test_a_part_told_beside_the_whole_is_no_earlier_state(scene: Any) -> None:
    whole, later = "大火造成19人死亡。", "大火已有23人死亡。"
    first = scene.add("甲报", "2031-03-02", "大火", whole, "死者当中有9名儿童，都来自同一所小学。")
    first.figure("19人死亡", "killed", 19, 19).figure("9名儿童", "killed", 9, 9)
    scene.add("乙报", "2031-03-03", "大火", later).figure("23人死亡", "killed", 23, 23)
    told = account_of(scene).relations
    assert [(r.why["a_low"], r.why["b_low"]) for r in told if r.kind == "updates"] == [(19, 23)]


def test_a_count_told_before_the_source_of_its_sentence_is_not_its_word(scene: Any) -> None:
    told = "爆炸已致9人死亡，市長沈致遠因此要求港區居民撤離。"
    scene.add("甲报", "2031-03-02", "岚洲爆炸", told).figure("9人死亡", "killed", 9, 9).says("港區居民撤離", "市長沈致遠", cue="要求")
    said = "沈致遠表示，港區仍在搜救，共有31人受傷。"
    scene.add("乙报", "2031-03-03", "岚洲港區搜救", said).figure("31人受傷", "injured", 31, 31).says("港區仍在搜救", "沈致遠")
    series = {series.measure: series.points[0] for series in account_of(scene).series}
    assert series["killed"].chain == ()


OUTBREAK = (
    (
        "甲报",
        "2031-03-02",
        "岚洲新增900宗流感病例，再多7人死亡，累计610人不治。",
        (("900宗", "infected", 900, "new"), ("7人", "killed", 7, "further"), ("610人", "killed", 610, "total")),
    ),
    ("乙台", "2031-03-03", "岚洲新增1100宗流感病例，9名病人离世。", (("1100宗", "infected", 1100, "new"), ("9名", "killed", 9, "total"))),
    (
        "丙网",
        "2031-03-04",
        "岚洲卫生处说，625人死于流感，感染者共8万人。",
        (("625人", "killed", 625, "total"), ("8万人", "infected", 80000, "total")),
    ),
)


def test_the_dead_of_one_day_and_all_dead_of_an_outbreak_are_two_series(scene: Any) -> None:
    for outlet, day, sentence, figures in OUTBREAK:
        pen = scene.add(outlet, day, f"岚洲流感（{outlet}）", sentence)
        for text, measure, number, scope in figures:
            pen.figure(text, measure, number, number, scope=scope)
    dead = {series.scope: [point.low for point in series.points] for series in account_of(scene).series if series.measure == "killed"}
    assert dead == {"new": [7, 9], "total": [610, 625]}


def test_new_cases_of_a_day_and_all_cases_of_an_outbreak_are_two_series(scene: Any) -> None:
    for outlet, day, sentence, figures in (
        *OUTBREAK,
        ("丁报", "2031-03-05", "岚洲累计8.3万人感染流感。", (("8.3万人", "infected", 83000, "total"),)),
        ("戊台", "2031-03-06", "岚洲1300人感染流感。", (("1300人", "infected", 1300, "total"),)),
        ("己网", "2031-03-07", "岚洲8.6万人感染流感。", (("8.6万人", "infected", 86000, "total"),)),
    ):
        pen = scene.add(outlet, day, f"岚洲流感（{outlet}）", sentence)
        for text, measure, number, scope in figures:
            pen.figure(text, measure, number, number, scope=scope)
    ill = {series.scope: [point.low for point in series.points] for series in account_of(scene).series if series.measure == "infected"}
    assert ill == {"new": [900, 1100, 1300], "total": [80000, 83000, 86000]}


def test_what_the_whole_world_counts_is_no_count_of_the_storys_place(scene: Any) -> None:
    for outlet, day, sentence, text, number, where in (
        ("甲报", "2031-03-02", "岚洲流感致610人死亡。", "610人死亡", 610, "岚洲"),
        ("乙台", "2031-03-03", "岚洲卫生处说，全球已有4万人死于流感。", "4万人", 40000, "岚洲"),
        ("丙网", "2031-03-04", "全球流感肆虐，岚洲已有625人死亡。", "625人死亡", 625, "岚洲"),
    ):
        scene.add(outlet, day, f"岚洲流感（{outlet}）", sentence).figure(text, "killed", number, number, where=where)
    dead = {series.place: [point.low for point in series.points] for series in account_of(scene).series}
    assert dead == {None: [610, 625], "全球": [40000]}


def test_the_dead_beside_no_cases_are_counted_in_all(scene: Any) -> None:
    for outlet, day, number in (("甲报", "2031-03-02", 7), ("乙台", "2031-03-03", 9)):
        sentence = f"岚洲渡轮沉没，再多{number}人死亡。"
        scene.add(outlet, day, f"岚洲渡轮（{outlet}）", sentence).figure(f"{number}人死亡", "killed", number, number, scope="further")
    assert {series.scope for series in account_of(scene).series} == {"total"}


def test_the_toll_of_a_whole_war_is_no_state_of_a_raid(scene: Any) -> None:
    for outlet, day, sentence, text, number in (
        ("甲报", "2031-03-02", "礁城遭空袭，14人死亡。", "14人死亡", 14),
        ("乙台", "2031-03-03", "礁城空袭死亡人数升至21人。", "21人", 21),
        ("丙网", "2031-03-04", "礁城空袭21人死亡，这场战争已夺走8万人的生命。", "8万人", 80000),
    ):
        scene.add(outlet, day, f"礁城空袭（{outlet}）", sentence).figure(text, "killed", number, number)
    current = {series.scope: series.current.low for series in account_of(scene).series if series.current}
    assert current == {"total": 21, "background": 80000}


def test_cars_are_vehicles_whatever_their_classifier(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "清场", "警方拖走38架货车。").figure("拖走38架", "destroyed", 38, 38, group="other")
    assert [series.things for series in account_of(scene).series] == ["vehicles"]


def test_parts_of_different_people_are_counted_apart(scene: Any) -> None:
    told = "爆炸造成13人死亡，其中6名儿童和4名妇女。"
    pen = scene.add("甲报", "2031-03-02", "爆炸", told).figure("13人死亡", "killed", 13, 13)
    pen.figure("6名", "killed", 6, 6, scope="part", who="儿童").figure("4名", "killed", 4, 4, scope="part", who="妇女")
    found = {(series.scope, series.things): [point.status for point in series.points] for series in account_of(scene).series}
    assert found == {("total", None): ["first"], ("part", "children"): ["first"], ("part", "women"): ["first"]}


def test_parts_of_those_whose_names_are_known_are_no_rivals_of_the_parts_of_all(scene: Any) -> None:
    told = "24名乘客和6名机组人员全部遇难。警方已确认20名遇难者身份，其中乘客16人、机组4人。"
    pen = scene.add("甲报", "2031-03-02", "坠机", *told.replace("。", "。|").split("|")[:2])
    pen.figure("24名乘客", "killed", 24, 24, scope="part").figure("6名机组人员", "killed", 6, 6, scope="part")
    pen.figure("20名遇难者", "killed", 20, 20, scope="part")
    pen.figure("16人", "killed", 16, 16, scope="part").figure("4人", "killed", 4, 4, scope="part")
    found = {(point.low, point.status) for series in account_of(scene).series for point in series.points}
    assert {(16, "differs_in_scope"), (4, "differs_in_scope")} <= found
    assert {(24, "first"), (6, "first"), (20, "first")} <= found


def test_the_dead_whose_names_are_known_are_no_rival_of_all(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "矿难", "全部62人遇难。").figure("62人遇难", "killed", 62, 62)
    told = "警方已确认40名遇难者身份，其中旅客38人、机组2人。"
    pen = scene.add("乙台", "2031-03-02", "身份", told).figure("40名遇难者", "killed", 40, 40, scope="part")
    pen.figure("38人", "killed", 38, 38, scope="part").figure("2人", "killed", 2, 2, scope="part")
    found = {(series.scope, series.things) for series in account_of(scene).series}
    assert found == {("total", None), ("part", "identified"), ("part", "travellers"), ("part", "crew")}
    assert not any(relation.kind == "disputes" for relation in account_of(scene).relations)


def test_one_whom_an_article_tells_of_beside_a_total_is_part_of_it(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "风暴", "风暴造成9人死亡。", "一名老妇被树砸死。").figure("9人死亡", "killed", 9, 9)
    pen.figure("一名老妇被树砸死", "killed", 1, 1, who="老妇", group="civilians")
    assert {(series.scope, series.current.low) for series in account_of(scene).series if series.current} == {("total", 9), ("part", 1)}


def test_some_by_sex_age_or_nationality_beside_a_larger_total_are_part_of_it(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲踩踏", "踩踏造成147人死亡。", "外籍遇难者有18人。", "另外送医的12名儿童中5名儿童不治。")
    pen.figure("147人死亡", "killed", 147, 147).figure("遇难者有18人", "killed", 18, 18)
    pen.figure("5名儿童不治", "killed", 5, 5, who="儿童", group="civilians")
    scene.add("乙报", "2031-03-02", "岚洲客船", "沉船造成包括9名儿童在内的31人死亡。").figure("31人死亡", "killed", 31, 31)
    rows = {(series.scope, series.things, point.low) for series in account_of(scene).series for point in series.points}
    assert rows == {("total", None, 147), ("total", None, 31), ("part", "foreigners", 18), ("part", "children", 5)}


def test_what_a_land_alone_counts_of_another_kind_does_not_keep_its_dead_apart(scene: Any) -> None:
    land = {"kind": "place", "entity": "place:QN"}
    for at, (where, dead) in enumerate((("诺兰国", 151), ("诺兰国", 153), (None, 151), (None, 153), (None, 156), (None, 156))):
        pen = scene.add(f"{at}报", f"2031-03-0{2 + at}", f"岚湾踩踏{at}", f"{where or '岚湾'}踩踏致{dead}人死亡（{at}）。")
        pen.figure(f"{dead}人死亡", "killed", dead, dead, where=where)
        if where:
            pen.name("诺兰国", **land)
        else:
            pen.name("岚湾", "place")
    for at in range(8):
        scene.add("辛报", "2031-03-05", f"岚湾哀悼{at}", f"岚湾居民献花{at}。").name("岚湾", "place")
    sent = scene.add("己报", "2031-03-03", "诺兰国派员", "诺兰国派出500名消防员、1100名警察、80名医护。").name("诺兰国", **land)
    for number in ("500名", "1100名", "80名"):
        sent.figure(number, "troops", int(number[:-1]), int(number[:-1]), where="诺兰国", group="security")
    told = scene.add("庚报", "2031-03-04", "岚湾踩踏死者", "诺兰国消防局称死者有153人，54名男性死亡。").name("诺兰国", **land)
    told.figure("死者有153人", "killed", 153, 153).figure("54名男性死亡", "killed", 54, 54, where="诺兰国", who="男性", scope="part")
    assert {series.place for series in account_of(scene).series if series.measure == "killed"} == {None}


def test_so_many_more_are_no_total(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "诈骗案", "警方再拘捕8名职员。", "至今14人被捕。")
    pen.figure("拘捕8名", "detained", 8, 8).figure("14人被捕", "detained", 14, 14)
    assert {(series.scope, series.current.low) for series in account_of(scene).series if series.current} == {("total", 14), ("further", 8)}


def test_count_that_another_was_corrected_to_stands(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲", "卫生厅称131人送医。").figure("131人送医", "hospitalized", 131, 131, chain=("卫生厅",))
    told = scene.add("乙报", "2031-03-04", "岚洲（二）", "卫生厅说，送医人数修正为128人，因此前的数据有重复计算。")
    told.figure("送医人数修正为128人", "hospitalized", 128, 128, chain=("卫生厅",))
    assert "withdrawn" not in statuses(scene)


def test_a_lower_toll_told_again_after_the_higher_is_no_state_before_it(scene: Any) -> None:
    for outlet, day, dead in (("甲报", "2031-03-02", 30), ("乙网", "2031-03-04", 44), ("丙台", "2031-03-06", 30)):
        scene.add(outlet, day, f"岚洲撞车（{outlet}）", f"撞车致{dead}人死亡（{outlet}）。").figure(f"{dead}人死亡", "killed", dead, dead)
    (updates,) = [relation for relation in account_of(scene).relations if relation.kind == "updates"]
    assert [(e.outlet, e.text) for e in updates.a] == [("甲报", "30人死亡")]


def test_a_number_that_somebody_says_another_was_corrected_to_disputes_nothing(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲撞车", "至少291人死亡。").figure("至少291人死亡", "killed", 291, None)
    scene.add("丁报", "2031-03-02", "岚洲列车", "已有291人死亡。").figure("291人死亡", "killed", 291, 291)
    scene.add("乙网", "2031-03-04", "岚洲撞车救援结束", "至少279人死亡。").figure("至少279人死亡", "killed", 279, None)
    pen = scene.add("丙台", "2031-03-05", "死亡人数下调", "死亡人数从291人下调至279人，因为有遗体重复清点。")
    pen.figure("279人", "killed", 279, 279)
    account = account_of(scene)
    assert not any(relation.kind == "disputes" for relation in account.relations)
    assert {(r.a[0].text, r.b[0].text) for r in account.relations if r.kind == "updates"} >= {("至少291人死亡", "至少279人死亡")}


def test_who_calls_a_crowd_together_counts_it_otherwise(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "游行", "警方称有5000人参加，主办方说有2万人上街。")
    pen.figure("5000人参加", "crowd", 5000, 5000, group="civilians", chain=("警方",))
    pen.figure("2万人上街", "crowd", 20000, 20000, group="civilians", chain=("主办方",))
    scene.add("乙报", "2031-03-03", "游行", "集会组织者说有3万人。").figure(
        "3万人", "crowd", 30000, 30000, group="civilians", chain=("集会组织者",)
    )
    account = account_of(scene)
    assert [(r.kind, r.why["a_low"], r.why["b_low"]) for r in account.relations] == [("disputes", 5000, 20000), ("disputes", 5000, 30000)]
    assert [point.status for point in account.series[0].points] == ["first", "disputed", "disputed"]


def test_another_days_crowd_is_another_crowd(scene: Any) -> None:
    two(
        scene,
        ("甲报", "2031-03-02", "警方称有5000人参加。", "5000人参加", 5000, 5000, ["警方"], {"group": "civilians"}),
        ("乙报", "2031-03-05", "主办方说有2万人上街。", "2万人上街", 20000, 20000, ["主办方"], {"group": "civilians"}),
        measure="crowd",
    )
    assert kinds(scene) == set()


def test_history_and_new_cases_contradict_nothing(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "爆炸", "2019年一次爆炸造成30人死亡，同年另一座仓库起火，21人死亡。", "爆炸已造成4人死亡。")
    pen.figure("30人死亡", "killed", 30, 30, when="2019-05-01").figure("21人死亡", "killed", 21, 21, when="2019-08-01").time(
        "2019年", "2019"
    )
    pen.figure("4人死亡", "killed", 4, 4)
    assert "disputed" not in statuses(scene)


@pytest.mark.parametrize(("entities", "told"), [(("place:QN", "place:QT"), 0), ((None, None), 1)], ids=["countries", "towns"])
def test_counts_of_two_countries_are_not_taken_for_one(scene: Any, entities: tuple[str | None, str | None], told: int) -> None:
    for at in range(3):
        scene.add("甲报", "2031-03-02", f"岚洲台风{at}", "岚洲停课。").name("岚洲", "place")
    for outlet, place, low, entity in (("乙报", "诺兰", 40, entities[0]), ("丙报", "塔洲", 90, entities[1])):
        pen = scene.add(outlet, "2031-03-02", f"台风（{outlet}）", f"{place}有{low}人死亡。").figure(
            f"{low}人死亡", "killed", low, low, where=place
        )
        pen.name(place, "place", **({"entity": entity} if entity else {}))
    assert [r.kind for r in account_of(scene).relations].count("differs_in_scope") == told


@pytest.mark.parametrize(("here", "there", "told"), [("40艘船", "90艘船", 1), ("40艘船", "90辆车", 0)], ids=["ships", "ships and cars"])
def test_what_was_destroyed_in_two_places_is_taken_for_one_where_it_is_of_one_kind(scene: Any, here: str, there: str, told: int) -> None:
    for at in range(3):
        scene.add("甲报", "2031-03-02", f"岚洲台风{at}", "岚洲停课。").name("岚洲", "place")
    for outlet, place, what in (("乙报", "诺兰", here), ("丙报", "塔洲", there)):
        pen = scene.add(outlet, "2031-03-02", f"台风（{outlet}）", f"{place}有{what}损毁。")
        pen.figure(f"{what}损毁", "destroyed", int(what[:2]), int(what[:2]), where=place).name(place, "place")
    assert [r.kind for r in account_of(scene).relations].count("differs_in_scope") == told


@pytest.mark.parametrize(("more", "current"), [(False, 41), (True, 44)], ids=["told beside the headline's", "carried by more outlets"])
def test_a_rival_count_beside_an_article_s_own_is_not_where_it_stands(scene: Any, more: bool, current: int) -> None:
    pen = scene.add("甲报", "2031-03-02", "沉船41人死亡", "警方说41人死亡。", "医院则称44人死亡。")
    pen.figure("41人死亡", "killed", 41, 41).figure("医院则称44人死亡", "killed", 44, 44, chain=("医院",))
    for outlet in ("乙报", "丙报") if more else ():
        scene.add(outlet, "2031-03-02", f"沉船（{outlet}）", "医院称44人死亡。").figure("44人死亡", "killed", 44, 44, chain=("医院",))
    (series,) = account_of(scene).series
    assert series.current.low == current


def test_a_land_counts_apart_where_an_article_counts_more_in_it_than_in_the_storys_place(scene: Any) -> None:
    told = "岚洲县山洪致17人遇难。"
    scene.add("甲报", "2031-03-02", "岚洲山洪", told).figure("17人遇难", "killed", 17, 17, where="岚洲县").name("岚洲县", "place")
    both = "省厅称，风雨已致全省23人死亡，其中岚洲县17人遇难。"
    pen = scene.add("乙台", "2031-03-03", "岚洲山洪", both).name("岚洲县", "place")
    pen.figure("23人死亡", "killed", 23, 23, where="岚洲县").figure("17人遇难", "killed", 17, 17, where="岚洲县")
    scene.add("Bay Post", "2031-03-04", "Floods", "Across the province, 25 people were killed.", language="en").figure(
        "25 people were killed", "killed", 25, 25
    )
    rows = {series.place: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {None: [17, 17], "全省": [23, 25]}


def test_a_land_that_nobody_tells_from_the_storys_place_is_that_place(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲山洪", "全省23人死亡。").figure("23人死亡", "killed", 23, 23)
    (series,) = account_of(scene).series
    assert series.place is None


def test_missing_people_who_were_found_are_no_state_of_the_missing(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲山洪", "14人失踪。").figure("14人失踪", "missing", 14, 14)
    pen = scene.add("乙台", "2031-03-03", "岚洲山洪", "5名失踪者在仓库被找到，尚有9人失踪。")
    pen.figure("5名失踪者", "missing", 5, 5).figure("9人失踪", "missing", 9, 9)
    rows = {series.scope: [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {"total": [14, 9], "part": [5]}


def test_a_rivals_toll_is_a_dispute_and_no_later_state(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲地震", "内政部称36人死亡。").figure("36人死亡", "killed", 36, 36, chain=("内政部",))
    pen = scene.add("乙台", "2031-03-03", "岚洲地震", "内政部称死亡人数升至130人。", "红新月会则称至少有210人遇难。")
    pen.figure("死亡人数升至130人", "killed", 130, 130, chain=("内政部",)).figure(
        "至少有210人遇难", "killed", 210, None, chain=("红新月会",)
    )
    assert kinds(scene) >= {("disputes", "死亡人数升至130人", "至少有210人遇难"), ("updates", "36人死亡", "死亡人数升至130人")}
    assert not any(kind == "updates" and "至少有210人遇难" in (a, b) for kind, a, b in kinds(scene))


def test_a_word_for_a_size_and_what_holds_for_a_day_before_are_no_later_state(scene: Any) -> None:
    two(scene, ("甲报", "2031-03-02", "14人死亡。", "14人死亡", 14, 14), ("乙报", "2031-03-04", "数十人死亡。", "数十人死亡", 20, 99))
    scene.add("丙台", "2031-03-05", "回顾", "1日的头一次爆炸致31人死亡。").figure("31人死亡", "killed", 31, 31, when="2031-03-01")
    assert not any(kind == "updates" for kind, *_ in kinds(scene))


def test_a_count_of_all_the_country_is_not_of_the_town_that_its_article_is_on(scene: Any) -> None:
    for at, outlet in enumerate(("甲报", "乙台", "丙网")):
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"诺兰国疫情{at}", f"诺兰国有{20 + at}人重症（{outlet}）。")
        pen.figure(f"{20 + at}人重症", "critical", 20 + at, 20 + at, where="诺兰国").name("诺兰国", "place", entity="place:QN")
    pen = scene.add("丁报", "2031-03-05", "港城疫情", "港城医院吃紧。", "全国重症患者为53人。").name("港城", "place")
    pen.figure("重症患者为53人", "critical", 53, 53, where="港城")
    assert {series.place for series in account_of(scene).series} == {None}


def test_a_notice_of_correction_takes_back_what_it_says_was_told(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲山洪", "岚洲转移群众12万人。").figure("转移群众12万人", "evacuated", 120_000, 120_000)
    notice = "更正：本报2日报道岚洲转移群众12万人，应为1.2万人。"
    scene.add("甲报", "2031-03-04", "岚洲山洪", notice).figure("转移群众12万人", "evacuated", 120_000, 120_000)
    (back,) = [r for r in account_of(scene).relations if r.kind == "withdraws"]
    assert (back.a[0].text, back.b[0].sentence) == ("转移群众12万人", notice)
    assert set(statuses(scene, "evacuated")) == {"withdrawn"}


def test_a_place_that_no_article_sets_apart_from_the_whole_is_the_whole(scene: Any) -> None:
    for at, (outlet, where, dead, lost) in enumerate(
        (("甲报", "岚湾", 11, 19), ("乙台", "岚湾", 15, 19), ("丙网", None, 15, 19), ("丁报", None, 15, 7), ("戊台", "岚湾", 17, 2))
    ):
        pen = scene.add(
            outlet, f"2031-03-0{2 + at}", f"诺兰国沉船{at}", f"{where or '诺兰国'}沉船致{dead}人死亡、{lost}人失踪（{outlet}）。"
        )
        pen.figure(f"{dead}人死亡", "killed", dead, dead, where=where).figure(f"{lost}人失踪", "missing", lost, lost, where=where)
        pen.name(where or "诺兰国", "place")
    for at in (7, 8):
        scene.add("己网", f"2031-03-0{at}", f"诺兰国渔业{at}", "诺兰国渔业部门开会。").name("诺兰国", "place")
    assert {series.place for series in account_of(scene).series} == {None}


def test_those_who_died_of_the_injured_make_no_dispute(scene: Any) -> None:
    first = scene.add("甲报", "2031-03-02", "岚洲爆炸", "爆炸造成18人受伤，其中3人经抢救无效死亡。")
    first.figure("18人受伤", "injured", 18, 18).figure("3人经抢救无效死亡", "killed", 3, 3, scope="part")
    scene.add("乙报", "2031-03-03", "岚洲爆炸再报", "爆炸致3人死亡、15人受伤。").figure("15人受伤", "injured", 15, 15)
    assert statuses(scene, "injured") == ["first", "differs_in_scope"]
    assert "disputes" not in {kind for kind, _, _ in kinds(scene)}


def test_counts_of_a_list_that_share_one_fate_are_parts_of_all(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲客机坠毁", "确认机上66人全部遇难。", "机上61名乘客、5名机组人员已全部遇难。")
    pen.figure("66人全部遇难", "killed", 66, 66)
    pen.figure("61名乘客、5名机组人员已全部遇难", "killed", 61, 61, who="乘客", group="civilians")
    pen.figure("5名机组人员已全部遇难", "killed", 5, 5, who="机组人员", group="civilians")
    rows = {(series.scope, series.things): [point.low for point in series.points] for series in account_of(scene).series}
    assert rows == {("total", None): [66], ("part", "travellers"): [61], ("part", "crew"): [5]}


def test_what_was_long_ago_or_taken_back_keeps_no_place_apart(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "黑岭矿井透水", "黑岭矿井透水，北塬救援队已救出4人。", "2019年全国矿难造成245人死亡。")
    pen.figure("救出4人", "rescued", 4, 4).figure("245人死亡", "killed", 245, 245).time("2019年", "2019").name("黑岭", "place")
    for at, (outlet, place) in enumerate((("乙台", "北塬省"), ("丙网", "北塬"))):
        pen = scene.add(
            outlet, f"2031-03-0{3 + at}", f"黑岭矿井透水{at}", f"{place}黑岭矿井已有{11 + at}人死亡（{outlet}）。", "已救出4人。"
        )
        pen.figure(f"{11 + at}人死亡", "killed", 11 + at, 11 + at, where=place).figure("救出4人", "rescued", 4, 4, where=place)
        pen.name(place, "place").name("黑岭", "place")
    last = scene.add("丁报", "2031-03-06", "黑岭矿井救援结束", "黑岭矿井透水共造成20人死亡。").figure("20人死亡", "killed", 20, 20)
    last.name("黑岭", "place")
    rows = {
        (series.measure, series.place): {point.low for point in series.points}
        for series in account_of(scene).series
        if series.scope == "total"
    }
    assert rows == {("killed", None): {11, 12, 20}, ("rescued", None): {4}}


def test_a_rivals_count_disputes_what_stands_and_later_counts_update_that(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "塔洲霍乱", "卫生部说，40人死亡。").figure("40人死亡", "killed", 40, 40, chain=("卫生部",))
    pen = scene.add("乙台", "2031-03-05", "塔洲霍乱蔓延", "卫生部说，截至4日有63人死亡。", "无国界医生则统计，已有130人死亡。")
    pen.figure("63人死亡", "killed", 63, 63, when="2031-03-04", chain=("卫生部",))
    pen.figure("130人死亡", "killed", 130, 130, when="2031-03-05", chain=("无国界医生",))
    scene.add("丙网", "2031-03-08", "塔洲霍乱升级", "卫生部说，78人死亡。").figure("78人死亡", "killed", 78, 78, chain=("卫生部",))
    assert statuses(scene, "killed") == ["first", "updated", "disputed", "updated"]
    told = kinds(scene)
    assert ("disputes", "63人死亡", "130人死亡") in told
    assert {told for told in told if told[0] == "updates"} == {
        ("updates", "40人死亡", "63人死亡"),
        ("updates", "40人死亡", "78人死亡"),
        ("updates", "63人死亡", "78人死亡"),
    }


def test_a_count_that_an_office_calls_untrue_never_stands(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "塔洲山火", "民防部说，13人死亡。").figure("13人死亡", "killed", 13, 13, chain=("民防部",))
    pen = scene.add("乙台", "2031-03-03", "塔洲山火蔓延", "有媒体称，已有19人死亡，民防部称该数字“不实”。")
    pen.figure("19人死亡", "killed", 19, 19, chain=("媒体",)).says("该数字“不实”", "民防部", cue="称")
    scene.add("丙网", "2031-03-05", "塔洲山火受控", "民防部说，15人死亡。").figure("15人死亡", "killed", 15, 15, chain=("民防部",))
    assert statuses(scene, "killed") == ["first", "disputed", "updated"]
    assert {told for told in kinds(scene) if told[0] in ("updates", "disputes")} == {("updates", "13人死亡", "15人死亡")}


def test_what_critics_count_who_say_that_an_office_hides_the_dead_never_stands(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "塔洲洪水", "民防部说，61人死亡。").figure("61人死亡", "killed", 61, 61, chain=("民防部",))
    pen = scene.add("乙台", "2031-03-03", "塔洲洪水退去", "反对党指责政府隐瞒死亡人数，称至少有200人死亡。")
    pen.figure("200人死亡", "killed", 200, None, chain=("反对党",))
    scene.add("丙网", "2031-03-05", "塔洲洪水之后", "民防部说，94人死亡。").figure("94人死亡", "killed", 94, 94, chain=("民防部",))
    assert statuses(scene, "killed") == ["first", "disputed", "updated"]
    assert {told for told in kinds(scene) if told[0] == "updates"} == {("updates", "61人死亡", "94人死亡")}


def test_a_few_more_who_were_moved_are_no_later_state_of_thousands(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "塔洲山火", "2万人撤离。").figure("2万人撤离", "evacuated", 20000, 20000)
    scene.add("乙台", "2031-03-03", "塔洲山火蔓延", "使馆协助17名游客转移。").figure("17名游客转移", "evacuated", 17, 17)
    assert statuses(scene, "evacuated") == ["first", "differs_in_scope"]


def test_missing_people_who_are_found_keep_no_place_apart(scene: Any) -> None:
    for at, (outlet, where, dead, lost) in enumerate((("甲报", "岚湾", 11, 9), ("乙台", "诺兰国", 11, 4), ("丙网", "岚湾", 13, 2))):
        sentence = f"{where}山火致{dead}人死亡、{lost}人失踪（{outlet}）。"
        pen = scene.add(outlet, f"2031-03-0{2 + at}", f"诺兰国岚湾山火{at}", sentence).name("诺兰国", "place", entity="place:QN")
        pen.name("岚湾", "place")
        pen.figure(f"{dead}人死亡", "killed", dead, dead, where=where).figure(f"{lost}人失踪", "missing", lost, lost, where=where)
    assert {series.place for series in account_of(scene).series} == {None}


@pytest.mark.parametrize(("other", "places"), [(4, {None}), (9, {"礁城", "北塬"})], ids=["alike", "otherwise"])
def test_what_places_count_alike_and_nobody_for_the_whole_is_one_count(scene: Any, other: int, places: set[str | None]) -> None:
    for at in range(4):
        scene.add("甲报", "2031-03-02", f"岚洲人质{at}", "岚洲停课。").name("岚洲", "place")
    for outlet, where, held in (("乙台", "礁城", 4), ("丙网", "北塬", other)):
        pen = scene.add(outlet, "2031-03-02", f"人质（{outlet}）", f"{where}有{held}人被劫持（{outlet}）。").name(where, "place")
        pen.figure(f"{held}人被劫持", "abducted", held, held, where=where)
    assert {series.place for series in account_of(scene).series} == places


def test_a_vague_number_told_late_disputes_nothing(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲爆炸", "消防局说，27人死亡。").figure("27人死亡", "killed", 27, 27, chain=("消防局",))
    scene.add("乙台", "2031-03-04", "岚洲爆炸之后", "爆炸已致逾20人死亡。").figure("逾20人死亡", "killed", 20, None)
    assert [kind for kind, _, _ in kinds(scene) if kind == "disputes"] == []


def test_who_demands_something_did_not_count_themselves(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "集会", "数百名民众聚集在广场，要求重新计票。")
    pen.figure("数百名民众", "crowd", 200, 999).says("重新计票", "数百名民众", cue="要求")
    ((point,),) = [series.points for series in account_of(scene).series]
    assert (point.chain, point.origin) == ((), "甲报")


def test_a_country_by_its_short_name_is_that_country(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "挪威爆炸", "挪威和瑞典之间的仓库爆炸，挪威23人死亡。").name("挪威", "place", entity="place:NO")
    pen.name("瑞典", "place", entity="place:SE").figure("23人死亡", "killed", 23, 23, where="瑞典")
    scene.add("乙台", "2031-03-03", "挪国爆炸", "挪国27人死亡。").name("挪国", "place").figure("27人死亡", "killed", 27, 27, where="挪国")
    scene.add("丙报", "2031-03-03", "挪威爆炸", "挪威27人死亡。").name("挪威", "place", entity="place:NO").figure(
        "27人死亡", "killed", 27, 27, where="挪威"
    )
    assert {point.low: series.place for series in account_of(scene).series for point in series.points}[27] is None


def test_a_place_that_the_sentence_of_no_count_names_is_none(scene: Any) -> None:
    for outlet, day, dead, where in (("甲报", "02", 11, None), ("乙台", "03", 14, "岚湾车站"), ("丙网", "04", 19, None)):
        pen = scene.add(outlet, f"2031-03-{day}", f"诺兰国爆炸（{outlet}）", "嫌犯在岚湾车站落网。", f"死亡人数增至{dead}人。")
        pen.figure(f"死亡人数增至{dead}人", "killed", dead, dead, where=where)
        if where:
            pen.name(where, "place")
    assert {series.place for series in account_of(scene).series} == {None}
    assert ("updates", "死亡人数增至11人", "死亡人数增至14人") in kinds(scene)
