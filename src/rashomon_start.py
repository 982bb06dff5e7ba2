"""How the command `rashomon` starts and ends: Ctrl-C while the program is still loaded is told in a line, as it is later on."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

STOPPED = "rashomon: stopped; what an archive was reported to hold is kept, and the same command again goes on"
FAILED, INTERRUPTED = 1, 130


def start() -> NoReturn:
    """Run the command line, and end with its exit code."""
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # what runs in the background may be told to hear nothing
    if heard:
        signal.signal(signal.SIGINT, _stop)
    from rashomon.cli import main

    if heard:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        main()
        code: int | str | None = 0
    except SystemExit as end:
        code = end.code
    _end(code if isinstance(code, int) else FAILED if code else 0)


def _stop(number: int, frame: FrameType | None) -> None:
    os.write(sys.stderr.fileno(), f"{STOPPED}\n".encode())
    os._exit(INTERRUPTED)


def _end(code: int) -> NoReturn:
    """End at once: Python would take a third of a second to put away value by value what goes with the process."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or FAILED
    os._exit(code)
