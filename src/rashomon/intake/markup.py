"""How a body is written, told from the body itself."""

import re
from itertools import islice

from rashomon.model import Markup

# Markdown may hold HTML, so one block element proves nothing; a body that opens with one, or holds two, is HTML.
_BLOCK = re.compile(
    r"<(?:p|div|article|section|main|figure|table|ul|ol|blockquote|h[1-6]|body|html|header|center)\b[^<>]{0,2000}>", re.IGNORECASE
)


def tell_markup(body: str, otherwise: Markup) -> Markup:
    """HTML where the body's blocks are HTML elements, else what the format usually holds."""
    start = body.lstrip()[:2100]
    if _BLOCK.match(start) or len(list(islice(_BLOCK.finditer(body, 0, 65536), 2))) == 2:
        return Markup.HTML
    return otherwise
