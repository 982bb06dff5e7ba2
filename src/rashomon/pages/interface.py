"""The interface's own words, in each of its languages: data in words/."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel.dates import format_skeleton

from rashomon.errors import UsageError

INTERFACES = ("zh-Hans", "zh-Hant", "en")


class Interface:
    """One language of the interface."""

    def __init__(self, code: str, words: Mapping[str, Any]) -> None:
        self.code = code
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        """Words for a key ("timeline", "measure.killed"); the key itself where there are none."""
        found: Any = self._words
        for part in key.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, str):
            return key.rpartition(".")[2].replace("_", " ")
        return found.format_map(_Blank(values)) if values else found

    def count(self, low: int | None, high: int | None) -> str:
        """A count for people: 18, 200–250, 1,000+, <200."""
        if low is None:
            return f"<{high:,}" if high is not None else "?"
        if high is None:
            return f"{low:,}+"
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"

    def day(self, stamp: str | None) -> str:
        """An ISO 8601 date or date and time, its day worded: 1月6日, 6 Jan."""
        if not stamp or len(stamp) < 10:
            return stamp or self("unknown")
        return _day(date.fromisoformat(stamp[:10]), self.code)

    def why(self, why: Mapping[str, str | int | None]) -> str:
        """A relation's reason, in words; "" where the interface has none for its code."""
        code = f"why.{why.get('code')}"
        words = self(code, **{key: self._value(key, value) for key, value in why.items()})
        return "" if words == code.rpartition(".")[2].replace("_", " ") else words

    def _value(self, key: str, value: str | int | None) -> str:
        if value is None:
            return self("unknown")
        if key in ("measure", "group", "scope"):
            return self(f"{key}.{value}")
        if key.endswith(("day", "as_of", "date")):
            return self.day(str(value))
        return str(value)


class _Blank(dict[str, object]):
    """A value that a sentence asks for and nobody gave is left blank."""

    def __missing__(self, key: str) -> str:
        return ""


@lru_cache(maxsize=4096)
def _day(day: date, code: str) -> str:
    worded: str = format_skeleton("MMMd", day, locale=code.replace("-", "_"))
    return worded


@cache
def interface(code: str) -> Interface:
    """The interface in a language.

    Raises UsageError where there is none in that language.
    """
    if code not in INTERFACES:
        raise UsageError(f"interface language {code!r} is not known; allowed: {', '.join(INTERFACES)}")
    file = files(__package__) / "words" / f"{code}.toml"
    return Interface(code, tomllib.loads(file.read_text(encoding="utf-8")))
