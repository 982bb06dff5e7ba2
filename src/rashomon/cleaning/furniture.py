"""What is on the page and not of the article: lines, tails and lists of links that templates put there."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.cleaning.blocks import Block
from rashomon.cleaning.characters import shade
from rashomon.languages import codes, fold, language
from rashomon.outlets import Outlet, outlets

MAX_LINE = 420  # code points; no template's line is longer
MAX_CAPTION = 220
MAX_TAIL = 160
_LINKED = 0.8  # a line of which this share stands in links is a list of links, not a sentence
_SENTENCE = re.compile(r"[。！？!?]|\.\s")

_SOURCE = re.compile(r"(?:消息|新闻|文章|资料)?来源 ?:|\(?(?:责任编辑|责编|编辑|编译|译者|记者|作者|撰文)[:/]")
_NAMED = re.compile(r"[:/ ]\s*\S|by \S")  # a tail that names someone, not the mark of the end


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
    """Blocks without furniture. What remains in doubt stays: where nothing would be left, nothing is cut."""
    kept: list[Block] = []
    credits: list[str] = []
    general = _general()
    own_line, own_tail = _lines(outlet.lines if outlet else ()), _tails(outlet.tails if outlet else ())
    own_debris = _lines(outlet.debris) if outlet and outlet.debris else None
    spared = _links_are_text(blocks)
    for block in blocks:
        if block.kind in ("caption", "soft"):
            if not _is_line(shade(block.text[:MAX_LINE]), general, own_line):
                kept.append(block)
            continue
        if block.linked and not spared and _list_of_links(block):
            continue
        block = _without_tails(_without_debris(block, own_debris), general, own_tail, credits)
        shadow = shade(block.text) if len(block.text) <= MAX_LINE else ""
        if not block.text:
            continue
        if shadow and _is_line(shadow, general, own_line):
            if _SOURCE.match(shadow):
                credits.append(block.text)
            continue
        if shadow and len(shadow) <= 60 and (_is_related(block, shadow, general) or _is_credit(block, shadow, general, credits)):
            continue
        if shadow and len(shadow) <= MAX_CAPTION and general.caption.fullmatch(shadow):
            block = block._replace(kind="caption")
        kept.append(block)
    return Cut(tuple(kept), tuple(credits))


def _is_line(shadow: str, general: _Patterns, own_line: re.Pattern[str]) -> bool:
    return general.line.fullmatch(shadow) is not None or own_line.fullmatch(shadow) is not None


def _is_related(block: Block, shadow: str, general: _Patterns) -> bool:
    return general.related.fullmatch(shadow) is not None


def _is_credit(block: Block, shadow: str, general: _Patterns, credits: list[str]) -> bool:
    if not general.credit.fullmatch(shadow):
        return False
    credits.append(block.text)
    return True


def _without_debris(block: Block, debris: re.Pattern[str] | None) -> Block:
    """A block without what its outlet's templates leave inside sentences."""
    text = block.text
    if text.startswith("**") and text.endswith("**"):
        text = text.strip("* ")
    for found in reversed(list(debris.finditer(shade(text)))) if debris else ():
        text = text[: found.start()] + text[found.end() :]
    return block if text == block.text else block._replace(text=text)


def _without_tails(block: Block, general: _Patterns, own_tail: re.Pattern[str], credits: list[str]) -> Block:
    """A block without what its end names: editors, the mark of the end, an editor's day."""
    text = block.text
    for _ in range(4):
        start = max(0, len(text) - MAX_TAIL)
        shadow = shade(text[start:])
        if not shadow.endswith((")", "）", "】", "]")) and not shadow[-1:].isdigit():
            break
        found = own_tail.search(shadow) or general.tail.search(shadow)
        if not found:
            break
        if _NAMED.search(found[0]):
            credits.append(text[start + found.start() :].strip())
        text = text[: start + found.start()].rstrip()
    return block if text is block.text else block._replace(text=text)


def _list_of_links(block: Block) -> bool:
    """Whether a block is one of a list of links: nearly all of it stands in links, and it is no sentence."""
    size = sum(not character.isspace() for character in block.text)
    return block.linked >= _LINKED * size and (block.kind in ("item", "heading", "row") or not _SENTENCE.search(block.text))


def _links_are_text(blocks: Sequence[Block]) -> bool:
    """Whether the lists of links are most of what there is: then they are the article."""
    listed = sum(len(block.text) for block in blocks if block.linked and _list_of_links(block))
    return listed > 0 and listed * 2 > sum(len(block.text) for block in blocks)
