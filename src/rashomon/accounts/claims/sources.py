"""Sources: who can know a count for himself, and which two of them bear each other out."""

from rashomon.accounts.claims.claims import AUTHORITIES, Claim, outlet_key
from rashomon.accounts.claims.counted import days_between, figure_of, value_of
from rashomon.accounts.claims.quantities import ANEW, is_exact, is_word, level, roundness
from rashomon.accounts.claims.wording import wording
from rashomon.languages import fold
from rashomon.model import Figure

KIN = 2  # characters that two names of one office share
ODD = 20  # numbers under it are counted twice by chance
SINGLE = 3  # counts under it tell of cases
TOLD_ON = ANEW | {"troops"}  # measures of which two sources never count the same for themselves
WITHIN = 3  # days between two tellings of which one bears the other out


def bears_out(one: Claim, other: Claim, *, single: int = SINGLE) -> bool:
    """Whether two who give one count have counted it each for himself, as far as can be told.

    single: counts under it are of single cases, which bear out nothing: one man held is not another. New cases are of another day each,
    soldiers are estimated by one side, a word for a size (数百) is no count, and nobody comes by one odd number twice. An office has its
    numbers from another: one of the two is neither of them.
    """
    figure = figure_of(one)
    if figure.measure in TOLD_ON or level(*value_of(one)) < single or is_word(figure) or is_odd(figure):
        return False
    if one.witness.root == other.witness.root or one.origin == other.origin or apart(one, other) > WITHIN:
        return False
    return knows(one) and knows(other) and not may_be_one(one, other) and (counts_for_itself(one) or counts_for_itself(other))


def counts_for_itself(claim: Claim) -> bool:
    """Whether a count's innermost source is none of the authorities, by the words for it: a hospital, a relief group, who saw it."""
    words = wording(claim.witness.article.language).independent
    return bool(words and any(words.search(fold(name).lower()) for name in (*claim.chain[-1:], claim.origin)))


def knows(claim: Claim) -> bool:
    """Whether a claim names an origin that can know it: not the outlet itself, no agency or paper, nobody in particular."""
    if claim.origin in (claim.witness.key, AUTHORITIES) or outlet_key(claim.origin) is not None:
        return False
    media = wording(claim.witness.article.language).media
    return not (media and media.search(claim.origin))


def may_be_one(one: Claim, other: Claim) -> bool:
    """Whether the names of two origins share characters, as those of one office do."""
    return len(set(one.origin) & set(other.origin)) >= KIN


def is_odd(figure: Figure) -> bool:
    """Whether a number is too particular to have been counted twice."""
    return is_exact(figure) and roundness(figure.low or 0) == 0 and (figure.low or 0) >= ODD


def apart(one: Claim, other: Claim) -> int:
    """Days between two tellings."""
    return abs(days_between(one.witness.day, other.witness.day))
