"""Acts: what was planned for a day and is then done, as the trade words both: 将于周四签署, 今天签署了."""

import re
from collections.abc import Iterator, KeysView, Sequence
from functools import cache, cached_property, lru_cache

from rashomon.accounts.comparing.contrasts import Course, words_of
from rashomon.languages import language
from rashomon.languages.openings import Sought

REACH = 20  # characters behind a word of what is ahead in which its act stands: the place, the day and with whom stand between


@cache
def _acts(code: str) -> tuple[re.Pattern[str], ...]:
    known = language(code)
    return tuple(re.compile(act) for act in known.table("contrasts").get("acts", ())) if known else ()


@cache
def act_in(code: str) -> Sought:
    """Any of the acts of a language; a pattern that finds nothing where it tells none."""
    return Sought("|".join(act.pattern for act in _acts(code)) or "(?!)")


@lru_cache(maxsize=100_000)
def is_of_act(word: str, code: str) -> bool:
    """Whether a word of a language tells of any act."""
    return act_in(code).search(word) is not None


class Agenda:
    """What one sentence has planned, and what it has done, by the numbers of the acts; read where it is asked for, and once."""

    def __init__(self, clauses: Sequence[Course]) -> None:
        self._clauses = clauses

    @cached_property
    def _acting(self) -> tuple[Course, ...]:
        """The clauses that tell of any act: few do."""
        return tuple(one for one in self._clauses if _stands_in(act_in(one.clause.witness.tongue), one))

    @cached_property
    def planned(self) -> dict[int, frozenset[str]]:
        """Each act that it has ahead, and the days given for it; none where it gives no day."""
        return {act: one.days for one in (self._acting if self.days else ()) for act in _ahead(one)}

    @cached_property
    def intended(self) -> dict[int, Course]:
        """Each act that it has firmly ahead without a day, with its clause; none where it gives any day."""
        return {act: one for one in (() if self.days else self._acting) for act in _ahead(one) if not one.unsure}

    @cached_property
    def deeds(self) -> dict[int, Course]:
        """The acts that it tells as done, by their clauses: none beside one that has anything ahead, as in 将于今晚，在城里举行."""
        return {act: one for one in (self.told if self._acting else ()) for act in _done(one)}

    @property
    def done(self) -> KeysView[int]:
        """The acts that it tells as done."""
        return self.deeds.keys()

    @cached_property
    def off(self) -> frozenset[int]:
        """The acts that it calls off or puts off."""
        return frozenset(
            act for one in self._acting if _is_off(one) for act, pattern in enumerate(_acts_of(one)) if _stands_in(pattern, one)
        )

    @cached_property
    def told(self) -> tuple[Course, ...]:
        """The clauses that have nothing ahead, nor stand beside one that has."""
        ahead = [bool(one.prospects()) for one in self._clauses]
        return tuple(one for at, one in enumerate(self._clauses) if not any(ahead[max(0, at - 1) : at + 2]))

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that it gives."""
        return frozenset(day for one in self._clauses for day in one.days)


def as_planned(a: Agenda, b: Agenda, *, told: str, since: str) -> bool:
    """Whether a later sentence has done what an earlier one planned for a day that had come by then.

    told, since: ISO 8601 days on which the two were told. What the earlier tells as done itself is another act of the kind.
    """
    for act, planned in a.planned.items():
        days = {day for day in planned if day >= told}
        if days and act in b.done and act not in a.done and max(days) <= since:
            return not b.days or not days.isdisjoint(b.days)
    return False


def as_scheduled(a: Course, b: Course, agenda: Agenda, *, since: str) -> bool:
    """Whether a later clause tells as done, on the day for which it was planned, what an earlier one much like it has ahead.

    agenda: of the later sentence. since: ISO 8601 day on which it was told.
    """
    days = a.scheduled
    return bool(days) and max(days) <= since and not days.isdisjoint(agenda.days) and b in agenda.told and _is_done(b)


def _ahead(course: Course) -> Iterator[int]:
    """The first act behind each word of a clause for what is ahead."""
    prospects = course.prospects(REACH)
    for after in () if prospects and course.denies else prospects:
        met = [(match.start(), act) for act, pattern in enumerate(_acts_of(course)) if (match := pattern.search(after))]
        if met:
            yield min(met)[1]


def _acts_of(course: Course) -> tuple[re.Pattern[str], ...]:
    return _acts(course.clause.witness.tongue)


def _done(course: Course) -> list[int]:
    if not _stands_in(act_in(course.clause.witness.tongue), course) or not _is_done(course):
        return []
    return [act for act, pattern in enumerate(_acts_of(course)) if _stands_in(pattern, course)]


def _stands_in(act: re.Pattern[str] | Sought, course: Course) -> bool:
    return act.search(course.clause.witness.shadow, course.clause.start, course.clause.end) is not None


def _is_off(course: Course) -> bool:
    """Whether a clause says that something is called off or put off, and neither denies nor asks for it, nor only weighs it."""
    words, clause = words_of(course.clause), course.clause
    told = words.off.search(clause.witness.shadow, clause.start, clause.end) if words else None
    return bool(words and told and not course.denies and not words.asked.search(clause.witness.shadow, clause.start, told.start()))


def _is_done(course: Course) -> bool:
    """Whether a clause tells of what has come about, and not of what is denied, asked for or still to come."""
    clause, words = course.clause, words_of(course.clause)
    if words is None or course.denies or words.undone.search(clause.witness.shadow, clause.start, clause.end):
        return False
    return all(day <= clause.witness.day for day in course.days)
