"""Origins: who stands behind whom; independence is counted here, never in outlets."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.accounts.claims.claims import AUTHORITIES, Claim, outlet_key, outlet_of
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.spelling import spell
from rashomon.languages import fold
from rashomon.model import Carriage, Origin

EVIDENCES = 8


def name_origins(claims: Sequence[Claim], witnesses: Sequence[Witness], identities: Identities) -> tuple[Origin, ...]:
    """Origins by the outlets and claims they stand behind, each with who carries it and through whom."""
    behind: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        behind[claim.origin].append(claim)
    outlets = {witness.key: witness.name for witness in reversed(witnesses)}
    named = [_origin(key, found, outlets, identities) for key, found in sorted(behind.items())]
    return tuple(sorted(named, key=lambda origin: (-len(origin.carried_by), -origin.claims, origin.name)))


def _origin(key: str, claims: Sequence[Claim], outlets: Mapping[str, str], identities: Identities) -> Origin:
    through: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        through[claim.outlet].update(_relays(claim, key))
    ordered = sorted(claims, key=lambda claim: claim.order)
    return Origin(
        name=_spelling(key, ordered, outlets, identities),
        carried_by=tuple(Carriage(outlet=outlet, through=tuple(sorted(names))) for outlet, names in sorted(through.items())),
        claims=len({(claim.witness.article.path, claim.sentence) for claim in claims}),
        evidence=tuple(claim.evidence for claim in ordered[:EVIDENCES]),
    )


def _relays(claim: Claim, key: str) -> set[str]:
    """Who stands between an outlet and the origin: the outer links of the chain and the dateline's agency, the outlet itself left out."""
    words = wording(claim.witness.article.language)
    dateline = claim.witness.article.dateline
    named = [*claim.chain[:-1], *([dateline.agency] if dateline and dateline.agency else [])]
    relays = set()
    for name in named:
        form = fold(name).lower()
        code = outlet_key(form.strip()) or (claim.witness.key if form.strip() == claim.witness.called else None)
        if code not in (claim.witness.key, key) and form not in words.anonymous and form not in words.authorities:
            relays.add((outlet_of(code) if code else None) or name)
    return relays


def _spelling(key: str, claims: Sequence[Claim], outlets: Mapping[str, str], identities: Identities) -> str:
    """An origin's name as the outlets' data or the articles spell it."""
    if key in outlets:
        return outlets[key]
    medium = outlet_of(key)
    if medium or key == AUTHORITIES:
        return medium or key
    if told := spell(claims, identities, key):
        return told
    agencies = Counter(line.agency for line in (claim.witness.article.dateline for claim in claims) if line and line.agency)
    return min(agencies, key=lambda agency: (-agencies[agency], agency), default=key)
