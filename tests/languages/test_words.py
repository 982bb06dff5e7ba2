"""Words of a language are data: none stand in the code that reads."""

import ast
import re
from pathlib import Path

import pytest

import rashomon

SRC = Path(rashomon.__file__).parent
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
ROOMS = ("reading",)


def literals(module: Path) -> list[tuple[int, str]]:
    """Line and text of each string of a module that is no docstring; comments are none."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    told = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.If, ast.For, ast.While, ast.With, ast.Try)
    bare = {id(node.value) for holder in ast.walk(tree) if isinstance(holder, told) for node in holder.body if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare
    ]


MODULES = [path.relative_to(SRC) for room in ROOMS for path in sorted((SRC / room).rglob("*.py"))]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_code_holds_no_words_of_chinese(module: Path) -> None:
    assert [(line, text) for line, text in literals(SRC / module) if HAN.search(text)] == []
