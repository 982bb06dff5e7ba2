"""Dates as programs and people save them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cleaning.stamps import day_in, find_published, find_written, read_stamp
from rashomon.model import Basis, Stamp


@pytest.mark.parametrize(
    ("raw", "zone", "wanted"),
    [
        ("Wed, 09 Apr 2031 05:17:06 GMT", None, "2031-04-09T05:17:06+00:00"),
        ("Wed, 09 Apr 2031 05:17:06 +0800", None, "2031-04-09T05:17:06+08:00"),
        ("2031-04-09 18:47:04 +0800", None, "2031-04-09T18:47:04+08:00"),
        ("2031-04-09 18:47:04.000000000 +08:00", None, "2031-04-09T18:47:04+08:00"),
        ("2031-04-09T18:47:04Z", None, "2031-04-09T18:47:04+00:00"),
        ("2031-04-09T18:47:04.123Z", None, "2031-04-09T18:47:04+00:00"),
        ("2031-04-09T18:47-03:30", None, "2031-04-09T18:47:00-03:30"),
        ("2031-04-09 18:47", "Asia/Taipei", "2031-04-09T18:47:00+08:00"),
        ("2031-04-09 18:47", None, "2031-04-09T18:47:00"),
        ("2031-04-09", "Asia/Taipei", "2031-04-09"),
        ("2031/4/9", None, "2031-04-09"),
        ("2031年4月9日 18:47", "Asia/Shanghai", "2031-04-09T18:47:00+08:00"),
        ("2031年4月9日 下午3:05", "Asia/Shanghai", "2031-04-09T15:05:00+08:00"),
        ("1933000000000", None, "2031-04-03T16:26:40+00:00"),
        ("1933000000", None, "2031-04-03T16:26:40+00:00"),
        ("09/04/2031 - 13:39", "Europe/Paris", "2031-04-09T13:39:00+02:00"),
        ("20310409", None, "2031-04-09"),
        ("2031年4月9日18:47", "Asia/Shanghai", "2031-04-09T18:47:00+08:00"),
        ("April 9, 2031", None, "2031-04-09"),
        ("9 Apr 2031", None, "2031-04-09"),
        ("Apr. 9, 2031 at 6:47 PM", "Europe/London", "2031-04-09T18:47:00+01:00"),
        ("9 April 2031 00:05 GMT", None, "2031-04-09T00:05:00+00:00"),
        ("9 April 2031 10:20 AM EDT", "Asia/Taipei", "2031-04-09T10:20:00-04:00"),
        ("January 9, 2031 10:20 am ET", None, "2031-01-09T10:20:00-05:00"),
        ("10:20 AM EDT, Wed April 9, 2031", None, "2031-04-09T10:20:00-04:00"),
        ("Wed 9 Apr 2031 10.20 BST", None, "2031-04-09T10:20:00+01:00"),
        ("Wednesday, April 9, 2031", None, "2031-04-09"),
        ("2031年4月9日 星期三 10:20", "Asia/Shanghai", "2031-04-09T10:20:00+08:00"),
        ("2031年4月9日（周三）晚间 8:20", "Asia/Shanghai", "2031-04-09T20:20:00+08:00"),
        ("2031/04/09 凌晨12:05", "Asia/Taipei", "2031-04-09T00:05:00+08:00"),
        ("2031/04/09 下午 12:05", "Asia/Taipei", "2031-04-09T12:05:00+08:00"),
        ("2031-13-40", None, None),
        ("yesterday", None, None),
        ("", None, None),
    ],
)
def test_stamp_is_read(raw: str, zone: str | None, wanted: str | None) -> None:
    assert read_stamp(raw, zone) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://x.example/news/2031/4/9/ferry", "2031-04-09"),
        ("https://x.example/cn/20310409-ferry", "2031-04-09"),
        ("https://x.example/news/203104090096.aspx", "2031-04-09"),
        ("2031-04-09-GANGWAN-ferry.md", "2031-04-09"),
        ("https://x.example/article/port-2031-0409-idCNKBS2JH0IK", None),
        ("https://x.example/a-60336189", None),
        ("https://x.example/2031/", None),
        (None, None),
    ],
)
def test_day_is_read_from_addresses_and_names(text: str | None, wanted: str | None) -> None:
    assert day_in(text) == wanted


def test_first_stamp_that_reads_wins() -> None:
    stamps = (Stamp(raw="soon", basis=Basis.PAGE), Stamp(raw="2031-04-09", basis=Basis.FILE_NAME))
    found = find_published(stamps, dateline="2031-04-08", url=None, path="x.txt", zone=None)
    assert (found.value, found.raw, found.basis) == ("2031-04-09", "2031-04-09", Basis.FILE_NAME)


def test_dateline_dates_what_nothing_else_does() -> None:
    found = find_published((), dateline="2031-04-08", url="https://x.example/2031/04/09/a", path="x.txt", zone=None)
    assert (found.value, found.basis) == ("2031-04-08", Basis.DATELINE)


@pytest.mark.parametrize(
    ("published", "url", "dateline", "wanted"),
    [
        ("2031-04-09T10:00:00+08:00", "https://x.example/2027/1/21/a", None, "2027-01-21"),
        ("2031-04-09", "https://x.example/20310408-a", None, None),  # a day between: the desk's rhythm
        ("2031-04-09", "https://x.example/2030/04/09/a", "2031-04-09", None),  # a slip in the address
        ("2031-04-09", None, "2027-01-21", "2027-01-21"),
        (None, "https://x.example/2027/1/21/a", None, None),
    ],
)
def test_repost_keeps_the_day_it_was_written(published: str | None, url: str | None, dateline: str | None, wanted: str | None) -> None:
    assert find_written(published, url, dateline) == wanted


@given(st.text(max_size=40))
def test_any_stamp_is_read_or_none(raw: str) -> None:
    read_stamp(raw, "Asia/Tokyo")
    day_in(raw)
