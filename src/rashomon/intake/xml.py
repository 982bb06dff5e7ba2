"""XML as feeds and agencies save it: read without entities of its own, asked by local names, its markup made HTML."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from html.entities import html5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from rashomon.errors import Unreadable

PROLOGUE = (
    r"(?:\s{1,1000}+|<\?[^>]{0,400}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|<!DOCTYPE\s[^>\[]{0,400}>){0,20}+<(?:[A-Za-z][A-Za-z0-9]{0,20}:)?"
)
"""Pattern of what may stand before the name of the root: declarations, comments, a prefix."""

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse(text: str, what: str) -> Element:
    """The root of a document. what: what it is, for people.

    Raises Unreadable where it is no well-formed XML, or defines entities, which can blow up.
    """
    if "<!ENTITY" in text:
        raise Unreadable(f"{what} that defines entities, which is refused; save it without its <!ENTITY> lines")
    plain = _ENTITY.sub(lambda found: found[0] if found[1] in _XML else html5.get(found[1], found[0]), _NO_XML.sub("", text.strip()))
    try:
        return ElementTree.fromstring(plain)
    except ParseError as error:
        raise Unreadable(f"{what} that is no well-formed XML: {error}; save it again whole") from error


def write(element: Element, what: str) -> str:
    """An element as a document of its own. Raises Unreadable where it nests too deep."""
    try:
        return ElementTree.tostring(element, encoding="unicode")
    except RecursionError as error:
        raise Unreadable(f"{what} whose elements nest too deep to be read") from error


def local(element: Element) -> str:
    """An element's name without its namespace; of a comment or instruction the empty string."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """An element's children of a name."""
    return (child for child in element if local(child) == name) if element is not None else iter(())


def text_of(element: Element | None) -> str | None:
    """The text in an element, markup within it told as text; None where there is none."""
    return "".join(element.itertext()).strip() or None if element is not None else None


def text_in(element: Element | None, name: str) -> str | None:
    """The text of an element's first child of a name."""
    return text_of(next(children(element, name), None))


def html_in(element: Element, names: Mapping[str, str] = {}) -> str:
    """The markup in an element, by the names of HTML; of one without markup its text as it stands. names: other names -> HTML's."""
    if not len(element):
        return (element.text or "").strip()
    for inner in element.iter():
        inner.tag = names.get(name := local(inner), name)  # XHTML without its prefixes
    return (escape(element.text or "") + "".join(ElementTree.tostring(part, encoding="unicode", method="html") for part in element)).strip()
