"""The plan of the house: which room may open which door."""

import ast
from pathlib import Path

import pytest

import rashomon

SRC = Path(rashomon.__file__).parent
OPEN = {"model", "errors", "languages", "outlets"}  # what every inner room may import
INNER = {"intake", "cleaning", "reading", "lore", "entities", "stories", "accounts"}
ALLOWED = {
    "model": {"model"},
    "errors": set(),
    "languages": {"languages", "errors"},
    "outlets": {"outlets", "errors", "languages"},
    **{room: OPEN | {room} for room in INNER},
    "processes": set(),
    "pipeline": OPEN | INNER | {"processes"},
}


def rooms_imported(module: Path) -> set[str]:
    """Rooms of this package that a module imports anywhere in its text."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith("rashomon.")}


MODULES = sorted(path.relative_to(SRC) for path in SRC.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_module_imports_only_rooms_it_may(module: Path) -> None:
    room = module.parts[0].removesuffix(".py")
    if room not in ALLOWED:
        return
    extra = rooms_imported(SRC / module) - ALLOWED[room]
    assert not extra, f"{module} imports {sorted(extra)}; allowed: {sorted(ALLOWED[room])}"


def test_every_inner_room_is_held_to_the_rule() -> None:
    folders = {path.parent.relative_to(SRC).parts[0] for path in SRC.rglob("*.py") if path.parent != SRC}
    assert folders - {"cli", "example", "pages", "report"} <= set(ALLOWED)
