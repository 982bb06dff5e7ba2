"""Asides: sentences that tell nothing that happened in the story, since they only ask or tell of a month or year that is over.

And how sentences open that lean on those before them.
"""

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.series.states import YEAR_OR_MONTH, end_of
from rashomon.model import Happening
from rashomon.model.article import Span

HIGH = 3  # sentences that open an article
ASKING = ("？", "?")  # what a question ends with
_CLOSING = '”」』" \n'  # what may close a quotation
OVER = 20  # days since the end of a month or year from which figures of it are no news; other news of it never is
BESIDE = 24  # characters beside a telephone number or address in a sentence that tells little else
BEFORE, BEHIND = 2, 8  # characters around a month or year in which it may say that all since then is meant


def is_anchored(claim: Claim) -> bool:
    """Whether a sentence gives the day of what it tells."""
    return isinstance(claim.told, Happening) and claim.told.anchored


def is_aside(claim: Claim, place: int) -> bool:
    """Whether a sentence tells nothing of the day that it stands under. place: which sentence of its article it is.

    Of 18 that only ask, and of 68 that tell of what was over, in 45 stories, 75 were asides.
    """
    if asks(claim.witness, claim.sentence) or (place and not is_anchored(claim) and (_describes(claim) or _gives_contact(claim))):
        return True
    counts = isinstance(claim.told, Happening) and claim.told.type == "ECONOMY"
    return place >= HIGH and not is_anchored(claim) and looks_back(claim.witness, claim.sentence, over=OVER if counts else 0)


def _describes(claim: Claim) -> bool:
    """Whether a sentence without a count only says what something is among its like (岚国是全球最大的产煤国), as 28 of 31 read did."""
    means, (start, end) = wording(claim.witness.article.language).superlative, claim.sentence
    if not means or not means.match(claim.witness.lowered[start:end].lstrip()):
        return False
    return not any(start <= figure.start < end for figure in claim.witness.reading.figures)


def _gives_contact(claim: Claim) -> bool:
    """Whether a sentence tells little more than where somebody can be reached: 驻岚国代表处求助电话：02-2533-1234."""
    start, end = claim.sentence
    given = [contact.end - contact.start for contact in claim.witness.reading.contacts if start <= contact.start < end]
    return bool(given) and end - start - sum(given) <= BESIDE


def leans(claim: Claim) -> bool:
    """Whether a sentence opens as one that can't be read without the one before it: 然而, 他, 当晚."""
    opens = wording(claim.witness.article.language).leans
    start, end = claim.sentence
    return bool(opens and opens.match(claim.witness.shadow[start:end].lstrip().lower()))


def without_link(claim: Claim) -> str:
    """A sentence as it stands in its article, without the words that only link it to the one before it: 此外，"""
    start, end = claim.sentence
    article, shadow = claim.witness.article, claim.witness.shadow
    text, links = article.text[start:end].strip(), wording(article.language).links
    linked = links.match(shadow[start:end].strip().lower()) if links else None
    return text[linked.end() :] if linked else text


def asks(witness: Witness, sentence: Span, *, quoted: bool = False) -> bool:
    """Whether a sentence is a question; quoted: be it somebody's in quotation marks."""
    text = witness.shadow[slice(*sentence)].rstrip()
    return (text.rstrip(_CLOSING) if quoted else text).endswith(ASKING)


def looks_back(witness: Witness, sentence: Span, *, over: int = OVER) -> bool:
    """Whether a sentence names a month or year over for so many days when it was written, and not one since when something goes on."""
    (begin, end), shadow = sentence, witness.shadow
    since = wording(witness.article.language).since
    return any(
        YEAR_OR_MONTH.fullmatch(time.value)
        and days_between(end_of(time.value), witness.day) > over
        and not (since and since.search(shadow[max(begin, time.start - BEFORE) : time.end + BEHIND].lower()))
        for time in witness.reading.times
        if begin <= time.start < end
    )
