"""What the names of articles say about each other: forms given beside them, whole names, roles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from rashomon.entities.countries import countries
from rashomon.entities.groups import Key
from rashomon.entities.likeness import find_latin
from rashomon.languages import codes, fold, language
from rashomon.model import Name

PARTS = re.compile(r"[·・‧•∙．\- ]+")
_SHORTEST_PART = 2  # characters of a part of a name that may stand for the whole
_ACRONYM = 6  # letters up to which a single word in capitals is an acronym
_SEVERAL = re.compile(r" (?:and|et|und) ")  # a Latin form of two things

Role = tuple[str, str]
"""Country and title."""


class Evidence(msgspec.Struct, frozen=True):
    """All that is told of the keys of some articles."""

    own: dict[str, dict[str, Key]]  # article -> name as it stands -> key
    held: Counter[Key]  # articles that have it
    spelt: dict[Key, Counter[str]]
    aliases: dict[Key, Counter[Key]]  # key -> Latin form given beside it -> articles
    acronyms: dict[Key, set[Key]]  # acronym -> keys that bear it
    wholes: dict[Key, Counter[Key]]  # part of a person's name -> the whole names it stood beside -> articles
    roles: dict[Key, Counter[Role]]
    beside: dict[str, dict[Key, set[Key]]]  # article -> bare name -> what that article itself says it is
    offices: dict[str, dict[Key, set[Role]]]  # article -> name -> the offices that it holds there


@lru_cache(maxsize=1 << 16)
def form_of(text: str) -> str:
    """The folded form of a name."""
    return re.sub(r"\s+", " ", fold(text).casefold()).strip()


def is_whole(key: Key) -> bool:
    """Whether a person's name has several parts: it is that of one person rather than of all who bear the last."""
    return key[0] == "person" and len(PARTS.split(key[1])) > 1


def collect(names: Mapping[str, Sequence[Name]], aliases: Mapping[str, Mapping[str, int]]) -> Evidence:
    """Read the evidence off the names of articles, and off forms given beside names elsewhere."""
    found = Evidence({}, Counter(), defaultdict(Counter), {}, {}, {}, {}, {}, {})
    for article in sorted(names):
        keys = {name.text: (name.kind, form_of(name.text)) for name in names[article]}
        found.own[article] = keys
        found.held.update(set(keys.values()))
        beside: dict[Key, set[Key]] = {}
        for text, key in keys.items():
            found.spelt[key][text] += 1
        told = {(keys[name.text], name.alias) for name in names[article] if name.alias}
        for key, alias in sorted(told):
            _tell(found, key, alias, 1, beside)
        for key, role in sorted({(keys[name.text], name.role) for name in names[article] if name.role and name.kind == "person"}):
            known = role_of(role)
            if known:
                found.roles.setdefault(key, Counter())[known] += 1
                found.offices.setdefault(article, {}).setdefault(key, set()).add(known)
        for part, whole in _parts(keys.values()).items():
            found.wholes.setdefault(part, Counter())[whole] += 1
            beside.setdefault(part, set()).add(whole)
        if beside:
            found.beside[article] = beside
    for text, others in sorted(aliases.items()):
        for kind in ("person", "place", "organisation"):
            key = (kind, form_of(text))
            if key in found.held and not found.aliases.get(key):
                for other, count in sorted(others.items()):
                    _tell(found, key, other, count, {})
    return found


def _tell(found: Evidence, key: Key, alias: str, count: int, beside: dict[Key, set[Key]]) -> None:
    form = find_latin(alias)
    if not form or _SEVERAL.search(f" {form} ") or key[1] in kinds_of_bodies():
        return
    if " " not in form and len(form) <= _ACRONYM and alias.isupper():
        found.acronyms.setdefault((key[0], form), set()).add(key)
        return
    found.aliases.setdefault(key, Counter())[key[0], form] += count
    if key[0] == "person":
        beside.setdefault(key, set()).add((key[0], form))


def _parts(keys: Iterable[Key]) -> dict[Key, Key]:
    """Persons named by a part (贝伦科夫) beside the one whole name that has it (阿利亚·贝伦科夫) in the same article."""
    persons = sorted({key for key in keys if key[0] == "person"})
    wholes: dict[str, set[Key]] = {}
    for key in persons:
        pieces = PARTS.split(key[1])
        if len(pieces) > 1:
            for piece in {pieces[0], pieces[-1]}:
                if len(piece) >= _SHORTEST_PART:
                    wholes.setdefault(piece, set()).add(key)
    return {key: min(wholes[key[1]]) for key in persons if len(wholes.get(key[1], ())) == 1}


@cache
def role_of(role: str) -> Role | None:
    """The country and title of a role (乌克兰总统); None where it names no country."""
    text = form_of(role)
    for code in codes():
        known = countries(code)
        for size in range(min(len(text) - 1, 12), 1, -1):
            if text[:size] in known:
                return known[text[:size]], text[size:].strip().removeprefix("前").removeprefix("现任")
    return None


@cache
def kinds_of_bodies() -> frozenset[str]:
    """Folded nouns that name a kind of body and none of them."""
    found: set[str] = set()
    for code in codes():
        known = language(code)
        found.update(form_of(word) for table in ("not_bodies", "organisations") for word in (known.words(table) if known else ()))
    return frozenset(found)
