"""Who publishes: one TOML file an outlet, found by its name; data, never logic."""

import os
import re
import tomllib
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from rashomon.errors import DataError, UsageError
from rashomon.languages import fold

__all__ = ["CONFIG", "Outlet", "Outlets", "find_outlet", "outlet", "outlets", "outlets_in_force", "read_outlets"]

CONFIG = "RASHOMON_CONFIG"
"""Environment variable that names a project's own configuration; processes that are started inherit it."""

_TABLES = ("outlet", "aliases", "feeds")  # what a configuration may hold; the others are read elsewhere


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


_ALLOWED = ", ".join(Outlet.__struct_fields__[1:])


class Outlets:
    """A set of outlets and the ways to find one of them."""

    def __init__(self, members: Iterable[Outlet], *, first: Container[str] = ()) -> None:
        """first: codes of those that come first where two bear one name or domain."""
        self.members = tuple(sorted(members, key=lambda member: member.code))
        self.by_code = {member.code: member for member in self.members}
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        self._find_url = lru_cache(maxsize=1024)(self._by_url)
        for member in sorted(self.members, key=lambda member: member.code not in first):
            for name in (member.code, *member.all_names()):
                self._by_name.setdefault(_key(name), member)
            for domain in member.domains:
                self._by_domain.setdefault(domain, member)

    def by_url(self, url: str | None) -> Outlet | None:
        """The outlet whose domain, or the longest part of it, the address stands under; paths count (`example.org/zh`)."""
        if not url:
            return None
        site = _SITE.match(url)  # an outlet's addresses share what decides, so that it is looked at once
        return self._find_url(site[0] if site else url)

    def _by_url(self, url: str) -> Outlet | None:
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


_SITE = re.compile(r"https?://[A-Za-z0-9.-]{1,253}/[A-Za-z0-9._-]{1,80}(?![^/])")  # a host and the first part of the path
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


def read_outlets(rows: Mapping[str, Mapping[str, Any]], *, base: Outlets | None = None, place: str = "the configuration") -> Outlets:
    """A project's own outlets, code -> fields as in a file of this folder, before those that come with the package.

    An outlet that the package knows needs only the fields that differ. place: what to name where a row is wrong.
    Raises DataError where a row does not describe an outlet.
    """
    base = base or _builtin()
    own = [_convert(code, fields, base.by_code.get(code), place=place) for code, fields in rows.items()]
    codes = {member.code for member in own}
    return Outlets([*own, *(member for member in base.members if member.code not in codes)], first=codes)


def _convert(code: str, fields: Any, known: Outlet | None, *, place: str) -> Outlet:
    if not isinstance(fields, Mapping):
        raise DataError(f"{place}: outlet.{code} is {fields!r}; it has to be a table [outlet.{code}] of an outlet's fields: {_ALLOWED}")
    try:
        made = msgspec.convert({"code": code, **(msgspec.to_builtins(known) if known else {}), **fields}, Outlet)
    except msgspec.ValidationError as error:
        raise DataError(f"{place}: [outlet.{code}] does not describe an outlet: {error}; its fields are {_ALLOWED}") from error
    for field in ("suffixes", "lines", "tails", "debris"):
        for row in getattr(made, field):
            try:
                re.compile(row)
            except re.error as error:
                raise DataError(f"{place}: [outlet.{code}] {field}: {row!r} is no regular expression: {error}") from error
    try:
        ZoneInfo(made.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise DataError(f"{place}: [outlet.{code}] zone: {made.zone!r} is no IANA time zone; write it like Asia/Shanghai") from error
    return made


def _configured(path: str) -> Outlets:
    try:
        with open(path, "rb") as file:
            tables = tomllib.load(file)
    except OSError as error:
        raise DataError(f"{path}: the configuration can't be opened: {error.strerror}; {CONFIG} or --config names it") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: the configuration is not TOML: {error}") from error
    strange = sorted(set(tables) - set(_TABLES))
    if strange:
        raise DataError(f"{path}: {strange[0]!r} is no table of a configuration; it may hold {', '.join(_TABLES)}")
    rows = tables.get("outlet", {})
    if not isinstance(rows, dict):
        raise DataError(f"{path}: outlet is {rows!r}; it has to be tables [outlet.CODE], one an outlet")
    return read_outlets(rows, place=path)


@cache
def outlets_in_force() -> Outlets:
    """The set that everything asks: the package's outlets and, before them, those of the configuration that RASHOMON_CONFIG names.

    Looked up once a process (`outlets_in_force.cache_clear()` has it looked up again); what is made from it is cached by it.
    Raises DataError where the configuration is wrong.
    """
    path = os.environ.get(CONFIG)
    return _configured(path) if path else _builtin()


def outlets() -> tuple[Outlet, ...]:
    """All outlets in force, by code."""
    return outlets_in_force().members


def outlet(code: str) -> Outlet:
    """The outlet of this code.

    Raises UsageError where there is none.
    """
    found = outlets_in_force().by_code.get(code)
    if found is None:
        raise UsageError(f"no outlet has the code {code!r}; `rashomon outlets` lists them")
    return found


def find_outlet(*, url: str | None = None, name: str | None = None, labels: Iterable[str] = ()) -> Outlet | None:
    """The outlet that an address, else a name, else a label (a category, tag or site name) names."""
    return outlets_in_force().find(url=url, name=name, labels=labels)
