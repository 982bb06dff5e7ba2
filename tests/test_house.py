"""The plan of the house: which room may open which door."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import rashomon

SRC = Path(rashomon.__file__).parent
ROOT = Path(__file__).resolve().parent.parent
STANDARD = sys.stdlib_module_names | {"compression"}  # which is Python's own from 3.14
OPEN = {"model", "errors", "languages", "outlets"}  # what every inner room may import
INNER = {"intake", "cleaning", "reading", "lore", "entities", "stories", "accounts"}
ALLOWED = {
    "model": {"model"},
    "errors": set(),
    "languages": {"languages", "errors"},
    "outlets": {"outlets", "errors", "languages"},
    **{room: OPEN | {room} for room in INNER},
    "corrections": {"model", "errors"},
    "processes": {"errors"},
    "batch": OPEN | {"lore", "entities", "accounts"},
    "pipeline": OPEN | INNER | {"batch", "processes"},
}


def imports_of(module: Path) -> set[str]:
    """Full names of all that a module imports anywhere in its text."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def rooms_imported(module: Path) -> set[str]:
    """Rooms of this package that a module imports."""
    return {name.split(".")[1] for name in imports_of(module) if name.startswith("rashomon.")}


def room_of(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


MODULES = sorted(path.relative_to(SRC) for path in SRC.rglob("*.py"))


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) in ALLOWED], ids=str)
def test_module_imports_only_rooms_it_may(module: Path) -> None:
    room = room_of(module)
    extra = rooms_imported(SRC / module) - ALLOWED[room]
    assert not extra, f"{module} imports {sorted(extra)}; allowed: {sorted(ALLOWED[room])}"


def test_every_inner_room_is_held_to_the_rule() -> None:
    folders = {path.parent.relative_to(SRC).parts[0] for path in SRC.rglob("*.py") if path.parent != SRC}
    assert folders - {"cli", "example", "pages", "report", "store"} <= set(ALLOWED)


def test_every_dependency_is_imported_and_every_import_is_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in project["dependencies"]}
    of_module = packages_distributions()
    imported = {name.split(".")[0] for module in MODULES for name in imports_of(SRC / module)} - STANDARD - {"rashomon", "rashomon_start"}
    used = {of_module[name][0].lower().replace("_", "-") for name in imported}
    assert used | {"tzdata"} == declared  # zoneinfo reads tzdata without importing it here
