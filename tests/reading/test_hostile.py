"""Reading takes linear time on text made to cost more: no pattern may repeat without bound, and long runs are read to their end."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from tests.reading.articles import article_of

import rashomon
from rashomon.reading import read

SRC = Path(rashomon.__file__).parent
SIZE = 200_000
LEAST = 20_000  # a repeat of more than this is none that is bounded
TABLES = ("attributions", "contacts", "figures", "happenings", "measures", "names", "numerals", "times")


def repeats(parsed: Iterable[Any]) -> Iterator[int]:
    """How often each item of a pattern may be repeated at most, where what is matched may be given back."""
    for op, value in parsed:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            yield int(value[1])
            yield from repeats(value[2])
        elif op in (ops.SUBPATTERN, ops.POSSESSIVE_REPEAT):
            yield from repeats(value[-1])
        elif op is ops.ATOMIC_GROUP:
            yield from repeats(value)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from repeats(branch)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from repeats(value[1])


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def patterns() -> Iterator[tuple[str, str]]:
    """All that reading matches: what its tables hold, and what its code compiles."""
    for file in sorted(path for name in TABLES for path in (SRC / "languages").rglob(f"{name}.toml")):
        for text in strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield (
                str(file.relative_to(SRC)),
                re.sub(r"(?<!P)<[a-z_]+>", "x", text),
            )  # <name> stands for a piece, which is looked at by itself
    for file in sorted((SRC / "reading").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                texts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                yield from ((str(file.relative_to(SRC)), text) for text in texts if node.func.value.id == "re")


def test_no_pattern_repeats_without_bound() -> None:
    endless = []
    for where, text in patterns():
        try:
            parsed = parser.parse(text)
        except re.error:
            continue  # a piece that is no pattern by itself
        if any(most > LEAST for most in repeats(parsed)):
            endless.append((where, text))
    assert endless == []


MARKS = ("1", "1,", "一", "百", "“", "”", "（", "「好」", "，", "、", "。", " ", "·")
WORDS = (
    "据",
    "称",
    "他说，“好”，",
    "a",
    "A ",
    "at ",
    "月",
    "周",
    "年1月",
    "至",
    "死亡",
    "3人死亡，",
    "·阿",
    "总统",
    "省",
    "的",
    "电话1",
    "让-",
    "何",
    "总统何",
    "马",
    "台",
)


@pytest.mark.parametrize("piece", [*MARKS, *WORDS])
def test_a_long_run_is_read_to_its_end(piece: str) -> None:
    text = "岚国\n" + piece * (SIZE // len(piece)) + "\n2031年5月3日，岚国卫生部说，3人死亡。"
    found = read(article_of(text))
    assert all(text[one.start : one.end] == one.text for one in found.times)
    assert all(text[one.start : one.end] == one.text for one in found.names)
    assert found.times[-1].value == "2031-05-03"
    assert found.figures[-1].measure == "killed"
