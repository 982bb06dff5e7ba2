"""How a body is written, told from the body itself."""

import re
from itertools import islice

from rashomon.model import Markup

NESTING = 512  # elements; browsers stop there too

# Markdown may hold HTML, so one block element proves nothing; a body that opens with one, or holds two, is HTML.
_BLOCK = re.compile(
    r"<(?:p|div|article|section|main|figure|table|ul|ol|blockquote|h[1-6]|body|html|header|center)\b[^<>]{0,2000}>", re.IGNORECASE
)

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})[^<>]*>?")
# Elements without an end, and those whose end is commonly left out: neither nests.
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_OPEN_ENDED = ("p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "rt", "rp")
_UNNESTED = frozenset((*_VOID, *_OPEN_ENDED))


def tell_markup(body: str, otherwise: Markup) -> Markup:
    """HTML where the body's blocks are HTML elements, else what the format usually holds."""
    start = body.lstrip()[:2100]
    if _BLOCK.match(start) or len(list(islice(_BLOCK.finditer(body, 0, 65536), 2))) == 2:
        return Markup.HTML
    return otherwise


def flatten(body: str) -> str:
    """Markup in which no element stands deeper than NESTING: of deeper ones the tags become line breaks; linear in its length.

    Parsing costs the square of the depth, and no browser follows further. The same text where nothing nests so deep.
    """
    if body.count("<") <= NESTING:
        return body
    pieces: list[str] = []
    open_names: list[str] = []
    end = 0
    for tag in _TAG.finditer(body):
        closing, name = tag[1], tag[2].lower()
        if name in _UNNESTED:
            continue
        if not closing:
            open_names.append(name)
        elif open_names and open_names[-1] == name:
            open_names.pop()
        else:
            continue  # what closes nothing that is open lowers no depth
        if len(open_names) + bool(closing) > NESTING:
            pieces.append(body[end : tag.start()])
            end = tag.end()
    return "<br>".join([*pieces, body[end:]]) if pieces else body
