"""The formats there are: every file of intake/formats/, and what other packages offer as `rashomon.formats`."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from rashomon.errors import DataError
from rashomon.intake import formats as folder
from rashomon.intake.format import Format

GROUP = "rashomon.formats"


def _declared() -> Iterator[tuple[str, object]]:
    for info in iter_modules(folder.__path__, f"{folder.__name__}."):
        yield info.name, getattr(import_module(info.name), "FORMAT", None)
    for point in entry_points(group=GROUP):
        yield f"entry point {point.name}", point.load()


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are asked: by priority, then by name.

    Raises DataError where a module declares no FORMAT or two declare the same name.
    """
    found: dict[str, Format] = {}
    for place, declared in _declared():
        if not isinstance(declared, Format):
            raise DataError(f"{place} declares no format: {declared!r}; it needs FORMAT = Format(...)")
        if declared.name in found:
            raise DataError(f"{place} declares the format {declared.name!r} a second time; names are unique")
        found[declared.name] = declared
    return tuple(sorted(found.values(), key=lambda f: (-f.priority, f.name)))


def find_format(head: str) -> Format | None:
    """The format that a document's first characters show; None where no format knows them."""
    head = head.lstrip()
    return next((format for format in formats() if format.sniff(head)), None)
