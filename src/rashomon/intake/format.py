"""What a format is: how it is told apart, and how one document of it is read."""

from collections.abc import Callable, Iterator

import msgspec

from rashomon.model import Document

LONGEST_HEAD = 20_000  # characters that each part of a container is given of what holds for all: more would cost their number squared


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What a format is given to read: the decoded text of one document, and where it came from."""

    path: str
    id: str  # the first 16 hex digits of the SHA-256 of the document's bytes
    text: str  # newlines are "\n", no byte order mark
    warnings: tuple[str, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which articles are saved; a file of intake/formats/ or an entry point declares it as FORMAT."""

    name: str
    description: str  # what it is, for the table of formats
    sniffs: str  # how it is told apart, in words
    priority: int  # the highest whose `sniff` says yes reads the document
    sniff: Callable[[str], bool]  # given the first characters, without white space before them; never the file's name
    read: Callable[[Saved], Document]  # raises Unreadable
    split: Callable[[str], Iterator[str]] | None = None  # given a whole text, the documents it holds, each as a text of this format
    lines: bool = False  # each line is a document of its own: the file is streamed, whatever its size
