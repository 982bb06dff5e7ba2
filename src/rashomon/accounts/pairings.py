"""Pairings: which sentences of a story's articles tell the same, found by their clauses."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec
import numpy as np

from rashomon.accounts.chances import APART, LIKELY, UNLIKELY, Chances
from rashomon.accounts.clauses import Clause, Clauses
from rashomon.accounts.contrasts import ahead_in, came_true, done_in, lasting
from rashomon.accounts.deeds import FEW, find_deeds
from rashomon.accounts.letters import Letters
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.passages import Passage, Passages
from rashomon.accounts.series import days_between
from rashomon.accounts.vectors import Real
from rashomon.accounts.witnesses import Witness

TOGETHER = 0.25  # cosine from which two clauses may say the same
ALL_TOLD = 0.2  # cosine of their whole sentences that they need beside it
BY_ITSELF = 0.8  # cosine from which two clauses need nothing beside them
WITHIN = 10  # days between two tellings that are compared
WHOLE = 0.14  # cosine of two whole sentences from which they may say the same though no clause of one is like a clause of the other
ROUND_IT = 0.09  # cosine of two whole sentences that a deed in common needs beside it
ROUND_LITTLE = 0.15  # the same where they share two things of the deed and no more
SEVERAL = 2  # names from which a sentence says whom and where it means
NEAREST = 2  # sentences of other articles that a sentence is like most
TOUCHING = 0.08  # cosine of two whole sentences from which they are weighed at all
CLOSE = 8  # sentences of other articles that are weighed beside one
SUBSTANCE = 15.0  # rarity that the words they share must sum to, names left out: two clauses about one person need not say the same


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences, the earlier first, by the clauses in which they say the same."""

    a: int
    b: int
    alike: float
    clauses: tuple[Clause, Clause]  # the two that are most alike, in the order of the sentences
    likely: bool = False  # whether all that speaks for and against it, weighed together, says that they tell the same
    unlikely: bool = False  # whether it says that they do not
    apart: bool = False  # whether it says that they tell of two things, and neither of a later state of the other
    agree: bool = True  # whether the clauses that are alike do not count otherwise
    at_one: bool = True  # whether the sentences have a number in common, if both give any, and a name, if both give several
    around: float = 0.0  # cosine of the sentences as wholes
    whole: float = 0.0  # the same, where each is among those that the other is like most; else 0
    deed: tuple[Clause, Clause] | None = None  # the two in which they tell of one deed
    moved: bool = False  # whether both foresee how long something lasts, and not the same
    came: bool = False  # whether a clause of the later sentence has done what one of the earlier has ahead

    def turned(self) -> "Pairing":
        """The same, seen from the other sentence."""
        return msgspec.structs.replace(self, a=self.b, b=self.a, clauses=self.clauses[::-1], deed=self.deed and self.deed[::-1])


class Tellings(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of a story, and which of them tell the same."""

    items: tuple[Passage, ...]
    pairings: tuple[Pairing, ...]


def pair(passages: Passages, clauses: Clauses) -> Tellings:
    """Sentences of different articles that say the same, each pair once, the earlier sentence first.

    Proposed by a clause that they share in substance, by a deed that they tell of, or as wholes, where each is among those that the
    other is like most.
    """
    place = {(item.witness.article.path, item.sentence): at for at, item in enumerate(passages.items)}
    spots = [place.get(clause.key) for clause in clauses.items]
    texts: list[list[str]] = [[] for _ in passages.items]
    words: list[list[str]] = [[] for _ in passages.items]
    for clause, spot in zip(clauses.items, spots, strict=True):
        if spot is not None:
            texts[spot].append(clause.plain)
            words[spot] += (*clause.marks, *("/" + word for word in clause.words))
    sentences = Likeness(Letters(["，".join(found) for found in texts], words))
    best = _by_clause(clauses, spots)
    beside = _beside(sentences, passages.items)
    nearest = _nearest(beside)
    deeds = _by_deed(clauses, spots)
    own: dict[int, list[int]] = defaultdict(list)
    for at, spot in enumerate(spots):
        if spot is not None:
            own[spot].append(at)
    read: dict[int, _Sentence] = {}
    pairings = []
    chances = Chances(passages.items, sentences)
    keys = sorted({*best, *nearest, *deeds, *_promising(beside, chances)})
    sides = np.array(keys, np.int64).reshape(-1, 2)
    around = sentences.between(sides[:, 0], sides[:, 1]).tolist()
    agreed = sentences.agree(sides[:, 0], sides[:, 1]).tolist()
    likest = _likest(clauses, own, keys)
    told = [best.get(key) or (*found, agree) for key, found, agree in zip(keys, likest, agreed, strict=True)]
    chance = chances.of(sides, np.array([alike for alike, *_ in told]), _places(beside, keys))
    likely = (chance >= LIKELY) & (sentences.rarity_shared(sides[:, 0], sides[:, 1], without="@")[1] >= SUBSTANCE)
    for at, ((a, b), between, (alike, one, other, agree)) in enumerate(zip(keys, around, told, strict=True)):
        whole = nearest.get((a, b), 0.0)
        bar, deed = deeds.get((a, b), (1.0, None))
        deed = deed if between >= bar else None
        if likely[at] or whole or deed or alike >= BY_ITSELF or between >= ALL_TOLD:
            for spot in (a, b):
                if spot not in read:
                    read[spot] = _Sentence([clauses.items[at] for at in own[spot]])
            weighed = {
                "likely": bool(likely[at]),
                "unlikely": bool(chance[at] < UNLIKELY),
                "apart": bool(chance[at] < APART),
                **read[a].beside(read[b]),
            }
            pairings.append(
                Pairing(a=a, b=b, alike=alike, clauses=(one, other), agree=agree, around=between, whole=whole, deed=deed, **weighed)
            )
    return Tellings(items=passages.items, pairings=tuple(pairings))


class _Sentence:
    """What decides how two sentences on one thing stand, read once for each that has a pair."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        marks = {mark for clause in clauses for mark in clause.marks}
        self.numbers = {mark for mark in marks if mark[0] == "#"}
        self.names = {mark for mark in marks if mark[0] == "@"}
        self.lasting = {told for clause in clauses for told in lasting(clause)}
        self.ahead = [clause for clause in clauses if ahead_in(clause)]
        self._clauses = clauses

    @cached_property
    def done(self) -> list[Clause]:
        """Asked only of what comes after something that was ahead."""
        return [clause for clause in self._clauses if done_in(clause)]

    def beside(self, later: "_Sentence") -> dict[str, bool]:
        """Templates are filled anew: sentences that both give numbers share one, and those that both give several names."""
        numbers = not self.numbers or not later.numbers or not self.numbers.isdisjoint(later.numbers)
        names = min(len(self.names), len(later.names)) < SEVERAL or not self.names.isdisjoint(later.names)
        return {
            "at_one": numbers and names,
            "moved": bool(self.lasting and later.lasting and not self.lasting & later.lasting),
            "came": any(came_true(one, other) for one in self.ahead for other in later.done),
        }


def _by_clause(clauses: Clauses, spots: Sequence[int | None]) -> dict[tuple[int, int], tuple[float, Clause, Clause, bool]]:
    """Two sentences -> how alike their most like clauses are, these clauses, and whether none of those alike counts otherwise."""
    items, likeness = clauses.items, clauses.likeness
    best: dict[tuple[int, int], tuple[float, Clause, Clause, bool]] = {}
    pairs = likeness.pairs(range(len(items)), TOGETHER, since=_window([item.witness for item in items]))
    pairs = pairs.where(likeness.rarity_shared(pairs.a, pairs.b, without="@")[1] >= SUBSTANCE)
    for (one, other, alike), agreed in zip(pairs, likeness.agree(pairs.a, pairs.b).tolist(), strict=True):
        a, b = spots[one], spots[other]
        if a is None or b is None or items[one].witness.root == items[other].witness.root:
            continue
        key, (first, second) = ((a, b), (one, other)) if a < b else ((b, a), (other, one))
        known = best.get(key)
        agree = agreed and (known is None or known[3])
        if known is None or alike > known[0]:
            best[key] = alike, items[first], items[second], agree
        else:
            best[key] = *known[:3], agree
    return best


def _by_deed(clauses: Clauses, spots: Sequence[int | None]) -> dict[tuple[int, int], tuple[float, tuple[Clause, Clause]]]:
    """Two sentences -> the likeness as wholes that they need, and the clauses in which they most plainly tell of one deed."""
    items = clauses.items
    best: dict[tuple[int, int], tuple[float, float, tuple[Clause, Clause]]] = {}
    for deed in find_deeds(items, _window([item.witness for item in items])):
        a, b = spots[deed.a], spots[deed.b]
        if a is not None and b is not None:
            key, (first, second) = ((a, b), (deed.a, deed.b)) if a < b else ((b, a), (deed.b, deed.a))
            if key not in best or deed.plain > best[key][0]:
                best[key] = deed.plain, ROUND_IT if deed.parts > FEW else ROUND_LITTLE, (items[first], items[second])
    return {key: (bar, told) for key, (_, bar, told) in best.items()}


def _likest(clauses: Clauses, own: Mapping[int, Sequence[int]], keys: Sequence[tuple[int, int]]) -> list[tuple[float, Clause, Clause]]:
    """The clauses of each two sentences that are most alike, however little; the first among equals."""
    if not keys:
        return []
    one = np.concatenate([np.repeat(own[a], len(own[b])) for a, b in keys])
    other = np.concatenate([np.tile(own[b], len(own[a])) for a, b in keys])
    alike = clauses.likeness.between(one, other)
    found, start = [], 0
    for a, b in keys:
        end = start + len(own[a]) * len(own[b])
        at = start + int(alike[start:end].argmax())
        found.append((float(alike[at]), clauses.items[one[at]], clauses.items[other[at]]))
        start = end
    return found


def _beside(sentences: Likeness, items: Sequence[Passage]) -> dict[int, dict[int, tuple[int, float]]]:
    """For each sentence the few of other articles that it is like most, the likest first: each with its place and their likeness."""
    members = [at for at, found in enumerate(sentences.ids) if found]
    window = [members[first] for first in _window([items[at].witness for at in members])]
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for a, b, alike in sentences.pairs(members, TOUCHING, since=window):
        if items[a].witness.root != items[b].witness.root:
            found[a].append((-alike, b))
            found[b].append((-alike, a))
    return {at: {other: (n, -alike) for n, (alike, other) in enumerate(sorted(others)[:CLOSE])} for at, others in found.items()}


def _nearest(beside: Mapping[int, Mapping[int, tuple[int, float]]]) -> dict[tuple[int, int], float]:
    """Sentences of different articles each of which is among the few that the other is like most, with their likeness."""
    best = {at: {b: alike for b, (place, alike) in others.items() if place < NEAREST and alike >= WHOLE} for at, others in beside.items()}
    return {(a, b): alike for a, found in best.items() for b, alike in found.items() if a < b and a in best[b]}


def _promising(beside: Mapping[int, Mapping[int, tuple[int, float]]], chances: Chances) -> Iterator[tuple[int, int]]:
    """Sentences beside one another that may be likely the same though no clause of one is as one of the other."""
    close = sorted({(min(a, b), max(a, b)) for a, others in beside.items() for b in others})
    sides = np.array(close, np.int64).reshape(-1, 2)
    most = chances.of(sides, np.full(len(close), TOGETHER), _places(beside, close))
    yield from (key for key, chance in zip(close, most.tolist(), strict=True) if chance >= LIKELY)


def _places(beside: Mapping[int, Mapping[int, tuple[int, float]]], keys: Sequence[tuple[int, int]]) -> Real:
    """For each two sentences how many others each is like more than the other."""
    none: dict[int, tuple[int, float]] = {}
    far = (CLOSE, 0.0)
    found = [(beside.get(a, none).get(b, far)[0], beside.get(b, none).get(a, far)[0]) for a, b in keys]
    return np.array(found, np.float64).reshape(-1, 2)


def _window(witnesses: Sequence[Witness]) -> list[int]:
    """For each place in a row of tellings, in their order, the first that was told few enough days before it."""
    first, window = 0, []
    for witness in witnesses:
        while days_between(witnesses[first].day, witness.day) > WITHIN:
            first += 1
        window.append(first)
    return window
