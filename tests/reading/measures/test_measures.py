"""Orders, closures and advice in force: what is read from a sentence, when it holds and who gave it."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.articles import article_of

from rashomon.languages import codes, language
from rashomon.model import Article, Attribution, Measure, Name, Time
from rashomon.reading.measures.measures import find_measures
from rashomon.reading.measures.patterns import patterns_of


def read(text: str, tag: str = "zh", **context: Any) -> tuple[Measure, ...]:
    article = Article(
        path="a",
        document="d",
        article="a",
        outlet=None,
        title="",
        published="2031-05-02",
        language=tag,
        format="text",
        text=text,
        sentences=((0, len(text)),) if text else (),
    )
    tongue = language(tag)
    assert tongue is not None
    return find_measures(article, tongue, **context)


def cases() -> list[Any]:
    found: list[Any] = []
    for code in codes():
        file = files("rashomon.languages") / code / "examples_measures.toml"
        if file.is_file():
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found.extend(pytest.param(code, case, id=f"{code}: {case['text'][:24]}") for case in table["case"])
    return found


@pytest.mark.parametrize(("code", "case"), cases())
def test_measures_are_read_as_a_reader_would(code: str, case: dict[str, Any]) -> None:
    assert [[m.what, m.status, m.hours or ""] for m in read(case["text"], code)] == case["measures"]


def test_from_and_until_are_the_days_that_the_sentence_gives() -> None:
    text = "瀾口市自5月2日起進入緊急狀態，至5月9日結束。"
    days = [("5月2日", "2031-05-02"), ("5月9日", "2031-05-09")]
    times = tuple(Time(start=text.index(t), end=text.index(t) + len(t), text=t, type="DATE", value=v) for t, v in days)
    names = (Name(start=0, end=3, text="瀾口市", kind="place"),)
    (measure,) = read(text, times=times, names=names)
    assert (measure.since, measure.until, measure.place, measure.status) == ("2031-05-02", "2031-05-09", "瀾口市", "ordered")


def test_a_duration_tells_the_end_where_the_start_is_known() -> None:
    text = "教育局5月2日起停课，为期14天。"
    times = (
        Time(start=3, end=7, text="5月2日", type="DATE", value="2031-05-02"),
        Time(start=13, end=16, text="14天", type="DURATION", value="P14D"),
    )
    (measure,) = read(text, times=times)
    assert (measure.by, measure.since, measure.until) == ("教育局", "2031-05-02", "2031-05-15")


DAYS = {
    "今日下午": "2031-05-02TAF",
    "傍晚6时": "2031-05-02T18:00",
    "10日": "2031-05-10",
    "15日": "2031-05-15",
    "7日": "2031-05-07",
    "20日": "2031-05-20",
}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("全市学校今日下午停课。", "2031-05-02TAF", None),
        ("渡轮傍晚6时后停航。", "2031-05-02T18:00", None),
        ("食肆每日傍晚6时后停业。", None, None),
        ("澜口大桥即时封闭。", "2031-05-02", None),
        ("澜口市10日宣布15日起封城。", "2031-05-15", None),
        ("岚国7日至20日实施宵禁。", "2031-05-07", "2031-05-20"),
        ("岚国10日因发现病例宣布封城。", None, None),
        ("住户须在15日或之前都接受强制检测。", None, "2031-05-15"),
        ("市府周五宣布加强出入管制，15日起，旅客须接受检测。", None, None),
    ],
)
def test_a_day_before_the_verb_is_where_it_begins_if_nothing_else_was_done_on_it(text: str, since: str | None, until: str | None) -> None:
    times = tuple(
        Time(start=at, end=at + len(day), text=day, type="DATE", value=value) for day, value in DAYS.items() if (at := text.find(day)) >= 0
    )
    measure = read(text, times=tuple(sorted(times, key=lambda time: time.start)))[0]
    assert (measure.since, measure.until) == (since, until)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Classes were suspended Monday.", "2031-05-05", None),
        ("The authority suspended all sailings with immediate effect.", "2031-05-02", None),
        ("The mayor ordered residents to evacuate by Monday.", None, "2031-05-05"),
    ],
)
def test_english_days_stand_behind_the_verb(text: str, since: str | None, until: str | None) -> None:
    at = text.find("Monday")
    times = (Time(start=at, end=at + 6, text="Monday", type="DATE", value="2031-05-05"),) if at >= 0 else ()
    (measure,) = read(text, "en", times=times)
    assert (measure.since, measure.until) == (since, until)


def test_what_is_done_to_a_place_is_not_done_by_it() -> None:
    text = "澜口昨晚将东岭列为受限区域。"
    names = (Name(start=0, end=2, text="澜口", kind="place"), Name(start=5, end=7, text="东岭", kind="place"))
    (measure,) = read(text, names=names)
    assert (measure.by, measure.place) == (None, "东岭")


def test_advice_of_one_who_orders_nothing_is_none() -> None:
    name = Name(start=4, end=6, text="索拉", kind="person")
    assert not read("渔政医生索拉呼吁居民不要前往东堤。", names=(name,))
    assert read("渔政署长索拉呼吁居民不要前往东堤。", names=(name,))


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["宣布", "进入", "紧急状态", "停课", "延长", "，", "。", "关闭", "边境", "每晚10时至次日5时", "宵禁", "\n"])
        | st.text(max_size=3)
    )
)
def test_spans_point_at_the_measure(pieces: list[str]) -> None:
    text = "".join(pieces)
    for measure in read(text):
        assert text[measure.start : measure.end] == measure.text
        assert measure.what in measure.text


@pytest.mark.parametrize("code", codes())
def test_no_name_of_a_pattern_stands_twice(code: str) -> None:
    tongue = language(code)
    table = tongue.table("measures") if tongue else {}
    parts = [value if isinstance(value, dict) else {name: value} for name, value in table.items()]
    names = [name for part in parts for name in part]
    assert len(names) == len(set(names))


def test_no_trigger_is_lost_by_looking_only_where_one_may_begin() -> None:
    """The table's own sources hold every word that opens a trigger: both ways of searching find the same in them."""
    zh = language("zh")
    assert zh is not None
    table, patterns = zh.table("measures"), patterns_of("zh")
    assert patterns is not None
    sources = ("verbs", "advice", "warning", "passive", "bans", "reopenings", "halts")
    told = (table[name] for name in ("states", "acts", *sources))
    text = (
        "|".join(words if isinstance(words, str) else "|".join(words) for words in told)
        .replace("|", "航班。")
        .replace("(?:", "")
        .replace(")", "。")
    )
    assert patterns.built is not None
    for choice in (patterns.trigger, patterns.built):
        whole = re.compile("|".join(f"(?P<{kind}>{source})" for kind, source in choice.sources.items()), re.IGNORECASE)
        found = [(match.span(), match.lastgroup) for match in choice.finditer(text)]
        assert found == [(match.span(), match.lastgroup) for match in whole.finditer(text)]


def test_what_is_demanded_of_a_country_is_not_in_force() -> None:
    text = "岚国外长警告云洲停止进口军火。"
    names = (Name(start=6, end=8, text="云洲", kind="place"),)
    assert read(text, names=names) == ()
    assert [one.what for one in read(text)] == ["停止进口军火"]


def name(text: str, part: str, kind: str) -> Name:
    return Name(start=text.index(part), end=text.index(part) + len(part), text=part, kind=kind)


def day(text: str, part: str, value: str) -> Time:
    return Time(start=text.index(part), end=text.index(part) + len(part), text=part, type="DATE", value=value)


def test_a_day_belongs_to_the_order_in_its_own_clause() -> None:
    text = "市府5月2日起关闭泳池，学校亦关闭至5月18日，5月24日起须出示通行证。"
    times = (day(text, "5月2日", "2031-05-02"), day(text, "5月18日", "2031-05-18"), day(text, "5月24日", "2031-05-24"))
    days = [(one.since, one.until) for one in read(text, times=times)]
    assert days == [("2031-05-02", None), (None, "2031-05-18"), ("2031-05-24", None)]


def test_to_whom_something_is_done_does_not_order_it() -> None:
    text = "北塬议会对马雷克·索尔丹实施旅行禁令。"
    names = (name(text, "北塬议会", "organisation"), name(text, "马雷克·索尔丹", "person"))
    assert [one.by for one in read(text, names=names)] == ["北塬议会"]
    text = "与安卡·鲁韦尔往来的商人被禁止入境。"
    assert [one.by for one in read(text, names=(name(text, "安卡·鲁韦尔", "person"),))] == [None]


def test_whom_a_duty_binds_does_not_order_it() -> None:
    text = "最高选举法院周六裁定，前总统安卡·鲁韦尔不得参加10月的选举。"
    names = (name(text, "最高选举法院", "organisation"), name(text, "安卡·鲁韦尔", "person"))
    assert [one.by for one in read(text, names=names)] == ["最高选举法院"]


def test_whom_the_clause_before_ends_with_does_not_order_what_goes_on() -> None:
    text = "岚国领导人索尔丹宣布，释放总统鲁韦尔，并解除宵禁。"
    names = (name(text, "索尔丹", "person"), name(text, "鲁韦尔", "person"))
    assert [one.by for one in read(text, names=names)] == ["索尔丹"]
    assert [one.by for one in read("一群军人宣布解散政府、废除宪法，并关闭边境。")] == [None]


def test_a_country_that_opens_a_clause_and_decides_orders() -> None:
    text = "议员安卡·鲁韦尔批评拖延，岚国周二决定关闭边境。"
    names = (name(text, "安卡·鲁韦尔", "person"), name(text, "岚国", "place"))
    assert [one.by for one in read(text, names=names)] == ["岚国"]


@pytest.mark.parametrize(
    ("title", "by"),
    [
        ("北塬议会通过法案 全城实施宵禁", None),
        ("北塬议会通过法案 首都航线停航至6月1日", None),
        ("北塬议会通过法案 实施宵禁", "北塬议会"),
    ],
)
def test_a_title_half_that_begins_anew_has_its_own_agent(title: str, by: str | None) -> None:
    assert [one.by for one in read(title, names=(name(title, "北塬议会", "organisation"),))] == [by]


def test_what_is_lifted_is_lifted_on_the_day_right_before_the_verb() -> None:
    text = "县府宣布，5月2日起全县降半旗3天，渡轮5月3日恢复航行。"
    times = (
        day(text, "5月2日", "2031-05-02"),
        Time(start=text.index("3天"), end=text.index("3天") + 2, text="3天", type="DURATION", value="P3D"),
        day(text, "5月3日", "2031-05-03"),
    )
    assert [(one.what, one.since) for one in read(text, times=times)] == [("降半旗", "2031-05-02"), ("恢复航行", "2031-05-03")]


@pytest.mark.parametrize(
    ("text", "term", "until"),
    [
        ("5月2日起全县泳池停业3天。", "P3D", "2031-05-04"),
        ("5月2日起客运公司停驶20天接受稽查。", "P20D", "2031-05-21"),
        ("5月2日起全市小学停课1周。", "P1W", "2031-05-08"),
        ("工地5月2日起停工自查3天。", "P3D", "2031-05-04"),
    ],
)
def test_how_long_it_is_halted_stands_right_behind(text: str, term: str, until: str) -> None:
    (span,) = re.finditer("[0-9]{1,2}(?:天|周)", text)
    times = (day(text, "5月2日", "2031-05-02"), Time(start=span.start(), end=span.end(), text=span[0], type="DURATION", value=term))
    assert [(one.since, one.until) for one in read(text, times=times)] == [("2031-05-02", until)]


@pytest.mark.parametrize("text", ["市府禁止居民在5月18日前离开。", "市府下令，5月18日前禁止户外作业。"])
def test_what_is_banned_before_a_day_is_banned_until_it(text: str) -> None:
    assert [one.until for one in read(text, times=(day(text, "5月18日", "2031-05-18"),))] == ["2031-05-18"]


@pytest.mark.parametrize(
    ("text", "source", "speaker", "cue", "by"),
    [
        ("公路局宣布，客运公司即日起停驶。", "公路局", "公路局", "宣布", "公路局"),
        ("环保局提醒，居民应紧闭门窗，5所小学停课。", "环保局", "环保局", "提醒", "环保局"),
        ("他呼吁居民尽快撤离。", "他", "林岸", "呼吁", "林岸"),
        ("他呼吁居民尽快撤离。", "他", "他", "呼吁", None),
        ("岚海日报宣布，客运公司即日起停驶。", "岚海日报", "岚海日报", "宣布", None),
        ("公路局说，客运公司即日起停驶。", "公路局", "公路局", "说", None),
    ],
)
def test_who_announces_it_orders_it_where_no_name_tells(text: str, source: str, speaker: str, cue: str, by: str | None) -> None:
    start, at = text.index(cue) + len(cue), text.index(cue)
    said = Attribution(
        start=start,
        end=len(text) - 1,
        chain=(source,),
        speaker=speaker,
        cue=cue,
        content=text[start:-1],
        type="indirect",
        cue_span=(at, start),
        chain_spans=((0, len(source)),),
    )
    assert read(text, attributions=(said,))[0].by == by


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("外长们今天在北塬开会，决定冻结其境内资产。", None),
        ("岚国今天禁止进口北塬木材。", "岚国"),
        ("即日起全县学校停课。", "全县"),
    ],
)
def test_where_others_met_or_goods_come_from_is_not_where_it_holds(text: str, place: str | None) -> None:
    names = tuple(name(text, word, "place") for word in ("岚国", "北塬") if word in text)
    assert [one.place for one in read(text, names=names)] == [place]


def test_halves_of_a_sentence_have_their_own_days() -> None:
    text = "自5月8日起，小区只进不出；自5月4日起至5月20日，全市暂停举办大型活动。"
    times = (day(text, "5月8日", "2031-05-08"), day(text, "5月4日", "2031-05-04"), day(text, "5月20日", "2031-05-20"))
    assert [(one.since, one.until) for one in read(text, times=times)] == [("2031-05-08", None), ("2031-05-04", "2031-05-20")]


def test_what_is_declared_holds_from_the_one_day_that_its_sentence_tells() -> None:
    text = "总统5月1日在电视台露面，并宣布全国进入为期15天的紧急状态。"
    length = Time(start=text.index("15天"), end=text.index("15天") + 3, text="15天", type="DURATION", value="P15D")
    (measure,) = read(text, times=(day(text, "5月1日", "2031-05-01"), length))
    assert (measure.since, measure.until) == ("2031-05-01", "2031-05-15")


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("铁路全线停驶，预计5月8日恢复。", None, "2031-05-08"),
        ("铁路全线停驶，预计5月8日逐步恢复；公园今起关闭。", None, "2031-05-08"),
        ("即日起暂停手术，至5月8日，并限制入内人数。", None, "2031-05-08"),
        ("应急厅5月8日下发通知，要求全省工厂一律停产停业。", "2031-05-08", None),
    ],
)
def test_when_it_is_expected_to_go_on_again_and_when_it_was_issued(text: str, since: str | None, until: str | None) -> None:
    found = read(text, times=(day(text, "5月8日", "2031-05-08"),))
    assert (found[0].since, found[0].until) == (since, until)


def test_who_announces_it_orders_it_and_not_where_it_holds() -> None:
    text = "总督宣布北塬、澜口等四县进入紧急状态。"
    said = Attribution(
        start=4,
        end=18,
        chain=("总督",),
        speaker="总督",
        cue="宣布",
        content=text[4:18],
        type="indirect",
        cue_span=(2, 4),
        chain_spans=((0, 2),),
    )
    places = tuple(name(text, word, "place") for word in ("北塬", "澜口"))
    assert [one.by for one in read(text, attributions=(said,), names=places)] == ["总督"]


@pytest.mark.parametrize(
    ("text", "people", "by"),
    [
        ("卫生署表示，由于澜口航空有九名乘客确诊，署方禁止澜口航空的客机飞抵。", ("澜口航空",), "卫生署"),
        ("总统托雷克解散内阁，授权军队开火，宣布国家进入紧急状态。", ("托雷克",), "托雷克"),
        ("托雷克宣布改革，各级政府官员暂停加薪。", ("托雷克",), "托雷克"),
        ("三名县长昨日向中央政府要求，今日起停课。", (), None),
        ("水务署宣布，澜口银行一名职员确诊，分行今日起关闭。", ("水务署", "澜口银行"), "水务署"),
    ],
)
def test_whom_a_clause_before_only_tells_of_orders_nothing(text: str, people: tuple[str, ...], by: str | None) -> None:
    found = read(text, names=tuple(name(text, who, "person" if who == "托雷克" else "organisation") for who in people))
    assert {one.by for one in found} == {by}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("渡轮预计5月8日恢复提供有限度服务。", "2031-05-08", None),
        ("岚国将于5月8日解除所有防疫限制。", "2031-05-08", None),
        ("南湾公路至5月8日全线解封。", "2031-05-08", None),
        ("政府将东岭楼列为受限区域，目标是5月8日完成行动。", None, "2031-05-08"),
        ("据晨报5月8日报道，政令强制要求健康通行证。", None, None),
        ("5月8日起取消口罩令；即时取消在家工作安排。", "2031-05-02", None),
    ],
)
def test_what_is_lifted_is_so_from_its_day_on_and_what_is_to_end_until_it(text: str, since: str | None, until: str | None) -> None:
    found = read(text, times=(day(text, "5月8日", "2031-05-08"),))
    assert (found[-1].since, found[-1].until) == (since, until)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("云大友要求住户把花盆漆成绿色。", "organisation", []),  # who is no office orders nobody
        ("园林局要求住户把花盆漆成绿色。", "organisation", ["园林局"]),
        ("高明要求住户把花盆漆成绿色。", "person", []),
        ("局长高明要求住户把花盆漆成绿色。", "person", ["高明"]),  # nor does a person without a post
        ("云大友建议乘客换穿雨靴。", "organisation", ["云大友"]),  # a firm asks those whom it serves
    ],
)
def test_who_is_bound_is_bound_by_an_office_or_by_who_holds_one(text: str, kind: str, found: list[str]) -> None:
    who = re.search("云大友|园林局|高明", text)
    assert who
    assert [one.by for one in read(text, names=(name(text, who[0], kind),))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019年，岚国政府关闭边境。", False),  # years ago
        ("2031年，岚国政府关闭边境。", True),
        ("岚国政府自2019年起关闭边境。", True),  # and ever since
    ],
)
def test_what_was_ordered_years_ago_is_no_news(text: str, found: bool) -> None:
    article = article_of(text, published="2031-05-02")
    tongue = language("zh")
    assert tongue is not None
    year = re.search("[0-9]{4}年", text)
    assert year
    times = (Time(start=year.start(), end=year.end(), text=year[0], type="DATE", value=f"{year[0][:4]}-01"),)
    assert bool(find_measures(article, tongue, times=times)) is found


def test_a_view_of_who_is_no_office_orders_nothing() -> None:
    text = "他认为，病例增加，仍须收紧防疫措施。"
    view = Attribution(start=4, end=len(text) - 1, chain=("他",), speaker="他", cue="认为", content=text[4:-1], type="indirect")
    assert read(text, attributions=(view,)) == ()
    assert read(text) != ()


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("市政府将东岭楼列为受限区域。住户须留在屋内并接受检测。", ["市政府", "市政府"]),
        ("市政府将东岭楼列为受限区域。\n\n住户须留在屋内并接受检测。", ["市政府", None]),  # that is another matter
        ("渔政处表示，码头有水渍，处方将码头列为受限区域。", ["渔政处"]),
    ],
)
def test_a_rule_that_names_nobody_is_of_who_ordered_the_one_before_it(text: str, by: list[str | None]) -> None:
    names = [name(text, "渔政处", "organisation")] if "渔政处" in text else []
    article = article_of(text, published="2031-05-02")
    tongue = language("zh")
    assert tongue is not None
    assert [one.by for one in find_measures(article, tongue, names=names)] == by


def test_one_of_the_rules_holds_from_the_day_that_they_come_into_force_and_is_of_who_issued_them() -> None:
    text = "网信办、商务部今天联合发布短视频管理规定。新规将于6月1日起实施。\n新规指出，平台不得向儿童推送广告。\n\n公园不得带狗进入。"
    rule = text.index("新规指出")
    said = Attribution(
        start=rule + 5, end=text.index("。\n\n公园"), chain=("新规",), speaker="新规", cue="指出", content="平台", type="indirect"
    )
    article = article_of(text, published="2031-05-02")
    tongue = language("zh")
    assert tongue is not None
    offices = tuple(name(text, word, "organisation") for word in ("网信办", "商务部"))
    found = find_measures(article, tongue, times=(day(text, "6月1日", "2031-06-01"),), attributions=(said,), names=offices)
    assert [(one.by, one.since) for one in found] == [(None, "2031-06-01"), ("网信办", "2031-06-01"), (None, None)]


def test_how_long_measures_hold_is_told_behind_them() -> None:
    text = "自5月8日起禁止云洲客机飞抵。这项措施将维持14天。"
    length = Time(start=text.index("14天"), end=text.index("14天") + 3, text="14天", type="DURATION", value="P14D")
    tongue = language("zh")
    assert tongue is not None
    (measure,) = find_measures(article_of(text, published="2031-05-02"), tongue, times=(day(text, "5月8日", "2031-05-08"), length))
    assert (measure.since, measure.until) == ("2031-05-08", "2031-05-21")


def test_a_disease_that_bears_a_places_name_is_no_place() -> None:
    text = "东岭县检出非洲猪瘟，禁止移动猪只。"
    places = (name(text, "东岭县", "place"), name(text, "非洲", "place"))
    assert [one.place for one in read(text, names=places)] == ["东岭县"]


def test_a_measure_told_again_with_another_day_is_one_of_its_own() -> None:
    text = "东城分行5月4日起暂停营业，其余分行将于5月6日起暂停营业。"
    times = tuple(
        Time(start=text.index(day), end=text.index(day) + 4, text=day, type="DATE", value=f"2031-05-0{day[2]}")
        for day in ("5月4日", "5月6日")
    )
    assert [measure.since for measure in read(text, times=times)] == ["2031-05-04", "2031-05-06"]


def test_the_halves_of_a_sentence_have_measures_of_their_own_and_a_clause_that_tells_one_again_has_none() -> None:
    assert [m.what for m in read("三楼住户需要撤离；四楼的居民亦需要撤离，全部住户需要撤离。")] == ["需要撤离", "需要撤离"]


def test_a_body_that_says_so_does_it_itself() -> None:
    text = "岚江渡轮公司表示，取消往返北塬的航班。"
    firm = name(text, "岚江渡轮公司", "organisation")
    said = Attribution(
        start=9,
        end=18,
        chain=(firm.text,),
        speaker=firm.text,
        cue="表示",
        content="取消往返北塬的航班",
        type="indirect",
        chain_spans=((0, 6),),
    )
    assert [(one.what, one.by) for one in read(text, names=(firm,), attributions=(said,))] == [("取消往返北塬的航班", "岚江渡轮公司")]
    assert not read(text, names=(firm,))


@pytest.mark.parametrize(
    ("text", "told", "since"),
    [
        ("3日，北塬发生冲突，政府当天关闭了边境。", "3日", "2031-05-03"),
        ("商务部1日宣布，即日起禁止小麦出口。", "1日", "2031-05-01"),
    ],
    ids=["that day is the day told last", "at once is from the day of its announcement"],
)
def test_what_leans_on_a_day_told_before_holds_from_it(text: str, told: str, since: str) -> None:
    (one,) = read(text, times=(day(text, told, since),))
    assert one.since == since


def test_days_of_a_list_end_with_the_last() -> None:
    text = "教育局宣布，全市学校4日、5日停课。"
    (one,) = read(text, times=(day(text, "4日", "2031-05-04"), day(text, "5日", "2031-05-05")))
    assert (one.since, one.until) == ("2031-05-04", "2031-05-05")


def test_those_of_a_kind_order_nothing() -> None:
    text = "教育部门通报，全市中小学停课。"
    (one,) = read(text, names=(name(text, "全市中小学", "organisation"),))
    assert one.by == "教育部门"


def test_a_year_is_bygone_by_the_year_of_the_article() -> None:
    assert not read("2028年，政府规定商户必须张贴标语。")
    assert read("自2031年起，政府规定商户必须张贴标语。")


def test_items_of_a_notice_hold_where_one_is_told_before_them() -> None:
    tongue = language("zh")
    assert tongue is not None
    text = "自5月4日零时起，全市关闭12处高速公路入口。\n3.暂停省际客运班车。"
    assert [one.what for one in find_measures(article_of(text), tongue)] == ["关闭12处高速公路入口", "暂停省际客运班车"]
    assert not find_measures(article_of("通告全文如下。\n3.暂停省际客运班车。"), tongue)


def test_a_country_that_is_described_decides_too() -> None:
    text = "经济受到打击的岚国，在周一宣布暂停非必要的车辆加注柴油。"
    (one,) = read(text, names=(name(text, "岚国", "place"),))
    assert one.by == "岚国"
