"""A file of corrections: JSON lines, only ever added to, so that what was corrected, undone and by whom stays on record."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from rashomon.errors import DataError, UsageError
from rashomon.model import AnyCorrection, Correction, Corrections, Undo

_LINE: msgspec.json.Decoder[AnyCorrection] = msgspec.json.Decoder(AnyCorrection)


def decode_correction(line: str) -> AnyCorrection:
    """A correction from its line. Raises DataError where it is none."""
    try:
        return _LINE.decode(line)
    except msgspec.MsgspecError as error:
        raise DataError(f"{line!r} is no correction: {error}; write it with `rashomon correct`") from error


def read_corrections(file: str) -> Corrections:
    """All corrections of a file, in the order they were made; none where there is no such file yet.

    Raises DataError where a line is none.
    """
    path = Path(file)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(decode_correction(line))
        except DataError as error:
            raise DataError(f"{file}: line {number}: {error}") from error
    return tuple(found)


def add_correction(file: str, correction: Correction) -> int:
    """Write a correction behind those of a file; its number.

    Raises UsageError where it undoes one that isn't there.
    """
    known = read_corrections(file)
    if isinstance(correction, Undo) and not 1 <= correction.undoes <= len(known):
        raise UsageError(f"there is no correction {correction.undoes} in {file!r}; `rashomon correct list` shows what there is")
    with Path(file).open("a", encoding="utf-8") as out:
        out.write(msgspec.json.encode(correction).decode() + "\n")
    return len(known) + 1


def find_undone(corrections: Sequence[Correction]) -> frozenset[int]:
    """Numbers of the corrections that no longer hold; the latest word counts."""
    undone: set[int] = set()
    for number in range(len(corrections), 0, -1):
        correction = corrections[number - 1]
        if isinstance(correction, Undo) and number not in undone:
            undone.add(correction.undoes)
    return frozenset(undone)


def hold_corrections(corrections: Corrections) -> Corrections:
    """The corrections that hold, in the order they were made."""
    undone = find_undone(corrections)
    return tuple(c for number, c in enumerate(corrections, 1) if number not in undone and not isinstance(c, Undo))
