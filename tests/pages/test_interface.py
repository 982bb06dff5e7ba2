"""The interface's languages say the same things."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from rashomon.errors import UsageError
from rashomon.pages import INTERFACES, interface, prevailing_language


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


@pytest.mark.parametrize(
    ("code", "low", "high", "worded"),
    [("zh-Hans", 20, 99, "数十"), ("zh-Hant", 20000, 99999, "數萬"), ("en", 2000, 9999, "thousands"), ("en", 20, 90, "20–90")],
)
def test_a_word_for_a_size_is_told_as_a_word(code: str, low: int, high: int, worded: str) -> None:
    assert interface(code).count(low, high) == worded


@pytest.mark.parametrize(
    ("code", "n", "told"), [("zh-Hans", 1, "1 家媒体"), ("en", 1, "1 outlet"), ("en", 2, "2 outlets"), ("zh-Hant", 1200, "1,200 家媒體")]
)
def test_a_number_of_things_agrees_with_the_thing(code: str, n: int, told: str) -> None:
    assert interface(code).tell("outlets", n) == told


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2023-04-06T22:00", "2023-04-09TMO", "4月6日 22:00至4月9日 早晨"),
        (None, "2023-04-09", "至4月9日"),
        ("2023-04-06", None, "4月6日起"),
        (None, None, ""),
    ],
)
def test_a_period_is_told_as_people_say_it(since: str | None, until: str | None, told: str) -> None:
    assert interface("zh-Hans").period(since, until) == told


def test_days_tell_the_year_once() -> None:
    assert interface("zh-Hans").days("2023-04-06", "2023-04-08") == "2023年4月6日 – 4月8日"
    assert interface("en").days("2022-12-31", "2023-01-02") == "Dec 31, 2022 – Jan 2, 2023"
    assert interface("en").days("2023-04-06", "2023-04-06") == "Apr 6, 2023"


def test_day_is_worded_in_the_interface_language() -> None:
    assert interface("zh-Hant").day("2023-04-06T01:00:00+08:00") == "4月6日"
    assert interface("en").day("2023-04-06") == "Apr 6"


def test_unknown_language_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(UsageError, match=r"'fr'.*zh-Hans"):
        interface("fr")


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    folder = files("rashomon.pages")
    sources = [path.read_text(encoding="utf-8") for path in (folder / "templates").iterdir() if path.name.endswith(".html")]
    sources += [path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".py")]
    asked = {name for source in sources for name in re.findall(r"""['"]([a-z_]+)['"]""", source)}
    named = set(re.findall(r"""(?:\bt|\bself|\bwords)\(\s*['"]([a-z_]+)['"]""", "\n".join(sources)))
    known = tomllib.loads((folder / "words" / "en.toml").read_text(encoding="utf-8"))
    words = {key for key, value in known.items() if isinstance(value, str)}
    assert named - words == set()
    assert words - asked == set()


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (["渡轮起火", "渡輪起火", "Ferry burns", "渡輪獲救"], "zh-Hant"),
        (["Ferry burns", "Ferry sinks", "渡轮起火"], "en"),
        (["Ferry burns", "渡轮起火"], "zh-Hans"),
        ([], "zh-Hans"),
    ],
)
def test_the_interface_is_in_the_language_of_most_titles(titles: list[str], code: str) -> None:
    assert prevailing_language(titles) == code
