"""Statements: who is said to have said what, and that every span points at its words."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.articles import article_of

from rashomon.languages import codes, language
from rashomon.model import Attribution
from rashomon.reading.attributions import find_attributions
from rashomon.reading.names import find_names, outside_brackets


def read(text: str, *, tag: str = "zh") -> tuple[Attribution, ...]:
    tongue = language(tag)
    assert tongue is not None
    article = article_of(text, tag=tag)
    return find_attributions(article, tongue, names=outside_brackets(article, find_names(article, tongue)))


def cases() -> list[Any]:
    found: list[Any] = []
    for code in codes():
        file = files("rashomon.languages") / code / "examples_attributions.toml"
        if file.is_file():
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found.extend(pytest.param(code, case, id=f"{code}: {case['text'][:32]!r}") for case in table["case"])
    return found


@pytest.mark.parametrize(("code", "case"), cases())
def test_statements_are_read_as_a_reader_would(code: str, case: dict[str, Any]) -> None:
    told = [[">".join(a.chain), a.speaker, a.cue, a.type, a.content] for a in read(case["text"], tag=code)]
    assert told == case["attributions"]


WORDS = "据 报道 说 表示 称 援引 的话 总统 阿利亚·贝伦科夫 他 外交部 在 的 并 呼吁 但没有说明 3日 警告 被 不 消息 一名"
MARKS = "， 。 “ ” 「 」 （ ） ： A 、"
PIECES = [*WORDS.split(), *MARKS.split(), "\n", " ", '"']  # any order of these: what news is made of, whole or broken


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_content_quotes_its_own_span_whatever_the_text(text: str) -> None:
    for found in read(f"标题\n{text}"):
        whole = f"标题\n{text}"
        assert whole[found.start : found.end] == found.content != ""
        assert [whole[a:b] for a, b in found.chain_spans] == list(found.chain)
        assert found.cue_span is not None
        assert whole[slice(*found.cue_span)] == found.cue
        assert found.type in ("direct", "indirect", "mixed")


@settings(max_examples=100)
@given(st.text(max_size=120), st.sampled_from(["zh", "en"]))
def test_any_text_is_read(text: str, tag: str) -> None:
    for found in read(text, tag=tag):
        assert text[found.start : found.end] == found.content


def test_a_statement_is_read_alike_in_both_scripts() -> None:
    simplified = read("罢工\n工会主席贝伦科夫说，谈判破裂。")
    traditional = read("罷工\n工會主席貝倫科夫說，談判破裂。")
    assert [(a.start, a.end, a.type) for a in simplified] == [(a.start, a.end, a.type) for a in traditional]
    assert traditional[0].content == "談判破裂"


@pytest.mark.parametrize("piece", ["“", "（", "据报道，", "他说，“好”，", "“好。”他说。", "，但没有", "总统张三的"])
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = "标题\n" + piece * (20_000 // len(piece)) + "\n工会主席贝伦科夫说，谈判破裂。"
    last = read(text)[-1]
    assert text[last.start : last.end] == last.content == "谈判破裂"
