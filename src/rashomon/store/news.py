"""What is new: facts of accounts, as they change; never articles."""

from collections.abc import Iterable, Iterator

import msgspec

from rashomon.languages import fold
from rashomon.model import Account, Evidence


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is told of a story: a figure's value, a line of the timeline, a statement, a dispute or a withdrawal."""

    kind: str  # figure, event, statement, disputes, withdraws
    story: str
    title: str  # of the story
    text: str
    date: str | None
    about: str | None  # the measure of a figure, the speaker of a statement
    keys: tuple[str, ...]  # what it is known by: a fact that shares one with another is the same fact
    evidence: tuple[Evidence, ...]


def list_facts(account: Account) -> tuple[Fact, ...]:
    """All facts of an account.

    A figure is known by its value, so that a new value is a new fact. What is told in words is known by the sentences that tell it: another
    article that tells the same adds a sentence to a known fact, and makes none.
    """
    return (*_figures(account), *_events(account), *_statements(account), *_relations(account))


def _figures(account: Account) -> Iterator[Fact]:
    for series in account.series:
        now = series.current
        if now is not None and (now.low, now.high) in {(point.low, point.high) for point in series.points}:  # else it stood before
            name = " ".join(filter(None, (series.measure, series.group, series.place, series.scope)))
            value = f"{now.low if now.low is not None else ''}-{now.high if now.high is not None else ''}"
            text = now.evidence[0].sentence if now.evidence else name
            yield _fact(account, "figure", text, now.as_of, series.measure, now.evidence, keys=(f"figure {name} {value}",))


def _events(account: Account) -> Iterator[Fact]:
    for line in account.timeline:
        yield _fact(account, "event", line.text, line.date, None, line.evidence)


def _statements(account: Account) -> Iterator[Fact]:
    for voice in account.voices:
        for said in voice.said:
            yield _fact(account, "statement", f"{voice.speaker}：{said.content}", said.date, voice.speaker, said.evidence)


def _relations(account: Account) -> Iterator[Fact]:
    for relation in account.relations:
        if relation.kind in ("disputes", "withdraws"):
            both = (*relation.a, *relation.b)
            text = " | ".join(evidence.sentence for evidence in (*relation.a[:1], *relation.b[:1]))
            yield _fact(account, relation.kind, text, None, None, both)


def _fact(
    account: Account, kind: str, text: str, date: str | None, about: str | None, evidence: tuple[Evidence, ...], keys: tuple[str, ...] = ()
) -> Fact:
    told = keys or tuple(dict.fromkeys(f"{kind} {e.article} {fold(e.sentence)}" for e in evidence))
    return Fact(
        kind=kind, story=account.story.id, title=account.story.title, text=text, date=date, about=about, keys=told, evidence=evidence[:3]
    )


def entitle(fact: Fact) -> str:
    """A fact in a line: a figure's measure and words before the sentence that gives it, since one sentence may give several."""
    given = fact.kind == "figure" and fact.evidence
    return f"{fact.about} {fact.evidence[0].text}: {fact.text}" if given else fact.text


def keep(facts: Iterable[Fact], *, forms: tuple[str, ...] = (), measure: str | None = None) -> tuple[Fact, ...]:
    """Facts that name someone in any of some folded forms, or give a measure."""
    kept = []
    for fact in facts:
        said = fold(f"{fact.text} {fact.about or ''} {' '.join(e.sentence for e in fact.evidence)}").lower()
        named = not forms or any(form in said for form in forms)
        if named and (measure is None or (fact.kind == "figure" and fact.about == measure)):
            kept.append(fact)
    return tuple(kept)
