"""rashomon search."""

import json
from pathlib import Path

from tests.conftest import Command


def test_search_prints_what_it_found_with_its_receipt(command: Command, example: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.archive"
    command("add", example, "--archive", archive)
    done = command("search", "码头", "--archive", archive, "-n", "3")
    assert done.code == 0
    assert str(example) in done.out
    rows = [json.loads(line) for line in command("search", "碼頭", "--kind", "quote", "--archive", archive, "--jsonl").out.splitlines()]
    assert rows
    assert all("码头" in row["text"] or "碼頭" in row["text"] or "碼頭" in (row["speaker"] or "") for row in rows[:1])
    assert command("search", "渡轮", "--archive", archive, "--csv").out.startswith("kind,")


def test_search_says_where_nothing_was_found(command: Command, example: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.archive"
    command("add", example, "--archive", archive)
    done = command("search", "恐龙化石", "--archive", archive)
    assert (done.code, done.out) == (1, "")
    assert "nothing was found" in done.err
    assert command("search", "--archive", archive).code == 2
    assert "killed, injured" in command("search", "--measure", "drowned", "--archive", archive).err
    for name in ("--outlet", "--story"):
        done = command("search", name, "nobody", "--archive", archive)
        assert (done.code, "'nobody'" in done.err) == (1, True)
    assert command("search", "雪", "--archive", tmp_path / "none").code == 2
