"""What a database must do for an archive: all else is written once, over any of them."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

import msgspec
from sqlalchemy import Connection, Select

Phrase = tuple[str, ...]
"""Words that stand one after the other, as `split_phrase` gives them."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What a text must hold: of each group one phrase at least."""

    groups: tuple[tuple[Phrase, ...], ...]
    every: bool = True  # False: of any group one phrase


class Indexed(msgspec.Struct, frozen=True, kw_only=True):
    """A text as it is searched."""

    article: int
    title: str
    body: str  # without the title


class Store(Protocol):
    """One database."""

    place: str  # file or address, as people know it; never a password

    def read(self) -> AbstractContextManager[Connection]:
        """A look at the archive as it is at one moment."""

    def write(self) -> AbstractContextManager[Connection]:
        """One change: whole and durable when this ends, as if it had never begun where it fails."""

    def lock(self, wait: float) -> AbstractContextManager[None]:
        """Be the only writer, until this ends or the process does; raises Busy after `wait` seconds."""

    def index(self, connection: Connection, texts: Sequence[Indexed]) -> None:
        """Let texts be found."""

    def drop(self, connection: Connection, texts: Sequence[Indexed]) -> None:
        """Let texts that were indexed be found no more."""

    def find(self, words: Words, *, ranked: bool = True, latest: int | None = None) -> Select[Any]:
        """Articles that hold some words, by number (`article`), and where they are ranked how well they match (`score`).

        latest: only so many of them, those that came last.
        """

    def scrub(self) -> None:
        """Leave nothing of what was deleted in the database's files."""

    def check(self) -> str:
        """ "ok", or what is wrong with the database's files, as far as it can tell."""

    def measure(self) -> int:
        """Bytes that the archive takes."""

    def close(self) -> None:
        """Let go of the database."""
