"""What kind of text an article is, whatever it tells of: news for investors, a digest of many matters, a notice of correction.

The first two name what others tell of, in the same words: a war moves oil, and a week's digest opens with it. So what is of one kind is
held apart from what is not. A notice is of the matter that its outlet told, however little it says of it.
"""

import re
from functools import cache

import msgspec

from rashomon.languages import codes, language
from rashomon.stories.words import Bag

BUSINESS, DIGEST = "business", "digest"
_FEW, _SURE = 0.08, 0.2  # share of a text's words that are an investor's up to which it is none, and from which it is in full


class Kind(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What kind of text an article is."""

    business: float = 0.0  # how surely it is written for investors, 0 to 1
    market: bool = False  # whether it is a report of a market
    digest: bool = False  # whether its title says that it gathers what a day or a week brought
    correction: bool = False  # whether its title says that it corrects what its outlet wrote


PLAIN = Kind()


def find_kind(title: str, bag: Bag, *, market: bool = False) -> Kind:
    """The kind of a text, from its folded title and its words; market: whether it reports a market's session."""
    words, counts = _business(), bag.counts
    share = sum([counts[word] for word in words.intersection(counts)]) / (sum(counts.values()) or 1)
    business = 1.0 if market else min(1.0, max(0.0, (share - _FEW) / (_SURE - _FEW)))
    digest = any(pattern.search(title) for pattern in _headlines("digests"))
    correction = any(pattern.match(title) for pattern in _headlines("corrections"))
    if not business and not digest and not correction:
        return PLAIN
    return Kind(business=business, market=market, digest=digest, correction=correction)


@cache
def _business() -> frozenset[str]:
    return frozenset(word for code in codes() if (known := language(code)) for word in known.table("matters").get("business", ()))


@cache
def _headlines(name: str) -> tuple[re.Pattern[str], ...]:
    tables = (known.table("headlines") for code in codes() if (known := language(code)))
    return tuple(re.compile(table[name]) for table in tables if name in table)
