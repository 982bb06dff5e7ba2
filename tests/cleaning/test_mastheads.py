"""The line under a title that says when, and by whom, a text was published."""

import pytest

from rashomon.cleaning import clean
from rashomon.cleaning.mastheads import read_masthead
from rashomon.model import Article, Basis, Document, Markup, Stamp

BODY = "渡轮周二在石门港外搁浅，船上七十三人全部获救，港务局正在调查原因。"


@pytest.mark.parametrize(
    ("line", "stamp", "outlet"),
    [
        ("石门晨报 2031年4月9日 10:20", "2031年4月9日 10:20", "石门晨报"),
        ("石門晨報（2031-04-09）", "2031-04-09", "石門晨報"),
        ("2031/4/9 10:20:11 | 石门晨报", "2031/4/9 10:20:11", "石门晨报"),
        ("2031-04-09 10:20 来源：港湾在岸边", "2031-04-09 10:20", "港湾在岸边"),
        ("来源：港湾在岸边 发布时间：2031-04-09 10:20", "2031-04-09 10:20", "港湾在岸边"),
        ("2031年4月9日（星期三） 10:20", "2031年4月9日（星期三） 10:20", None),
        ("2031年4月9日 星期三 10:20 来源：港湾在岸边 作者：林小满", "2031年4月9日 星期三 10:20", "港湾在岸边"),
        ("石门晨报 2031年4月9日 星期三", "2031年4月9日 星期三", "石门晨报"),
        ("最後更新：2031/04/09 下午 3:20", "2031/04/09 下午 3:20", None),
        ("10:20 AM EDT, Wed April 9, 2031", "10:20 AM EDT, Wed April 9, 2031", None),
        ("Posted on April 9, 2031 by admin", "April 9, 2031", None),
        ("石门早讯 2031-04-09 09:15", "2031-04-09 09:15", "石门早讯"),
        ("石门人家 2031-04-09 09:15", "2031-04-09 09:15", "石门人家"),
        ("石门网 2031年4月9日 18:02 来源：石门网", "2031年4月9日 18:02", "石门网"),
        ("The Harbour Courier, 9 April 2031", "9 April 2031", "The Harbour Courier"),
        ("Updated: April 9, 2031 10:20 AM", "April 9, 2031 10:20 AM", None),
        ("Wednesday, April 9, 2031", "April 9, 2031", None),
    ],
)
def test_a_masthead_gives_the_day_and_the_outlet(line: str, stamp: str, outlet: str | None) -> None:
    assert read_masthead(line) == (stamp, outlet, "")


@pytest.mark.parametrize(
    "line",
    [
        "2031年4月9日，渡轮在石门港外搁浅。",
        "2031年4月9日 石门港搁浅始末",
        "渡轮 2031年4月9日",
        "The ferry ran aground on April 9, 2031",
        "2031-13-40",
        "石门晨报 " * 40,
        "2031-04-09 " * 9,
        "(" * 100,
    ],
)
def test_what_tells_more_is_no_masthead(line: str) -> None:
    assert read_masthead(line) is None


def _document(body: str = f"石门晨报 2031年4月9日 10:20\n{BODY}", stamps: tuple[Stamp, ...] = ()) -> Document:
    return Document(path="ferry.txt", id="0123456789abcdef", format="text", title="渡轮搁浅", stamps=stamps, body=body, markup=Markup.TEXT)


def test_a_text_is_dated_by_its_masthead() -> None:
    article = clean(_document())
    assert isinstance(article, Article)
    assert (article.published, article.published_basis, article.outlet) == ("2031-04-09T10:20:00", Basis.PAGE, "石门晨报")
    assert article.text == f"渡轮搁浅\n{BODY}"


def test_a_reporter_before_the_day_is_the_datelines() -> None:
    article = clean(_document(f"〔記者林小滿／石門報導〕2031/04/09 10:20\n{BODY}"))
    assert isinstance(article, Article)
    assert (article.published, article.dateline and article.dateline.reporter) == ("2031-04-09T10:20:00", "林小滿")
    assert article.text.endswith(f"\n{BODY}")


def test_a_date_of_the_documents_own_stands_and_its_files_name_does_not() -> None:
    own = clean(_document(stamps=(Stamp(raw="2031-04-11", basis=Basis.RECORD),)))
    named = clean(_document(stamps=(Stamp(raw="20310411", basis=Basis.FILE_NAME),)))
    assert isinstance(own, Article)
    assert isinstance(named, Article)
    assert own.published == "2031-04-11"
    assert named.published == "2031-04-09T10:20:00"


def test_a_masthead_goes_from_a_dated_article_and_leaves_its_reporter() -> None:
    body = f"2031-04-09 10:20 聯合報／ 記者林小滿／台北即時報導\n{BODY}"
    article = clean(_document(body, (Stamp(raw="2031-04-11", basis=Basis.RECORD),)))
    assert isinstance(article, Article)
    assert (article.published, article.dateline and article.dateline.reporter) == ("2031-04-11", "林小滿")
    assert article.text == f"渡轮搁浅\n{BODY}"


def test_a_first_paragraph_that_is_the_title_is_not_told_twice() -> None:
    article = clean(_document(body=f"渡轮搁浅\n{BODY}"))
    assert isinstance(article, Article)
    assert article.text == f"渡轮搁浅\n{BODY}"
