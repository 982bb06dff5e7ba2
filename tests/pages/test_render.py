"""Pages from an invented account: every line with its receipt, nothing unescaped, nothing from the network."""

import re
from itertools import pairwise

import msgspec
import pytest

from rashomon.model import (
    Account,
    Article,
    Carriage,
    ContactLine,
    Current,
    Evidence,
    Figure,
    InForce,
    Lead,
    Line,
    Name,
    Origin,
    Point,
    Position,
    Reading,
    Relation,
    Series,
    Silence,
    Statement,
    StoryArticle,
    StoryHead,
    Voice,
)
from rashomon.pages import INTERFACES, ArticlePage, Shelf, Site, interface, render_article, render_day, render_front, render_story

TITLE = "青砂港渡轮<起火>"
SENTENCE = "港务局6日说，已有12人死亡、30人受伤。"
TEXT = f"{TITLE}\n{SENTENCE}搜救仍在继续。"


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(
        path="a/1.html",
        article="a1",
        document="d1",
        outlet="青砂日报",
        start=start,
        end=start + len(words),
        text=words,
        sentence=SENTENCE,
        prefix="",
        suffix="",
    )


@pytest.fixture
def account() -> Account:
    one, two = evidence("12人死亡"), evidence("30人受伤")
    article = StoryArticle(path="a/1.html", id="a1", outlet="青砂日报", title=TITLE, published="2023-04-06T08:00:00+08:00")
    points = tuple(
        Point(
            as_of=f"2023-04-0{day}", low=low, high=low, chain=("港务局",), outlet="青砂日报", origin="港务局", status=status, evidence=one
        )
        for day, low, status in ((6, 12, "first"), (7, 19, "updated"), (8, 61, "withdrawn"))
    )
    return Account(
        story=StoryHead(id="s-a1", title=TITLE, first="2023-04-06", last="2023-04-08", outlets=("青砂日报",), articles=(article,)),
        lead=(Lead(text=SENTENCE, origins=1, evidence=(one,)),),
        timeline=(Line(date="2023-04-06", text=SENTENCE, type="ACCIDENT", weight=1.0, origins=1, outlets=("青砂日报",), evidence=(one,)),),
        series=(
            Series(
                measure="killed",
                group="all",
                place=None,
                scope="total",
                points=points,
                current=Current(low=19, high=19, as_of="2023-04-07", origins=1, disputed=False, evidence=(one,)),
            ),
        ),
        relations=(Relation(kind="disputes", a=(one,), b=(two,), why={"code": "nobody-knows"}),),
        voices=(
            Voice(
                speaker="港务局",
                entity=None,
                said=(
                    Statement(
                        content="已有12人死亡",
                        type="indirect",
                        date="2023-04-06",
                        chain=("港务局",),
                        outlets=("青砂日报",),
                        evidence=(one,),
                    ),
                ),
            ),
        ),
        positions=(Position(actor="港务局", stance="denies", evidence=(one,)),),
        in_force=(
            InForce(what="停航", by=None, place=None, since="2023-04-06", until=None, hours=None, status="ordered", evidence=(one,)),
        ),
        contacts=(ContactLine(office="港务局", number="12345", evidence=one),),
        origins=(Origin(name="港务局", carried_by=(Carriage(outlet="青砂日报", through=()),), claims=2, evidence=(one,)),),
        silences=(Silence(fact=SENTENCE, known_since="2023-04-06", carried_by=("青砂日报",), silent=("远声",), evidence=(one,)),),
    )


@pytest.fixture
def site() -> Site:
    page = ArticlePage(
        href="articles/a1-1.html", outlet="青砂日报", title=TITLE, published="2023-04-06T08:00:00+08:00", sentences=(0, len(TITLE) + 1)
    )
    return Site(language="zh-Hans", pages={"a/1.html": page}, days=("2023-04-06",))


@pytest.fixture
def article() -> Article:
    cut = len(TITLE) + 1
    middle = cut + len(SENTENCE)
    return Article(
        path="a/1.html",
        document="d1",
        article="a1",
        outlet="青砂日报",
        title=TITLE,
        published="2023-04-06T08:00:00+08:00",
        language="zh-Hans",
        format="text",
        text=TEXT,
        sentences=((0, len(TITLE)), (cut, middle), (middle, len(TEXT))),
    )


@pytest.mark.parametrize("code", INTERFACES)
def test_story_page_shows_every_part_with_a_receipt(account: Account, site: Site, code: str) -> None:
    words = interface(code)
    page = render_story(account, words, site, json_href="s-a1.json")
    for part in (
        "lead",
        "figures",
        "timeline",
        "relations",
        "voices",
        "positions",
        "in_force",
        "contacts",
        "silences",
        "source",
        "all_articles",
    ):
        assert words(part) in page
    assert page.count('class="receipt"') >= 10
    assert f"../articles/a1-1.html#s{len(TITLE) + 1}" in page, "a receipt leads to its sentence"
    assert "<u>12人死亡</u>" in page
    assert "<svg" in page
    assert "<起火>" not in page
    assert not re.search(r'(?:src|href)="https?://', page), "the page asks nothing of the network"


def test_article_page_marks_findings_where_they_stand(article: Article, site: Site) -> None:
    start = TEXT.index("12人")
    reading = Reading(
        article="a1",
        figures=(Figure(start=start, end=start + 5, text="12人死亡", measure="killed", low=12, high=12),),
        names=(Name(start=start, end=start + 2, text="12", kind="person"),),
    )
    page = render_article(article, reading, interface("zh-Hans"), site)
    assert '<mark class="figure name"' in page
    assert f'<span id="s{len(TITLE) + 1}" class="sentence">' in page
    text = re.sub(r"<[^>]+>", "", page[page.index('<div class="body">') : page.index("</div>", page.index('<div class="body">'))])
    assert text.strip() == TEXT.split("\n", 1)[1]


def test_quotes_only_leaves_the_text_out(article: Article, site: Site) -> None:
    bare = Site(language=site.language, pages=site.pages, days=site.days, quotes_only=True)
    assert "搜救仍在继续" not in render_article(article, Reading(article="a1"), interface("en"), bare)


def test_front_and_day_pages_list_what_there_is(site: Site) -> None:
    shelf = Shelf(
        href="stories/s-a1.html",
        title=TITLE,
        state=SENTENCE,
        first="2023-04-06",
        last="2023-04-08",
        outlets=("青砂日报",),
        articles=3,
        pace=(1, 0, 2),
    )
    front = render_front([shelf], interface("en"), site, {"articles": 3, "outlets": 1, "stories": 1})
    assert 'href="stories/s-a1.html"' in front
    assert SENTENCE in front
    assert "../articles/a1-1.html" in render_day("2023-04-06", ["a/1.html"], interface("zh-Hant"), site)


@pytest.mark.parametrize("code", INTERFACES)
def test_nothing_on_a_story_page_is_a_raw_name_of_the_data(account: Account, site: Site, code: str) -> None:
    page = render_story(account, interface(code), site, json_href="s-a1.json")
    seen = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page, flags=re.S)
    raw = r"\b(?:same_origin|differs_in_scope|withdraws|corroborates|killed|nobody-knows|ACCIDENT|None|authorities)\b"
    assert not re.search(raw, seen)


def test_headings_ids_and_landmarks_of_a_story_page(account: Account, site: Site) -> None:
    page = render_story(account, interface("zh-Hans"), site, json_href="s-a1.json")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for mark in ('class="skip" href="#main"', '<main id="main"', "<nav", "<footer", "<aside"):
        assert mark in page
    for table in re.findall(r"<table.*?</table>", page, flags=re.S):
        assert "<caption" in table
        assert 'scope="col"' in table


def test_quoted_words_carry_their_articles_language(account: Account, site: Site) -> None:
    pages = {path: msgspec.structs.replace(page, language="zh-Hant") for path, page in site.pages.items()}
    told = render_story(account, interface("zh-Hans"), msgspec.structs.replace(site, pages=pages), json_href="x")
    assert '<p class="words" lang="zh-Hant">' in told
    assert "<title>青砂港" in told
    own = render_story(account, interface("zh-Hant"), msgspec.structs.replace(site, pages=pages), json_href="x")
    assert own.count('lang="zh-Hant"') == 1, "only the page's own, where the words are in its language"


def test_an_outlet_that_is_not_known_is_said_so_and_no_path_stands_for_it(account: Account, site: Site) -> None:
    line = msgspec.structs.replace(account.timeline[0], outlets=("a/1.html",))
    page = render_story(msgspec.structs.replace(account, timeline=(line,)), interface("zh-Hans"), site, json_href="x")
    assert "<summary>媒体不详</summary>" in page


def test_chart_tells_withdrawn_values_by_shape_and_in_words(account: Account, site: Site) -> None:
    words = interface("zh-Hans")
    page = render_story(account, words, site, json_href="x")
    chart = page[page.index('class="drawing"') : page.index("</figure>")]
    assert words("legend.withdrawn") in chart
    assert words("legend.disputed") not in chart, "the legend names what the chart holds"
    assert "撤回：61（4月8日）" in chart
    assert "aria-roledescription" not in chart


def test_same_account_gives_same_bytes(account: Account, site: Site) -> None:
    words = interface("zh-Hans")
    assert render_story(account, words, site, json_href="x") == render_story(account, words, site, json_href="x")
