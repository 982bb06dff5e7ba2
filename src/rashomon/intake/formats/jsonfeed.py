"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1); one article an item."""

import re
from collections.abc import Iterator

import msgspec

from rashomon.errors import Unreadable
from rashomon.intake.fields import find_address, flatten, gather, make_document
from rashomon.intake.format import LONGEST_HEAD, Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.intake.records import read_json
from rashomon.model import Basis, Document, Markup

_VERSION = re.compile(r'"version"\s{0,20}:\s{0,20}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')
_ABOUT = ("version", "title", "home_page_url", "language", "authors", "author")  # what a feed says of itself that its items need


def split_feed(text: str) -> Iterator[str]:
    """Each item as a feed of its own, with what the feed says of itself.

    Raises Unreadable where it is no JSON object, or has no item.
    """
    feed = _read_feed(text)
    about = {name: feed[name] for name in _ABOUT if name in feed and len(_write(feed[name])) <= LONGEST_HEAD}
    for item in _items(feed):
        yield _write({**about, "items": [item]})


def _write(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except RecursionError as error:
        raise Unreadable("a feed whose values nest too deep to be read") from error


def read_item(saved: Saved) -> Document:
    """The article of a feed's only item. Raises Unreadable where it is no object, or has neither a title nor a text."""
    feed = _read_feed(saved.text)
    item = _items(feed)[0]
    if not isinstance(item, dict):
        raise Unreadable(f"an item that is a JSON {type(item).__name__}, where an object is needed")
    told = gather(item)
    body = told.html or told.text
    if not told.title and not body:
        raise Unreadable("an item with neither a title nor a text")
    about = gather({name: feed.get(name) for name in _ABOUT})
    fields = msgspec.structs.replace(
        told,
        url=find_address([address for name in ("url", "id", "external_url") for address in flatten(item.get(name))]),
        author=told.author or about.author,
        publisher=about.title,
        labels=tuple(dict.fromkeys(label for label in (about.title, *told.labels) if label)),
        language=told.language or about.language,
    )
    markup = Markup.HTML if told.html else tell_markup(body, Markup.TEXT)
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.FEED, body=body, markup=markup)


def _read_feed(text: str) -> dict[str, object]:
    feed = read_json(text)
    if not isinstance(feed, dict):
        raise Unreadable(f"a JSON {type(feed).__name__}, where a feed is an object with items")
    return feed


def _items(feed: dict[str, object]) -> list[object]:
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise Unreadable("a feed without items")
    return items


FORMAT = Format(
    name="jsonfeed",
    description="Saved JSON feeds, one article an item",
    sniffs='begins with an object that soon names its version: "version": "https://jsonfeed.org/version/',
    priority=62,
    sniff=lambda head: head.startswith("{") and _VERSION.search(head) is not None,
    split=split_feed,
    read=read_item,
)
