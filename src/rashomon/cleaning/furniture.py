"""What is on the page and not of the article: lines, tails and lists of links that templates put there."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from rashomon.cleaning.blocks import Block
from rashomon.cleaning.bylines import is_ending
from rashomon.cleaning.characters import shade
from rashomon.cleaning.rows import Found, Group, Pattern, Row, Rows
from rashomon.cleaning.taken import note
from rashomon.languages import codes, fold, language
from rashomon.model import Removed
from rashomon.outlets import Outlet, Outlets, outlets_in_force

MAX_LINE = 420  # code points; no line that templates share is longer
MAX_OWN_LINE = 420
MAX_CAPTION = 220
MAX_HEADING = 80  # of a heading that announces other articles
MAX_CREDIT = 60
MAX_HEADLINE = 60  # of another article's, where it stands under such a heading without a link
_LAST = 8  # lines at the end that sign a page
_OPENING = 3  # blocks before the text in which a credit names its reporter
MAX_PARAGRAPH = 100_000  # looked through for what templates leave inside sentences
MAX_TAIL = 160
_LINKED = 0.8  # a line of which this share stands in links is a list of links, not a sentence
_BULLETS = ("•", "·", "‧", "▪", "▶", "►", "»", "→", "◎")
_TAIL_ENDS = tuple(")）】]0123456789")
_SENTENCE = re.compile(r"[。！？!?]|\.\s")

_STOPS = tuple("。！？!?…”」』：:；;，,.")
_TITLED = re.compile(r"[:：—–] ?\S")
_SOURCE = re.compile(r"(?:消息|新闻|文章|资料)?来源 ?:|\(?(?:责任编辑|责编|编辑|编译|译者|记者|作者|撰文)[:/ ]")
_NAMED = re.compile(r"[:/ ]\s*\S|by \S")  # a tail that names someone, not the mark of the end

_LINES = ("own", "lines")
_KINDS = (*_LINES, "related", "credits", "captions")
_BESIDE = ("caption", "soft")  # kinds of blocks that stand beside the text
_BRACKETS = frozenset("(（")
_NAMES = re.compile(r"\([^()。!?,:;—\d]{2,40}\)")  # at the very end: who supplied the text


Tails = tuple[tuple[str, re.Pattern[str]], ...]


Line = tuple[int, Block, Pattern | None]
"""A block with its number before it and what it is by a pattern."""


class Cut(NamedTuple):
    """What is left of the blocks, and the credits that were among the furniture."""

    blocks: tuple[Block, ...]
    credits: tuple[str, ...]
    opening: str | None = None  # the credit that stood before the text


def _rows(name: str) -> list[Row]:
    """A group's patterns of every language, each with where it stands: "zh lines 3"."""
    return [
        Row(f"{code} {name} {number}", source)
        for code in codes()
        if (spoken := language(code))
        for number, source in enumerate(spoken.table("furniture").get(name, ()), 1)
    ]


def _own(known: Outlets, field: str) -> list[Row]:
    """Patterns that hold for one outlet each."""
    return [
        Row(f"{one.code} {field} {number}", source, one.code)
        for one in known.members
        for number, source in enumerate(getattr(one, field), 1)
    ]


@cache
def _patterns(known: Outlets) -> Rows:
    """All patterns of lines: those of the languages and those of the outlets."""
    media = sorted(
        {fold(name) for one in known.members if one.kind != "aggregator" for name in one.all_names()}, key=lambda name: (-len(name), name)
    )
    names = "|".join(map(re.escape, media))
    return Rows(
        {
            "own": Group(_own(known, "lines"), MAX_OWN_LINE, unannounced=MAX_OWN_LINE),
            "lines": Group(_rows("lines"), MAX_LINE),
            "related": Group(_rows("related"), MAX_HEADING),
            "credits": Group([row._replace(source=row.source.replace("{media}", names)) for row in _rows("credits")], MAX_CREDIT),
            "captions": Group(_rows("captions"), MAX_CAPTION),
            "debris": Group(_own(known, "debris"), MAX_PARAGRAPH, inside=True),
        }
    )


@cache
def _tails(known: Outlets, code: str | None) -> Tails:
    """Patterns of what ends a paragraph, the outlet's own first."""
    own = [row for row in _own(known, "tails") if row.code == code]
    return tuple((row.rule, re.compile(rf"(?:{row.source})\s*$")) for row in (*own, *_rows("tails")))


def cut_furniture(blocks: Sequence[Block], outlet: Outlet | None, taken: list[Removed] | None = None) -> Cut:
    """Blocks without furniture, and the credits that were among it; what is in doubt stays. taken: where what goes is listed."""
    known, code = outlets_in_force(), outlet.code if outlet else None
    tails = _tails(known, code)
    blocks, found = _without_debris(blocks, _patterns(known), code, taken)
    credits: list[str] = []
    clear = _without_lines(blocks, found, credits, taken)
    first = next(
        (number for number, block, pattern in clear if block.kind not in _BESIDE and not (pattern and pattern.group == "credits")), 0
    )
    last = len(clear) - 1
    while last >= 0 and clear[last][1].kind in _BESIDE:
        last -= 1
    kept: list[Block] = []
    announced: Pattern | None = None  # the heading that has announced other articles
    bare = False  # it names none itself: their headlines follow, linked or not
    for place, (number, block, pattern) in enumerate(clear):
        if block.kind in _BESIDE:
            kept.append(block)
            continue
        if announced and (block.kind == "slide" or (block.linked and _list_of_links(block)) or (bare and _is_headline(block.text))):
            note(taken, "links", announced.rule, block.text)
            continue
        announced, bare = None, False
        if block.text.endswith(_TAIL_ENDS):
            shorter = _without_tails(block, tails, credits, taken)
            if shorter is not block:
                pattern = _match(found, number, shorter.text)
            block = shorter
        group = pattern.group if pattern else None
        rule = pattern.rule if pattern else "names at the end"
        if group == "related":
            announced, bare = pattern, _TITLED.search(block.text) is None
            note(taken, "related", rule, block.text)
        elif group in _LINES:
            note(taken, "line", rule, block.text)
        elif group == "credits" or (place >= last and _names_alone(block.text)):
            credits.append(block.text)
            note(taken, "credit", rule, block.text)
        elif block.text:
            kept.append(replace(block, kind="caption") if group == "captions" else block)
    _drop_endings(kept, credits, taken)
    _drop_headings(kept, taken)
    opening = next((block.text for block in blocks[: min(first, _OPENING)] if block.text in credits), None)
    return Cut(tuple(kept), tuple(credits), opening)


def _match(found: Found, number: int, text: str) -> Pattern | None:
    """What a line is by a pattern. A paragraph that ends like a sentence is neither a heading nor a credit; a caption may."""
    if not text:
        return None
    return found.match(_LINES if text.endswith("。") and text[0] not in "图圖▲△" else _KINDS, number, text)


def _names_alone(text: str) -> bool:
    """Whether a last line is nothing but names in brackets."""
    return text[:1] in _BRACKETS and _NAMES.fullmatch(shade(text)) is not None


def _is_headline(text: str) -> bool:
    return len(text) <= MAX_HEADLINE and not text.endswith(_STOPS)


def _drop_endings(kept: list[Block], credits: list[str], taken: list[Removed] | None) -> None:
    """Take away the lines that sign a page, from its last one upwards; something that is told stays."""
    for place in range(len(kept) - 1, max(0, len(kept) - 1 - _LAST), -1):
        block = kept[place]
        if block.kind in _BESIDE:
            continue
        if not is_ending(block.text) or not any(len(other.text) > len(block.text) for other in kept[:place] if other.kind not in _BESIDE):
            return
        note(taken, "credit", "signs the page", block.text)
        credits.append(kept.pop(place).text)


def _drop_headings(kept: list[Block], taken: list[Removed] | None) -> None:
    """Take away headings at the end, whose lists or players are gone; an article that is nothing but headings keeps them."""
    if not any(block.kind not in ("heading", "caption", "soft") for block in kept):
        return
    for place in range(len(kept) - 1, -1, -1):
        if kept[place].kind == "heading" and len(kept[place].text) <= MAX_HEADING:
            note(taken, "heading", "nothing stands under it", kept.pop(place).text)
        elif kept[place].kind not in ("caption", "soft"):
            return


def _without_lines(blocks: Sequence[Block], found: Found, credits: list[str], taken: list[Removed] | None) -> list[Line]:
    """Blocks without whole lines of templates and without lists of links."""
    listed = _listed(blocks)
    likely, reach = found.likely, found.table.reach
    kept = []
    for number, block in enumerate(blocks):
        text = block.text
        if number in listed:
            note(taken, "links", "a list of links", text)
            continue
        pattern = _match(found, number, text) if number in likely or len(text) <= reach else None
        if pattern is None or pattern.group not in _LINES:
            kept.append((number, block, pattern))
            continue
        note(taken, "line", pattern.rule, text)
        if _SOURCE.match(shade(text)):
            credits.append(text)
    return kept


def _without_debris(blocks: Sequence[Block], rows: Rows, code: str | None, taken: list[Removed] | None) -> tuple[Sequence[Block], Found]:
    """Blocks without what their outlet's templates leave inside sentences, and the patterns that may match what is left."""
    texts = [block.text for block in blocks]
    joined = "\n".join(texts)
    if "**" in joined:
        texts = [text.strip("* ") if text.startswith("**") and text.endswith("**") else text for text in texts]
        blocks = [replace(block, text=text) for block, text in zip(blocks, texts, strict=True)]
        joined = "\n".join(texts)
    found = rows.find(texts, joined, code)
    marked = found.marked("debris", len(texts))
    if not marked:
        return blocks, found
    blocks = list(blocks)
    for number, patterns in marked.items():
        text = texts[number]
        for pattern in patterns:
            for match in reversed(list(pattern.expression.finditer(shade(text)))):
                note(taken, "debris", pattern.rule, text[match.start() : match.end()])
                text = text[: match.start()] + text[match.end() :]
        texts[number] = text
        blocks[number] = replace(blocks[number], text=text)
    return blocks, rows.find(texts, "\n".join(texts), code)


def _without_tails(block: Block, tails: Tails, credits: list[str], taken: list[Removed] | None) -> Block:
    """A block without what its end names: editors, the mark of the end, an editor's day."""
    text = block.text
    for _ in range(4):
        if not text.endswith(_TAIL_ENDS):
            break
        start = max(0, len(text) - MAX_TAIL)
        shadow = shade(text[start:])
        match, rule = next(((match, rule) for rule, tail in tails if (match := tail.search(shadow))), (None, ""))
        if match is None:
            break
        note(taken, "tail", rule, text[start + match.start() :].strip())
        if _NAMED.search(match[0]):
            credits.append(text[start + match.start() :].strip())
        text = text[: start + match.start()].rstrip()
    return block if text is block.text else replace(block, text=text)


def _list_of_links(block: Block) -> bool:
    """Whether a block is one of a list of links: nearly all of it stands in links, and it is no sentence."""
    text = block.text.lstrip("".join(_BULLETS))
    size = len(text) - text.count(" ")
    return block.linked >= _LINKED * size and (_is_item(block) or block.kind == "heading" or not _SENTENCE.search(block.text))


def _is_item(block: Block) -> bool:
    return block.kind in ("item", "row") or block.text.startswith(_BULLETS)


def _listed(blocks: Sequence[Block]) -> frozenset[int]:
    """Places of the blocks that are lists of links to other pages.

    A line of links alone before a paragraph is a heading and stays; so do the lists where they are most of what there is.
    """
    if not any(block.linked for block in blocks):
        return frozenset()
    links = [block.linked > 0 and _list_of_links(block) for block in blocks]
    size = sum(len(block.text) for block in blocks)
    if 2 * sum(len(block.text) for block, link in zip(blocks, links, strict=True) if link) > size:
        return frozenset()
    beside = [False, *links, False]
    last = max((number for number, link in enumerate(links) if not link), default=0)
    return frozenset(
        number
        for number, link in enumerate(links)
        if link and (beside[number] or beside[number + 2] or number > last or _is_item(blocks[number]))
    )
