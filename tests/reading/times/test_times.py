"""Expressions of time: each language's own cases, and the laws."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.languages import codes, language
from rashomon.model import Article, Time
from rashomon.reading.times import find_times


def make_article(text: str, day: str | None = "2023-06-16", **fields: Any) -> Article:
    return Article(path="a", document="d", article="a", outlet=None, title="", published=day, format="text", text=text, **fields)


def read(code: str, text: str, day: str | None = "2023-06-16", **fields: Any) -> tuple[Time, ...]:
    found = language(code)
    assert found is not None
    return find_times(make_article(text, day, **fields), found)


def list_cases() -> Iterator[Any]:
    for code in codes():
        found = language(code)
        assert found is not None
        table = found.table("examples_times")
        for case in table.get("cases", []):
            yield pytest.param(code, case.get("anchor", table["anchor"]), case, id=f"{code}: {case['about']}")


@pytest.mark.parametrize(("code", "anchor", "case"), list(list_cases()))
def test_expressions_have_their_values(code: str, anchor: str, case: dict[str, Any]) -> None:
    found = read(code, case["text"], anchor, zone=case.get("zone"))
    assert [[t.text, t.value] for t in found] == case["times"]
    assert all(t.type == case.get("type", t.type) for t in found)


@pytest.mark.parametrize("code", codes())
def test_every_language_has_cases_of_times(code: str) -> None:
    found = language(code)
    assert found is not None
    assert found.table("examples_times")["cases"]


def test_types_follow_values() -> None:
    found = read("zh", "6月3日，昨晚8时，三天，每天。")
    assert [t.type for t in found] == ["DATE", "TIME", "DURATION", "SET"]


def test_relative_expressions_are_left_out_where_the_day_is_unknown() -> None:
    found = read("zh", "昨天、周三与2021年3月4日，停电三天。", None)
    assert [t.value for t in found] == ["2021-03-04", "P3D"]


def test_stamps_of_the_page_are_no_times() -> None:
    text = "渡轮倾覆\n2023-06-16 09:30\n46 分钟前\n2023-06-15T00:36:13Z\n06/01/2023 - 11:26\n市府昨天通报。"
    assert [t.text for t in read("zh", text)] == ["昨天"]


def test_known_furniture_is_skipped() -> None:
    text = "标题\n昨天开庭。\n2023年版权所有"
    assert [t.text for t in read("zh", text, furniture=((9, 18),))] == ["昨天"]


@given(
    st.text(alphabet="0123456789年月日号时分点:-/（）()一二三十百上下本周星期天末今昨明前后晚早每第至到，。\n将半个小数 春节", max_size=80),
    st.sampled_from(["2023-06-16", "2024-02-29", "0001-01-01", "9999-12-31", None]),
)
def test_spans_quote_themselves_in_any_text(text: str, day: str | None) -> None:
    end = 0
    for found in read("zh", text, day):
        assert found.text == text[found.start : found.end] != ""
        assert found.start >= end
        end = found.end
        assert found.value


@given(st.text(max_size=60))
def test_any_text_at_all_is_read(text: str) -> None:
    for code in codes():
        for found in read(code, text):
            assert found.text == text[found.start : found.end]


@pytest.mark.parametrize("unit", ["1", "1月", "一", "周", "2022-", "每", "上", "1日至", "十", "1:", "（", "年", "1年", "最", "today "])
def test_hostile_runs_are_read_to_their_end(unit: str) -> None:
    tails = {"zh": "\n2031年3月2日，渡轮停航。", "en": "\nThe ferry stopped on March 2, 2031."}
    for code in codes():
        text = unit * (20_000 // len(unit)) + tails[code]
        assert "2031-03-02" in {found.value for found in read(code, text)}
