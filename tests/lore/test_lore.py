"""Lore is a sum: any order gives the same; laid over an article it never changes its text."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lore import freeze, merge, observe, overlay
from rashomon.lore.freezing import RECURS
from rashomon.model import Article, Document, Name, Observations, Reading


def article(number: int, *lines: str, outlet: str | None = "望潮网") -> Article:
    text = "\n".join([f"题目{number}", *lines])
    return Article(
        path=f"{number}.html", document=f"{number:016x}", article=f"{number:016x}", outlet=outlet, title=f"题目{number}", format="post",
        text=text, published="2031-04-09T10:00:00+08:00",
    )  # fmt: skip


def document(number: int) -> Document:
    return Document(path=f"{number}.html", id=f"{number:016x}", format="post")


FOOT = "下载望潮应用，跟踪港口要闻"


def corpus(count: int, foot: str = FOOT, outlet: str | None = "望潮网") -> list[Article]:
    return [article(n, f"第{n}天，渡轮靠岸。", f"港务局第{n}次通报。", foot, outlet=outlet) for n in range(count)]


def lore_of(articles: list[Article]) -> Observations:
    return merge(*(observe(document(n), one) for n, one in enumerate(articles)))


def test_line_that_recurs_at_the_foot_is_furniture() -> None:
    articles = corpus(RECURS)
    lore = freeze(lore_of(articles))
    for one in articles:
        over = overlay(one, lore)
        assert [one.text[a:b] for a, b in over.furniture] == [FOOT]
        assert over.text == one.text


def test_below_the_threshold_nothing_is_furniture() -> None:
    articles = corpus(RECURS - 1)
    assert overlay(articles[0], freeze(lore_of(articles))).furniture == ()


@pytest.mark.parametrize("foot", ["港务局再次提醒旅客，" * 10, "● 日本：", "完"])
def test_long_lines_headings_and_single_words_are_spared(foot: str) -> None:
    articles = corpus(RECURS, foot=foot)
    assert overlay(articles[0], freeze(lore_of(articles))).furniture == ()


def test_unknown_outlets_teach_nothing() -> None:
    articles = corpus(RECURS, outlet=None)
    assert overlay(articles[0], freeze(lore_of(articles))).furniture == ()


def test_coverage_counts_days() -> None:
    assert freeze(lore_of(corpus(3))).coverage == {"望潮网": {"2031-04-09": 3}}


def test_aliases_are_taken_from_the_reading() -> None:
    one = article(1, "船长林小满（Lin Xiaoman）获救。")
    reading = Reading(article=one.article, names=(Name(start=4, end=9, text="林小满", kind="person", alias="Lin Xiaoman"),))
    assert observe(document(1), one, reading).aliases == {"林小满": {"Lin Xiaoman": 1}}


counts = st.dictionaries(st.sampled_from("甲乙丙"), st.integers(1, 9), max_size=3)
observations = st.builds(
    Observations,
    lines=st.dictionaries(st.sampled_from("甲乙"), counts, max_size=2),
    articles=counts,
    days=st.dictionaries(st.sampled_from("甲乙"), counts, max_size=2),
    aliases=st.dictionaries(st.sampled_from("甲乙"), counts, max_size=2),
)


@given(st.lists(observations, max_size=5), st.randoms())
def test_order_never_matters(parts: list[Observations], chance: object) -> None:
    shuffled = list(parts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert msgspec.json.encode(freeze(merge(*shuffled)), order="sorted") == msgspec.json.encode(freeze(merge(*parts)), order="sorted")


@given(observations, observations, observations)
def test_merging_is_associative(a: Observations, b: Observations, c: Observations) -> None:
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, Observations()) == merge(a)


def test_version_tells_lore_apart() -> None:
    assert freeze(lore_of(corpus(2))).version == freeze(lore_of(corpus(2)[::-1])).version
    assert freeze(lore_of(corpus(2))).version != freeze(lore_of(corpus(3))).version
