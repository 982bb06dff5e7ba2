"""What only the structure of its clause tells as an order: who is bound, by what verb, under whose announcement."""

import re
from collections.abc import Sequence

from rashomon.languages import fold
from rashomon.model import Attribution, Span
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.measures.patterns import Patterns
from rashomon.reading.measures.scene import Scene
from rashomon.reading.measures.who import is_called

STATUS = {
    "bidding": "ordered",
    "urging": "ordered",
    "ruling": "ordered",
    "binding": "ordered",
    "freeing": "lifted",
    "adjourning": "ordered",
    "halting": "ordered",
    "resuming": "lifted",
}
BID = ("bidding", "urging")  # in force only where it is told who orders
_DUTIES = ("ruling", "binding", "freeing")
_LINES = 2  # on from one rule that the next may stand in where it is told who is bound
_BACK = 48  # characters before it that may tell who is bound, or under whose announcement


def may_order(match: re.Match[str], shadow: str, patterns: Patterns) -> bool:
    """Whether what stands right beside it lets it be an order: looked at before its sentence is."""
    orders, kind, back = patterns.orders_of, match.lastgroup, max(0, match.start() - _BACK)
    if kind == "adjourning":
        return True
    if any(orders[name].search(match[0]) for name in ("when", "quoted", "whose")):
        return False
    if kind in BID:
        if orders["thing"].search(match[0]) or orders["no_advice" if kind == "urging" else "no_bidding"].search(match[0]):
            return False
        return any(orders[name].match(shadow, match.start()) for name in ("whom", "commanded"))
    if kind in _DUTIES:
        if orders["unbound"].search(shadow, back, match.start()) or orders["vague"].match(match[0]):
            return False
        return kind == "ruling" or orders["subject"].search(shadow, back, match.start()) is not None
    if orders["no_order"].search(match[0]) or (kind == "resuming" and orders["no_easing"].search(match[0])):
        return False
    return bool(orders["governs"].search(shadow, back, match.start()) or orders["begun"].search(shadow, back, match.start()))


def is_governed(match: re.Match[str], clause: Span, scene: Scene, said: Sequence[Attribution], *, told: int) -> bool:
    """Whether what stands around it tells it as an order in force; `told`: where the words of the last measure end, or -1."""
    orders, shadow, kind = scene.patterns.orders_of, scene.shadow, match.lastgroup
    end = match.start() if kind in BID else match.end()
    if orders["idle"].search(shadow, clause[0], end) or orders["idle_before"].search(shadow, scene.sentence[0], clause[0]):
        return False
    if kind in BID or kind == "adjourning":
        return True
    telling = [one for one in said if one.start <= match.start() < one.end]
    if not all(may_say(scene, one) for one in telling):
        return False
    if any(orders[name].search(shadow, scene.sentence[0], match.start()) for name in ("governs", "since_then")):
        return True
    times = (time for time in scene.times if clause[0] <= time.start < clause[1] or scene.opens(time, clause[0]))
    if any(scene.patterns.beginning.match(shadow, time.end) for time in times):
        return True
    if kind not in ("binding", "ruling"):
        return False
    mild = orders["mild"].match(match[0]) is not None
    if mild and told >= scene.sentence[0]:
        return False  # 提醒公民避免前往，并指…应离开 advises once
    lines = _LINES if kind == "binding" and not mild else 1  # one rule behind another
    if orders["rule"].search(shadow, scene.sentence[0], match.start()) or (told >= 0 and shadow.count("\n", told, match.start()) < lines):
        return True
    advised = (one for one in telling if kind == "ruling" or scene.patterns.orders.fullmatch(fold(one.cue)))
    return any(is_authority(scene, one.chain[-1]) for one in advised)


def may_bid(match: re.Match[str], scene: Scene, who: str | None, *, told: int) -> bool:
    """Whether somebody may ask that of whom it is asked: an office of anybody, a firm of those whom it serves and of its own; where nobody
    is named, who ordered what its sentence tells before it (发布动员令，要求…)."""
    if who is None:
        return told >= scene.sentence[0]
    if is_authority(scene, who):
        return True
    patrons = scene.patterns.orders_of["patrons"].search(scene.shadow, match.start(), match.end())
    return patrons is not None and any(name.kind == "organisation" and name.text == who for name in scene.names)


def may_say(scene: Scene, one: Attribution) -> bool:
    """Whether a source may tell what is in force: no person without a post."""
    return is_authority(scene, one.chain[-1]) or not any(name.kind == "person" and name.text == one.chain[-1] for name in scene.names)


def is_authority(scene: Scene, who: str) -> bool:
    """Whether it orders: an office by how its name ends, a country, or a person whom the article calls by a post."""
    orders, shadow = scene.patterns.orders_of, shadow_of(who)
    if not orders:
        return False
    if orders["no_office"].search(shadow):
        return False
    if any(name.kind == "place" and name.text == who for name in scene.names) or scene.patterns.agent.search(shadow):
        return True
    return orders["office"].search(shadow) is not None or is_called(scene, who, orders["post"])
