"""HTML becomes blocks in reading order, whatever its state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cleaning.blocks import read_text
from rashomon.cleaning.characters import shade, tidy
from rashomon.cleaning.markdown import read_markdown
from rashomon.cleaning.markup import read_html


def texts(html: str, *kinds: str) -> list[str]:
    return [block.text for block in read_html(html).blocks if not kinds or block.kind in kinds]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>一</p><p>二</p>", ["一", "二"]),
        ("<p>一<br>二</p>", ["一", "二"]),
        ("<p>渡<b>轮</b><a href='/x'>靠岸</a>。</p>", ["渡轮靠岸。"]),
        ("<div>一<p>二</p>三</div>", ["一", "二", "三"]),
        ("<p>一<p>二", ["一", "二"]),
        ("<p>石门\n   港</p>", ["石门港"]),
        ("<p>Stone\n   Gate</p>", ["Stone Gate"]),
        ("<p>一&nbsp;&ldquo;二&rdquo;</p>", ["一 “二”"]),
        ("<p>一<script>var a='二';</script><style>p{}</style></p>", ["一"]),
        ("<p>一<span style='color:red; display : none'>藏</span>二</p>", ["一二"]),
        ("<p>一</p><p hidden>藏</p><p aria-hidden='true'>藏</p>", ["一"]),
        ("<p>一<input value='藏'><button>按</button></p>", ["一"]),
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", ["甲\t1", "乙\t2"]),
        ("<h2>小题</h2><p>一</p>", ["小题", "一"]),
        ("一<hr>二", ["一", "二"]),
        ("<!-- 藏 --><p>一</p>", ["一"]),
        ("", []),
        ("<p></p>", []),
    ],
)
def test_blocks_stand_in_order(html: str, wanted: list[str]) -> None:
    assert texts(html) == wanted


def test_container_of_furniture_is_left_out_unless_it_holds_the_article() -> None:
    story = "<p>" + "渡轮在石门港外搁浅，船上七十三人全部获救，港务局正在调查原因。" * 6 + "</p>"
    assert texts(f"{story}<div class='moreArticle'><p>别的新闻一</p></div>") == texts(story)
    assert texts(f"{story}<section aria-labelledby='podcast-promo'><p>收听播客</p></section>") == texts(story)
    assert texts(f"<div class='content related'>{story}</div>") == texts(story)


def test_embedded_posts_are_kept_apart() -> None:
    page = read_html("<p>一</p><blockquote class='twitter-tweet'><p>现场照片</p>— 某人</blockquote><p>二</p>")
    assert [block.text for block in page.blocks] == ["一", "二"]
    assert page.embeds == ("现场照片— 某人",)


STORY = "<p>渡轮在石门港外搁浅，船上七十三人全部获救，港务局正在调查原因，船东说会配合调查，明天将派潜水员下水查看船底。</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src='a'>渡轮停在沙洲上（某社）</figure>",
        "<figure><img src='a'><figcaption>渡轮停在沙洲上（某社）</figcaption></figure>",
        "<img src='a'><div><small style='color:#999'>渡轮停在沙洲上（某社）</small></div>",
        "<div><div><picture><img src='a' alt='无'></picture></div><div>渡轮停在沙洲上（某社）</div></div>",
        "<p align='center'><img src='a'></p><p align='center'><span style='color:#666666'>渡轮停在沙洲上（某社）</span></p>",
        "<p style='text-align:center'><img src='a'><br>渡轮停在沙洲上（某社）</p>",
        "<div><div><noscript><img src='a'></noscript></div><div><p>渡轮停在沙洲上（某社）</p></div></div>",
    ],
)
def test_captions_are_told_from_text(html: str) -> None:
    blocks = read_html(STORY + html + STORY).blocks
    assert [block.kind for block in blocks if "沙洲" in block.text] in (["caption"], ["soft"])
    assert sum("潜水员" in block.text for block in blocks if block.kind == "p") == 2


def test_alt_text_is_never_text() -> None:
    assert "无人机拍摄" not in "".join(texts("<p>一<img src='a' alt='无人机拍摄'></p>"))


def test_article_is_found_in_a_page() -> None:
    menu = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(20))
    story = f"<div class='wrap'><article><h1>题</h1>{STORY * 3}</article></div>"
    comments = "<div class='comments'><p>第一条评论，说得不错，值得一看。</p></div>"
    page = f"<!doctype html><html><body><header><ul>{menu}</ul></header>{story}{comments}</body></html>"
    assert texts(page) == ["题", *texts(STORY * 3)]
    assert texts(page.replace("article", "section"))[-3:] == texts(STORY * 3)


def test_plain_lines_are_paragraphs() -> None:
    assert [block.text for block in read_text("一\n\n二\r\n三").blocks] == ["一", "二", "三"]
    assert [block.text for block in read_markdown("1.候船大厅\n2.石门港\n\n4-7.75%").blocks] == ["1.候船大厅", "2.石门港", "4-7.75%"]


def test_markdown_with_markup_is_read_as_markup() -> None:
    page = read_markdown("## 小题\n\n渡轮**靠岸**，见[图](http://x.example)。\n\n<div>\n    <p>\n    船东\n    </p>\n</div>")
    assert [block.text for block in page.blocks] == ["小题", "渡轮靠岸，见图。", "船东"]
    assert page.blocks[1].links == ("http://x.example",)


@given(st.text(max_size=300))
def test_any_text_becomes_blocks(text: str) -> None:
    for read in (read_html, read_text, read_markdown):
        for block in read(text).blocks:
            assert block.text == block.text.strip()
            assert block.text
            assert "\n" not in block.text


@given(st.text(alphabet="<>/ap divsntyle=\"' 一&;!-b", max_size=300))
def test_any_markup_becomes_blocks(html: str) -> None:
    read_html(html)
    read_html(f"<html><body>{html}")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "<b>" * 100_000 + "一",
        "<p><table>" * 50_000,
        "<a href='x'>" * 100_000,
        "<" * 500_000,
        "<p " + " ".join(f"a{n}='1'" for n in range(200_000)) + ">一</p>",
        "<p a='" * 100_000,
        "<!--" * 200_000,
        "<div>" * 1_000 + "<!--" * 200_000,
        "<div><img src='a'>" * 30_000,
        "<div>" + "<img src='a'>一" * 50_000 + "</div>",
        "<p class='share'>" * 50_000,
        "&" * 500_000,
    ],
    ids=[
        "nested",
        "bold",
        "tables",
        "links",
        "brackets",
        "attributes",
        "quotes",
        "comments",
        "deep comments",
        "pictures",
        "gallery",
        "hints",
        "ampersands",
    ],
)
def test_hostile_markup_is_read_to_its_end(html: str) -> None:
    words = {word for block in read_html(f"<p>渡轮靠岸</p>{html}").blocks for word in block.text.split()}
    assert any("渡轮靠岸" in word for word in words)


words = st.sampled_from((" 渡轮 ", "靠岸。", "&amp;", "\n", "a", ""))
simple = st.recursive(
    words,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>" if tag != "br" else f"{''.join(parts)}<br>",
        st.sampled_from(("p", "div", "b", "span", "br")),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(simple)
def test_plain_markup_is_read_as_the_tree_reads_it(html: str) -> None:
    assert read_html(html).blocks == read_html(f"{html}<u></u>").blocks


@given(st.text(max_size=80))
def test_shade_keeps_every_place(text: str) -> None:
    assert len(shade(text)) == len(text)


def test_tidy_takes_out_what_is_not_seen() -> None:
    assert tidy(" 石\u200b门\u00ad港\ufeff \n") == "石门港"
    assert tidy("石门，\n港") == "石门，港"
    assert tidy("a\n\n b") == "a b"
