"""Blocks: what a body holds in reading order, paragraphs, headings, list items, rows, captions."""

from typing import NamedTuple

import msgspec

from rashomon.cleaning.characters import tidy


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
