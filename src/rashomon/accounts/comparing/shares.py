"""Shares: how much of each part of a very large story is looked at, so that telling it costs no more than it must."""

from bisect import bisect_right
from collections.abc import Sequence


def even_share(sizes: Sequence[int], bound: int) -> int:
    """How much each of some parts may give so that all together give no more than `bound`: all of the longest where that is within it."""
    ordered = sorted(sizes)
    share = given = 0
    while (more := len(ordered) - bisect_right(ordered, share)) and given + more <= bound:
        given += more
        share += 1
    return share
