"""Sentences of two scripts that tell one thing, met by what crosses languages: counts, amounts, times, names by sound, ideas, deeds.

A sentence in Latin script stands for one in Han script where each is the other's nearest of its day, or nearly the same, by the share of
the first's marks, weighed by rarity among the Han sentences of the story, that the second bears.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import exp, log

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.amounts import find_amounts
from rashomon.languages.glosses import DEEDS, IDEAS, find_glosses, find_ideas
from rashomon.languages.sounds import NATIVE, hear_han, hear_latin, hear_native
from rashomon.model import Happening
from rashomon.model.article import Span

SAME = 0.45  # share from which two sentences tell one thing
TOLD = 0.65  # share from which an article tells what is traced: it is looked for in all that it says
SURE = 0.65  # and from which one does though another is nearer still: a headline and the sentence under it
_ENOUGH = 5.0  # nats found from which a share tells in full
_ASKED = 24  # tellings by which others are looked for in the other script: more say the same
_CHANCE, _MANY = 1.6, 8.0  # nats that are met by chance among a few sentences of a day, and how many are a few
_PRIOR, _BORNE = 4.0, 1.0  # sentences, and those that bear a mark, beside the story's own
_FOUND = {"kind": 0.5, "figure": 1.3, "amount": 1.2}  # what a mark counts for where it is found, beside one
# nats that a mark found nowhere takes away, and one of the other sentence's
_MISSED = {"name": 1.0, "idea": 0.4, "deed": 0.3, "figure": 1.0, "time": 0.7, "amount": 0.6, "kind": 0.3}
_UNTOLD = {"figure": 0.7, "time": 0.5, "amount": 0.4}

Pair = tuple[int, int, float]
_Group = tuple[str, tuple[str, ...]]  # a kind of mark, and all marks by which one thing of it may be met


class _Marks(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a sentence bears that crosses languages."""

    latin: bool
    groups: tuple[_Group, ...]
    every: frozenset[str]  # mark of any group


def find_renderings(claims: Sequence[Claim], *, words: bool = False) -> list[Pair]:
    """Pairs of claims, by their places, whose sentences tell one thing in two scripts, with how surely; the surest first.

    words: compare the claims' own words alone, of what one speaker says.
    """
    if len({claim.witness.spaced for claim in claims}) < 2:
        return []
    spans = [(claim.start, claim.end) if words else claim.sentence for claim in claims]
    marks = [_read_marks(claim.witness, span, day=claim.day, told=claim.told) for claim, span in zip(claims, spans, strict=True)]
    rarity = _weigh_marks(marks)
    pairs: list[Pair] = []
    days: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        days[claim.day].append(at)
    for places in days.values():
        pairs += _of_day(places, marks, rarity)
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))


def find_tellings(asked: str, told: Sequence[tuple[Witness, Span]], others: Sequence[Witness]) -> dict[str, tuple[Span, float]]:
    """Path -> the sentence of an article that tells in the other script what some sentences tell, with how surely.

    asked: what they tell, folded and in lower case; they may tell more, so that a sentence must bear half of its ideas and deeds.
    """
    sides = {witness.spaced for witness, _ in told}
    facing = [witness for witness in others if sides - {witness.spaced}]
    if not facing:
        return {}
    told = told[:_ASKED]
    known = [_read_marks(witness, sentence) for witness, sentence in told]
    wanted = _ideas(asked, latin=asked.isascii())
    told_by = {witness.article.path: [_read_marks(witness, sentence) for sentence in witness.article.sentences] for witness in facing}
    behind = [_read_marks(witness, sentence) for witness, _ in told if not witness.spaced for sentence in witness.article.sentences]
    rarity = _weigh_marks([*behind, *(marks for own in told_by.values() for marks in own)])
    found: dict[str, tuple[Span, float]] = {}
    for witness in facing:
        own = told_by[witness.article.path]
        chance = _CHANCE * log(1 + len(own) / _MANY)
        best = max(
            (
                (_share_of(one, other, rarity, chance), -at)
                for one in known
                for at, other in enumerate(own)
                if one.latin is not other.latin and _bears(other, wanted)
            ),
            default=(0.0, 0),
        )
        if best[0] >= TOLD:
            found[witness.article.path] = (witness.article.sentences[-best[1]], best[0])
    return found


def _bears(marks: _Marks, wanted: Sequence[_Group]) -> bool:
    """Whether a sentence bears half of some ideas and deeds."""
    return 2 * sum(not marks.every.isdisjoint(group) for _, group in wanted) >= len(wanted)


def _share_of(one: _Marks, other: _Marks, rarity: Mapping[str, float], chance: float) -> float:
    latin, han = (one, other) if one.latin else (other, one)
    return _share(latin, han, rarity, chance)


def _weigh_marks(marks: Sequence[_Marks]) -> dict[str, float]:
    """How rare each mark is among the sentences in Han script, in nats."""
    borne = Counter(mark for one in marks if not one.latin for mark in one.every)
    total = sum(not one.latin for one in marks)
    return {mark: log((total + _PRIOR) / (count + _BORNE)) for mark, count in borne.items()}


def _of_day(places: Sequence[int], marks: Sequence[_Marks], rarity: Mapping[str, float]) -> Iterator[Pair]:
    """Each other's nearest among the sentences of one day, and what is nearest to one that it nearly repeats."""
    latin, han = ([at for at in places if marks[at].latin is script] for script in (True, False))
    chance = _CHANCE * log(1 + len(han) / _MANY)
    bearing: dict[str, list[int]] = defaultdict(list)
    for at in han:
        for mark in marks[at].every:
            bearing[mark].append(at)
    near: dict[int, tuple[float, int]] = {}
    for one in latin:
        for other in sorted({at for mark in marks[one].every for at in bearing.get(mark, ())}):
            share = _share(marks[one], marks[other], rarity, chance)
            for at, facing in ((one, other), (other, one)):
                near[at] = max(near.get(at, (0.0, 0)), (share, -facing))
    for one in latin:
        share, other = near.get(one, (0.0, 0))
        if share >= SAME and (share >= SURE or near[-other] == (share, -one)):
            yield one, -other, share


def _share(latin: _Marks, han: _Marks, rarity: Mapping[str, float], chance: float) -> float:
    """Share of a Latin sentence's marks that a Han one bears, less where too little was found to rule out chance."""
    found, missed = -chance, 0.0
    for kind, group in latin.groups:
        held = [rarity[mark] for mark in group if mark in han.every]
        found += _FOUND.get(kind, 1.0) * max(held) if held else 0.0
        missed += 0.0 if held else _MISSED[kind]
    missed += sum(_UNTOLD.get(kind, 0.0) for kind, group in han.groups if latin.every.isdisjoint(group))
    return found / (found + missed) * (1 - exp(-found / _ENOUGH)) if found > 0 else 0.0


def _read_marks(witness: Witness, sentence: Span, *, day: str = "", told: object = None) -> _Marks:
    """The marks of a sentence. day: the one it is compared within, which is no mark then; told: what it is looked at for."""
    start, end = sentence
    groups: dict[_Group, None] = {}
    for figure in witness.reading.figures:
        if start <= figure.start < end:
            groups["figure", (f"f {figure.measure} {figure.low} {figure.high}",)] = None
    for time in witness.reading.times:
        if start <= time.start < end and (time.value[:10] != day or ":" in time.value):
            groups["time", (f"t {time.value}",)] = None
    for amount in find_amounts(witness.shadow, start, end, witness.article.language):
        if amount.kind != "people":
            groups["amount", (amount.token,)] = None
    if isinstance(told, Happening) and told.type != "OTHER":
        groups["kind", (f"k {told.type}",)] = None
    shadow, latin = witness.shadow[start:end], witness.spaced
    if latin:
        named = [name.text.split() for name in witness.reading.names if start <= name.start < end]
        groups |= {("name", marks): None for words in named for marks in _spell(words)}
    else:
        groups |= {("name", (f"s {key}",)): None for key in hear_han(shadow)}
        groups |= {("name", (f"p {key}",)): None for key in hear_native(shadow)}
    groups |= dict.fromkeys(_ideas(shadow, latin=latin))
    return _Marks(latin=latin, groups=tuple(groups), every=frozenset(mark for _, group in groups for mark in group))


def _ideas(shadow: str, *, latin: bool) -> list[_Group]:
    """The ideas and deeds of a folded text."""
    if latin:
        found = [("idea", "g", find_glosses(shadow, IDEAS)), ("deed", "d", find_glosses(shadow, DEEDS))]
    else:
        found = [
            ("idea", "g", [(idea,) for idea in find_ideas(shadow, IDEAS)]),
            ("deed", "d", [(deed,) for deed in find_ideas(shadow, DEEDS)]),
        ]
    return [(kind, tuple(f"{sign} {idea}" for idea in ideas)) for kind, sign, told in found for ideas in told]


def _spell(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What each word of a name in Latin letters may be met by; a Chinese or Korean name by two words together."""
    pairs = [tuple(f"p {key}" for key in hear_latin(one + two) if len(key) >= NATIVE) for one, two in pairwise(words)]
    for at, word in enumerate(words):
        together = pairs[at] if at < len(pairs) else pairs[at - 1] if pairs else ()
        if marks := (*(f"s {key}" for key in hear_latin(word)), *together):
            yield marks
