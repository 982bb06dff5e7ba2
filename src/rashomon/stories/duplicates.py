"""Texts that repeat earlier ones: compared by their clauses, since a reprint carries clauses over word for word."""

import re
from array import array
from zlib import crc32

import msgspec

from rashomon.model import Article
from rashomon.stories.settings import Settings

_BREAK = re.compile(r"[^\w]+")
_SHORTEST = 6  # characters of a clause that can be told from a phrase anyone writes
_SKETCH = 16  # clauses an article is found by
_LEAST = 24  # characters of a text that can be told from another at all
_PART = 0.4  # of the longer text that the shorter one must be to be its duplicate, not its summary or a piece of a digest
_WINDOW = 31 * 24.0  # hours that texts are kept to be repeated: re-posts come weeks later
_CROWD = 50  # articles that share one clause: furniture, no evidence


class Repeat(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an article repeats: the number of an earlier article, and how."""

    of: int
    copied: float  # share of the shorter text's clauses that stand in the longer one, by length
    same: bool  # whether it is a later text of the same article


class Text:
    """One text that may be repeated."""

    __slots__ = ("clauses", "hour", "outlet", "size")

    def __init__(self, article: Article, clauses: dict[int, int], hour: float) -> None:
        self.outlet = article.outlet
        self.hour = hour
        self.clauses = array("L", sorted(clauses))
        self.size = sum(clauses.values())


def find_clauses(lead: str) -> dict[int, int]:
    """Hash and length of each clause of a lead, in the shadow of its script."""
    return {crc32(clause.encode()): len(clause) for clause in _BREAK.split(lead) if len(clause) >= _SHORTEST}


class Duplicates:
    """Texts of the last month, found by article, address and clauses."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._texts: dict[int, Text] = {}
        self._by_clause: dict[int, list[int]] = {}
        self._by_article: dict[str, int] = {}
        self._oldest = 0

    def place(self, number: int, article: Article, lead: str, hour: float) -> Repeat | None:
        """What an article repeats, if anything; from then on it can be repeated itself."""
        clauses = find_clauses(lead)
        sketch = sorted(clauses)[:_SKETCH]
        repeat = self._find(article, clauses, sketch)
        self._texts[number] = Text(article, clauses, hour)
        for name in filter(None, (article.article, article.url)):
            self._by_article.setdefault(name, number)
        for clause in sketch:
            holders = self._by_clause.setdefault(clause, [])
            if len(holders) < _CROWD:
                holders.append(number)
        return repeat

    def _find(self, article: Article, clauses: dict[int, int], sketch: list[int]) -> Repeat | None:
        known = self._by_article.get(article.article)
        if known is None and article.url:
            known = self._by_article.get(article.url)
        if known is not None:
            text = self._texts.get(known)
            return Repeat(of=known, copied=share_copied(clauses, text) if text else 0.0, same=True)
        shared: dict[int, int] = {}
        for clause in sketch:
            for number in self._by_clause.get(clause, ()):
                shared[number] = shared.get(number, 0) + 1
        best: tuple[float, int] | None = None
        for number in sorted(shared):
            copied = share_copied(clauses, self._texts[number])
            if copied >= self._settings.copied and (best is None or copied > best[0]):
                best = (copied, number)
        if best is None:
            return None
        return Repeat(of=best[1], copied=best[0], same=article.outlet is not None and article.outlet == self._texts[best[1]].outlet)

    def let_go(self, hour: float) -> None:
        """Forget the texts that lie more than a month before an hour."""
        for number in [number for number, text in self._texts.items() if hour - text.hour > _WINDOW]:
            for clause in self._texts.pop(number).clauses[:_SKETCH]:
                holders = self._by_clause.get(clause, [])
                if number in holders:
                    holders.remove(number)
                if not holders:
                    self._by_clause.pop(clause, None)


def share_copied(clauses: dict[int, int], text: Text) -> float:
    """Share of the shorter text, by length of its clauses, that stands in the other; 0 where one is a notice inside a long text."""
    size = sum(clauses.values())
    shorter, longer = sorted((size, text.size))
    if shorter < _LEAST or shorter < _PART * longer:
        return 0.0
    return sum([clauses[clause] for clause in text.clauses if clause in clauses]) / shorter
