"""Bodies of a story by all that they are called: the World Health Organization, WHO, 世卫 and 世界卫生组织 are one source."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.identities.grouping import Groups
from rashomon.accounts.identities.lands import list_lands
from rashomon.languages import codes, fold, in_letters, language

_SHORTEST = 4  # characters of a body's name that may do without its land
NO_BODIES: Mapping[str, str] = {}
_ACRONYM = "[A-Z][A-Z0-9&.-]{1,9}"
_ALONE = re.compile(_ACRONYM)
_BEHIND = re.compile(rf"(?P<name>[^()（）]{{2,60}}?)\s?[(（](?P<acronym>{_ACRONYM})[)）]")


def find_bodies(witnesses: Sequence[Witness], home: str | None = None) -> Mapping[str, str]:
    """Folded forms of bodies in lower case -> the form that stands for each body; forms that stand for themselves are left out.

    Forms are of one body by the entity that reading made of them, by the acronym in brackets behind their name, or where one is the other
    without its land. home: the code (ISO 3166-1) of the land that the story names most. The commonest in the
    script of most of the story's articles stands for it, the longest among equals.
    """
    told = [(_plain(form), key) for witness in witnesses for form, key in _forms(witness)]
    counts = Counter(form for form, _ in told)
    sources = Counter(_plain(said.chain[-1]) for witness in witnesses for said in witness.reading.attributions if said.chain)
    bare = _without_lands(counts, sources, home)
    counts.update({form: sources[form] for form in bare if form not in counts})
    groups = Groups(counts)
    groups.join_keyed(sorted({(("key", key), form) for form, key in told} | {(("key", form), form) for form in counts}))
    groups.join(bare.items())
    latin = 2 * sum(witness.spaced for witness in witnesses) > len(witnesses)
    standard: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (in_letters(form) != latin, -counts[form], -len(form), form)):
        standard.setdefault(groups.find(form), form)
    return {form: stands for form in counts if (stands := standard[groups.find(form)]) != form}


def _without_lands(bodies: Collection[str], sources: Collection[str], home: str | None) -> dict[str, str]:
    """调查委员会 -> 俄罗斯调查委员会, where that is of the story's own land, the story tells of no other's, and it is no common noun.

    Ministries are called alike everywhere, and are not met so.
    """
    lands, common = list_lands(), _list_common()
    owned: dict[str, list[str]] = defaultdict(list)
    for form in sorted(bodies):
        for end in range(2, len(form) - _SHORTEST + 1):
            bare = form[end:]
            if form[:end] in lands and (bare in sources or bare in bodies) and bare not in common:
                owned[bare].append(form)
    return {bare: whole[0] for bare, whole in sorted(owned.items()) if len(whole) == 1 and lands[whole[0][: -len(bare)]] == home}


@cache
def _list_common() -> frozenset[str]:
    """What any language calls those who speak by what they are, and not by name: 航空公司."""
    return frozenset(fold(row[0]).lower() for code in codes() if (known := language(code)) for row in known.entries("source_nouns"))


def _forms(witness: Witness) -> Iterator[tuple[str, str]]:
    """What an article calls bodies, each with what makes it one with others: its entity, or the acronym behind it in lower case."""
    for name in witness.reading.names:
        if name.kind == "organisation":
            yield name.text, name.entity or _plain(name.text)
            if name.alias and _ALONE.fullmatch(name.alias):
                yield name.text, name.alias.lower()
    people = {name.text for name in witness.reading.names if name.kind == "person"}
    for source in {source for said in witness.reading.attributions for source in said.chain}:
        found = _BEHIND.fullmatch(source)
        if found and not any(person in source for person in people):
            yield found["name"], found["acronym"].lower()


def _plain(text: str) -> str:
    return fold(text).lower().strip()
