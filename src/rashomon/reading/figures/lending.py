"""Predicates that one count lends to another: 26名平民和18名警察死亡; 18人死亡,其中两人..."""

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.reading.figures.groups import find_groups
from rashomon.reading.figures.lines import OPENING, Count, Line, fits
from rashomon.reading.figures.predicates import STOP, Grammar
from rashomon.reading.figures.slots import Slot

LENT = 90  # characters between a count and its parts
TOPIC = 60  # characters between a topic and the number that counts it
_GATHERED = ("crowd", "troops")  # counted by their noun alone
ABOARD = 12  # characters behind a number that may say that these are all who were there
BEFORE = 24  # characters before a number that may call it a part


def lend_along(line: Line, rules: Grammar, found: list[Count | None], closed: Sequence[bool]) -> None:
    """26名平民和18名警察死亡; 逮捕3名男子和2名女子: counts joined by 和 or 、 share one predicate."""
    slots = line.slots
    pairs = [at for at in range(len(slots) - 1) if rules.joined.search(line.shadow[slots[at].end : slots[at + 1].start])]
    for at in reversed(pairs):
        slot, lender = slots[at], found[at + 1]
        if lender is None or lender.end <= lender.slot.end or not _alike(slot, lender.slot):
            continue
        if closed[at] and not _stops_at_noun(line, slot, slots[at + 1], rules):
            continue
        if found[at] and not _named_alone(found[at], lender):
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
        found[at + 1] = lender._replace(slot=slot, start=slot.start, end=slot.end, cue=None, limit=line.reaches[at + 1].right)


def _named_alone(count: Count | None, lender: Count) -> bool:
    """90名示威者和4名警察受伤: whether a count rests on its noun alone, and what befalls those told with them befell them too."""
    if count is None or not (count.cue is None or count.cue.side == "noun"):
        return False
    gathered = count.measure in _GATHERED and lender.measure not in _GATHERED
    return gathered and (count.cue is None or count.start >= count.slot.start)


def _stops_at_noun(line: Line, slot: Slot, following: Slot, rules: Grammar) -> bool:
    """123名乘客、9名司机遇难: whether no other word than the noun of those counted keeps a number from a predicate."""
    nouns = [(slot.end + start, slot.end + end) for start, end, _ in find_groups(line.shadow[slot.end : following.start], rules.code)]
    cues = line.between(slot.end, following.start)
    return bool(cues) and all(cue.measure == STOP and any(a <= cue.start and cue.end <= b for a, b in nouns) for cue in cues)


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


def follow_step(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """轻伤增加6人至122人: the new count behind the number by which it grew or fell."""
    for at in range(len(line.slots) - 1):
        step, slot = line.slots[at], line.slots[at + 1]
        reach = line.reaches[at]
        if not rules.up_to.fullmatch(line.shadow, step.end, slot.start) or not rules.stepped.search(line.shadow, reach.clause, step.start):
            continue
        told = [cue for cue in line.between(reach.clause, step.start) if cue.side in ("noun", "either", "after")]
        if told and told[-1].measure != STOP and _alike(step, slot) and fits(slot, told[-1].measure):
            found[at] = count if (count := found[at]) and count.scope == "new" else None
            found[at + 1] = Count(slot, told[-1].measure, "total", slot.start, slot.end, None, line.reaches[at + 1].right)


def lend_to_rivals(line: Line, rules: Grammar, found: list[Count | None], closed: Sequence[bool]) -> None:
    """警方估计约500人集会，主办方则称有2000人: what another says of how many they were is of the same."""
    told: Count | None = None
    for at, slot in enumerate(line.slots):
        if (count := found[at]) is not None:
            told = count if count.scope == "total" else told
            continue
        reach = line.reaches[at]
        if told is None or closed[at] or not _alike(slot, told.slot) or not rules.absent.match(line.shadow, slot.end):
            continue
        if rules.rival.fullmatch(line.shadow, reach.clause, slot.start) and not rules.supposed.search(line.shadow, reach.clause, slot.end):
            found[at] = Count(slot, told.measure, "total", slot.start, slot.end, None, reach.right)


def enclose(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """死亡人数升至包括3名儿童在内的12人; 包括3名儿童在内，共有12人死亡: what is told is told of the whole, and of its part."""
    for at in range(len(line.slots) - 1):
        part, whole = line.slots[at], line.slots[at + 1]
        gap = line.shadow[part.end : whole.start]
        if len(gap) > BEFORE or not rules.within.match(gap) or not _alike(part, whole) or not _smaller(part, whole):
            continue
        told, inner = found[at + 1], found[at]
        if told is None and inner and inner.start < part.start:
            told = found[at + 1] = inner._replace(slot=whole, scope="total", end=whole.end)
        if told and fits(part, told.measure):
            found[at] = Count(part, told.measure, "part", part.start, part.end, None, whole.start)


def comprise(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """14名乘客包括9男5女当场死亡: what befell the parts befell the whole that is told right before them."""
    for at in range(len(line.slots) - 1):
        whole, inner = line.slots[at], found[at + 1]
        if found[at] or inner is None or inner.cue is None or inner.end <= inner.slot.end or not _alike(whole, inner.slot):
            continue
        if not _smaller(inner.slot, whole) or not rules.comprising.fullmatch(line.shadow, whole.end, inner.slot.start):
            continue
        found[at] = inner._replace(slot=whole, scope="total", start=whole.start, limit=inner.slot.start)
        for k in range(at + 1, len(line.slots)):
            if (part := found[k]) is None or part.end != inner.end:
                break
            found[k] = part._replace(scope="part")


def lend_across(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """198名平民，包括3名儿童，被杀害; 13人（包括6名儿童和4名妇女）遇难: the predicate comes behind what is told in between."""
    slots = line.slots
    for at in range(len(slots) - 1):
        whole, part = slots[at], slots[at + 1]
        close = line.reaches[at].right
        opened = rules.opened.search(line.shadow, whole.end, part.start)
        inner = found[at + 1]
        if (
            found[at]
            or (inner and inner.end <= part.end)
            or not rules.between.match(line.shadow, opened.start() if opened else close - 1, part.start)
            or not _smaller(part, whole)
        ):
            continue
        last = at + 1  # of the parts: those of the same clause
        while last + 1 < len(slots) and bisect_right(line.breaks, slots[last + 1].start) == bisect_right(line.breaks, part.start):
            last += 1
        shut = rules.shut.search(line.shadow, slots[last].end, line.reaches[last].right) if opened else None
        resumed = rules.resumed.match(line.shadow, shut.start() if shut else line.reaches[last].right - 1, line.end)
        if resumed is None:
            continue
        after = bisect_right(line.breaks, resumed.end())
        end = line.breaks[after] if after < len(line.breaks) else line.end
        cue = next((cue for cue in line.between(resumed.start(), end) if cue.side not in ("short", "noun")), None)
        if cue and cue.measure != STOP and fits(whole, cue.measure) and all(fits(slot, cue.measure) for slot in slots[at + 1 : last + 1]):
            found[at] = Count(whole, cue.measure, "total", whole.start, cue.end, cue, close)
            for k in range(at + 1, last + 1):
                limit = slots[k + 1].start if k < last else resumed.start()
                found[k] = Count(slots[k], cue.measure, "part", slots[k].start, slots[k].end, None, limit)


def take_topic(line: Line, rules: Grammar, found: list[Count | None], closed: Sequence[bool]) -> None:
    """死亡人数再创新高，昨日超过200人; 多间院舍有确诊病例，包括12名职员: a number counts what a clause without one speaks of."""
    for index, slot in enumerate(line.slots):
        if found[index] or closed[index] or slot.kind not in ("people", "cases"):
            continue
        reach = line.reaches[index]
        floor = max(line.slots[index - 1].end if index else line.start, slot.start - TOPIC)
        at = line.cue_at(slot.start) - 1
        cue = line.cues[at] if at >= 0 else None
        if (
            cue is None
            or cue.start < floor
            or cue.side not in ("noun", "either", "after")
            or not fits(slot, cue.measure)
            or cue.measure == "crowd"
        ):
            continue
        part = cue.side == "noun" and rules.named_parts.fullmatch(line.shadow, cue.end, slot.start)
        before = cue.start < reach.left  # else its own clause has told what it is
        spoken = before and ((slot.kind == "cases" and cue.side != "after") or rules.topic.match(line.shadow, cue.end))
        ends = rules.alone_end.match(line.shadow, slot.end) is not None
        topic = spoken and ends and not is_stopped(line, slot) and not any(found[:index])
        if not (part or topic) or rules.supposed.search(line.shadow, cue.start, slot.end):
            continue
        if rules.difference.search(line.shadow, reach.clause, slot.start):
            continue  # 单日确诊数字，比一周前增加近一万宗
        found[index] = Count(slot, cue.measure, "part" if part else "total", slot.start, slot.end, None, reach.right)


def lend_parts(line: Line, rules: Grammar, found: list[Count | None], closed: Sequence[bool], parent: Count | None) -> None:
    """18人死亡,其中两人...; 新增94宗,包括9宗涉及...、1宗涉及...: parts take their whole's predicate where they have none of their own."""
    whole: Count | None = None
    if parent is not None and rules.parts.match(line.shadow, line.start):
        whole = parent
    running = whole is not None  # whether the last count was itself a part
    outer = whole  # the last whole outside brackets
    largest = whole
    headed = False  # whether the first of a list has a place of its own: 死亡人数为北塬9人、澜口19人
    for index, slot in enumerate(line.slots):
        count = found[index]
        reach = line.reaches[index]
        if whole and (bracket := line.bracket(whole.slot.start)) and bracket[1] <= slot.start:
            whole, running = outer, running and outer is not None  # 北塬215例（出院196例，死亡3例），澜口79例
        before = line.shadow[max(line.slots[index - 1].end if index else line.start, slot.start - BEFORE) : slot.start]
        part = rules.part.search(before) or (whole is parent and whole is not None)
        part = part or (rules.spaced and rules.part.search(line.shadow, slot.start, slot.end) is not None)  # five of them children
        if count is not None and not (whole and part and _named_alone(count, whole)):  # 50人死亡，包括26名军警: no soldiers sent
            headed = count.cue is not None and rules.placed.fullmatch(line.shadow, count.cue.end, slot.start) is not None
            running = headed or count.scope == "part"
            whole = whole if running and whole and whole.measure == count.measure else count
            outer = outer if line.bracket(slot.start) else whole
            largest = count if largest is None or largest.measure != count.measure or count.slot.size > largest.slot.size else largest
            continue
        listed = running and (rules.listed.search(before) or rules.further.search(before))
        donor = whole or (parent if slot.kind == "cases" else None)
        case = donor is not None and slot.kind == donor.slot.kind == "cases"  # 12宗来自本土: 宗 counts cases, as before
        added = donor is not None and donor.scope == "new" and slot.kind == donor.slot.kind and rules.running.search(before) is not None
        sums = case or (added and rules.alone_end.match(line.shadow, slot.end) is not None)  # 新增620人，累计9万人
        if donor is None or closed[index] or not (part or listed or sums) or (donor is not parent and slot.start - donor.end > LENT):
            continue
        if case and (is_stopped(line, slot) or rules.difference.search(line.shadow, reach.clause, slot.start)):
            continue  # 累计治愈902例; 比前一日减少118例
        whole_so_far = sums and rules.running.search(before) is not None  # 新增71例，累计583例
        ceiling = largest if largest and largest.measure == donor.measure else donor
        within = whole_so_far or headed or ceiling.scope == "part" or _smaller(slot, ceiling.slot)
        if slot.kind == "bare" or not fits(slot, donor.measure) or not within:
            continue
        if rules.supposed.search(line.shadow, reach.clause, slot.end):
            continue
        alone = rules.alone_end.match(line.shadow, slot.end) or line.shadow[slot.end : slot.end + 1] in OPENING
        end = slot.end if alone else max(slot.end, min(reach.right, slot.end + 12))
        scope = "total" if whole_so_far or (headed and not part) else "part"
        found[index] = Count(slot, donor.measure, scope, slot.start, end, None, reach.right)
        running = not whole_so_far


def count_aboard(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """船上有189人，其中130人获救: of all whom it befell some were rescued, and these are all who were."""
    for index, count in enumerate(found):
        if count is None or count.scope != "part" or count.cue is None or not index or any(found[:index]):
            continue
        slot, whole = count.slot, line.slots[index - 1]
        named = slot.noun or find_groups(line.shadow[slot.end : max(slot.end, count.cue.start)], rules.code)  # 其中9名机组人员遇难
        if (
            not named
            and "things" not in (whole.kind, slot.kind)
            and rules.aboard.search(line.shadow, max(line.start, whole.start - BEFORE), whole.end + ABOARD)
        ):
            found[index] = count._replace(scope="total")


def is_stopped(line: Line, slot: Slot) -> bool:
    """Whether a word right before a number says that it counts something else: 累计治愈902例."""
    at = line.cue_at(slot.start)
    stops = [cue for cue in line.cues[max(0, at - 2) : at] if cue.measure == STOP and cue.start >= slot.start - BEFORE]
    return any(line.bracket(cue.start) in (None, line.bracket(slot.start)) for cue in stops)


def _alike(a: Slot, b: Slot) -> bool:
    """Whether two numbers count the same kind of thing."""
    people = ("people", "bare", "loose")
    return a.kind == b.kind or (a.kind in people and b.kind in people)


def _smaller(part: Slot, whole: Slot) -> bool:
    """A part is not above its whole."""
    return whole.high is None or part.low is None or part.low <= whole.high


def lend_newness(line: Line, rules: Grammar, found: list[Count | None]) -> None:
    """新增病例210例、死亡9例: what a list tells right behind new cases is new; 累计1870例，其中新增210例: and what is new of a total."""
    for at in range(1, len(found)):
        before, count = found[at - 1], found[at]
        if before is None or count is None:
            continue
        listed = before.scope == "new" and count.scope == "total" and rules.series.fullmatch(line.shadow, before.end, count.start)
        part = before.scope == "total" and count.scope == "part" and before.measure == count.measure
        if listed or (part and rules.new.search(line.shadow, before.end, count.slot.start)):
            found[at] = count._replace(scope="new")


def list_parts(line: Line, rules: Grammar, found: list[Count | None], last: Sequence[Count]) -> None:
    """26人死亡、9人失踪，其中北塬死亡4人、失踪2人；澜口死亡7人: all that a list of parts counts of what was told before it is a part."""
    opens = rules.parts.match(line.shadow, line.start) is not None
    wholes = {count.measure: count.slot for count in last if count.scope != "part"} if opens else {}
    opened = False
    for at, count in enumerate(found):
        if count is None:
            continue
        whole = wholes.get(count.measure)
        if count.scope == "part":
            opened = True
        elif opened and count.scope == "total" and whole and whole.low and count.slot.high and count.slot.high < whole.low:
            if rules.running.search(line.shadow, line.reaches[at].left, count.slot.start):
                continue  # 北塬累计215例，其中3人死亡；澜口累计79例
            found[at] = count._replace(scope="part")
        elif not opened:
            wholes[count.measure] = count.slot
