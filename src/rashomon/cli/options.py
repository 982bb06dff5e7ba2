"""Options that every command shares, and the ways results are printed."""

import csv
import gc
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from rashomon import pipeline
from rashomon.accounts import find_missing
from rashomon.batch import Batch, lay_over
from rashomon.cli.console import Watch, print_table, say, tell_inputs
from rashomon.corrections import hold_corrections, read_corrections
from rashomon.errors import DataError, UsageError
from rashomon.outlets import CONFIG, outlets_in_force

REJECTED = 3  # exit code: done, but some inputs were rejected


class Engine(StrEnum):
    """Where the pipeline runs."""

    LOCAL = "local"


def _use_config(context: typer.Context, file: str | None) -> str | None:
    """Put a project's own configuration in force, here and in processes that are started, until the command ends."""
    if file is None or context.resilient_parsing:
        return file
    if not os.path.isfile(file):
        raise UsageError(f"--config {file!r}: no such file; it names a TOML file with a project's own outlets, see docs/outlets.md")
    before = os.environ.get(CONFIG)

    def restore() -> None:
        os.environ.pop(CONFIG, None)
        if before is not None:
            os.environ[CONFIG] = before
        outlets_in_force.cache_clear()

    os.environ[CONFIG] = os.path.abspath(file)
    outlets_in_force.cache_clear()
    context.call_on_close(restore)
    try:
        outlets_in_force()  # what is wrong in it is told before anything is read
    except DataError:
        restore()
        raise
    return file


Config = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", callback=_use_config, is_eager=True, help="TOML file with a project's own outlets."),
]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, @LIST (a file with one path a line), or - for stdin.")
]
ArchiveOption = Annotated[
    str,
    typer.Option(
        "--archive",
        metavar="FILE",
        envvar="RASHOMON_ARCHIVE",
        show_envvar=False,
        help="The archive: a file, or postgresql://USER@HOST/DATABASE; $RASHOMON_ARCHIVE where it is not given.",
    ),
]
ArchiveInstead = Annotated[
    str | None,
    typer.Option("--archive", metavar="FILE", help="An archive in place of PATH...; $RASHOMON_ARCHIVE where neither is given."),
]
PathsOrArchive = Annotated[
    list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders, globs, @LIST (a file with one path a line), or - for stdin.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 takes as many as there are cores.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Where to run; local is the only place so far.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a header line.")]

Corrected = Annotated[
    str | None, typer.Option("--corrections", metavar="FILE", help="People's corrections, as `rashomon correct` writes them.")
]


def read_batch(paths: Sequence[str], *, jobs: int, watch: Watch, corrections: str | None = None) -> Batch:
    """Read the paths and tell people what was rejected; corrections: file of those to lay over the results."""
    if corrections is not None and not os.path.isfile(corrections):
        raise UsageError(f"--corrections {corrections!r}: no such file; `rashomon correct` writes it")
    held = hold_corrections(read_corrections(corrections)) if corrections is not None else ()
    batch = pipeline.read(paths, jobs=jobs, progress=watch)
    tell_inputs(batch.articles, batch.rejected)
    for missing in find_missing(batch.articles, batch.readings, held):
        say(f"note: a correction was passed over: {missing}")
    batch = lay_over(batch, held) if held else batch
    gc.freeze()  # what was read stays until the command ends: the collector need not look at it again
    return batch


Together = Annotated[
    bool, typer.Option("--together", help="All the articles are on one matter: tell them as one story, whatever grouping makes of them.")
]


def choose_archive(paths: Sequence[str] | None, archive: str | None, corrections: str | None, *, together: bool = False) -> str | None:
    """The archive that a command takes in place of paths, or None. Raises UsageError where it is given both, or neither."""
    archive = archive or (None if paths else os.environ.get("RASHOMON_ARCHIVE"))
    if bool(paths) == bool(archive):
        raise UsageError("give PATH..., or --archive FILE in their place")
    if archive and corrections:
        raise UsageError("--corrections are laid over PATH...; an archive keeps its own: `rashomon correct ... --archive FILE`")
    if archive and together:
        raise UsageError("--together goes with PATH...; an archive's stories are made one by `rashomon correct merge ... --archive FILE`")
    return archive


def finish(batch: Batch) -> None:
    """End a command with the exit code that its inputs earn."""
    if batch.rejected:
        raise typer.Exit(REJECTED)


def print_jsonl(rows: Iterable[Any]) -> None:
    """One compact JSON object a line, on stdout."""
    encoder = msgspec.json.Encoder()
    out = sys.stdout.buffer
    for row in rows:
        out.write(encoder.encode(row) + b"\n")
    out.flush()


def print_json(value: Any) -> None:
    """One indented JSON value, on stdout."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")
    sys.stdout.buffer.flush()


def print_rows(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], *, jsonl: bool, as_csv: bool) -> None:
    """Rows in the shape that was asked for; a table where none was."""
    if jsonl:
        print_jsonl({column: row.get(column) for column in columns} for row in rows)
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    else:
        print_table(columns, ([_cell(row.get(column)) for column in columns] for row in rows))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return str(value)
