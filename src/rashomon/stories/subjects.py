"""What a cluster's articles are on, counted: each standing matter, digests."""

from rashomon.stories.kinds import DIGEST, Kind
from rashomon.stories.matters import FIELDS, MARKET, Matter, compare_subjects, measure_subjects

_BESIDE = 0.5  # how far a market's reports and all else are apart, beside two markets


class Subjects:
    """How many of a cluster's articles are on each standing matter and of each kind, and how surely."""

    __slots__ = ("held",)

    def __init__(self) -> None:
        self.held: dict[str, dict[str, float]] = {}  # field -> subject -> sum

    def add(self, field: str, subject: str, strength: float) -> None:
        """Count an article."""
        subjects = self.held.setdefault(field, {})
        subjects[subject] = subjects.get(subject, 0.0) + strength

    def add_kind(self, kind: Kind) -> None:
        """Count an article of a kind."""
        if kind.digest:
            self.add(DIGEST, "", 1.0)

    def absorb(self, other: "Subjects") -> None:
        """Count all that another counted."""
        for field, subjects in other.held.items():
            for subject, strength in subjects.items():
                self.add(field, subject, strength)

    def measure(self, matter: Matter | None, size: int) -> tuple[float, float]:
        """How surely an article is on the matter of a cluster of a size, and on another of its field; each 0 to 1."""
        if matter is None or matter.field not in self.held:
            return 0.0, 0.0
        same, apart = measure_subjects(matter, self.held[matter.field])
        return same / size, apart / size

    def measure_kind(self, kind: Kind, size: int) -> float:
        """How far an article and a cluster of a size are of two kinds, 0 to 1.

        A market's reports and all else are of two by half: what is written on a market need be no report of it.
        """
        market = _BESIDE * abs(kind.market - self.share(MARKET, size))
        return max(market, 1.0 if kind.digest else self.share(DIGEST, size))

    def find_most(self) -> float:
        """How many articles are on the standing matter that most are on."""
        return max([strength for field in FIELDS for strength in self.held.get(field, {}).values()], default=0.0)

    def tells_anew(self) -> bool:
        """Whether any article is on what is told alike each time."""
        return not self.held.keys().isdisjoint(FIELDS)

    def share(self, field: str, size: int) -> float:
        """How much of a cluster of a size is on a field's matters, 0 to 1."""
        return sum(self.held.get(field, {}).values()) / size

    def compare(self, size: int, other: "Subjects", others: int) -> tuple[float, float]:
        """The same for two clusters: on one matter, and on two.

        What is no market's is wholly apart from a market's, since what is bound stays bound.
        """
        same = apart = 0.0
        for field in FIELDS:
            for subject, strength in self.held.get(field, {}).items():
                for facing, also in other.held.get(field, {}).items():
                    alike, unlike = compare_subjects(field, subject, facing)
                    same += alike * strength * also
                    apart += unlike * strength * also
        beside = max(abs(self.share(field, size) - other.share(field, others)) for field in (MARKET, DIGEST))
        return same / (size * others), apart / (size * others) + beside
