"""Compare: the weightiest facts down, the outlets across, what each outlet says of each fact; made from the account alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model import Account, Evidence, Line, Series
from rashomon.pages.figures import MIXED, Value, is_vague, stand

FACTS = 14  # rows
COUNTS = 9  # of them at most of one kind, so that neither counts nor words crowd the other out
OUTLETS = 10  # columns: more don't fit a page
SMALLEST = 5  # counts under it are of single cases, told in too many ways to be compared
STATES = ("says", "otherwise", "silent", "unseen", "absent")
"""silent: the account says so; unseen: wrote on the story later and nothing in it was matched, which proves nothing."""

Key = tuple[str, int]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one outlet says of one fact."""

    outlet: str
    state: str
    evidence: Evidence | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One row: a count, or a line of the timeline."""

    known: str  # ISO 8601 day it was first published
    series: Series | None = None
    value: Value | None = None
    line: Line | None = None
    cells: tuple[Cell, ...] = ()

    def told(self, state: str) -> tuple[str, ...]:
        """Outlets in a state."""
        return tuple(cell.outlet for cell in self.cells if cell.state == state)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    outlets: tuple[str, ...]
    others: tuple[str, ...]  # outlets that find no column
    facts: tuple[Fact, ...]


class _Story:
    """An account, looked up by sentence."""

    def __init__(self, account: Account) -> None:
        self.days = {article.path: (article.published or "")[:10] for article in account.story.articles}
        self.wrote: dict[str, list[str]] = {}  # outlet -> days of what it wrote itself: reprints say nothing of what it left out
        for article in account.story.articles:
            if article.outlet:
                own = self.wrote.setdefault(article.outlet, [])
                own += [] if article.duplicate_of else [(article.published or "")[:10]]
        self.silent: dict[Key, set[str]] = {}
        for silence in account.silences:
            for evidence in silence.evidence:
                self.silent.setdefault(_key(evidence), set()).update(silence.silent)
        self.against = _contradictions(account)

    def known(self, evidence: Iterable[Evidence]) -> str:
        return min((self.days.get(one.path, "") for one in evidence), default="")


def _key(evidence: Evidence) -> Key:
    return (evidence.path, evidence.start)


def _contradictions(account: Account) -> dict[Key, dict[str, Evidence]]:
    """Where a claim stands -> outlet that contradicts it or reports it taken back -> its sentence."""
    against: dict[Key, dict[str, Evidence]] = {}
    for relation in account.relations:
        if relation.kind not in ("disputes", "withdraws"):
            continue
        for a in relation.a:
            for b in relation.b:
                if b.outlet:
                    against.setdefault(_key(a), {}).setdefault(b.outlet, b)
                if a.outlet and relation.kind == "disputes":
                    against.setdefault(_key(b), {}).setdefault(a.outlet, a)
    return against


def compare(account: Account) -> Comparison | None:
    """The weightiest facts against the outlets that wrote most; None where there is nothing to compare."""
    story = _Story(account)
    if len(story.wrote) < 2:
        return None
    counts = _once(_weigh((fact for one in account.series for fact in _counts(one, story)), story))[:COUNTS]
    counted = {evidence.sentence for fact in counts for evidence in _evidence(fact)}
    lines = _weigh((fact for fact in _lines(account.timeline, story) if fact.line and fact.line.text not in counted), story)[:COUNTS]
    facts = sorted(_weigh([*counts, *lines], story)[:FACTS], key=lambda fact: fact.known)
    if len(facts) < 2:
        return None
    heard = Counter(outlet for fact in facts for outlet in _carriers(fact))
    ranked = sorted(story.wrote, key=lambda outlet: (-heard[outlet], -len(story.wrote[outlet]), outlet))
    shown = tuple(ranked[:OUTLETS])
    told = tuple(msgspec.structs.replace(fact, cells=tuple(_cell(fact, outlet, story) for outlet in shown)) for fact in facts)
    return Comparison(outlets=shown, others=tuple(sorted(ranked[OUTLETS:])), facts=told)


def _counts(series: Series, story: _Story) -> Iterable[Fact]:
    """Values that several outlets give, or that somebody contradicts or takes back."""
    if series.scope not in ("total", "part") or series.measure in MIXED:
        return
    for value in stand(series).values:
        if (
            (value.low or 0) >= SMALLEST
            and not is_vague(value.low, value.high)
            and (len(value.outlets) > 1 or value.status in ("withdrawn", "disputed"))
        ):
            yield Fact(known=story.known(value.evidence), series=series, value=value)


def _once(counts: Iterable[Fact]) -> list[Fact]:
    """Counts without those that give one number again for another place: 41 in the port and 41 in all."""
    found: dict[tuple[object, ...], Fact] = {}
    for fact in counts:
        if fact.series and fact.value:
            found.setdefault((fact.series.measure, fact.series.group, fact.value.low, fact.value.high), fact)
    return list(found.values())


def _lines(timeline: Sequence[Line], story: _Story) -> Iterable[Fact]:
    """Lines that several outlets tell, each sentence once."""
    seen: set[str] = set()
    for line in sorted(timeline, key=lambda line: (-line.weight, line.date)):
        if len(line.outlets) > 1 and line.text not in seen:
            seen.add(line.text)
            yield Fact(known=story.known(line.evidence), line=line)


def _weigh(facts: Iterable[Fact], story: _Story) -> list[Fact]:
    """Facts by weight: outlets that carry them, more where outlets stand against each other or one is silent."""
    return sorted(facts, key=lambda fact: -_weight(fact, story))


def _weight(fact: Fact, story: _Story) -> float:
    keys = [_key(one) for one in _evidence(fact)]
    at_odds = any(key in story.against for key in keys) or any(key in story.silent for key in keys)
    settled = 2 if fact.series and fact.value and _is_current(fact.series, fact.value) else 0
    return len(_carriers(fact)) + 2 * at_odds + settled


def _is_current(series: Series, value: Value) -> bool:
    return series.current is not None and (series.current.low, series.current.high) == (value.low, value.high)


def _carriers(fact: Fact) -> tuple[str, ...]:
    return fact.value.outlets if fact.value else fact.line.outlets if fact.line else ()


def _evidence(fact: Fact) -> tuple[Evidence, ...]:
    return fact.value.evidence if fact.value else fact.line.evidence if fact.line else ()


def _cell(fact: Fact, outlet: str, story: _Story) -> Cell:
    """Says, says otherwise, silent, nothing found in what it wrote later, or nothing written later.

    A count that its own outlet took back is told as otherwise: the outlet no longer says it.
    """
    sentences = _sentences(fact)
    against = _against(sentences.values(), outlet, story)
    said = sentences.get(outlet)
    withdrawn = fact.value is not None and fact.value.status == "withdrawn"
    if said and not (withdrawn and against):
        return Cell(outlet=outlet, state="says", evidence=said)
    if against:
        return Cell(outlet=outlet, state="otherwise", evidence=against)
    if outlet in _carriers(fact):
        return Cell(outlet=outlet, state="says")
    if any(outlet in story.silent.get(_key(one), ()) for one in _evidence(fact)):
        return Cell(outlet=outlet, state="silent")
    later = any(day >= fact.known for day in story.wrote[outlet])
    return Cell(outlet=outlet, state="unseen" if later else "absent")


def _sentences(fact: Fact) -> Mapping[str, Evidence]:
    """Outlet -> its first sentence that tells the fact."""
    if fact.series and fact.value:
        points = [p for p in fact.series.points if (p.low, p.high) == (fact.value.low, fact.value.high)]
        evidence = [p.evidence for p in points]
    else:
        evidence = list(_evidence(fact))
    return {one.outlet: one for one in reversed(evidence) if one.outlet}


def _against(sentences: Iterable[Evidence], outlet: str, story: _Story) -> Evidence | None:
    return next((story.against[_key(one)][outlet] for one in sentences if outlet in story.against.get(_key(one), {})), None)
