"""Who orders, and where it holds."""

import re
from collections.abc import Sequence

from rashomon.languages import fold
from rashomon.model import Attribution, Name, Span
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.measures.scene import Scene

_AT_ONCE = 2  # characters before a verb with which a clause begins
_ANNOUNCER = 12  # a source that is longer describes whom it names
_LETTERS = 4  # times as many where words are of letters
_TITLED = 8  # characters before a name in which its title stands


def find_agent(scene: Scene, before: int, clause: Span, *, halted: bool) -> str | None:
    """The last person, office or agent named before the verb in its sentence.

    To whom something is done and who reports it are none, nor is a person in the clause of what is halted, nor whom a duty binds
    (林岸不得离境), nor who is last before a clause that goes on: 释放总统，并解除宵禁.
    """
    patterns = scene.patterns
    floor, head = _half(scene, before)
    joined = patterns.joining.match(scene.shadow, clause[0], before)
    done_to = _ends(scene, clause) if joined and joined.end() > clause[0] else frozenset[int]()
    bound = _bound(scene, before)
    before = clause[0] if patterns.undergone.search(scene.shadow, clause[0], before) else before
    named = [
        name
        for name in scene.names
        if name.kind in ("person", "organisation")
        and (floor <= name.start or name.start == head)
        and name.end <= before
        and name.end not in done_to
        and name.start not in bound
        and not (halted and name.kind == "person" and name.start >= clause[0])
        and not patterns.press.search(scene.shadow[name.start : name.end])
        and not patterns.many.search(scene.shadow[name.start : name.end])
        and not patterns.nation.match(scene.shadow, name.start, name.end)
        and not patterns.relays.match(scene.shadow, name.end)
        and not patterns.staffed.match(scene.shadow, name.end)
        and not _is_aside(scene, (name.start, name.end), clause, patterns.turned)
    ]
    country = _deciding(scene, named[-1].end if named else 0, before)
    if country:
        return country
    agents = [
        found
        for found in patterns.agent.finditer(scene.shadow, scene.sentence[0], before)
        if found.end() not in done_to
        and found.end() not in bound
        and (floor <= found.start() or found.start() == head)
        and not patterns.staffed.match(scene.shadow, found.end())
        and not _is_aside(scene, found.span(), clause, patterns.towards)
    ]
    if agents and (not named or agents[-1].start() > named[-1].end):  # 某集团官方 is the firm
        start, end = agents[-1].span()
        start = _touching(scene, start)
        if patterns.prefix.search(scene.shadow[start - 1 : start]):
            start = _touching(scene, start - 1)
        return scene.text[start:end]
    if named:
        return scene.text[named[-1].start : named[-1].end]
    places = [name for name in scene.names if name.kind == "place" and name.end <= before]
    while places and (done := patterns.done_to.search(scene.shadow, clause[0], places[-1].start)):
        before = done.start()  # 岚国昨晚将东城…: what is done to a place is done by another
        places = [name for name in places if name.end <= before]
    if places and patterns.actor.fullmatch(scene.shadow, places[-1].end, before):
        return scene.text[_listed_from(scene, places) : places[-1].end]
    return None


def _bound(scene: Scene, before: int) -> frozenset[int]:
    """Where a person begins who stands right before the words for a duty, and is bound by it."""
    patterns, shadow = scene.patterns, scene.shadow
    if not patterns.obliging.match(shadow, before) or patterns.orders.match(shadow, before):  # 要, and not 要求
        return frozenset()
    return frozenset(name.start for name in scene.names if name.kind == "person" and name.end == before)


def _is_aside(scene: Scene, span: Span, clause: Span, turned: re.Pattern[str]) -> bool:
    """Whether something is done to somebody, or a clause before its own only tells why: 由于…航空有乘客确诊，署方禁止…"""
    patterns, held = scene.patterns, scene.clause(span)
    before = scene.shadow, held[0], span[0]
    tells_why = held[1] <= clause[0] and patterns.cause.match(scene.shadow, held[0])
    return bool(tells_why or patterns.aside.search(*before) or turned.search(*before))


def find_announcer(scene: Scene, span: Span, said: Sequence[Attribution]) -> str | None:
    """Who announces or demands it, in the shortest statement of its sentence that holds it or is made by its own words: 公路局宣布，…"""
    holding = [
        one
        for one in said
        if (one.start <= span[0] < one.end or (one.cue_span and span[0] <= one.cue_span[0] < span[1]))
        and scene.patterns.orders.fullmatch(fold(one.cue))
    ]
    if not holding:
        return None
    told = min(holding, key=lambda one: one.end - one.start)
    patterns, source = scene.patterns, shadow_of(told.chain[-1])
    if source.lower() in patterns.unnamed:
        who = told.speaker or ""
        return who if shadow_of(who).lower() not in patterns.unnamed else None
    if patterns.press.search(source) or patterns.lay.search(source) or patterns.document.search(source):
        return None
    if len(source) <= (_ANNOUNCER * _LETTERS if patterns.spaced else _ANNOUNCER) and not patterns.described.search(source):
        return told.chain[-1]
    end = told.chain_spans[-1][1] if told.chain_spans else -1
    return next((scene.text[name.start : name.end] for name in scene.names if name.end == end), None)


def _half(scene: Scene, before: int) -> Span:
    """Where the half of a title begins that a space parts from the one before; and, where it begins with the verb itself, the title, whose
    first name is then its subject too: 港务局完成检查 暂停开放."""
    if scene.sentence[0] or scene.patterns.spaced:
        return scene.sentence[0], -1
    floor = scene.shadow.rfind(" ", 0, before) + 1
    return floor, 0 if before - floor < _AT_ONCE else -1


def is_lay(scene: Scene, agent: str) -> bool:
    """Whether the article calls a person a physician, a scholar, a singer: they advise and order nothing."""
    return is_called(scene, agent, scene.patterns.lay)


def is_called(scene: Scene, person: str, titles: re.Pattern[str]) -> bool:
    """Whether one of some titles stands anywhere in the article right before a person whom the sentence names."""
    if not any(name.kind == "person" and scene.text.startswith(person, name.start) for name in scene.names):
        return False
    known = re.compile(re.escape(shadow_of(person))).finditer(scene.shadow)
    return any(titles.search(scene.shadow, max(0, found.start() - _TITLED), found.start()) for found in known)


def _ends(scene: Scene, clause: Span) -> frozenset[int]:
    """Where a clause before another, or an item of its list, ends; and where a name that ends there begins, for its title ends there."""
    ends = {found.start() for found in scene.patterns.items.finditer(scene.shadow, scene.sentence[0], clause[0])}
    return frozenset(ends | {name.start for name in scene.names if name.end in ends})


def _deciding(scene: Scene, position: int, before: int) -> str | None:
    """The last place behind a position that opens its clause and decides there: 岚国昨日宣布，…"""
    heads = {scene.sentence[0], *(end for _, end in scene.breaks)}
    places = [name for name in scene.names if name.kind == "place" and position <= name.start and name.end <= before]
    for name in reversed(places):
        start = _listed_from(scene, [place for place in places if place.start <= name.start])
        if start in heads or scene.patterns.describing.match(scene.shadow, start - 1):  # 受打击的岚国，周一宣布…
            return scene.text[start : name.end] if scene.patterns.decides.match(scene.shadow, name.end, before) else None
    return None


def _listed_from(scene: Scene, places: Sequence[Name]) -> int:
    """Where a list of places begins that ends with the last."""
    patterns = scene.patterns
    start = places[-1].start
    for name in reversed(places[:-1]):
        if not patterns.listed.fullmatch(scene.shadow, name.end, start):
            break
        start = name.start
    return start


def _touching(scene: Scene, position: int) -> int:
    """Where a place that ends at `position` starts, else `position`."""
    found = [name.start for name in scene.names if name.end == position and name.kind == "place"]
    return found[-1] if found else position


def find_place(scene: Scene, span: Span, clause: Span, *, advice: bool) -> str | None:
    """The places listed last before it, else 全国 and the like, else the first place in its clause."""
    patterns = scene.patterns
    places = [name for name in scene.names if name.kind == "place" and not patterns.venue.match(scene.shadow, name.start - 1)]
    places = [name for name in places if not patterns.own.match(scene.shadow[name.end : name.end + 2])]
    traded = patterns.traded.match(scene.shadow, span[0]) is not None  # 禁止进口岚国商品: where they come from
    before = [name for name in places if name.end <= (span[0] if traded else span[1])]
    behind = [name for name in places if 0 <= name.start - span[1] <= 2]
    if advice and behind:
        return scene.text[behind[0].start : behind[0].end]  # 不应前往岚国
    if before:
        start = _listed_from(scene, before)
        end = before[-1].end
        return scene.text[start : end + (patterns.division.match(scene.shadow, end) is not None)]
    if whole := patterns.nation.search(scene.shadow, *clause):
        return scene.text[whole.start() : whole.end()]
    inside = [name for name in places if clause[0] <= name.start < clause[1] and not traded]
    return scene.text[inside[0].start : inside[0].end] if inside else None
