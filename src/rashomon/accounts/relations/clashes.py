"""Clashes: sentences that say of what somebody said that it does not agree with something else: 这一说法与沈岳的证词相矛盾."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.clauses import content_words
from rashomon.accounts.comparing.contrasts import sought
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.consistency import Pair, pairs_told
from rashomon.accounts.relations.denials import akin
from rashomon.accounts.relations.denied import content_of
from rashomon.accounts.relations.pointed import as_statement
from rashomon.accounts.relations.relating import relate, telling, worded
from rashomon.languages import language
from rashomon.model import Relation
from rashomon.model.article import Span

AROUND = 6  # sentences before one that names whose words it means, in which they stand
WITHIN = 3  # days before it in which they stand in another article
SHARED = 2  # words that what is said there shares with what stands right before
OPENING = 30  # characters of a sentence in which it points at the one before it

Statements = Mapping[str, Sequence[Claim]]
"""Path of an article -> what is said in it, in order."""


@cache
def _itself(code: str) -> re.Pattern[str] | None:
    """Words for whoever was named last, at the end of a name."""
    known = language(code)
    words = known.table("contrasts").get("itself", ()) if known else ()
    return re.compile(f"(?:{'|'.join(words)})$") if words else None


def relate_clashes(
    witnesses: Sequence[Witness], statements: Sequence[Claim], identities: Identities, *, told: Collection[Pair] = ()
) -> Iterator[Relation]:
    """Each thing said against what it is said to contradict: another's words where they stand before it too, else the sentence itself.

    What is pointed at (这一说法, 此话) is the statement right before; what is named by its speaker (厂方的说法) the nearest of his, of the
    days before in another article. told: two sentences that dispute each other in another way.
    """
    found = [(witness, *clash) for witness in witnesses if witness.root == witness.article.path for clash in _clashes(witness)]
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in statements if found else ():
        said[claim.witness.article.path].append(claim)
    for witness, sentence, match in found:
        at = witness.article.sentences.index(sentence)
        speaker = _speaker(said, witness, match)
        one = _meant(said, witness, at, match, "whose", identities) or _pointed_at(said, witness, at, match, speaker)
        other = _meant(said, witness, at, match, "other", identities)
        if one is None and not match["whose"]:
            one, other = other, None  # what the sentence itself tells, against his words
        if one is None or (other is None and match["other"] and not match["whose"] and not _is_of(one, witness, match, identities)):
            continue
        if other is not None and akin(one, other) and other.witness is witness:
            other = None  # he contradicts what he himself has said
        itself = telling(witness, sentence, speaker.origin if speaker else None)
        against = other or itself
        if against is itself and (one.sentence == sentence or (speaker and akin(one, speaker))):
            continue
        relation = relate("disputes", [one], [against], code="clash", a_origin=worded(one), b_origin=worded(other or speaker or itself))
        if pairs_told([relation]).isdisjoint(told):
            yield relation


def _clashes(witness: Witness) -> Iterator[tuple[Span, re.Match[str]]]:
    """The sentences under the headline that say so, with where."""
    for pattern in sought(witness.tongue, "clashes"):
        for sentence in witness.article.sentences[1:] if pattern.search(witness.lowered) else ():
            found = pattern.search(witness.lowered, *sentence)
            if found is not None and sentence not in witness.unheard:
                yield sentence, found


def _speaker(said: Statements, witness: Witness, match: re.Match[str]) -> Claim | None:
    """Whose words the clash stands in."""
    holding = [claim for claim in said.get(witness.article.path, ()) if claim.start <= match.start() < claim.end and claim.chain]
    return min(holding, key=lambda claim: (claim.end - claim.start, claim.start)) if holding else None


def _before(said: Statements, witness: Witness, at: int, back: int, end: int) -> list[Claim]:
    """What is said in a sentence before a place, and in so many sentences before it."""
    start = witness.article.sentences[max(1, at - back)][0]
    return [claim for claim in said.get(witness.article.path, ()) if start <= claim.start and claim.end <= end and claim.chain]


def _pointed_at(said: Statements, witness: Witness, at: int, match: re.Match[str], speaker: Claim | None) -> Claim | None:
    """What is said right before: in its sentence, or in the one before where the clash opens its own."""
    sentence = witness.article.sentences[at]
    itself = _itself(witness.tongue)
    if not match["what"] or (match["whose"] and not (itself and itself.search(match["whose"]))):
        return None
    opens = min(match.start(), speaker.start if speaker else match.start()) - sentence[0] <= OPENING
    near = _before(said, witness, at, 1 if opens else 0, match.start())
    near = [claim for claim in near if claim is not speaker and not (speaker and akin(claim, speaker))]
    return max(near, key=lambda claim: (claim.start, claim.end), default=None)


def _meant(said: Statements, witness: Witness, at: int, match: re.Match[str], group: str, identities: Identities) -> Claim | None:
    """The nearest statement before it of whom it names as having said it."""
    if not match[group]:
        return None
    named = _named(witness, witness.article.sentences[at], match.span(group), identities)
    near = [claim for claim in _before(said, witness, at, AROUND, match.start()) if akin(claim, named)]
    if near:
        return max(near, key=lambda claim: (claim.start, claim.end))
    others = (
        claim
        for told in said.values()
        for claim in told
        if claim.witness.root != witness.root and claim.chain and 0 <= days_between(claim.witness.day, witness.day) <= WITHIN
    )
    return _latest([claim for claim in others if claim.witness.instant < witness.instant and akin(claim, named)], witness, at)


def _named(witness: Witness, sentence: Span, who: Span, identities: Identities) -> Claim:
    """Somebody who is named, as if he said something: so that he can be set beside who does."""
    return as_statement(witness, sentence, who, (who[1], who[1]), (who[1], who[1]), identities)


def _is_of(claim: Claim, witness: Witness, match: re.Match[str], identities: Identities) -> bool:
    """Whether a statement is of whom a clash names: his words now against his words then."""
    return akin(claim, _named(witness, claim.sentence, match.span("other"), identities))


def _latest(claims: Sequence[Claim], witness: Witness, at: int) -> Claim | None:
    """The last of some statements that is on what the sentences right before tell: most of their speaker's are not."""
    start, end = witness.article.sentences[max(1, at - 1)][0], witness.article.sentences[at][1]
    words = content_words(witness.lowered[start:end], witness.article.language)
    on_it = [claim for claim in claims if sum(word in content_of(claim).lower() for word in words) >= SHARED]
    return max(on_it, key=lambda claim: claim.order, default=None)
