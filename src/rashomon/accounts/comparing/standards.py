"""Standards: the words of a text that newsrooms use for one another, each put as the one that stands for all, so that tellings compare."""

from collections.abc import Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.accounts.identities.identities import BREAK
from rashomon.languages import fold, language


class _Standards(msgspec.Struct, frozen=True):
    words: AhoCorasick
    standing: tuple[str, ...]  # by the place of the word


def standardise(shadow: str, tag: str | None) -> str:
    """A folded, lower-cased text with every known word in its standard form; offsets do not hold in it."""
    standards = _standards((tag or "").split("-")[0])
    if not standards:
        return shadow
    parts: list[str] = []
    at = 0
    for word, start, end in standards.words.find_matches_as_indexes(shadow):
        parts += (shadow[at:start], standards.standing[word])
        at = end
    return "".join((*parts, shadow[at:]))


def standardise_all(shadows: Sequence[str], tags: Sequence[str | None]) -> list[str]:
    """Many texts at once, in a third of the time. tags: the language of each."""
    found = [""] * len(shadows)
    for tag in dict.fromkeys(tags):
        places = [at for at, other in enumerate(tags) if other == tag]
        for at, text in zip(places, standardise(BREAK.join([shadows[at] for at in places]), tag).split(BREAK), strict=True):
            found[at] = text
    return found


@cache
def _standards(code: str) -> _Standards | None:
    known = language(code)
    standing: dict[str, str] = {}
    for row in known.entries("synonyms") if known else ():
        for word in row[1].split() if len(row) > 1 else ():
            standing[fold(word).lower()] = fold(row[0]).lower()
        standing[fold(row[0]).lower()] = fold(row[0]).lower()
    for row in known.entries("regional") if known else ():
        word, other = fold(row[0]).lower(), fold(row[1]).lower()
        standing.setdefault(word, standing.get(other, other))
    if not standing:
        return None
    return _Standards(AhoCorasick(list(standing), matchkind=MatchKind.LeftmostLongest), tuple(standing.values()))
