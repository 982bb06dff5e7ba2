"""Comparing: slots of one happening set beside each other, and what is told of those that cannot both be so."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.denials import akin
from rashomon.accounts.relations.otherwise.finding import AS_ONE, BEFORE, find_slots
from rashomon.accounts.relations.otherwise.kinds import Kind, kind_of
from rashomon.accounts.relations.otherwise.slots import Slot, happenings_in, lexicon
from rashomon.accounts.relations.relating import relate, telling, worded
from rashomon.model import Relation
from rashomon.model.article import Span

HEADLINES = 3  # of so many headlines one names a happening that the story is of
TOLD = 24  # sentences that give one value, of which each is set beside each of another
SMALL = 40  # articles of a story in which one suspect is the same man
WEEKS = 60  # days between two tellings of what is of the whole story

Sources = Mapping[tuple[str, Span], Sequence[Claim]]


def relate_otherwise(witnesses: Sequence[Witness], statements: Sequence[Claim], identities: Identities) -> Iterator[Relation]:
    """What two articles, or two sources of one, tell otherwise of one point of one happening."""
    own, small = _own_happenings(witnesses), len(witnesses) <= SMALL
    cells: dict[tuple[str, str, str], list[Slot]] = defaultdict(list)
    for witness in witnesses:
        for slot in find_slots(witness, identities, own, small=small):
            cells[slot.kind, slot.head, slot.unit].append(slot)
    cells = {key: found for key, found in cells.items() if len(found) > 1}
    sources: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in statements if cells else ():
        sources[claim.witness.article.path, claim.sentence].append(claim)
    for _, found in sorted(cells.items()):
        yield from _relate_cell(kind_of(found[0]), found, sources)


def _own_happenings(witnesses: Sequence[Witness]) -> frozenset[str]:
    """The kinds of happening that the story is of: those that a third of its headlines name."""
    named: dict[str, int] = defaultdict(int)
    several = 0
    for witness in witnesses:
        words = lexicon(witness.tongue)
        if words and witness.root == witness.article.path and witness.article.sentences:
            several += 1
            for kind in happenings_in(words, witness, *witness.article.sentences[0]):
                named[kind] += 1
    own = {kind for kind, times in named.items() if times * HEADLINES >= several}
    return frozenset((*own, *(kinds[kind] for kinds in (AS_ONE, BEFORE) for kind in own if kind in kinds)))


def _relate_cell(kind: Kind, found: Sequence[Slot], sources: Sources) -> Iterator[Relation]:
    """The values of one point, each against each; nothing where they are of several happenings."""
    yield from _set_side_by_side(kind, found, sources)
    for together in [found] if kind.lasts else _by_day(found):
        values: dict[tuple[object, bool, str], list[Slot]] = defaultdict(list)
        for slot in sorted(_plain(kind, together), key=lambda slot: slot.order):
            values[slot.value, slot.denied, slot.against].append(slot)
        if len(values) > kind.values:
            continue
        for same in values.values():
            yield from _agree(kind, same[:TOLD], sources)
        for one, other in combinations([given[:TOLD] for given in values.values()], 2):
            stands = kind.stand(one[0], other[0])
            pairs = [(a, b) for a in one for b in other if _may_be_one(kind, a, b, sources)] if stands else []
            if stands and pairs:
                yield _told(stands, pairs, sources)


def _set_side_by_side(kind: Kind, found: Sequence[Slot], sources: Sources) -> Iterator[Relation]:
    """The two values that one article lays to two sources, one each: 消防局说损失3000万元, 厂方则称8000万元.

    What is of the whole story, and may be told by many, is set beside each other with the rest.
    """
    by_article: dict[str, list[Slot]] = defaultdict(list)
    for slot in found:
        by_article[slot.witness.article.path].append(slot)
    for _, told in sorted(by_article.items()):
        if kind.sourced or len({slot.value for slot in told}) != 2:
            continue
        one = told[0]
        other = next(slot for slot in told if slot.value != one.value)
        if kind.stand(one, other) == "disputes" and _stand_together(one, other) and _of_two_sources(one, other, sources):
            yield _told("disputes", [(one, other)], sources)


def _stand_together(a: Slot, b: Slot) -> bool:
    """Whether two points stand in one sentence, or in two of which one is right behind the other: further on, another launch is told."""
    sentences = a.witness.article.sentences
    return abs(sentences.index(a.sentence) - sentences.index(b.sentence)) <= 1


def _of_two_sources(a: Slot, b: Slot, sources: Sources) -> bool:
    """Whether two points of one article are laid to two sources, neither of which may be the other."""
    one, other = _claim(a, sources), _claim(b, sources)
    return one is not None and other is not None and bool(one.chain and other.chain) and not akin(one, other)


def _agree(kind: Kind, same: Sequence[Slot], sources: Sources) -> Iterator[Relation]:
    """One value told in two languages, whose sentences nothing else compares: a clock, a reading or a cause is of one source."""
    if not kind.particular(same[0]):
        return
    first = same[0].witness
    others = [slot for slot in same if slot.witness.tongue != first.tongue and slot.witness.key != first.key]
    pairs = [
        (slot, other) for slot in same if slot.witness.tongue == first.tongue for other in others if _may_be_one(kind, slot, other, sources)
    ]
    if pairs:
        yield _told("same_origin", pairs, sources, code="alike")


def _by_day(found: Sequence[Slot]) -> list[list[Slot]]:
    """Slots by the day of what happened: as their sentence tells it, or as their article was written."""
    days: dict[str, list[Slot]] = defaultdict(list)
    for slot in found:
        days[(slot.witness.day if slot.day is None else slot.day)[:10]].append(slot)
    return [days[day] for day in sorted(days) if len(day) == len("2022-01-01")]


def _plain(kind: Kind, found: Sequence[Slot]) -> list[Slot]:
    """The slots without the articles that give several values themselves, as of several happenings; what two sources tell may stand."""
    given: dict[str, set[object]] = defaultdict(set)
    for slot in found:
        given[slot.witness.article.path].add(slot.value)
    return [slot for slot in found if kind.sourced or len(given[slot.witness.article.path]) == 1]


def _may_be_one(kind: Kind, a: Slot, b: Slot, sources: Sources) -> bool:
    """Whether two slots are told by two, of one happening."""
    if kind.lasts and abs(days_between(a.witness.day, b.witness.day)) > WEEKS:
        return False
    if a.who and b.who and a.who != b.who and a.witness.tongue == b.witness.tongue:
        return False
    if kind.outlets and a.witness.key == b.witness.key:
        return False
    if a.witness.root != b.witness.root:
        return True
    if a.sentence == b.sentence:
        return kind.sourced and _of_two_sources(a, b, sources)
    return kind.sourced and _origin(a, sources) != _origin(b, sources)


def _told(stands: str, pairs: Sequence[tuple[Slot, Slot]], sources: Sources, *, code: str = "otherwise") -> Relation:
    one, other = (list({slot.order: slot for slot in side}.values()) for side in zip(*pairs, strict=True))
    if min(slot.order for slot in other) < min(slot.order for slot in one):
        one, other = other, one
    outlets = {slot.witness.key for slot in (*one, *other)}
    if stands == "disputes" and len(outlets) == 1 and {slot.witness.root for slot in one}.isdisjoint(slot.witness.root for slot in other):
        stands = "updates"
    a, b = one[0], other[0]
    shared = {(slot.witness.article.path, slot.sentence) for slot in one}.intersection(
        (slot.witness.article.path, slot.sentence) for slot in other
    )
    return relate(
        stands,
        [_as_claim(slot, sources, shared) for slot in one],
        [_as_claim(slot, sources, shared) for slot in other],
        code=code,
        slot=a.kind,
        a_words=a.shown,
        b_words=b.shown,
        a_denied=int(a.denied),
        b_denied=int(b.denied),
        a_origin=_who(a, sources),
        b_origin=_who(b, sources),
    )


def _as_claim(slot: Slot, sources: Sources, shared: Collection[tuple[str, Span]]) -> Claim:
    """The sentence of a point; of one that gives both values the words of its own source."""
    claim = _claim(slot, sources)
    if claim and (slot.witness.article.path, slot.sentence) in shared:
        return claim
    return telling(slot.witness, slot.sentence, _origin(slot, sources))


def _origin(slot: Slot, sources: Sources) -> str:
    claim = _claim(slot, sources)
    return claim.origin if claim else slot.witness.key


def _who(slot: Slot, sources: Sources) -> str:
    """Who tells it, for people: the source of its sentence, or the outlet."""
    claim = _claim(slot, sources)
    return worded(claim) if claim else slot.witness.name


def _claim(slot: Slot, sources: Sources) -> Claim | None:
    said = sources.get((slot.witness.article.path, slot.sentence), ())
    return next((claim for claim in said if claim.start <= slot.start < claim.end), None)
