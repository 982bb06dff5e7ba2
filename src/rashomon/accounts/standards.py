"""Standards: the words of a text that newsrooms use for one another, each put as the one that stands for all, so that tellings compare."""

from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.accounts.identities import Identities
from rashomon.accounts.witnesses import Witness
from rashomon.languages import fold, language


class _Standards(msgspec.Struct, frozen=True):
    words: AhoCorasick
    standing: tuple[str, ...]  # by the place of the word


def put_plainly(witness: Witness, start: int, end: int, identities: Identities) -> str:
    """A stretch of an article for comparing: folded, in lower case, its names and words in the form that stands for all."""
    return standardise(identities.rewrite(witness.shadow[start:end]).lower(), witness.article.language)


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
