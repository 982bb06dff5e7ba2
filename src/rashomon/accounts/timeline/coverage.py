"""Coverage: what the words of a story's days are worth, and how much of that the lines chosen so far have left to tell."""

from collections.abc import Sequence

import numpy as np

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import day_number
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.vectors import Flags, Real, Whole, changes, join, look_up, numbered, once, order_by, part, whole

COMMONEST = 3.5  # rarity beyond which a feature is a slip or a name told once
FEWEST = 8  # features under which a sentence tells too little
TOLD_THAT_DAY = 0.07  # worth of a feature that a line of the same day has told
TOLD_BEFORE = 0.45  # worth of a feature that a line of another day has told, where the sentence has no date of its own
DATED_BEFORE = 0.75  # the same where it has
LONE = 0.07  # worth of a feature that one outlet alone has
HEADED = 1.2  # worth beside it of one in a headline of its day or the next: what an article was written for is news, be it in one
DAMPING = 0.4  # power of a day's articles by which its features are worth less: else the fullest days take every line


class Coverage:
    """The features of the sentences, each with its worth now."""

    def __init__(self, claims: Sequence[Claim], likeness: Likeness, days: Whole, anchored: Sequence[bool], pool: Sequence[int]) -> None:
        """days: of the claims, by number; anchored: whether they have them of their own; pool: those whose worth is asked for."""
        self._vectors, self._days = likeness.vectors, days
        self._before: Real = np.where(anchored, DATED_BEFORE, TOLD_BEFORE)
        rarities = np.minimum(likeness.rarities, COMMONEST)
        self._rare: Real = rarities[self._vectors.feature]
        self._values = _values(claims, likeness, days) * self._rare
        self._left = self._values.copy()
        self._told_that_day = np.zeros(len(self._values), np.bool_)
        self._places = self._vectors.places(whole(pool))
        self._starts: list[int] = self._vectors.starts.tolist()

    def whole(self) -> list[float]:
        """What all that each sentence tells is worth while nothing is told, for its length."""
        told = np.bincount(self._vectors.row, weights=self._values, minlength=self._vectors.rows)
        worth: list[float] = (told / np.sqrt(np.maximum(self._vectors.lengths, 1))).tolist()
        return worth

    def worth(self, at: int) -> float:
        """What a sentence would add now, before what else speaks for it."""
        left: list[float] = self._left[self._starts[at] : self._starts[at + 1]].tolist()
        return sum(left)

    def worth_alone(self, at: int) -> float:
        """What it would add if nothing were told."""
        values: list[float] = self._values[self._starts[at] : self._starts[at + 1]].tolist()
        return sum(values)

    def fresh(self, at: int) -> float:
        """What share of all that a sentence tells it would add now."""
        return self.worth(at) / (self.worth_alone(at) or 1.0)

    def unheard(self, at: int) -> float:
        """What share of a sentence, by how rare its words are, no line of its day has told, whoever else tells it."""
        own = slice(self._starts[at], self._starts[at + 1])
        rare = self._rare[own]
        return float(rare[~self._told_that_day[own]].sum() / (rare.sum() or 1.0))

    def length(self, at: int) -> int:
        """How many features a sentence has."""
        return self._starts[at + 1] - self._starts[at]

    def tell(self, at: int) -> None:
        """Take what a sentence tells for told; what a line of its day has told before changes nothing."""
        own = slice(self._starts[at], self._starts[at + 1])
        places = self._places.of(self._vectors.feature[own][~self._told_that_day[own]])
        rows = self._vectors.row[places]
        that_day = self._days[rows] == self._days[at]
        here = places[that_day]
        self._left[here] = self._values[here] * TOLD_THAT_DAY
        self._told_that_day[here] = True
        later = ~(that_day | self._told_that_day[places])
        self._left[places[later]] = self._values[places[later]] * self._before[rows[later]]


def _values(claims: Sequence[Claim], likeness: Likeness, days: Whole) -> Real:
    """How independently each feature is told on its sentence's day: outlets and articles that hold it, dampened by how full the day is."""
    vectors, roots = likeness.vectors, numbered(claim.witness.root for claim in claims)
    feature, day = vectors.feature, days[vectors.row]
    outlets_holding = _distinct(numbered(claim.outlet for claim in claims)[vectors.row], feature, day)
    roots_holding = _distinct(roots[vectors.row], feature, day)
    articles = np.bincount(part(once(join(days, roots)))[0])
    fullness = np.array([number**DAMPING for number in articles.tolist()], np.float64)
    shared: Real = (np.sqrt(outlets_holding * roots_holding) - 1) / fullness[day] + LONE
    values: Real = shared + HEADED * _headed(claims, likeness)
    return values


def _headed(claims: Sequence[Claim], likeness: Likeness) -> Flags:
    """Whether each feature stands in the headline of an article of its sentence's day or of the next; not those of headlines themselves."""
    row, feature = likeness.vectors.row, likeness.vectors.feature
    told = whole(day_number(claim.day) for claim in claims)[row]
    titles = np.array([claim.sentence[0] == 0 for claim in claims], np.bool_)[row]
    written = whole(day_number(claim.witness.day) for claim in claims)[row]
    heads = once(join(written[titles], feature[titles]))
    headed: Flags = (look_up(join(told, feature), heads)[1] | look_up(join(told + 1, feature), heads)[1]) & ~titles
    return headed


def _distinct(given: Whole, feature: Whole, day: Whole) -> Real:
    """Beside each feature of a day, how many of those given hold it that day."""
    ordered = order_by(given, feature, day)
    new = changes(feature[ordered]) | changes(day[ordered])
    group = np.cumsum(new) - 1
    counts = np.bincount(group, weights=new | changes(given[ordered]))
    found = np.empty(len(given), np.float64)
    found[ordered] = counts[group]
    return found
