"""Work spread over processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from rashomon.errors import RashomonError
from rashomon.processes import Crew, spread

WORKERS = 2
TOLD = """
import os, time
from rashomon.processes import Crew
from tests.test_processes import tell_and_wait

if __name__ == "__main__":
    with Crew(2) as crew:
        for number in crew.work(tell_and_wait, [0, 0, 60]):
            print(number, flush=True)
"""


FORKED = """
import os, time
from rashomon.processes import Crew
from tests.test_processes import prepare, prepared, tell_and_wait

if __name__ == "__main__":
    with Crew(2) as crew:
        crew.fork(prepare)
        assert crew.started
        print(*crew.spread(prepared, range(1, 8)), flush=True)
        for number in crew.work(tell_and_wait, [0, 0, 60]):
            print(number, flush=True)
"""
PREPARED: list[int] = []


def prepare() -> None:
    PREPARED.append(10)


def prepared(number: int) -> int:
    return number * sum(PREPARED)


def double(number: int) -> int:
    return 2 * number


def divide(number: int) -> float:
    return 1 / number


def leave(number: int) -> int:
    os._exit(number)


def wait_for(tenths: int) -> int:
    time.sleep(tenths / 10)
    return tenths


def tell_and_wait(seconds: int) -> int:
    time.sleep(seconds)
    return os.getpid()


def test_results_come_in_the_tasks_order_whatever_the_number_of_processes() -> None:
    tasks = list(range(9))
    for jobs in (1, WORKERS):
        assert list(spread(double, tasks, jobs=jobs)) == [2 * task for task in tasks]
    assert list(spread(double, [], jobs=WORKERS)) == []


def test_a_crew_stays_for_several_rounds() -> None:
    with Crew(WORKERS) as crew:
        assert not crew.started
        crew.ready(double, 0)
        assert crew.started
        assert list(crew.spread(wait_for, (3, 0, 0))) == [3, 0, 0]
        assert sorted(crew.work(wait_for, (1, 0, 0))) == [0, 0, 1]


def test_tasks_are_made_when_they_are_soon_worked_on() -> None:
    made = []

    def tasks() -> Iterator[int]:
        for task in range(40):
            made.append(task)
            yield task

    with Crew(WORKERS) as crew:
        for done, _ in enumerate(crew.work(double, tasks()), 1):
            assert len(made) <= done + 2 * WORKERS


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are copied on Linux alone")
def test_copies_have_what_was_prepared() -> None:
    with subprocess.Popen([sys.executable, "-c", FORKED], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().split() == ["10", "20", "30", "40", "50", "60", "70"]
        parent.kill()


def test_error_of_a_process_is_raised_here() -> None:
    with Crew(WORKERS) as crew, pytest.raises(ZeroDivisionError) as raised:
        list(crew.work(divide, (1, 0)))
    assert any("divide" in note for note in raised.value.__notes__)


def test_process_that_ends_before_its_time_is_told() -> None:
    with Crew(WORKERS) as crew, pytest.raises(RashomonError, match="--jobs"):
        list(crew.work(leave, (1,)))


@pytest.mark.parametrize("script", [TOLD, FORKED], ids=["started", "copied"])
def test_processes_end_with_the_one_that_started_them(script: str) -> None:
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        if script is FORKED:
            parent.stdout.readline()
        workers = {int(parent.stdout.readline()) for _ in range(2)}
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    until = time.monotonic() + 20
    while any(map(lives, workers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(lives, workers))


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
