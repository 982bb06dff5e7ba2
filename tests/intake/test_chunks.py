"""Documents in chunks, whatever the sources they come from."""

from pathlib import Path

import pytest

from rashomon.intake import chunks, read_chunks, read_documents
from rashomon.model import Document, Rejected


def write_lines(file: Path, count: int) -> str:
    """A container of short articles, the second line of which is none."""
    lines = [f'{{"title": "第{number}渡口停航", "text": "大雾持续，第{number}渡口停航。"}}' for number in range(count)]
    file.write_text("\n".join([*lines[:1], "{", *lines[1:]]), encoding="utf-8")
    return str(file)


def test_chunks_hold_the_documents_of_all_sources_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One source may fill several chunks, and one chunk may hold several sources."""
    monkeypatch.setattr(chunks, "CHUNK", 4)
    sources = [write_lines(tmp_path / "a.jsonl", 9), str(tmp_path / "none.txt"), write_lines(tmp_path / "b.jsonl", 2)]
    found = list(read_chunks(sources))
    assert [len(chunk) for chunk in found] == [4, 4, 4, 2]
    assert [document for chunk in found for document in chunk] == [d for source in sources for d in read_documents(source)]


def test_chunk_of_large_documents_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are no article count too: their bytes are kept with the others'."""
    monkeypatch.setattr(chunks, "HELD", 100)
    kept: dict[str, bytes] = {}
    for chunk in read_chunks([write_lines(tmp_path / "a.jsonl", 9)], keep=kept.__setitem__):
        assert {document.id for document in chunk if isinstance(document, Document)} <= kept.keys()
        assert any(isinstance(document, Rejected) for document in chunk) or len(chunk) <= 2
        kept.clear()


def test_no_source_makes_no_chunk() -> None:
    assert list(read_chunks([])) == []
