"""Receipts: exact where the words stand, moved where they stand elsewhere, lost where they are gone."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts import evidence_of
from rashomon.accounts.receipts import _prove
from rashomon.model import Article

BEFORE = "岚洲港停运三日\n港务局长说，港口将关闭三天。\n船公司对此不满。"


@pytest.fixture
def article(scene: Any) -> Article:
    made: Article = scene.add("海潮报", "2031-03-02", *BEFORE.split("\n")).article
    return made


def test_evidence_holds_the_whole_sentence(article: Article) -> None:
    start = article.text.index("关闭三天")
    evidence = evidence_of(article, start, start + 4)
    assert (evidence.text, evidence.sentence) == ("关闭三天", "港务局长说，港口将关闭三天。")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (BEFORE, "exact"),
        ("独家：" + BEFORE, "moved"),
        (BEFORE.replace("港务局长说", "港务局长周二对记者说"), "moved"),
        (BEFORE.replace("关闭三天", "停摆两周"), "lost"),
        ("天气晴朗，宜出行。", "lost"),
        ("", "lost"),
    ],
)
def test_receipt_against_a_later_text(article: Article, text: str, status: str) -> None:
    start = article.text.index("关闭三天")
    evidence = evidence_of(article, start, start + 4)
    assert _prove(evidence, msgspec.structs.replace(article, text=text, sentences=())).status == status


def test_receipt_of_a_missing_article_is_lost(article: Article) -> None:
    assert _prove(evidence_of(article, 0, 2), None).status == "lost"


@given(st.text(alphabet="岚洲港停运\n。a1", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_span_of_any_text_has_a_receipt_that_is_exact(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    article = Article(path="p", document="d", article="a", outlet=None, title="", format="text", text=text)
    evidence = evidence_of(article, start, end)
    assert evidence.text == text[start:end]
    assert _prove(evidence, article).status == "exact"
