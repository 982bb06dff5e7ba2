"""In force: orders, closures and advice of a story with who, where, from, until, and the contacts given to those who must act."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.identities import Identities
from rashomon.accounts.likeness import features
from rashomon.accounts.receipts import evidence_of, sentence_of
from rashomon.accounts.witnesses import Witness
from rashomon.accounts.wording import wording
from rashomon.languages import fold
from rashomon.model import ContactLine, InForce, Measure

EVIDENCES = 12


def put_in_force(witnesses: Sequence[Witness], identities: Identities) -> tuple[InForce, ...]:
    """Measures merged across outlets by what, where and until when, by their first day."""
    merged: dict[tuple[str, str, str, str], list[tuple[Witness, Measure]]] = defaultdict(list)
    for witness in witnesses:
        for measure in witness.reading.measures:
            if sentence_of(witness.article, measure.start) in witness.repeated:
                continue
            place = identities.place(measure.place, wording(witness.article.language)) or ""
            merged[(measure.what, place, measure.until or "", measure.status)].append((witness, measure))
    lines = [_in_force(found) for _, found in sorted(merged.items())]
    return tuple(sorted(lines, key=lambda line: (line.since or "9", line.what, line.place or "", line.until or "", line.status)))


def _in_force(found: Sequence[tuple[Witness, Measure]]) -> InForce:
    """One line; what one article leaves out another may tell."""
    first = found[0][1]

    def told(field: str) -> str | None:
        return next((value for _, measure in found if (value := getattr(measure, field))), None)

    return InForce(
        what=first.what,
        by=told("by"),
        place=told("place"),
        since=told("since"),
        until=told("until"),
        hours=told("hours"),
        status=first.status,
        evidence=tuple(evidence_of(witness.article, measure.start, measure.end) for witness, measure in found[:EVIDENCES]),
    )


def list_contacts(witnesses: Sequence[Witness]) -> tuple[ContactLine, ...]:
    """Each number or address once, from the first article that gives it, with its office where any article names it."""
    first: dict[str, ContactLine] = {}
    for witness in witnesses:
        for contact in witness.reading.contacts:
            key = "".join(features(fold(contact.number))) or contact.number
            known = first.get(key)
            if known is None or (known.office is None and contact.office):
                evidence = evidence_of(witness.article, contact.start, contact.end)
                first[key] = ContactLine(office=contact.office, number=contact.number, evidence=evidence)
    return tuple(line for _, line in sorted(first.items()))
