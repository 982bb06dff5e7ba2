"""Asides: sentences that tell nothing that happened in the story, since they only ask, or tell of a month or year long over."""

from rashomon.accounts.claims import Claim
from rashomon.accounts.counted import days_between
from rashomon.accounts.series import YEAR_OR_MONTH, end_of
from rashomon.accounts.witnesses import Witness
from rashomon.accounts.wording import wording
from rashomon.model import Happening
from rashomon.model.article import Span

HIGH = 3  # sentences that open an article
ASKING = ("？", "?")  # what a question ends with
OVER = 20  # days since the end of a month or year from which what is told of it is no news
BEFORE, BEHIND = 2, 8  # characters around a month or year in which it may say that all since then is meant


def is_anchored(claim: Claim) -> bool:
    """Whether a sentence gives the day of what it tells."""
    return isinstance(claim.told, Happening) and claim.told.anchored


def is_aside(claim: Claim, place: int) -> bool:
    """Whether a sentence tells nothing of the day that it stands under. place: which sentence of its article it is.

    Of 18 that only ask, and of 68 that tell of what was over, in 45 stories, 75 were asides.
    """
    return _asks(claim) or (place >= HIGH and not is_anchored(claim) and looks_back(claim.witness, claim.sentence))


def _asks(claim: Claim) -> bool:
    """Whether a sentence is a question, and not somebody's in quotation marks."""
    return claim.witness.shadow[slice(*claim.sentence)].rstrip().endswith(ASKING)


def looks_back(witness: Witness, sentence: Span) -> bool:
    """Whether a sentence names a month or year that was over when it was written, and not one since when something goes on."""
    (begin, end), shadow = sentence, witness.shadow
    since = wording(witness.article.language).since
    return any(
        YEAR_OR_MONTH.fullmatch(time.value)
        and days_between(end_of(time.value), witness.day) > OVER
        and not (since and since.search(shadow[max(begin, time.start - BEFORE) : time.end + BEHIND].lower()))
        for time in witness.reading.times
        if begin <= time.start < end
    )
