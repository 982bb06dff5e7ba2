"""Admissions: who denied something, and later says that it is so."""

import re
from collections.abc import Iterator, Sequence

from rashomon.accounts.claims import Claim, name_origin
from rashomon.accounts.contrasts import words_for
from rashomon.accounts.counted import days_between
from rashomon.accounts.denials import FAR
from rashomon.accounts.denied import CLAUSE
from rashomon.accounts.denying import Denied
from rashomon.accounts.relating import relate, telling
from rashomon.accounts.sentences import Sentences
from rashomon.model import Relation

LATER = 3600  # seconds after which somebody can have come round
WITHIN = 60  # days
SUBJECT = 40  # characters before the admission in which who admits is named
OPENS = "了过，,：:“「 "  # what may stand between the word and what is admitted
_LAST = re.compile(r"[^，。；：,;\n]*$")


def relate_admissions(denied: Sequence[Denied], sentences: Sentences) -> Iterator[Relation]:
    """Each denial that its speaker takes back by admitting or confirming what was denied; a is the denial, b takes it back."""
    sought = [one for one in denied if one.words and (one.deed or _is_latin(one)) and not one.turned and not one.points]
    if not sought:
        return
    for witness, sentence, text in sentences.own():
        words = words_for(witness.article.language)
        admits = words.admits.search(text) if words else None
        if admits is None:
            continue
        before, admitted = _subject(text[: admits.start()]), CLAUSE.split(text[admits.end() :].lstrip(OPENS))[0]
        if words and (words.supposed.search(admitted) or words.negation.search(admitted)):
            continue
        for one in sought:
            later = witness.instant - one.claim.witness.instant > LATER and days_between(one.claim.witness.day, witness.day) <= WITHIN
            if later and one.deed in admitted and one.share(admitted) >= FAR and any(word in before for word in one.who):
                b = telling(witness, sentence, one.claim.origin)
                yield relate("withdraws", [one.claim], [b], code="admitted", b_origin=_named(one.claim))


def _is_latin(denied: Denied) -> bool:
    """Whether what is denied stands in a language whose verbs no dictionary here tells."""
    return all(word.isascii() for word in denied.words)


def _subject(before: str) -> str:
    """Where who admits is named: in the clause of the word, or before it where the word opens a clause of its own."""
    clause = _LAST.search(before)
    return clause[0] if clause and clause[0].strip() else before[-SUBJECT:]


def _named(claim: Claim) -> str:
    return claim.chain[-1] if claim.chain else name_origin(claim.origin)
