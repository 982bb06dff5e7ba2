"""What can't be read, or only in part: each ends in a value with a reason, never in an exception."""

import io
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake import find_sources, read_documents
from rashomon.intake.documents import LIMIT
from rashomon.intake.markup import NESTING
from rashomon.model import Document, Rejected

NOBODY = 65534  # the user id of nobody
POST = "---\ntitle: 灯塔重新亮起\ndate: 2031-05-02 20:00:00 +0800\n---\n\n灯塔修复工程结束，守塔人回到岛上，渔民说夜里看得见光。\n"


def read(folder: Path, data: bytes, name: str = "saved") -> list[Document | Rejected]:
    file = folder / name
    file.write_bytes(data)
    return list(read_documents(str(file)))


REJECTED = [
    ("an empty file", b"", "empty file"),
    ("white space alone", b" \n\n\t\n", "white space alone"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary: a PNG image"),
    ("an archive", b"Rar!\x1a\x07\x01\x00", "unpack it first"),
    ("a document for printing", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "binary: a PDF"),
    ("NUL bytes", b"abc\x00def" * 20, "NUL"),
    ("control characters", bytes(range(1, 32)) * 20, "control characters"),
    ("bytes of no encoding", "潮水".encode() * 3 + b"\xff\xfe\xfd" * 60, "broken text"),
    (
        "Latin text in an old encoding",
        "Le ministre était déjà parti après l'été, a déclaré le préfet".encode("latin-1"),
        "save it again as UTF-8",
    ),
    ("front matter never closed", b"---\ntitle: a\ndate: b\n\nText.", "not closed"),
    ("front matter that is no YAML", b"---\n{{ page header }}\n[[[\n---\n\nText.", "front matter is not YAML"),
    ("front matter without a key", b"---\n- a\n- b\n---\n\nText.", "front matter is not YAML"),
    ("front matter that multiplies itself", b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]\n---\nText.", "refused"),
    ("front matter nested without end", b"---\ntitle: " + b"[" * 5000 + b"\n---\nText.", "front matter"),
    ("TOML that is none", b"+++\ntitle = lit\n+++\nText.", "is not TOML"),
    ("a dump with a broken head", b"<!--1933290000000-->\n[no link](\n\nText.", "dump"),
    ("another markup", b'<?xml version="1.0"?><catalogue><item/></catalogue>', "format not known"),
    ("a JSON list of many lines", b'[\n {"title": "a"}\n]', "one object a line"),
    ("a table without rows", "标题,正文,日期\n".encode(), "a table without rows"),
    ("a table whose quote is never closed", '标题,正文\n灯塔亮了,"守塔人回来了。\n'.encode(), "no table from line 2 on"),
    ("a table's row that is too long", "标题,正文\n灯塔亮了,守塔人,回来了。\n".encode(), "record 1: 3 cells where 2 columns are named"),
    (
        "a table whose names never end",
        '标题,正文,"'.encode() + b"x" * 30_000 + '",日期\n灯塔亮了,守塔人回来了。\n'.encode(),
        "names take more",
    ),
    ("a table without a text", "日期,作者\n2031-05-02,林小满\n".encode(), "record 1: no column holds a title or a text"),
    ("a feed cut off", "<rss><channel><item><title>灯塔".encode(), "no well-formed XML"),
    ("a feed that defines entities", b'<!DOCTYPE rss><rss><!ENTITY a "b"></rss>', "defines entities"),
    ("a feed without entries", b"<rss><channel><title>a</title></channel></rss>", "a feed without entries"),
    ("a feed that nests without end", b"<feed><entry>" + b"<a>" * 9999 + b"</a>" * 9999 + b"</entry></feed>", "nest too deep"),
    ("a JSON feed cut off", '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "灯塔'.encode(), "not JSON"),
    ("a JSON feed without items", b'{"version": "https://jsonfeed.org/version/1.1", "title": "a"}', "a feed without items"),
    (
        "a JSON feed that nests without end",
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"title": ' + b"[" * 9999 + b"]" * 9999 + b"}]}",
        "not JSON",
    ),
    ("a JSON feed's item that is none", b'{"version": "https://jsonfeed.org/version/1", "items": [null]}', "record 1: an item that is"),
    ("a news item cut off", "<newsItem guid='a'><itemMeta><title>灯塔".encode(), "no well-formed XML"),
    ("a news item that defines entities", b'<!DOCTYPE newsItem><newsItem><!ENTITY a "b"></newsItem>', "defines entities"),
    ("a message without a news item", b"<newsMessage><itemSet><packageItem/></itemSet></newsMessage>", "without a news item"),
    ("a news item that nests without end", b"<newsItem>" + b"<a>" * 9999 + b"</a>" * 9999 + b"</newsItem>", "nest too deep"),
    (
        "a news item that is withdrawn",
        b"<newsItem><itemMeta><pubStatus qcode='stat:withheld'/></itemMeta></newsItem>",
        "not to be published",
    ),
    ("an entry that says nothing", b"<feed><entry><link href='https://a.example/1'/></entry></feed>", "record 1: an entry with neither"),
]


@pytest.mark.parametrize(("data", "reason"), [case[1:] for case in REJECTED], ids=[case[0] for case in REJECTED])
def test_unreadable_file_is_rejected_with_a_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    (result,) = read(tmp_path, data)
    assert isinstance(result, Rejected)
    assert reason in result.reason
    assert "\n" not in result.reason


@pytest.mark.parametrize("head", ["", POST], ids=["page", "post"])
def test_elements_nested_without_end_are_laid_flat(head: str, tmp_path: Path) -> None:
    (result,) = read(tmp_path, f"{head}{'<div>' * 50_000}守塔人<b>回来</b>了。{'</div>' * 50_000}<p>渔民说夜里看得见光。</p>".encode())
    assert isinstance(result, Document)
    assert "守塔人" in result.body
    assert "渔民说夜里看得见光。" in result.body
    assert result.body.count("<div>") == result.body.count("</div>") == NESTING
    assert "elements nested too deep were laid flat" in result.warnings


def test_missing_file_is_rejected(tmp_path: Path) -> None:
    (result,) = read_documents(str(tmp_path / "none.md"))
    assert isinstance(result, Rejected)
    assert "No such file" in result.reason


@pytest.fixture
def nobody() -> Iterator[None]:
    """Give up root's right to open anything, where the tests run as root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    yield
    if root:
        os.seteuid(0)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    file = tmp_path / "closed.md"
    file.write_text(POST, encoding="utf-8")
    file.chmod(0)
    return file


def test_forbidden_file_is_rejected(closed: Path, nobody: None) -> None:
    (result,) = read_documents(str(closed))
    assert isinstance(result, Rejected)
    assert "ermission" in result.reason


def test_post_without_date_or_title_is_read(tmp_path: Path) -> None:
    (result,) = read(tmp_path, "---\nlayout: post\ncategories: 灯塔报\n---\n\n守塔人回来了。\n".encode())
    assert isinstance(result, Document)
    assert (result.title, result.stamps) == (None, ())
    assert "守塔人回来了。" in result.body


def test_post_with_an_empty_body_is_read(tmp_path: Path) -> None:
    (result,) = read(tmp_path, b"---\ntitle: The lighthouse is lit again\n---\n")
    assert isinstance(result, Document)
    assert (result.title, result.body) == ("The lighthouse is lit again", "")


def test_file_name_gives_the_last_stamp(tmp_path: Path) -> None:
    (result,) = read(tmp_path, POST.encode(), "2031-05-03-DT-灯塔.md")
    assert isinstance(result, Document)
    assert [(s.raw, s.basis.value) for s in result.stamps] == [("2031-05-02 20:00:00 +0800", "front matter"), ("2031-05-03", "file name")]


def test_a_few_broken_bytes_are_replaced_and_told(tmp_path: Path) -> None:
    data = (POST + "渔民说，光比从前更亮。\n" * 40).encode() + b"\xe7\x81"
    (result,) = read(tmp_path, data)
    assert isinstance(result, Document)
    assert result.title == "灯塔重新亮起"
    assert result.warnings == ("broken bytes replaced in 1 places",)


@pytest.mark.parametrize("start", [b"", b"\x7fELF", POST.encode()], ids=["zeros", "program", "post"])
def test_huge_file_costs_no_memory(start: bytes, tmp_path: Path) -> None:
    file = tmp_path / "huge"
    with file.open("wb") as out:
        out.write(start or b"x")
        out.truncate(200 * 2**20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (result,) = read_documents(str(file))
    assert isinstance(result, Rejected)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16_384  # KiB


def test_huge_text_says_how_large_is_too_large(tmp_path: Path) -> None:
    (result,) = read(tmp_path, b"The lighthouse is lit.\n" * (LIMIT // 23 + 1))
    assert isinstance(result, Rejected)
    assert "larger than 32 MB" in result.reason


def test_container_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    good = '{"title": "灯塔亮了", "text": "守塔人回来了。"}'
    lines = [good.encode(), b"{broken", b"", good.encode("gb18030"), b"\xff\xff\xff\xff", b'{"colour": "red"}', good.encode()]
    results = read(tmp_path, b"\n".join(lines))
    assert [r.path.rsplit("#", 1)[1] for r in results] == ["1", "2", "4", "5", "6", "7"]
    assert [r.title if isinstance(r, Document) else r.reason.split(":")[0] for r in results] == [
        "灯塔亮了",
        "line 2",
        "灯塔亮了",
        "line 5",
        "line 6",
        "灯塔亮了",
    ]


def test_container_passes_over_a_line_that_is_too_large(tmp_path: Path) -> None:
    good = b'{"title": "The lighthouse", "text": "It is lit."}\n'
    results = read(tmp_path, good + b'{"text": "' + b"x" * (LIMIT + 10) + b'"}\n' + good)
    assert [type(r) for r in results] == [Document, Rejected, Document]
    assert "line 2 is larger than 32 MB" in results[1].reason  # type: ignore[union-attr]


def test_container_is_streamed(tmp_path: Path) -> None:
    file = tmp_path / "many"
    line = b'{"title": "The lighthouse", "text": "' + b"It is lit. " * 90 + b'"}\n'
    with file.open("wb") as out:
        for _ in range(45):
            out.write(line * 1000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(isinstance(r, Document) for r in read_documents(str(file))) == 45_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16_384  # KiB, of a file of 45 MB


def test_container_in_utf_16_is_read(tmp_path: Path) -> None:
    (result,) = read(tmp_path, '{"title": "灯塔亮了", "text": "守塔人回来了。"}\n'.encode("utf-16"))
    assert isinstance(result, Document)
    assert result.title == "灯塔亮了"


def test_record_with_half_an_emoji_is_read(tmp_path: Path) -> None:
    (result,) = read(tmp_path, b'{"title": "lit \\ud83d", "text": "It is lit.", "score": NaN}\n')
    assert isinstance(result, Document)
    assert result.title == "lit ?"


def test_stdin_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POST.encode())))
    (result,) = read_documents("-")
    assert isinstance(result, Document)
    assert (result.path, result.title) == ("-", "灯塔重新亮起")


LONG, TITLED = b"x" * 900_000, b'{"title": "a"}'


@pytest.mark.parametrize(
    "data",
    [
        b'{"version": "https://jsonfeed.org/version/1", "title": "'
        + LONG
        + b'", "items": ['
        + b",".join([b'{"title": "a"}'] * 3_000)
        + b"]}",
        b"<rss a='" + LONG + b"'><channel><title>" + LONG + b"</title>" + b"<item><title>a</title></item>" * 3_000 + b"</channel></rss>",
    ],
    ids=["JSON feed", "feed"],
)
def test_what_holds_for_all_is_not_repeated_without_bound(data: bytes, tmp_path: Path) -> None:
    """The parts of a container are given its title, but not one of a megabyte each."""
    kept: dict[str, bytes] = {}
    (tmp_path / "saved").write_bytes(data)
    found = list(read_documents(str(tmp_path / "saved"), keep=kept.__setitem__))
    assert [type(one) for one in found] == [Document] * 3_000
    assert max(map(len, kept.values())) < 1_000


SHAPES = [
    b"",
    b"---\n",
    b"---\ntitle: ",
    b"<!--1933290000000-->\n[",
    b"### a\n---\n[b](../c.md)\n",
    b'{"title": "',
    b"<html>",
    b'{"version": "https://jsonfeed.org/version/1", "items": [{"title": "',
    b"<newsItem><contentSet><inlineXML><body>",
    b'<meta property="og:title" content="',
    b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": ',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"Source: ",
]


@settings(max_examples=600)
@given(
    start=st.sampled_from(SHAPES),
    rest=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))),
)
def test_any_bytes_give_documents_or_rejected(start: bytes, rest: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(start + rest)
    results = list(read_documents(str(file)))
    assert results or (start + rest).strip()
    for result in results:
        assert isinstance(result, Document) or "failed on it" not in result.reason
        assert msgspec.json.decode(msgspec.json.encode(result), type=type(result)) == result
    assert results == list(read_documents(str(file)))


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_paths_give_sources_or_rejected(paths: list[str]) -> None:
    if any(path.lstrip("@").startswith(("/", "~", ".")) or ".." in path or "*" in path for path in paths):
        return
    found, rejected = find_sources(paths)
    assert list(found) == sorted(found)
    assert all(r.reason for r in rejected)
