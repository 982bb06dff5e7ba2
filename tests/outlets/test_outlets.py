"""Outlets are data: every file of the folder is whole, and an outlet is found by what a document says of it."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rashomon.errors import DataError, UsageError
from rashomon.outlets import CONFIG, Outlet, find_outlet, outlet, outlets, outlets_in_force, read_outlets

KINDS = {"agency", "broadcaster", "newspaper", "magazine", "portal", "aggregator"}


@pytest.mark.parametrize("one", outlets(), ids=lambda one: one.code)
def test_outlet_file_is_whole(one: Outlet) -> None:
    assert one.kind in KINDS
    assert re.fullmatch(r"[A-Z]{2}", one.country)
    assert ZoneInfo(one.zone)
    assert one.name in one.all_names()
    assert one.domains
    assert all(domain == domain.lower() and "/" not in domain.split("/")[0] for domain in one.domains)
    assert not one.owner or one.owner_source, "an owner needs a source"
    for pattern in (*one.suffixes, *one.lines, *one.tails, *one.debris):
        re.compile(pattern)


def test_outlets_cover_what_a_chinese_reader_meets() -> None:
    codes = {one.code for one in outlets()}
    assert len(codes) >= 30
    assert {"xinhua", "rthk", "cna", "zaobao", "bbc", "dw", "rfi", "reuters", "aj", "kyodo", "zaker", "guancha", "secretchina"} <= codes


def test_no_two_outlets_share_a_domain() -> None:
    domains = [domain for one in outlets() for domain in one.domains]
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize(
    ("clue", "code"),
    [
        ({"url": "https://news.rthk.hk/rthk/ch/1.htm"}, "rthk"),
        ({"url": "http://cn.reuters.com/article/x"}, "reuters"),
        ({"url": "www.dw.com/zh/a-1"}, "dw"),
        ({"name": "中央通訊社"}, "cna"),
        ({"name": "中央通讯社"}, "cna"),
        ({"name": "法廣"}, "rfi"),
        ({"name": "Kyodo News"}, "kyodo"),
        ({"labels": ("post", "aj")}, "aj"),
        ({"labels": ("新媒体", "Aljazeera 半岛网", "新闻")}, "aj"),
        ({"labels": ("头条", "推荐", "people", "now", "AP photo", "RT staff")}, None),
        ({"url": "https://notrthk.hk.example/"}, None),
        ({"url": "https://[broken"}, None),
        ({"name": ""}, None),
        ({"name": "東森新聞"}, "ebc"),
        ({"url": "https://www.ettoday.net/news/1"}, "ettoday"),
        ({"name": "NOWnews今日新聞"}, "nownews"),
        ({"name": "Now新聞台"}, "nowtv"),
    ],
)
def test_outlet_is_found_by_address_name_or_label(clue: dict[str, str], code: str | None) -> None:
    found = find_outlet(**clue)
    assert (found.code if found else None) == code


def test_address_decides_before_labels() -> None:
    found = find_outlet(url="https://www.rfi.fr/cn/x", labels=("dw",))
    assert found is not None
    assert found.code == "rfi"


def test_unknown_code_says_what_to_do() -> None:
    with pytest.raises(UsageError, match="rashomon outlets"):
        outlet("nowhere")


def test_project_brings_its_own_outlets() -> None:
    row = {
        "name": "青石日报",
        "kind": "newspaper",
        "country": "SG",
        "language": "zh-Hans",
        "zone": "Asia/Singapore",
        "domains": ["qingshi.example"],
    }
    own = read_outlets({"qingshi": row})
    found = own.find(url="https://qingshi.example/1")
    assert found is not None
    assert found.name == "青石日报"
    assert own.find(name="路透社") == find_outlet(name="路透社")


def test_project_row_of_wrong_shape_is_told() -> None:
    with pytest.raises(DataError, match="kind"):
        read_outlets({"qingshi": {"name": "青石日报"}})


def test_row_of_a_known_outlet_changes_what_it_names() -> None:
    changed = read_outlets({"rthk": {"zone": "Asia/Macau"}}).by_code["rthk"]
    assert changed.zone == "Asia/Macau"
    assert changed.domains == outlet("rthk").domains


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("outlet = 3", "tables"),
        ("[outlets.x]", "'outlets' is no table"),
        ("[outlet.x]\nname = 1", "name"),
        ("[outlet.rthk]\nzone = 'Mars/Olympus'", "Mars/Olympus"),
        ("[outlet.rthk]\nlines = ['(']", "regular expression"),
        ("[outlet.rthk]\ncolour = 'red'", "colour"),
        ("[outlet.rthk", "not TOML"),
    ],
)
def test_what_is_wrong_in_a_configuration_is_told(text: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rashomon.toml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(CONFIG, str(path))
    outlets_in_force.cache_clear()
    with pytest.raises(DataError, match=named) as told:
        outlets_in_force()
    outlets_in_force.cache_clear()
    assert str(path) in str(told.value)
