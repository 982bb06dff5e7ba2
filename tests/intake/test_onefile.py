"""Pages that a browser saved as one file are read as if they had been saved alone."""

import plistlib
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from rashomon.intake import read_documents, read_kept
from rashomon.model import Document, Rejected

PAGE = "<html><head><title>灯塔重新点亮</title></head><body><p>守塔人周一回到望潮角，渔民说夜里看得见光。</p></body></html>"
PLACE = "https://wangchao.example/a1"


def mhtml(page: str = PAGE, *, charset: str = "utf-8", kind: str = "html") -> bytes:
    """A page as browsers of Chromium's kind save it."""
    whole = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--a1----")
    whole["From"], whole["Snapshot-Content-Location"] = "<Saved by Blink>", PLACE
    whole["Subject"], whole["Date"] = "=?utf-8?Q?x?=", "Mon, 5 May 2031 08:00:00 -0000"
    part = MIMEText(page, kind, charset)
    part["Content-Location"] = PLACE
    picture = MIMEImage(b"\x89PNG", "png")
    picture["Content-Location"] = "https://wangchao.example/a.png"
    whole.attach(part)
    whole.attach(picture)
    return whole.as_bytes()


def webarchive(page: bytes = PAGE.encode("gb18030"), media: str = "text/html") -> bytes:
    """A page as Safari saves it."""
    main = {"WebResourceData": page, "WebResourceMIMEType": media, "WebResourceTextEncodingName": "GBK", "WebResourceURL": PLACE}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def read(data: bytes, folder: Path) -> Document | Rejected:
    file = folder / "saved"
    file.write_bytes(data)
    (result,) = read_documents(str(file))
    return result


@pytest.mark.parametrize(
    "data",
    [mhtml().replace(b"\n", b"\r\n"), mhtml(charset="gb2312"), b"\n" + mhtml(charset="gb18030"), webarchive()],
    ids=["utf-8", "gb2312", "gb18030", "safari"],
)
def test_the_page_is_read_with_its_address(data: bytes, tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    (tmp_path / "saved").write_bytes(data)
    (result,) = read_documents(str(tmp_path / "saved"), keep=kept.__setitem__)
    assert isinstance(result, Document), result
    assert (result.title, result.url, result.format) == ("灯塔重新点亮", PLACE, "html")
    assert "守塔人周一回到望潮角" in result.body
    assert b"PNG" not in kept[result.id]
    assert read_kept(kept[result.id], id=result.id, path=result.path) == result


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (mhtml(kind="plain"), "without its HTML"),
        (webarchive(media="image/png"), "image/png"),
        (webarchive()[:90], "broken"),
        (webarchive()[:-40], "broken"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "no web archive"),
    ],
    ids=["no page", "a picture", "cut short", "cut off", "another list"],
)
def test_what_holds_no_page_is_one_rejection(data: bytes, reason: str, tmp_path: Path) -> None:
    result = read(data, tmp_path)
    assert isinstance(result, Rejected)
    assert reason in result.reason


def test_parts_that_nest_without_end_are_one_rejection(tmp_path: Path) -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
    nested = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(3000))
    assert isinstance(read((head + nested).encode(), tmp_path), Rejected)


def test_header_lines_alone_make_no_web_archive(tmp_path: Path) -> None:
    result = read("标题：灯塔重新点亮\n来源：望潮晚报\n\n守塔人周一回到望潮角。".encode(), tmp_path)
    assert isinstance(result, Document)
    assert result.format == "text"
