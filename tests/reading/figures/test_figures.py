"""Counts of people and things: what is read from a sentence, and that every span points at its words."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.articles import article_of

from rashomon.languages import codes, language
from rashomon.model import Attribution, Figure, Time
from rashomon.reading.figures import find_figures


def read(text: str, *, tag: str = "zh", **context: Any) -> tuple[Figure, ...]:
    tongue = language(tag)
    assert tongue is not None
    return find_figures(article_of(text, tag=tag), tongue, **context)


def cases() -> list[Any]:
    found: list[Any] = []
    for code in codes():
        file = files("rashomon.languages") / code / "examples_figures.toml"
        if file.is_file():
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found.extend(pytest.param(code, case, id=f"{code}: {case['text'][:32]}") for case in table["case"])
    return found


@pytest.mark.parametrize(("code", "case"), cases())
def test_figures_are_read_as_a_reader_would(code: str, case: dict[str, Any]) -> None:
    told = [
        [figure.measure, -1 if figure.low is None else figure.low, -1 if figure.high is None else figure.high, figure.group]
        for figure in read(case["text"], tag=code)
    ]
    assert told == case["figures"]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("岚市新增26例确诊病例，其中9例与市场有关。", ["new", "part"]),
        ("塌方造成3人死亡，另有5人受伤。", ["total", "further"]),
        ("霍乱累计病例1870例，其中过去24小时新增病例210例、死亡9例。", ["total", "new", "new"]),
        ("岚市新增26例确诊病例，累计死亡9例。", ["new", "total"]),
        ("最后一名被困工人获救，共救出26人。", ["further", "total"]),
        ("搜救人员寻获两具遗体，罹难人数增至38人。", ["further", "total"]),
        ("搜救队已找到12具遗体。", ["total"]),
        ("沉船时船上有189人，其中130人获救，14人死亡。", ["total", "total"]),
        ("沉船时船上有189人，其中9名水手死亡。", ["part"]),
        ("岚市警方称，市内有4人受伤。", ["total"]),
        ("这宗案件至今累计有18人被捕。", ["total"]),
        ("码头有200名工人，其中3人死亡。", ["part"]),
        ("死亡人数周五升至27人。", ["total"]),
        ("死亡人数2日增至27人。", ["total"]),
        ("岚市每日新增死亡个案不断，日增31人死亡。", ["new"]),
        ("包括店主在内的7人被捕。", ["total"]),
        ("暴雨造成26人死亡、9人失踪。其中北塬死亡4人、失踪2人；澜口死亡7人。", ["total", "total", "part", "part", "part"]),
        ("北塬累计确诊215例，其中3人死亡；澜口累计确诊79例。", ["total", "part", "total"]),
    ],
)
def test_scope_tells_whether_a_count_adds_up(text: str, scopes: list[str]) -> None:
    assert [figure.scope for figure in read(text)] == scopes


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The death toll rose to 67, including 15 children, the prefecture said.", ["total", "part"]),
        ("The blast injured 90 people. The hospital said 28 of the injured children had gone home.", ["total", "part"]),
    ],
)
def test_in_english_too(text: str, scopes: list[str]) -> None:
    assert [figure.scope for figure in read(text, tag="en")] == scopes


def test_a_figure_carries_the_chain_of_the_statement_that_holds_it() -> None:
    text = "据岚市通讯社报道，警方说，有12人被捕。"
    said = Attribution(start=13, end=18, chain=("岚市通讯社", "警方"), speaker="警方", cue="说", content=text[13:18], type="indirect")
    (figure,) = read(text, attributions=(said,))
    assert figure.chain == ("岚市通讯社", "警方")


@pytest.mark.parametrize(("cue", "chain"), [("称", ("家长",)), ("要求", ()), ("谴责", ())])
def test_who_demands_or_judges_reports_nothing_of_the_next_sentence(cue: str, chain: tuple[str, ...]) -> None:
    text = f"岚市。家长{cue}市长下台。警方带走3名家长。"
    start = 5 + len(cue)
    said = Attribution(start=start, end=start + 4, chain=("家长",), speaker="家长", cue=cue, content="市长下台", type="indirect")
    (figure,) = read(text, attributions=(said,))
    assert figure.chain == chain


def test_a_figure_holds_for_the_day_its_clause_names_else_for_the_articles_own() -> None:
    text = "5月2日有3人死亡。\n目前8人失踪。"
    times = (Time(start=0, end=4, text="5月2日", type="DATE", value="2031-05-02"),)
    assert [figure.when for figure in read(text, times=times)] == ["2031-05-02", "2031-05-04"]


def test_a_sentence_that_goes_on_with_the_one_before_has_its_day() -> None:
    text = "岚湖崖石5月2日坍塌。事故造成3人死亡。"
    times = (Time(start=4, end=8, text="5月2日", type="DATE", value="2031-05-02"),)
    (figure,) = read(text, times=times)
    assert figure.when == "2031-05-02"


def test_both_scripts_give_the_same_figures() -> None:
    simple, wide = read("暴风雪中有12名登山者获救，3人冻死。"), read("暴風雪中有12名登山者獲救，3人凍死。")
    assert [(f.measure, f.low, f.start, f.end) for f in simple] == [(f.measure, f.low, f.start, f.end) for f in wide]


WORDS = (
    *("至少", "约", "近", "数十", "12", "3,400", "两", "人", "名", "例", "辆", "警察", "居民", "死亡", "受伤", "被捕", "逮捕"),
    *("造成", "其中", "另有", "和", "、", "，", "。", "\n", "死", "伤", "烧毁", "可能", "没有", "示威", "1.5万", "在", "岚市", "的"),
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=30))
def test_spans_point_at_the_text_of_the_figure(pieces: list[str]) -> None:
    text = "".join(pieces)
    article = article_of(text)
    tongue = language("zh")
    assert tongue is not None
    for figure in find_figures(article, tongue):
        assert article.text[figure.start : figure.end] == figure.text != ""
        assert figure.text in figure.sentence
        assert figure.who is None or figure.who in article.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high


def test_in_english_the_day_stands_behind_the_count() -> None:
    text = "Police arrested 12 protesters on Monday and 5 people were injured on Friday."
    days = [("Monday", "2031-05-05"), ("Friday", "2031-05-09")]
    times = tuple(Time(start=text.index(t), end=text.index(t) + len(t), text=t, type="DATE", value=v) for t, v in days)
    assert [figure.when for figure in read(text, tag="en", times=times)] == ["2031-05-05", "2031-05-09"]


def test_a_day_that_only_names_what_happened_is_no_day_of_the_count() -> None:
    text = "Toll\nThe death toll from Friday's ferry fire has climbed to 26, the harbour office said."
    start = text.index("Friday")
    times = (Time(start=start, end=start + 6, text="Friday", type="DATE", value="2031-05-02"),)
    assert [figure.when for figure in read(text, tag="en", times=times)] == ["2031-05-04"]


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("专家组把5月2日矿难的死亡人数从31人下修为29人。", "5月2日", "2031-05-02"),
        ("风暴料5月6日登陆，已有12人死亡。", "5月6日", "2031-05-06"),
    ],
)
def test_neither_the_day_of_what_happened_nor_one_to_come_is_a_counts(text: str, day: str, value: str) -> None:
    start = text.index(day)
    (figure,) = read(text, times=(Time(start=start, end=start + len(day), text=day, type="DATE", value=value),))
    assert figure.when == "2031-05-04"


def test_those_whose_names_are_known_are_a_part_of_the_dead() -> None:
    told = read("全部62人遇难，警方已确认其中40名遇难者身份。")
    assert [(f.low, f.scope) for f in told] == [(62, "total"), (40, "part")]
    assert [(f.low, f.scope) for f in read("已確定身份的死者為43人。")] == [(43, "part")]


def test_a_count_in_what_is_judged_lends_its_chain_to_nobody() -> None:
    text = "岚市。工会批评已有3人死亡。警方拘捕两名男子。"
    said = Attribution(start=7, end=13, chain=("工会",), speaker="工会", cue="批评", content=text[7:13], type="indirect")
    assert [figure.chain for figure in read(text, attributions=(said,))] == [("工会",), ()]


@pytest.mark.parametrize(
    ("tag", "text", "said", "value", "when"),
    [
        ("zh", "2018年，同一山区的大火曾造成31人死亡。", "2018年", "2018", "2018-12-31"),
        ("zh", "2030年5月的洪水造成14人死亡。", "2030年5月", "2030-05", "2030-05-31"),
        ("zh", "该矿2018年曾发生爆炸，造成31人死亡。", "2018年", "2018", "2018-12-31"),
        ("zh", "这是当地自2018年大火造成31人死亡以来最严重的意外。", "2018年", "2018", "2018-12-31"),
        ("zh", "该公司的渡轮2018年在海上着火，造成31人死亡。", "2018年", "2018", "2018-12-31"),
        ("zh", "大桥倒塌，该桥2018年建成，造成3人死亡。", "2018年", "2018", "2031-05-04"),
        ("zh", "2031年已有3人死亡。", "2031年", "2031", "2031-05-04"),
        ("zh", "死者较2018年的31人死亡减少。", "2018年", "2018", "2031-05-04"),
        ("en", "In 2018, a fire killed 14 people.", "2018", "2018", "2018-12-31"),
        ("en", "It was the worst fire since 2018, when 14 people were killed.", "2018", "2018", "2018-12-31"),
        ("en", "In the region 812 people died in crashes in 2018.", "2018", "2018", "2018-12-31"),
        ("en", "Rebels have killed 812 people since 2018.", "2018", "2018", "2031-05-04"),
        ("en", "The bridge, built in 2018, fell and killed three people.", "2018", "2018", "2031-05-04"),
    ],
)
def test_a_count_told_of_a_past_year_or_month_holds_for_its_last_day(tag: str, text: str, said: str, value: str, when: str) -> None:
    at = text.index(said)
    times = (Time(start=at, end=at + len(said), text=said, type="DATE", value=value),)
    assert [figure.when for figure in read(text, tag=tag, times=times)] == [when]
