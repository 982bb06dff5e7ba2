"""Acts: what was planned for a day and is then done, as the trade words both: 将于周四签署, 今天签署了."""

import re
from collections.abc import Sequence
from functools import cache, cached_property

from rashomon.accounts.contrasts import Course, words_of
from rashomon.languages import language

REACH = 20  # characters behind a word of what is ahead in which its act stands: the place, the day and with whom stand between
DAY = len("=2022-01-01")


@cache
def _acts(code: str) -> tuple[re.Pattern[str], ...]:
    known = language(code)
    return tuple(re.compile(act) for act in known.table("contrasts").get("acts", ())) if known else ()


class Agenda:
    """What one sentence has planned, and what it has done, by the numbers of the acts; read where it is asked for, and once."""

    def __init__(self, clauses: Sequence[Course]) -> None:
        self._clauses = clauses

    @cached_property
    def planned(self) -> dict[int, frozenset[str]]:
        """Each act that it has ahead, and the days given for it."""
        found: dict[int, frozenset[str]] = {}
        for one in self._clauses:
            for after in () if one.denies else one.prospects(REACH):
                acts = _acts_of(one)
                met = [(match.start(), act) for act, pattern in enumerate(acts) if (match := pattern.search(after))]
                if met:
                    found[min(met)[1]] = _days(one)
        return found

    @cached_property
    def done(self) -> frozenset[int]:
        """The acts that it tells as done: none beside a clause that has anything ahead, as in 将于今晚，在城里举行."""
        ahead = [any(True for _ in one.prospects(0)) for one in self._clauses]
        alone = (one for at, one in enumerate(self._clauses) if not any(ahead[max(0, at - 1) : at + 2]))
        return frozenset(act for one in alone for act in _done(one))

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that it gives."""
        return frozenset(day for one in self._clauses for day in _days(one))


def as_planned(a: Agenda, b: Agenda, *, told: str, since: str) -> bool:
    """Whether a later sentence has done what an earlier one planned for a day that had come by then.

    told, since: ISO 8601 days on which the two were told. What the earlier tells as done itself is another act of the kind.
    """
    for act, planned in a.planned.items():
        days = {day for day in planned if day >= told}
        if days and act in b.done and act not in a.done and max(days) <= since:
            return not b.days or not days.isdisjoint(b.days)
    return False


def _acts_of(course: Course) -> tuple[re.Pattern[str], ...]:
    return _acts((course.clause.witness.article.language or "").split("-")[0])


def _days(course: Course) -> frozenset[str]:
    return frozenset(mark[1:] for mark in course.clause.marks if mark[0] == "=" and len(mark) == DAY)


def _done(course: Course) -> list[int]:
    clause, words = course.clause, words_of(course.clause)
    shadow, told = clause.witness.shadow, clause.witness.day
    if words is None or course.denies or words.undone.search(shadow, clause.start, clause.end) or any(day > told for day in _days(course)):
        return []
    return [act for act, pattern in enumerate(_acts_of(course)) if pattern.search(shadow, clause.start, clause.end)]
