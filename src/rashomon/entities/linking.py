"""Names to entities: one entity for all forms that evidence binds, in every script; never on sound alone."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.entities.binding import bind_all
from rashomon.entities.evidence import Evidence, collect, is_whole
from rashomon.entities.groups import Groups, Key
from rashomon.model import Name


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what several names are."""

    id: str  # "person:" and the form told in most articles; for a country "place:" and its ISO 3166 code
    kind: str
    forms: tuple[str, ...]  # as they stand in texts, sorted


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """What names were linked to."""

    entities: tuple[Entity, ...]  # by id
    of: dict[str, dict[str, str]]  # article -> name as it stands there -> id


def link(names: Mapping[str, Sequence[Name]], *, aliases: Mapping[str, Mapping[str, int]] | None = None) -> Links:
    """Link the names of articles (article -> its names), whatever the order of either.

    aliases: name -> form given beside it -> articles, from elsewhere (Lore). Evidence that binds two forms: the same folded form; the same
    Latin form in brackets beside both, or spellings of it that are alike (an acronym only where no other name bears it); a row of a
    language's tables of regional forms and of bodies; for countries, CLDR; a part of the only whole name that stands beside it; likeness of
    sound of two who hold the same office of the same country. A bare name that several persons bear is linked where its own article says
    whose it is, and stands alone elsewhere.
    """
    evidence = collect(names, aliases or {})
    groups = Groups()
    shared = bind_all(evidence, groups)
    return _links(evidence, groups, shared)


def assign(names: Sequence[Name], links: Links, article: str) -> tuple[Name, ...]:
    """The article's names with their entities."""
    known = links.of.get(article, {})
    return tuple(msgspec.structs.replace(name, entity=known.get(name.text)) for name in names)


def _links(evidence: Evidence, groups: Groups, shared: frozenset[Key]) -> Links:
    members: dict[Key, list[Key]] = {}
    for key in sorted(evidence.held):
        members.setdefault(groups.find(key), []).append(key)
    ids: dict[Key, str] = {}
    forms: dict[Key, set[str]] = {}
    for root, keys in members.items():
        best = min(keys, key=lambda key: (-evidence.held[key], -len(key[1]), key[1]))
        country = root[1].strip("\0") if root[0] == "place" and root[1].startswith("\0") else None
        ids[root] = f"{root[0]}:{country or _commonest(evidence.spelt[best])}"
        forms[root] = {text for key in keys for text in evidence.spelt[key]}
    of: dict[str, dict[str, str]] = {}
    for article, own in evidence.own.items():
        of[article] = {}
        for text, key in sorted(own.items()):
            root = _own_root(evidence, groups, article, key, ids) if key in shared else groups.find(key)
            of[article][text] = ids[root]
            forms[root].add(text)
    entities = [Entity(id=ids[root], kind=root[0], forms=tuple(sorted(told))) for root, told in forms.items()]
    return Links(entities=tuple(sorted(entities, key=lambda entity: (entity.id, entity.forms))), of=of)


def _own_root(evidence: Evidence, groups: Groups, article: str, key: Key, ids: Mapping[Key, str]) -> Key:
    """Whose a name is that several bear: as its article says, by a form beside it or a whole name in it."""
    told = {groups.find(other) for other in evidence.beside.get(article, {}).get(key, ())}
    known = {root for root in told if root in ids}
    return min(known) if len(known) == 1 else groups.find(key)


def _commonest(texts: Counter[str]) -> str:
    return min(texts, key=lambda text: (-texts[text], text))


__all__ = ["Entity", "Links", "assign", "is_whole", "link"]
