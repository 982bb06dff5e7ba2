"""An article's text as HTML: paragraphs, sentences with addresses, findings marked."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from rashomon.model import Article, Reading, Span
from rashomon.pages.interface import Interface

KINDS = (("attributions", "said"), ("names", "name"), ("times", "time"), ("figures", "figure"))
"""Kinds of findings and the class of their marks; a later kind is marked inside an earlier one."""


def mark_text(article: Article, reading: Reading, words: Interface) -> Markup:
    """Paragraphs of the article without its title, every sentence with the id s<start>, every finding in a <mark>."""
    spans = _layered(article, reading, words)
    paragraphs = []
    for start, end in _lines(article.text)[1:]:
        cut = [sentence for sentence in article.sentences if start <= sentence[0] and sentence[1] <= end] or [(start, end)]
        inner = "".join(_sentence(article, spans, sentence) for sentence in cut)
        paragraphs.append(f"<p>{inner}</p>")
    return Markup("\n".join(paragraphs))


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _layered(article: Article, reading: Reading, words: Interface) -> list[tuple[int, int, str, str]]:
    found = [(start, end, "furniture", "") for start, end in article.furniture]
    for field, kind in KINDS:
        found.extend((f.start, f.end, kind, _title(field, f, words)) for f in getattr(reading, field))
    return found


def _title(field: str, finding: object, words: Interface) -> str:
    """What a mark says of itself when pointed at."""
    if field == "times":
        return str(getattr(finding, "value", ""))
    if field == "figures":
        counted = words.count_of(
            getattr(finding, "measure", ""), group=getattr(finding, "group", None), scope=getattr(finding, "scope", None)
        )
        number = words.count(getattr(finding, "low", None), getattr(finding, "high", None))
        when = getattr(finding, "when", None)
        return f"{counted} {number}" + (f" · {words('as_of')} {words.day(when)}" if when else "")
    if field == "attributions":
        return " › ".join(getattr(finding, "chain", ()))
    return words(f"name_kind.{getattr(finding, 'kind', '')}")


def _sentence(article: Article, spans: Sequence[tuple[int, int, str, str]], sentence: Span) -> str:
    """One sentence; where findings cross, each piece of text carries the classes of all that cover it."""
    start, end = sentence
    here = [span for span in spans if span[0] < end and start < span[1]]
    cuts = sorted({start, end, *(max(start, s[0]) for s in here), *(min(end, s[1]) for s in here)})
    pieces = [_piece(article.text[a:b], [s for s in here if s[0] <= a and b <= s[1]]) for a, b in pairwise(cuts)]
    return f'<span id="s{start}" class="sentence">{"".join(pieces)}</span>'


def _piece(text: str, covering: Iterable[tuple[int, int, str, str]]) -> str:
    covering = list(covering)
    if not covering:
        return str(escape(text))
    classes = " ".join(sorted({kind for _, _, kind, _ in covering}))
    title = " · ".join(dict.fromkeys(t for _, _, _, t in covering if t))
    return f'<mark class="{classes}" title="{escape(title)}">{escape(text)}</mark>'


def quote(text: str, sentence: str) -> Markup:
    """A sentence with the words of a receipt underlined; the sentence alone where they are not in it."""
    at = sentence.find(text)
    if not text or at < 0 or text == sentence:
        return Markup(f"<u>{escape(sentence)}</u>") if text == sentence else escape(sentence)
    return Markup(f"{escape(sentence[:at])}<u>{escape(text)}</u>{escape(sentence[at + len(text) :])}")
