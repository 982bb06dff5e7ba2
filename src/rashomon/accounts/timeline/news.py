"""News: what an article was written for, and whether the lines of its day have told it, by how much of its headline they hold."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.timeline.asides import HIGH, is_anchored
from rashomon.accounts.timeline.coverage import COMMONEST

LEAD = 1  # place of an article's lead, the sentence under its headline
UNTOLD = 0.65  # share of a headline, by how rare its words are, that no line holds: beneath it its article has little to tell
SHORT = 8  # sentences up to which an article is a report: longer ones are where their top gives a day of the news
FRESH = 1  # days before its own on which a day of the news may lie


def find_reported(claims: Sequence[Claim], places: Sequence[int]) -> frozenset[int]:
    """The leads of reports that give no day, by their places among the claims: what they tell is of the day of their article.

    places: which sentence of its article each is. What leads a feature (岚国走到了十字路口) is of no day.
    """
    dated = {
        claim.witness.article.path
        for claim, place in zip(claims, places, strict=True)
        if place < HIGH and is_anchored(claim) and 0 <= days_between(claim.day, claim.witness.day) <= FRESH
    }
    return frozenset(
        at
        for at, (claim, place) in enumerate(zip(claims, places, strict=True))
        if place == LEAD
        and not is_anchored(claim)
        and (claim.witness.article.path in dated or len(claim.witness.article.sentences) <= SHORT)
    )


class News:
    """The headlines above the leads, and what the lines chosen so far have told of them."""

    def __init__(self, claims: Sequence[Claim], places: Sequence[int], likeness: Likeness) -> None:
        """places: which sentence of its article each is, the headline being 0."""
        self._features, self._rarities = likeness.features, likeness.rarities
        titles = {claim.witness.article.path: likeness.features(at) for at, claim in enumerate(claims) if places[at] == 0}
        self._titles = {at: titles.get(claim.witness.article.path, []) for at, claim in enumerate(claims) if places[at] == LEAD}
        self._days = [claim.day for claim in claims]
        self._told: dict[str, set[int]] = defaultdict(set)

    def is_told(self, at: int) -> bool:
        """Whether the lines of its day hold so much of the headline above a lead that it has nothing of its own."""
        title, told = self._titles[at], self._told[self._days[at]]
        return self._weigh([one for one in title if one not in told]) < UNTOLD * self._weigh(title)

    def tell(self, at: int) -> None:
        """Take a sentence for told."""
        self._told[self._days[at]].update(self._features(at))

    def _weigh(self, features: Sequence[int]) -> float:
        return sum(min(self._rarities[one], COMMONEST) for one in features)
