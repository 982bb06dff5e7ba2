"""HTML to blocks, linear on any input."""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rashomon.cleaning.blocks import Block, Page, read_text
from rashomon.cleaning.characters import tidy
from rashomon.cleaning.elements import VOID
from rashomon.cleaning.pages import find_main, is_page
from rashomon.cleaning.taken import note
from rashomon.cleaning.walk import Walk
from rashomon.model import Removed

# Beyond these, no page a person reads: the tree is not built and the tags are cut out line by line (lexbor is quadratic in depth).
MAX_DEPTH = 600
MAX_TAG = 8_000

_PARTING = re.compile(r"</?(?:p|div|br) ?/?>")
_MARKING = re.compile(r"</?(?:b|strong|em|i|span)>")
_OTHER_TAG = re.compile(r"<(?!/?(?:p|div|br) ?/?>|/?(?:b|strong|em|i|span)>)")
_TAG_DEPTH = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*?(/?)>")
_LONG_TAG = re.compile(rf"<[a-zA-Z/!][^<>]{{{MAX_TAG},}}>?")
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")


def read_html(html: str, taken: list[Removed] | None = None) -> Page:
    """Blocks of an HTML fragment or page; linear on any input. taken: where what is left out is listed."""
    if "\x00" not in html and "\r" not in html and not _OTHER_TAG.search(html):
        return _read_plain(html)
    if len(html) > MAX_TAG:
        html = _LONG_TAG.sub(" ", html)
    if html.count("<") > MAX_DEPTH and _depth(html) > MAX_DEPTH:
        return read_text(_ANY_TAG.sub("\n", _without_comments(html)))
    root = LexborHTMLParser(html).body
    if root is None:
        return Page(())
    main = find_main(root) if is_page(html) else root
    if taken is not None and main.mem_id != root.mem_id:
        _note_outside(root, main, taken)
    return Walk(main, taken).run()


def _read_plain(html: str) -> Page:
    """Blocks of markup that only parts paragraphs and marks words: the same as the tree gives, without building it."""
    parts = _PARTING.split(_MARKING.sub("", html))
    texts = (tidy(unescape(part) if "&" in part else part) for part in parts)
    return Page(tuple(Block(text) for text in texts if text))


def _note_outside(root: LexborNode, main: LexborNode, taken: list[Removed]) -> None:
    """List what stands on a page before and after the part that is the article."""
    inside = {block.text for block in Walk(main).run().blocks}
    for block in Walk(root).run().blocks:
        if block.text not in inside:
            note(taken, "page", "outside the main text", block.text)


def _without_comments(html: str) -> str:
    parts = []
    end = 0
    while (start := html.find("<!--", end)) >= 0 and (close := html.find("-->", start + 4)) >= 0:
        parts.append(html[end:start])
        end = close + 3
    return "".join([*parts, html[end:]])


def _depth(html: str) -> int:
    """An upper bound of how deep the elements nest, as a parser that closes nothing by itself would see it."""
    depth = deepest = 0
    for end, tag, closed in _TAG_DEPTH.findall(html):
        if end:
            depth = max(0, depth - 1)
        elif not closed and tag.lower() not in VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest
