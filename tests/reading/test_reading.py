"""Articles read side by side give what each gives alone."""

from msgspec.structs import replace
from tests.reading.articles import article_of

from rashomon.model import Article, Reading
from rashomon.reading import read, read_all
from rashomon.reading.ground.shadow import AT_ONCE

TEXTS = (
    "岚国北部暴雨\n岚国卫生部3日说，暴雨造成12人死亡，5人失踪。总统贝伦科夫宣布北部进入紧急状态。",
    "嵐國工會罷工\n工會主席何遠昨日表示，談判破裂，罷工將持續三天。",
    "罢工结束\n“我们回去上班。”何远说。",
)


def articles() -> list[Article]:
    zh = [article_of(text) for text in TEXTS]
    en = article_of("Ferry sinks off the coast\nAt least 12 people were killed on Monday, Governor Jane Keston said.", tag="en")
    return [*zh, en, replace(zh[0], language="qq", article="q"), replace(zh[1], language=None), replace(zh[0], text="")]


def test_articles_read_together_give_what_each_gives_alone() -> None:
    several = articles() * (AT_ONCE // 3)
    assert list(read_all(iter(several))) == [read(article) for article in several]


def test_an_article_in_an_unknown_language_gives_an_empty_reading() -> None:
    unknown = articles()[4]
    assert read(unknown) == Reading(article="q")


def test_no_articles_give_no_readings() -> None:
    assert list(read_all([])) == []
