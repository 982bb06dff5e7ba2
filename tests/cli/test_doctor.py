"""rashomon doctor, on an archive."""

from pathlib import Path

from tests.conftest import Command


def test_doctor_looks_at_an_archive(command: Command, example: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.archive"
    command("add", example, "--archive", archive)
    assert "articles in" in command("doctor", "--archive", archive, "--csv").out
    damaged = bytearray(archive.read_bytes())
    damaged[8192:65536] = b"\xa5" * (65536 - 8192)
    archive.write_bytes(damaged)
    done = command("doctor", "--archive", archive, "--csv")
    assert done.code == 1
    assert "rashomon restore" in done.out
    assert "deliveries" not in done.out  # what is wrong with an archive is told once


def test_new_tells_facts_since_a_day(command: Command, example: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.archive"
    command("add", example, "--archive", archive)
    done = command("new", "--since", "2023-09-20", "--archive", archive)
    assert done.code == 0
    assert "facts are new since 2023-09-20" in done.err
    assert str(example) in done.out
    assert any("killed" in line and line.lstrip().startswith("figure") for line in done.out.splitlines())
    assert "nothing is watched yet" in command("watch", "--archive", archive).err
    assert command("watch", "--archive", archive, "--measure", "killed").code == 2
    assert command("watch", "--archive", archive, "--measure", "killed", "--feed", tmp_path / "feed").code == 0
    assert "killed" in command("watch", "--archive", archive).out
    assert command("watch", "--archive", archive, "--drop", "1").code == 0
