"""Positions: actors and what they support, oppose, demand, offer, regret, warn of or deny, from their own words."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rashomon.accounts.claims.claims import Claim, outlet_key
from rashomon.accounts.claims.wording import Wording, wording
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.spelling import spell
from rashomon.accounts.voices import attribution_of, speaker_of
from rashomon.languages import fold
from rashomon.model import Position

HEAD = 12  # characters of a content in which its own verb takes the stance: 支持通过对话解决
OPENS = 3  # characters before that verb: 坚决反对, 我们支持; further in it is someone else's, or a noun
EVIDENCES = 12
OPENING = 48  # characters of a content in which its own words may take the stance: 中方愿提供力所能及的援助
NONE = "-"  # of cues behind which stands what is so: 辟谣称
ORDER = ("supports", "opposes", "demands", "offers", "regrets", "warns", "denies")


def take_positions(statements: Sequence[Claim], identities: Identities) -> tuple[Position, ...]:
    """Actors by how often they take a stance, each stance with the sentences that show it."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in statements:
        words = wording(claim.witness.article.language)
        actor = speaker_of(claim, identities)
        if not actor or actor in words.anonymous:
            continue
        stance = stance_of(claim, words)
        if stance:
            held[(actor, stance)].append(claim)
    of_actor: dict[str, list[Claim]] = defaultdict(list)
    for (actor, _), claims in held.items():
        of_actor[actor] += claims
    ordered = sorted(held.items(), key=lambda item: (-len(of_actor[item[0][0]]), item[0][0], ORDER.index(item[0][1])))
    spelt = {actor: spell(claims, identities) or actor for actor, claims in of_actor.items()}
    return tuple(
        Position(actor=spelt[actor], stance=stance, evidence=tuple(claim.evidence for claim in claims[:EVIDENCES]))
        for (actor, stance), claims in ordered
    )


def stance_of(claim: Claim, words: Wording) -> str | None:
    """The stance of one statement; None where it only states.

    A cascade: its cue, unless that is a noun there, the verb that its content opens with, then the set phrases by which its opening takes
    a stand.
    """
    told = attribution_of(claim)
    if told.cue_span and words.no_stand and words.no_stand.search(claim.witness.shadow, max(0, told.cue_span[0] - 2), told.cue_span[1] + 4):
        return None
    by_cue = _stance_of_cue(told.cue, words)
    if by_cue and not _only_vows(claim, told.cue, words):
        return by_cue
    if outlet_key(claim.origin):
        return None  # what an outlet reports takes somebody else's stand
    opening = claim.witness.shadow[claim.start : min(claim.end, claim.start + OPENING)].lower()
    relayed = words.relays.search(opening) if words.relays else None
    opening = opening[: relayed.start()] if relayed else opening
    head = words.not_stances.sub("", opening[:HEAD]) if words.not_stances else opening[:HEAD]
    placed = [(head.find(verb), -len(verb), stance) for verb, stance in words.stands if verb in head]
    if placed and min(placed)[0] <= OPENS:
        at, _, stance = min(placed)
        if not (words.unstands and words.unstands.search(head[:at])):
            return stance
        if stance == "supports" and words.turns and words.turns.search(head[:at]):
            return "opposes"  # 不会支持
    if not _takes_any(opening, words):
        return None  # as most words do
    return next((stance for stance, pattern in words.positions if pattern.search(opening)), None)


def _only_vows(claim: Claim, cue: str, words: Wording) -> bool:
    """Whether somebody vows what threatens nobody: 誓言赢得第二轮."""
    vows = any(verb in fold(cue).lower() for verb in words.vows)
    return vows and not (words.threats and words.threats.search(claim.witness.shadow, claim.start, claim.end))


def _takes_any(opening: str, words: Wording) -> bool:
    """Whether what is said takes any position: one look tells."""
    heading = words.opening_position and words.opening_position.match(opening)
    return bool(heading or (words.any_position and words.any_position.search(opening)))


@lru_cache(maxsize=1 << 12)
def _stance_of_cue(cue: str, words: Wording) -> str | None:
    folded = fold(cue).lower()
    stance = next((stance for verb, stance in words.stances if verb in folded), None)
    return None if stance == NONE else stance
