"""Receipts: the words behind a line, and the proof that they still stand in their document."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import msgspec

from rashomon.model import Account, Article, Evidence
from rashomon.model.article import Span

CONTEXT = 32  # characters kept before and after a span: W3C's own examples keep about as many
ANCHOR = 6  # characters of prefix or suffix that must stand beside a short text before it counts as found again
SELF_EVIDENT = 16  # a text this long is found again by itself


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """One evidence put to the proof."""

    evidence: Evidence
    status: str  # exact, moved, lost
    found: Span | None = None  # where the text stands now; None where it is lost


def sentence_of(article: Article, start: int) -> Span:
    """The sentence around an offset; where none was cut there, the line around it."""
    sentences = article.sentences
    at = bisect_left(sentences, (start + 1,)) - 1
    if at >= 0 and start < sentences[at][1]:
        return sentences[at]
    left = article.text.rfind("\n", 0, start) + 1
    right = article.text.find("\n", start)
    return left, len(article.text) if right < 0 else right


def evidence_of(article: Article, start: int, end: int, sentence: Span | None = None) -> Evidence:
    """The receipt for a span of an article's text; sentence: around its start, where it is known."""
    left, right = sentence or sentence_of(article, start)
    return Evidence(
        path=article.path,
        article=article.article,
        document=article.document,
        outlet=article.outlet,
        start=start,
        end=end,
        text=article.text[start:end],
        sentence=article.text[left : max(right, end)],
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
    )


def verify(account: Account, articles: Mapping[str, Article]) -> tuple[Receipt, ...]:
    """Put every receipt of an account to the proof against freshly read articles, by path.

    exact: the text stands where it stood; moved: it stands elsewhere, found by its prefix and suffix (W3C TextQuoteSelector);
    lost: its document or its text is gone. One receipt an evidence, by path and span.
    """
    distinct = {(e.path, e.start, e.end, e.text): e for e in evidence_in(account)}
    return tuple(_prove(evidence, articles.get(evidence.path)) for _, evidence in sorted(distinct.items()))


def evidence_in(value: object) -> Iterator[Evidence]:
    """Every evidence inside a value of the account, in its order."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from evidence_in(item)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from evidence_in(getattr(value, field))


def _prove(evidence: Evidence, article: Article | None) -> Receipt:
    if article is None:
        return Receipt(evidence=evidence, status="lost")
    if article.text[evidence.start : evidence.end] == evidence.text:
        return Receipt(evidence=evidence, status="exact", found=(evidence.start, evidence.end))
    start = _search(evidence, article.text)
    if start is None:
        return Receipt(evidence=evidence, status="lost")
    return Receipt(evidence=evidence, status="moved", found=(start, start + len(evidence.text)))


def _search(evidence: Evidence, text: str) -> int | None:
    """Where the text stands now: the place whose surroundings agree with the most of prefix and suffix."""
    best: tuple[int, int] | None = None
    at = text.find(evidence.text) if evidence.text else -1
    while at >= 0:
        agrees = _common_end(text[:at], evidence.prefix) + _common_start(text[at + len(evidence.text) :], evidence.suffix)
        if best is None or agrees > best[0]:
            best = (agrees, at)
        at = text.find(evidence.text, at + 1)
    if best is None or (best[0] < ANCHOR and len(evidence.text) < SELF_EVIDENT):
        return None
    return best[1]


def _common_start(text: str, wanted: str) -> int:
    pairs = zip(text[: len(wanted)], wanted, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(text), len(wanted)))


def _common_end(text: str, wanted: str) -> int:
    return _common_start(text[-len(wanted) :][::-1] if wanted else "", wanted[::-1])
