"""Setting: what stands beside the counts of a row, by which a part or a rival's count is told from a state of the whole."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import Value, corrected_to
from rashomon.accounts.series.parts import find_parts
from rashomon.accounts.series.rivals import find_rivals
from rashomon.accounts.series.states import Beside, lay_beside


class Setting(NamedTuple):
    """What a row's articles tell beside each of its counts."""

    beside: Beside  # an article's counts of the row
    parts: frozenset[Value]  # values that are told first as parts of larger ones; only of what grows
    corrected: frozenset[int | None]  # the least numbers that somebody says others were corrected to
    rivals: frozenset[tuple[str, Value]]  # origins with values that are set against another's, or called untrue


def set_out(claims: Sequence[Claim], pairs: Sequence[tuple[Claim, Claim]], *, taken_back: Collection[Value], grows: bool) -> Setting:
    """The setting of a row. pairs: two sources' counts that an article sets against each other."""
    beside = lay_beside(claims)
    parts = find_parts(claims, beside, taken_back) if grows else frozenset[Value]()
    return Setting(beside=beside, parts=parts, corrected=corrected_to(claims), rivals=find_rivals(claims, pairs))
