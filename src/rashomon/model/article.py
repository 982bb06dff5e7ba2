"""One publication by one outlet, cleaned."""

import msgspec

from rashomon.model.document import Basis
from rashomon.model.instants import read_instant

Span = tuple[int, int]
"""[start, end) in an article's text, counted in code points."""


class Dateline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The place, day, agency and reporter that open a dispatch; parsed, then kept out of the text."""

    place: str | None = None
    date: str | None = None  # ISO 8601 day
    agency: str | None = None
    reporter: str | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One publication by one outlet, cleaned: a pure function of its document and the outlets' data."""

    path: str
    document: str  # id of the document
    article: str  # id: hash of the canonical url, else of the main block
    version: int = 1  # 1 is the first text seen of this article
    outlet: str | None  # the outlet's name for people, in its own script; where it is unknown, as the document gives it
    outlet_code: str | None = None  # its code in outlets/ ("rthk")
    through: str | None = None
    url: str | None = None
    title: str
    author: str | None = None
    published: str | None = None  # ISO 8601, with offset; a day alone where no time is known
    published_raw: str | None = None
    published_basis: Basis | None = None
    written: str | None = None  # ISO 8601 day, where url or text plainly dates the article earlier (a re-post)
    zone: str | None = None  # IANA name of the outlet's zone: expressions of time resolve in it
    language: str | None = None  # BCP 47: zh-Hans, zh-Hant, en
    format: str
    dateline: Dateline | None = None
    text: str  # paragraphs by line; the first line is the title
    sentences: tuple[Span, ...] = ()  # the first is the title
    captions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    embeds: tuple[str, ...] = ()  # posts of others that the page embeds, kept apart
    credits: tuple[str, ...] = ()  # who supplied, translated or edited it, as the page's end says: (路透社), 編輯：…
    furniture: tuple[Span, ...] = ()  # spans that Lore knows to recur across the outlet's articles; readers skip them
    warnings: tuple[str, ...] = ()  # what was missing and how it was made good: "no date", "no title: the file's name stands for it"

    @property
    def instant(self) -> float | None:
        """When it was published, in seconds since the epoch, so that dates written with different offsets compare; None where unknown.

        What names no offset, as a day alone, is taken in the outlet's zone, else in UTC; a day counts from its midnight.
        """
        return read_instant(self.published, self.zone) if self.published else None


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stood on the page and is not of the article's text."""

    kind: str  # what it was: hidden, container, line, tail, links, related, credit, byline, dateline, caption, title, embed, recurring, ...
    rule: str  # by what it was told: "zh lines 12" is the twelfth pattern of lines in languages/zh/furniture.toml
    text: str  # on one line


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """An article, and all that was taken out to make it, in the order in which it was."""

    article: Article
    removed: tuple[Removed, ...]
