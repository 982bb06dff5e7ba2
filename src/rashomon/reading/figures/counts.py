"""Numbers paired with what happened to those they count, inside one sentence.

A count is a number with its classifier and a predicate. The predicate stands behind it (3人受伤), before it (逮捕3人, 死亡人数升至3),
or is lent by another count: 26名平民和18名警察死亡; 18人死亡,其中两人... `docs/figures.md` tells the rules with examples.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rashomon.reading.figures.groups import find_groups
from rashomon.reading.figures.lending import enclose, follow_change, lend_across, lend_along, lend_parts, take_topic
from rashomon.reading.figures.lines import CLAUSE, Count, Line, Reach, fits
from rashomon.reading.figures.predicates import STOP, Cue, Grammar
from rashomon.reading.figures.slots import Slot

MANY = 20  # from here up soldiers and protesters are counted by their name alone
BARE = 1000  # from here up a number without a classifier counts the noun behind it
_OUTBREAK = 120  # characters before a sentence that may tell of what people are new cases
_SOON = 6  # characters between an injury and the death that followed
CROWD = 10  # fewer are no crowd
# what happens to patients and prisoners later outranks how they came
_GRAVE = frozenset({"killed", "injured", "critical", "hospitalized", "missing"})
# what others do to people, or what befalls them
_SUFFERED = _GRAVE | {"detained", "rescued", "infected", "displaced", "evacuated"}
_MENDING = frozenset({"infected", "injured", "hospitalized", "critical"})  # those who later may have died of it
# verbs that close a clause without 被: 千名士兵部署在边境
_IDLE = frozenset({"troops", "evacuated", "rescued", "detained"})


def read_counts(line: Line, rules: Grammar, parent: Count | None) -> list[Count]:
    """All counts of a sentence; `parent` is the last one of the sentence before, for parts told in a sentence of their own."""
    found: list[Count | None] = []
    closed: list[bool] = []  # numbers that plainly count something else
    taken = -1  # end of the last predicate that a number took
    for index in range(len(line.slots)):
        count, shut = _pair(line, index, rules, taken)
        later = _deferred(line, index, rules)
        # 因涉及暴动而被捕: what they gathered for only says why
        if later and (count is None or count.measure == "crowd" or (count.measure in _MENDING and later.measure == "killed")):
            count, shut = later, False
        found.append(count)
        closed.append(shut)
        taken = count.cue.end if count and count.cue else taken
    follow_change(line, rules, found)
    enclose(line, rules, found)
    take_topic(line, rules, found, closed)
    lend_across(line, rules, found)
    lend_along(line, rules, found, closed)
    lend_parts(line, rules, found, closed, parent)
    return [count for count in found if count is not None]


def _pair(line: Line, index: int, rules: Grammar, taken: int) -> tuple[Count | None, bool]:
    """The count that a number makes with a predicate of its own clause; and whether it is closed to any other."""
    slot, reach = line.slots[index], line.reaches[index]
    head = line.shadow[reach.clause : slot.start]
    if rules.denied.search(head[-8:]) or rules.owned.match(line.shadow, slot.end):
        return None, True
    ahead, shut = _ahead(line, slot, reach, rules)
    if ahead and ahead.side == "noun" and _let_go(line, slot, reach):
        return None, True
    behind = _behind(line, slot, reach, rules, taken)
    unfit = [cue for cue in (ahead, behind) if cue and not fits(slot, cue.measure)]
    if ahead and behind and ahead.side != "noun" and behind.side == "noun" and rules.among.fullmatch(line.shadow, behind.end, slot.start):
        behind = None  # 伤者中4人危殆
    cue = _choose(slot, ahead if ahead not in unfit else None, behind if behind not in unfit else None)
    if cue is None:
        return (None, True) if shut or unfit else (_named(line, slot, reach, rules) or _fresh(line, slot, reach, rules), False)
    start, end = min(slot.start, cue.start), max(slot.end, cue.end)
    if _supposed(line, reach, end, rules):
        return None, True
    if (cue.measure == "troops" and not _forces(line, slot, reach, cue, rules)) or (
        cue.measure == "evacuated" and rules.troops.match(line.shadow, slot.end)
    ):
        return None, True  # a withdrawal of soldiers is no evacuation
    sent = cue.measure == "crowd" and rules.troops.match(line.shadow, slot.end, reach.right)  # 15万大军包围了...
    return Count(slot, "troops" if sent else cue.measure, _scope(line, slot, reach, cue, rules), start, end, cue, reach.right), False


def _supposed(line: Line, reach: Reach, end: int, rules: Grammar) -> bool:
    """Whether a clause supposes, or opens with a number behind one that does: 可能造成停电，多达5人死亡和9人受伤."""
    if rules.supposed.search(line.shadow, reach.clause, end):
        return True
    at = bisect_left(line.breaks, reach.clause)
    before = line.breaks[at - 1] if at else line.start
    first = line.slots[bisect_left(line.slots, reach.clause, key=lambda one: one.start)].start
    if first - reach.clause > 4 or not rules.filler.fullmatch(line.shadow, reach.clause, first):
        return False
    return rules.supposed.search(line.shadow, max(before, reach.clause - CLAUSE), reach.clause) is not None


def _choose(slot: Slot, ahead: Cue | None, behind: Cue | None) -> Cue | None:
    """A verb right before its number wins (逮捕3名伤者), unless what follows is graver (确诊者3人死亡)."""
    if ahead is None or behind is None:
        return ahead or behind
    close = slot.start - behind.end <= (8 if behind.side == "before" else 2)
    outranked = behind.measure == "infected" and (ahead.measure in _GRAVE or ahead.side == "noun")
    return behind if close and not outranked else ahead


def _ahead(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> tuple[Cue | None, bool]:
    """The predicate behind a number; and whether another one stands there that takes the number away."""
    cues = line.between(slot.start if slot.noun else slot.end, reach.right)
    if slot.noun:  # 12万感染病例: the word may begin before the noun that ends it
        cues = [cue for cue in cues if cue.end > slot.noun[0]]
    touching = bool(cues) and cues[0].start == slot.end
    if touching and cues[0].side == "short" and rules.short.match(line.shadow, slot.end):
        return cues[0], False
    if touching and slot.kind == "bare" and rules.brief.match(line.shadow, slot.end):
        return cues[0], False
    cues = [cue for cue in cues if cue.side != "short"]
    if slot.kind == "bare" and not slot.noun:
        close = bool(cues) and cues[0].side in ("either", "noun") and rules.fresh.fullmatch(line.shadow, slot.end, cues[0].start)
        many = close and cues[0].side == "noun" and slot.size >= BARE
        new = touching and close and rules.new.search(line.shadow, reach.left, slot.start)
        return (cues[0] if many or new else None), False  # 12万感染病例, 增11本土确诊
    return _scan(line, slot, cues, rules)


def _scan(line: Line, slot: Slot, cues: Sequence[Cue], rules: Grammar) -> tuple[Cue | None, bool]:
    """The first word behind a number that tells what happened to those counted; a noun (病例) holds until a verb comes."""
    held: Cue | None = None
    stopped = False
    for at, cue in enumerate(cues):
        last = at + 1 == len(cues)
        if not last and cue.measure != STOP and not fits(slot, cue.measure):
            continue  # 两人被大浪冲走溺亡: what befalls houses befalls no one
        if (at or cue.start == slot.end + 1) and rules.series.match(line.shadow, cue.start - 1):
            break  # 12例出院、死亡3例: it counts what follows
        described = rules.relative.match(line.shadow, cue.end) or (
            not last and not _compound(cue, cues[at + 1]) and _names_people(line, cue.end, rules)
        )
        if described and (not last or rules.beyond.search(line.shadow, slot.end, cue.start)):
            continue  # 3名受伤的警员死亡: what they were, not what happened
        if cue.measure not in ("crowd", "troops") and rules.during.match(line.shadow, cue.end):
            continue  # 一人在疏散时受伤
        if rules.negated.search(line.shadow[max(slot.end, cue.start - 3) : cue.start]) or rules.beside.match(line.shadow, cue.end):
            return held, True
        if cue.side == "noun":
            held = held or (cue if cue.measure != "crowd" or slot.size >= CROWD else None)
            continue
        if cue.measure == STOP:
            stopped = True  # 300人接种后死亡: what comes later may yet count them
            continue
        if not last and rules.because.search(line.shadow, max(slot.end, cue.start - 2), cue.start):
            continue  # 几名患者因受伤而住院
        if cue.measure in ("troops", "crowd") and not last and slot.size < CROWD:
            continue
        if stopped and cue.side == "before":
            break  # 11人被判监禁
        if cue.side == "before" and not last and rules.nominal.match(line.shadow[cue.end : cue.end + 4]):
            continue  # 在拘留期间死亡
        if cue.measure in _MENDING:
            cue = next((later for later in cues[at + 1 :] if later.measure == "killed"), cue)  # 染疫后死亡
        if held and cue.measure == "infected":
            break
        return (cue, False) if _governed(line, slot, cue, rules) else (held, stopped or held is None)
    return (None, True) if stopped else (held, False)


def _compound(cue: Cue, following: Cue) -> bool:
    """确诊|病例: both together are the word for those counted."""
    return following.start == cue.end and following.side == "noun"


def _names_people(line: Line, position: int, rules: Grammar) -> bool:
    """Whether a word for people begins here: 失踪|乘客."""
    nouns = find_groups(line.shadow[position : position + 6], rules.code)
    return bool(nouns) and nouns[0][0] == 0


def _deferred(line: Line, index: int, rules: Grammar) -> Count | None:
    """三人因企图闯入官邸，而遭警方杀害: the predicate stands in the next clause."""
    slot = line.slots[index]
    if slot.kind == "things":
        return _behind_list(line, index, rules)
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
    if not told or rules.topic.match(line.shadow, died.end) or (cues[0].side == "before" and not _governed(line, slot, cues[0], rules)):
        return None
    if rules.supposed.search(line.shadow, reach.clause, slot.end) or rules.supposed.search(line.shadow, aside.end(), cues[0].start):
        return None
    return Count(slot, died.measure, _scope(line, slot, reach, died, rules), slot.start, died.end, died, reach.right)


def _later_death(line: Line, cues: Sequence[Cue], rules: Grammar) -> Cue:
    """The first predicate, or the death right behind one that may lead to it: 送院后不治."""
    first = cues[0]
    near = cues[1] if len(cues) > 1 and first.measure in _MENDING and cues[1].measure == "killed" else first
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


def _let_go(line: Line, slot: Slot, reach: Reach) -> bool:
    """释放两名在押人员: another predicate right before a number whose noun would count."""
    cues = line.between(reach.left, slot.start)
    return bool(cues) and cues[-1].measure == STOP and slot.start - cues[-1].end <= 2


def _governed(line: Line, slot: Slot, cue: Cue, rules: Grammar) -> bool:
    """Whether a verb says what was done to those before it, and not what they did."""
    if cue.measure == "crowd":
        return slot.size >= CROWD
    if cue.side != "before" or rules.passive.search(line.shadow, slot.end, cue.start):
        return True
    return (rules.spaced or cue.measure in _IDLE) and bool(rules.closed.match(line.shadow, cue.end))


def _behind(line: Line, slot: Slot, reach: Reach, rules: Grammar, taken: int) -> Cue | None:
    """The predicate before a number."""
    near = line.between(slot.start - 1, slot.start)
    told = near and near[-1].side == "short" and taken <= near[-1].start and near[-1].end == slot.start and slot.kind == "people"
    if told and rules.opens_short.search(line.shadow[max(line.start, near[-1].start - 2) : near[-1].start]):
        return near[-1]
    cues = [cue for cue in line.between(max(reach.left, slot.start - rules.far - 8), slot.start) if cue.side != "short"]
    if not cues or cues[-1].start < taken or cues[-1].end > slot.start:
        return None
    cue = cues[-1]
    if len(cues) > 1 and cue.side == "stop" and rules.both.fullmatch(line.shadow, cues[-2].end, cue.start):
        return _before(line, slot, reach, cues[-2], cue.end, rules)  # 拘捕并起诉两人
    if len(cues) > 1 and cues[-2].measure == STOP and cue.side in ("noun", "either") and cue.start - cues[-2].end <= 1:
        return None  # 出院病例12例
    return _before(line, slot, reach, cue, cue.end, rules)


def _before(line: Line, slot: Slot, reach: Reach, cue: Cue, end: int, rules: Grammar) -> Cue | None:
    """The word, if what stands from `end` to the number lets it count."""
    if cue.measure == "crowd" and slot.size < CROWD:
        return None
    gap = line.shadow[end : slot.start]
    if cue.measure == STOP or len(gap) > rules.far or rules.beside.match(gap):
        return None
    if rules.negated.search(line.shadow[max(reach.left, cue.start - 3) : cue.start]):
        return None
    named = find_groups(gap, rules.code)
    rest = gap[: named[0][0]] + gap[named[-1][1] :] if named else gap  # 遇难矿工增至31人
    plain = (rules.filler.fullmatch(rest) or rules.placed.fullmatch(gap)) is not None
    if slot.kind == "bare" and not slot.noun:
        total = plain and rules.total.search(line.shadow, cue.start, slot.start) and rules.closed.match(line.shadow, slot.end)
        return cue if total and cue.side != "before" else None
    if cue.side == "before":
        return None if rules.nominal.match(gap) else cue
    if cue.side == "after":
        return cue if plain and (rules.reach.match(gap) or (named and named[0][0] == 0)) else None
    object_far = cue.measure in ("evacuated", "destroyed") and len(gap) <= 8 and not rules.nominal.match(gap)  # 疏散了沿岸约3000名居民
    return cue if plain or object_far else None


def _scope(line: Line, slot: Slot, reach: Reach, cue: Cue | None, rules: Grammar) -> str:
    text = line.shadow[reach.left : slot.end if rules.spaced else slot.start]  # 14 more bodies
    if rules.part.search(text):
        return "part"
    if rules.further.search(text) or (slot.kind == "bodies" and not rules.in_all.search(text)):
        return "further"  # found one by one: none tells of all
    return "new" if rules.new.search(text) or (cue and rules.new.match(line.shadow, cue.start)) else "total"


def _forces(line: Line, slot: Slot, reach: Reach, cue: Cue, rules: Grammar) -> bool:
    """Whether those sent are soldiers, police or rescuers, and more than one."""
    start = min(cue.start, slot.start) if cue.start < slot.start else reach.left
    if slot.size > 1 and rules.sent.match(line.shadow, slot.end, reach.right):
        return True
    return slot.size > 1 and rules.troops.search(line.shadow, start, min(max(cue.start, slot.end + 24), reach.right)) is not None


def _fresh(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> Count | None:
    """新增65例: cases that are new and of nothing else are of the illness that the sentence speaks of."""
    told = rules.new.search(line.shadow, reach.left, slot.start)
    if told is None or slot.kind not in ("cases", "people") or (slot.kind == "people" and told.end() < slot.start):
        return None
    spoken = line.start if slot.kind == "cases" else max(0, line.start - _OUTBREAK)
    if not rules.outbreak.search(line.shadow, spoken, line.end) or rules.supposed.search(line.shadow, reach.clause, reach.right):
        return None
    return Count(slot, "infected", "new", told.start() if slot.kind == "people" else slot.start, slot.end, None, reach.right)


def _named(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> Count | None:
    """Soldiers sent and crowds gathered are counted by their name alone: 数十名士兵, 数千名示威者."""
    if slot.kind not in ("people", "bare") or slot.size < MANY or _supposed(line, reach, reach.right, rules):
        return None
    for measure, pattern in (("troops", rules.troops), ("crowd", rules.crowd)):
        if match := pattern.match(line.shadow, slot.end, reach.right):
            return Count(slot, measure, _scope(line, slot, reach, None, rules), slot.start, match.end(), None, reach.right)
    strong = rules.strength.search(line.shadow, reach.clause, slot.start)
    if strong and slot.kind == "people" and rules.alone_end.match(line.shadow, slot.end):  # 部队约有9000人
        return Count(slot, "troops", _scope(line, slot, reach, None, rules), strong.start(), slot.end, None, reach.right)
    return None
