"""The words of one step, taken from a language's table in the shapes that the step asks for."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from rashomon.errors import DataError
from rashomon.languages import Language, fold

T = TypeVar("T", bound=msgspec.Struct)

_SHAPES: dict[Any, Any] = {
    str: lambda words: words,  # one word, or characters
    frozenset[str]: frozenset,
    tuple[str, ...]: lambda words: tuple(sorted(words, key=lambda word: (-len(word), word))),  # the longest first
    dict[str, str]: dict,
}


@cache
def wording(kind: type[T], language: Language, table: str) -> T:
    """The words that the fields of `kind` name, folded, from `[<kind's name in small letters>]` of a language's table.

    Fields are str, frozenset[str], tuple[str, ...] or dict[str, str]; they are empty where the language has no such table. Raises DataError
    where it has one that lacks a field or has a word for none.
    """
    fields = get_type_hints(kind)
    section = language.table(table).get(kind.__name__.lower())
    if section is None:
        return kind(**{name: shape() for name, shape in fields.items()})
    if section.keys() != fields.keys():
        odd = sorted(section.keys() ^ fields.keys())
        raise DataError(f"languages/{language.code}/{table}.toml: [{kind.__name__.lower()}] and what reads it differ in {odd!r}")
    return kind(**{name: _SHAPES[shape](_folded(section[name])) for name, shape in fields.items()})


def _folded(words: Any) -> Any:
    if isinstance(words, str):
        return fold(words)
    if isinstance(words, Mapping):
        return {fold(word): fold(value) for word, value in words.items()}
    return [fold(word) for word in words]
