"""What a text tells of, as ideas that are the same in every language: an accident's kind, a trade, an office; and its deeds."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.languages import codes, language

IDEAS, DEEDS = "glosses", "deeds"  # the lists

_WORD = re.compile(r"[a-z]+")


def find_ideas(text: str, of: str = IDEAS) -> tuple[str, ...]:
    """The ideas, or the deeds, that a folded text in Han script tells of, in order."""
    machine, ideas = _han(of)
    return tuple(dict.fromkeys(idea for match in machine.find_matches_as_indexes(text) for idea in ideas[match[0]]))


def find_glosses(text: str, of: str = IDEAS) -> list[tuple[str, ...]]:
    """The words of a text in Latin script that tell of an idea, or of a deed, each as those it may stand for."""
    known = _latin(of)
    found: dict[tuple[str, ...], None] = {}
    words, joined = _WORD.findall(text.lower()), False
    for word, following in pairwise((*words, "")):
        if joined:
            joined = False
            continue
        ideas = next((known[form] for form in (f"{word}-{plain}" for plain in _plain(following)) if form in known), ())
        joined = bool(ideas)
        if ideas := ideas or next((known[form] for form in _plain(word) if form in known), ()):
            found[ideas] = None
    return list(found)


def _plain(word: str) -> Iterator[str]:
    """Forms in which a word may be listed, the likeliest first."""
    yield word
    if word.endswith("ies") or word.endswith("ied"):
        yield word[:-3] + "y"
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            if ending == "ing":
                yield stem + "e"
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _rows(of: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (tuple(words.split()), tuple(others.split()))
        for known in filter(None, map(language, codes()))
        for words, others in known.entries(of)
    )


@cache
def _latin(of: str) -> Mapping[str, tuple[str, ...]]:
    ideas: dict[str, tuple[str, ...]] = {}
    for words, _ in _rows(of):
        for word in words:
            ideas[word] = (*ideas.get(word, ()), words[0])
    return ideas


@cache
def _han(of: str) -> tuple[AhoCorasick, tuple[tuple[str, ...], ...]]:
    ideas: dict[str, tuple[str, ...]] = {}
    for words, others in _rows(of):
        for other in others:
            ideas[other] = (*ideas.get(other, ()), words[0])
    return AhoCorasick(list(ideas), matchkind=MatchKind.LeftmostLongest), tuple(ideas.values())


@cache
def wordings_of_ideas() -> Mapping[str, tuple[str, ...]]:
    """Every idea with its words in Han script, simplified."""
    return {words[0]: others for words, others in _rows(IDEAS)}
