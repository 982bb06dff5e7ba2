"""Work spread over processes: the same results, whatever their number."""

import gc
import os
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Any, NoReturn, TypeVar, get_type_hints

import msgspec

from rashomon.errors import RashomonError

Task = TypeVar("Task")
Result = TypeVar("Result")

_Pipe = Connection  # both ends
_MADE = 20_000  # objects between two looks of the collector: the whole way goes a tenth faster than with 700, and takes no more memory
_AHEAD = 2  # tasks that are made for each process: one is worked on, one waits


def collect_seldom() -> None:
    """Make this process look for garbage less often: what is read holds no cycles. For where a process starts, not for a library."""
    gc.set_threshold(_MADE)


class Crew:
    """Processes that stay for several rounds of work. They are started by the first round, or before there is any: by `fork` or `ready`.

    Work is a typed function at the top of a module, given and giving what msgspec packs: values cross between processes packed, in a
    fifth of the time of pickling structs. Where there is but one worker it is this process.
    """

    def __init__(self, jobs: int) -> None:
        """jobs: processes; 0 takes as many as there are cores, 1 works in this one."""
        self.size = jobs or os.cpu_count() or 1
        self._workers: list[_Worker] = []
        self._made: list[_Pipe] = []  # to processes that `fork` makes when they are wanted
        self._stop: list[Callable[[], None]] = []

    @staticmethod
    def of(jobs: "int | Crew") -> "AbstractContextManager[Crew]":
        """A crew for some work: of so many processes and gone after it, or one that is there and stays."""
        return nullcontext(jobs) if isinstance(jobs, Crew) else Crew(jobs)

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the processes end, whatever they are at."""
        for pipe in (*self._made, *(worker.pipe for worker in self._workers)):
            pipe.close()
        for stop in self._stop:
            stop()
        self._workers, self._made, self._stop = [], [], []

    @property
    def started(self) -> bool:
        """Whether there are processes."""
        return bool(self._workers or self._made)

    def suit(self, tasks: int) -> None:
        """Be no more than there are tasks, but two in any case."""
        self.size = min(self.size, max(2, tasks))

    def fork(self, prepare: Callable[[], None]) -> None:
        """Start a copy of this process that prepares while there is other work here, and that the others are then made from.

        For the start of a process that is its own master, since copies of one that has threads may stand still: elsewhere, and where the
        system doesn't copy processes well, nothing is done, and they are started when there is work.
        """
        if self.size == 1 or self.started or not sys.platform.startswith("linux") or threading.active_count() > 1:
            return
        pipes = [Pipe() for _ in range(1 + self.size)]  # the first is to the one that makes the others
        with _undisturbed():
            child = os.fork()
            if child == 0:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # what came meanwhile is for the process that it is a copy of
        if child == 0:
            _make_others(pipes, prepare)
        for _, theirs in pipes:
            theirs.close()
        self._made = [ours for ours, _ in pipes]
        self._stop.append(lambda: _end(child))

    def ready(self, work: Callable[[Task], object], task: Task) -> None:
        """Let each process do a task for nothing while there is other work here: that loads what it will need."""
        if self.size > 1:
            self._start()
            for worker in self._workers:
                worker.send(work, task, None)

    def work(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Results of `work` for each task as they come, in any order. A task is made when it is soon to be worked on, and not before."""
        return (result for _, result in self._work(work, tasks))

    def spread(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Results of `work` for each task, in the tasks' order. Where there are processes, they are at it from now on."""
        return _in_order(self._work(work, tasks))

    def _work(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        if self.size == 1:
            return enumerate(map(work, tasks))
        rest = enumerate(tasks)
        self._hand_out(work, rest)
        return self._collect(work, rest)

    def _hand_out(self, work: Callable[[Task], object], rest: Iterator[tuple[int, Task]]) -> None:
        """Make tasks until each process has enough of them."""
        while min((len(worker.waiting) for worker in self._workers), default=0) < _AHEAD:
            try:
                number, task = next(rest)
            except StopIteration:
                return
            self._start()
            min(self._workers, key=lambda worker: len(worker.waiting)).send(work, task, number)

    def _collect(self, work: Callable[[Task], Result], rest: Iterator[tuple[int, Task]]) -> Iterator[tuple[int, Result]]:
        decoder, done = msgspec.msgpack.Decoder(get_type_hints(work)["return"]), False
        try:
            while busy := {worker.pipe: worker for worker in self._workers if any(n is not None for n in worker.waiting)}:
                for pipe in wait(list(busy)):
                    number, packed = busy[pipe].receive()  # type: ignore[index]
                    if number is not None:
                        self._hand_out(work, rest)
                        yield number, decoder.decode(packed)
            done = True
        finally:
            if not done:
                self.close()  # what is not waited for belongs to no later round

    def _start(self) -> None:
        if self._workers:
            return
        if self._made:
            maker, *others = self._made
            for pipe in others[: self.size]:
                maker.send_bytes(b"one more")
                self._workers.append(_Worker(pipe))
            self._made = [maker, *others[self.size :]]
            return
        context = get_context("spawn")
        for _ in range(self.size):
            ours, theirs = Pipe()
            process = context.Process(target=_serve, args=(theirs,), daemon=True)
            with _undisturbed():
                process.start()
            theirs.close()
            self._workers.append(_Worker(ours))
            self._stop += [process.kill, process.join]


class _Worker:
    """One process, as the crew sees it."""

    def __init__(self, pipe: "_Pipe") -> None:
        self.pipe = pipe
        self.waiting = deque[int | None]()  # numbers of tasks whose results are yet to come, in order; None where nobody waits for one

    def send(self, work: Callable[[Task], object], task: Task, number: int | None) -> None:
        self.pipe.send((work, msgspec.msgpack.encode(task)))
        self.waiting.append(number)

    def receive(self) -> tuple[int | None, bytes]:
        try:
            packed, error = self.pipe.recv()
        except EOFError:
            raise RashomonError(
                "a process that worked for this one was ended from outside, as happens where memory is short; "
                "run the same command again, with fewer --jobs"
            ) from None
        if error is not None:
            raise error
        return self.waiting.popleft(), packed


def spread(work: Callable[[Task], Result], tasks: Sequence[Task], *, jobs: int) -> Iterator[Result]:
    """Results of `work` for each task, in the tasks' order, by a crew that is there for them alone."""
    with Crew(min(jobs or os.cpu_count() or 1, max(1, len(tasks)))) as crew:
        yield from crew.spread(work, tasks)


def _in_order(results: Iterator[tuple[int, Result]]) -> Iterator[Result]:
    early: dict[int, Result] = {}
    turn = 0
    for number, result in results:
        early[number] = result
        while turn in early:
            yield early.pop(turn)
            turn += 1


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started meanwhile takes no notice of Ctrl-C: it ends with the process that started it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _make_others(pipes: "Sequence[tuple[_Pipe, _Pipe]]", prepare: Callable[[], None]) -> NoReturn:
    """Be the process that a crew is made from: prepare, then make one more whenever one is wanted."""
    try:
        for ours, _ in pipes:
            ours.close()
        prepare()
        gc.freeze()  # what is there stays: to look at it would be to copy it
        asked, *rest = [theirs for _, theirs in pipes]
        while True:
            asked.recv_bytes()
            pipe = rest.pop(0)
            if os.fork() == 0:
                for other in (asked, *rest):
                    other.close()
                _serve(pipe)
            pipe.close()
    except EOFError:
        os._exit(0)  # nobody is left who could want one
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _serve(pipe: "_Pipe") -> NoReturn:
    """Do what comes through a pipe until there is nobody at its other end."""
    collect_seldom()
    tasks = SimpleQueue[tuple[Callable[[Any], Any], bytes]]()
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    while True:
        work, packed = tasks.get()
        try:
            answer: tuple[bytes, Exception | None] = (_work_packed(work, packed), None)
        except Exception as error:
            error.add_note(f"in a process that worked for this one:\n{traceback.format_exc()}")
            answer = (b"", error)
        pipe.send(answer)


def _receive(pipe: "_Pipe", tasks: "SimpleQueue[tuple[Callable[[Any], Any], bytes]]") -> None:
    """Take in tasks while others are worked on, so that neither end waits for the other to be read."""
    try:
        while True:
            tasks.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)


def _work_packed(work: Callable[[Any], Any], packed: bytes) -> bytes:
    """Unpack a task as the function declares it, do it, pack what came of it."""
    kind = next(hint for name, hint in get_type_hints(work).items() if name != "return")
    return msgspec.msgpack.encode(work(msgspec.msgpack.decode(packed, type=kind)))
