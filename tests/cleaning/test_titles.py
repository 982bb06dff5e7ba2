"""Titles lose what the site and the media put around them, and nothing else."""

import pytest

from rashomon.cleaning.titles import clean_title, repeats, site_of
from rashomon.outlets import find_outlet


@pytest.mark.parametrize(
    ("raw", "code", "wanted"),
    [
        ("石门港渡轮搁浅 | 政治 | 半岛电视台", "aj", "石门港渡轮搁浅"),
        ("石门港渡轮搁浅_观察者网", "guancha", "石门港渡轮搁浅"),
        ("石门港渡轮搁浅(图)", None, "石门港渡轮搁浅"),
        ("【视频】石门港渡轮搁浅", None, "石门港渡轮搁浅"),
        ("石門港渡輪擱淺【影】", None, "石門港渡輪擱淺"),
        ("石門港渡輪擱淺[影]", None, "石門港渡輪擱淺"),
        ("石门港渡轮搁浅（组图/视频）", None, "石门港渡轮搁浅"),
        ("『视频』石门港渡轮搁浅", None, "石门港渡轮搁浅"),
        ("「直播」的人們", None, "「直播」的人們"),
        ("石门港渡轮搁浅 - BBC News 中文", "bbc", "石门港渡轮搁浅"),
        ("石门港渡轮搁浅（一）：谁之过", None, "石门港渡轮搁浅（一）：谁之过"),
        ("航标灯|守夜人之死（三）", "aj", "航标灯|守夜人之死（三）"),
        ("船东：“没有隐瞒”--港务局", "reuters", "船东：“没有隐瞒”--港务局"),
        ("Ferry aground &amp; empty | Harbour Post", None, "Ferry aground & empty | Harbour Post"),
        ("  石门港\n渡轮搁浅 ", None, "石门港渡轮搁浅"),
        ("路透社", "reuters", "路透社"),
        ("（图）", None, "（图）"),
    ],
)
def test_title_is_cleaned(raw: str, code: str | None, wanted: str) -> None:
    assert clean_title(raw, find_outlet(labels=(code,)) if code else None) == wanted


def test_site_that_the_document_names_is_cut() -> None:
    assert clean_title("Ferry aground | Harbour Post", None, sites=("Harbour Post",)) == "Ferry aground"


def test_site_of_a_title() -> None:
    assert site_of("石门港渡轮搁浅_观察者网") == "观察者网"
    assert site_of("石门港渡轮搁浅") is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("石門港渡輪擱淺　警拘捕5人", True),
        ("石门港渡轮搁浅 警方拘捕5人", True),
        ("石門港渡輪擱淺　警拘捕5人。", False),
        ("石門港", False),
        ("石門港市民排隊領取物資 警方到場", False),
    ],
)
def test_a_line_that_says_the_title_again_is_told(line: str, wanted: bool) -> None:
    assert repeats(line, "石門港渡輪擱淺　警拘捕5人") is wanted
