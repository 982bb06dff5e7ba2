"""Work spread over processes: the same results, whatever their number."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as sentinel_wait
from threading import Thread
from typing import Any, TypeVar, get_type_hints

import msgspec

Task = TypeVar("Task")
Result = TypeVar("Result")

_MADE = 20_000  # objects between two looks of the collector: the whole way goes a tenth faster than with 700, and takes no more memory
_AHEAD = 2  # tasks that are made for each process: one is worked on, one waits


def collect_seldom() -> None:
    """Make this process look for garbage less often: what is read holds no cycles. For where a process starts, not for a library."""
    gc.set_threshold(_MADE)


def _begin() -> None:
    """How a process of a crew starts: it ends with the one that started it, however that one does."""
    collect_seldom()
    parent = parent_process()
    assert parent is not None
    Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    sentinel_wait([sentinel])
    os._exit(1)


class Crew:
    """Processes that stay for several rounds of work. They are started by the first round, or by `ready` before there is any.

    Work is a typed function at the top of a module, given and giving what msgspec packs: values cross between processes packed, in a
    fifth of the time of pickling structs. Where there is but one worker it is this process.
    """

    def __init__(self, jobs: int) -> None:
        """jobs: processes; 0 takes as many as there are cores, 1 works in this one."""
        self.size = jobs or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def started(self) -> bool:
        """Whether there are processes."""
        return self._pool is not None

    def ready(self, work: Callable[[Task], object], task: Task) -> None:
        """Start the processes while there is other work here; as many tasks as processes are done for nothing.

        That loads what they will need.
        """
        if self.size > 1 and not self.started:
            for _ in range(self.size):
                self._start().submit(_work_packed, work, msgspec.msgpack.encode(task))

    def work(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Results of `work` for each task as they come, in any order. A task is made when it is soon to be worked on, and not before."""
        return (result for _, result in self._work(work, tasks))

    def spread(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Results of `work` for each task, in the tasks' order."""
        early: dict[int, Result] = {}
        turn = 0
        for number, result in self._work(work, tasks):
            early[number] = result
            while turn in early:
                yield early.pop(turn)
                turn += 1

    def _work(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        if self.size == 1:
            yield from enumerate(map(work, tasks))
            return
        decoder = msgspec.msgpack.Decoder(get_type_hints(work)["return"])
        rest, waiting = enumerate(tasks), dict[Future[bytes], int]()
        while True:
            for number, task in islice(rest, _AHEAD * self.size - len(waiting)):
                waiting[self._start().submit(_work_packed, work, msgspec.msgpack.encode(task))] = number
            if not waiting:
                return
            for done in sorted(wait(waiting, return_when=FIRST_COMPLETED).done, key=waiting.__getitem__):
                yield waiting.pop(done), decoder.decode(done.result())

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.size, mp_context=get_context("spawn"), initializer=_begin)
        return self._pool


def spread(work: Callable[[Task], Result], tasks: Sequence[Task], *, jobs: int) -> Iterator[Result]:
    """Results of `work` for each task, in the tasks' order, by a crew that is there for them alone."""
    with Crew(min(jobs or os.cpu_count() or 1, max(1, len(tasks)))) as crew:
        yield from crew.spread(work, tasks)


def _work_packed(work: Callable[[Any], Any], packed: bytes) -> bytes:
    """Unpack a task as the function declares it, do it, pack what came of it."""
    kind = next(hint for name, hint in get_type_hints(work).items() if name != "return")
    return msgspec.msgpack.encode(work(msgspec.msgpack.decode(packed, type=kind)))
