"""Who publishes: one TOML file an outlet, found by its name; data, never logic."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import msgspec

from rashomon.errors import DataError, UsageError
from rashomon.languages import fold

__all__ = ["Outlet", "Outlets", "find_outlet", "outlet", "outlets", "read_outlets"]


class Outlet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One outlet, as its file in this folder describes it."""

    code: str  # the file's name: "rthk"
    name: str  # for people, in its own script
    names: Mapping[str, tuple[str, ...]] = {}  # BCP 47 tag -> names and short forms
    domains: tuple[str, ...] = ()  # each with all that stands below it
    kind: str  # agency, broadcaster, newspaper, magazine, portal, aggregator
    country: str  # ISO 3166-1 alpha-2 of its seat
    language: str  # BCP 47: what it writes in; of several, the Chinese one
    zone: str  # IANA name: where its 今天 is
    owner: str | None = None
    owner_source: str | None = None  # where the owner can be checked
    state_media: bool | None = None  # owned by a state, a ruling party or a public body of one; None where not known or mixed
    agencies: tuple[str, ...] = ()  # how its dispatches name it: 路透北京1月6日电
    suffixes: tuple[str, ...] = ()  # patterns of what its pages put after a title
    lines: tuple[str, ...] = ()  # patterns of whole lines of its templates, on folded text
    tails: tuple[str, ...] = ()  # patterns of what its templates put at the end of a paragraph, on folded text
    debris: tuple[str, ...] = ()  # patterns of what its templates leave inside sentences, on folded text

    def all_names(self) -> tuple[str, ...]:
        """Every name in every script, the display name first, none twice."""
        return tuple(dict.fromkeys((self.name, *(name for group in self.names.values() for name in group))))


class Outlets:
    """A set of outlets and the ways to find one of them."""

    def __init__(self, members: Iterable[Outlet]) -> None:
        self.members = tuple(sorted(members, key=lambda member: member.code))
        self.by_code = {member.code: member for member in self.members}
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for member in self.members:
            for name in (member.code, *member.all_names()):
                self._by_name.setdefault(_key(name), member)
            for domain in member.domains:
                self._by_domain.setdefault(domain, member)

    def by_url(self, url: str | None) -> Outlet | None:
        """The outlet whose domain, or the longest part of it, the address stands under; paths count (`example.org/zh`)."""
        if not url:
            return None
        try:
            parts = urlsplit(url if "//" in url else f"//{url}")
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return None
        labels = host.split(".")
        first = parts.path.strip("/").split("/")[0]
        for start in range(len(labels) - 1):
            domain = ".".join(labels[start:])
            found = self._by_domain.get(f"{domain}/{first}") or self._by_domain.get(domain)
            if found:
                return found
        return None

    def by_name(self, name: str | None) -> Outlet | None:
        """The outlet that bears exactly this name, or a word of it: "Example 示例网" finds 示例网."""
        if not name:
            return None
        found = self._by_name.get(_key(name))
        if found or len(name) > 60:
            return found
        return next((hit for part in _PARTS.split(name) if _telling(part) and (hit := self._by_name.get(_key(part)))), None)

    def find(self, *, url: str | None = None, name: str | None = None, labels: Iterable[str] = ()) -> Outlet | None:
        """The address decides, then the name, then the first label that names an outlet."""
        return self.by_url(url) or self.by_name(name) or next((hit for label in labels if (hit := self.by_name(label))), None)


_PARTS = re.compile(r"[\s|/_·,，、()（）-]+")


def _telling(part: str) -> bool:
    """Whether a word of a label can name an outlet: "RT" in "RT staff" or "AP" in "AP photo" may be anything."""
    return len(part) > (3 if part.isascii() else 1)


def _key(name: str) -> str:
    return fold(name).replace(" ", "").lower()


def _parse(text: str, *, code: str) -> Outlet:
    try:
        return msgspec.convert({"code": code, **tomllib.loads(text)}, Outlet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"outlets/{code}.toml does not describe an outlet: {error}") from error


@cache
def _builtin() -> Outlets:
    found = [entry for entry in files(__name__).iterdir() if entry.name.endswith(".toml")]
    return Outlets(_parse(entry.read_text(encoding="utf-8"), code=entry.name.removesuffix(".toml")) for entry in found)


def read_outlets(rows: Mapping[str, Mapping[str, Any]], *, base: Outlets | None = None) -> Outlets:
    """A project's own outlets, code -> fields as in a file of this folder, before those that come with the package.

    Raises DataError where a row does not describe an outlet.
    """
    base = base or _builtin()
    try:
        own = [msgspec.convert({"code": code, **fields}, Outlet) for code, fields in rows.items()]
    except msgspec.ValidationError as error:
        raise DataError(f"an outlet of the configuration is not of the agreed shape: {error}; see docs/outlets.md") from error
    codes = {member.code for member in own}
    return Outlets([*own, *(member for member in base.members if member.code not in codes)])


def outlets() -> tuple[Outlet, ...]:
    """All outlets that come with the package, by code."""
    return _builtin().members


def outlet(code: str) -> Outlet:
    """The outlet of this code.

    Raises UsageError where there is none.
    """
    found = _builtin().by_code.get(code)
    if found is None:
        raise UsageError(f"no outlet has the code {code!r}; `rashomon outlets` lists them")
    return found


def find_outlet(*, url: str | None = None, name: str | None = None, labels: Iterable[str] = ()) -> Outlet | None:
    """The outlet that an address, else a name, else a label (a category, tag or site name) names."""
    return _builtin().find(url=url, name=name, labels=labels)
