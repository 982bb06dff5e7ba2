"""Languages are data: one folder a language, found by its code; word lists in .txt, patterns in .toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.errors import DataError
from rashomon.languages.script import fold, in_letters, script_of

__all__ = ["Language", "codes", "fold", "in_letters", "language", "script_of"]


class Language:
    """One language's words and patterns, read from its folder on first use."""

    def __init__(self, code: str, folder: Traversable) -> None:
        self.code = code
        self._folder = folder
        self._words: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._tables: dict[str, Mapping[str, Any]] = {}

    @property
    def spaced(self) -> bool:
        """Whether it sets spaces between its words."""
        return bool(self.table("writing").get("spaced", False))

    def entries(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Rows of `<name>.txt`: tab-separated columns; lines that open with # are comments. () where there is no such list."""
        if name not in self._words:
            file = self._folder / f"{name}.txt"
            lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
            rows = [tuple(line.rstrip().split("\t")) for line in lines if line.strip() and not line.startswith("#")]
            self._words[name] = tuple(rows)
        return self._words[name]

    def words(self, name: str) -> tuple[str, ...]:
        """First column of `<name>.txt`."""
        return tuple(row[0] for row in self.entries(name))

    def table(self, name: str) -> Mapping[str, Any]:
        """Contents of `<name>.toml`; {} where there is no such table.

        Raises DataError where the file is not TOML.
        """
        if name not in self._tables:
            file = self._folder / f"{name}.toml"
            try:
                self._tables[name] = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
            except tomllib.TOMLDecodeError as error:
                raise DataError(f"languages/{self.code}/{name}.toml is not TOML: {error}") from error
        return self._tables[name]


@cache
def codes() -> tuple[str, ...]:
    """Codes of all languages found, sorted."""
    return tuple(sorted(entry.name for entry in files(__name__).iterdir() if entry.is_dir() and (entry / "examples.toml").is_file()))


@cache
def _load(code: str) -> Language:
    return Language(code, files(__name__) / code)


def language(tag: str | None) -> Language | None:
    """The language of a BCP 47 tag ("zh-Hant" -> zh); None where there is no folder for it."""
    code = (tag or "").split("-")[0]
    return _load(code) if code in codes() else None
