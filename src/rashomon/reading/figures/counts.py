"""Numbers paired with what happened to those they count, inside one sentence.

A count is a number with its classifier and a predicate. The predicate stands behind it (3人受伤), before it (逮捕3人, 死亡人数升至3),
or is lent by another count: 26名平民和18名警察死亡; 18人死亡,其中两人... `docs/figures.md` tells the rules with examples.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rashomon.reading.figures.groups import find_groups
from rashomon.reading.figures.lending import (
    comprise,
    count_aboard,
    enclose,
    follow_change,
    follow_step,
    is_stopped,
    lend_across,
    lend_along,
    lend_newness,
    lend_parts,
    lend_to_rivals,
    list_parts,
    take_topic,
)
from rashomon.reading.figures.lines import CLAUSE, OPENING, Count, Line, Reach, fits
from rashomon.reading.figures.predicates import STOP, Cue, Grammar
from rashomon.reading.figures.sides import GRAVE, MENDING, choose, find_ahead, find_behind, is_governed, lets_go
from rashomon.reading.figures.slots import Slot

MANY = 20  # from here up soldiers and protesters are counted by their name alone
_OUTBREAK = 120  # characters before a sentence that may tell of what people are new cases
_NOUN = 4  # characters behind a number in which its noun begins
_SOON = 6  # characters between an injury and the death that followed
# what others do to people, or what befalls them
_SUFFERED = GRAVE | {"detained", "abducted", "rescued", "infected", "displaced", "evacuated"}


def whole_of(counts: Sequence[Count]) -> Count | None:
    """The last count of a sentence that is no part of another."""
    return next((count for count in reversed(counts) if count.scope != "part"), counts[0] if counts else None)


def read_counts(line: Line, rules: Grammar, last: Sequence[Count] = ()) -> list[Count]:
    """All counts of a sentence; `last`: those of the sentence before, for parts told in a sentence of their own."""
    parent = whole_of(last)
    found: list[Count | None] = []
    closed: list[bool] = []  # numbers that plainly count something else
    taken = -1  # end of the last predicate that a number took
    for index in range(len(line.slots)):
        count, shut = _pair(line, index, rules, taken)
        later = _deferred(line, index, rules)
        # 因涉及暴动而被捕: what they gathered for only says why
        if later and (count is None or count.measure == "crowd" or (count.measure in MENDING and later.measure == "killed")):
            count, shut = later, False
        if count and count.measure == "infected" and found and not found[-1] and _in_bracket_of_none(line, index, shut=closed[-1]):
            count, shut = None, True  # 解除观察14例(境外输入11例): parts of what is none
        found.append(count)
        closed.append(shut)
        taken = count.cue.end if count and count.cue else taken
    follow_change(line, rules, found)
    follow_step(line, rules, found)
    enclose(line, rules, found)
    take_topic(line, rules, found, closed)
    lend_across(line, rules, found)
    lend_along(line, rules, found, closed)
    comprise(line, rules, found)
    lend_parts(line, rules, found, closed, parent)
    lend_to_rivals(line, rules, found, closed)
    count_aboard(line, rules, found)
    lend_newness(line, rules, found)
    list_parts(line, rules, found, last)
    return [count for count in found if count is not None]


def _pair(line: Line, index: int, rules: Grammar, taken: int) -> tuple[Count | None, bool]:
    """The count that a number makes with a predicate of its own clause; and whether it is closed to any other."""
    slot, reach = line.slots[index], line.reaches[index]
    head = line.shadow[reach.clause : slot.start]
    if rules.denied.search(head[-8:]) or rules.owned.match(line.shadow, slot.end):
        return None, True
    if slot.kind == "people" and (sought := rules.sought.match(line.shadow, slot.end, reach.right)):  # 剩余4人仍在搜救
        return Count(slot, "missing", _scope(line, slot, reach, None, rules), slot.start, sought.end(), None, reach.right), False
    crew = rules.crewed.search(line.shadow, reach.clause, slot.start) if slot.kind == "people" and slot.size > 1 else None
    if crew and not _supposed(line, reach, slot.end, rules):
        return Count(slot, "troops", _scope(line, slot, reach, None, rules), crew.start(), slot.end, None, reach.right), False
    ahead, shut = find_ahead(line, slot, reach, rules)
    if ahead and ahead.side == "noun" and lets_go(line, slot, reach, rules):
        return None, True
    behind = find_behind(line, slot, reach, rules, taken)
    if behind and behind.measure == "evacuated" and rules.recalled.match(line.shadow, slot.end):
        behind = None  # 撤回了61人死亡的通报
    unfit = [cue for cue in (ahead, behind) if cue and not fits(slot, cue.measure)]
    if ahead and behind and ahead.side != "noun" and behind.side == "noun" and rules.among.fullmatch(line.shadow, behind.end, slot.start):
        behind = None  # 伤者中4人危殆
    described = behind is not None and rules.relative.fullmatch(line.shadow, behind.end, slot.start) is not None
    cue = choose(slot, ahead if ahead not in unfit else None, behind if behind not in unfit else None, described=described)
    if cue is None:
        return (None, True) if shut or unfit else (_named(line, slot, reach, rules) or _fresh(line, slot, reach, rules), False)
    start, end = min(slot.start, cue.start), max(slot.end, cue.end)
    if _supposed(line, reach, end, rules) or (cue.measure == "infected" and rules.difference.search(line.shadow, reach.clause, slot.start)):
        return None, True  # 较昨日少2万人确诊
    if (cue.measure == "troops" and not _forces(line, slot, reach, cue, rules)) or (
        cue.measure == "evacuated" and rules.troops.match(line.shadow, slot.end)
    ):
        return None, True  # a withdrawal of soldiers is no evacuation
    sent = cue.measure == "crowd" and rules.troops.match(line.shadow, slot.end, reach.right)  # 15万大军包围了...
    sent = sent or (cue.measure == "rescued" and cue.start > slot.end and rules.sent.match(line.shadow, slot.end, reach.right))
    if cue.measure == "rescued" and rules.lifeless.match(line.shadow, end):  # 搜救出14人，均无生命迹象
        return Count(slot, "killed", _scope(line, slot, reach, cue, rules), start, end, None, reach.right), False
    return Count(slot, "troops" if sent else cue.measure, _scope(line, slot, reach, cue, rules), start, end, cue, reach.right), False


def _in_bracket_of_none(line: Line, index: int, *, shut: bool) -> bool:
    """Whether a number stands in a bracket that opens right behind one that counts something else."""
    before = line.slots[index - 1]
    inside = line.shadow[before.end : before.end + 1] in OPENING and line.shut(before.end, line.slots[index].start) is None
    return inside and (shut or is_stopped(line, before))


def _supposed(line: Line, reach: Reach, end: int, rules: Grammar) -> bool:
    """Whether a clause supposes, or opens with a number behind one that supposes what things cost: 可能造成停电，多达5人死亡和9人受伤."""
    if rules.supposed.search(line.shadow, reach.clause, end):
        return True
    at = bisect_left(line.breaks, reach.clause)
    before = line.breaks[at - 1] if at else line.start
    first = line.slots[bisect_left(line.slots, reach.clause, key=lambda one: one.start)].start
    opens = first - reach.clause <= 4 and rules.filler.fullmatch(line.shadow, reach.clause, first)
    if not opens or rules.is_so.match(line.shadow, reach.clause, first):
        return False
    word = rules.supposed.search(line.shadow, max(before, reach.clause - CLAUSE), reach.clause)
    return word is not None and rules.spills.search(line.shadow, word.start(), reach.clause) is not None


def _deferred(line: Line, index: int, rules: Grammar) -> Count | None:
    """三人因企图闯入官邸，而遭警方杀害: the predicate stands in the next clause."""
    slot = line.slots[index]
    if slot.kind == "things":
        return _behind_list(line, index, rules)
    if gathered := _marching(line, index, rules):
        return gathered
    if (slot.kind == "bare" and not slot.noun) or not (aside := rules.deferred.match(line.shadow, slot.end, line.end)):
        return None
    if rules.denied.search(line.shadow[max(line.start, slot.start - 8) : slot.start]):
        return None
    reach = line.reaches[index]
    after = bisect_right(line.breaks, aside.end())
    end = line.breaks[after] if after < len(line.breaks) else line.end
    if index + 1 < len(line.slots):
        end = min(end, line.slots[index + 1].start)
    cues = [cue for cue in line.between(aside.end(), end) if cue.side not in ("short", "noun")]
    cues = [cue for cue in cues if cue.measure == STOP or fits(slot, cue.measure)]
    if not cues or cues[0].measure not in _SUFFERED:
        return None
    told = cues[0].start == aside.end() or rules.passive.match(line.shadow, aside.end())
    died = _later_death(line, cues, rules)
    if not told or rules.topic.match(line.shadow, died.end) or (cues[0].side == "before" and not is_governed(line, slot, cues[0], rules)):
        return None
    if rules.supposed.search(line.shadow, reach.clause, slot.end) or rules.supposed.search(line.shadow, aside.end(), cues[0].start):
        return None
    return Count(slot, died.measure, _scope(line, slot, reach, died, rules), slot.start, died.end, died, reach.right)


def _marching(line: Line, index: int, rules: Grammar) -> Count | None:
    """约300人，转往市政厅抗议: what so many gathered for stands in the next clause."""
    slot, reach = line.slots[index], line.reaches[index]
    if slot.kind != "people" or slot.size < MANY or line.between(slot.end, reach.right):
        return None
    for cue in line.between(reach.right, reach.right + line.ahead):
        if cue.measure == "crowd" and cue.side in ("after", "either") and rules.marching.fullmatch(line.shadow, slot.end, cue.start):
            if rules.supposed.search(line.shadow, reach.clause, cue.end):
                return None
            return Count(slot, "crowd", _scope(line, slot, reach, cue, rules), slot.start, cue.end, cue, reach.right)
    return None


def _later_death(line: Line, cues: Sequence[Cue], rules: Grammar) -> Cue:
    """The first predicate, or the death right behind one that may lead to it: 送院后不治."""
    first = cues[0]
    near = cues[1] if len(cues) > 1 and first.measure in MENDING and cues[1].measure == "killed" else first
    return near if near.start - first.end <= _SOON and not rules.relative.match(line.shadow, first.end) else first


def _behind_list(line: Line, index: int, rules: Grammar) -> Count | None:
    """数百间房屋，包括学校和诊所在地震中受损: what is told in between has no number."""
    slot = line.slots[index]
    told = rules.listing.match(line.shadow, slot.end, line.end)
    if told is None:
        return None
    reach = line.reaches[index]
    cues = line.between(slot.end, told.end())
    cue = next((cue for cue in cues if cue.side in ("either", "after")), None)
    if cue is None or not fits(slot, cue.measure) or rules.supposed.search(line.shadow, reach.clause, cue.start):
        return None
    return Count(slot, cue.measure, _scope(line, slot, reach, cue, rules), slot.start, slot.end, cue, reach.right)


def _scope(line: Line, slot: Slot, reach: Reach, cue: Cue | None, rules: Grammar) -> str:
    text = line.shadow[reach.left : slot.end if rules.spaced else slot.start]  # 14 more bodies
    among = cue is not None and cue.start >= slot.end and rules.part.search(line.shadow, cue.start, cue.end)  # 19 were among the dead
    parts = rules.part.search(text) and not rules.within.search(text)  # 包括店主在内的7人
    if ((parts or among) and not _lumped(line, slot, cue, rules)) or rules.identified.search(
        line.shadow, reach.clause, max(slot.end, reach.right)
    ):
        return "part"
    bodies = slot.kind == "bodies" or (cue is not None and rules.remains.search(line.shadow, cue.start, cue.end))
    if rules.further.search(text) or (bodies and not rules.in_all.search(text)):
        return "further"  # found one by one: none tells of all
    return "new" if rules.new.search(text) or (cue and rules.new.match(line.shadow, cue.start)) else "total"


def _lumped(line: Line, slot: Slot, cue: Cue | None, rules: Grammar) -> bool:
    """伤亡近300人，其中41人死亡: whether the dead or the injured are parts of nothing but their own number."""
    return cue is not None and cue.measure in ("killed", "injured") and rules.lump.search(line.shadow, line.start, slot.start) is not None


def _forces(line: Line, slot: Slot, reach: Reach, cue: Cue, rules: Grammar) -> bool:
    """Whether those sent are soldiers, police or rescuers, and more than one."""
    start = min(cue.start, slot.start) if cue.start < slot.start else reach.left
    if slot.size > 1 and rules.sent.match(line.shadow, slot.end, reach.right):
        return True
    sends_its_own = slot.size > 1 and rules.senders.search(line.shadow, reach.clause, slot.start)
    if sends_its_own and not find_groups(line.shadow[slot.end : slot.end + _NOUN], rules.code):
        return True
    return slot.size > 1 and rules.troops.search(line.shadow, start, min(max(cue.start, slot.end + 24), reach.right)) is not None


def _fresh(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> Count | None:
    """新增65例: cases that are new and of nothing else are of the illness that the sentence speaks of."""
    told = rules.new.search(line.shadow, reach.left, slot.start)
    if told is None or slot.kind not in ("cases", "people") or (slot.kind == "people" and told.end() < slot.start):
        return None
    if any(cue.measure == STOP for cue in line.between(told.end(), slot.start)):
        return None  # 新增出院12例
    spoken_of = line.between(line.start, told.start())
    if slot.kind == "people" and spoken_of and spoken_of[-1].measure not in ("infected", STOP):
        return None  # 重症患者有317人，较昨日增加26人
    if rules.difference.search(line.shadow, reach.clause, slot.start):
        return None  # 新增274例，较前日增加20例
    spoken = line.start if slot.kind == "cases" else max(0, line.start - _OUTBREAK)
    if not rules.outbreak.search(line.shadow, spoken, line.end) or rules.supposed.search(line.shadow, reach.clause, reach.right):
        return None
    return Count(slot, "infected", "new", told.start() if slot.kind == "people" else slot.start, slot.end, None, reach.right)


def _named(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> Count | None:
    """Soldiers sent and crowds gathered are counted by their name alone: 数十名士兵, 数千名示威者; lost, they are dead: 损失17名士兵."""
    lost = slot.kind in ("people", "bare") and rules.lost.search(line.shadow, reach.clause, slot.start)
    noun = slot.noun[0] if rules.spaced and slot.noun else slot.end
    if lost and (match := rules.troops.match(line.shadow, noun, reach.right)) and not _supposed(line, reach, reach.right, rules):
        return Count(slot, "killed", _scope(line, slot, reach, None, rules), lost.start(), match.end(), None, reach.right)
    if slot.kind not in ("people", "bare") or slot.size < MANY or _supposed(line, reach, reach.right, rules):
        return None
    for measure, pattern in (("troops", rules.troops), ("crowd", rules.crowd)):
        if match := pattern.match(line.shadow, slot.end, reach.right):
            return Count(slot, measure, _scope(line, slot, reach, None, rules), slot.start, match.end(), None, reach.right)
    strong = rules.strength.search(line.shadow, reach.clause, slot.start)
    sent = rules.sent.match(line.shadow, slot.end, reach.right)
    if slot.kind == "people" and (sent or (strong and rules.alone_end.match(line.shadow, slot.end))):  # 52人前往抢救; 部队约有9000人
        start = strong.start() if strong else slot.start
        return Count(slot, "troops", _scope(line, slot, reach, None, rules), start, slot.end, None, reach.right)
    return None
