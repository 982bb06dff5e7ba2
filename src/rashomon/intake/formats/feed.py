"""Saved feeds: RSS 2.0 and 1.0, Atom (RFC 4287); one article an entry."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from rashomon.errors import Unreadable
from rashomon.intake.fields import Fields, find_address, make_document
from rashomon.intake.format import LONGEST_HEAD, Format, Saved
from rashomon.intake.xml import LANG, PROLOGUE, children, html_in, local, parse, text_in, write
from rashomon.model import Basis, Document, Markup

_OPEN = re.compile(rf"{PROLOGUE}(?:rss|feed|RDF)[\s>]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});")
_ABOUT = ("title", "link", "language")  # what a feed says of itself that its entries need
_WHAT = "a feed"


def split_feed(text: str) -> Iterator[str]:
    """Each entry as a feed of its own, with what the feed says of itself.

    Raises Unreadable where it is no well-formed XML, defines entities, or has no entry.
    """
    root, channel, entries = _open(text)
    if not entries:
        raise Unreadable("a feed without entries")
    about = [child for child in channel if local(child) in _ABOUT and len(write(child, _WHAT)) <= LONGEST_HEAD]
    attributes = {name: value for name, value in root.attrib.items() if len(value) <= LONGEST_HEAD}
    for entry in entries:
        piece = Element(root.tag, attributes)
        holder = piece if channel is root else SubElement(piece, channel.tag)
        holder.extend(about)
        (holder if local(root) == "rss" else piece).append(entry)
        entry.tail = None
        yield write(piece, _WHAT)


def read_entry(saved: Saved) -> Document:
    """The article of a feed's only entry.

    Raises Unreadable where it has neither a title nor a text.
    """
    root, channel, (entry,) = _open(saved.text)
    feed = text_in(channel, "title")
    source = next(children(entry, "source"), None)
    publisher = (text_in(source, "title") or (source.text or "").strip() or None) if source is not None else None
    title, body = text_in(entry, "title"), _body(entry)
    if not title and not body:
        raise Unreadable("an entry with neither a title nor a text")
    author = next(children(entry, "author"), None)
    categories = [(child.get("term") or child.text or "").strip() for child in children(entry, "category")]
    fields = Fields(
        title=title,
        url=_address(entry),
        author=text_in(entry, "creator")
        or (text_in(author, "name") or (author.text or "").strip() or None if author is not None else None),
        publisher=publisher or feed,
        labels=tuple(dict.fromkeys(label for label in (publisher or feed, *categories) if label)),
        dates=tuple(dict.fromkeys(date for name in ("pubDate", "published", "date", "updated") if (date := text_in(entry, name)))),
        language=entry.get(LANG) or root.get(LANG) or text_in(channel, "language"),
        through=feed if publisher else None,
    )
    markup = Markup.HTML if _MARKUP.search(body) else Markup.TEXT
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.FEED, body=body, markup=markup)


def _open(text: str) -> tuple[Element, Element, list[Element]]:
    """The root, the element that speaks of the feed, and the entries."""
    root = parse(text, _WHAT)
    channel = next((child for child in root if local(child) == "channel"), root)
    holder = channel if local(root) == "rss" else root
    return root, channel, [child for child in holder if local(child) in ("item", "entry")]


def _body(entry: Element) -> str:
    """A cascade: the whole content, Atom's content, a description or summary."""
    for name in ("encoded", "content", "description", "summary"):
        for child in children(entry, name):
            if body := html_in(child):
                return body
    return ""


def _address(entry: Element) -> str | None:
    places = [link.get("href") or link.text or "" for link in children(entry, "link") if link.get("rel", "alternate") == "alternate"]
    return find_address([*places, *(child.text or "" for child in children(entry, "guid"))])


FORMAT = Format(
    name="feed",
    description="Saved feeds, one article an entry: RSS 2.0, RSS 1.0 and Atom",
    sniffs="begins with the element rss, feed or rdf:RDF, after comments and declarations",
    priority=65,
    sniff=lambda head: _OPEN.match(head) is not None,
    split=split_feed,
    read=read_entry,
)
