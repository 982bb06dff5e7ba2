"""The predicate that a number takes: the word behind it, or the word before it, that says what happened to those counted."""

from collections.abc import Sequence

from rashomon.reading.figures.groups import find_groups
from rashomon.reading.figures.lines import Line, Reach, fits
from rashomon.reading.figures.predicates import STOP, Cue, Grammar
from rashomon.reading.figures.slots import Slot

BARE = 1000  # from here up a number without a classifier counts the noun behind it
_LATER = 12  # characters of letters between an injury and the death that followed
_OBJECT = 4  # characters between a verb and the number that it governs
CROWD = 10  # fewer are no crowd
# what happens to patients and prisoners later outranks how they came
GRAVE = frozenset({"killed", "injured", "critical", "hospitalized", "missing"})
MENDING = frozenset({"infected", "injured", "hospitalized", "critical"})  # those who later may have died of it
# verbs that close a clause without 被: 千名士兵部署在边境
_IDLE = frozenset({"troops", "evacuated", "rescued", "detained"})
_BEFALLEN = GRAVE | {"infected", "displaced", "evacuated", "detained", "abducted"}  # what a word before a noun may tell of those it names
_ACCUSED = frozenset({"killed", "crowd"})  # what murder and riot are counted as


def choose(slot: Slot, ahead: Cue | None, behind: Cue | None, *, described: bool = False) -> Cue | None:
    """A verb right before its number wins (逮捕3名伤者), unless what follows is graver (确诊者3人死亡).

    described: whether the one before only says who they were: 被绑架的12名矿工获救.
    """
    if ahead is None or behind is None:
        return ahead or behind
    if described and behind.side == "after" and ahead.side in ("after", "either"):
        return ahead
    close = slot.start - behind.end <= (8 if behind.side == "before" else 2)
    outranked = behind.measure == "infected" and (ahead.measure in GRAVE or ahead.side == "noun")
    return behind if close and not outranked else ahead


def find_ahead(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> tuple[Cue | None, bool]:
    """The predicate behind a number; and whether another one stands there that takes the number away."""
    cues = line.between(slot.start if slot.noun else slot.end, reach.right)
    if slot.noun:  # 12万感染病例: the word may begin before the noun that ends it
        cues = [cue for cue in cues if cue.end > slot.noun[0] or _describes(slot, cue, rules)]
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
        if (held or not last) and cue.measure != STOP and not fits(slot, cue.measure):
            continue  # 两人被大浪冲走溺亡: what befalls houses befalls no one
        if (at or cue.start == slot.end + 1) and rules.series.match(line.shadow, cue.start - 1):
            break  # 12例出院、死亡3例: it counts what follows
        if _describes(slot, cue, rules):
            held = held or cue
            continue  # 94 wounded civilians: so they are, until a verb tells more
        described = rules.relative.match(line.shadow, cue.end) or (
            not last and not _compound(cue, cues[at + 1]) and _names_people(line, cue.end, rules)
        )
        if described and (not last or rules.beyond.search(line.shadow, slot.end, cue.start)):
            continue  # 3名受伤的警员死亡: what they were, not what happened
        graver = not last and (cue.measure not in ("crowd", "troops") or cues[at + 1].measure in GRAVE)
        if (graver or cue.measure not in ("crowd", "troops")) and rules.during.match(line.shadow, cue.end):
            continue  # 一人在疏散时受伤; 12人在抗议期间丧生
        if rules.negated.search(line.shadow[max(slot.end, cue.start - 3) : cue.start]) or rules.beside.match(line.shadow, cue.end):
            return held, True
        if cue.measure != "detained" and not last and rules.charged.match(line.shadow, cue.end, cues[at + 1].start):
            continue  # 以非法集结等罪名被捕
        if cue.measure == "rescued" and _rescues(line, slot, cue, rules):
            continue
        if cue.side == "noun" and rules.onto.search(line.shadow, slot.end, cue.start):
            continue  # 三人没有把死者视作…
        if cue.measure in _ACCUSED and rules.tried.search(line.shadow, slot.end, cue.start):
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
        if stopped and cue.side == "before" and not (rules.spaced and rules.passive.search(line.shadow, cues[at - 1].end, cue.start)):
            break  # 11人被判监禁; but all 132 aboard were killed
        if cue.side == "before" and not last and rules.nominal.match(line.shadow[cue.end : cue.end + 4]):
            continue  # 在拘留期间死亡
        if cue.measure in MENDING:
            cue = next((later for later in cues[at + 1 :] if later.measure == "killed" and _soon(cue, later, rules)), cue)  # 染疫后死亡
        if held and cue.measure == "infected":
            break
        if _counts_next(line, slot, cue, rules):
            break
        return (cue, False) if is_governed(line, slot, cue, rules) else (held, stopped or held is None)
    if stopped and not (held and _describes(slot, held, rules)):
        return None, True
    return held, False


def _rescues(line: Line, slot: Slot, cue: Cue, rules: Grammar) -> bool:
    """18名救护员拯救: whether those counted are rescuers, and not the rescued."""
    active = cue.side == "before" and not rules.passive.search(line.shadow, slot.end, cue.start)
    return active and rules.troops.match(line.shadow, slot.end) is not None


def _counts_next(line: Line, slot: Slot, cue: Cue, rules: Grammar) -> bool:
    """被困6名矿工中已救出4人: whether a verb counts the number right behind it, of those named before."""
    nears = any(other.start == cue.end for other in line.slots)
    return nears and rules.amid.fullmatch(line.shadow, slot.end, cue.start) is not None


def _describes(slot: Slot, cue: Cue, rules: Grammar) -> bool:
    """Whether a word stands between a number and its noun, where words stand apart, and tells what befell those: 9 missing children."""
    return rules.spaced and slot.noun is not None and slot.start < cue.start and cue.end < slot.noun[0] and cue.measure in _BEFALLEN


def _soon(cue: Cue, later: Cue, rules: Grammar) -> bool:
    """Whether a death is told of the same people: of letters no more stand between than 12 of the injured later died."""
    return not rules.spaced or later.start - cue.end <= _LATER


def _compound(cue: Cue, following: Cue) -> bool:
    """确诊|病例: both together are the word for those counted."""
    return following.start == cue.end and following.side == "noun"


def _names_people(line: Line, position: int, rules: Grammar) -> bool:
    """Whether a word for people begins here: 失踪|乘客."""
    nouns = find_groups(line.shadow[position : position + 6], rules.code)
    return bool(nouns) and nouns[0][0] == 0


def lets_go(line: Line, slot: Slot, reach: Reach, rules: Grammar) -> bool:
    """释放两名在押人员: another predicate right before a number whose noun would count."""
    cues = line.between(reach.left, slot.start)
    near = bool(cues) and slot.kind != "bodies" and cues[-1].measure == STOP and slot.start - cues[-1].end <= 2
    return near and not rules.series.match(line.shadow, cues[-1].end)  # 疑似病例和17例死亡病例


def is_governed(line: Line, slot: Slot, cue: Cue, rules: Grammar) -> bool:
    """Whether a verb says what was done to those before it, and not what they did."""
    if cue.measure == "crowd":
        return slot.size >= CROWD
    if cue.side != "before":
        return True
    start = slot.end
    if any(0 <= other.start - cue.end <= _OBJECT for other in line.slots):  # 1200人被困，已救出300人
        start = max(start, max((end for end in line.breaks if end <= cue.start), default=start))
    if rules.passive.search(line.shadow, start, cue.start):
        return True
    return (rules.spaced or cue.measure in _IDLE) and bool(rules.closed.match(line.shadow, cue.end))


def find_behind(line: Line, slot: Slot, reach: Reach, rules: Grammar, taken: int) -> Cue | None:
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
    if len(cues) > 1 and cue.side == "after" and cues[-2].side == "before" and cue.start == cues[-2].end:
        return _before(line, slot, reach, cues[-2], cue.end, rules)  # 解救被绑架的学生30人
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
