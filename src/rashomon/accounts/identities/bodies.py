"""Bodies of a story by all that they are called: the World Health Organization, WHO, 世卫 and 世界卫生组织 are one source."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.identities.grouping import Groups
from rashomon.languages import fold, in_letters

NO_BODIES: Mapping[str, str] = {}
_ACRONYM = "[A-Z][A-Z0-9&.-]{1,9}"
_ALONE = re.compile(_ACRONYM)
_BEHIND = re.compile(rf"(?P<name>[^()（）]{{2,60}}?)\s?[(（](?P<acronym>{_ACRONYM})[)）]")


def find_bodies(witnesses: Sequence[Witness]) -> Mapping[str, str]:
    """Folded forms of bodies in lower case -> the form that stands for each body; forms that stand for themselves are left out.

    Forms are of one body by the entity that reading made of them, or by the acronym in brackets behind their name. The commonest in the
    script of most of the story's articles stands for it, the longest among equals.
    """
    told = [(_plain(form), key) for witness in witnesses for form, key in _forms(witness)]
    counts = Counter(form for form, _ in told)
    groups = Groups(counts)
    groups.join_keyed(sorted({(("key", key), form) for form, key in told} | {(("key", form), form) for form in counts}))
    latin = 2 * sum(witness.spaced for witness in witnesses) > len(witnesses)
    standard: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (in_letters(form) != latin, -counts[form], -len(form), form)):
        standard.setdefault(groups.find(form), form)
    return {form: stands for form in counts if (stands := standard[groups.find(form)]) != form}


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
