"""Names to entities: one entity for all forms that evidence binds, in every script; never on sound alone."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.entities.countries import countries
from rashomon.languages import codes, fold, language
from rashomon.model import Name

_PARTS = re.compile(r"[·・‧•∙． ]+")
_LATIN = re.compile(r"[a-z][a-z0-9 ]+")
_ACRONYM = 6  # letters up to which a single word in capitals is an acronym
_SHORTEST_PART = 2  # characters of a part of a name that may stand for the whole

Key = tuple[str, str]
"""Kind and folded form."""


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
    Latin form in brackets beside both (an acronym only where no other name bears it); a row of a language's table of regional forms; for
    countries, CLDR; within one article, a part of the only full name that has it, and across articles where that holds in all that have
    both. Likeness of sound is no evidence.
    """
    groups = _Groups()
    held: Counter[Key] = Counter()
    spelt: dict[Key, Counter[str]] = {}
    short: dict[Key, set[Key]] = {}  # a part of a name -> the whole names that it stood for
    own: dict[str, dict[str, Key]] = {}  # article -> name -> key
    for article in sorted(names):
        keys = {name.text: (name.kind, _form(name.text)) for name in names[article]}
        own[article] = keys
        held.update(set(keys.values()))
        for text, key in keys.items():
            spelt.setdefault(key, Counter())[text] += 1
        for name in names[article]:
            groups.bind_alias(keys[name.text], name.alias)
        for part, wholes in _parts(keys.values()).items():
            short.setdefault(part, set()).update(wholes)
    for text, others in sorted((aliases or {}).items()):
        for kind in ("person", "place", "organisation"):
            if (kind, _form(text)) in held:
                for other in sorted(others):
                    groups.bind_alias((kind, _form(text)), other)
    _bind_tables(groups, held)
    groups.bind_acronyms()
    for part, wholes in sorted(short.items()):
        if len({groups.find(whole) for whole in wholes}) == 1:
            groups.bind(part, min(wholes))
    return _links(groups, held, spelt, own)


def assign(names: Sequence[Name], links: Links, article: str) -> tuple[Name, ...]:
    """The article's names with their entities."""
    known = links.of.get(article, {})
    return tuple(msgspec.structs.replace(name, entity=known.get(name.text)) for name in names)


class _Groups:
    """Forms bound together: a union-find whose outcome does not depend on the order of binding."""

    def __init__(self) -> None:
        self.parent: dict[Key, Key] = {}
        self.acronyms: dict[Key, set[Key]] = {}

    def find(self, key: Key) -> Key:
        root = key
        while self.parent.get(root, root) != root:
            root = self.parent[root]
        while self.parent.get(key, key) != root:
            self.parent[key], key = root, self.parent[key]
        return root

    def bind(self, one: Key, other: Key) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self.parent[second] = first

    def bind_alias(self, key: Key, alias: str | None) -> None:
        form = find_latin(alias or "")
        if form and " " not in form and len(form) <= _ACRONYM and (alias or "").isupper():
            self.acronyms.setdefault((key[0], form), set()).add(key)
        elif form:
            self.bind(key, (key[0], form))

    def bind_acronyms(self) -> None:
        """ABC is two broadcasters: an acronym binds what is one already, or the only name that bears it."""
        for acronym, keys in sorted(self.acronyms.items()):
            if len({self.find(key) for key in keys}) == 1:
                self.bind(acronym, min(keys))


def _links(groups: _Groups, held: Counter[Key], spelt: dict[Key, Counter[str]], own: dict[str, dict[str, Key]]) -> Links:
    members: dict[Key, list[Key]] = {}
    for key in sorted(held):
        members.setdefault(groups.find(key), []).append(key)
    ids: dict[Key, str] = {}
    entities = []
    for root, keys in members.items():
        country = groups.find(root)[1] if root[0] == "place" and root[1].startswith("\0") else None
        best = min(keys, key=lambda key: (-held[key], -len(key[1]), key[1]))
        name = country.strip("\0") if country else min(spelt[best], key=lambda text: (-spelt[best][text], text))
        forms = tuple(sorted({text for key in keys for text in spelt[key]}))
        ids[root] = f"{root[0]}:{name}"
        entities.append(Entity(id=ids[root], kind=root[0], forms=forms))
    of = {article: {text: ids[groups.find(key)] for text, key in sorted(keys.items())} for article, keys in own.items()}
    return Links(entities=tuple(sorted(entities, key=lambda entity: (entity.id, entity.forms))), of=of)


def _parts(keys: Iterable[Key]) -> dict[Key, set[Key]]:
    """Persons named by a part (贝伦科夫) beside the one whole name that has it (阿利亚·贝伦科夫) in the same article."""
    persons = sorted({key for key in keys if key[0] == "person"})
    wholes: dict[str, set[Key]] = {}
    for key in persons:
        pieces = _PARTS.split(key[1])
        if len(pieces) > 1:
            for piece in {pieces[0], pieces[-1]}:
                if len(piece) >= _SHORTEST_PART:
                    wholes.setdefault(piece, set()).add(key)
    return {key: wholes[key[1]] for key in persons if len(wholes.get(key[1], ())) == 1}


def _bind_tables(groups: _Groups, held: Counter[Key]) -> None:
    """Regional forms of one name, and the countries."""
    standing: dict[str, str] = {}
    named: dict[str, str] = {}
    for code in codes():
        known = language(code)
        standing.update({_form(row[0]): _form(row[1]) for row in known.entries("regional")} if known else {})
        for form, iso in countries(code).items():
            named.setdefault(_form(form), iso)
    for kind, form in sorted(held):
        if form in standing and kind in ("person", "place"):
            groups.bind((kind, form), (kind, standing[form]))
        if kind == "place" and form in named:
            groups.bind((kind, form), (kind, f"\0{named[form]}"))


def _form(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text).casefold()).strip()


def find_latin(alias: str) -> str:
    """A Latin form without accents, case and hyphens; '' for anything else, and for a single short word, which may be anyone."""
    plain = unicodedata.normalize("NFKD", fold(alias))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    form = re.sub(r"[^a-z0-9]+", " ", bare).strip()
    return form if _LATIN.fullmatch(form) and len(form) > 2 else ""
