"""Archives are read as the folders they hold."""

import bz2
import gzip
import io
import lzma
import random
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

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
    "tar.zst": zstd.compress(TAR),
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


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(POST), zstd.compress(POST), zstd.compress(POST[:20]) + zstd.compress(POST[20:])],
    ids=["gzip", "zstd", "two zstd frames"],
)
def test_one_compressed_file_is_that_file(packed: bytes, tmp_path: Path) -> None:
    (post,) = read(packed, tmp_path)
    assert isinstance(post, Document)
    assert post.path.endswith("archive")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x14\x00\x00\x00", "can't be unpacked"),
        (MADE["tar.gz"][:60], "can't be unpacked"),
        (b"\x1f\x8b\x08\x00rubbish", "can't be unpacked"),
        (MADE["tar.zst"][:60], "can't be unpacked"),
        (zstd.compress(POST)[:-1], "ended before"),
        (zstd.compress(zstd.compress(POST)), "unpack it first"),
        (zipped({".hidden": POST}), "without a readable file"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "an office document"),
        (zipped({"inner.zip": MADE["zip"]}), "unpack it first"),
        (zipped({"a.md": POST}, zipfile.ZIP_STORED).replace("望潮角".encode(), "望海角".encode()), "broken in its archive"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",  # the bytes tell the time at which they were packed
)
def test_what_can_not_be_unpacked_is_rejected(data: bytes, reason: str, tmp_path: Path) -> None:
    (found,) = read(data, tmp_path)
    assert isinstance(found, Rejected)
    assert reason in found.reason


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_lines_before_a_break_stay_read(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    lines = [f'{{"title":"{number}","text":"{random.Random(number).randbytes(4000).hex()}"}}'.encode() for number in range(200)]
    packed = pack(b"\n".join(lines))
    found = read(packed[: len(packed) // 2], tmp_path)
    assert [type(one) for one in found] == [Document] * (len(found) - 1) + [Rejected]
    assert len(found) > 50
    assert "ended before" in found[-1].reason  # type: ignore[union-attr]
