"""Whose a country's news is: where one live story holds most of what is told of a country, what else comes from there is likely on it.

Words tell this badly: those that a large story is full of are common by then and weigh little.
"""

from collections.abc import Iterable

from rashomon.stories.places import Places

_HALF = 0.5  # share of a country's articles from which a story owns its news
_MAIN = 0.5  # share of an article's places from which it counts as told of one
_NAMED = 0.3  # and from which it asks whose one is
_FEW = 10.0  # articles that a country's news is reckoned with beside those that live: two of three are no ownership


class Owners:
    """How many articles on each country live stories hold."""

    def __init__(self) -> None:
        self._held: dict[str, dict[int, float]] = {}  # code -> story -> articles, by the share of their places

    def add(self, story: int, places: Places) -> None:
        """Count an article that a story took in."""
        for code, share in places.items():
            if share > _MAIN:
                held = self._held.setdefault(code, {})
                held[story] = held.get(story, 0.0) + share * share

    def find(self, places: Places, home: str | None) -> dict[int, float]:
        """The stories that own an article's places, with how much beyond half; not that of its outlet's home, which tells of everything."""
        found: dict[int, float] = {}
        for code, share in places.items():
            held = self._held.get(code) if share >= _NAMED and code != home else None
            if not held:
                continue
            most = max(held.values())
            owned = most / (sum(held.values()) + _FEW)
            if owned > _HALF:
                owner = min(story for story, count in held.items() if count == most)
                found[owner] = found.get(owner, 0.0) + share * share * (owned - _HALF)
        return found

    def bind(self, story: int, other: int) -> None:
        """Let a story hold what another held."""
        for held in self._held.values():
            if other in held:
                held[story] = held.get(story, 0.0) + held.pop(other)

    def drop(self, stories: Iterable[int]) -> None:
        """Forget stories."""
        gone = frozenset(stories)
        if gone:
            self._held = {
                code: kept for code, held in self._held.items() if (kept := {s: count for s, count in held.items() if s not in gone})
            }
