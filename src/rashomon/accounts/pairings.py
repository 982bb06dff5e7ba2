"""Pairings: which sentences of a story's articles tell the same, found by their clauses."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import msgspec
import numpy as np

from rashomon.accounts.clauses import Clause, Clauses
from rashomon.accounts.contrasts import ahead_in, came_true, done_in, lasting
from rashomon.accounts.deeds import FEW, find_deeds
from rashomon.accounts.letters import Letters
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.passages import Passage, Passages
from rashomon.accounts.series import days_between
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
SUBSTANCE = 15.0  # rarity that the words they share must sum to, names left out: two clauses about one person need not say the same


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences, the earlier first, by the clauses in which they say the same."""

    a: int
    b: int
    alike: float
    clauses: tuple[Clause, Clause]  # the two that are most alike, in the order of the sentences
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
    nearest = _nearest(sentences, passages.items)
    deeds = _by_deed(clauses, spots)
    own: dict[int, list[int]] = defaultdict(list)
    for at, spot in enumerate(spots):
        if spot is not None:
            own[spot].append(at)
    read: dict[int, _Sentence] = {}
    pairings = []
    keys = sorted({*best, *nearest, *deeds})
    sides = np.array(keys, np.int64).reshape(-1, 2)
    around = sentences.between(sides[:, 0], sides[:, 1]).tolist()
    left = sides[[key not in best for key in keys]]
    agreed_at = dict(zip(map(tuple, left.tolist()), sentences.agree(left[:, 0], left[:, 1]).tolist(), strict=True))
    for (a, b), between in zip(keys, around, strict=True):
        whole = nearest.get((a, b), 0.0)
        alike, one, other, agree = best.get((a, b)) or _likest(clauses, own[a], own[b], agreed_at[(a, b)])
        bar, deed = deeds.get((a, b), (1.0, None))
        deed = deed if between >= bar else None
        if whole or deed or alike >= BY_ITSELF or between >= ALL_TOLD:
            for spot in (a, b):
                if spot not in read:
                    read[spot] = _Sentence([clauses.items[at] for at in own[spot]])
            agreed = read[a].beside(read[b])
            pairings.append(
                Pairing(a=a, b=b, alike=alike, clauses=(one, other), agree=agree, around=between, whole=whole, deed=deed, **agreed)
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


def _likest(clauses: Clauses, own: Sequence[int], others: Sequence[int], agree: bool) -> tuple[float, Clause, Clause, bool]:
    """The clauses of two sentences that are most alike, however little."""
    a, b = np.repeat(own, len(others)), np.tile(others, len(own))
    alike, one, other = max(zip(clauses.likeness.between(a, b).tolist(), (-a).tolist(), (-b).tolist(), strict=True))
    return alike, clauses.items[-one], clauses.items[-other], agree


def _nearest(sentences: Likeness, items: Sequence[Passage]) -> dict[tuple[int, int], float]:
    """Sentences of different articles each of which is among the few that the other is like most, with their likeness."""
    members = [at for at, found in enumerate(sentences.ids) if found]
    window = [members[first] for first in _window([items[at].witness for at in members])]
    beside: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for a, b, alike in sentences.pairs(members, WHOLE, since=window):
        if items[a].witness.root != items[b].witness.root:
            beside[a].append((-alike, b))
            beside[b].append((-alike, a))
    best = {at: {other: -alike for alike, other in sorted(found)[:NEAREST]} for at, found in beside.items()}
    return {(a, b): alike for a, found in best.items() for b, alike in found.items() if a < b and a in best[b]}


def _window(witnesses: Sequence[Witness]) -> list[int]:
    """For each place in a row of tellings, in their order, the first that was told few enough days before it."""
    first, window = 0, []
    for witness in witnesses:
        while days_between(witnesses[first].day, witness.day) > WITHIN:
            first += 1
        window.append(first)
    return window
