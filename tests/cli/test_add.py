"""rashomon add."""

import json
from pathlib import Path

from tests.conftest import Command


def test_add_tells_which_stories_grew_and_passes_over_what_is_there(command: Command, example: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.archive"
    first = command("add", example, "--archive", archive, "--jsonl")
    assert first.code == 0
    rows = [json.loads(line) for line in first.out.splitlines()]
    assert rows[0]["articles"] == max(row["articles"] for row in rows)
    assert f"{len(rows)} stories grew" in first.err
    again = command("add", example, "--archive", archive)
    assert again.code == 0
    assert again.out == ""
    assert "added 0 articles, passed over" in again.err


def test_add_rejects_as_read_does(command: Command, example: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 9)
    done = command("add", example, tmp_path / "noise.bin", "--archive", tmp_path / "a")
    assert done.code == 3
    assert "rejected: " in done.err


def test_add_of_nothing_readable_fails(command: Command, tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 9)
    done = command("add", tmp_path / "noise.bin", "--archive", tmp_path / "a")
    assert done.code == 1
    assert "nothing readable was found" in done.err


def test_add_wants_an_archive(command: Command, example: Path, tmp_path: Path) -> None:
    assert command("add", example).code == 2
    assert command("add", tmp_path / "missing", "--archive", tmp_path / "a").code == 1
    assert command("add", example, "--archive", tmp_path).code == 2


def test_a_mistyped_path_makes_no_archive(command: Command, tmp_path: Path) -> None:
    done = command("add", tmp_path / "artcles", "--archive", tmp_path / "news.archive")
    assert (done.code, done.out) == (1, "")
    assert "no such file or folder" in done.err
    assert list(tmp_path.iterdir()) == []
