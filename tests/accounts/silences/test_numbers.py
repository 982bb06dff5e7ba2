"""Numbers: the writings a text may use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.silences.numbers import roundings_of, spell, wordings_of


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (4387, "拘捕4387人"),
        (4387, "拘捕4,387人"),
        (4387, "四千三百八十七人"),
        (4387, "拘捕4400人"),
        (20000, "两万名示威者"),
        (20000, "2万人"),
        (229000, "约22.9万人"),
        (229000, "23万人"),
    ],
)
def test_number_is_found_in_any_writing(number: int, text: str) -> None:
    assert wordings_of(number).search(text)


@pytest.mark.parametrize(("number", "text"), [(4387, "四千多人"), (173, "170多人"), (236, "近300人")])
def test_rough_number_is_found_where_a_word_says_so(number: int, text: str) -> None:
    rough = roundings_of(number)
    assert rough
    assert rough.search(text)
    assert not rough.search(text.replace("多", "").replace("近", ""))


@pytest.mark.parametrize(
    ("number", "text"), [(173, "1730人"), (236, "3.236万"), (53, "253人"), (400, "4000人"), (95, "1995年"), (16, "16日"), (4, "四个星期")]
)
def test_other_numbers_are_not_taken_for_it(number: int, text: str) -> None:
    assert not wordings_of(number).search(text)


@pytest.mark.parametrize(("number", "numerals"), [(10, "十"), (12, "十二"), (105, "一百零五"), (2030, "二千零三十"), (10004, "一万零四")])
def test_numbers_are_spelt(number: int, numerals: str) -> None:
    assert spell(number) == numerals


@given(st.integers(1, 10**9))
def test_every_number_is_found_in_its_own_writing(number: int) -> None:
    for text in (str(number), f"{number:,}", spell(number)):
        assert wordings_of(number).search(f"共{text}人")
