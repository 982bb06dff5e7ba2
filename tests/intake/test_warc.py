"""Web archives: the pages in them are read as if each had been saved alone."""

import gzip
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from rashomon.intake import read_documents, read_kept
from rashomon.intake.documents import LIMIT
from rashomon.model import Document, Rejected

PAGE = "<html><head><title>灯塔重新点亮</title></head><body><p>守塔人周一回到望潮角，渔民说夜里看得见光。</p></body></html>"
FEW = "<html><body><h1>渡船改了时刻</h1><p>早班船提前十分钟。</p></body></html>".encode()


def record(
    kind: str, block: bytes, *, address: str = "https://wangchao.example/a1", media: str = "application/http; msgtype=response"
) -> bytes:
    fields = ("WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {address}", "WARC-Date: 2031-05-02T08:30:00Z", f"Content-Type: {media}")
    return "\r\n".join((*fields, f"Content-Length: {len(block)}", "", "")).encode() + block + b"\r\n\r\n"


def answer(data: bytes, *fields: str, media: str = "text/html", status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {media}", *fields, "", "")).encode() + data


def chunked(data: bytes) -> bytes:
    half = len(data) // 2
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:half], data[half:], b""))


ARCHIVE = b"".join(
    (
        record("warcinfo", b"software: a crawler\r\n", media="application/warc-fields"),
        record("request", b"GET /a1 HTTP/1.1\r\n\r\n", media="application/http; msgtype=request"),
        record("response", answer(PAGE.encode("gb18030"), media="text/html; charset=GBK")),
        record("response", answer(b"\x89PNG", media="image/png"), address="https://wangchao.example/a.png"),
        record("response", answer(b"gone", status="404 Not Found"), address="https://wangchao.example/a2"),
        record(
            "response",
            answer(chunked(gzip.compress(FEW)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
            address="https://bay.example/ferry",
        ),
        record("response", answer(b"\x8b\x02", "Content-Encoding: br"), address="https://bay.example/b"),
        record("resource", FEW, address="<https://bay.example/c>", media="application/xhtml+xml"),
        record("metadata", b"via: x\r\n", media="application/warc-fields"),
    )
)
READ = [
    ("灯塔重新点亮", "https://wangchao.example/a1"),
    ("渡船改了时刻", "https://bay.example/ferry"),
    None,
    ("渡船改了时刻", "https://bay.example/c"),
]


def read(data: bytes, folder: Path) -> list[Document | Rejected]:
    file = folder / "saved"
    file.write_bytes(data)
    return list(read_documents(str(file)))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress], ids=["plain", "gzip", "zstd"])
def test_pages_of_a_web_archive_are_read(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    found = read(pack(ARCHIVE), tmp_path)
    assert [(one.title, one.url) if isinstance(one, Document) else None for one in found] == READ
    assert [one.path.rpartition("#")[2] for one in found] == ["1", "2", "3", "4"]
    refused = found[2]
    assert isinstance(refused, Rejected)
    assert "compressed with 'br'" in refused.reason


def test_page_is_read_again_from_its_own_bytes(tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    (tmp_path / "saved").write_bytes(ARCHIVE)
    documents = [d for d in read_documents(str(tmp_path / "saved"), keep=kept.__setitem__) if isinstance(d, Document)]
    assert [read_kept(kept[d.id], id=d.id, path=d.path) for d in documents] == documents


GOOD = record("response", answer(FEW))


@pytest.mark.parametrize(
    ("data", "read_before", "reason"),
    [
        (GOOD + GOOD[:-60], 1, "cut off in the middle of a record"),
        (GOOD + GOOD[:40], 1, "cut off in the middle of a record"),
        (GOOD + b"rubbish\r\n" + GOOD, 1, "a record begins with b'rubbish"),
        (GOOD.replace(b"Content-Length: ", b"Content-Length: x"), 0, "has no length"),
        (GOOD.replace(b"Content-Length: ", b"Content-Length: 9999999"), 0, "cut off in the middle"),
        (b"WARC/1.0\r\n" + b"x" * 900_000, 0, "a header without an end"),
        (record("response", answer(b"{}", media="application/json")), 0, "without a page"),
        (record("response", answer(gzip.compress(FEW)[:-9], "Content-Encoding: gzip")), 0, "page 1: a page that is cut off"),
        (
            record("response", answer(gzip.compress(bytes(LIMIT + 9)), "Content-Encoding: gzip")),
            0,
            "page 1: a page that is cut off or too large",
        ),
        (record("response", answer(FEW + b" " * LIMIT)), 0, "page 1: a page that is too large"),
        (record("response", answer(b"")), 0, "page 1: an empty page"),
        (record("response", answer(b"<feed><entry><title>a</title></entry></feed>")), 0, "page 1: not a page"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",  # the bytes tell the time at which they were packed
)
def test_what_is_broken_is_told_and_what_came_before_is_read(data: bytes, read_before: int, reason: str, tmp_path: Path) -> None:
    *before, last = read(data, tmp_path)
    assert [type(one) for one in before] == [Document] * read_before
    assert isinstance(last, Rejected)
    assert reason in last.reason
