"""Persons, places and organisations."""

from rashomon.reading.names.names import find_names

__all__ = ["find_names"]
