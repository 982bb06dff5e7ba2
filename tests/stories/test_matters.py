"""Standing matters: which market or outbreak an article is on."""

import pytest

from rashomon.languages import fold
from rashomon.stories import group
from rashomon.stories.matters import OUTBREAK, compare_subjects, find_market, find_matter, find_session
from rashomon.stories.words import read_bag
from tests.stories.world import make_article

HOUR = 455_952.0  # midnight in Greenwich of a Thursday, 6 January 2022


@pytest.mark.parametrize(
    ("title", "market"),
    [
        ("港股收升百點", "shares HK"),
        ("沪综指低开，隔夜美股大跌", "shares CN"),
        ("台股早盤下挫", "shares TW"),
        ("美股初段個別發展", "shares US"),
        ("人民幣中間價跌20點子", "CNY"),
        ("油價持穩，市場觀望", "oil"),
        ("日股高收2%", "shares JP"),
        ("港股低收", "shares HK"),
        ("金價上試兩年新高", "gold"),
        ("Oil prices slip as stocks build", "oil"),
        ("人民币贷款创新高", None),
        ("港股通扩容细则公布", None),
        ("歐元區通脹升至新高", None),
    ],
)
def test_a_market_report_names_its_instrument_first(title: str, market: str | None) -> None:
    assert find_market(fold(title)) == market


@pytest.mark.parametrize(
    ("subject", "hours", "same"),
    [("shares HK", (1.5, 8.5), True), ("shares HK", (8.5, 25.5), False), ("shares US", (15.0, 29.0), True), ("oil", (1.0, 19.0), True)],
)
def test_a_session_is_told_of_until_the_next_begins(subject: str, hours: tuple[float, float], same: bool) -> None:
    one, other = (find_session(subject, HOUR + hour) for hour in hours)
    assert (one == other) is same


def test_what_is_told_on_a_weekend_tells_of_friday() -> None:
    assert find_session("shares TW", HOUR + 24 + 6) == find_session("shares TW", HOUR + 72 + 3)


def test_an_outbreak_is_told_by_its_words_and_its_territory() -> None:
    title, text = "新增12宗確診 兩大廈圍封強檢", "衞生署說新增12宗確診個案，兩座大廈列為受限區域，居民須接受核酸檢測。"
    bag = read_bag(fold(f"{title}\n{text}"))
    found = find_matter(fold(title), bag, places={"HK": 1.0}, home="HK", tongue="zh-Hant", hour=HOUR)
    assert found is not None
    assert (found.key, found.strength > 0.5) == ("outbreak HK", True)
    assert find_matter(fold(title), bag, places={"QA": 1.0}, home="QA", tongue="zh-Hant", hour=HOUR) is None
    assert find_matter("渡轮倾覆", read_bag("渡轮倾覆\n海巡队搜救。"), places={"HK": 1.0}, home="HK", tongue="zh", hour=HOUR) is None


def test_at_home_fewer_words_suffice_for_what_an_outbreak_brings() -> None:
    title = "香港銀沙銀行兩間分行明日起暫停營業"
    text = (
        "香港銀沙銀行宣布，青橋分行一名職員確診，青橋及南津兩間分行須清潔消毒，下周起暫停營業，直至清潔完畢。客戶可改用網上理財，"
        "銀行對香港客戶的不便表示歉意。"
    )
    bag = read_bag(fold(f"{title}\n{text}"))
    at_home, abroad = (find_matter(fold(title), bag, places={"HK": 1.0}, home=home, tongue="zh-Hant", hour=HOUR) for home in ("HK", "TW"))
    assert at_home is not None
    assert 0 < at_home.strength < 0.5
    assert abroad is None


def test_what_only_names_an_outbreak_is_on_none_though_at_home() -> None:
    title = "青橋商會料今年失業率上升"
    text = "青橋商會發表預測，指疫情影響零售及旅遊業，料今年失業率升至百分之五，經濟增長放緩。商會說，出口所受影響有限，樓價料持平。"
    bag = read_bag(fold(f"{title}\n{text}"))
    assert find_matter(fold(title), bag, places={"HK": 1.0}, home="HK", tongue="zh-Hant", hour=HOUR) is None


@pytest.mark.parametrize(
    ("title", "text", "matter"),
    [
        ("世衛：疫苗分配不均", "世衛說各國疫苗接種率相差懸殊，變種病毒可能再現，感染及重症仍會增加。", None),
        ("世衛專家抵港視察", "世衛專家抵達香港，視察社區檢測站及疫苗接種中心，稱香港確診個案正在回落。", "outbreak HK"),
        ("檢測站延長開放", "衞生署說檢測站延長開放，疫苗接種繼續，採用世衛認可的疫苗，確診個案須隔離。", "outbreak HK"),
    ],
)
def test_what_tells_of_the_world_and_not_of_home_is_on_no_outbreak(title: str, text: str, matter: str | None) -> None:
    found = find_matter(fold(title), read_bag(fold(f"{title}\n{text}")), places={"HK": 1.0}, home="HK", tongue="zh-Hant", hour=HOUR)
    assert (found and found.key) == matter


@pytest.mark.parametrize(
    ("one", "other", "same", "apart"),
    [
        ("JP", "JP", 1.0, 0.0),
        ("JP", "KR", 0.0, 1.0),
        ("JP/Sendai", "JP", 0.2, 0.0),
        ("JP", "JP/Sendai", 0.2, 0.0),
        ("JP/Sendai", "JP/Sapporo", 0.0, 0.0),
        ("JP/Sendai", "KR", 0.0, 1.0),
        ("shares HK", "shares CN", 0.0, 1.0),
    ],
)
def test_a_city_goes_its_own_way_within_its_country(one: str, other: str, same: float, apart: float) -> None:
    assert compare_subjects(OUTBREAK, one, other) == (same, apart)


def test_each_session_is_an_event_and_each_market_a_story_of_its_own() -> None:
    rows = [
        ("晨报", "2031-03-04T10:05:00+08:00", "港股早段升50點", "恒生指數早段升50點。"),
        ("海闻社", "2031-03-04T16:30:00+08:00", "港股收升百點", "恒生指數收升一百點，成交增加。"),
        ("晨报", "2031-03-05T10:05:00+08:00", "港股早段跌80點", "恒生指數早段跌80點。"),
        ("晨报", "2031-03-04T14:00:00+08:00", "台股收升百點", "加權指數收升一百點，成交增加。"),
    ]
    articles = [make_article(*row, path=f"{n}.txt", zone="Asia/Hong_Kong") for n, row in enumerate(rows)]
    placed = {p.path: p for p in group(articles).placements}
    assert placed["0.txt"].event == placed["1.txt"].event != placed["2.txt"].event
    assert placed["3.txt"].story != placed["0.txt"].story


def test_an_earthquake_is_told_alike_and_is_another_each_time() -> None:
    rows = [
        (
            "晨报",
            "2031-03-04T10:05:00+08:00",
            "苍陵县发生5.1级地震 暂无伤亡报告",
            "苍陵县今早发生5.1级地震，震源深度十公里，暂无伤亡报告。",
        ),
        ("海闻社", "2031-03-04T12:30:00+08:00", "蒼陵地震規模5.3 未傳災情", "蒼陵縣今早發生規模5.3地震，震源深度十公里，未傳出災情。"),
        (
            "晨报",
            "2031-03-06T16:05:00+08:00",
            "苍陵县发生5.4级地震 暂无伤亡报告",
            "苍陵县今天下午发生5.4级地震，震源深度八公里，暂无伤亡报告。",
        ),
    ]
    placed = {p.path: p for p in group([make_article(*row, path=f"{n}.txt") for n, row in enumerate(rows)]).placements}
    assert placed["0.txt"].story == placed["1.txt"].story
    assert placed["2.txt"].story != placed["0.txt"].story
