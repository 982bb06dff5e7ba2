"""The file of corrections: only added to, undone by number."""

from pathlib import Path

import pytest

from rashomon.corrections import add_correction, hold_corrections, read_corrections
from rashomon.errors import DataError, UsageError
from rashomon.model import Merge, Rename, Undo


def test_corrections_are_read_back_as_they_were_made(tmp_path: Path) -> None:
    file = str(tmp_path / "c.jsonl")
    made = [Merge(ids=("s-a", "s-b"), by="编辑", note="同一件事"), Rename(of="s-a", title="青砂港渡轮起火")]
    assert [add_correction(file, one) for one in made] == [1, 2]
    assert read_corrections(file) == tuple(made)


def test_an_undone_correction_does_not_hold_until_its_undoing_is_undone(tmp_path: Path) -> None:
    file = str(tmp_path / "c.jsonl")
    add_correction(file, Merge(ids=("s-a", "s-b")))
    add_correction(file, Undo(undoes=1))
    assert hold_corrections(read_corrections(file)) == ()
    add_correction(file, Undo(undoes=2))
    assert hold_corrections(read_corrections(file)) == (Merge(ids=("s-a", "s-b")),)


def test_what_is_not_there_can_t_be_undone(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no correction 3"):
        add_correction(str(tmp_path / "c.jsonl"), Undo(undoes=3))


def test_a_line_that_is_no_correction_is_told_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text('{"kind":"rename","of":"s-a","title":"甲"}\n{"kind":"guess"}\n', encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        read_corrections(str(file))
