"""The interface's languages say the same things."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from rashomon.errors import UsageError
from rashomon.pages import INTERFACES, interface


def keys(table: dict[str, Any], name: str = "") -> set[str]:
    return {k for key, value in table.items() for k in (keys(value, f"{name}{key}.") if isinstance(value, dict) else {name + key})}


@pytest.mark.parametrize("code", INTERFACES)
def test_every_language_has_every_word(code: str) -> None:
    read = {c: tomllib.loads((files("rashomon.pages") / "words" / f"{c}.toml").read_text(encoding="utf-8")) for c in INTERFACES}
    assert keys(read[code]) == keys(read["en"])


@pytest.mark.parametrize(
    ("low", "high", "worded"), [(18, 18, "18"), (200, 250, "200–250"), (1000, None, "1,000+"), (None, 200, "<200"), (None, None, "?")]
)
def test_count_is_worded(low: int | None, high: int | None, worded: str) -> None:
    assert interface("en").count(low, high) == worded


def test_day_is_worded_in_the_interface_language() -> None:
    assert interface("zh-Hant").day("2023-04-06T01:00:00+08:00") == "4月6日"
    assert interface("en").day("2023-04-06") == "Apr 6"


def test_unknown_language_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(UsageError, match=r"'fr'.*zh-Hans"):
        interface("fr")
