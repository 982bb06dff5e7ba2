"""A document becomes an article: fields, text, and what is made good where something is missing."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cleaning import AT_ONCE, clean, clean_all
from rashomon.model import Article, Basis, Document, Markup, Rejected, Stamp

BODY = (
    "<div><i>2031-04-09T01:44:11Z</i></div><img src='a'><div><small style='color:#999'>渡轮停在沙洲上（路透社）</small></div>"
    "<p>（德国之声中文网）渡轮周二在石门港外搁浅。船上七十三人<a href='https://x.example/list'>全部获救</a>。</p>"
    "<p>船长说：“雾太大了。我们看不见航标。”</p><p>（法新社）</p><p>© 2031年德国之声版权声明：未经授权不得使用。</p>"
)


def document(**changes: object) -> Document:
    base = Document(
        path="2031-04-09-ferry.html",
        id="0123456789abcdef",
        format="post",
        title="石门港渡轮搁浅(图)",
        url="https://www.dw.com/zh/ferry/a-1?utm_source=x#top",
        labels=("dw", "post"),
        stamps=(Stamp(raw="2031-04-09 10:00:00 +0800", basis=Basis.FRONT_MATTER),),
        body=BODY,
        markup=Markup.HTML,
    )
    return msgspec.structs.replace(base, **changes)


def cleaned(**changes: object) -> Article:
    article = clean(document(**changes))
    assert isinstance(article, Article)
    return article


def test_fields_and_text() -> None:
    article = cleaned()
    assert article.text.split("\n") == [
        "石门港渡轮搁浅",
        "渡轮周二在石门港外搁浅。船上七十三人全部获救。",
        "船长说：“雾太大了。我们看不见航标。”",
    ]
    assert (article.outlet, article.outlet_code, article.zone, article.language) == ("德国之声", "dw", "Europe/Berlin", "zh-Hans")
    assert (article.published, article.published_basis) == ("2031-04-09T10:00:00+08:00", Basis.FRONT_MATTER)
    assert article.dateline is not None
    assert article.dateline.agency == "德国之声中文网"
    assert article.captions == ("渡轮停在沙洲上（路透社）",)
    assert article.links == ("https://x.example/list",)
    assert article.credits == ("（法新社）",)
    assert article.warnings == ()
    assert [article.text[a:b] for a, b in article.sentences] == [
        "石门港渡轮搁浅",
        "渡轮周二在石门港外搁浅。",
        "船上七十三人全部获救。",
        "船长说：“雾太大了。我们看不见航标。”",
    ]


def test_id_is_of_the_address_not_of_its_trimmings() -> None:
    assert cleaned().article == cleaned(url="http://dw.com/zh/ferry/a-1/", title="另一个题目").article
    assert cleaned().article != cleaned(url="https://www.dw.com/zh/ferry/a-2").article


def test_articles_saved_with_a_sites_front_page_or_one_programs_address_keep_apart() -> None:
    front = {"url": "https://news.example/"}
    assert cleaned(**front).article != cleaned(**front, body="<p>别的正文。</p>").article
    assert cleaned(url="https://news.example/#!/1").article != cleaned(url="https://news.example/#!/2").article


def test_id_is_of_the_text_where_there_is_no_address() -> None:
    assert cleaned(url=None).article == cleaned(url=None, path="elsewhere.html", stamps=()).article
    assert cleaned(url=None).article != cleaned(url=None, body="<p>别的正文。</p>").article


def test_mirror_is_told_apart_from_the_outlet() -> None:
    article = cleaned(url=None, labels=(), origin="https://www.rfi.fr/cn/20310409-a", through="reader.example")
    assert (article.outlet, article.through, article.url) == ("法国国际广播电台", "reader.example", "https://www.rfi.fr/cn/20310409-a")


def test_portal_is_what_an_article_came_through() -> None:
    article = cleaned(url="https://news.sina.com.cn/c/2031-04-09/a.shtml", labels=(), publisher="新华社", body="<p>渡轮靠岸。</p>")
    assert (article.outlet, article.through) == ("新华社", "新浪")
    own = cleaned(url="https://www.dw.com/zh/a-1", labels=(), publisher="新华社", body="<p>渡轮靠岸。</p>")
    assert (own.outlet, own.through) == ("德国之声", None)


@pytest.mark.parametrize(
    ("changes", "outlet", "author"),
    [
        ({"url": None, "labels": ("新媒体", "望潮网"), "author": "望潮网"}, "望潮网", None),
        ({"url": None, "labels": ("望潮社",), "author": "林小满"}, "望潮社", "林小满"),
        ({"url": "https://www.harbour.example/1", "labels": ("post",)}, "harbour.example", None),  # its dateline is another's
        ({"url": None, "labels": (), "body": "<p>【望潮网2031年4月9日讯】渡轮靠岸。</p>"}, "望潮网", None),
        ({"url": "https://www.harbour.example/1", "labels": ("post",), "body": "<p>渡轮靠岸。</p>"}, "harbour.example", None),
        ({"url": None, "labels": (), "body": "<p>渡轮靠岸。</p>"}, None, None),
    ],
    ids=["collection", "record", "reprint", "dateline", "address", "nothing"],
)
def test_outlet_without_a_file_is_named_by_the_document(changes: dict[str, object], outlet: str | None, author: str | None) -> None:
    article = cleaned(**changes)
    assert (article.outlet, article.author) == (outlet, author)


@pytest.mark.parametrize(
    ("changes", "title", "warnings"),
    [
        ({"body": ""}, "石门港渡轮搁浅", ("no text: the title stands alone",)),
        ({"title": None, "body": "<h2>搁浅之后</h2><p>渡轮靠岸。</p>"}, "搁浅之后", ("no title: the first heading stands for it",)),
        ({"title": None, "body": "<p>渡轮靠岸。</p>"}, "2031-04-09-ferry", ("no title: the file's name stands for it",)),
        ({"stamps": (), "url": None, "path": "ferry.html", "body": "<p>渡轮靠岸。</p>"}, "石门港渡轮搁浅", ("no date",)),
        ({"warnings": ("broken bytes replaced",)}, "石门港渡轮搁浅", ("broken bytes replaced",)),
    ],
)
def test_what_is_missing_is_made_good_and_told(changes: dict[str, object], title: str, warnings: tuple[str, ...]) -> None:
    article = cleaned(**changes)
    assert article.title == title
    assert article.warnings == warnings


def test_neither_title_nor_text_is_rejected() -> None:
    found = clean(document(title=None, body="<script>1</script>"))
    assert found == Rejected(path="2031-04-09-ferry.html", reason="there is neither a title nor a text in it")


def test_repost_is_dated_by_its_address() -> None:
    assert cleaned(url="https://www.dw.com/zh/2027/1/21/ferry").written == "2027-01-21"


def test_byline_goes_to_the_credits() -> None:
    article = cleaned(body="<p>林小满</p><p>渡轮周二在石门港外搁浅，船上七十三人全部获救，港务局正在调查原因。</p>")
    assert article.credits == ("林小满",)
    assert article.author == "林小满"
    assert article.text.count("\n") == 1


def test_a_pen_name_before_the_outlets_is_a_byline() -> None:
    article = cleaned(body="<p>山海</p><p>BBC中文记者</p><p>渡轮周二在石门港外搁浅，船上七十三人全部获救，港务局正在调查原因。</p>")
    assert article.author == "山海"
    assert article.text.count("\n") == 1


def test_a_dateline_alone_on_a_line_is_one() -> None:
    article = cleaned(body=f"<figure><img><figcaption>渡轮。</figcaption></figure><p>（德國之聲中文網）</p><p>{'渡轮靠岸。' * 9}</p>")
    assert article.dateline is not None
    assert article.dateline.agency == "德國之聲中文網"


def test_gallery_keeps_its_text() -> None:
    slide = "<div><img src='a'><br><b>第一天</b>：渡轮在石门港外搁浅，船上七十三人全部获救。</div>"
    assert cleaned(body=slide * 3).text.count("\n") == 3


@given(st.text(max_size=200), st.sampled_from(list(Markup)))
def test_any_body_gives_an_article_or_a_rejection(body: str, markup: Markup) -> None:
    found = clean(document(title=None, body=body, markup=markup))
    assert isinstance(found, Article | Rejected)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_any_fields_give_an_article_or_a_rejection(title: str, url: str, raw: str) -> None:
    found = clean(document(title=title, url=url, author=raw, stamps=(Stamp(raw=raw, basis=Basis.PAGE),)))
    assert isinstance(found, Article | Rejected)
    if isinstance(found, Article):
        assert found.text.split("\n")[0] == found.title
        assert found.sentences[0] == (0, len(found.title))


def test_text_depends_on_the_document_alone() -> None:
    first = cleaned()
    for body in ("<p>别的正文。</p>", "", "<table><tr><td>1"):
        clean(document(body=body))
    assert msgspec.json.encode(cleaned()) == msgspec.json.encode(first)


def test_a_box_in_the_middle_of_a_sentence_does_not_part_it() -> None:
    body = (
        "<div><span>渡轮「青岚号」由</span><span>石门</span><div class='dictionary-box'><p>石门小百科</p><ul><li>人口：九万</li></ul></div>"
        "<span>港务局管理，周二搁浅。</span></div><p>船上七十三人全部获救。</p>"
    )
    assert cleaned(body=body).text.split("\n")[1:] == ["渡轮「青岚号」由石门港务局管理，周二搁浅。", "船上七十三人全部获救。"]


def test_a_line_before_the_text_names_the_datelines_reporter() -> None:
    body = "<p>(记者 林小满)</p><p>路透石门港4月9日 - 渡轮周二在石门港外搁浅，船上七十三人全部获救。</p><p>港务局正在调查。</p>"
    dateline = cleaned(body=body).dateline
    assert dateline is not None
    assert (dateline.agency, dateline.place, dateline.reporter) == ("路透", "石门港", "林小满")


def test_the_day_of_a_repost_is_the_one_before_its_address() -> None:
    body = "<p>（中央社記者林小滿台北3日電）渡輪擱淺，船上七十三人獲救。</p>"
    article = cleaned(url="https://www.cna.com.tw/news/203103030170.aspx", body=body)
    assert article.dateline is not None
    assert article.dateline.date == "2031-03-03"
    assert article.written == "2031-03-03"


def test_items_of_a_numbered_list_keep_their_numbers() -> None:
    body = "**导语**\n\n1. 渡轮停航\n2. 航标重装\n\n正文到此。"
    assert cleaned(body=body, markup=Markup.MARKDOWN).text.split("\n")[1:] == ["导语", "1. 渡轮停航", "2. 航标重装", "正文到此。"]
    nested = "<ol start='3'><li>渡轮停航<ul><li>无号</li></ul></li><li>航标重装</li></ol><p>正文。</p>"
    assert cleaned(body=nested).text.split("\n")[1:] == ["3. 渡轮停航", "无号", "4. 航标重装", "正文。"]


def test_host_stands_for_an_outlet_that_nobody_knows() -> None:
    assert cleaned(url="https://www.harbour.example/1", labels=(), body="<p>渡轮靠岸。</p>").outlet == "harbour.example"


def test_documents_cleaned_together_give_what_each_gives_alone() -> None:
    several = [document(path=str(number), body=f"<p>第{number}渡口停航。</p>" * (number % 3)) for number in range(AT_ONCE + 3)]
    several[1] = document(title=None, body="")
    made = list(clean_all(iter(several)))
    assert made == [clean(one) for one in several]
    assert isinstance(made[1], Rejected)
    assert list(clean_all(())) == []
