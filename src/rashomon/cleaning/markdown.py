"""Markdown to blocks: plain paragraphs as they stand, the rest by way of HTML."""

import re

import pyromark

from rashomon.cleaning.blocks import Page, read_text
from rashomon.cleaning.markup import read_html
from rashomon.model import Removed

# what only markup looks like: tags, links, pictures, headings, rules, fences, strong text; a digit with a dot may be plain text
_MARKUP = re.compile(
    r"<[a-zA-Z/!]|\]\(|^ {0,3}#{1,6} |^ {0,3}(?:-{3,}|\*{3,}|={3,})\s*$|^ {0,3}(?:```|~~~|> )|\*\*|__|^ {0,3}[*+-] |&[a-z#0-9]{2,8};",
    re.MULTILINE,
)
_SIGNS = "<[#-*=`~>_+&"  # no markup is without one of them
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)


def read_markdown(text: str, taken: list[Removed] | None = None) -> Page:
    """Blocks of a markdown text. Without markup each line is a paragraph, as the desks that save posts so mean it."""
    if not any(sign in text for sign in _SIGNS) or not _MARKUP.search(text):
        return read_text(text)
    # saved pages indent their HTML: four spaces would make code of it
    return read_html(pyromark.html(_INDENT.sub("", text)), taken)
