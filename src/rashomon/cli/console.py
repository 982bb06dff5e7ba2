"""What people see while a command runs: progress and messages on stderr, results on stdout."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table

from rashomon.model import Article, Rejected

STEPS = {
    "read": "reading",
    "group": "grouping",
    "tell": "telling",
    "write": "writing",
    "store": "storing",
    "refresh": "reading anew",
    "copy": "copying",
    "scrub": "clearing the file",
}
SHOWN = 20  # rejections and warnings listed one by one; the rest are counted


class Watch(AbstractContextManager["Watch"]):
    """Progress of long work: a bar on a terminal, a line every tenth elsewhere."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._bars = Bars(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=self.console, transient=True
        )
        self._tasks: dict[str, int] = {}
        self._tenths: dict[str, int] = {}

    def __enter__(self) -> "Watch":
        if self.console.is_terminal:
            self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.console.is_terminal:
            self._bars.stop()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Take the progress of a step."""
        name = STEPS.get(step, step)
        if self.console.is_terminal:
            if step not in self._tasks:
                self._tasks[step] = self._bars.add_task(name, total=total)
            self._bars.update(self._tasks[step], completed=done, total=total)  # type: ignore[arg-type]
            return
        tenth = 10 * done // total if total else 10
        if total >= 1000 and tenth > self._tenths.get(step, 0):
            self._tenths[step] = tenth
            say(f"{name}: {done:,} of {total:,}")


def say(message: str) -> None:
    """One line for people, on stderr."""
    print(message, file=sys.stderr, flush=True)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 article, 1,200 articles."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def tell_inputs(articles: Sequence[Article], rejected: Sequence[Rejected]) -> None:
    """List what was rejected or lacked something, then the count."""
    list_lines([f"rejected: {r.path}: {r.reason}" for r in rejected], "more rejected")
    list_lines([f"note: {a.path}: {warning}" for a in articles for warning in a.warnings], "more notes")
    say(f"read {count(len(articles), 'article')}, rejected {len(rejected):,}")


def list_lines(lines: Sequence[str], rest: str) -> None:
    """The first lines of many, and how many more there are."""
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(f"... and {len(lines) - SHOWN:,} {rest}")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table for people, on stdout."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, width=200)
    console.print(table)
