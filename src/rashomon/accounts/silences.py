"""Silences: facts that several outlets carry and one that went on writing about the story does not.

An outlet is called silent only where nothing in its articles can be taken for the fact in any wording: a wrong silence is
an accusation, a missed one is not.
"""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.claims import Claim
from rashomon.accounts.numbers import wordings_of
from rashomon.accounts.quantities import is_exact, meet
from rashomon.accounts.series import Row, figure_of
from rashomon.accounts.witnesses import Witness
from rashomon.model import Silence

CARRIED_BY = 2  # outlets from which a fact is known
WROTE = 2  # articles of its own that an outlet must have published on the story since
SMALLEST = 10  # counts under it stand in texts in too many ways to be searched for
EVIDENCES = 12


def find_silences(rows: Sequence[Row], figures: Sequence[Claim], witnesses: Sequence[Witness]) -> tuple[Silence, ...]:
    """Exact counts told by several outlets, and the outlets that never give them, by the day they were known."""
    by_outlet: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        if witness.root == witness.article.path:
            by_outlet[witness.name].append(witness)
    told: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in figures:
        told[figure_of(claim).measure][claim.outlet].append(claim)
    silences = []
    for row in rows:
        if row.scope != "total":
            continue
        for cell in row.cells:
            silence = _silence(row, cell, by_outlet, told[row.measure])
            if silence:
                silences.append(silence)
    return tuple(sorted(silences, key=lambda silence: (silence.known_since, silence.fact)))


def _silence(row: Row, cell: Sequence[Claim], by_outlet: dict[str, list[Witness]], told: dict[str, list[Claim]]) -> Silence | None:
    figure = figure_of(cell[0])
    carriers = {claim.outlet for claim in cell}
    if len(carriers) < CARRIED_BY or not is_exact(figure) or (figure.low or 0) < SMALLEST:
        return None
    first = min(cell, key=lambda claim: claim.order)
    since = first.witness.day
    silent = [
        outlet
        for outlet, own in sorted(by_outlet.items())
        if outlet not in carriers
        and len([witness for witness in own if witness.day >= since]) >= WROTE
        and not any(meet(figure_of(claim), figure) for claim in told.get(outlet, ()))
        and not _mentions(own, figure.low or 0)
    ]
    if not silent or not since:
        return None
    start, end = first.sentence
    return Silence(
        fact=first.witness.article.text[start:end].strip(),
        known_since=since,
        carried_by=tuple(sorted(carriers)),
        silent=tuple(silent),
        evidence=tuple(claim.evidence for claim in cell[:EVIDENCES]),
    )


def _mentions(witnesses: Sequence[Witness], number: int) -> bool:
    """Whether any of an outlet's articles holds the number in any writing."""
    pattern = wordings_of(number)
    return any(pattern.search(witness.shadow) for witness in witnesses)
