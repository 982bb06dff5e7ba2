"""Binding: which keys are one, kind of evidence by kind of evidence, the surest first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.entities.countries import countries
from rashomon.entities.evidence import PARTS, Evidence, form_of, is_whole, kinds_of_bodies
from rashomon.entities.groups import Groups, Key
from rashomon.entities.likeness import alike, same_first, same_given, sounds_alike
from rashomon.languages import codes, language

_MOSTLY = 0.8  # of the articles that say whose a bare name is: it is his in those that don't say
_SAID = 5  # articles that say so before the few that say otherwise are left aside
_ONLY = 3  # articles in which a body bears one country's name before its bare name goes with it
_BUCKET = 40  # holders of one office over a corpus: above it the title is not one office


def bind_all(evidence: Evidence, groups: Groups) -> frozenset[Key]:
    """Bind all keys that evidence makes one; gives the bare names that several persons bear."""
    _bind_tables(evidence.held, groups)
    _bind_aliases(evidence, groups)
    _bind_acronyms(evidence, groups)
    shared = _bind_bare(evidence, groups)
    _bind_offices(evidence, groups, shared)
    _bind_seats(evidence.held, groups)
    return shared


@cache
def _rows() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Folded regional forms, forms of bodies and names of countries, each with what stands for all forms."""
    regional: dict[str, str] = {}
    bodies: dict[str, str] = {}
    named: dict[str, str] = {}
    for code in codes():
        known = language(code)
        if known:
            regional.update({form_of(row[0]): form_of(row[1]) for row in known.entries("regional")})
            for row in known.entries("bodies"):
                bodies.update({form_of(form): form_of(row[0]) for form in row})
        for form, iso in countries(code).items():
            named.setdefault(form_of(form), iso)
    return regional, bodies, named


def _bind_tables(held: Iterable[Key], groups: Groups) -> None:
    regional, bodies, named = _rows()
    for kind, form in sorted(held):
        if form in regional and kind in ("person", "place"):
            groups.bind((kind, form), (kind, regional[form]))
        if kind == "organisation" and form in bodies:
            groups.bind((kind, form), (kind, bodies[form]))
        if kind == "place" and form in named:
            groups.bind((kind, form), (kind, f"\0{named[form]}"))


def _bind_aliases(evidence: Evidence, groups: Groups) -> None:
    """A Latin form beside a whole name, a body or a place; of several that are not alike the one told most."""
    countries_named = _rows()[2]
    for key, told in sorted(evidence.aliases.items()):
        if key[0] == "person" and not is_whole(key):
            continue
        best = min(told, key=lambda alias: (-told[alias], alias))
        for alias in sorted(told):
            spelt_alike = alike(alias[1], best[1])
            person = key[0] != "person" and evidence.held["person", alias[1]] > evidence.held[alias]
            country = key[0] == "place" and (alias[1] in countries_named) != (key[1] in countries_named)
            if spelt_alike and not person and not country:
                groups.bind(key, alias)


def _bind_acronyms(evidence: Evidence, groups: Groups) -> None:
    """ABC is two broadcasters: an acronym binds what is one already, or the only name that bears it."""
    for acronym, keys in sorted(evidence.acronyms.items()):
        if len({groups.find(key) for key in keys}) == 1:
            groups.bind(acronym, min(keys))


def _bind_bare(evidence: Evidence, groups: Groups) -> frozenset[Key]:
    """Bare names of persons: with the one whom all that is told of them names, or nearly all."""
    bare = [key for key in sorted(evidence.held) if key[0] == "person" and not is_whole(key)]
    told = {key: evidence.aliases.get(key, Counter()) + evidence.wholes.get(key, Counter()) for key in bare}
    for key in bare:
        _bind_bearers(key, sorted(told[key])[:_BUCKET], groups)
    holding = _tell_by_office(evidence, groups)
    shared = set()
    for key in bare:
        counts: Counter[Key] = Counter(holding.get(key, ()))
        for target in sorted(told[key]):
            counts[groups.find(target)] += told[key][target]
        if not counts:
            continue
        (best, most), *rest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if not rest or (most >= _SAID and most >= _MOSTLY * counts.total()):
            groups.bind(key, best)
        if rest:
            shared.add(key)
    return frozenset(shared)


def _bind_bearers(key: Key, targets: Sequence[Key], groups: Groups) -> None:
    """Whole names that one bare name stands for: Latin spellings that are alike, Han ones whose first parts sound alike, and the two
    where a Han one's first part begins as that of one Latin name alone does."""
    latin = [target for target in targets if target[1].isascii()]
    han = [target for target in targets if not target[1].isascii() and PARTS.split(target[1])[-1] == key[1]]
    for told, like in ((latin, alike), (han, same_first)):
        for i, one in enumerate(told):
            for other in told[i + 1 :]:
                if like(one[1], other[1]):
                    groups.bind(one, other)
    for one in han:
        fitting = {groups.find(other) for other in latin if " " in other[1] and same_given(one[1], other[1])}
        if len(fitting) == 1:
            groups.bind(one, min(fitting))


def _tell_by_office(evidence: Evidence, groups: Groups) -> dict[Key, Counter[Key]]:
    """Articles that give a bare name an office and no more say whose it is, where others that give the office name one person alone.

    Puts the person down as told in the article; gives how many articles say so, by bare name.
    """
    holders: dict[tuple[Key, tuple[str, str]], set[Key]] = {}
    for article, offices in evidence.offices.items():
        for key, roles in offices.items():
            for target in evidence.beside.get(article, {}).get(key, ()):
                for role in roles:
                    holders.setdefault((key, role), set()).add(groups.find(target))
    found: dict[Key, Counter[Key]] = {}
    for article, offices in sorted(evidence.offices.items()):
        for key, roles in sorted(offices.items()):
            known = {root for role in roles for root in holders.get((key, role), ())}
            if len(known) == 1 and not evidence.beside.get(article, {}).get(key):
                evidence.beside.setdefault(article, {})[key] = known
                found.setdefault(key, Counter())[min(known)] += 1
    return found


def _bind_offices(evidence: Evidence, groups: Groups, shared: frozenset[Key]) -> None:
    """Persons who hold the same office of the same country and sound alike: 泽连斯基, 哲連斯基, 乌克兰总统."""
    holders: dict[tuple[str, str], set[Key]] = {}
    for key, roles in evidence.roles.items():
        if key not in shared and not key[1].isascii():
            for role in roles:
                holders.setdefault(role, set()).add(key)
    for _, keys in sorted(holders.items()):
        bare = sorted(keys)
        if len(bare) > _BUCKET:
            continue
        for i, one in enumerate(bare):
            for other in bare[i + 1 :]:
                if (
                    groups.find(one) != groups.find(other)
                    and sounds_alike(_last(one), _last(other))
                    and not _other_latin(one, other, evidence)
                ):
                    groups.bind(one, other)


def _last(key: Key) -> str:
    return PARTS.split(key[1])[-1]


def _other_latin(one: Key, other: Key, evidence: Evidence) -> bool:
    """Whether Latin forms beside two names say that they are two persons."""
    none: Counter[Key] = Counter()
    first, second = evidence.aliases.get(one, none), evidence.aliases.get(other, none)
    return bool(first and second) and not any(alike(a[1], b[1]) for a in first for b in second)


def _bind_seats(held: Counter[Key], groups: Groups) -> None:
    """日本外务省 and 外务省: a body that bears one country's name alone, wherever it bears one."""
    named = _rows()[2]
    longest = max(map(len, named), default=0)
    seats: dict[str, dict[str, set[Key]]] = {}
    for key in sorted(held):
        if key[0] != "organisation":
            continue
        for size in range(min(longest, len(key[1]) - 3), 1, -1):
            if key[1][:size] in named and key[1][size:] not in kinds_of_bodies():
                seats.setdefault(key[1][size:], {}).setdefault(named[key[1][:size]], set()).add(key)
                break
    for bare, by_country in sorted(seats.items()):
        if len(by_country) != 1 or ("organisation", bare) not in held:
            continue
        keys = next(iter(by_country.values()))
        if sum(held[key] for key in keys) >= _ONLY:
            for key in sorted(keys):
                groups.bind(key, ("organisation", bare))
