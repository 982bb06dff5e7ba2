"""A title for a cluster: the headline among its own that says most of what the others say."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import sqrt

from rashomon.languages import fold

_MOST = 200  # headlines that are weighed; a story of years is titled by its latest


def pick_title(titles: Sequence[str], find_words: Callable[[str], list[str]]) -> str:
    """The most central headline: closest to the sum of all, long and short ones alike; the earliest among equals."""
    if len(titles) == 1:
        return titles[0]
    recent = titles[-_MOST:]
    bags = [sorted(set(find_words(fold(title)))) for title in recent]
    shared = Counter(word for bag in bags for word in bag)
    best, title = -1.0, titles[0]
    for bag, candidate in zip(bags, recent, strict=True):
        score = sum(shared[word] for word in bag) / sqrt(len(bag)) if bag else 0.0
        if score > best:
            best, title = score, candidate
    return title
