"""Documents in: what the paths name, told apart by content, read one by one."""

from rashomon.intake.chunks import read_chunks
from rashomon.intake.documents import Keep, read_documents, read_kept
from rashomon.intake.format import Format, Saved
from rashomon.intake.registry import formats
from rashomon.intake.sources import find_sources

__all__ = ["Format", "Keep", "Saved", "find_sources", "formats", "read_chunks", "read_documents", "read_kept"]
