"""What kind of text an article is, whatever it tells of: a market's report, a digest of many matters, a notice of correction.

The first two name what others tell of, in the same words: a war moves oil, and a week's digest opens with it. So what is of one kind is
held apart from what is not. A notice is of the matter that its outlet told, however little it says of it.
"""

import re
from functools import cache

import msgspec

from rashomon.languages import codes, language

DIGEST = "digest"


class Kind(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What kind of text an article is."""

    market: bool = False  # whether it is a report of a market
    digest: bool = False  # whether its title says that it gathers what a day or a week brought
    correction: bool = False  # whether its title says that it corrects what its outlet wrote


PLAIN = Kind()


def find_kind(title: str, *, market: bool = False) -> Kind:
    """The kind of a text, from its folded title; market: whether it reports a market's session."""
    digest = any(pattern.search(title) for pattern in _headlines("digests"))
    correction = any(pattern.match(title) for pattern in _headlines("corrections"))
    if not market and not digest and not correction:
        return PLAIN
    return Kind(market=market, digest=digest, correction=correction)


@cache
def _headlines(name: str) -> tuple[re.Pattern[str], ...]:
    tables = (known.table("headlines") for code in codes() if (known := language(code)))
    return tuple(re.compile(table[name]) for table in tables if name in table)
