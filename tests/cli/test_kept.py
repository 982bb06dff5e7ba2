"""Commands that take an archive in place of paths."""

import json
from pathlib import Path

import pytest
from tests.conftest import Command


@pytest.fixture
def archive(command: Command, example: Path, tmp_path: Path) -> Path:
    assert command("add", example, "--archive", tmp_path / "news.archive").code == 0
    return tmp_path / "news.archive"


def test_account_of_an_archive_is_that_of_its_articles(command: Command, example: Path, archive: Path) -> None:
    rows = [json.loads(line) for line in command("stories", example, "--jsonl").out.splitlines()]
    story = rows[0]["story"]
    kept, told = command("account", "--archive", archive, "--story", story), command("account", example, "--story", story)
    assert kept.code == told.code == 0
    assert kept.out == told.out
    title = json.loads(command("account", "--archive", archive, "--story", story, "--json").out)["story"]["title"]
    assert command("account", "--archive", archive, "--about", title).code == 0


def test_archive_or_paths(command: Command, example: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert command("account", "--about", "x").code == 2
    assert command("account", example, "--archive", archive, "--about", "x").code == 2
    assert "the largest of" in command("account", "--archive", archive).err
    assert command("report", example, "--since", "2031-01-01", "-o", tmp_path / "site").code == 2
    monkeypatch.setenv("RASHOMON_ARCHIVE", str(archive))
    assert "no story holds" in command("account", "--about", "qqzzxx").err
    assert command("account", example, "--about", "qqzzxx").code == 1


def test_report_of_an_archive_is_that_of_its_articles(command: Command, example: Path, archive: Path, tmp_path: Path) -> None:
    assert command("report", "--archive", archive, "-o", tmp_path / "kept").code == 0
    assert command("report", example, "-o", tmp_path / "read").code == 0
    pages = sorted(p.relative_to(tmp_path / "read") for p in (tmp_path / "read").rglob("*.html"))
    assert pages == sorted(p.relative_to(tmp_path / "kept") for p in (tmp_path / "kept").rglob("*.html"))
    for page in pages:
        assert (tmp_path / "kept" / page).read_bytes() == (tmp_path / "read" / page).read_bytes()


def test_head_of_an_account_ends_where_no_outlet_is_known(command: Command, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("港口昨天停电。渡轮改在南岸靠泊。", encoding="utf-8")
    head = command("account", tmp_path / "note.txt", "--language", "zh-Hans").out.splitlines()[1]
    assert head.rstrip().endswith("1 篇文章")
