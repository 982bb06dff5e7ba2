"""Features: what a text is made of when it is compared with another: pairs of characters, numbers, words."""

import re
from itertools import repeat
from operator import add

_RUN = re.compile(r"[一-鿿]+|[0-9][0-9.,]*|[a-z][a-z'-]*")


def features(shadow: str) -> tuple[str, ...]:
    """Pairs of Han characters, numbers and Latin words of a folded text, once each, in the order of their first place."""
    found: dict[str, None] = {}
    for run in _RUN.findall(shadow.lower()):
        if run[0] >= "一":
            found.update(zip(map(add, run, run[1:]), repeat(None)))  # the shorter of the two ends it
        else:
            found[run.replace(",", "").rstrip(".")] = None
    return tuple(found)
