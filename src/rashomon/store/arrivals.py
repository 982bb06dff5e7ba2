"""What comes in: each document with its bytes, its article, its reading, and what it adds to the lore."""

from collections.abc import Callable, Iterator

import msgspec

from rashomon.cleaning import clean
from rashomon.intake import read_documents, read_kept
from rashomon.lore import observe
from rashomon.model import Article, Document, Observations, Reading, Rejected
from rashomon.reading import read
from rashomon.store.packing import expand, squeeze


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """One document read."""

    size: int  # bytes as saved
    kept: bytes  # those bytes, squeezed
    article: Article
    reading: Reading
    observed: Observations


class Arrivals(msgspec.Struct, frozen=True, kw_only=True):
    """What was read from some sources."""

    items: list[Arrival]
    rejected: list[Rejected]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the archive holds, to be read again."""

    id: str
    path: str
    kept: bytes


def read_sources(sources: list[str]) -> Arrivals:
    """Read all documents of some files."""
    return _gather(found for source in sources for found in _read_source(source))


def read_again(documents: list[Kept]) -> Arrivals:
    """Read documents again from the bytes that were kept."""
    return _gather(_read_again(document) for document in documents)


Found = tuple[Document | Rejected, bytes]


def _read_source(source: str) -> Iterator[Found]:
    kept: dict[str, bytes] = {}
    for document in read_documents(source, keep=kept.__setitem__):
        yield document, kept.get(document.id, b"") if isinstance(document, Document) else b""
        kept.clear()


def _read_again(document: Kept) -> Found:
    data = expand(document.kept)
    return read_kept(data, id=document.id, path=document.path), data


def _gather(found: Iterator[Found]) -> Arrivals:
    items: list[Arrival] = []
    rejected: list[Rejected] = []
    for document, data in found:
        article = document if isinstance(document, Rejected) else clean(document)
        if isinstance(document, Rejected) or isinstance(article, Rejected):
            rejected.append(article)  # type: ignore[arg-type]
            continue
        reading = read(article)
        observed = observe(document, article, reading)
        items.append(Arrival(size=len(data), kept=squeeze(data), article=article, reading=reading, observed=observed))
    return Arrivals(items=items, rejected=rejected)


Progress = Callable[[str, int, int], None]
"""progress(step, done, total): called from time to time during long work."""
