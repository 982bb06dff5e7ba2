"""Passages: every sentence of a story, with its source and its figures, made comparable."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from rashomon.accounts.claims.claims import AUTHORITIES, Claim, Claims, outlet_key
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.model import Figure
from rashomon.model.article import Span

SHORTEST = 12  # characters of a sentence that can be told to be the same as another


class Passage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One sentence of one article, with its source and the figures in it."""

    witness: Witness
    sentence: Span
    origins: frozenset[str]  # whom its statements come from; none where the sentence names no source
    speakers: frozenset[str]  # those of them that are somebody in particular: one trader is not another
    figures: tuple[Figure, ...]
    heard: frozenset[str] = frozenset()  # everyone whom its article cites, and the outlets that it has them from

    @property
    def origin(self) -> str | None:
        """One of its sources, the same one always."""
        return min(self.origins, default=None)


class Passages(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The sentences of a story and their likeness, in the same order."""

    items: tuple[Passage, ...]
    sentences: Sentences

    @cached_property
    def likeness(self) -> Likeness:
        """Few stories ask for it."""
        return Likeness(Letters([self.sentences.text(item.witness, item.sentence) for item in self.items]))


def read_passages(witnesses: Sequence[Witness], claims: Claims, sentences: Sentences) -> Passages:
    """Every sentence that can be compared; headlines are left out, since they only announce one.

    None where all is of one outlet.
    """
    several = len({witness.name for witness in witnesses}) > 1
    return Passages(items=_passages(witnesses, claims) if several else (), sentences=sentences)


def _passages(witnesses: Sequence[Witness], claims: Claims) -> tuple[Passage, ...]:
    statements: dict[str, dict[Span, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims.statements:
        statements[claim.witness.article.path][claim.sentence].append(claim)
    figures: dict[tuple[str, Span], list[Figure]] = defaultdict(list)
    for claim in claims.figures:
        if isinstance(claim.told, Figure):
            figures[(claim.witness.article.path, claim.sentence)].append(claim.told)
    return tuple(passage for witness in witnesses for passage in _of_article(witness, statements[witness.article.path], figures))


def _of_article(
    witness: Witness, statements: Mapping[Span, Sequence[Claim]], figures: Mapping[tuple[str, Span], Sequence[Figure]]
) -> Iterator[Passage]:
    cited = [claim for told in statements.values() for claim in told]
    heard = frozenset([claim.origin for claim in cited] + [code for claim in cited for link in claim.chain if (code := outlet_key(link))])
    for sentence in witness.article.sentences[1:]:
        if sentence[1] - sentence[0] >= SHORTEST and sentence not in witness.unheard:
            told = statements.get(sentence, ())
            origins = frozenset([claim.origin for claim in told])
            yield Passage(
                witness=witness,
                sentence=sentence,
                origins=origins,
                speakers=_somebody(origins, witness.article.language) if origins else origins,
                figures=tuple(figures.get((witness.article.path, sentence), ())),
                heard=heard,
            )


def _somebody(origins: frozenset[str], language: str | None) -> frozenset[str]:
    words = words_for(language)
    named = origins - {AUTHORITIES}
    return frozenset(origin for origin in named if not words.somebody.search(origin)) if words else named
