"""The file that docs/outlets.md shows is a file that works."""

import re
import tomllib
from pathlib import Path

from rashomon.outlets import read_outlets

DOCS = Path(__file__).parents[2] / "docs"


def test_documented_outlet_is_read() -> None:
    shown = re.search(r"```toml\n(.*?)```", (DOCS / "outlets.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    found = read_outlets({"wangchao": tomllib.loads(shown[1])}).find(name="望潮")
    assert found is not None
    assert found.code == "wangchao"


def test_documented_modules_exist() -> None:
    import rashomon.cleaning

    rows = re.findall(r"^\| `(\w+)` \|", (DOCS / "cleaning.md").read_text(encoding="utf-8"), re.MULTILINE)
    room = Path(rashomon.cleaning.__file__).parent
    assert {*rows, "__init__", "characters"} == {module.stem for module in room.glob("*.py")}
