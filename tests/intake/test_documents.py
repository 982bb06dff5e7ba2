"""Documents of one source, and the bytes that were kept of them."""

from pathlib import Path

from rashomon.intake import read_documents, read_kept
from rashomon.model import Document, Rejected


def test_bytes_that_were_kept_are_read_again_as_the_document_they_were(tmp_path: Path) -> None:
    """One document a file and one a line: both are found in their own bytes, under the path they had."""
    (tmp_path / "one.txt").write_text("渡口停航\n\n大雾持续，渡口十四日停航。\n" * 3, encoding="utf-8")
    (tmp_path / "many.jsonl").write_text('{"title": "甲", "text": "桥已修好。"}\n{"title": "乙", "text": "桥未修好。"}\n', encoding="utf-8")
    for name in ("one.txt", "many.jsonl"):
        kept: dict[str, bytes] = {}
        for document in read_documents(str(tmp_path / name), keep=kept.__setitem__):
            assert isinstance(document, Document)
            assert read_kept(kept[document.id], id=document.id, path=document.path) == document


def test_bytes_that_hold_another_document_are_told() -> None:
    found = read_kept("渡口停航\n\n大雾持续。\n".encode(), id="0" * 16, path="a.txt")
    assert isinstance(found, Rejected)
    assert "0000" in found.reason
