"""Lines of a stream of any size, each held alone."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import IO

from rashomon.intake.archives import BROKEN

CHUNK = 2**20  # bytes read at a time


def split_lines(head: bytes, file: IO[bytes], *, limit: int) -> Iterator[bytes | None]:
    """Lines of a stream, without their ends; None for one of more than `limit` bytes, which is passed over without being held.

    head: what was read of it already. May raise one of BROKEN, after the lines before the break.
    """
    pending, overlong = b"", False
    for chunk in chain((head,), _chunks(file)):
        *lines, pending = (pending + chunk).split(b"\n")
        for line in lines:
            yield None if overlong or len(line) > limit else line
            overlong = False
        if len(pending) > limit:
            pending, overlong = b"", True
    if pending or overlong:
        yield None if overlong else pending


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """A stream, CHUNK bytes at a time; what comes before the break of an archive is given before it is raised."""
    read: Callable[[int], bytes] = getattr(file, "read1", file.read)
    while True:
        pieces: list[bytes] = []
        missing = CHUNK
        try:
            while missing and (piece := read(missing)):
                pieces.append(piece)
                missing -= len(piece)
        except BROKEN:
            yield b"".join(pieces)
            raise
        if not pieces:
            return
        yield b"".join(pieces)
