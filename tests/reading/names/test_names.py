"""Names: persons, places and organisations, and that every span points at its words."""

import tomllib
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.articles import article_of

from rashomon.languages import codes, language
from rashomon.model import Name
from rashomon.reading.names import find_names


def read(text: str, *, tag: str = "zh") -> tuple[Name, ...]:
    tongue = language(tag)
    assert tongue is not None
    return find_names(article_of(text, tag=tag), tongue)


def cases() -> list[Any]:
    found: list[Any] = []
    for code in codes():
        file = files("rashomon.languages") / code / "examples_names.toml"
        if file.is_file():
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found.extend(pytest.param(code, case, id=f"{code}: {case['text'][:32]!r}") for case in table["case"])
    return found


@pytest.mark.parametrize(("code", "case"), cases())
def test_names_are_read_as_a_reader_would(code: str, case: dict[str, Any]) -> None:
    assert [[n.text, n.kind, n.role or "", n.alias or ""] for n in read(case["text"], tag=code)] == case["names"]


@settings(max_examples=150)
@given(st.text(alphabet="总统阿利亚·贝伦科夫（Ab）外交部在东京，。说·张三-\n", max_size=60), st.sampled_from(["zh", "en"]))
def test_names_quote_their_spans_and_never_overlap(text: str, tag: str) -> None:
    names = read(text, tag=tag)
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(a.end <= b.start for a, b in pairwise(names))


def test_an_empty_text_names_nobody() -> None:
    assert read("") == ()
