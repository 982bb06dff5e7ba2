"""Predicates that one count lends to another: 26名平民和18名警察死亡; 18人死亡,其中两人..."""

from collections.abc import Sequence

from rashomon.reading.lines import Count, Line, find_reach, fits
from rashomon.reading.predicates import Grammar
from rashomon.reading.slots import Slot

LENT = 90  # characters between a count and its parts
BEFORE = 24  # characters before a number that may call it a part


def lend_along(line: Line, rules: Grammar, found: list[Count | None], closed: Sequence[bool]) -> None:
    """26名平民和18名警察死亡; 逮捕3名男子和2名女子: counts joined by 和 or 、 share one predicate."""
    slots = line.slots
    pairs = [at for at in range(len(slots) - 1) if rules.joined.search(line.shadow[slots[at].end : slots[at + 1].start])]
    for at in reversed(pairs):
        slot, lender = slots[at], found[at + 1]
        if found[at] or closed[at] or lender is None or lender.end <= lender.slot.end or not _alike(slot, lender.slot):
            continue
        found[at] = lender._replace(slot=slot, start=slot.start, limit=slots[at + 1].start)
    lent: set[int] = set()
    for at in pairs:
        slot, lender = slots[at + 1], found[at]
        if found[at + 1] or closed[at + 1] or lender is None or not _alike(slot, lender.slot):
            continue
        if lender.start >= lender.slot.start and at not in lent:
            continue  # its predicate stands behind it, and not before both
        lent.add(at + 1)
        found[at + 1] = lender._replace(slot=slot, start=slot.start, end=slot.end, cue=None, limit=find_reach(line, at + 1).right)


def follow_change(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """死亡人数由34人修正为27人: the new value takes the place of the old."""
    for at in range(len(line.slots) - 1):
        old, slot = found[at], line.slots[at + 1]
        gap = line.shadow[line.slots[at].end : slot.start]
        if old is None or old.start >= old.slot.start or len(gap) > BEFORE or not rules.changed.match(gap) or not _alike(slot, old.slot):
            continue
        found[at + 1] = old._replace(slot=slot, end=slot.end)
        if rules.former.search(line.shadow, old.start, old.slot.start):
            found[at] = None


def lend_parts(line: Line, rules: Grammar, found: list[Count | None], closed: Sequence[bool], parent: Count | None) -> None:
    """18人死亡,其中两人...; 新增94宗,包括9宗涉及...、1宗涉及...: parts take their whole's predicate where they have none of their own."""
    whole: Count | None = None
    if parent is not None and rules.parts.match(line.shadow, line.start):
        whole = parent
    running = whole is not None  # whether the last count was itself a part
    for index, slot in enumerate(line.slots):
        count = found[index]
        if count is not None:
            running = count.scope == "part"
            whole = whole if running and whole and whole.measure == count.measure else count
            continue
        reach = find_reach(line, index)
        before = line.shadow[max(line.slots[index - 1].end if index else line.start, slot.start - BEFORE) : slot.start]
        part = rules.part.search(before) or (whole is parent and whole is not None)
        listed = running and (rules.listed.search(before) or rules.further.search(before))
        donor = whole or (parent if slot.kind == "cases" else None)
        case = donor is not None and slot.kind == donor.slot.kind == "cases"  # 12宗来自本土: 宗 counts cases, as before
        if donor is None or closed[index] or not (part or listed or case) or (donor is not parent and slot.start - donor.end > LENT):
            continue
        if slot.kind == "bare" or not fits(slot, donor.measure) or not _smaller(slot, donor.slot):
            continue
        if rules.supposed.search(line.shadow, reach.clause, slot.end):
            continue
        end = max(slot.end, min(reach.right, slot.end + 12))
        found[index] = Count(slot, donor.measure, "part", slot.start, end, None, reach.right)
        running = True


def _alike(a: Slot, b: Slot) -> bool:
    """Whether two numbers count the same kind of thing."""
    people = ("people", "bare", "loose")
    return a.kind == b.kind or (a.kind in people and b.kind in people)


def _smaller(part: Slot, whole: Slot) -> bool:
    """A part is not above its whole."""
    return whole.high is None or part.low is None or part.low <= whole.high
