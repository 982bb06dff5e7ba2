"""Saved feeds: RSS 2.0 and 1.0, Atom (RFC 4287); one article an entry."""

import re
from collections.abc import Iterator
from html.entities import html5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from rashomon.errors import Unreadable
from rashomon.intake.fields import Fields, find_address, make_document
from rashomon.intake.format import Format, Saved
from rashomon.model import Basis, Document, Markup

_OPEN = re.compile(
    r"(?:\s{1,1000}+|<\?[^>]{0,400}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|<!DOCTYPE\s[^>\[]{0,400}>){0,20}+"  # declarations, comments
    r"<(?:[A-Za-z][A-Za-z0-9]{0,20}:)?(?:rss|feed|RDF)[\s>]"
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});")
_ABOUT = ("title", "link", "language")  # what a feed says of itself that its entries need
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def split_feed(text: str) -> Iterator[str]:
    """Each entry as a feed of its own, with what the feed says of itself.

    Raises Unreadable where it is no well-formed XML, defines entities, or has no entry.
    """
    root, channel, entries = _open(text)
    if not entries:
        raise Unreadable("a feed without entries")
    about = [child for child in channel if _local(child) in _ABOUT]
    for entry in entries:
        piece = Element(root.tag, root.attrib)
        holder = piece if channel is root else ElementTree.SubElement(piece, channel.tag)
        holder.extend(about)
        (holder if _local(root) == "rss" else piece).append(entry)
        entry.tail = None
        try:
            yield ElementTree.tostring(piece, encoding="unicode")
        except RecursionError as error:
            raise Unreadable("a feed whose elements nest too deep to be read") from error


def read_entry(saved: Saved) -> Document:
    """The article of a feed's only entry.

    Raises Unreadable where it has neither a title nor a text.
    """
    root, channel, (entry,) = _open(saved.text)
    feed = _text(channel, "title")
    source = next((child for child in entry if _local(child) == "source"), None)
    publisher = (_text(source, "title") or (source.text or "").strip() or None) if source is not None else None
    title, body = _text(entry, "title"), _body(entry)
    if not title and not body:
        raise Unreadable("an entry with neither a title nor a text")
    author = next((child for child in entry if _local(child) == "author"), None)
    categories = [(child.get("term") or child.text or "").strip() for child in entry if _local(child) == "category"]
    fields = Fields(
        title=title,
        url=_address(entry),
        author=_text(entry, "creator") or (_text(author, "name") or (author.text or "").strip() or None if author is not None else None),
        publisher=publisher or feed,
        labels=tuple(dict.fromkeys(label for label in (publisher or feed, *categories) if label)),
        dates=tuple(dict.fromkeys(date for name in ("pubDate", "published", "date", "updated") if (date := _text(entry, name)))),
        language=entry.get(_LANG) or root.get(_LANG) or _text(channel, "language"),
        through=feed if publisher else None,
    )
    markup = Markup.HTML if _MARKUP.search(body) else Markup.TEXT
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.FEED, body=body, markup=markup)


def _open(text: str) -> tuple[Element, Element, list[Element]]:
    """The root, the element that speaks of the feed, and the entries."""
    if "<!ENTITY" in text:
        raise Unreadable("a feed that defines entities, which is refused; save it without its <!ENTITY> lines")
    plain = _ENTITY.sub(lambda found: found[0] if found[1] in _XML else html5.get(found[1], found[0]), _NO_XML.sub("", text.strip()))
    try:
        root = ElementTree.fromstring(plain)
    except ParseError as error:
        raise Unreadable(f"a feed that is no well-formed XML: {error}; save it again whole") from error
    channel = next((child for child in root if _local(child) == "channel"), root)
    holder = channel if _local(root) == "rss" else root
    return root, channel, [child for child in holder if _local(child) in ("item", "entry")]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Element | None, name: str) -> str | None:
    """The text of an element's first child of a name, markup within it told as text."""
    found = next((child for child in element if _local(child) == name), None) if element is not None else None
    return "".join(found.itertext()).strip() or None if found is not None else None


def _body(entry: Element) -> str:
    """A cascade: the whole content, Atom's content, a description or summary."""
    for name in ("encoded", "content", "description", "summary"):
        for child in entry:
            if _local(child) != name:
                continue
            for inner in child.iter():
                inner.tag = _local(inner)  # XHTML without its prefixes
            markup = "".join(ElementTree.tostring(part, encoding="unicode", method="html") for part in child)
            if body := (markup or child.text or "").strip():
                return body
    return ""


def _address(entry: Element) -> str | None:
    links = [child for child in entry if _local(child) == "link"]
    places = [link.get("href") or link.text or "" for link in links if link.get("rel", "alternate") == "alternate"]
    return find_address([*places, *(child.text or "" for child in entry if _local(child) == "guid")])


FORMAT = Format(
    name="feed",
    description="Saved feeds, one article an entry: RSS 2.0, RSS 1.0 and Atom",
    sniffs="begins with the element rss, feed or rdf:RDF, after comments and declarations",
    priority=65,
    sniff=lambda head: _OPEN.match(head) is not None,
    split=split_feed,
    read=read_entry,
)
