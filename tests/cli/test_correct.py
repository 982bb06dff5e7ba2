"""rashomon correct: kept apart, laid over, taken back."""

import json
from pathlib import Path

import pytest
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


def test_a_figure_is_corrected_in_the_account_and_can_be_taken_back(command: Command, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    rows = [json.loads(line) for line in command("read", example, "--jsonl").out.splitlines()]
    row, figure = next((row, f) for row in rows for f in row["figures"] if f["measure"] == "killed" and f["low"] == f["high"] == 61)
    done = command("correct", "figure", row["article"], figure["text"], "--measure", "hospitalized", "-f", file)
    assert done.code == 0, done.err
    held = json.loads(command("account", example, "--about", "北码头 火灾", "--json", "--corrections", file).out)
    points = [(s["measure"], p["evidence"]["path"]) for s in held["series"] for p in s["points"] if p["low"] == 61]
    assert ("hospitalized", row["path"]) in points
    command("correct", "undo", "1", "-f", file)
    again = json.loads(command("account", example, "--about", "北码头 火灾", "--json", "--corrections", file).out)
    assert ("killed", row["path"]) in [
        (s["measure"], p["evidence"]["path"]) for s in again["series"] for p in s["points"] if p["low"] == 61
    ]


def test_a_correction_says_what_is_right_or_drops(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    assert command("correct", "figure", "a", "31人受伤", "-f", file).code == 2
    assert command("correct", "figure", "a", "31人受伤", "--low", "3", "--drop", "-f", file).code == 2
    assert command("correct", "figure", "a", "31人受伤", "--when", "周三", "-f", file).code == 2
    assert command("correct", "alias", "托维森", "-f", file).code == 2
    assert not file.exists()
    assert command("correct", "alias", "托维森", "托夫森", "-f", file).code == 0
    assert command("correct", "relation", "a", "一", "b", "二", "--kind", "updates", "-f", file).code == 0
    assert command("correct", "attribution", "a", "一", "--speaker", "某人", "-f", file).code == 0
    assert "托夫森" in command("correct", "list", "-f", file).out


def test_an_archive_keeps_its_corrections_itself(command: Command, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "news.archive"
    assert command("add", example, "--archive", archive).code == 0
    story = json.loads(command("stories", example, "--jsonl").out.splitlines()[0])["story"]
    done = command("correct", "rename", story, "给出的标题", "--archive", archive, "--by", "desk")
    assert done.code == 0, done.err
    assert f"`rashomon correct undo 1 --archive {archive}`" in done.err.replace("\n", "")
    assert "给出的标题" in command("account", "--archive", archive, "--story", story).out
    monkeypatch.setenv("RASHOMON_ARCHIVE", str(archive))
    assert "给出的标题" in command("correct", "list").out
    assert command("correct", "undo", "1").code == 0
    assert "给出的标题" not in command("account", "--story", story).out
    assert command("correct", "rename", "s-none", "无").code == 1
    assert command("correct", "undo", "7").code == 2
    assert command("correct", "list", "--archive", archive, "-f", tmp_path / "c.jsonl").code == 2
    assert [json.loads(line)["holds"] for line in command("correct", "list", "--jsonl").out.splitlines()] == [False, True]
