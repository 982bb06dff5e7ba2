"""Texts that repeat earlier ones: compared by their clauses, since a reprint carries clauses over word for word."""

import re
from array import array
from collections.abc import Iterable
from itertools import takewhile
from zlib import crc32

import msgspec

from rashomon.model import Article

_BREAK = re.compile(r"[^\w]+")
_NUMBER = re.compile(r"\d+")
_SHORTEST = 6  # characters of a clause that can be told from a phrase anyone writes
_SKETCH = 16  # clauses an article is found by
_LEAST = 24  # characters of a text that can be told from another at all
_WINDOW = 31 * 24.0  # hours that texts are kept to be repeated: re-posts come weeks later
_FRESH = 36.0  # hours within which a text is reprinted with changes; what comes later and is no re-post is told anew in a known form
_CROWD = 50  # articles that share one clause: furniture, no evidence
_RUN = 5  # characters of a shingle
# Measured on 200 pairs read by eye, drawn across similarity (scripts/score_stories.py): P 1.00, R .97 of those that were chosen by it.
_HINT = 0.3  # share of the shorter text's clauses that stand in the other, from which the texts are compared closely
_COPIED = 0.77  # share of the shorter text's shingles that stand in the other
_ALIKE, _SAME = (
    0.53,
    0.6,
)  # share of all shingles that both texts have: of two outlets; of one, which goes on in its own words
_CARRIED = (0.8, 0.42)  # the same two, where one outlet carries another's text and leaves some of it out
_REPOST = 0.9  # share of the longer text's clauses that a re-post carries over
_COUNTED = 0.66  # share of the numbers that the texts have in common: one form filled anew each day shares its words and not its numbers
_FEW = 3  # numbers of a text below which they tell nothing


class Repeat(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an article repeats: the number of an earlier article, and how."""

    of: int
    copied: float  # share of the shorter text's clauses that stand in the longer one, by length
    same: bool  # whether it is a later text of the same article


class Text:
    """One text that may be repeated."""

    __slots__ = ("body", "clauses", "hour", "outlet", "size")

    def __init__(self, article: Article, clauses: dict[int, int], hour: float, body: str) -> None:
        self.outlet = article.outlet
        self.hour = hour
        self.clauses = array("L", sorted(clauses))  # those it is found by come first
        self.size = sum(clauses.values())
        self.body = body  # "" once it is no longer fresh


def find_body(lead: str) -> str:
    """A lead without its title, which a reprint writes anew."""
    return lead.partition("\n")[2] or lead


def find_clauses(body: str) -> dict[int, int]:
    """Hash and length of each clause of a body, in the shadow of its script."""
    return {crc32(clause.encode()): len(clause) for clause in _BREAK.split(body) if len(clause) >= _SHORTEST}


class Duplicates:
    """Texts of the last month, found by article, address and clauses."""

    def __init__(self) -> None:
        self._texts: dict[int, Text] = {}
        self._by_clause: dict[int, list[int]] = {}
        self._by_article: dict[str, tuple[int, int]] = {}  # id or address -> its first text, and the hash of what that said
        self._fresh = 0  # number of the first text whose words are kept

    def place(self, number: int, article: Article, body: str, clauses: dict[int, int], hour: float) -> Repeat | None:
        """What an article repeats, if anything; from then on it can be repeated itself."""
        text = Text(article, clauses, hour, body)
        sketch, said = text.clauses[:_SKETCH], crc32(body.encode())
        repeat = self._find(article, text, clauses, sketch, said)
        self._texts[number] = text
        for name in filter(None, (article.article, article.url)):
            self._by_article.setdefault(name, (number, said))
        for clause in sketch:
            holders = self._by_clause.setdefault(clause, [])
            if len(holders) < _CROWD:
                holders.append(number)
        return repeat

    def _find(self, article: Article, text: Text, clauses: dict[int, int], sketch: Iterable[int], said: int) -> Repeat | None:
        known = self._by_article.get(article.article)
        if known is None and article.url:
            known = self._by_article.get(article.url)
        if known is not None:
            first, before = known
            earlier = self._texts.get(first)
            copied = 1.0 if said == before else measure_copied(text, clauses, earlier) if earlier else 0.0
            return Repeat(of=first, copied=copied, same=True)
        by_clause = self._by_clause
        sharing = {number for clause in sketch if clause in by_clause for number in by_clause[clause]}
        best: tuple[float, int] | None = None
        for number in sorted(sharing):
            copied = measure_copied(text, clauses, self._texts[number])
            if copied and (best is None or copied > best[0]):
                best = (copied, number)
        if best is None:
            return None
        return Repeat(of=best[1], copied=best[0], same=article.outlet is not None and article.outlet == self._texts[best[1]].outlet)

    def let_go(self, hour: float) -> None:
        """Forget the texts that lie more than a month before an hour, and the words of those that are no longer fresh."""
        for number in range(self._fresh, max(self._texts, default=-1) + 1):
            text = self._texts.get(number)
            if text is not None and hour - text.hour <= _FRESH:
                break
            if text is not None:
                text.body = ""
            self._fresh = number + 1
        for number in list(takewhile(lambda number: hour - self._texts[number].hour > _WINDOW, self._texts)):
            self._drop(number)

    def forget(self, number: int) -> None:
        """Forget one text and the addresses it is known by."""
        self._by_article = {name: held for name, held in self._by_article.items() if held[0] != number}
        if number in self._texts:
            self._drop(number)

    def _drop(self, number: int) -> None:
        for clause in self._texts.pop(number).clauses[:_SKETCH]:
            holders = self._by_clause.get(clause, [])
            if number in holders:
                holders.remove(number)
            if not holders:
                self._by_clause.pop(clause, None)


def measure_copied(text: Text, clauses: dict[int, int], earlier: Text) -> float:
    """Share of the shorter text that stands in the other; 0 where neither repeats the other."""
    shorter, longer = sorted((text.size, earlier.size))
    fresh = bool(earlier.body) and abs(text.hour - earlier.hour) <= _FRESH
    if shorter < _LEAST or (not fresh and shorter < _REPOST * longer):
        return 0.0
    shared = sum(map(clauses.__getitem__, clauses.keys() & earlier.clauses))
    if shared >= _REPOST * longer:
        return shared / shorter
    if shared < _HINT * shorter or not fresh:
        return 0.0
    copied, alike = measure_bodies(text.body, earlier.body)
    enough = _SAME if text.outlet == earlier.outlet else _ALIKE
    carried = text.outlet != earlier.outlet and copied >= _CARRIED[0] and alike >= _CARRIED[1]
    return copied if carried or (copied >= _COPIED and alike >= enough) else 0.0


def measure_bodies(one: str, other: str) -> tuple[float, float]:
    """Share of the shorter text's shingles that stand in the other, and share of all that stand in both; 0 where their numbers differ."""
    counted, facing = set(_NUMBER.findall(one)), set(_NUMBER.findall(other))
    fewest = min(len(counted), len(facing))
    if fewest >= _FEW and len(counted & facing) < _COUNTED * fewest:
        return 0.0, 0.0
    a, b = _shingle(one), _shingle(other)
    if not a or not b:
        return 0.0, 0.0
    both = len(a & b)
    return both / min(len(a), len(b)), both / len(a | b)


def _shingle(text: str) -> set[str]:
    squeezed = _BREAK.sub("", text)
    return {squeezed[start : start + _RUN] for start in range(len(squeezed) - _RUN + 1)}
