"""HTML to blocks in reading order: paragraphs, headings, list items, rows, captions; what is hidden or not text is left out."""

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rashomon.cleaning.captions import picture_box
from rashomon.cleaning.characters import tidy
from rashomon.cleaning.pages import find_main, is_page
from rashomon.cleaning.taken import note
from rashomon.model import Removed

# Beyond these, no page a person reads: the tree is not built and the tags are cut out line by line (lexbor is quadratic in depth).
MAX_DEPTH = 600
MAX_TAG = 8_000

_BLOCK_NAMES = (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol option p pre section summary table tbody tfoot thead tr ul"
)
_SKIPPED_NAMES = (
    "applet area audio base button canvas datalist dialog embed frame frameset head iframe input ins link map menu meta nav object output "
    "param progress rp rt script select source style svg template textarea title track video"
)
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_BLOCK = frozenset(_BLOCK_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_VOID = frozenset(_VOID_NAMES.split())
_UNSEEN = frozenset(("datalist", "head", "meta", "script", "style", "svg", "template", "title"))  # what they hold was never on the page
_HEADING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_EMBED = re.compile(r"\b(?:twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|reddit-embed)")
_HIDDEN = re.compile(r"(?:display ?: ?none|visibility ?: ?hidden)", re.IGNORECASE)
_SMALL = re.compile(
    r"font-size ?: ?(?:small|x-small|smaller|1[0-3]px|0?\.[5-9]\d?r?em)|color ?: ?(?:#(?:[5-9a-b]{3}){1,2}\b|gr[ae]y)", re.IGNORECASE
)
_CENTRED = re.compile(r"text-align ?: ?center", re.IGNORECASE)
_CAMEL = re.compile(r"([a-z])([A-Z])")
_HINT = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|ing)|social|related|recommend\w*|more-?(?:articles?|stories|news)|newsletter|subscri(?:be|ption)|selfpromo|promo|"
    r"advert\w*|ads?|adsbygoogle|sponsor(?:ed)?|breadcrumbs?|comments?|qr-?code|copyright|podcast|outbrain|taboola|paywall|toolbar|"
    r"pagination|navigation|complementary|dictionary-box|glossary|tooltip|popover|modal|lightbox|health-warning|visually-hidden|sr-only|hashtags?)(?:$|[\s_-])"
)
_PARTING = re.compile(r"</?(?:p|div|br) ?/?>")
_MARKING = re.compile(r"</?(?:b|strong|em|i|span)>")
_OTHER_TAG = re.compile(r"<(?!/?(?:p|div|br) ?/?>|/?(?:b|strong|em|i|span)>)")
_TAG_DEPTH = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*?(/?)>")
_LONG_TAG = re.compile(rf"<[a-zA-Z/!][^<>]{{{MAX_TAG},}}>?")
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
_MARKS = frozenset(("b", "strong", "em", "i"))  # elements that say nothing of what their text is, nor do their attributes
_BARE = frozenset(("img", "br"))  # elements that hold no text, whose attributes say nothing
_PLAIN = frozenset(("p", "div"))
_NAMED = ("class", "id", "role", "aria-labelledby")  # attributes whose values say what an element is for
_ENDS = "。！？!?.…”」』：:"
_LIST = frozenset(("ol", "ul", "menu"))
_TRACKED = frozenset(("a", "blockquote", "figcaption", "figure", "li", "tr", *_HEADING))  # what surrounds a text and says what it is


class Block(msgspec.Struct, frozen=True, gc=False):
    """One paragraph, heading, item, row or caption."""

    text: str
    kind: str = "p"  # p, heading, item, row, quote, slide (words of a gallery), caption, soft (a caption by its place)
    links: tuple[str, ...] = ()
    linked: int = 0  # characters that stand in links


class Page(NamedTuple):
    """What a body holds, in order."""

    blocks: tuple[Block, ...]
    embeds: tuple[str, ...] = ()


def read_text(text: str) -> Page:
    """Blocks of a plain text: one a line."""
    return Page(tuple(Block(line) for raw in text.splitlines() if (line := tidy(raw))))


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
    return _Walk(main, taken).run()


def _read_plain(html: str) -> Page:
    """Blocks of markup that only parts paragraphs and marks words: the same as the tree gives, without building it."""
    parts = _PARTING.split(_MARKING.sub("", html))
    texts = (tidy(unescape(part) if "&" in part else part) for part in parts)
    return Page(tuple(Block(text) for text in texts if text))


def _note_outside(root: LexborNode, main: LexborNode, taken: list[Removed]) -> None:
    """List what stands on a page before and after the part that is the article."""
    inside = {block.text for block in _Walk(main).run().blocks}
    for block in _Walk(root).run().blocks:
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
        elif not closed and tag.lower() not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


@lru_cache(maxsize=4096)  # a site's pages share the names of their elements
def _hint(name: str) -> str | None:
    """The word by which an element's names say that it holds furniture."""
    found = _HINT.search(_CAMEL.sub(r"\1-\2", name).lower())
    return found[0].strip(" _-") if found else None


class _Walk:
    """One pass over the tree. State is what surrounds the current text: link, caption, heading, list item."""

    def __init__(self, root: LexborNode, taken: list[Removed] | None = None) -> None:
        self.root = root
        self.taken = taken
        self.blocks: list[Block] = []
        self.embeds: list[str] = []
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.linked = 0
        self.small = 0
        self.length = 0
        self.inside: dict[str, int] = {}  # tag or role -> how many of it are open
        self.heading = 0  # open headings
        self.lists: list[int | None] = []  # open lists: the number of the next item, None where items bear none
        self.box: int | None = None  # the picture box around the current text
        self.slide = False  # whether that box is a slide of a gallery
        self.after_picture = False
        self.centred = False
        self.styled: set[int] = set()  # open elements whose style makes their text small or grey
        self.sizes: dict[int, int] = {}
        self.total: int | None = None

    def run(self) -> Page:
        path: list[tuple[LexborNode, str]] = []  # the open elements; without their name where nothing is to be closed
        node = self.root.child
        while node is not None or path:
            if node is None:
                parent, name = path.pop()
                if name:
                    self.leave(parent, name)
                node = parent.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                if (text := node.text_content) and (self.pieces or not text.isspace()):
                    self.add(text)
            elif tag in _MARKS:
                path.append((node, ""))
                node = node.child
                continue
            elif tag in _PLAIN and not node.attributes:
                child = node.child
                if child is not None and child.next is None and child.tag == "-text":
                    self.paragraph(child.text_content or "")
                else:
                    self.part()
                    path.append((node, tag))
                    node = child
                    continue
            elif tag and tag[0] not in "-!" and self.enter(node, tag):
                path.append((node, tag))
                node = node.child
                continue
            node = node.next
        self.flush()
        return Page(tuple(self.blocks), tuple(self.embeds))

    def part(self) -> None:
        """The beginning or the end of a block."""
        if self.pieces or self.links:
            self.flush()
        self.centred = False

    def paragraph(self, text: str) -> None:
        """A paragraph that says nothing but its text, as most do: no element to open and close."""
        self.part()
        if text.isspace():
            return
        if self.inside or self.after_picture or self.box is not None:
            self.add(text)
            self.flush()
        elif line := tidy(text):
            self.blocks.append(Block(line))

    def add(self, text: str) -> None:
        self.pieces.append(text)
        if size := len(text.strip()):
            self.length += size
            if self.inside:
                self.linked += size if "a" in self.inside else 0
                self.small += size if "small" in self.inside else 0

    def enter(self, node: LexborNode, tag: str) -> bool:
        """Take note of an element; whether to look inside it."""
        attributes = node.attributes if tag not in _BARE else None
        if tag in _BLOCK:
            if attributes and self.pieces and self.goes_on() and not self.wanted(node, tag, attributes):
                return False  # a box in the middle of a sentence does not part it
            self.part()
            self.centred = tag == "center"
        elif tag in _SKIPPED:
            if self.taken is not None and tag not in _UNSEEN:
                note(self.taken, "element", tag, node.text(deep=True))
            return False
        elif tag in ("img", "picture"):
            self.picture(node)
        elif tag == "noscript":
            if node.css_first("img") is not None:
                self.picture(node)
            return False
        elif tag in ("td", "th") and self.length:
            self.pieces.append("\t")
        if attributes and not self.wanted(node, tag, attributes):
            return False
        if tag in _TRACKED:
            self.inside[tag] = self.inside.get(tag, 0) + 1
            self.heading += tag in _HEADING
            if tag == "li":
                self.number()
        elif tag in _LIST:
            start = (attributes or {}).get("start") or "1"
            self.lists.append((int(start) if start.isdecimal() and len(start) < 6 else 1) if tag == "ol" else None)
        return True

    def number(self) -> None:
        """Open an item with the number that a reader sees before it."""
        if self.lists and (number := self.lists[-1]) is not None:
            self.pieces.append(f"{number}. ")
            self.lists[-1] = number + 1

    def goes_on(self) -> bool:
        """Whether the words before a box are in the middle of a sentence."""
        before = "".join(self.pieces).rstrip()
        return bool(before) and before[-1] not in _ENDS

    def wanted(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        """Whether an element's attributes leave its text in: hidden ones and containers of furniture do not."""
        style = attributes.get("style") or ""
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or (style and _HIDDEN.search(style)):
            if self.taken is not None:
                note(self.taken, "hidden", tag, node.text(deep=True))
            return False
        href = attributes.get("href")
        if href:
            self.links.append(href)
        if tag == "a":
            return True
        if style and _SMALL.search(style):
            self.styled.add(node.mem_id)
            self.inside["small"] = self.inside.get("small", 0) + 1
        if attributes.get("align") == "center" or (style and _CENTRED.search(style)):
            self.centred = True
        names = [(value or "") if key in _NAMED else key for key, value in attributes.items() if key in _NAMED or key.startswith("data-")]
        name = " ".join(names)
        if not name:
            return True
        if tag in ("blockquote", "div") and _EMBED.search(name):
            text = tidy(node.text(deep=True))
            if text:
                self.embeds.append(text)
                note(self.taken, "embed", tag, text)
            return False
        hint = _hint(name)
        if hint is not None and self.minor(node):
            if self.taken is not None:
                note(self.taken, "container", hint, node.text(deep=True))
            return False
        return True

    def minor(self, node: LexborNode) -> bool:
        """Whether an element holds a small part of the text, or links alone: a container of everything is never furniture."""
        if self.total is None:
            self.total = len(self.root.text(deep=True))
        size = len(node.text(deep=True))
        if size < 60 or size < self.total * 0.4:
            return True
        return sum(len(link.text(deep=True)) for link in node.css("a")) > size * 0.7

    def picture(self, node: LexborNode) -> None:
        if not self.inside.get("figure") and self.box is None:
            found = picture_box(node, self.sizes)
            self.box, self.slide = found if found else (None, False)
        self.after_picture = True

    def leave(self, node: LexborNode, tag: str) -> None:
        if tag in _BLOCK:
            self.part()
        if tag in _TRACKED:
            self.close(tag)
            self.heading -= tag in _HEADING
        elif tag in _LIST:
            self.lists.pop()
        if self.styled and node.mem_id in self.styled:
            self.styled.discard(node.mem_id)
            self.close("small")
        if self.box is not None and node.mem_id == self.box:
            self.flush()
            self.box = None

    def close(self, role: str) -> None:
        """Count one less that is open; what is not open is not in `inside`."""
        if self.inside[role] > 1:
            self.inside[role] -= 1
        else:
            del self.inside[role]

    def kind(self, text: str) -> str:
        inside = self.inside
        if not inside and not self.after_picture and self.box is None:
            return "p"
        if inside.get("figure") or inside.get("figcaption"):
            return "caption"
        if self.box is not None and self.slide:
            return "slide"
        if self.after_picture and self.small >= self.length:
            return "caption"
        if self.box is not None or (self.after_picture and self.centred and len(text) <= 100):
            return "soft"
        if self.heading:
            return "heading"
        if inside.get("tr"):
            return "row"
        if inside.get("li"):
            return "item"
        return "quote" if inside.get("blockquote") else "p"

    def flush(self) -> None:
        """Close the current block."""
        if self.length:
            joined = "".join(self.pieces) if len(self.pieces) > 1 else self.pieces[0]
            if "\t" in joined and self.inside.get("tr"):
                text = "\t".join(cell for part in joined.split("\t") if (cell := tidy(part)))
            else:
                text = tidy(joined)
            if text:
                kind = self.kind(text)
                self.blocks.append(Block(text, kind, tuple(self.links), self.linked))
                self.after_picture = self.after_picture and kind in ("caption", "soft") and self.box is not None
            self.linked = self.small = self.length = 0
        self.links.clear()
        self.pieces.clear()
