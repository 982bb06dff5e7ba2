"""What each feature of closeness counts for: of a story, of one among few, of two that may be bound, of an event.

A logistic regression on marked stories first, then a search for what groups them best with precision over .80: docs/stories/measured.md.
"""

import msgspec

_DECIDES = 0.2  # what a standing matter counts of its weight where it is asked which of several stories is an article's own
_FEWEST = 2.0  # log of how few stories there are from which all that holds among few does: 6 and less
_MORE = 0.25  # words shared, in effect, beside one from which it holds
_LESS, _BRIEFER = 0.14, 0.6  # how much less must be overcome, and a pause counts, times that log


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What each feature counts for."""

    words: float
    event: float = 0.0
    breadth: float = 0.0
    title: float
    places: float
    crossing: float = 0.0
    size: float
    gap: float
    age: float = 0.0
    matter: float = 0.0
    apart: float = 0.0
    standing: float = 0.0
    outlet: float = 0.0
    unnamed: float = 0.0
    correction: float = 0.0
    owned: float = 0.0
    rare: float = 0.0
    against: float  # what must be overcome


STORY = Weights(
    words=6.95,
    event=1.5,
    breadth=60.0,
    title=1.2,
    places=3.45,
    crossing=12.0,
    size=0.1,
    gap=3.0,
    matter=4.5,
    apart=4.0,
    standing=0.2,
    correction=2.5,
    owned=7.5,
    against=5.1,
)
FEW = Weights(
    words=16.5,
    event=2.0,
    title=2.6,
    places=2.2,
    crossing=12.0,
    size=0.0,
    gap=1.8,
    matter=4.1,
    apart=9.5,
    standing=0.7,
    correction=2.5,
    owned=10.0,
    rare=0.6,
    against=5.2,
)  # among few stories
BOUND = Weights(words=6.95, event=1.0, title=1.2, places=3.45, size=-0.13, gap=2.65, matter=2.0, apart=4.0, owned=7.5, against=4.45)
EVENT = Weights(
    words=12.0,
    title=0.8,
    places=-0.5,
    crossing=12.0,
    size=-0.8,
    gap=8.5,
    age=0.4,
    apart=2.0,
    outlet=1.9,
    unnamed=0.6,
    against=1.95,
)


def prefer(weights: Weights) -> Weights:
    """Weights that tell which of the stories open to an article is its own: by its words, not by what is large and told anew each day."""
    return msgspec.structs.replace(
        weights, breadth=0.0, size=0.0, standing=0.0, matter=_DECIDES * weights.matter, owned=_DECIDES * weights.owned
    )


DECIDING = prefer(STORY)


def measure_fewness(few: float) -> float:
    """How far all that holds among few stories does, 0 to 1; few: the log of how few there are."""
    return min(1.0, few / _FEWEST)


def weigh_few(few: float, shared: float) -> Weights:
    """What the features of a story count for among few: the log of how few there are, more than 0, and the words shared, in effect.

    Where a folder holds six matters of one country, that is the country of all: words tell them apart, where more than one is shared.
    A pause says the less the fewer there are.
    """
    part = min(measure_fewness(few), max(0.0, shared - 1) / _MORE)
    weights = {name: getattr(STORY, name) * (1 - part) + getattr(FEW, name) * part for name in STORY.__struct_fields__}
    weights["against"] -= _LESS * few * part
    weights["gap"] -= _BRIEFER * few * part
    return Weights(**weights)
