"""Numbers and the bounds they tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.languages import fold
from rashomon.reading.ground.numerals import find_quantities, read_number

VALUES = [
    ("6,481", 6481),
    ("6，481", 6481),
    ("1.2万", 12000),
    ("82·7万", 827000),
    ("1万2千", 12000),
    ("3万零420", 30420),
    ("36万8,000", 368_000),
    ("1亿2000万", 120_000_000),
    ("二十三", 23),
    ("三百零五", 305),
    ("三百五", 350),
    ("两千零二十二", 2022),
    ("二〇二二", 2022),
    ("一百二十万", 1_200_000),
    ("1,234.5", 1234.5),
    ("廿三", 23),
    ("人", None),
    ("", None),
]

BOUNDS = [
    ("至少8名乘客", "至少8", 8, None),
    ("逾8名", "逾8", 8, None),
    ("8人以上", "8", 8, None),
    ("1000多人", "1000多", 1000, None),
    ("上千人", "上千", 1000, None),
    ("百余户", "百余", 100, None),
    ("兩百餘名", "兩百餘", 200, None),
    ("近千人", "近千", None, 1000),
    ("不到200人", "不到200", None, 200),
    ("近6千人", "近6千", None, 6000),
    ("約3400人", "約3400", 3400, 3400),
    ("20名左右", "20", 20, 20),
    ("１２人", "１２", 12, 12),
    ("数十人", "数十", 20, 99),
    ("數百名", "數百", 200, 999),
    ("数千人", "数千", 2000, 9999),
    ("数以万计的居民", "数以万计", 20000, 99999),
    ("数百万人", "数百万", 2_000_000, 9_999_999),
    ("几名工人", "几", 2, 9),
    ("十余人", "十余", 11, 19),
    ("十幾名", "十幾", 11, 19),
    ("300人至340人", "300人至340", 300, 340),
    ("2至3万人", "2至3万", 20000, 30000),
    ("四五十人", "四五十", 40, 50),
    ("三五个", "三五", 3, 5),
]


def test_what_two_decimals_of_ten_thousand_count_is_whole() -> None:
    assert [read_number(f"{n / 100:.2f}万") for n in range(101, 10_000)] == [n * 100 for n in range(101, 10_000)]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_number_is_read(text: str, value: float | None) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(("text", "span", "low", "high"), BOUNDS)
def test_quantity_has_its_bounds(text: str, span: str, low: int | None, high: int | None) -> None:
    (quantity,) = find_quantities(fold(text))
    assert (text[quantity.start : quantity.end], quantity.low, quantity.high) == (span, low, high)


@pytest.mark.parametrize("text", ["第三人", "三分之一", "5%", "G20", "M5.1", "数据", "几乎", "最"])
def test_ordinals_fractions_and_names_are_no_quantities(text: str) -> None:
    assert find_quantities(fold(text)) == ()


def test_language_without_numerals_has_no_quantities() -> None:
    assert find_quantities("12", "xx") == ()


@given(st.text(alphabet="0123456789,，.十百千万亿一二三多余几数来至人名近约 ", max_size=60))
def test_spans_stay_in_the_text_and_bounds_in_order(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.number[0] >= end
        end = quantity.end
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@pytest.mark.parametrize("unit", ["1", "一", "1,", "数十", "十多", "至3人"])
def test_hostile_runs_are_read_to_their_end(unit: str) -> None:
    text = unit * 20_000 + "。有37人"
    last = find_quantities(text)[-1]
    assert (last.low, last.high) == (37, 37)
