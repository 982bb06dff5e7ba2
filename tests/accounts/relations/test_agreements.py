"""Agreements in words: who repeats whom, who bears out whom, and what was ahead and came true."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.accounts.comparing.amounts import find_amounts, read
from rashomon.accounts.comparing.standards import standardise
from rashomon.accounts.telling import tell


def relations_of(scene: Any) -> list[tuple[str, str]]:
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    return sorted({(relation.kind, str(relation.why["code"])) for relation in told})


@pytest.fixture
def flood(scene: Any) -> Callable[[str, str], Any]:
    """Two outlets with a sentence each, among others that make their words rare."""

    def write(first: str, second: str, days: tuple[str, str] = ("2031-03-02", "2031-03-02")) -> Any:
        others = (
            "学校周三照常上课。",
            "市内超市货架被抢购一空。",
            "气象台发布新的降雨预报。",
            "足球联赛决赛改在周末举行。",
            "书展吸引大批读者。",
        )
        for at, other in enumerate(others):
            scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
        scene.add("甲报", days[0], "岚河水位", first)
        scene.add("乙报", days[1], "岚河汛情", second)
        return scene

    return write


def test_two_outlets_that_tell_it_in_their_own_words_bear_each_other_out(flood: Any) -> None:
    scene = flood("洪水冲垮了岚河上游的两座石拱桥和一段公路。", "岚河上游两座石拱桥以及一段公路被洪水冲垮。")
    assert ("corroborates", "passage_corroborates") in relations_of(scene)


def test_what_was_ahead_and_is_done_is_an_update(flood: Any) -> None:
    scene = flood("省防汛部门计划炸开岚河下游的旧堤坝泄洪。", "省防汛部门已炸开岚河下游的旧堤坝泄洪。", ("2031-03-02", "2031-03-04"))
    assert relations_of(scene) == [("updates", "came_true")]


def test_what_one_says_and_the_other_says_not_is_no_agreement(flood: Any) -> None:
    scene = flood("岚河下游的旧堤坝出现多处裂缝和渗漏。", "检查组说下游旧堤坝并没有裂缝，河水平稳。")
    assert relations_of(scene) == []


def test_a_short_report_of_one_deed_is_found_inside_a_longer_one(flood: Any) -> None:
    short, long = (
        "渡口的浮桥被上游冲来的木筏撞断。",
        "县里的消防员、民兵与渔民整夜巡堤，凌晨又有一只木筏撞断了渡口浮桥，两岸的往来改由汽艇接送。",
    )
    assert ("corroborates", "passage_corroborates") in relations_of(flood(short, long))


def test_a_deed_of_another_day_is_another_deed(flood: Any) -> None:
    scene = flood(
        "渡口的浮桥被上游冲来的木筏撞断。", "县里的消防员与渔民整夜巡堤，凌晨又有一只木筏撞断了渡口浮桥。", ("2031-03-02", "2031-03-09")
    )
    assert relations_of(scene) == []


@pytest.mark.parametrize(
    ("amount", "kind"), [("4.37", "same_origin"), ("4", "corroborates")], ids=["nobody measures it twice", "anybody may come by it"]
)
def test_one_odd_number_is_of_one_origin(flood: Any, amount: str, kind: str) -> None:
    scene = flood(f"岚河水位在正午涨到{amount}米，淹没了两座石拱桥。", f"两座石拱桥被水淹没，正午时岚河已涨到{amount}米高。")
    assert relations_of(scene) == [(kind, f"passage_{kind}")]


@pytest.mark.parametrize(("name", "related"), [("", False), ("岚洲", True)], ids=["nothing but words", "a name"])
def test_what_an_outlet_reports_every_day_is_no_repetition(scene: Any, name: str, related: bool) -> None:
    for at, other in enumerate(("学校周三照常上课。", "市内超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
        scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
    told = f"{name}造船股和渔业股沽压沉重，大市反覆向下。", f"{name}造船股与渔业股沽压沉重，大市反覆回稳，跌幅收窄。"
    for day, sentence in zip(("2031-03-02", "2031-03-03"), told, strict=True):
        pen = scene.add("甲报", day, f"股市{day}", sentence)
        if name:
            pen.name(name, "place")
    assert bool(relations_of(scene)) == related


@pytest.mark.parametrize(("day", "related"), [("2031-03-02", True), ("2031-03-03", False)], ids=["the same day", "the next"])
def test_a_plan_and_what_another_tells_of_the_thing_the_next_day_are_no_agreement(flood: Any, day: str, related: bool) -> None:
    scene = flood("防汛部门考虑在旧堤坝旁增设泄洪口。", "夜里泄洪口旁的旧堤坝有人看守。", ("2031-03-02", day))
    assert bool(relations_of(scene)) == related


@pytest.mark.parametrize(("price", "related"), [("47.2", False), ("41.6", True)], ids=["filled anew", "said again"])
def test_a_template_that_an_outlet_fills_anew_the_next_day_is_no_repetition(scene: Any, price: str, related: bool) -> None:
    for at, other in enumerate(("学校周三照常上课。", "市内超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
        scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
    for day, told in (("2031-03-02", "41.6"), ("2031-03-03", price)):
        scene.add("甲报", day, f"渔市{day}", f"岚洲渔港的冻虾收购价报每箱{told}元，成交清淡。").name("岚洲渔港", "place")
    assert bool(relations_of(scene)) == related


@pytest.mark.parametrize(("share", "related"), [("2.8", False), ("1.7", True)], ids=["at its close", "said again"])
def test_a_market_at_noon_and_at_its_close_is_no_repetition(scene: Any, share: str, related: bool) -> None:
    for at, other in enumerate(("学校周三照常上课。", "市内超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
        scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
    for at, told in enumerate(("1.7", share)):
        scene.add("甲报", "2031-03-02", f"股市{at}", f"岚洲渔业股指数跌穿三万点关口，跌幅{told}%。").name("岚洲", "place")
    assert bool(relations_of(scene)) == related


@pytest.mark.parametrize(("minister", "related"), [("瑞典外交部", False), ("挪威首相府", True)], ids=["of two countries", "of one"])
def test_what_two_countries_say_in_like_words_is_no_one_statement(flood: Any, minister: str, related: bool) -> None:
    words = "岚河上游的石拱桥必须在雨季之前修复"
    scene = flood(f"挪威外交部说，{words}。", f"{minister}表示，{words}，并愿意协助。")
    for article, source, cue in zip(scene.articles[-2:], ("挪威外交部", minister), ("说", "表示"), strict=True):
        pen = type(scene.add("丙报", "2031-03-01", f"其他{article.path}", "电影节推迟。"))(scene, article)
        pen.says(words, source, cue=cue)
    assert (("same_origin", "passage_same_origin") in relations_of(scene)) == related


def test_what_one_has_from_a_source_and_another_words_like_it_is_of_one_origin(flood: Any) -> None:
    scene = flood("水利厅说，洪水冲垮了岚河上游的两座石拱桥和一段公路。", "洪水冲垮了岚河上游两座石拱桥以及一段公路。")
    first = scene.articles[-2]
    pen = type(scene.add("丙报", "2031-03-01", "其他", "电影节推迟。"))(scene, first)
    pen.says("洪水冲垮了岚河上游的两座石拱桥和一段公路", "水利厅", cue="说")
    assert relations_of(scene) == [("same_origin", "passage_same_origin")]


@pytest.mark.parametrize(
    ("later", "kind"),
    [("全国实施宵禁，晚上十时后不得出门。", "updates"), ("岚洲实施宵禁，晚上十时后居民不得出门。", "same_origin")],
    ids=["everywhere", "there still"],
)
def test_a_measure_of_some_places_that_is_then_everywhere_is_an_update(flood: Any, later: str, kind: str) -> None:
    scene = flood("岚洲实施宵禁，居民晚上十时后不得出门。", later, ("2031-03-02", "2031-03-04"))
    for article, place in zip(scene.articles[-2:], ("岚洲", "岚洲" if kind == "same_origin" else ""), strict=True):
        pen = type(scene.add("丙报", "2031-03-01", f"其他{article.path}", "电影节推迟。"))(scene, article)
        pen.measure("宵禁", "宵禁", **({"place": place} if place else {}))
    assert {told for told, _ in relations_of(scene)} == {kind}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("灰柱高20公里", ["#length20000"]),
        ("灰柱高二十千米", ["#length20000"]),
        ("约1万2千人和三艘船", ["#people12000", "#things3"]),
        ("损失1.5亿美元，占百分之五", ["#dollars1.5e+08", "#share5"]),
        ("第3名", []),
    ],
)
def test_amounts_are_told_in_one_way(text: str, tokens: list[str]) -> None:
    assert [amount.token for amount in find_amounts(text, 0, len(text), "zh-Hans")] == tokens


def test_english_amounts_meet_chinese_ones() -> None:
    text = "a plume 20 kilometers high, 3 million people"
    assert [amount.token for amount in find_amounts(text, 0, len(text), "en")] == ["#length20000", "#people3e+06"]


@pytest.mark.parametrize(
    ("number", "value"), [("二〇三一", 2031), ("三百零五", 305), ("1万2千", 12000), ("3.5亿", 350_000_000), ("十万", 100_000)]
)
def test_numbers_in_every_writing_are_read(number: str, value: float) -> None:
    assert read(number) == value


def test_words_for_one_thing_are_put_as_one() -> None:
    assert standardise("两人罹难", "zh-Hans") == standardise("两人丧生", "zh-Hant")
    assert standardise("two killed", "en") == "two killed"


def test_a_template_filled_with_other_names_and_numbers_is_no_agreement(scene: Any) -> None:
    for at, other in enumerate(("学校周三照常上课。", "市内超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
        scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)
    for outlet, one, two, pupils in (("甲报", "岚北", "石桥", 412), ("乙报", "柳湾", "东渡", 297)):
        pen = scene.add(outlet, "2031-03-02", "停课", f"因校舍进水，{one}小学和{two}小学的{pupils}名学生停课两天。")
        pen.name(f"{one}小学", "organisation").name(f"{two}小学", "organisation")
    assert relations_of(scene) == []
