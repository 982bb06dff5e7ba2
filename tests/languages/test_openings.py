"""How matches of a pattern may begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.languages.openings import Starts, find_openings, find_units, starts_of


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("今(?:天|晚)", {"今": "天晚"}),
        ("(?:上|下)?周[一二]", {"上": "周", "下": "周", "周": "一二"}),
        ("(?<!第)(?:ab){1,2}c", {"a": "b"}),
        ("a?b", {"a": "b", "b": None}),
        ("[0-2]{1,2}日", {"0": "012日", "1": "012日", "2": "012日"}),
        ("晚.", {"晚": None}),
    ],
)
def test_openings_are_the_first_two_characters(pattern: str, openings: dict[str, str | None]) -> None:
    wanted = {first: None if second is None else frozenset(second) for first, second in openings.items()}
    assert find_openings(pattern) == wanted


def test_a_pattern_that_may_begin_with_anything_has_none() -> None:
    with pytest.raises(ValueError, match="may begin with anything"):
        find_openings(".b")
    assert starts_of("(?:a)?") is None


@given(st.text(alphabet="abcAB1周一 ", max_size=30))
def test_no_match_begins_where_none_may(text: str) -> None:
    pattern = r"ab?c|b[a-c]{1,3}1|周(?:一|[a1])|1(?=a)"
    starts = list(Starts.of(find_openings(pattern, re.IGNORECASE)).find(text))
    matched = [at for at in range(len(text)) if re.compile(pattern, re.IGNORECASE).match(text, at)]
    assert set(matched) <= set(starts)


@pytest.mark.parametrize(
    ("pattern", "units"),
    [
        ("[0-9]{1,4}年", "年"),
        ("(?:[0-9]|十)?[时点](?:半)?", "时点"),
        ("[0-9]{1,2}(?:,[0-9]{3})?天", ",天"),
        ("[0-9月]{1,3}日", "月日"),
        ("[0-9]{4}(?=年)", None),
        ("[0-9].", None),
    ],
)
def test_units_are_what_follows_the_numerals(pattern: str, units: str | None) -> None:
    assert find_units(pattern, "0123456789十") == (None if units is None else frozenset(units))


@given(st.text(alphabet="abc1周一 ", max_size=30))
def test_matches_are_those_of_the_pattern(text: str) -> None:
    pattern = re.compile(r"ab?c|b[a-c]{1,3}1|周(?:一|[a1])|1(?=a)")
    starts = Starts.of(find_openings(pattern.pattern))
    assert [match.span() for match in starts.matches(pattern, text)] == [match.span() for match in pattern.finditer(text)]
