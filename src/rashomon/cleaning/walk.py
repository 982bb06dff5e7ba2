"""One pass over a tree of HTML: its blocks in reading order; what is hidden or not text is left out."""

from selectolax.lexbor import LexborNode

from rashomon.cleaning.blocks import Block, Page
from rashomon.cleaning.captions import picture_box
from rashomon.cleaning.characters import tidy
from rashomon.cleaning.elements import (
    BARE,
    BLOCK,
    CENTRED,
    EMBED,
    HEADING,
    HIDDEN,
    LIST,
    MARKS,
    NAMED,
    PLAIN,
    SKIPPED,
    SMALL,
    TRACKED,
    UNSEEN,
    find_hint,
)
from rashomon.cleaning.taken import note
from rashomon.model import Removed

_ENDS = "。！？!?.…”」』：:"


class Walk:
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
            elif tag in MARKS:
                path.append((node, ""))
                node = node.child
                continue
            elif tag in PLAIN and not node.attributes:
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
        attributes = node.attributes if tag not in BARE else None
        if tag in BLOCK:
            if attributes and self.pieces and self.goes_on() and not self.wanted(node, tag, attributes):
                return False  # a box in the middle of a sentence does not part it
            self.part()
            self.centred = tag == "center"
        elif tag in SKIPPED:
            if self.taken is not None and tag not in UNSEEN:
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
        if tag in TRACKED:
            self.inside[tag] = self.inside.get(tag, 0) + 1
            self.heading += tag in HEADING
            if tag == "li":
                self.number()
        elif tag in LIST:
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
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or (style and HIDDEN.search(style)):
            if self.taken is not None:
                note(self.taken, "hidden", tag, node.text(deep=True))
            return False
        href = attributes.get("href")
        if href:
            self.links.append(href)
        if tag == "a":
            return True
        if style and SMALL.search(style):
            self.styled.add(node.mem_id)
            self.inside["small"] = self.inside.get("small", 0) + 1
        if attributes.get("align") == "center" or (style and CENTRED.search(style)):
            self.centred = True
        names = [(value or "") if key in NAMED else key for key, value in attributes.items() if key in NAMED or key.startswith("data-")]
        name = " ".join(names)
        if not name:
            return True
        if tag in ("blockquote", "div") and EMBED.search(name):
            text = tidy(node.text(deep=True))
            if text:
                self.embeds.append(text)
                note(self.taken, "embed", tag, text)
            return False
        hint = find_hint(name)
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
        if tag in BLOCK:
            self.part()
        if tag in TRACKED:
            self.close(tag)
            self.heading -= tag in HEADING
        elif tag in LIST:
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
