"""Expressions of time and what they mean."""

from rashomon.reading.times.times import find_times

__all__ = ["find_times"]
