"""Documents in chunks: one step for all of a chunk, then the next, costs less than all steps for one document after the other.

The tables and code of a step stay in the processor's caches; after another step they are cold.
"""

from collections.abc import Iterable, Iterator

from rashomon.intake.documents import Keep, keep_none, read_documents
from rashomon.model import Document, Rejected

CHUNK = 128  # documents; measured on 10,167 posts: 3,270 a second one by one, 3,840 by 64, 3,850 by 128, 4,000 by 256, 3,690 all at once
HELD = 8 * 2**20  # bytes of documents, so that a chunk of huge ones stays small


def read_chunks(sources: Iterable[str], *, keep: Keep = keep_none) -> Iterator[list[Document | Rejected]]:
    """Read every document of some sources, as `read_documents` does, up to CHUNK at a time; no chunk is empty.

    A chunk ends where it is full, not where a source does: it may hold many files, or a small part of one archive.
    """
    held = 0

    def count(id: str, data: bytes) -> None:
        nonlocal held
        held += len(data)
        keep(id, data)

    chunk: list[Document | Rejected] = []
    for source in sources:
        for document in read_documents(source, keep=count):
            chunk.append(document)
            if len(chunk) == CHUNK or held >= HELD:
                yield chunk
                chunk, held = [], 0
    if chunk:
        yield chunk
