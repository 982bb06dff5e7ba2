"""Schedules: what became of an act that was planned for a day, found by the day and not by the words.

A plan and its doing are told in other words, days apart: of 40 such pairs that no likeness had found, 34 were one act.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from rashomon.accounts.comparing.clauses import Clauses, substance
from rashomon.accounts.comparing.contrasts import DAY
from rashomon.accounts.comparing.passages import Passage
from rashomon.accounts.comparing.vectors import join
from rashomon.accounts.relations.acts import Agenda, is_act

CAME_TRUE, CALLED_OFF = "came_true", "called_off"
LATER = 2 * 3600  # seconds after which it can be known what became of a plan
RARE, RARELY = 8, 0.03  # clauses that may hold a rare word, or this share of all
SEVERAL = 2  # names in common that do where no rare word is, and both give the day


class _Telling:
    """What one sentence names, and when it tells it."""

    def __init__(self, clauses: Clauses, place: range, is_rare: Callable[[str], bool]) -> None:
        own = [clauses.items[at] for at in place]
        self.names = frozenset(name for clause in own for name in clause.names)
        self.days = frozenset(mark[1:] for clause in own for mark in clause.marks if mark[0] == "=" and len(mark) == DAY)
        told = {word for clause in own for word in substance(clause) if is_rare(word) and not is_act(word, clause)}
        self.words = told - self.names

    def is_of(self, other: "_Telling") -> bool:
        """Whether two sentences name somebody in common, and a rare thing beside, or two of them and the day."""
        names = len(self.names & other.names)
        return bool(names and self.words & other.words) or (names >= SEVERAL and not self.days.isdisjoint(other.days))


def propose_by_day(clauses: Clauses, items: Sequence[Passage], places: Sequence[range], agenda: Callable[[int], Agenda]) -> dict[int, str]:
    """Every plan with the sentences of other articles on what became of it, as joined pairs, the plan first, each with its code.

    places: which clauses are of each sentence. agenda: of a sentence, by its number.
    """
    spread = Counter(word for clause in clauses.items for word in set(substance(clause)))
    most = max(RARE, RARELY * len(clauses.items))
    told = [_Telling(clauses, place, lambda word: spread[word] <= most) for place in places]
    by_day: dict[str, list[int]] = defaultdict(list)
    for at, (item, one) in enumerate(zip(items, told, strict=True)):
        for day in one.days or (item.witness.day,):  # what gives no day is of the day on which it is told
            by_day[day].append(at)
    return {join(plan, at): code for plan in range(len(items)) for at, code in sorted(_turns(plan, items, told, by_day, agenda))}


def _turns(
    plan: int, items: Sequence[Passage], told: Sequence[_Telling], by_day: dict[str, list[int]], agenda: Callable[[int], Agenda]
) -> Iterator[tuple[int, str]]:
    """The sentences on what became of what a sentence plans."""
    before, one = items[plan].witness, told[plan]
    if not one.names or all(day < before.day for day in one.days):
        return
    own = agenda(plan)
    for act, given in own.planned.items():
        days = {day for day in given if day >= before.day}
        if act in own.done or act in own.off or not days:
            continue
        for at in {at for day in days for at in by_day[day]}:
            after = items[at].witness
            if after.root == before.root or after.instant - before.instant < LATER or not one.is_of(told[at]):
                continue
            if act in agenda(at).off:
                yield at, CALLED_OFF
            elif max(days) <= after.day and act in agenda(at).done:
                yield at, CAME_TRUE
