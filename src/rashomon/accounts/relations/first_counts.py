"""First counts: reports that nobody is known to be dead or hurt, and the counts that came after them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between, figure_of
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.relating import Cell, relate, telling
from rashomon.accounts.series.series import Row
from rashomon.model import Relation

LATER = 2 * 3600  # seconds after which a count is a later state and not another report of the same hour
WITHIN = 7  # days after which a count answers no report that none was known
COUNTS = 3  # counts told for each measure: with the first ones it is known that somebody was hurt
DEAD, HURT = "killed", "injured"


def relate_first_counts(rows: Sequence[Row], witnesses: Sequence[Witness], identities: Identities) -> Iterator[Relation]:
    """Reports that none was known, each against the first counts of all that were told after it; a is the report.

    Only reports on everybody count: that no foreigner was hurt stays true. A count of another place than the story's own is no answer.
    """
    none_known = _reports(witnesses)
    for measure, reports in sorted(none_known.items()):
        own = _own(rows, measure, identities)
        known = min((claim.witness.instant for row in own for claim in row.claims), default=inf)
        reports = [one for one in reports if one.witness.instant <= known + LATER]  # later it is said of another place
        for cell in _first(own):
            told = min(claim.witness.instant for claim in cell)
            day = min(claim.witness.day for claim in cell)
            before = [one for one in reports if told - one.witness.instant > LATER and days_between(one.witness.day, day) <= WITHIN]
            apart = [claim for claim in cell if claim.witness.root not in {one.witness.root for one in before} and _alone(claim)]
            if before and apart:
                figure = figure_of(cell[0])
                yield relate("updates", before, apart, code="first_count", measure=measure, low=figure.low or figure.high)


def _reports(witnesses: Sequence[Witness]) -> dict[str, list[Claim]]:
    """Measure -> sentences that say that none is known of."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for witness in witnesses:
        words = words_for(witness.article.language)
        if words is None or witness.root != witness.article.path:
            continue
        for sentence in witness.article.sentences[1:]:
            match = words.nobody.search(witness.shadow, *sentence)
            if match is None or sentence in witness.unheard:
                continue
            for measure, sign in ((DEAD, words.dead), (HURT, words.hurt)):
                if sign.search(match["hurt"]):
                    found[measure].append(telling(witness, sentence))
    return found


def _own(rows: Sequence[Row], measure: str, identities: Identities) -> list[Row]:
    """The rows of the story's own total of a measure."""
    here = (None, identities.main, *identities.here)
    return [row for row in rows if row.measure == measure and row.scope == "total" and row.place in here]


def _first(rows: Sequence[Row]) -> list[Cell]:
    """The first values of some rows, by when they were told."""
    return sorted((cell for row in rows for cell in row.cells), key=lambda cell: min(claim.order for claim in cell))[:COUNTS]


def _alone(claim: Claim) -> bool:
    """Whether a sentence gives no other number of its measure: one woman and two men are counts of some."""
    start, end = claim.sentence
    measure = figure_of(claim).measure
    return sum(start <= figure.start < end and figure.measure == measure for figure in claim.witness.reading.figures) == 1
