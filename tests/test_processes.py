"""Work spread over processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

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


def double(number: int) -> int:
    return 2 * number


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


def test_processes_end_with_the_one_that_started_them() -> None:
    with subprocess.Popen([sys.executable, "-c", TOLD], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
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
