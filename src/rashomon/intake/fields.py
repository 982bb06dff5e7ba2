"""Named values, as front matter, records, header lines and pages give them, to a document's fields."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import isfinite
from operator import itemgetter

import msgspec

from rashomon.intake.format import Saved
from rashomon.languages import codes, fold, language
from rashomon.model import Basis, Document, Markup, Stamp

Value = str | list["Value"] | dict[str, "Value"]
"""What a field may hold, as written: text, a list, a mapping."""

_DRESS = re.compile(r"[\s_\-]+")
_ADDRESS = re.compile(r"https?://\S[^\n]*", re.IGNORECASE)  # a field is one address to its end: many are saved with spaces in their path
_FILE_DAY = re.compile(r"(?<!\d)(?:19[5-9]|20\d)\d(?P<mark>[-_.]?)(?:0[1-9]|1[0-2])(?P=mark)(?:0[1-9]|[12]\d|3[01])(?!\d)")
_RECORD = re.compile(r"#\d{1,12}$")
_INNER = ("name", "value", "@value", "title", "literal", "content", "@id")  # where a mapping keeps its own name, likeliest first
_NOTHING = ("", "~", "null", "None", "NaN")  # how exports and YAML write that there is none
_LONGEST_NAME = 40  # characters of a field's name


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of one document, raw."""

    title: str | None = None
    text: str = ""
    html: str = ""
    url: str | None = None
    origin: str | None = None
    author: str | None = None
    publisher: str | None = None
    labels: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()  # strongest first
    language: str | None = None
    through: str | None = None


@cache
def _roles() -> dict[str, tuple[int, str]]:
    """Name of a field, undressed, to its rank and role; rank is the row in the languages' tables."""
    rows = [row for code in codes() if (words := language(code)) for row in words.entries("fields") if len(row) > 1]
    roles: dict[str, tuple[int, str]] = {}
    for rank, (name, role, *_) in enumerate(rows):
        roles.setdefault(_undress(name), (rank, role))
    return roles


def _undress(name: str) -> str:
    return _DRESS.sub("", fold(name)).casefold()


@lru_cache(4096)
def _find_role(name: str) -> tuple[int, str] | None:
    return _roles().get(_undress(name)) if len(name) <= _LONGEST_NAME else None


def role_of(name: str) -> str | None:
    """What a field of this name holds: title, text, html, published, modified, url, origin, outlet, author, ...; None where unknown."""
    found = _find_role(name)
    return found[1] if found else None


def gather(pairs: Mapping[str, object]) -> Fields:
    """The fields that named values give; of several names for one field the strongest that holds something wins."""
    found = [(*known, texts) for name, value in pairs.items() if (known := _find_role(name)) and (texts := flatten(value))]
    found.sort(key=itemgetter(0))
    strongest: dict[str, list[str]] = {}
    held: dict[str, list[str]] = {}
    for _, role, texts in found:
        if strongest.setdefault(role, texts) is texts:
            held[role] = texts
        else:
            held[role] = [*held[role], *texts]
    first = {role: texts[0] for role, texts in strongest.items()}
    return Fields(
        title=first.get("title"),
        text=first.get("text") or first.get("summary", ""),
        html=first.get("html", ""),
        url=find_address(held.get("url", ())),
        origin=find_address(held.get("origin", ())),
        author=", ".join(strongest["author"]) if "author" in strongest else None,
        publisher=first.get("outlet"),
        labels=tuple(dict.fromkeys((*held.get("outlet", ()), *held.get("label", ())))),
        dates=tuple(dict.fromkeys((*held.get("published", ()), *held.get("modified", ())))),
        language=first.get("language"),
        through=first.get("through"),
    )


def flatten(value: object, depth: int = 0) -> list[str]:
    """The texts in a value: of a list each, of a mapping the name it bears, of a number its digits."""
    if isinstance(value, str):
        text = value.strip()
        return [] if text in _NOTHING else [text]
    if isinstance(value, list) and depth < 3:
        return [text for item in value for text in flatten(item, depth + 1)]
    if isinstance(value, dict) and depth < 3:
        return next((texts for key in _INNER if (texts := flatten(value.get(key), depth + 1))), [])
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        return [str(int(value) if value == int(value) else value)]
    return []


def find_address(texts: tuple[str, ...] | list[str]) -> str | None:
    """The first web address among texts."""
    return next((found[0] for text in texts if (found := _ADDRESS.match(text.strip()))), None)


def make_document(saved: Saved, fields: Fields, *, format: str, basis: Basis, body: str, markup: Markup) -> Document:
    """A document of what a format found. basis: where its dates were read; the day in the file's name comes last."""
    return Document(
        path=saved.path,
        id=saved.id,
        format=format,
        title=fields.title,
        url=fields.url or fields.origin,
        author=fields.author,
        publisher=fields.publisher,
        labels=fields.labels,
        stamps=(*(Stamp(raw=raw, basis=basis) for raw in fields.dates), *_stamp_name(saved.path)),
        language=fields.language,
        through=fields.through,
        origin=fields.origin,
        body=body,
        markup=markup,
        warnings=saved.warnings,
    )


def _stamp_name(path: str) -> Iterator[Stamp]:
    """The day that a file's name bears; a container's name dates the container, not its records."""
    name = path.rsplit("/", 1)[-1]
    name = name if _RECORD.search(name) else name.rpartition("#")[2]  # of an archive's member, its own
    day = None if _RECORD.search(name) else _FILE_DAY.search(name)
    if day:
        yield Stamp(raw=day[0], basis=Basis.FILE_NAME)
