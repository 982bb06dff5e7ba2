"""Rules that an article tells of: when they come into force, and who issued them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from rashomon.model import Attribution, Measure, Name, Span, Time
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.measures.patterns import Patterns
from rashomon.reading.measures.when import last_day

_LEAD = 40  # characters before a day in which its sentence names the rules


class Rules(NamedTuple):
    """What an article tells of its rules outside the sentences that tell what they order."""

    shadow: str
    patterns: Patterns
    entries: Sequence[tuple[int, str]]  # where it is told on which day they come into force
    issuers: Sequence[tuple[int, str]]  # where it is told who issued them
    lengths: Sequence[tuple[int, str]]  # where it is told how long what stands before holds

    def lend(self, measure: Measure, said: Iterable[Attribution], *, advice: bool) -> Measure:
        """A measure with the day and the office that its own sentence does not tell, where it is one of the rules.

        It is one where a document says it, and stands beside the day if it shares a paragraph with it: 新规6月1日起实施。平台不得…
        """
        measure = self._until(measure)
        if not (self.entries or self.issuers) or (measure.since and measure.by):
            return measure
        told = any(one.start < measure.end and measure.start < one.end and self._is_document(one) for one in said)
        days = {day for _, day in self.entries}
        beside = {day for at, day in self.entries if not advice and self._shares_paragraph(at, measure.start)}
        day = days.pop() if told and len(days) == 1 else beside.pop() if len(beside) == 1 else None
        by = next((who for at, who in self.issuers if told and at < measure.start), None)
        held = measure.since or measure.until
        return msgspec.structs.replace(measure, since=measure.since if held else day, by=measure.by or by)

    def _until(self, measure: Measure) -> Measure:
        """A measure with its last day, where how long it holds is told next: 8日起禁止…。这项措施将维持14天."""
        if measure.since is None or measure.until or measure.status == "lifted":
            return measure
        length = next((length for at, length in self.lengths if at > measure.end and self._follows(measure.end, at)), None)
        return msgspec.structs.replace(measure, until=last_day(measure.since, length)) if length else measure

    def _follows(self, one: int, other: int) -> bool:
        """Whether one place stands in the paragraph of another or right behind it."""
        return self.shadow.count("\n", one, other) <= 1

    def _is_document(self, one: Attribution) -> bool:
        return self.patterns.document.search(shadow_of(one.chain[-1])) is not None

    def _shares_paragraph(self, one: int, other: int) -> bool:
        return "\n" not in self.shadow[min(one, other) : max(one, other)]


def find_rules(shadow: str, patterns: Patterns, *, sentences: Sequence[Span], times: Sequence[Time], names: Sequence[Name]) -> Rules:
    """Find the days on which rules come into force and who issued some, in order."""
    starts = {start for start, _ in sentences}
    entries = [
        (time.start, time.value)
        for time in times
        if time.type == "DATE"
        and patterns.rules_before.search(shadow[_from(shadow, time.start, starts) : time.start])
        and patterns.rules_after.match(shadow, time.end)
    ]
    issuing = [at for at, name in enumerate(names) if name.kind == "organisation" and patterns.issuing.match(shadow, name.end)]
    issuers = [(names[at].start, names[_first_of_list(shadow, patterns, names, at)].text) for at in issuing]
    lengths = [
        (time.start, time.value)
        for time in times
        if time.type == "DURATION"
        and not patterns.ranging.match(shadow, time.end)
        and patterns.held.search(shadow[_from(shadow, time.start, starts) : time.start])
    ]
    return Rules(shadow, patterns, entries, issuers, lengths)


def _from(shadow: str, position: int, starts: set[int]) -> int:
    """Where the words before a position begin that are of its sentence, some characters back at most."""
    return next((at for at in range(position, max(0, position - _LEAD), -1) if at in starts), max(0, position - _LEAD))


def _first_of_list(shadow: str, patterns: Patterns, names: Sequence[Name], at: int) -> int:
    """The first of the names that are listed with one: 网信办、商务部联合发布."""
    while at and patterns.listed.fullmatch(shadow, names[at - 1].end, names[at].start):
        at -= 1
    return at
