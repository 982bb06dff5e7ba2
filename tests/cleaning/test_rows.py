"""Patterns are tried where their beginnings or keys stand, and every match of a pattern has them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.cleaning.characters import shade
from rashomon.cleaning.furniture import _patterns
from rashomon.cleaning.rows import SHORT, Group, Row, Rows, read_key
from rashomon.errors import DataError
from rashomon.languages import fold
from rashomon.languages.openings import openings_of
from rashomon.outlets import outlets_in_force

ALL = [row for name, group in _patterns(outlets_in_force()).groups.items() if name != "debris" for row in group.rows]
ROWS = Rows({"lines": Group([Row("a 1", ".{0,30}(?P<key>订阅|关注).{0,20}"), Row("a 2", "来源:.{1,60}"), Row("a 3", ".?广告")], 90)})


def matched(line: str) -> str | None:
    found = ROWS.find([line], line, None).match(("lines",), 0, line)
    return found.rule if found else None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("欢迎订阅望潮报", "a 1"), ("歡迎訂閱望潮報", "a 1"), ("來源：望潮社", "a 2"), ("广告", "a 3"), ("廣告", "a 3"),
        ("來源：" + "望" * 50, "a 2"), ("來源：" + "望" * 90, None),
        ("渡轮搁浅，消息来源：望潮社", None), ("渡轮搁浅", None), ("欢迎订阅" + "望" * 100, None),
    ],
)  # fmt: skip
def test_a_pattern_is_tried_in_both_scripts_where_its_beginning_or_key_stands(line: str, rule: str | None) -> None:
    assert matched(line) == rule


@pytest.mark.parametrize("source", ["(?P<key>订.|关注)", "(?P<key>订(?:阅|购))", "(?P<sign>订阅)"])
def test_a_key_is_a_plain_list_of_words(source: str) -> None:
    with pytest.raises(DataError, match="plain list of words"):
        read_key(Row("a 1", source))


@pytest.mark.parametrize("row", [row for row in ALL if len(row.source) < 600], ids=lambda row: row.rule)
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_match_begins_as_is_told_or_holds_the_key(row: Row, data: st.DataObject) -> None:
    words, openings = read_key(row), openings_of(row.source, longest=2)
    line = data.draw(st.from_regex(row.source, fullmatch=True))
    if openings is not None:
        assert openings.allow(line[:2]), line
    elif words:
        assert any(fold(word).lower() in shade(line).lower() for word in words), line
    else:
        assert len(line) <= SHORT or row.code, f"{row.rule} matches longer lines: it needs a key"
