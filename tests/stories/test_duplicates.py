"""What repeats what."""

import pytest

from rashomon.model import Article, Placement
from rashomon.stories import group
from tests.stories.world import make_article

TEXT = (
    "云汀机场今天上午因浓雾关闭三小时，四十二个航班延误。机场经理沈默说，能见度一度不到一百米。"
    "旅客在候机楼等待，航空公司发放了餐券。中午十二点后跑道陆续恢复起降，预计夜间还会有雾。"
)
FIRST = make_article(
    "晨报", "2031-04-01T12:00:00+08:00", "浓雾关闭云汀机场三小时", TEXT, path="a.txt", article="one", url="https://a.example/1"
)


def place(*articles: Article) -> dict[str, Placement]:
    return {placement.path: placement for placement in group([FIRST, *articles]).placements}


@pytest.mark.parametrize(
    ("why", "outlet", "title", "text", "fields", "duplicate", "version"),
    [
        ("the same address saved twice", "晨报", FIRST.title, TEXT, {"article": "one", "url": FIRST.url}, True, True),
        ("a reprint by another outlet", "北岸台", "云汀机场大雾", TEXT, {}, True, False),
        (
            "a reprint in the other script",
            "港聞",
            "濃霧關閉雲汀機場",
            "雲汀機場今天上午因濃霧關閉三小時，四十二個航班延誤。機場經理沈默說，能見度一度不到一百米。旅客在候機樓等待，航空公司發放了餐券。",
            {},
            True,
            False,
        ),
        ("a text put right by its outlet", "晨报", FIRST.title, TEXT.replace("四十二个", "四十四个"), {}, True, True),
        (
            "the same address, another text",
            "晨报",
            "云汀机场复航",
            "跑道恢复起降，机场方面说滞留旅客已经全部离开。",
            {"article": "one"},
            False,
            True,
        ),
        (
            "a text of its own on the same",
            "北岸台",
            "云汀机场因雾停航",
            "大雾笼罩云汀，机场上午停航，旅客滞留。经理沈默说午后才恢复。",
            {},
            False,
            False,
        ),
    ],
)
def test_placing_says_what_is_repeated(
    why: str, outlet: str, title: str, text: str, fields: dict[str, object], duplicate: bool, version: bool
) -> None:
    later = make_article(outlet, "2031-04-01T18:00:00+08:00", title, text, path="b.txt", **fields)
    placed = place(later)["b.txt"]
    assert placed.duplicate_of == ("a.txt" if duplicate else None), why
    assert placed.version_of == ("a.txt" if version else None), why


def test_a_duplicate_stands_where_its_first_stands() -> None:
    placed = place(make_article("北岸台", "2031-04-20T18:00:00+08:00", "旧文重发", TEXT, path="b.txt"))
    assert (placed["b.txt"].story, placed["b.txt"].event) == (placed["a.txt"].story, placed["a.txt"].event)


def test_a_short_notice_inside_a_long_digest_is_no_duplicate() -> None:
    notice = make_article(
        "北岸台", "2031-04-01T08:00:00+08:00", "浓雾", "云汀机场今天上午因浓雾关闭三小时，四十二个航班延误。", path="0.txt"
    )
    digest = make_article(
        "海闻社",
        "2031-04-01T20:00:00+08:00",
        "今日要闻",
        "云汀机场今天上午因浓雾关闭三小时，四十二个航班延误。"
        + "".join(f"第{n}条消息说的是另一座城市里完全不同的事情{n}号。" for n in "甲乙丙丁戊己庚辛壬癸"),
        path="c.txt",
    )
    assert place(notice, digest)["c.txt"].duplicate_of is None


def test_a_text_posted_again_after_months_stands_where_its_first_stands() -> None:
    again = make_article("北岸台", "2031-09-20T18:00:00+08:00", "旧文重发", TEXT, path="later.txt", article="one")
    placed = place(again)
    assert placed["later.txt"].story == placed["a.txt"].story
    assert placed["later.txt"].duplicate_of == "a.txt"
