"""From when until when, and at what hours."""

import datetime
import re
from collections.abc import Sequence
from itertools import zip_longest

from rashomon.model import Span, Time
from rashomon.reading.ground.numerals import read_number
from rashomon.reading.measures.patterns import Patterns
from rashomon.reading.measures.scene import Scene

ADVICE = ("advice", "behest")
DUE = ("duty", *ADVICE)  # what people are told to do by a day
DECLARED = "state"  # what is in force from its announcement on
BANNED = "ban"  # what nobody may do before one
_FILLED = 12  # characters beside a time in a clause that only leads on: 22日起至3月底
_LAST = 3  # how plainly the day of a later clause with matter of its own tells a beginning
_RIGHT_BEFORE = 2  # characters between a day and a verb that lifts on it


def _times_of(scene: Scene, clause: Span, *, kind: str) -> list[Time]:
    """Those of its clause, of advice these alone; without one all that stand before it; and those of clauses that order nothing else."""
    opening = (time for time in scene.times if time.type != "DURATION" and scene.opens(time, clause[0]))
    first = next((scene.clause((time.start, time.end))[0] for time in opening), clause[0])
    near = [time for time in scene.times if first <= time.start < clause[1]]
    if kind in ADVICE:
        return near
    limit = None if kind in DUE else scene.patterns.bounding  # 禁止晚上6时后堂食 tells no day; 须在11时前离开 does
    own = any(time.type != "DURATION" and not (limit and limit.match(scene.shadow, time.end)) for time in near)
    before = [] if own else [time for time in scene.times if time.start < first]
    half = scene.half(first)
    before = [time for time in before if time.start >= half] or before
    behind = [time for time in scene.times if time.start >= clause[1] and (time.type == "DURATION" or _bounds(scene, time))]
    behind = [time for time in behind if not scene.patterns.hoped.search(scene.shadow, *scene.clause((time.start, time.end)))]
    held = [time for time in (*before, *behind) if not scene.orders((time.start, time.end))]
    held = [time for time in held if time.start < clause[1] or not _leads_on(scene, time)]
    lent = [time for time in before if scene.patterns.since_after.match(scene.shadow[time.end : time.end + 6])]
    return [time for time in scene.times if time in near or time in held or time in lent[-1:]]


def _leads_on(scene: Scene, time: Time) -> bool:
    """Whether it fills a clause that only opens the next, which orders something of its own: …，22日起，旅客须检测."""
    start, end = scene.clause((time.start, time.end))
    closes = time.type == "DURATION" or scene.patterns.until_before.fullmatch(scene.shadow, start, time.start)  # …，至9月3日，并限制…
    return not (closes or _resumes(scene, time)) and _fills(scene, time) and end < scene.sentence[1] and scene.orders((end + 1, end + 1))


def _fills(scene: Scene, time: Time) -> bool:
    """Whether nearly nothing else stands in its clause."""
    start, end = scene.clause((time.start, time.end))
    return (end - start) - (time.end - time.start) <= _FILLED


def _bounds(scene: Scene, time: Time) -> bool:
    """Whether it is told as a beginning or an end by what stands behind it, or as an end by what stands before."""
    before, after = scene.shadow[max(0, time.start - 10) : time.start], scene.shadow[time.end : time.end + 6]
    patterns = scene.patterns
    told = _resumes(scene, time) or patterns.until_after.match(after) or patterns.since_after.match(after) or patterns.ranging.match(after)
    return bool(told or patterns.until_before.search(before))


def _ends_by(scene: Scene, time: Time, clause: Span, verb: int) -> bool:
    """至晚上9时许解封: whether a day up to which something was so far stands before the verb that lifts it."""
    return clause[0] <= time.start < verb and scene.patterns.until_before.search(scene.shadow, clause[0], time.start) is not None


def _resumes(scene: Scene, time: Time) -> bool:
    """预计31日恢复: whether what is halted is expected to go on again then."""
    before, after = scene.shadow[max(scene.sentence[0], time.start - 10) : time.start], scene.shadow[time.end : time.end + 6]
    return bool(scene.patterns.expected.search(before) and scene.patterns.resumed.match(after))


def find_lifted(scene: Scene, clause: Span, verb: int) -> str | None:
    """The day right before a verb that lifts, in its clause: 渡轮5月9日恢复航行."""
    told = [time for time in scene.times if time.type != "DURATION" and clause[0] <= time.start and 0 <= verb - time.end <= _RIGHT_BEFORE]
    return told[-1].value if told else None


def find_span(scene: Scene, clause: Span, words: Span, *, kind: str, lifted: bool, today: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that the times about it tell; `words`: where what is ordered begins and ends, `kind`: how it is worded.

    What is lifted is so from the day on that it ends or goes on again.
    """
    verb = words[0]
    since: list[tuple[int, str]] = []
    until: str | None = None
    begun: Time | None = None  # the last that tells a beginning
    patterns = scene.patterns
    advice = kind in ADVICE
    times = _times_of(scene, clause, kind=kind)
    clock = patterns.hours.search(scene.shadow, *scene.sentence) if times else None
    for time, later in zip_longest(times, times[1:]):
        if clock and clock.start() <= time.start < clock.end():
            continue
        before, after = scene.shadow[max(scene.sentence[0], time.start - 10) : time.start], scene.shadow[time.end : time.end + 6]
        if patterns.former.search(scene.shadow[max(scene.sentence[0], time.start - 12) : time.start]):
            continue
        if patterns.moved.match(scene.shadow, time.end, scene.sentence[1]) or patterns.reported.match(scene.shadow, time.end):
            continue
        if time.type == "DURATION":
            if (
                until is None
                and since
                and (patterns.lasting.search(before) or patterns.meanwhile.fullmatch(scene.shadow, words[1], time.start))
            ):
                until = last_day(min(since)[1], time.value)
        elif lifted and (_resumes(scene, time) or patterns.until_after.match(after) or _ends_by(scene, time, clause, verb)):
            since.append((1, time.value))
        elif patterns.until_before.search(before) or patterns.until_after.match(after) or _resumes(scene, time):
            until = until or time.value
        elif patterns.due.match(after) or patterns.due_before.search(before):
            until = until or (time.value if kind in (BANNED, *DUE) and clause[0] <= time.start < clause[1] else None)
        elif begun and _is_next_day(scene, begun, time):
            until = time.value[:10]
        elif (rank := _rank(scene, time, later if time.start < clause[1] else None, None if advice else (clause[0], verb))) is not None:
            since.append((_LAST if time.start >= clause[1] and not _fills(scene, time) else rank, time.value))
            begun = time
    if not since and kind == DECLARED and (day := _declared(scene, clause, verb)) and day <= (today or day):
        since = [(_LAST, day)]
        lasting = (
            time for time in times if time.type == "DURATION" and patterns.lasting.search(scene.shadow[time.start - 10 : time.start])
        )
        until = until or next((last_day(day, time.value) for time in lasting), None)
    return _plainest(since), until


def _is_next_day(scene: Scene, one: Time, other: Time) -> bool:
    """16日、17日: whether a day is told in one list right behind the day before it."""
    if not scene.patterns.listed.fullmatch(scene.shadow, one.end, other.start):
        return False
    return last_day(one.value[:10], "P2D") == other.value[:10]


def _declared(scene: Scene, clause: Span, verb: int) -> str | None:
    """The one day that a sentence tells before what it declares: 总统周日露面，并宣布全国进入紧急状态."""
    patterns = scene.patterns
    told = [time for time in scene.times if time.type != "DURATION" and time.end <= verb]
    told = [time for time in told if not patterns.reported.match(scene.shadow, time.end)]
    declared = patterns.decree.search(scene.shadow, clause[0], verb) or patterns.declare.search(scene.shadow, clause[0], verb)
    until = any(patterns.until_before.search(scene.shadow[max(0, time.start - 10) : time.start]) for time in told)
    days = {time.value[:10] for time in told}
    return days.pop() if declared and not until and len(days) == 1 else None


def _plainest(told: Sequence[tuple[int, str]]) -> str | None:
    """The first day of those told most plainly, with the hour where that follows: 今日提早于晚上7时关闭."""
    day = min(told, key=lambda one: one[0])[1] if told else None
    return next((value for _, value in told if day and value.startswith(f"{day}T")), day)


def _rank(scene: Scene, time: Time, later: Time | None, near: Span | None) -> int | None:
    """How plainly a day tells that something holds from then on, 0 most; None where it does not.

    By a word of beginning (3月9日起); by where it stands, first of a range that ends with the `later` or in the clause
    `near` before its verb with nothing of its own done there (今日下午停课); else by a preposition or as an announcement's.
    """
    patterns, shadow = scene.patterns, scene.shadow
    before, after = shadow[max(scene.sentence[0], time.start - 10) : time.start], shadow[time.end : time.end + 6]
    bounding = patterns.bounding.match(after)
    if bounding and (near is None or patterns.daily.search(shadow, *near)):
        return None
    if patterns.beginning.match(after):
        return 0
    if later and time.value[:10] != later.value[:10] and patterns.ranging.fullmatch(shadow, time.end, later.start):
        return 1
    end = time.end + (bounding.end() if bounding else 0)
    if near and near[0] <= time.start and end <= near[1] and not patterns.parted.search(shadow, end, near[1]):
        return 1
    if bounding:
        return None
    return 2 if patterns.since_before.search(before) or patterns.since_after.match(after) else None


def _clock_span(scene: Scene, what: str, clause: Span) -> re.Match[str] | None:
    """Daily hours in its own clause; a curfew's in its sentence."""
    span = scene.sentence if scene.patterns.nightly.search(what) else clause
    return scene.patterns.hours.search(scene.shadow, *span) if scene.patterns.daily.search(scene.shadow, *span) else None


def find_hours(scene: Scene, what: str, clause: Span) -> str | None:
    """22:00-05:00 from 每晚10时至次日5时."""
    match = _clock_span(scene, what, clause)
    if match is None:
        return None
    first = _clock(scene.patterns, match["a"], match["am"], match["first"])
    second = _clock(scene.patterns, match["b"], match["bm"], match["second"])
    return f"{first}-{second}" if first and second else None


def _clock(patterns: Patterns, hour: str, minute: str | None, part: str | None) -> str | None:
    value = patterns.named.get(hour.lower(), read_number(hour))
    digits = re.match("[0-9]{1,2}", minute or "0")
    minutes = 30 if patterns.half.fullmatch(minute or "") else int(digits[0]) if digits else 0
    if value is None or value > 24 or minutes > 59:
        return None
    part = part.lower() if part else None
    value = int(value) + 12 if part in patterns.evening and value < 12 else int(value)
    value = 0 if part in patterns.morning and value == 12 else value
    return f"{value:02d}:{minutes:02d}"


def last_day(since: str, duration: str) -> str | None:
    """The last day of a duration that begins on a day: two days from May 6 end on May 7, from a clock time on May 8."""
    match = re.fullmatch(r"P(\d{1,4})([DWMY])", duration)
    try:
        day = datetime.date.fromisoformat(since[:10])
        if match is None:
            return None
        count = int(match[1])
        if match[2] in "DW":
            whole = since[10:13] in ("", "T00") or not since[11:12].isdigit()
            return (day + datetime.timedelta(days=count * (7 if match[2] == "W" else 1) - whole)).isoformat()
        months = day.year * 12 + day.month - 1 + count * (12 if match[2] == "Y" else 1)
        return datetime.date(months // 12, months % 12 + 1, min(day.day, 28)).isoformat()
    except (ValueError, OverflowError):
        return None
