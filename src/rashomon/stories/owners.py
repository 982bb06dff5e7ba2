"""Whose a country's news is: where one live story holds most of what is told of a country, what else comes from there is likely on it.

Words tell this badly: those that a large story is full of are common by then and weigh little.
"""

from collections.abc import Iterable

from rashomon.stories.places import Places

_HALF = 0.5  # share of a country's articles from which a story owns its news
_MAIN = 0.5  # share of an article's places from which it counts as told of one
_NAMED = 0.3  # and from which it asks whose one is
_FEW = 3.0  # articles that a country's news is reckoned with beside those that live: two of three are no ownership


class _Told:
    """The articles on one country that live stories hold, by the share of their places."""

    __slots__ = ("all", "held", "most", "owner")

    def __init__(self) -> None:
        self.held: dict[int, float] = {}  # story -> articles
        self.all = 0.0
        self.most = 0.0
        self.owner = 0  # the story that holds most, the earliest of equals

    def add(self, story: int, count: float) -> None:
        held = self.held[story] = self.held.get(story, 0.0) + count
        self.all += count
        if held > self.most or (held == self.most and story < self.owner):
            self.most, self.owner = held, story

    def keep(self, held: dict[int, float]) -> None:
        """Hold what is left."""
        self.held, self.all = held, sum(held.values())
        self.most, self.owner = max(((count, -story) for story, count in held.items()), default=(0.0, 0))
        self.owner = -self.owner


class Owners:
    """How many articles on each country live stories hold."""

    def __init__(self) -> None:
        self._told: dict[str, _Told] = {}

    def add(self, story: int, places: Places) -> None:
        """Count an article that a story took in."""
        for code, share in places.items():
            if share > _MAIN:
                self._told.setdefault(code, _Told()).add(story, share * share)

    def find(self, places: Places, home: str | None) -> dict[int, float]:
        """The stories that own an article's places, with how much beyond half; not that of its outlet's home, which tells of everything."""
        found: dict[int, float] = {}
        for code, share in places.items():
            told = self._told.get(code) if share >= _NAMED and code != home else None
            if told is not None and (owned := told.most / (told.all + _FEW)) > _HALF:
                found[told.owner] = found.get(told.owner, 0.0) + share * share * (owned - _HALF)
        return found

    def bind(self, story: int, other: int) -> None:
        """Let a story hold what another held."""
        for told in self._told.values():
            if other in told.held:
                held = dict(told.held)
                held[story] = held.get(story, 0.0) + held.pop(other)
                told.keep(held)

    def drop(self, stories: Iterable[int]) -> None:
        """Forget stories."""
        gone = frozenset(stories)
        for code, told in list(self._told.items()):
            if not gone.isdisjoint(told.held):
                told.keep({story: count for story, count in told.held.items() if story not in gone})
                if not told.held:
                    del self._told[code]
