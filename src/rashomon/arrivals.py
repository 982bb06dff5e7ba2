"""What comes in: each document with its bytes, its article, its reading, and what it adds to the lore."""

import zlib
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.intake import read_chunks, read_kept
from rashomon.model import Article, Document, Observations, Reading, Rejected
from rashomon.pipeline import take_in


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """One document read."""

    size: int  # bytes as saved
    kept: bytes  # those bytes (zlib)
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
    arrivals = Arrivals(items=[], rejected=[])
    kept: dict[str, bytes] = {}
    for chunk in read_chunks(sources, keep=kept.__setitem__):
        _arrive(arrivals, chunk, kept)
        kept.clear()
    return arrivals


def read_again(documents: list[Kept]) -> Arrivals:
    """Read documents again from the bytes that were kept."""
    arrivals = Arrivals(items=[], rejected=[])
    kept = {document.id: zlib.decompress(document.kept) for document in documents}
    _arrive(arrivals, [read_kept(kept[document.id], id=document.id, path=document.path) for document in documents], kept)
    return arrivals


def _arrive(arrivals: Arrivals, chunk: Sequence[Document | Rejected], kept: Mapping[str, bytes]) -> None:
    """Add what a chunk of documents holds. kept: their bytes by the documents' ids."""
    taken, refused = take_in(chunk)
    arrivals.rejected.extend(refused)
    for one in taken:
        data = kept[one.document.id]
        arrivals.items.append(
            Arrival(size=len(data), kept=zlib.compress(data), article=one.article, reading=one.reading, observed=one.observed)
        )
