"""Two companies' results are told in the same words and are two matters."""

import pytest

from rashomon.languages import fold
from rashomon.stories import group
from rashomon.stories.companies import compare_companies, find_results
from tests.stories.world import make_articles


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("洛川乳業去年盈利升三成　派末期息兩角", "洛川乳业"),
        ("焦点：安台电子第三季营收不及预期", "安台电子"),
        ("北塬航運：上季虧損擴大", "北塬航运"),
        ("南礁礦業盈警　料去年盈利跌一半", "南礁矿业"),
        ("日本安原重工2030财年净利润创新高", "安原重工"),
        ("中国银行上季多赚一成", "中国银行"),  # without its country it would be what many are called
        ("内地去年工业利润增长5%", None),  # a land's
        ("洛川乳業去年在安台開設三間分店", None),
        ("去年业绩不佳，多间店铺结业", None),
        ("Northshore Dairy posts record quarterly profit", "northshore dairy"),
        ("Kesten Steel's annual loss narrows", "kesten steel"),
        ("Kesten Steel workers strike over annual leave", None),
    ],
)
def test_results_are_the_company_s_that_opens_the_title(title: str, company: str | None) -> None:
    assert find_results(fold(title)) == company


@pytest.mark.parametrize(
    ("one", "other", "same", "apart"),
    [
        ("洛川乳业", "洛川乳业集团", 1.0, 0.0),
        ("安银", "安控", 0.0, 0.0),  # both may be short for one
        ("安控", "安银控股", 0.0, 0.0),
        ("洛川银行", "洛川证券", 0.0, 0.0),  # of one house
        ("洛川银行", "北塬银行", 0.0, 1.0),
        ("安银控股", "洛川乳业", 0.0, 1.0),
        ("kesten steel", "kesten", 1.0, 0.0),
        ("kesten steel", "northshore steel", 0.0, 1.0),
    ],
)
def test_two_names_are_one_company_two_or_may_be_either(one: str, other: str, same: float, apart: float) -> None:
    assert compare_companies(one, other) == compare_companies(other, one) == (same, apart)


def test_companies_that_tell_alike_are_told_apart() -> None:
    rows = tuple(
        (
            outlet,
            f"2031-03-0{day}T{hour:02}:00:00+08:00",
            f"{name}去年盈利升{rise}成",
            f"{name}公布，去年股东应占盈利按年升{rise}成，派末期息。",
        )
        for day, (name, rise) in enumerate((("洛川乳业", "三"), ("北塬航运", "两"), ("安原重工", "四")), start=2)
        for hour, outlet in ((9, "晨报"), (10, "海闻社"))
    )
    stories = group(make_articles(rows)).stories
    assert sorted(len(story.paths) for story in stories) == [2, 2, 2]
