"""Retractions: who says that what he said before was wrong, or takes it back."""

import re
from collections.abc import Iterator, Sequence

from rashomon.accounts.claims.claims import Claim, outlet_key
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import sought, words_for
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.admissions import is_after
from rashomon.accounts.relations.denials import FAR, akin
from rashomon.accounts.relations.denied import content_of
from rashomon.accounts.relations.denying import Denied, read_matter
from rashomon.accounts.relations.pointed import as_statement, subject_of
from rashomon.accounts.relations.relating import relate, telling, worded
from rashomon.model import Attribution, Relation
from rashomon.model.article import Span

BESIDE = 2  # sentences before one that only points, in which what is taken back stands
_BEFORE = re.compile(r"[^，。；：,;:\n]*$")


def relate_retractions(
    witnesses: Sequence[Witness], tellings: Sequence[Sequence[Claim]], sentences: Sentences, identities: Identities
) -> Iterator[Relation]:
    """Each retraction with what it takes back; a is what was said, b takes it back.

    What was said is the same one's earlier statement, of an outlet that retracts its report the sentences of the report; where it is
    not said again (收回这一说法), the statement right before it.
    tellings: the statements of the story, those that report one together: every report of it stands on its side.
    """
    found = [one for witness in witnesses if witness.root == witness.article.path for one in _of_article(witness, identities)]
    statements = sorted((claim for told in tellings for claim in told), key=lambda claim: claim.order) if found else []
    reports = {_place(claim): told for told in tellings for claim in told} if found else {}
    for one in found:
        said = _taken_back(one, statements, sentences, identities)
        said += [c for claim in said for c in reports.get(_place(claim), ()) if is_after(one.claim.witness, c.witness)]
        if said:
            b = telling(one.claim.witness, one.claim.sentence, one.claim.origin)
            yield relate("withdraws", said, [b], code="retracted", b_origin=worded(one.claim))


def _of_article(witness: Witness, identities: Identities) -> Iterator[Denied]:
    words = words_for(witness.article.language)
    for pattern in sought(witness.tongue, "retracts"):
        for sentence in witness.article.sentences[1:] if words and pattern.search(witness.shadow) else ():
            found = pattern.search(witness.shadow, *sentence)
            if found is None or sentence in witness.unheard:
                continue
            clause = _BEFORE.search(witness.shadow, sentence[0], found.start())
            start = clause.start() if clause else sentence[0]
            if words and any(pattern.search(witness.shadow, start, found.start()) for pattern in (words.negation, words.asked)):
                continue  # asked for, planned or refused
            who = _who(witness, sentence, (start, found.start()))
            if who:
                what = found.span("what")
                claim = as_statement(witness, sentence, who, found.span("cue"), what, identities)
                yield read_matter(claim, witness.shadow[slice(*what)], points=False, identities=identities)
                break


def _who(witness: Witness, sentence: Span, before: Span) -> Span | None:
    """Who retracts: the subject of the clause, or of the sentence, or whose words it stands in."""
    words = words_for(witness.article.language)
    itself = words.ourselves.match(witness.shadow, *before) if words else None
    subject = itself.span() if itself else subject_of(witness, *before)
    if subject:
        return None if any(subject[1] <= name.start < before[1] for name in witness.reading.names) else subject
    near = [s for s in witness.reading.attributions if s.chain_spans and sentence[0] <= s.chain_spans[-1][0] < before[1]]
    return near[-1].chain_spans[-1] if near else subject_of(witness, sentence[0], before[1])


def _taken_back(one: Denied, statements: Sequence[Claim], sentences: Sentences, identities: Identities) -> list[Claim]:
    """What one retracts: the statement right before it where it only points, else his earlier ones, or his outlet's, that say it."""
    own = [claim for claim in statements if akin(claim, one.claim)]
    if not one.words:
        article = one.claim.witness.article
        at = article.sentences.index(one.claim.sentence)
        begins = article.sentences[max(1, at - BESIDE)][0]
        cue = _cue(one.claim)
        before = [claim for claim in own if claim.witness is one.claim.witness and begins <= claim.start < cue and not claim.end > cue]
        return before[-1:]
    said = [
        claim for claim in own if is_after(one.claim.witness, claim.witness) and _says(identities.rewrite(content_of(claim)).lower(), one)
    ]
    outlet = _outlet(one.claim)
    if outlet:
        said += [
            telling(witness, sentence)
            for witness, sentence, text in sentences.own()
            if witness.key == outlet and is_after(one.claim.witness, witness) and _says(text, one)
        ]
    return said


def _outlet(claim: Claim) -> str | None:
    """The outlet that speaks, which may call itself 本报."""
    words = words_for(claim.witness.article.language)
    return claim.witness.key if words and words.ourselves.search(claim.chain[-1]) else outlet_key(claim.origin)


def _cue(claim: Claim) -> int:
    told = claim.told
    return told.cue_span[0] if isinstance(told, Attribution) and told.cue_span else claim.start


def _place(claim: Claim) -> tuple[str, int]:
    return claim.witness.article.path, claim.start


def _says(text: str, one: Denied) -> bool:
    """Whether a text says what is taken back."""
    return one.share(text) >= FAR and one.deed in text
