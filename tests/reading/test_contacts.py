"""Telephone numbers and addresses with their office: what is read from a notice, and that every span points at its number."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.languages import codes, language
from rashomon.model import Article
from rashomon.reading.contacts import find_contacts


def article_of(text: str, tag: str) -> Article:
    return Article(path="a", document="d", article="a", outlet=None, title="", language=tag, format="text", text=text)


def cases() -> list[Any]:
    found: list[Any] = []
    for code in codes():
        file = files("rashomon.languages") / code / "examples_contacts.toml"
        if file.is_file():
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found.extend(pytest.param(code, case, id=f"{code}: {case['text'][:24]}") for case in table["case"])
    return found


@pytest.mark.parametrize(("code", "case"), cases())
def test_contacts_are_read_as_a_reader_would(code: str, case: dict[str, Any]) -> None:
    tongue = language(code)
    assert tongue is not None
    assert [[contact.office or "", contact.number] for contact in find_contacts(article_of(case["text"], code), tongue)] == case["contacts"]


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["电话", "：", "110", "+99-10-555017", "或", "、", "热线", "a@b.cc", "请拨打", " ", "\n"]) | st.text(max_size=3)
    )
)
def test_spans_point_at_the_number(pieces: list[str]) -> None:
    article = article_of("".join(pieces), "zh")
    tongue = language("zh")
    assert tongue is not None
    for contact in find_contacts(article, tongue):
        assert article.text[contact.start : contact.end] == contact.text != ""
