"""How the command starts and ends, as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.store import open_archive
from rashomon_start import STOPPED

START = "import rashomon_start, sys; print(flush=True); sys.argv[0] = 'rashomon'; rashomon_start.start()"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", START, *map(str, arguments)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("moment", [0.05, 0.2, 0.5, 0.9, 1.5])
def test_interrupted_at_any_moment_it_says_one_line(moment: float, example: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, "add", str(example), "--archive", str(tmp_path / "news.archive"), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate()
    assert (process.returncode, said) == (130, f"{STOPPED}\n") or process.returncode == 0


def test_exit_codes_are_those_of_the_command(tmp_path: Path) -> None:
    assert run("--version").returncode == 0
    assert run("add", tmp_path / "none").returncode == 2
    done = run("search", "x", "--archive", tmp_path / "none.archive")
    assert done.returncode == 2
    assert "rashomon add" in done.stderr


def test_what_is_added_is_the_same_whatever_the_number_of_processes(example: Path, tmp_path: Path) -> None:
    found = []
    for jobs in (1, 2):
        place = str(tmp_path / f"{jobs}.archive")
        done = run("add", example, "--archive", place, "--jobs", jobs, "--jsonl")
        assert done.returncode == 0
        with open_archive(place) as archive:
            grouping = archive.grouping()
            found.append((done.stdout, grouping, [archive.account(story.id) for story in grouping.stories]))
    assert found[0] == found[1]
