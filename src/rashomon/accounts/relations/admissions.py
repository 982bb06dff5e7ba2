"""Admissions: who denied something, and later says that it is so."""

import re
from collections.abc import Iterator, Sequence

from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.relations.denials import FAR
from rashomon.accounts.relations.denied import CLAUSE
from rashomon.accounts.relations.denying import Denied
from rashomon.accounts.relations.relating import relate, telling, worded
from rashomon.model import Relation

LATER = 3600  # seconds after which somebody can have come round
WITHIN = 60  # days in which he does
SUBJECT = 40  # characters before the admission in which who admits is named
OPENS = "了过，,：:“「 "  # what may stand between the word and what is admitted
_LAST = re.compile(r"[^，。；：,;\n]*$")


def relate_admissions(denied: Sequence[Denied], sentences: Sentences) -> Iterator[Relation]:
    """Each denial that its speaker takes back by admitting or confirming what was denied; a is the denial, b takes it back."""
    sought = [one for one in denied if one.words and (one.deed or one.is_latin) and not one.turned and not one.points]
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
            if (
                is_after(witness, one.claim.witness)
                and one.deed in admitted
                and one.share(admitted) >= FAR
                and any(word in before for word in one.who)
            ):
                b = telling(witness, sentence, one.claim.origin)
                yield relate("withdraws", [one.claim], [b], code="admitted", b_origin=worded(one.claim))


def is_after(later: Witness, earlier: Witness) -> bool:
    """Whether one article came so long after another that who spoke in that can have come round, and no longer."""
    return later.instant - earlier.instant > LATER and days_between(earlier.day, later.day) <= WITHIN


def _subject(before: str) -> str:
    """Where who admits is named: in the clause of the word, or before it where the word opens a clause of its own."""
    clause = _LAST.search(before)
    return clause[0] if clause and clause[0].strip() else before[-SUBJECT:]
