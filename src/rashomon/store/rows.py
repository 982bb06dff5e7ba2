"""The model's values as rows of the archive, and back."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from rashomon.languages import fold
from rashomon.model import Article, Reading
from rashomon.model.article import Span
from rashomon.store.packing import pack, unpack
from rashomon.store.protocol import Indexed
from rashomon.store.schema import articles

CHAIN = " > "
MANY = 500  # values that a statement is given at a time


def article_row(number: int, article: Article) -> dict[str, Any]:
    """A row of `articles`."""
    return {
        "number": number,
        "path": article.path,
        "document": article.document,
        "article": article.article,
        "version": article.version,
        "outlet": article.outlet,
        "outlet_code": article.outlet_code,
        "title": article.title,
        "author": article.author,
        "url": article.url,
        "published": article.published,
        "day": (article.published or "")[:10] or None,
        "instant": article.instant,
        "language": article.language,
        "text": article.text,
        "packed": pack(msgspec.structs.replace(article, text="")),
    }


def read_article(packed: bytes, text: str) -> Article:
    """An article from its row."""
    return msgspec.structs.replace(unpack(packed, Article), text=text)


def figure_rows(number: int, article: Article, reading: Reading) -> list[dict[str, Any]]:
    """Rows of `figures`, one a span."""
    rows: dict[Span, dict[str, Any]] = {}
    for figure in reading.figures:
        start, end = find_sentence(article.sentences, figure.start, figure.end)
        row = {
            "article": number,
            "start": figure.start,
            "end": figure.end,
            "sentence_start": start,
            "sentence_end": end,
            "measure": figure.measure,
            "low": figure.low,
            "high": figure.high,
            "group": figure.group,
            "place": figure.where,
            "as_of": figure.when,
            "chain": CHAIN.join(figure.chain) or None,
        }
        rows.setdefault((figure.start, figure.end), row)
    return list(rows.values())


def quote_rows(number: int, reading: Reading) -> list[dict[str, Any]]:
    """Rows of `quotes`, one a span and cue."""
    rows: dict[tuple[int, int, str], dict[str, Any]] = {}
    for said in reading.attributions:
        row = {
            "article": number,
            "start": said.start,
            "end": said.end,
            "cue": said.cue,
            "type": said.type,
            "speaker": said.speaker,
            "speaker_folded": fold(said.speaker).lower() if said.speaker else None,
            "chain": CHAIN.join(said.chain) or None,
        }
        rows.setdefault((said.start, said.end, said.cue), row)
    return list(rows.values())


def index_of(number: int, article: Article) -> Indexed:
    """An article as it is searched."""
    return Indexed(article=number, title=article.title, body=article.text[len(article.title) :])


def find_sentence(sentences: Sequence[Span], start: int, end: int) -> Span:
    """The sentence that a span stands in, or the span itself."""
    return next(((a, b) for a, b in sentences if a <= start < b), (start, end))


def numbers_of(connection: Connection, paths: Iterable[str]) -> dict[str, int]:
    """Numbers of articles by their paths."""
    return {row.path: row.number for row in fetch(connection, articles.c.path, paths, articles.c.path, articles.c.number)}


def fetch(connection: Connection, key: Any, values: Iterable[Any], *columns: Any, joined: tuple[Any, Any] | None = None) -> list[Row[Any]]:
    """Rows in which a column holds one of many values, however many, in no order; of its table, joined with another on a condition."""
    wanted = sorted(set(values))
    rows = select(*columns).select_from(key.table.join(*joined) if joined else key.table)
    found: list[Row[Any]] = []
    for begin in range(0, len(wanted), MANY):
        found += connection.execute(rows.where(key.in_(wanted[begin : begin + MANY]))).all()
    return found
