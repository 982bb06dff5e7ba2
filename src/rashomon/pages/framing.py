"""Framing as a table: rival words down, outlets across."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from rashomon.model import Framing, Term, Usage

SETS, WORDS, OUTLETS = 5, 10, 8  # shown of each; the rest are in the account's JSON


class WordTable(msgspec.Struct, frozen=True, kw_only=True):
    """One set of rival words."""

    of: str
    outlets: tuple[str, ...]  # those that use the set most
    rows: tuple[tuple[Term, tuple[Usage | None, ...]], ...]  # a word and its use in each of the outlets


def lay_words(framings: Sequence[Framing]) -> tuple[WordTable, ...]:
    """The sets that an account tells, as tables."""
    return tuple(_table(framing) for framing in framings[:SETS])


def _table(framing: Framing) -> WordTable:
    loudness: Counter[str] = Counter()
    for term in framing.terms:
        for usage in term.usage:
            loudness[usage.outlet] += usage.own + usage.quoted
    outlets = tuple(sorted(loudness, key=lambda outlet: (-loudness[outlet], outlet))[:OUTLETS])
    rows = []
    for term in framing.terms[:WORDS]:
        of_outlet = {usage.outlet: usage for usage in term.usage}
        rows.append((term, tuple(of_outlet.get(outlet) for outlet in outlets)))
    return WordTable(of=framing.of, outlets=outlets, rows=tuple(rows))
