"""How matches of a pattern may begin."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.languages.openings import Choice, Openings, Sought, Starts, compile_cased, find_heads, find_tails, find_units, openings_of


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("今(?:天|晚)", "今天 今晚"),
        ("(?:上|下)?周[一二]", "上周一 上周二 下周一 下周二 周一 周二"),
        ("(?<!第)(?:ab){1,2}c", "aba abc"),
        ("a?b", "ab b"),
        ("[甲乙]{1,2}日(?=天)", "甲甲日 甲乙日 甲日 乙甲日 乙乙日 乙日"),
        ("晚.间", "晚"),
        ("本周(?:日|六)上午", "本周日 本周六"),
        ("约?[1-3]月", "约1 约2 约3 1 2 3"),
    ],
)
def test_heads_are_the_first_characters_as_far_as_they_are_told(pattern: str, heads: str) -> None:
    assert find_heads(pattern, last="123") == set(heads.split())


def test_heads_are_shorter_where_there_would_be_too_many() -> None:
    assert find_heads("[一-七][a-z][a-z][a-z]") == {
        first + second for first in map(chr, range(0x4E00, 0x4E04)) for second in string.ascii_lowercase
    }


def test_a_pattern_that_may_begin_with_anything_has_none() -> None:
    with pytest.raises(ValueError, match="may begin with anything"):
        find_heads(".b")
    assert openings_of("(?:a)?") is None


@given(st.text(alphabet="abcAB1周一 ", max_size=30))
def test_no_match_begins_where_none_may(text: str) -> None:
    pattern = r"ab?c|b[a-c]{1,3}1|周(?:一|[a1])|1(?=a)"
    heads = find_heads(pattern, re.IGNORECASE)
    found = Starts(heads).find(text)
    matched = [at for at in range(len(text)) if re.compile(pattern, re.IGNORECASE).match(text, at)]
    assert set(matched) <= found.keys()
    assert all(text.startswith(head, at) for at, head in found.items())
    openings = Openings.of(heads)
    assert all(openings.allow(text[at : at + size]) for at in matched for size in (1, 2, 5))


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


@pytest.mark.parametrize(
    ("pattern", "ignored"),
    [
        (r"(?P<way>关闭|封锁)[^，。\n]{0,9}[0-9一-鿿]", False),
        (r"(?:KTV|网吧)关闭", True),
        (r"[!-~]关闭", True),
        (r"\x41关闭", True),
    ],
)
def test_case_is_ignored_where_a_pattern_may_hold_letters_that_have_one(pattern: str, ignored: bool) -> None:
    assert bool(compile_cased(pattern).flags & re.IGNORECASE) == ignored


@pytest.mark.parametrize("more", ["", "(?:c1)?"])
@given(st.text(alphabet="abcC1周一 ", max_size=30))
def test_a_choice_finds_what_all_its_patterns_in_one_would(more: str, text: str) -> None:
    """With a pattern that may begin with anything as well."""
    sources = {"letters": r"ab?c|b[a-c]{1,3}1", "days": "周(?:一|[a1])|1(?=a)", "short": r"a|周", **({"more": more} if more else {})}
    whole = re.compile("|".join(f"(?P<{name}>{source})" for name, source in sources.items()), re.IGNORECASE)
    found = [(match.span(), match.lastgroup) for match in Choice(sources, re.IGNORECASE).finditer(text)]
    assert found == [(match.span(), match.lastgroup) for match in whole.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "tails"),
    [
        (
            "(?:.{1,4}的)?(?:说法|话)与.{1,9}(?:矛盾|不(?:相)?(?:符合?|同))",
            ["矛盾", "不符", "不相符", "不符合", "相符合", "不同", "不相同"],
        ),
        ("关闭(?!者)[了过]{1,2}(?=。|$)", ["关闭了", "关闭过", "闭了了", "闭了过", "闭过了", "闭过过"]),
        ("关(?:闭|.)", None),
        ("(?:关闭)?", None),
    ],
)
def test_tails_are_the_last_characters_of_matches(pattern: str, tails: list[str] | None) -> None:
    assert find_tails(pattern) == (None if tails is None else frozenset(tails))


@pytest.mark.parametrize("pattern", ["(?:数字|人数).{0,4}?(?:有误|作废)|(?<=已)撤回(?!军)", "作废", "^.{0,2}有误", ".数.{0,2}"])
@given(
    text=st.text(alphabet="数字人有误作废已撤回军。", max_size=30),
    start=st.integers(min_value=0, max_value=12),
    end=st.none() | st.integers(min_value=6, max_value=30),
)
def test_what_is_sought_is_found_as_the_pattern_finds_it(pattern: str, text: str, start: int, end: int | None) -> None:
    sought, plain, until = Sought(pattern), re.compile(pattern), len(text) if end is None else end
    found, wanted = sought.search(text, start, end), plain.search(text, start, until)
    assert (found and found.span()) == (wanted and wanted.span())
    assert [one.span() for one in sought.finditer(text, start, end)] == [one.span() for one in plain.finditer(text, start, until)]
