"""Denied: what a statement says is not so, in its own words."""

import re
from functools import lru_cache

import rjieba

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.languages import fold
from rashomon.model import Attribution

OPENING = 80  # characters of what is said in which it is called untrue: further in, something else is
QUOTES = '“”「」『』" '
AFTER = "了过，,：: "  # what may stand between a word of denying and what is denied
CLAUSE = re.compile(r"[，。；：,;\n]")


def content_of(claim: Claim) -> str:
    """What is said, folded; "" where nothing is."""
    return claim.witness.shadow[claim.told.start : claim.told.end] if isinstance(claim.told, Attribution) else ""


def cue_of(claim: Claim) -> str:
    """The cue of a statement, folded; "" where it has none."""
    return fold(claim.told.cue).lower() if isinstance(claim.told, Attribution) else ""


def denies(claim: Claim) -> bool:
    """Whether a statement stands under a cue that says it is not so."""
    words = wording(claim.witness.article.language).denied
    return bool(words and (words.search(cue_of(claim)) or words.match(content_of(claim))))


def counters(claim: Claim) -> bool:
    """Whether a statement stands under a cue by which somebody answers what he does not repeat."""
    words = words_for(claim.witness.article.language)
    return bool(words and words.counters.search(cue_of(claim)))


def clears(claim: Claim) -> bool:
    """Whether a statement stands under a cue by which somebody says what is true instead."""
    words = words_for(claim.witness.article.language)
    return bool(words and words.clears.search(cue_of(claim)))


def points(claim: Claim) -> bool:
    """Whether a statement answers what was said right before it: it calls that untrue, says what is true instead, or denies 有关说法."""
    if clears(claim):
        return True
    words = words_for(claim.witness.article.language)
    cue = claim.told.cue_span if isinstance(claim.told, Attribution) else None
    if words and cue and words.pointed.fullmatch(claim.witness.shadow, cue[0], claim.told.end):
        return True
    opens = words and words.untrue.search(CLAUSE.split(content_of(claim))[0])
    return bool(opens and not denies(claim) and matter_of(claim) == "")


def matter_of(claim: Claim) -> str | None:
    """What a statement says is not so; "" where it only points at it (这种说法), None where it denies nothing.

    Denied is the first clause under a cue of denial, what is called untrue, or what there is said to be no proof of.
    """
    said, tag, cue = content_of(claim), claim.witness.article.language, cue_of(claim)
    denied = wording(tag).denied
    opens = denied.match(said) if denied and not _is_denial(cue, tag) else None  # 发表声明，否认门上了锁
    if said and said == cue:
        return ""  # 否认, and nothing behind it
    if opens:
        said, cue = said[opens.end() :].lstrip(AFTER), opens[0]
    return _matter(said, tag, cue if _is_denial(cue, tag) else "") if said else None


@lru_cache(1 << 12)
def _is_denial(cue: str, tag: str | None) -> bool:
    """Whether a cue says that something is not so, or what is true instead."""
    words, denied = words_for(tag), wording(tag).denied
    return bool((denied and denied.search(cue)) or (words and words.clears.search(cue)))


@lru_cache(1 << 12)
def _matter(said: str, tag: str | None, cue: str) -> str | None:
    words = words_for(tag)
    if cue:
        matter = CLAUSE.split(said)[0]
        if words and words.counters.search(cue) and not words.words.search(matter):
            return ""
    elif words is None:
        return None
    elif untrue := words.untrue.search(said[:OPENING]):
        matter = CLAUSE.split(said[: untrue.start()])[-1]
    elif unproven := words.unproven.search(said[:OPENING]):
        matter = CLAUSE.split(said[unproven.end() :].lstrip("，,"))[0]
    else:
        return None
    matter = matter.strip(QUOTES)
    return words.words.sub("", matter).strip(QUOTES) if words else matter


@lru_cache(1 << 12)
def deed_of(matter: str, tag: str | None) -> str:
    """The first verb of what is denied that says what is done, as a dictionary tags it; "" where there is none."""
    words = words_for(tag)
    verbs = (word for word, kind in rjieba.tag(matter) if kind == "v" and len(word) > 1)
    return next((verb for verb in verbs if not (words and words.light.search(verb))), "")
