"""The part of a whole page that is the article: what the page marks as such, else where its paragraphs are."""

import re

from selectolax.lexbor import LexborNode

SHARE = 0.35  # of the page's paragraph text: what is marked as the article but holds less is a teaser or a list
LEAST = 20  # code points of paragraphs
_HEAD = 3_000  # code points in which a whole page says so
_PAGE = re.compile(r"<(?:!doctype|html|body|head)\b", re.IGNORECASE)
_MARKED = ("[itemprop=articleBody]", "article", "[role=main]", "main", "#article, #content, .article-content, .article-body, .post-content")
_BOILERPLATE = re.compile(r"comment|sidebar|footer|related|recommend|promo|share|social|menu|nav|banner|widget|popup|cookie|subscribe")
_UP = (1.0, 0.85, 0.72)  # how much of a paragraph's weight goes to each of its ancestors
_MANY = 4_000  # paragraphs looked at


def is_page(html: str) -> bool:
    """Whether a body is a whole page, not a fragment of one."""
    return _PAGE.search(html, 0, _HEAD) is not None


def find_main(body: LexborNode) -> LexborNode:
    """A cascade: what the page marks as the article, the block that holds most of the paragraphs, the body itself."""
    paragraphs = body.css("p")[:_MANY]
    total = sum(_weight(paragraph) for paragraph in paragraphs)
    if total < LEAST:
        return body
    for selector in _MARKED:
        best = max(
            ((_weight_within(node), -number, node) for number, node in enumerate(body.css(selector)[:50])), default=None, key=_first_two
        )
        if best and best[0] >= max(LEAST, SHARE * total):
            return best[2]
    return _heaviest(paragraphs) or body


def _first_two(found: tuple[float, int, LexborNode]) -> tuple[float, int]:
    return found[:2]


def _weight_within(node: LexborNode) -> float:
    return sum(_weight(paragraph) for paragraph in node.css("p")[:_MANY])


def _weight(paragraph: LexborNode) -> float:
    """Characters of a paragraph less twice those in its links."""
    linked = sum(len(link.text(deep=True)) for link in paragraph.css("a"))
    return max(0.0, len(paragraph.text(deep=True).strip()) - 2.0 * linked)


def _heaviest(paragraphs: list[LexborNode]) -> LexborNode | None:
    weights: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in paragraphs:
        weight = _weight(paragraph)
        parent = paragraph.parent
        for share in _UP:
            if parent is None or parent.tag in ("body", "html"):
                break
            attributes = parent.attributes
            name = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {parent.tag}".lower()
            key = parent.mem_id
            nodes.setdefault(key, parent)
            weights[key] = weights.get(key, 0.0) + weight * share * (0.3 if _BOILERPLATE.search(name) else 1.0)
            parent = parent.parent
    if not weights:
        return None
    return nodes[max(weights, key=lambda key: weights[key])]
