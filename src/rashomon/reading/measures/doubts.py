"""What makes of words of ordering none in force: supposed, demanded, of years ago, a view, or come to be without an order."""

import re
from collections.abc import Sequence

from rashomon.languages import fold
from rashomon.model import Attribution, Span
from rashomon.reading.measures.force import reach
from rashomon.reading.measures.scene import Scene
from rashomon.reading.measures.structure import STATUS, is_authority
from rashomon.reading.measures.when import ADVICE

_BYGONE = 1  # years before the article's own: what was ordered earlier is no news
_ASKED = 3  # characters of adverbs between a country and what is demanded of it
_WHOLE = ("ban", "barred", "ruling", "binding", "freeing")  # whose own words suppose nothing
_RULING = ("duty", "ban", "ruling", "binding")  # which may hold under a condition: 如有症状，必须报告
_BEFALLING = ("closure", "act", "halt")  # what may come to be without an order
_AGEING = (*_BEFALLING, *(kind for kind in STATUS if kind != "adjourning"))  # what may be of years ago


def is_supposed(match: re.Match[str], clause: Span, scene: Scene) -> bool:
    """Whether its clause supposes, denies or debates it, up to some characters behind it, or the one before demands it."""
    patterns, shadow, start, kind = scene.patterns, scene.shadow, scene.sentence[0], match.lastgroup
    advice = kind in ADVICE
    end = match.start() if kind in _WHOLE else min(clause[1], match.end() + reach(scene)[1])  # what is banned supposes nothing
    if (patterns.unadvised if advice else patterns.supposed).search(shadow, clause[0], end):
        return True
    if advice:
        return patterns.sued.search(shadow, start, match.start()) is not None
    if patterns.demanded.search(shadow, start, clause[0]) or _is_asked(match.start(), clause, scene):
        return True
    if patterns.instance.search(shadow, start, match.start()):
        return True
    if patterns.sanction.search(match[0]) and patterns.threatened.search(shadow, start, match.start()):
        return True
    if kind not in _RULING and patterns.condition.search(shadow, start, clause[0]):
        return True
    return kind == "ban" and patterns.unbanned.search(shadow, start, match.start()) is not None


def _is_asked(position: int, clause: Span, scene: Scene) -> bool:
    """Whether it is demanded of a country or an office that stands right before it: 警告岚国停止…"""
    near = [name for name in scene.names if clause[0] <= name.start and 0 <= position - name.end <= _ASKED and name.kind != "person"]
    return any(scene.patterns.asked.search(scene.shadow, clause[0], name.start) for name in near)


def is_bygone(match: re.Match[str], scene: Scene, today: str | None) -> bool:
    """Whether all that its sentence dates before it was years ago, and nothing tells that it holds since then."""
    if today is None or match.lastgroup not in _AGEING:
        return False
    days = [time for time in scene.times if time.type != "DURATION" and time.end <= match.start()]
    if any(scene.patterns.beginning.match(scene.shadow, time.end) for time in days):
        return False
    years = [time.value[:4] for time in days]
    years += [one[1] for one in scene.patterns.year.finditer(scene.shadow, scene.sentence[0], match.start())]
    last = int(today[:4]) - _BYGONE
    return bool(years) and all(year.isdigit() and int(year) < last for year in years)


def is_view(match: re.Match[str], scene: Scene, said: Sequence[Attribution]) -> bool:
    """Whether it is only the view of somebody who is no office: 他认为，病例增加，仍需收紧措施."""
    holding = [one for one in said if one.start <= match.start() < one.end]
    told = min(holding, key=lambda one: one.end - one.start, default=None)
    viewed = told is not None and scene.patterns.view.fullmatch(fold(told.cue)) is not None
    return viewed and told is not None and not is_authority(scene, told.chain[-1])


def befell(match: re.Match[str], thing: Span, clause: Span, scene: Scene) -> bool:
    """Whether nobody ordered it: a storm cut the power, and how many flights were cancelled is a count."""
    patterns, shadow = scene.patterns, scene.shadow
    if match.lastgroup not in _BEFALLING or not patterns.stopped.search(shadow, *thing):
        return False
    if patterns.ordering.search(shadow, *clause) or patterns.decree.search(shadow, scene.sentence[0], clause[0]):
        return False
    natural = patterns.nature.search(shadow, *scene.sentence) is not None
    return natural or patterns.counted.search(shadow, *clause) is not None
