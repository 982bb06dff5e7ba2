"""rashomon correct: kept apart, laid over, taken back."""

import json
from pathlib import Path

from tests.conftest import Command


def test_a_rename_is_kept_laid_over_and_taken_back(command: Command, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    (first, *_) = [json.loads(line) for line in command("stories", example, "--jsonl").out.splitlines()]
    done = command("correct", "rename", first["story"], "给出的标题", "-f", file, "--by", "desk")
    assert done.code == 0, done.err
    assert "给出的标题" in command("stories", example, "--corrections", file).out
    assert command("correct", "undo", "1", "-f", file).code == 0
    assert "给出的标题" not in command("stories", example, "--corrections", file).out
    listed = [json.loads(line) for line in command("correct", "list", "-f", file, "--jsonl").out.splitlines()]
    assert [(row["number"], row["kind"], row["holds"]) for row in listed] == [(1, "rename", False), (2, "undo", True)]
    assert "desk" in command("correct", "list", "-f", file).out


def test_merge_wants_two_of_a_kind(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    assert command("correct", "merge", "s-a", "e-b", "-f", file).code == 2
    assert command("correct", "merge", "s-a", "-f", file).code == 2
    assert command("correct", "split", "kesten", "a", "-f", file).code == 2
    assert not file.exists()


def test_corrections_that_are_not_there_are_a_wrong_usage(command: Command, example: Path, tmp_path: Path) -> None:
    assert command("stories", example, "--corrections", tmp_path / "none.jsonl").code == 2
