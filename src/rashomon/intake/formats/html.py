"""Whole pages as a browser or a crawler saved them: fields from JSON-LD, meta elements and the page itself; the body is kept whole."""

import re
from collections.abc import Iterator

import msgspec
from selectolax.lexbor import LexborHTMLParser

from rashomon.intake.fields import Fields, find_address, gather, make_document, role_of
from rashomon.intake.format import Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup

_PROLOGUE = re.compile(r"(?:\s{1,1000}|<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->){0,20}")
_ELEMENT = re.compile(
    r"<(?:!doctype\s{1,20}html|(?:html|head|body|meta|title|p|div|article|section|main|figure|table|h[1-6]|ul|ol|blockquote|header|center|span)\b)",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s{0,20}saved from url=\(\d{1,6}\)(https?://[^\s>]{1,4000}?)\s{0,20}-->", re.IGNORECASE)
_NEWS = re.compile(r"Article|Reportage|BlogPosting|Review")  # schema.org's types of one article; before WebPage, which wraps it
_GRAPH_DEPTH = 4
_TITLE_LENGTH = 300
_WHOLE = 250  # characters of a text that is more than a summary
_PROOF = 24  # characters that stand on the page where the text does


def sniff_page(head: str) -> bool:
    """An element of HTML, after nothing but comments and declarations."""
    start = _PROLOGUE.match(head)
    return _ELEMENT.match(head, start.end() if start else 0) is not None


def read_page(saved: Saved) -> Document:
    """What the page says of itself: JSON-LD before meta elements before what it shows."""
    tree = LexborHTMLParser(saved.text)
    told = [_read_linked_data(tree), _read_meta(tree), _read_elements(tree)]
    unseen = _find_unseen(tree, told[0].text)
    saved_from = _SAVED_FROM.search(saved.text, 0, 10_000)
    fields = Fields(
        title=next((fields.title for fields in told if fields.title), None),
        url=next((fields.url for fields in reversed(told) if fields.url), saved_from[1] if saved_from else None),
        author=next((fields.author for fields in told if fields.author), None),
        publisher=next((fields.publisher for fields in told if fields.publisher), None),
        labels=tuple(dict.fromkeys(label for fields in told for label in fields.labels)),
        dates=tuple(dict.fromkeys(date for fields in told for date in fields.dates)),
        language=next((fields.language for fields in reversed(told) if fields.language), None),
    )
    body, markup = (unseen, tell_markup(unseen, Markup.TEXT)) if unseen else (saved.text, Markup.HTML)
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.PAGE, body=body, markup=markup)


def _find_unseen(tree: LexborHTMLParser, text: str) -> str | None:
    """The article's text as JSON-LD gives it, where the page itself does not hold it: such pages are filled in by a program."""
    if len(text) < _WHOLE or tree.body is None:
        return None
    shown = "".join(tree.body.text(deep=True).split())
    written = "".join(text.split())
    middle = len(written) // 2
    return None if any(written[start : start + _PROOF] in shown for start in (20, middle)) else text


def _read_linked_data(tree: LexborHTMLParser) -> Fields:
    """The article among the page's JSON-LD objects (schema.org)."""
    objects = [found for node in tree.css('script[type="application/ld+json"]') for found in _find_objects(_decode(node.text()))]
    article = next((found for found in objects if _NEWS.search(str(found.get("@type")))), None)
    return gather(article) if article else Fields()


def _decode(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None  # pages often hold broken JSON-LD; the meta elements say the same


def _find_objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > _GRAPH_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _find_objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _find_objects(value.get("@graph"), depth + 1)
        yield from _find_objects(value.get("mainEntity"), depth + 1)


def _read_meta(tree: LexborHTMLParser) -> Fields:
    """OpenGraph, Dublin Core and the like: the last part of a name says what it holds (article:published_time, DC.date)."""
    pairs: dict[str, object] = {}
    for node in tree.css("meta[content]"):
        names = node.attributes
        name = names.get("property") or names.get("name") or names.get("itemprop") or ""
        short = re.split(r"[:.]", name)[-1]
        content = names.get("content")
        if content and not name.lower().startswith("twitter:") and role_of(short) not in (None, "text", "html"):
            pairs.setdefault(short, content)
    return gather(pairs)


def _read_elements(tree: LexborHTMLParser) -> Fields:
    """What the page itself shows: canonical link, heading, title, language, the first time."""
    heading = next((text for node in tree.css("h1, title") if (text := node.text(strip=True)[:_TITLE_LENGTH])), None)
    h1 = next((text for node in tree.css("h1") if (text := node.text(strip=True)[:_TITLE_LENGTH])), None)
    canonical = tree.css_first('link[rel="canonical"]')
    page = tree.css_first("html")
    times = [raw for node in tree.css("time[datetime]") if (raw := node.attributes.get("datetime"))]
    return Fields(
        title=h1 or heading,
        url=find_address([canonical.attributes.get("href") or ""]) if canonical else None,
        language=page.attributes.get("lang") if page else None,
        dates=tuple(times[:1]),
    )


FORMAT = Format(
    name="html",
    description="HTML pages, whole or in part, with the fields they declare in JSON-LD, OpenGraph and meta elements",
    sniffs="begins with an HTML element, after comments and declarations",
    priority=50,
    sniff=sniff_page,
    read=read_page,
)
