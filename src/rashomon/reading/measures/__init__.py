"""Orders, closures, cancellations and advice in force."""

from rashomon.reading.measures.measures import find_measures

__all__ = ["find_measures"]
