"""Answers: who did not answer in one article and speaks on the matter in a later one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from rashomon.accounts.claims.claims import Claim, origin_of
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.comparing.passages import Passage, Passages
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.relating import relate, telling
from rashomon.model import Relation
from rashomon.model.article import Span

LATER = 3600  # seconds after which somebody can have answered
WITHIN = 3  # days after which it is no answer
BEFORE = 2  # sentences before the silence that say what was asked
RARE = 40  # sentences of the story that may hold a word of the matter
MATTER = 1.8  # rarity that the words shared with what was asked must sum to, in rarities of a word that stands once in the story
NAMED = 2  # characters of a name that is looked for
_STOP = re.compile("[，。；：,;:]")

Places = Mapping[tuple[str, Span], int]
"""Sentence -> its place among the passages."""


def relate_answers(statements: Sequence[Claim], passages: Passages, identities: Identities) -> Iterator[Relation]:
    """Each silence against what its keeper says of the matter in the next days; a is the silence.

    That somebody kept silent is no dispute: it is a state, and the answer is the next.
    """
    place = {(item.witness.article.path, item.sentence): at for at, item in enumerate(passages.items)}
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for claim in statements:
        if len(claim.origin) >= NAMED and claim.origin != claim.witness.key and (claim.witness.article.path, claim.sentence) in place:
            by_origin[claim.origin].append(claim)
    longest = max(map(len, by_origin), default=0)
    for item in passages.items:
        origins = {part for name in _asked(item, identities) for part in _parts(name, longest) if part in by_origin}
        matter = _matter(item, passages, place) if origins else frozenset()
        answers = [claim for origin in sorted(origins) for claim in by_origin[origin] if _answers(claim, item, matter, passages, place)]
        if answers:
            first = min(answers, key=lambda claim: claim.order)
            yield relate(
                "updates",
                [telling(item.witness, item.sentence)],
                [telling(c.witness, c.sentence, c.origin) for c in answers],
                code="answer",
                b_origin=first.chain[-1] if first.chain else first.origin,
            )


def _asked(item: Passage, identities: Identities) -> tuple[str, ...]:
    """Who does not answer, as the story knows them: by the words before it in its clause, and whom they speak for."""
    witness = item.witness
    words = words_for(witness.article.language)
    silence = words.silent.search(witness.shadow, *item.sentence) if words and witness.root == witness.article.path else None
    if silence is None:
        return ()
    before = _STOP.split(witness.shadow[item.sentence[0] : silence.start()])
    name = next((piece.strip() for piece in reversed(before) if len(piece.strip()) >= NAMED), "")
    return (identities.rewrite(name).lower(), origin_of(witness, (name,), identities)) if name else ()


def _parts(name: str, longest: int) -> Iterator[str]:
    """Every stretch of a name."""
    return (name[start:end] for start in range(len(name)) for end in range(start + NAMED, min(len(name), start + longest) + 1))


def _matter(item: Passage, passages: Passages, place: Places) -> frozenset[int]:
    """What was asked: the features of the silence and the sentences before it."""
    article = item.witness.article
    at = article.sentences.index(item.sentence)
    spots = [place.get((article.path, sentence)) for sentence in article.sentences[max(1, at - BEFORE) : at + 1]]
    return frozenset(feature for spot in spots if spot is not None for feature in passages.likeness.features(spot))


def _answers(claim: Claim, item: Passage, matter: frozenset[int], passages: Passages, place: Places) -> bool:
    """Whether a later statement is on what was asked: by the rare words that it shares with it."""
    witness = item.witness
    if claim.witness.root == witness.root or claim.witness.instant - witness.instant < LATER:
        return False
    if days_between(witness.day, claim.witness.day) > WITHIN:
        return False
    words = words_for(claim.witness.article.language)
    if not matter or (words and words.silent.search(claim.witness.shadow, *claim.sentence)):
        return False
    likeness = passages.likeness
    said = likeness.features(place[(claim.witness.article.path, claim.sentence)])
    rare = [feature for feature in said if feature in matter and likeness.spread(feature) <= RARE]
    shared = sorted((likeness.word(feature), feature) for feature in rare if likeness.word(feature) not in claim.origin)
    return sum(likeness.rarities[feature] for _, feature in shared) >= MATTER * log(len(passages.items) + 1)
