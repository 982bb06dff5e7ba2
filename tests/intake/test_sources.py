"""What the paths name."""

import os
from pathlib import Path

import pytest

from rashomon.intake import find_sources


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small tree to stand in."""
    for name in ("a.md", "b.html", "deep/c.md", "deep/er/d.md", ".hidden", ".git/config", "deep/.e", "odd [影].md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.md"], ["a.md"]),
        (["."], ["./a.md", "./b.html", "./deep/c.md", "./deep/er/d.md", "./odd [影].md"]),
        (["deep"], ["deep/c.md", "deep/er/d.md"]),
        (["deep/"], ["deep/c.md", "deep/er/d.md"]),
        (["*.md"], ["a.md", "odd [影].md"]),
        (["**/*.md"], ["a.md", "deep/c.md", "deep/er/d.md", "odd [影].md"]),
        (["deep/**"], ["deep/c.md", "deep/er/d.md"]),
        (["d*p"], ["deep/c.md", "deep/er/d.md"]),
        (["[ab].*"], ["a.md", "b.html"]),
        (["odd [影].md"], ["odd [影].md"]),
        ([".hidden"], [".hidden"]),
        (["b.html", "a.md", "a.md", "./a.md"], ["./a.md", "b.html"]),
        (["-"], ["-"]),
    ],
)
def test_paths_name_files(paths: list[str], found: list[str], here: Path) -> None:
    assert find_sources(paths) == (tuple(found), ())


def test_same_files_whatever_the_order_of_paths(here: Path) -> None:
    assert find_sources(["deep", ".", "a.md"]) == find_sources(["a.md", ".", "deep"])


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none.md", "no such file or folder"),
        ("bare", "no readable file in this folder"),
        ("*.txt", "no file matches"),
        ("**/*.txt", "no file matches"),
        ("@none.txt", "the list can't be opened"),
        ("https://example.org/a", "not supported in this version"),
        ("", "no possible file name"),
        ("a\x00b", "no possible file name"),
    ],
)
def test_path_that_names_nothing_is_rejected(path: str, reason: str, here: Path) -> None:
    found, (rejected,) = find_sources([path])
    assert found == ()
    assert rejected.path == path
    assert reason in rejected.reason


def test_list_names_paths_from_where_the_caller_stands(here: Path) -> None:
    (here / "bare" / "list.txt").write_bytes("a.md\r\n\r\ndeep\nodd [影].md\nnone.md\n".encode())
    found, rejected = find_sources(["@bare/list.txt"])
    assert found == ("a.md", "deep/c.md", "deep/er/d.md", "odd [影].md")
    assert [r.path for r in rejected] == ["none.md"]


def test_empty_or_binary_list_is_rejected(here: Path) -> None:
    (here / "empty.txt").write_text("\n", encoding="utf-8")
    (here / "binary.txt").write_bytes(b"\x00\x01")
    _, rejected = find_sources(["@empty.txt", "@binary.txt"])
    assert ["can't be read" in r.reason for r in rejected] == [True, False]


def test_links_that_go_round_end(here: Path) -> None:
    os.symlink(here, here / "deep" / "up")
    os.symlink(here / "deep", here / "bare" / "side")
    os.symlink(here / "gone", here / "bare" / "dangling")
    for path in (".", "**/*.md", "deep"):
        found, _ = find_sources([path])
        assert len({os.path.realpath(f) for f in found}) == len(found)
        assert any(f.endswith("c.md") for f in found)
    _, rejected = find_sources(["bare"])
    assert [r.reason for r in rejected] == ["a link to a file that does not exist"]


def test_pipes_in_a_folder_are_passed_over(here: Path) -> None:
    os.mkfifo(here / "bare" / "pipe")
    _, (rejected,) = find_sources(["bare"])
    assert "no readable file" in rejected.reason


def test_name_that_is_no_text_is_rejected(here: Path) -> None:
    try:
        (here / "bare" / os.fsdecode(b"\xff\xfe")).write_text("text", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    found, (rejected,) = find_sources(["bare"])
    assert found == ()
    assert "not valid UTF-8" in rejected.reason
