"""The formats there are, and the door for others."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import DataError
from rashomon.intake import find_sources, formats, read_documents
from rashomon.model import Document, Rejected

GUIDE = Path(__file__).parent.parent.parent / "docs" / "intake.md"
EXAMPLE = GUIDE.read_text(encoding="utf-8").split("```python\n", 1)[1].split("```", 1)[0]


def install(folder: Path, source: str, name: str = "logbook") -> None:
    """Lay out a package as pip would, with its entry point."""
    (folder / f"{name}.py").write_text(source, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[rashomon.formats]\n{name} = {name}:FORMAT\n", encoding="utf-8")


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that packages are installed into."""
    monkeypatch.syspath_prepend(tmp_path)
    formats.cache_clear()
    yield tmp_path
    formats.cache_clear()
    sys.modules.pop("logbook", None)


def test_format_of_another_package_reads_as_the_guide_shows(packages: Path) -> None:
    install(packages, EXAMPLE)
    assert "logbook" in [f.name for f in formats()]
    (packages / "saved").write_text("LOGBOOK 2031-05-02\nThe lamp was lit at eight.\n", encoding="utf-8")
    (result,) = read_documents(str(packages / "saved"))
    assert isinstance(result, Document)
    assert (result.format, result.title, result.stamps[0].raw) == ("logbook", "Logbook of 2031-05-02", "2031-05-02")


def test_failure_inside_a_format_is_that_document_alone(packages: Path) -> None:
    install(packages, EXAMPLE.replace("saved.text.partition", "saved.text.no_such_method"))
    (packages / "saved").write_text("LOGBOOK 2031-05-02\nThe lamp was lit.\n", encoding="utf-8")
    (result,) = read_documents(str(packages / "saved"))
    assert isinstance(result, Rejected)
    assert "the format logbook failed on it: AttributeError" in result.reason


def test_name_declared_twice_is_refused(packages: Path) -> None:
    install(packages, EXAMPLE.replace('name="logbook"', 'name="post"'))
    with pytest.raises(DataError, match="'post' a second time"):
        formats()


def test_entry_point_that_is_no_format_is_refused(packages: Path) -> None:
    install(packages, "FORMAT = 'logbook'\n")
    with pytest.raises(DataError, match="declares no format"):
        formats()


def test_ids_are_hashes_of_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text("The lamp was lit.\n", encoding="utf-8")
    found, _ = find_sources([str(tmp_path)])
    ids = {document.id for source in found for document in read_documents(source) if isinstance(document, Document)}
    assert ids == {"0b92b7b96d17b00d"}
