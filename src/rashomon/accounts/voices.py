"""Voices: who said what, the same statement matched across outlets and wordings."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from rashomon.accounts.claims.claims import Claim, standard_source
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.wording import Wording, wording
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.standards import standardise_all
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.spelling import spell
from rashomon.accounts.relations.independence import is_copy, relate_copied
from rashomon.accounts.relations.relating import relate
from rashomon.accounts.timeline.crossing import find_renderings
from rashomon.accounts.timeline.salience import is_title
from rashomon.languages import fold
from rashomon.model import Attribution, Relation, Statement, Voice

SAME_SPEAKER = 0.22  # cosine from which two contents of one speaker, a day apart at most, are one statement
LATER = 0.34  # the same some days apart, when a speaker may well have said something like it again
ANY_SPEAKER = 0.5  # the same where the speakers are named differently
WITHIN = 3  # days between two reports of one statement
EVIDENCES = 12
OUTLETS = 6  # outlets of one statement related pair by pair
SHORTEST = 8  # characters under which a content is too little to be matched by its words


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One statement in all its wordings, the earliest first."""

    speaker: str  # the form that stands for the speaker
    claims: tuple[Claim, ...]
    links: frozenset[tuple[int, int]] = frozenset()  # wordings that are plainly like each other, by their places


def attribution_of(claim: Claim) -> Attribution:
    assert isinstance(claim.told, Attribution)
    return claim.told


def find_sayings(statements: Sequence[Claim], identities: Identities) -> tuple[Saying, ...]:
    """Statements matched across articles: near the same words, within some days, from one speaker or plainly the same text; in two scripts
    what tells one thing from one speaker."""
    speakers = [speaker_of(claim, identities) for claim in statements]
    if len({claim.witness.article.path for claim in statements}) < 2:
        return tuple(Saying(speaker=speaker, claims=(claim,)) for speaker, claim in zip(speakers, statements, strict=True))
    texts = identities.rewrite_all([claim.witness.shadow[claim.start : claim.end] for claim in statements])
    texts = standardise_all([text.lower() for text in texts], [claim.witness.article.language for claim in statements])
    likeness = Likeness(Letters(texts))
    leader = list(range(len(statements)))

    def find(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    links: dict[int, set[int]] = defaultdict(set)
    members = [at for at, text in enumerate(texts) if len(text) >= SHORTEST]
    pairs = likeness.pairs(members, SAME_SPEAKER, since=_window(statements, members))
    agreed = pairs.where(likeness.agree(pairs.shared)).listed()
    for a, b, alike in sorted(agreed, key=lambda pair: (-pair[2], pair[0], pair[1])):
        apart = abs(days_between(statements[a].day, statements[b].day))
        one_speaker = speakers[a] == speakers[b] or statements[a].origin == statements[b].origin
        enough = (SAME_SPEAKER if apart <= 1 else LATER) if one_speaker else ANY_SPEAKER
        if apart <= WITHIN and alike >= enough:
            one, other = sorted((find(a), find(b)))
            leader[other] = one
            links[a].add(b)
    for a, b, _ in find_renderings(statements, words=True):
        same = statements[a].origin == statements[b].origin or bool(speakers[a] and speakers[a] == speakers[b])
        if same and _takes_back(statements[a]) == _takes_back(statements[b]):
            one, other = sorted((find(a), find(b)))
            leader[other] = one
            links[min(a, b)].add(max(a, b))
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(statements)):
        groups[find(at)].append(at)
    return tuple(_saying(group, speakers, statements, links) for _, group in sorted(groups.items()))


def _takes_back(claim: Claim) -> bool:
    """Whether it stands in a sentence that takes a count back."""
    words = wording(claim.witness.article.language).withdrawn
    return words is not None and words.search(claim.witness.lowered, *claim.sentence) is not None


def _saying(group: Sequence[int], speakers: Sequence[str], statements: Sequence[Claim], links: Mapping[int, Collection[int]]) -> Saying:
    if len(group) == 1:  # as most are
        return Saying(speaker=speakers[group[0]], claims=(statements[group[0]],))
    return Saying(
        speaker=_named([speakers[at] for at in group]),
        claims=tuple(statements[at] for at in group),
        links=frozenset((group.index(a), group.index(b)) for a in group for b in links.get(a, ())),
    )


def _window(statements: Sequence[Claim], members: Sequence[int]) -> list[int]:
    """For each statement the first that was reported few enough days before it, since they stand in the order of their telling."""
    first, window = 0, []
    for at in members:
        while days_between(statements[members[first]].day, statements[at].day) > WITHIN:
            first += 1
        window.append(members[first])
    return window


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
        own = (claim for saying in said for claim in saying.claims if speaker_of(claim, identities) == speaker)
        shown = spell(own, identities, speaker) or speaker
        voices.append((outlets, len(said), Voice(speaker=shown, entity=entity, said=tuple(_statement(s) for s in said))))
    return tuple(voice for _, _, voice in sorted(voices, key=lambda v: (-v[0], -v[1], v[2].speaker)))


def _statement(saying: Saying) -> Statement:
    first = saying.claims[0]
    best = min(saying.claims, key=lambda claim: (attribution_of(claim).type != "direct", is_title(claim), claim.order))
    return Statement(
        content=attribution_of(best).content,
        type=attribution_of(best).type,
        date=first.day or None,
        chain=first.chain,
        outlets=tuple(sorted({claim.outlet for claim in saying.claims})),
        evidence=tuple(claim.evidence for claim in saying.claims[:EVIDENCES]),
        cue=attribution_of(best).cue if _acts(attribution_of(best).cue, wording(best.witness.article.language)) else None,
    )


@lru_cache(maxsize=1 << 12)
def _acts(cue: str, words: Wording) -> bool:
    return fold(cue).lower().endswith(words.acts)


def relate_sayings(sayings: Sequence[Saying]) -> Iterator[Relation]:
    """One statement in several outlets is one origin, whoever relays it; only wordings that are plainly alike are told."""
    for saying in sayings:
        if len(saying.claims) == 1:
            continue
        yield from relate_copied(saying.claims, speaker=saying.speaker or None)
        by_outlet: dict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(saying.claims):
            by_outlet[claim.outlet].append(at)
        for one, other in combinations(list(by_outlet.values())[:OUTLETS], 2):
            linked = [(a, b) for a in one for b in other if (min(a, b), max(a, b)) in saying.links]
            if linked and saying.speaker:
                sides = [[saying.claims[at] for at in sorted({pair[side] for pair in linked})] for side in (0, 1)]
                if not is_copy(*sides):
                    yield relate("same_origin", sides[0], sides[1], code="statement", speaker=saying.speaker)
