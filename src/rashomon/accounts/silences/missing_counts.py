"""Missing counts: exact counts that several outlets give, and the outlets that leave them out in every writing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between, figure_of, value_of
from rashomon.accounts.claims.quantities import is_exact, level, meet, roundness, rounds
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.comparing.features import features
from rashomon.accounts.comparing.standards import standardise
from rashomon.accounts.receipts import sentence_of
from rashomon.accounts.series.series import Row
from rashomon.accounts.silences.numbers import roundings_of, wordings_of
from rashomon.accounts.silences.press import Press, independent
from rashomon.model import Figure

GRAVE = frozenset({"killed", "missing"})  # counts that nobody who writes on the story leaves out lightly
GRAVE_CARRIED_BY, CARRIED_BY = 2, 3  # outlets from which such a count is known, and any other
SMALLEST = 10  # counts under it stand in texts in too many ways to be searched for
FEWEST = 3  # the same for the dead and missing, whose number stands before a word for people
STEP = 10  # times the highest count before it that a new one of a single outlet may be: beyond it another thing is counted
SIZE = 2  # times within which another count of what need not grow answers one: 2,030 soldiers for 2,500
PLAIN = 100  # numbers from here up are searched for in any sentence
ANSWERED = 3  # days within which a higher count answers one
NEAR = 15  # characters on either side of a rough number in which a text says what it counts


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """A count and who leaves it out."""

    claims: tuple[Claim, ...]  # whose sentences give no other count that the silent give, the earliest first
    since: str  # ISO 8601 day it was first given
    carriers: frozenset[str]
    silent: tuple[str, ...]


def find_missing_counts(rows: Sequence[Row], press: Press) -> Iterator[Missing]:
    """Counts of all, each with the outlets none of whose articles gives it, even roughly, nor a later state of it."""
    for row, claims in _counts(rows):
        figure = figure_of(claims[0])
        if not is_exact(figure) or (figure.low or 0) < (FEWEST if row.measure in GRAVE else SMALLEST) or not _is_known(row, claims):
            continue
        told = sorted(claims, key=lambda claim: claim.order)
        silent = _leave_out(row, told, press, figure)
        given = [other for outlet in silent for _, other in press.figures[outlet]]
        alone = tuple(claim for claim in told if not _tells_more(claim, given))
        if silent and alone:
            yield Missing(claims=alone, since=told[0].witness.day, carriers=frozenset(claim.outlet for claim in told), silent=silent)


def _counts(rows: Sequence[Row]) -> list[tuple[Row, list[Claim]]]:
    """The story's counts of all, each with the row that gives it; what rounds one, or lays it to another place, is the same count."""
    cells = [(row, cell) for row in rows if row.scope == "total" for cell in row.cells]
    found: list[tuple[Row, list[Claim]]] = []
    of_kind: dict[tuple[str, str], list[tuple[Figure, list[Claim]]]] = defaultdict(list)
    for row, cell in sorted(cells, key=lambda pair: (roundness(figure_of(pair[1][0]).low or 0), min(claim.order for claim in pair[1]))):
        figure, same = figure_of(cell[0]), of_kind[(row.measure, row.group)]
        known = next((claims for exact, claims in same if _is_one(exact, figure)), None)
        if known is None:
            found.append((row, list(cell)))
            same.append((figure, found[-1][1]))
        else:
            known += cell
    return found


def _is_one(exact: Figure, rounded: Figure) -> bool:
    """Whether two figures give one exact count, or the second of them rounds it."""
    if exact.low == rounded.low and exact.high == rounded.high:
        return True
    return is_exact(rounded) and is_exact(exact) and rounds(rounded, exact)


def _leave_out(row: Row, told: Sequence[Claim], press: Press, figure: Figure) -> tuple[str, ...]:
    """The outlets that went on writing and neither give nor answer a count."""
    carriers = {claim.outlet for claim in told}
    counted = frozenset(word for claim in told for word in _plainly(claim.witness, claim.start, claim.end) if not word[0].isdecimal())
    return tuple(
        outlet
        for outlet in press.articles
        if outlet not in carriers
        and press.wrote(outlet, told[0].witness)
        and not any(
            _answers(other, figure, grows=row.grows, late=told[0].witness.day <= day <= _answered_by(outlet, told[0].witness, press))
            for day, other in press.figures[outlet]
        )
        and not any(_mentions(witness, figure, counted) for witness in press.heard[outlet])
    )


def _answered_by(outlet: str, first: Witness, press: Press) -> str:
    """The last day on which a higher count of an outlet answers one: that of its next article, or some days later."""
    following = press.since(outlet, first)
    return max((w.day for w in following if w is following[0] or days_between(first.day, w.day) <= ANSWERED), default=first.day)


def _answers(other: Figure, figure: Figure, *, grows: bool, late: bool) -> bool:
    """Whether an outlet's figure is the count, a later and higher one of what only grows, or another of its size: it leaves nothing out.

    Of those whom a count is about, that is: a toll of all says nothing of how many of them were soldiers. late: whether it was told since;
    who had a higher count before, and does not tell of the lower one, leaves it out.
    """
    if other.measure != figure.measure:
        return False
    one, two = level(other.low, other.high), level(figure.low, figure.high)
    if grows:
        return meet(other, figure) or (late and one > two and figure.group in ("all", other.group))
    return meet(other, figure) or (two <= SIZE * one and one <= SIZE * two)


def _tells_more(claim: Claim, figures: Sequence[Figure]) -> bool:
    """Whether the sentence holds another count too, which one of the silent gives: read with it, the silence would be untrue."""
    start, end = claim.sentence
    told = claim.witness.reading.figures
    others = [
        f for f in told if start <= f.start < end and f.scope != "part" and (f.low, f.high) != (figure_of(claim).low, figure_of(claim).high)
    ]
    return any(one.measure == other.measure and meet(one, other) for one in others for other in figures)


def _is_known(row: Row, cell: Sequence[Claim]) -> bool:
    """Whether a count is told widely enough to be missed; one of the dead also where it is new, its source named, its place the story's."""
    if row.measure not in GRAVE:
        return independent(cell) >= CARRIED_BY
    if row.place is not None:
        return independent(cell) >= GRAVE_CARRIED_BY
    value = value_of(cell[0])
    told = zip(row.claims, row.statuses, strict=True)
    before = [level(*value_of(c)) for c in row.claims if value_of(c) != value and c.order < cell[0].order]
    if not before or level(*value) > STEP * max(before):
        return independent(cell) >= GRAVE_CARRIED_BY
    return independent(cell) >= GRAVE_CARRIED_BY or any(status == "updated" and c.chain for c, status in told if value_of(c) == value)


def _mentions(witness: Witness, figure: Figure, counted: frozenset[str]) -> bool:
    """Whether an article holds a count's number in any writing, or roughly beside a word for what it counts.

    A small number stands in texts for many reasons: as a count of the dead, in a sentence on them.
    """
    number = figure.low or 0
    if any(_on_them(witness, found.start(), figure) for found in wordings_of(number).finditer(witness.shadow)):
        return True
    rough = roundings_of(number)
    found = rough.finditer(witness.shadow) if rough else ()
    return any(counted.intersection(_plainly(witness, max(0, m.start() - NEAR), m.end() + NEAR)) for m in found)


def _on_them(witness: Witness, at: int, figure: Figure) -> bool:
    """Whether a number stands in a sentence that may be on those whom a count is about."""
    words = words_for(witness.article.language)
    if figure.measure != "killed" or (figure.low or 0) >= PLAIN or words is None:
        return True
    return words.fatal.search(witness.shadow, *sentence_of(witness.article, at)) is not None


def _plainly(witness: Witness, start: int, end: int) -> tuple[str, ...]:
    """What a stretch of an article is made of, its words in the form that stands for all."""
    return features(standardise(witness.shadow[start:end].lower(), witness.article.language))
