"""Versions of what makes an archive's contents: a digest of the code and the words, so that nobody can forget to count one up."""

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rashomon.outlets import CONFIG

_READ_BY = (".py", ".txt", ".toml")


def reader_version() -> str:
    """Version of all that makes a document's article and reading, a project's own outlets with it."""
    own = os.environ.get(CONFIG)
    return digest_rooms("model", "languages", "outlets", "intake", "cleaning", "reading", beside=Path(own).read_bytes() if own else b"")


def grouper_version() -> str:
    """Version of all that makes stories of articles and readings."""
    return digest_rooms("model", "languages", "stories")


def teller_version() -> str:
    """Version of all that makes a story's account."""
    return digest_rooms("model", "languages", "entities", "lore", "accounts")


@cache
def digest_rooms(*rooms: str, beside: bytes = b"") -> str:
    """16 hex digits over the code and words of some rooms."""
    digest = sha256(beside)
    for room in rooms:
        for name, data in _walk(files("rashomon") / room, room):
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:16]


def _walk(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _walk(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(_READ_BY):
            yield f"{name}/{entry.name}", entry.read_bytes()
