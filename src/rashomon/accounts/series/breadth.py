"""Breadth: counts whose sentence says that they are of more than the story's place, or of the one place whose head speaks."""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import clause_of, figure_of, value_of
from rashomon.accounts.claims.quantities import ANEW, level
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.lands import is_country
from rashomon.languages import fold

COUNTRY = "country"


class _Land(NamedTuple):
    """A whole land that a count's sentence says it is of."""

    kind: str  # country, province
    word: str  # 全省


def find_breadths(figures: Sequence[Claim], places: Sequence[str | None], identities: Identities) -> list[str | None]:
    """The places of counts, those that are told wider or narrower by a word beside them (全球, 全省, 该市) in their own.

    A land is one where an article counts more in it than in the story's place, of which it says so: 全省23人遇难，其中青岚县17人. Where
    nobody tells the two apart they are one. All words for it are one place, which bears the first. What is told of all of the country
    (全国重症人数为53人) that the story is of is not of the town that its article is on.
    """
    lands = [_land(claim) for claim in figures]
    home = is_country(identities.entity.get(identities.main or ""))
    apart = _told_apart(figures, places, lands) - ({COUNTRY} if home else set())
    names: dict[str, str] = {}
    for land in lands:
        if land and land.kind in apart:
            names.setdefault(land.kind, land.word)
    found = []
    for claim, place, land in zip(figures, places, lands, strict=True):
        whole = home and land and land.kind == COUNTRY and not is_country(identities.entity.get(place or ""))
        inner = None if whole and not _names_place(claim, *claim.sentence) else _of_speaker(claim, place, identities)
        found.append(_world(claim) or (names.get(land.kind) if land else None) or inner)
    return found


def _world(claim: Claim) -> str | None:
    """The world's name, where a count's sentence says before it that it is the world's and names no place since."""
    words, shadow = wording(claim.witness.article.language), claim.witness.lowered
    said = words.worldwide.search(shadow, claim.sentence[0], claim.start) if words.worldwide else None
    return words.world if said and not _names_place(claim, said.end(), claim.end) else None


def _land(claim: Claim) -> _Land | None:
    """The land that a count's sentence says before it that it is of, where it names no place since."""
    for kind, pattern in wording(claim.witness.article.language).lands:
        said = pattern.search(claim.witness.lowered, claim.sentence[0], claim.start)
        if said and not _names_place(claim, said.end(), claim.end):
            return _Land(kind, claim.witness.article.text[slice(*said.span())])
    return None


def _names_place(claim: Claim, start: int, end: int) -> bool:
    """Whether a stretch of a count's sentence names a place, its own or another."""
    if any(name.kind == "place" and start <= name.start < end for name in claim.witness.reading.names):
        return True
    place = figure_of(claim).where
    return bool(place) and fold(place or "").lower() in claim.witness.lowered[start:end]


def _told_apart(figures: Sequence[Claim], places: Sequence[str | None], lands: Sequence[_Land | None]) -> set[str]:
    """The kinds of land of which some article counts more than in the story's place, by the same measure and group."""
    telling = {claim.witness.article.path for claim, land in zip(figures, lands, strict=True) if land}
    here: dict[tuple[str, str, str], float] = {}
    for claim, place, land in zip(figures, places, lands, strict=True):
        figure = figure_of(claim)
        path = claim.witness.article.path
        if path in telling and place is None and land is None and figure.measure not in ANEW and _places_itself(claim):
            key, size = (path, figure.measure, figure.group), level(*value_of(claim))
            here[key] = min(here.get(key, size), size)
    return {
        land.kind
        for claim, land in zip(figures, lands, strict=True)
        if land
        and here.get((claim.witness.article.path, figure_of(claim).measure, figure_of(claim).group), level(*value_of(claim)))
        < level(*value_of(claim))
    }


def _places_itself(claim: Claim) -> bool:
    """Whether a count's sentence names its place, or means it."""
    narrower = wording(claim.witness.article.language).narrower_place
    return _names_place(claim, *claim.sentence) or bool(narrower and narrower.search(claim.witness.lowered, *claim.sentence))


def _of_speaker(claim: Claim, place: str | None, identities: Identities) -> str | None:
    """The place whose head gives a count of it as 市内 or 该市; else where it stands."""
    words = wording(claim.witness.article.language)
    if place is not None or not claim.chain or not words.narrower_place:
        return place
    narrower = words.narrower_place.search(claim.witness.lowered, clause_of(claim)[0], claim.start)
    return identities.place(claim.chain[-1], words) if narrower else place
