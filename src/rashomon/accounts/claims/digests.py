"""Digests: articles that tell of many matters, of which a story hears only the paragraphs that are its own.

The week in pictures and the morning round-up stand in a story for a fifth of what they say. What the story's headlines share is in nearly
every second sentence of its articles; where it is in few, the paragraphs without it are of something else.
"""

from collections.abc import Sequence
from statistics import median

import msgspec
from ahocorasick_rs import AhoCorasick

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.letters import Letters, spell
from rashomon.model.article import Span

LEAST = 6  # articles, and features that their headlines share, from which a story's matter is known
LONG = 24  # sentences from which an article may be a digest
SHARE, OF_USUAL = 0.25, 0.4  # share of its sentences on the matter under which it is one, and of what is usual in the story
SAMPLE = 64  # articles by which that is known
SHARED = 0.2  # share of the headlines that hold a feature of the matter
FEATURES = 12  # features that are taken however few headlines hold them, beyond one
OWN = 4  # part of the features that a paragraph on the matter holds, and two at least
KEPT = 3  # sentences under which nothing of the matter stands together: an article that tells of a side of it is no digest


def leave_asides(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The witnesses, digests among them without the paragraphs on other matters."""
    if len({witness.root for witness in witnesses}) < LEAST or not any(_is_long(witness) for witness in witnesses):
        return tuple(witnesses)
    features = _matter(witnesses)
    if len(features) < LEAST:
        return tuple(witnesses)
    matter = AhoCorasick(features)
    usual = median(_share(witness, matter) for witness in witnesses[:SAMPLE])
    most = min(SHARE, OF_USUAL * usual)
    return tuple(
        _without(witness, matter, max(2, len(features) // OWN)) if _is_long(witness) and _share(witness, matter) < most else witness
        for witness in witnesses
    )


def _is_long(witness: Witness) -> bool:
    return len(witness.article.sentences) >= LONG


def rank_matter(witnesses: Sequence[Witness]) -> list[tuple[str, int]]:
    """Pairs of characters, words and numbers that several headlines share, each with how many; texts taken over count once."""
    titles = {w.root: w.shadow[slice(*w.article.sentences[0])] for w in reversed(witnesses) if w.article.sentences}
    letters = Letters(list(titles.values()))
    vectors = letters.pairs()
    pairs = spell(vectors.codes[: len(vectors.codes) - len(letters.words)])
    told = dict(zip((*pairs, *letters.words), vectors.counts.tolist(), strict=True))
    shared = [(feature, count) for feature, count in told.items() if count > 1 and len(feature) > 1]
    return sorted(shared, key=lambda pair: (-pair[1], pair[0]))


def _matter(witnesses: Sequence[Witness]) -> list[str]:
    """What of that most of them share."""
    least = SHARED * len({witness.root for witness in witnesses if witness.article.sentences})
    return [feature for at, (feature, count) in enumerate(rank_matter(witnesses)) if at < FEATURES or count >= least]


def _share(witness: Witness, matter: AhoCorasick) -> float:
    """Share of an article's sentences that hold anything of the matter."""
    sentences = witness.article.sentences
    shadow = witness.lowered
    return sum(bool(matter.find_matches_as_indexes(shadow[start:end])) for start, end in sentences) / (len(sentences) or 1)


def _without(witness: Witness, matter: AhoCorasick, least: int) -> Witness:
    """A digest without its paragraphs on other matters; its headline is kept."""
    shadow = witness.lowered
    asides: set[Span] = set()
    for paragraph in _paragraphs(witness):
        text = shadow[paragraph[0][0] : paragraph[-1][1]]
        if len({feature for feature, _, _ in matter.find_matches_as_indexes(text, overlapping=True)}) < least:
            asides.update(paragraph)
    if len(witness.article.sentences) - len(asides) < KEPT:
        return witness
    return msgspec.structs.replace(witness, unheard=witness.unheard | asides, renewed=False)


def _paragraphs(witness: Witness) -> list[list[Span]]:
    """The sentences under the headline, by paragraph."""
    paragraphs: list[list[Span]] = []
    for before, sentence in zip(witness.article.sentences, witness.article.sentences[1:], strict=False):
        if not paragraphs or "\n" in witness.article.text[before[1] : sentence[0]]:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return paragraphs
