"""Passages: every sentence of a story, with its source and its figures, made comparable."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rashomon.accounts.claims import AUTHORITIES, Claims, outlet_key
from rashomon.accounts.contrasts import words_for
from rashomon.accounts.letters import Letters
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.sentences import Sentences
from rashomon.accounts.witnesses import Witness
from rashomon.model import Figure
from rashomon.model.article import Span

SHORTEST = 12  # characters of a sentence that can be told to be the same as another


class Passage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One sentence of one article, with its source and the figures in it."""

    witness: Witness
    sentence: Span
    origins: frozenset[str]  # whom its statements come from; none where the sentence names no source
    figures: tuple[Figure, ...]
    heard: frozenset[str] = frozenset()  # everyone whom its article cites
    through: frozenset[str] = frozenset()  # outlets and agencies that its statements came through, by their codes

    @property
    def origin(self) -> str | None:
        """One of its sources, the same one always."""
        return min(self.origins, default=None)

    @property
    def speakers(self) -> frozenset[str]:
        """Whom it has it from, where that is somebody in particular: one trader is not another."""
        words = words_for(self.witness.article.language)
        named = self.origins - {AUTHORITIES}
        return frozenset(origin for origin in named if not words.somebody.search(origin)) if words else named


class Passages(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of a story and their likeness, in the same order."""

    items: tuple[Passage, ...]
    likeness: Likeness


def read_passages(witnesses: Sequence[Witness], claims: Claims, sentences: Sentences) -> Passages:
    """Every sentence that can be compared; headlines are left out, since they only announce one.

    None where all is of one outlet.
    """
    if len({witness.name for witness in witnesses}) < 2:
        return Passages(items=(), likeness=Likeness(Letters(())))
    items = _passages(witnesses, claims)
    return Passages(items=items, likeness=Likeness(Letters([sentences.text(item.witness, item.sentence) for item in items])))


def _passages(witnesses: Sequence[Witness], claims: Claims) -> tuple[Passage, ...]:
    origins: dict[tuple[str, Span], set[str]] = defaultdict(set)
    heard: dict[str, set[str]] = defaultdict(set)
    through: dict[tuple[str, Span], set[str]] = defaultdict(set)
    for claim in claims.statements:
        heard[claim.witness.article.path].add(claim.origin)
        origins[(claim.witness.article.path, claim.sentence)].add(claim.origin)
        through[(claim.witness.article.path, claim.sentence)].update(filter(None, map(outlet_key, claim.chain)))
    figures: dict[tuple[str, Span], list[Figure]] = defaultdict(list)
    for claim in claims.figures:
        if isinstance(claim.told, Figure):
            figures[(claim.witness.article.path, claim.sentence)].append(claim.told)
    return tuple(
        Passage(
            witness=witness,
            sentence=sentence,
            origins=frozenset(origins.get((witness.article.path, sentence), ())),
            figures=tuple(figures.get((witness.article.path, sentence), ())),
            heard=frozenset(heard.get(witness.article.path, ())),
            through=frozenset(through.get((witness.article.path, sentence), ())),
        )
        for witness in witnesses
        for sentence in witness.article.sentences[1:]
        if sentence[1] - sentence[0] >= SHORTEST and sentence not in witness.unheard
    )
