"""Archives are read as the folders they hold."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from rashomon.intake import read_documents, read_kept
from rashomon.model import Basis, Document, Rejected

POST = "---\ntitle: 灯塔重新点亮\n---\n守塔人周一回到望潮角。\n".encode()
LINES = b'{"title":"a","text":"one"}\n{"title":"b","text":"two"}\n'
FILES = {"saved/2031-05-02-post.md": POST, "saved/lines.jsonl": LINES, "saved/.hidden.md": POST, "__MACOSX/x.md": POST}
READ = ["#saved/2031-05-02-post.md", "#saved/lines.jsonl#1", "#saved/lines.jsonl#2"]


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        packed.mkdir("saved")
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("saved/link.md")
        link.type, link.linkname = tarfile.SYMTYPE, "2031-05-02-post.md"
        packed.addfile(link)
    return out.getvalue()


TAR = tarred(FILES)
MADE = {
    "zip": zipped(FILES), "stored zip": zipped(FILES, zipfile.ZIP_STORED),
    "tar": TAR, "tar.gz": gzip.compress(TAR), "tar.bz2": bz2.compress(TAR), "tar.xz": lzma.compress(TAR),
}  # fmt: skip


def read(data: bytes, folder: Path) -> list[Document | Rejected]:
    file = folder / "20200101-archive"
    file.write_bytes(data)
    return list(read_documents(str(file)))


@pytest.mark.parametrize("made", MADE.values(), ids=MADE.keys())
def test_files_of_an_archive_are_read_like_those_of_a_folder(made: bytes, tmp_path: Path) -> None:
    found = read(made, tmp_path)
    assert [one.path.removeprefix(str(tmp_path / "20200101-archive")) for one in found] == READ
    post, first, _ = found
    assert isinstance(post, Document)
    assert isinstance(first, Document)
    assert (post.title, first.body) == ("灯塔重新点亮", "one")
    assert [(stamp.raw, stamp.basis) for stamp in post.stamps] == [("2031-05-02", Basis.FILE_NAME)]
    assert post == read_kept(POST, id=post.id, path=post.path)


def test_one_compressed_file_is_that_file(tmp_path: Path) -> None:
    (post,) = read(gzip.compress(POST), tmp_path)
    assert isinstance(post, Document)
    assert post.path.endswith("archive")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x14\x00\x00\x00", "can't be unpacked"),
        (MADE["tar.gz"][:60], "can't be unpacked"),
        (b"\x1f\x8b\x08\x00rubbish", "can't be unpacked"),
        (zipped({".hidden": POST}), "without a readable file"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "an office document"),
        (zipped({"inner.zip": MADE["zip"]}), "unpack it first"),
        (zipped({"a.md": POST}, zipfile.ZIP_STORED).replace("望潮角".encode(), "望海角".encode()), "broken in its archive"),
    ],
)
def test_what_can_not_be_unpacked_is_rejected(data: bytes, reason: str, tmp_path: Path) -> None:
    (found,) = read(data, tmp_path)
    assert isinstance(found, Rejected)
    assert reason in found.reason
