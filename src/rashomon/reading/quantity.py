"""A number with the bounds it tells."""

import msgspec


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what qualifies it, and the bounds it tells."""

    start: int  # with the qualifier before it
    end: int  # after the number and its 多, 余; before the classifier
    low: int | float | None
    high: int | float | None
    kind: str  # exact, about, least (low alone), most (high alone), range
    number: tuple[int, int]  # span of the number without qualifiers
