"""NewsML-G2 (IPTC): a news item, or a message with several; the text as NITF, XHTML or plain."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rashomon.errors import Unreadable
from rashomon.intake.fields import Fields, find_address, make_document
from rashomon.intake.format import Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.intake.xml import LANG, PROLOGUE, children, html_in, local, parse, text_in, text_of, write
from rashomon.model import Basis, Document, Markup

_OPEN = re.compile(rf"{PROLOGUE}(?:newsItem|newsMessage)[\s>]")
_WHAT = "a NewsML-G2 item"
_USABLE = "usable"  # what may be published, by IPTC's publishing statuses; without one an item may be
_BODIES = ("body.content", "body")  # where NITF and XHTML keep the text, the inner one first
# NITF's names (IPTC, NITF 3.6) for what HTML calls otherwise
_NITF = {"hl1": "h1", "hl2": "h2", "block": "div", "media": "figure", "media-caption": "figcaption", "media-producer": "figcaption"}


def split_message(text: str) -> Iterator[str]:
    """Each news item as a document of its own; packages and other items hold no text.

    Raises Unreadable where it is no well-formed XML, defines entities, or has no news item.
    """
    root = parse(text, _WHAT)
    items = [element for element in root.iter() if local(element) == "newsItem"]
    if not items:
        raise Unreadable("a NewsML-G2 message without a news item")
    for item in items:
        item.tail = None
        yield write(item, _WHAT)


def read_item(saved: Saved) -> Document:
    """The article of a news item.

    Raises Unreadable where it is withdrawn or held back, or has neither a title nor a text.
    """
    item = parse(saved.text, _WHAT)
    about, content = (next(children(item, name), None) for name in ("itemMeta", "contentMeta"))
    for status in children(about, "pubStatus"):
        if (told := _code(status)) != _USABLE:
            raise Unreadable(f"a news item that is not to be published: its pubStatus is {told!r}")
    title, (body, is_html) = text_in(content, "headline") or text_in(about, "title"), _body(item)
    if not title and not body:
        raise Unreadable("a news item with neither a title nor a text")
    publisher = next(map(_name, children(about, "provider")), None)
    dates = (text_in(about, "firstCreated"), text_in(content, "contentCreated"), text_in(about, "versionCreated"))
    sources = [publisher, *map(_name, children(content, "infoSource")), *map(_name, children(content, "subject"))]
    fields = Fields(
        title=title,
        url=find_address([item.get("guid", "")]),
        author=text_in(content, "by") or ", ".join(name for creator in children(content, "creator") if (name := _name(creator))) or None,
        publisher=publisher,
        labels=tuple(dict.fromkeys(label for label in sources if label)),
        dates=tuple(dict.fromkeys(date for date in dates if date)),
        language=next((tag for language in children(content, "language") if (tag := language.get("tag"))), item.get(LANG)),
    )
    markup = Markup.HTML if is_html else tell_markup(body, Markup.TEXT)
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.RECORD, body=body, markup=markup)


def _body(item: Element) -> tuple[str, bool]:
    """The text of the first rendition that has one, and whether it is markup."""
    for holder in children(item, "contentSet"):
        for rendition in holder:
            if local(rendition) == "inlineData":
                return (text_of(rendition) or ""), "html" in rendition.get("contenttype", "")
            if local(rendition) == "inlineXML":
                inner = {local(element): element for element in reversed(list(rendition.iter()))}
                found = next((inner[name] for name in _BODIES if name in inner), rendition)
                return html_in(found, _NITF), True
    return "", False


def _name(element: Element) -> str | None:
    """What a concept is called: its name, else what it says literally, else its code."""
    return text_in(element, "name") or element.get("literal") or _code(element) or None


def _code(element: Element) -> str:
    """The code of a concept without its scheme: `usable` of stat:usable."""
    return element.get("qcode", "").rpartition(":")[2] or element.get("uri", "").rpartition("/")[2]


FORMAT = Format(
    name="newsml",
    description="NewsML-G2 (IPTC): a news item, or a message with several, its text as NITF, XHTML or plain",
    sniffs="begins with the element newsItem or newsMessage, after comments and declarations",
    priority=64,
    sniff=lambda head: _OPEN.match(head) is not None,
    split=split_message,
    read=read_item,
)
