"""What was saved, as it was saved: one document of one format, before anything is cleaned."""

from enum import StrEnum

import msgspec


class Markup(StrEnum):
    """How a document's body is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


class Basis(StrEnum):
    """Where a document's publication date was read."""

    FRONT_MATTER = "front matter"
    PAGE = "page"
    FEED = "feed"
    RECORD = "record"
    DATELINE = "dateline"
    URL = "url"
    FILE_NAME = "file name"


# gc=False: values that refer to nothing that could refer back; the collector need not walk them
class Stamp(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A publication date as it stands in a document."""

    raw: str  # the characters as saved
    basis: Basis


class Document(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One document read from a file, a folder or a container; fields hold what the format declares, uncleaned."""

    path: str  # as given by the caller; "#N" names line N (from 1) of a container
    id: str  # the first 16 hex digits of the SHA-256 of its bytes
    format: str  # name of the FORMAT that read it
    title: str | None = None  # raw, with site suffixes and media marks
    url: str | None = None
    author: str | None = None
    publisher: str | None = None  # the outlet, where a field of its own names it (source, 来源, og:site_name); also the first of `labels`
    labels: tuple[str, ...] = ()  # categories, tags, layout and site names: clues to the outlet
    stamps: tuple[Stamp, ...] = ()  # strongest first
    language: str | None = None  # as declared, if at all
    through: str | None = None  # the mirror or aggregator it was saved through, as the document names it
    origin: str | None = None  # address of the original page, where a mirror names one
    body: str = ""
    markup: Markup = Markup.TEXT
    injected: tuple[str, ...] = ()  # lines that a mirror put around and into the body, as they stood
    warnings: tuple[str, ...] = ()  # what was made good in reading it: "broken bytes replaced in 3 places"


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read, and why; counted, never raised."""

    path: str
    reason: str
