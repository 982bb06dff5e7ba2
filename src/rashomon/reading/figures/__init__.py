"""Counts of people and things."""

from rashomon.reading.figures.figures import find_figures

__all__ = ["find_figures"]
