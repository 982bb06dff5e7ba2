"""Comparing: slots of one happening set beside each other, and what is told of those that cannot both be so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.otherwise.finding import AS_ONE, find_slots
from rashomon.accounts.relations.otherwise.slots import Slot, happenings_in, lexicon
from rashomon.accounts.relations.relating import relate, telling, worded
from rashomon.model import Relation
from rashomon.model.article import Span

HEADLINES = 3  # of so many headlines one names a happening that the story is of
SEVERAL = 3  # values that one point of one happening may be given; of more it is of several happenings
OLDER = 5  # years by which two ages of one person are apart at most: of more one is of another time
TOLD = 24  # sentences that give one value, of which each is set beside each of another
SMALL = 40  # articles of a story in which one suspect is the same man
WEEKS = 60  # days between two tellings of a cause or an age
QUAKES = 0.7  # of magnitude between two services' readings of one quake
VOTES = 1.1  # times that one count of a vote may be another: of more it is of another vote
NEAR = 4.0  # times that one size of one thing may be another
DAYS = 3  # between two days of one deed: further apart it was done twice
SOURCED = ("cause", "place")  # which one article may give otherwise by two sources
HALF, HOUR, NOON = 30, 60, 180  # minutes
CLOSE, WHOLE = 10, 15  # minutes that a clock told roughly, or as a whole hour, may be off
MOMENT = 3  # minutes under which two clocks are one

Cells = Mapping[tuple[str, str, str], Sequence[Slot]]
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
    for (kind, _, _), found in sorted(cells.items()):
        yield from _relate_cell(kind, found, sources)


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
    return frozenset((*own, *(AS_ONE[kind] for kind in own if kind in AS_ONE)))


def _relate_cell(kind: str, found: Sequence[Slot], sources: Sources) -> Iterator[Relation]:
    """The values of one point, each against each; nothing where they are of several happenings."""
    for together in [found] if kind in ("cause", "age", "day", "place") else _by_day(found):
        values: dict[tuple[object, bool], list[Slot]] = defaultdict(list)
        for slot in sorted(_plain(kind, together), key=lambda slot: slot.order):
            values[slot.value, slot.denied].append(slot)
        if len(values) > (2 * SEVERAL if kind == "cause" else SEVERAL):
            continue
        for same in values.values():
            yield from _agree(kind, same[:TOLD], sources)
        for one, other in combinations([given[:TOLD] for given in values.values()], 2):
            stands = _stand(kind, one[0], other[0])
            pairs = [(a, b) for a in one for b in other if _may_be_one(kind, a, b, sources)] if stands else []
            if stands and pairs:
                yield _told(stands, kind, pairs, sources)


def _agree(kind: str, same: Sequence[Slot], sources: Sources) -> Iterator[Relation]:
    """One value told in two languages, whose sentences nothing else compares: a clock, a reading or a cause is of one source."""
    if kind == "clock" and not float(same[0].value) % HALF:
        return  # anybody says half past four
    first = same[0].witness
    others = [slot for slot in same if slot.witness.tongue != first.tongue and slot.witness.key != first.key]
    pairs = [
        (slot, other) for slot in same if slot.witness.tongue == first.tongue for other in others if _may_be_one(kind, slot, other, sources)
    ]
    if pairs:
        yield _told("same_origin", kind, pairs, sources, code="alike")


def _by_day(found: Sequence[Slot]) -> list[list[Slot]]:
    """Slots by the day of what happened: as their sentence tells it, or as their article was written."""
    days: dict[str, list[Slot]] = defaultdict(list)
    for slot in found:
        days[(slot.witness.day if slot.day is None else slot.day)[:10]].append(slot)
    return [days[day] for day in sorted(days) if len(day) == len("2022-01-01")]


def _plain(kind: str, found: Sequence[Slot]) -> list[Slot]:
    """The slots without the articles that give several values themselves, as of several happenings; causes by several sources may stand."""
    given: dict[str, set[object]] = defaultdict(set)
    for slot in found:
        given[slot.witness.article.path].add(slot.value)
    return [slot for slot in found if kind in SOURCED or len(given[slot.witness.article.path]) == 1]


def _stand(kind: str, a: Slot, b: Slot) -> str | None:
    """How two values of one point stand; None where they may both be so."""
    if kind == "cause":
        return _stand_of_causes(a, b)
    if kind == "place":
        return "disputes" if a.value != b.value else None
    if kind == "day":
        return "disputes" if 0 < abs(days_between(str(a.value), str(b.value))) <= DAYS else None
    gap = abs(float(a.value) - float(b.value))
    if kind == "clock":
        return _stand_of_clocks(a, b, gap)
    if kind == "age":
        return "disputes" if 0 < gap <= OLDER else None
    if kind == "magnitude":
        return "disputes" if 0 < gap <= QUAKES else None
    low, high = sorted((float(a.value), float(b.value)))
    if kind == "votes":
        return "disputes" if low < high <= VOTES * low else None
    return "disputes" if low and high <= NEAR * low and not _rounds(low, high) else None


def _stand_of_causes(a: Slot, b: Slot) -> str | None:
    one, other = str(a.value), str(b.value)
    if a.denied or b.denied:
        return "disputes" if one == other and a.denied != b.denied else None
    return "disputes" if one.partition("-")[0] != other.partition("-")[0] else None


def _stand_of_clocks(a: Slot, b: Slot, gap: float) -> str | None:
    """Two clocks of one happening: one of a whole hour, or told roughly, may round the other; whole hours apart they are two zones'."""
    rough, fine = sorted((a, b), key=lambda slot: (bool(float(slot.value) % HOUR), not slot.past, not slot.rough, slot.order))
    later = float(fine.value) - float(rough.value)
    if gap < MOMENT or gap > NOON or (gap >= HOUR and not gap % HOUR):
        return None
    if rough.past and 0 < later < HOUR:
        return "precision"
    reach = WHOLE if not float(rough.value) % HOUR else CLOSE if a.rough or b.rough else 0
    return "precision" if gap <= reach else "disputes"


def _rounds(low: float, high: float) -> bool:
    """Whether one of two sizes is the other told to fewer digits."""
    return any(float(f"{fine:.{digits}g}") == rough for fine, rough in ((low, high), (high, low)) for digits in (1, 2))


def _may_be_one(kind: str, a: Slot, b: Slot, sources: Sources) -> bool:
    """Whether two slots are told by two, of one happening."""
    days = abs(days_between(a.witness.day, b.witness.day))
    if kind in ("cause", "age", "day", "place") and days > WEEKS:
        return False
    if kind == "age" and a.witness.key == b.witness.key:
        return False
    if a.witness.root != b.witness.root:
        return True
    return kind in SOURCED and a.sentence != b.sentence and _origin(a, sources) != _origin(b, sources)


def _told(stands: str, kind: str, pairs: Sequence[tuple[Slot, Slot]], sources: Sources, *, code: str = "otherwise") -> Relation:
    one, other = (list({slot.order: slot for slot in side}.values()) for side in zip(*pairs, strict=True))
    if min(slot.order for slot in other) < min(slot.order for slot in one):
        one, other = other, one
    outlets = {slot.witness.key for slot in (*one, *other)}
    if stands == "disputes" and len(outlets) == 1 and {slot.witness.root for slot in one}.isdisjoint(slot.witness.root for slot in other):
        stands = "updates"
    a, b = one[0], other[0]
    return relate(
        stands,
        [telling(slot.witness, slot.sentence, _origin(slot, sources)) for slot in one],
        [telling(slot.witness, slot.sentence, _origin(slot, sources)) for slot in other],
        code=code,
        slot=kind,
        a_words=str(a.value) if kind == "day" else a.words,
        b_words=str(b.value) if kind == "day" else b.words,
        a_denied=int(a.denied),
        b_denied=int(b.denied),
        a_origin=_who(a, sources),
        b_origin=_who(b, sources),
    )


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
