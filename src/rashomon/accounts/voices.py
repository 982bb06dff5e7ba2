"""Voices: who said what, the same statement matched across outlets and wordings."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from rashomon.accounts.claims import Claim, standard_source
from rashomon.accounts.identities import Identities
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.relations import independence, relate
from rashomon.accounts.series import days_between
from rashomon.accounts.wording import wording
from rashomon.model import Attribution, Relation, Statement, Voice

SAME_SPEAKER = 0.34  # cosine from which two contents of one speaker are one statement
ANY_SPEAKER = 0.5  # the same where the speakers are named differently
WITHIN = 3  # days between two reports of one statement
EVIDENCES = 12
SHORTEST = 6  # characters under which a content is too little to be matched by its words


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One statement in all its wordings, the earliest first."""

    speaker: str  # the form that stands for the speaker
    claims: tuple[Claim, ...]


def attribution_of(claim: Claim) -> Attribution:
    assert isinstance(claim.told, Attribution)
    return claim.told


def find_sayings(statements: Sequence[Claim], identities: Identities) -> tuple[Saying, ...]:
    """Statements matched across articles: near the same words, within some days, from one speaker or plainly the same text."""
    speakers = [speaker_of(claim, identities) for claim in statements]
    texts = [identities.rewrite(claim.witness.shadow[claim.start : claim.end]) for claim in statements]
    likeness = Likeness(texts)
    leader = list(range(len(statements)))

    def find(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    members = [at for at, text in enumerate(texts) if len(text) >= SHORTEST]
    for a, b, alike in sorted(likeness.pairs(members, SAME_SPEAKER), key=lambda pair: (-pair[2], pair[0], pair[1])):
        enough = SAME_SPEAKER if speakers[a] == speakers[b] else ANY_SPEAKER
        if alike >= enough and abs(days_between(statements[a].day, statements[b].day)) <= WITHIN:
            one, other = sorted((find(a), find(b)))
            leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(statements)):
        groups[find(at)].append(at)
    return tuple(
        Saying(speaker=_named([speakers[at] for at in group]), claims=tuple(statements[at] for at in group))
        for _, group in sorted(groups.items())
    )


def speaker_of(claim: Claim, identities: Identities) -> str:
    """The form that stands for whoever says it: the innermost of the chain, "" where nobody is named."""
    return standard_source(claim.chain[-1], identities, wording(claim.witness.article.language)) if claim.chain else ""


def _named(speakers: Sequence[str]) -> str:
    """The commonest name given to a statement's speaker."""
    counts = Counter(speaker for speaker in speakers if speaker)
    return min(counts, key=lambda name: (-counts[name], -len(name), name)) if counts else ""


def to_voices(sayings: Sequence[Saying], identities: Identities) -> tuple[Voice, ...]:
    """Speakers with what they said, those heard in the most outlets first; nobody in particular has no voice."""
    by_speaker: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        words = wording(saying.claims[0].witness.article.language)
        if saying.speaker and saying.speaker not in words.anonymous:
            by_speaker[saying.speaker].append(saying)
    voices = []
    for speaker, said in by_speaker.items():
        entity = identities.entity.get(speaker)
        outlets = len({claim.outlet for saying in said for claim in saying.claims})
        shown = _spelling(said, identities) or speaker
        voices.append((outlets, len(said), Voice(speaker=shown, entity=entity, said=tuple(_statement(s) for s in said))))
    return tuple(voice for _, _, voice in sorted(voices, key=lambda v: (-v[0], -v[1], v[2].speaker)))


def _spelling(said: Sequence[Saying], identities: Identities) -> str:
    """The speaker as the articles spell it: the commonest form that stands for the voice itself, the longest among equals."""
    forms = Counter(claim.chain[-1] for saying in said for claim in saying.claims if speaker_of(claim, identities) == saying.speaker)
    return min(forms, key=lambda form: (-forms[form], -len(form), form)) if forms else ""


def _statement(saying: Saying) -> Statement:
    first = saying.claims[0]
    best = min(saying.claims, key=lambda claim: (attribution_of(claim).type != "direct", claim.order))
    return Statement(
        content=attribution_of(best).content,
        type=attribution_of(best).type,
        date=first.day or None,
        chain=first.chain,
        outlets=tuple(sorted({claim.outlet for claim in saying.claims})),
        evidence=tuple(claim.evidence for claim in saying.claims[:EVIDENCES]),
    )


def relate_sayings(sayings: Sequence[Saying]) -> Iterator[Relation]:
    """One statement in several outlets is one origin, whoever relays it."""
    for saying in sayings:
        by_outlet: dict[str, list[Claim]] = defaultdict(list)
        for claim in saying.claims:
            by_outlet[claim.outlet].append(claim)
        sides = list(by_outlet.values())[:_OUTLETS]
        for at, a in enumerate(sides):
            for b in sides[at + 1 :]:
                kind, _ = independence(a, b)
                if saying.speaker or kind == "same_origin":
                    yield relate("same_origin", a, b, code="statement", speaker=saying.speaker or None)


_OUTLETS = 6  # outlets of one statement related pair by pair
