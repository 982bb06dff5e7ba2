"""Words that an article lays to someone."""

from rashomon.reading.attributions.attributions import find_attributions

__all__ = ["find_attributions"]
