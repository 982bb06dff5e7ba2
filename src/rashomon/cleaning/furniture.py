"""What is on the page and not of the article: lines, tails and lists of links that templates put there."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.cleaning.blocks import Block
from rashomon.cleaning.characters import shade
from rashomon.languages import codes, fold, language
from rashomon.outlets import Outlet, outlets

MAX_LINE = 240  # code points; no line that templates share is longer
MAX_OWN_LINE = 420  # an outlet's own appeals are
MAX_CAPTION = 220
MAX_TAIL = 160
_LINKED = 0.8  # a line of which this share stands in links is a list of links, not a sentence
_BULLETS = ("•", "·", "‧", "▪", "▶", "►", "»", "→", "◎")
_TAIL_ENDS = tuple(")）】]0123456789")
_SENTENCE = re.compile(r"[。！？!?]|\.\s")

_SOURCE = re.compile(r"(?:消息|新闻|文章|资料)?来源 ?:|\(?(?:责任编辑|责编|编辑|编译|译者|记者|作者|撰文)[:/]")
_NAMED = re.compile(r"[:/ ]\s*\S|by \S")  # a tail that names someone, not the mark of the end

_NAMES = re.compile(r"\([^()。!?,:;—\d]{2,40}\)")  # at the very end: who supplied the text


class Cut(NamedTuple):
    """What is left of the blocks, and the credits that were among the furniture."""

    blocks: tuple[Block, ...]
    credits: tuple[str, ...]


class _Patterns(NamedTuple):
    line: re.Pattern[str]
    tail: re.Pattern[str]
    related: re.Pattern[str]
    credit: re.Pattern[str]
    caption: re.Pattern[str]


def _rows(name: str) -> list[str]:
    return [row for code in codes() if (spoken := language(code)) for row in spoken.table("furniture").get(name, ())]


@cache
def _general() -> _Patterns:
    media = sorted(
        {fold(name) for one in outlets() if one.kind != "aggregator" for name in one.all_names()}, key=lambda name: (-len(name), name)
    )
    names = "|".join(map(re.escape, media))
    return _Patterns(
        line=_any(_rows("lines")),
        tail=_tails(tuple(_rows("tails"))),
        related=_any(_rows("related")),
        caption=_any(_rows("captions")),
        credit=_any([row.replace("{media}", names) for row in _rows("credits")]),
    )


@cache
def _lines(rows: tuple[str, ...]) -> re.Pattern[str]:
    return _any(rows)


@cache
def _tails(rows: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(rows).pattern})\s*$")


def _any(rows: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in rows) or r"(?!)")


def cut_furniture(blocks: Sequence[Block], outlet: Outlet | None) -> Cut:
    """Blocks without furniture, and the credits that were among it; what is in doubt stays."""
    general = _general()
    own = _lines(outlet.lines) if outlet and outlet.lines else None
    own_tail = _tails(outlet.tails) if outlet and outlet.tails else None
    debris = _lines(outlet.debris) if outlet and outlet.debris else None
    credits: list[str] = []
    clear = _without_lines(blocks, general, own, credits)
    kept: list[Block] = []
    related = False  # whether a heading has announced other articles
    for number, block in enumerate(clear):
        if block.kind in ("caption", "soft"):
            kept.append(block)
            continue
        if related and (block.kind == "slide" or (block.linked and _list_of_links(block))):
            continue
        block = _without_tails(_without_debris(block, debris), general, own_tail, credits)
        # a paragraph that ends like a sentence is neither a heading nor a credit; a caption may
        shadow = (
            shade(block.text)
            if len(block.text) <= MAX_CAPTION and not (block.text.endswith("。") and block.text[0] not in "图圖▲△")
            else ""
        )
        related = 0 < len(shadow) <= 80 and general.related.fullmatch(shadow) is not None
        last = all(later.kind in ("caption", "soft") for later in clear[number + 1 : number + 4])
        if 0 < len(shadow) <= 60 and (general.credit.fullmatch(shadow) or (last and _NAMES.fullmatch(shadow))):
            credits.append(block.text)
        elif block.text and not related:
            kept.append(block._replace(kind="caption") if shadow and general.caption.fullmatch(shadow) else block)
    return Cut(tuple(kept), tuple(credits))


def _without_lines(blocks: Sequence[Block], general: _Patterns, own: re.Pattern[str] | None, credits: list[str]) -> list[Block]:
    """Blocks without whole lines of templates and without lists of links."""
    listed = _listed(blocks)
    kept = []
    for number, block in enumerate(blocks):
        size = len(block.text)
        if number in listed:
            continue
        if size <= MAX_LINE or (own and size <= MAX_OWN_LINE):
            shadow = shade(block.text)
            if (size <= MAX_LINE and general.line.fullmatch(shadow)) or (own and own.fullmatch(shadow)):
                if _SOURCE.match(shadow):
                    credits.append(block.text)
                continue
        kept.append(block)
    return kept


def _without_debris(block: Block, debris: re.Pattern[str] | None) -> Block:
    """A block without what its outlet's templates leave inside sentences."""
    text = block.text
    if text.startswith("**") and text.endswith("**"):
        text = text.strip("* ")
    for found in reversed(list(debris.finditer(shade(text)))) if debris else ():
        text = text[: found.start()] + text[found.end() :]
    return block if text == block.text else block._replace(text=text)


def _without_tails(block: Block, general: _Patterns, own_tail: re.Pattern[str] | None, credits: list[str]) -> Block:
    """A block without what its end names: editors, the mark of the end, an editor's day."""
    text = block.text
    for _ in range(4):
        if not text.endswith(_TAIL_ENDS):
            break
        start = max(0, len(text) - MAX_TAIL)
        shadow = shade(text[start:])
        found = (own_tail.search(shadow) if own_tail else None) or general.tail.search(shadow)
        if not found:
            break
        if _NAMED.search(found[0]):
            credits.append(text[start + found.start() :].strip())
        text = text[: start + found.start()].rstrip()
    return block if text is block.text else block._replace(text=text)


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
