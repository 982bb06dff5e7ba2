"""Schedules: what became of an act that was planned, found by its day, or by the rare words that both have.

A plan and its doing are told in other words, days apart: of 72 such pairs that no likeness had found, 63 were one act.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.comparing.clauses import Clause, Clauses, substance
from rashomon.accounts.comparing.contrasts import DAY, Course
from rashomon.accounts.comparing.passages import Passage
from rashomon.accounts.comparing.vectors import join
from rashomon.accounts.relations.acts import Agenda, is_of_act

CAME_TRUE, CALLED_OFF = "came_true", "called_off"
LATER = 2 * 3600  # seconds after which it can be known what became of a plan
RARE, RARELY = 8, 0.03  # clauses that may hold a rare word, or this share of all
WITHIN = 10  # days after a plan without a day in which it is done
SEVERAL = 2  # names in common that do where no rare word is, and both give the day


class _Telling:
    """What one sentence names, and when it tells it."""

    def __init__(self, own: Sequence[Clause], words: Sequence[Sequence[str]], is_rare: Callable[[str], bool]) -> None:
        """own: its clauses. words: the words of each that say what it is about."""
        self.names = frozenset(name for clause in own for name in clause.names)
        self.days = frozenset(mark[1:] for clause in own for mark in clause.marks if mark[0] == "=" and len(mark) == DAY)
        rare = {word for told in words for word in told if is_rare(word)} - self.names if self.names else set()
        self.words = frozenset(word for word in rare if not is_of_act(word, own[0].witness.tongue)) if rare else frozenset()

    def is_of(self, other: "_Telling") -> bool:
        """Whether two sentences name somebody in common, and a rare thing beside, or two of them and the day."""
        names = len(self.names & other.names)
        return bool(names and self.words & other.words) or (names >= SEVERAL and not self.days.isdisjoint(other.days))


class Schedules:
    """The sentences of a story, and what became of what they plan."""

    def __init__(self, clauses: Clauses, items: Sequence[Passage], places: Sequence[range], agenda: Callable[[int], Agenda]) -> None:
        """places: which clauses are of each sentence. agenda: of a sentence, by its number."""
        self._items, self._agenda = items, agenda
        words = [substance(clause) for clause in clauses.items]
        self._spread = Counter(word for told in words for word in told)
        self._most = max(RARE, RARELY * len(clauses.items))
        self._told = [_Telling(clauses.items[at.start : at.stop], words[at.start : at.stop], self._is_rare) for at in places]
        self._by_day: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for at, (item, one) in enumerate(zip(items, self._told, strict=True)):
            for day in one.days or (item.witness.day,):  # what gives no day is of the day on which it is told
                self._by_day[day].append(at)
            for word in one.words:
                self._by_word[word].append(at)

    def turns(self) -> dict[int, str]:
        """Every plan with the sentences of other articles on what became of it, as joined pairs, the plan first, each with its code."""
        plans = [at for at, one in enumerate(self._told) if one.names]
        return {
            join(plan, at): code
            for plan in plans
            for at, code in sorted(self._dated(plan) if self._told[plan].days else self._undated(plan))
        }

    def _is_rare(self, word: str) -> bool:
        return self._spread[word] <= self._most

    def _later(self, plan: int, at: int) -> bool:
        before, after = self._items[plan].witness, self._items[at].witness
        return after.root != before.root and after.instant - before.instant >= LATER

    def _dated(self, plan: int) -> Iterator[tuple[int, str]]:
        """What became of what a sentence plans for a day."""
        written, one = self._items[plan].witness.day, self._told[plan]
        if all(day < written for day in one.days):
            return
        own = self._agenda(plan)
        for act, given in own.planned.items():
            days = {day for day in given if day >= written}
            if act in own.done or act in own.off or not days:
                continue
            for at in {at for day in days for at in self._by_day[day]}:
                if not self._later(plan, at) or not one.is_of(self._told[at]):
                    continue
                if act in self._agenda(at).off:
                    yield at, CALLED_OFF
                elif max(days) <= self._items[at].witness.day and act in self._agenda(at).done:
                    yield at, CAME_TRUE

    def _undated(self, plan: int) -> Iterator[tuple[int, str]]:
        """What became of what a sentence plans without a day: in clauses that have more in common."""
        written, one = self._items[plan].witness.day, self._told[plan]
        if not one.words:
            return
        own = self._agenda(plan)
        for act, ahead in own.intended.items():
            for at in () if act in own.done else {at for word in one.words for at in self._by_word[word]}:
                other = self._told[at]
                names = one.names & other.names
                if not names or not self._later(plan, at) or days_between(written, self._items[at].witness.day) > WITHIN:
                    continue
                if other.days and all(day < written for day in other.days):
                    continue
                done = self._agenda(at).deeds.get(act)
                if done and self._share(ahead, done, one, other, len(names)):
                    yield at, CAME_TRUE

    @staticmethod
    def _share(a: Course, b: Course, one: _Telling, other: _Telling, names: int) -> bool:
        """Whether two clauses on one act share a rare word and another, or so do the names of their sentences."""
        words = set(substance(a.clause)) & set(substance(b.clause)) & one.words & other.words
        return bool(one.names & b.clause.names) and len(words) + (names >= SEVERAL) >= SEVERAL and bool(words)
