"""Captions by their place: the small box around a picture, whose few words are about the picture."""

import re

from selectolax.lexbor import LexborNode

MAX_CAPTION = 240  # code points; longer than any caption seen, shorter than two paragraphs
MAX_SLIDE = 600  # a slide tells more
_LEVELS = 6
_BOXES = frozenset(("a", "center", "div", "figure", "p", "picture", "span", "td"))
_HEADLINE = "b, strong, h1, h2, h3, h4, ul, ol, table"  # a picture's box that holds these is a slide of a gallery
_CREDIT = re.compile(r"图|圖|摄|攝|照|視覺|via |Getty|REUTERS|AFP|AP Photo|©|來源|来源|資料|资料")


def picture_box(node: LexborNode, sizes: dict[int, int]) -> tuple[int, bool] | None:
    """mem_id of the largest element around a picture whose text is short enough to be about it, and whether it is a slide.

    A slide has a headline of its own and is text. `sizes` keeps the length of each element's text, so that many pictures in one
    element cost one look. None where no element around the picture is small enough.
    """
    box: LexborNode | None = None
    parent = node.parent
    for _ in range(_LEVELS):
        if parent is None or parent.tag not in _BOXES:
            break
        key = parent.mem_id
        if key not in sizes:
            sizes[key] = len("".join(parent.text(deep=True).split()))
        if sizes[key] > (MAX_CAPTION if box is not None or parent.tag != "div" else MAX_SLIDE):
            break
        box = parent
        parent = parent.parent
    if box is None or not sizes[box.mem_id]:
        return None
    if any(not _in_noscript(headline, box) for headline in box.css(_HEADLINE)):
        return box.mem_id, True
    if sizes[box.mem_id] > MAX_CAPTION or (box.tag == "p" and not _plain_caption(box.text(deep=True))):
        return None
    return box.mem_id, False


def _in_noscript(node: LexborNode, box: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.mem_id != box.mem_id:
        if parent.tag == "noscript":
            return True
        parent = parent.parent
    return False


def _plain_caption(text: str) -> bool:
    """Whether words in one paragraph with a picture are about it: they end like a caption or name who took it."""
    text = text.strip()
    return len(text) <= 120 and (not text.endswith(("。", "！", "？")) or _CREDIT.search(text) is not None)
