"""Documents in: what the paths name, told apart by content, read one by one."""

from rashomon.intake.documents import read_documents
from rashomon.intake.format import Format, Saved
from rashomon.intake.registry import formats
from rashomon.intake.sources import find_sources

__all__ = ["Format", "Saved", "find_sources", "formats", "read_documents"]
