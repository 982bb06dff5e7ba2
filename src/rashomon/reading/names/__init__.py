"""Persons, places and organisations of one article."""

from rashomon.reading.names.names import find_names, outside_brackets

__all__ = ["find_names", "outside_brackets"]
