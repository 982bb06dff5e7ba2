"""Every format there is: it has samples, knows them by their content, and reads them as written down beside them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rashomon.intake import Format, formats, read_documents, read_kept
from rashomon.intake.registry import find_format
from rashomon.model import Document, Rejected

SAMPLES = Path(__file__).parent.parent / "samples"
FILES = [(f, file) for f in formats() for file in sorted((SAMPLES / f.name).glob("*")) if file.name != "expected.toml"]


@pytest.mark.parametrize("format", formats(), ids=lambda f: f.name)
def test_format_has_samples_and_says_what_it_is(format: Format) -> None:
    assert any(f.name == format.name for f, _ in FILES), f"tests/samples/{format.name}/ is missing"
    assert format.description
    assert format.sniffs


@pytest.mark.parametrize(("format", "file"), FILES, ids=lambda v: getattr(v, "name", None))
def test_format_is_told_by_content_whatever_the_name(format: Format, file: Path, tmp_path: Path) -> None:
    found = find_format(file.read_text(encoding="utf-8"))
    assert found is not None
    assert found.name == format.name
    elsewhere = tmp_path / "no-name"
    elsewhere.write_bytes(file.read_bytes())
    assert {d.format for d in read_documents(str(elsewhere)) if isinstance(d, Document)} == {format.name}


def plain(document: Document) -> dict[str, Any]:
    """A document as its expected.toml words it."""
    return {
        "title": document.title or "",
        "url": document.url or "",
        "author": document.author or "",
        "publisher": document.publisher or "",
        "labels": list(document.labels),
        "stamps": [f"{stamp.basis.value}: {stamp.raw}" for stamp in document.stamps],
        "language": document.language or "",
        "through": document.through or "",
        "origin": document.origin or "",
        "markup": document.markup.value,
    }


@pytest.mark.parametrize(("format", "file"), FILES, ids=lambda v: getattr(v, "name", None))
def test_format_reads_its_samples_as_written_down(format: Format, file: Path) -> None:
    wanted = tomllib.loads((file.parent / "expected.toml").read_text(encoding="utf-8"))[file.name]
    results = list(read_documents(str(file)))
    assert len(results) == len(wanted)
    for result, want in zip(results, wanted, strict=True):
        if "rejected" in want:
            assert isinstance(result, Rejected)
            assert want["rejected"] in result.reason
            continue
        assert isinstance(result, Document)
        told = plain(result)
        assert {key: told[key] for key in want if key in told} == {key: want[key] for key in want if key in told}
        for piece in want.get("holds", []):
            assert piece in result.body
        for piece in want.get("lacks", []):
            assert piece not in result.body


def test_formats_are_sorted_and_named_once() -> None:
    names = [f.name for f in formats()]
    assert len(set(names)) == len(names)
    assert [f.priority for f in formats()] == sorted((f.priority for f in formats()), reverse=True)


@pytest.mark.parametrize(("shown", "markup"), [("<div id='app'></div>", "text"), ("<p>{text}</p>", "html")])
def test_text_that_a_page_holds_in_its_data_alone_is_read(shown: str, markup: str, tmp_path: Path) -> None:
    text = "渡轮周二在石门港外搁浅，船上七十三人全部获救。" * 15
    data = f'{{"@type":"NewsArticle","headline":"渡轮搁浅","articleBody":"{text}"}}'
    file = tmp_path / "page"
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>{shown.format(text=text)}</body></html>'
    file.write_text(page, encoding="utf-8")
    (document,) = read_documents(str(file))
    assert isinstance(document, Document)
    assert document.markup == markup
    assert text in document.body


@pytest.mark.parametrize(("format", "file"), [(f, file) for f, file in FILES if f.split], ids=lambda v: getattr(v, "name", None))
def test_what_is_split_off_is_read_again_from_its_own_bytes(format: Format, file: Path) -> None:
    kept: dict[str, bytes] = {}
    documents = [d for d in read_documents(str(file), keep=kept.__setitem__) if isinstance(d, Document)]
    assert documents
    assert [read_kept(kept[d.id], id=d.id, path=d.path) for d in documents] == documents
