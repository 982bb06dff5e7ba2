"""An outlet that nobody knows: its entry removed, what its templates repeat is learned from its articles, and the articles stay whole."""

import random
from collections.abc import Iterator

import msgspec
import pytest
from leave_out import put_in_force, without

from rashomon.cleaning import clean
from rashomon.lore import freeze, merge, observe, overlay
from rashomon.lore.observing import find_shapes
from rashomon.model import Article, Basis, Document, Markup, Stamp
from rashomon.outlets import Outlet, outlets

SEEN = 40
SURNAMES, GIVEN = "林周陈吴沈顾陆宋", "小满以安若水知秋望舒景行"
PLACES = ("石门", "白沙", "青屿", "望潮角", "南滩")
SECTIONS = ("港务", "渔业", "社区", "天气", "法庭")


def person(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))


def story(chance: random.Random) -> list[str]:
    """Paragraphs that must stay, the daily ones in the same words each time among them."""
    place, count = chance.choice(PLACES), chance.randint(11, 98)
    return [
        f"{place}渡轮{chance.choice('晨午晚')}间在港外搁浅，船上{count}人全部获救。",
        f"“我们在{place}等了{count}分钟，”乘客{person(chance)}说。“没有人惊慌。”",
        "港务局再次提醒旅客留意天气。",
        f"{place}新增停航班次{count}班。",
        f"{place}航线 {count} 班",
    ]


def furniture(name: str, chance: random.Random) -> list[str]:
    """Lines that must go: the same each time, or with a part that varies."""
    lines = (
        f"{name}{chance.choice(SECTIONS)}组　{person(chance)}",
        f"更多{chance.choice(SECTIONS)}要闻 尽在{name}港湾版",
        f"港湾编务：{person(chance)}",
    )
    return [*chance.sample(lines, 2), f"港湾版面校订于 2031-04-{chance.randint(1, 28):02}"]


def saved(outlet: Outlet, number: int) -> tuple[Document, list[str], list[str]]:
    chance = random.Random(f"{outlet.code} {number}")
    keep, drop = story(chance), furniture(outlet.name, chance)
    document = Document(
        path=f"{number}.html",
        id=f"{number:016x}",
        format="post",
        title=f"{chance.choice(PLACES)}渡轮搁浅",
        publisher=outlet.name,
        stamps=(Stamp(raw="2031-04-09 10:00:00 +0800", basis=Basis.FRONT_MATTER),),
        body="".join(f"<p>{line}</p>" for line in (*keep, *drop)),
        markup=Markup.HTML,
    )
    return document, keep, drop


@pytest.fixture
def unknown(request: pytest.FixtureRequest) -> Iterator[Outlet]:
    put_in_force(without(request.param.code))
    yield request.param
    put_in_force(None)


def shown(article: Article) -> str:
    text = list(article.text)
    for start, end in article.furniture:
        text[start:end] = [""] * (end - start)
    return "".join("".join(text).split())


@pytest.mark.parametrize("unknown", outlets(), ids=lambda outlet: outlet.code, indirect=True)
def test_furniture_of_an_unknown_outlet_goes_and_its_news_stays(unknown: Outlet) -> None:
    rows = [saved(unknown, number) for number in range(SEEN)]
    articles = [article for document, _, _ in rows if isinstance(article := clean(document), Article)]
    assert {article.outlet_code for article in articles} == {None}
    lore = freeze(merge(*(observe(document, article) for (document, _, _), article in zip(rows, articles, strict=True))))
    texts = [shown(overlay(article, lore)) for article in articles]
    kept = [("".join(piece.split()) in text) for text, (_, keep, _) in zip(texts, rows, strict=True) for piece in keep]
    gone = [("".join(piece.split()) not in text) for text, (_, _, drop) in zip(texts, rows, strict=True) for piece in drop]
    assert sum(kept) >= 0.99 * len(kept)
    assert sum(gone) >= 0.85 * len(gone)


def test_daily_rows_and_sentences_are_never_shapes() -> None:
    for line in ("新增确诊病例12例。", "确诊 12 治愈 3", "即期收盘价 6.3333 6.3265 -0.11%", "截至4月9日24时，累计12例；死亡1例"):
        assert list(find_shapes(line, "")) == []
    assert msgspec.json.encode(sorted(find_shapes("编务：林小满", ""))) == msgspec.json.encode(sorted(find_shapes("編務：林小滿", "")))
