"""Bodies of a story by all that they are called: the World Health Organization, WHO, 世卫 and 世界卫生组织 are one source."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.accounts.claims.witnesses import Witness
from rashomon.languages import fold, in_letters

NO_BODIES: Mapping[str, str] = {}
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,9}")
_BRACKET = re.compile(r"\s?[(（]([^()（）]{2,40})[)）]$")


def find_bodies(witnesses: Sequence[Witness]) -> Mapping[str, str]:
    """Folded forms of bodies in lower case -> the form that stands for each body; forms that stand for themselves are left out.

    Forms are of one body by the entity that reading made of them, or by the acronym in brackets behind their name. The commonest in the
    script of most of the story's articles stands for it, the longest among equals.
    """
    counts: Counter[str] = Counter()
    keys: dict[str, set[str]] = {}
    for witness in witnesses:
        for name in witness.reading.names:
            if name.kind != "organisation":
                continue
            form = _plain(name.text)
            counts[form] += 1
            keys.setdefault(form, {form}).add(name.entity or form)
            if name.alias and _ACRONYM.fullmatch(name.alias):
                keys[form].add(name.alias.lower())
    roots: dict[str, str] = {}

    def find(key: str) -> str:
        while roots.setdefault(key, key) != key:
            key = roots[key]
        return key

    for form in sorted(keys):
        for key in sorted(keys[form]):
            roots[find(key)] = find(form)
    latin = 2 * sum(witness.spaced for witness in witnesses) > len(witnesses)
    standard: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (in_letters(form) != latin, -counts[form], -len(form), form)):
        standard.setdefault(find(form), form)
    return {form: standard[find(form)] for form in counts if standard[find(form)] != form}


def bare_form(form: str, bodies: Mapping[str, str]) -> str:
    """The form that stands for the body that a source's folded form names, with an acronym in brackets or without; else the form itself."""
    if form in bodies:
        return bodies[form]
    found = _BRACKET.search(form)
    if found is None:
        return form
    bare = form[: found.start()]
    return bodies.get(bare) or bodies.get(found[1]) or bare


def _plain(text: str) -> str:
    return fold(text).lower().strip()
