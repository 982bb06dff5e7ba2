"""Clauses: the sentences of a story cut into what each says, made comparable: who says it left out, names as one feature each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import msgspec

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.amounts import Amount, find_amounts
from rashomon.accounts.comparing.features import features
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.shares import even_share
from rashomon.accounts.comparing.standards import standardise_all
from rashomon.accounts.identities.identities import BREAK, Identities
from rashomon.languages import fold, language
from rashomon.model import Attribution
from rashomon.model.article import Span

FRAME = 60  # characters from a source to its verb, with time and occasion between them
SENTENCES = 2100  # of a story that are compared clause by clause: 130 articles have about as many
SHORTEST = 8  # characters of a clause; a shorter one is read with the next
_PIECE = re.compile(r"[^，。；：！？,;:!?\n]+")
_SOMETHING = re.compile(r"[一-鿿]{2}|[0-9a-z]")  # of which a text has features


class Clause(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of one sentence between two stops."""

    witness: Witness
    sentence: Span
    start: int
    end: int
    plain: str  # its words in standard form, without those that tell who says it, and without what its marks stand for
    marks: tuple[str, ...]  # each name (@), day (=) and amount (#) once
    amounts: tuple[Amount, ...] = ()  # in the order of its words
    names: frozenset[str] = frozenset()  # standard forms of the names in it
    words: tuple[str, ...] = ()  # its words of two characters or more, as a dictionary cuts them, without who says it

    @property
    def features(self) -> tuple[str, ...]:
        """All that it is made of."""
        return *features(self.plain), *self.marks

    @property
    def key(self) -> tuple[str, Span]:
        """The sentence it is of."""
        return self.witness.article.path, self.sentence


class Clauses(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The clauses of a story."""

    items: tuple[Clause, ...]

    @cached_property
    def likeness(self) -> Likeness:
        """Their likeness, in the same order; a story of one outlet asks for none."""
        return Likeness(Letters([clause.plain for clause in self.items], [clause.marks for clause in self.items]))


class _Draft(NamedTuple):
    """A clause of which it is known where it stands and what its marks are."""

    witness: Witness
    sentence: Span
    start: int
    end: int
    amounts: tuple[Amount, ...]
    marks: tuple[str, ...]
    stretches: tuple[tuple[str, str | None], ...]  # of other words: folded text and language


def read_clauses(witnesses: Sequence[Witness], identities: Identities) -> Clauses:
    """Every clause under the headlines of texts that repeat no other; of very many texts their first sentences, which tell the news.

    Whole words say more of what two sentences share, and less of how they put it, than pairs of characters. None where there is one text.
    """
    own = [witness for witness in witnesses if witness.root == witness.article.path]
    if len(own) < 2:
        return Clauses(items=())
    first = even_share([max(0, len(witness.article.sentences) - 1) for witness in own], SENTENCES)
    names = sorted({witness.shadow[name.start : name.end] for witness in own for name in witness.reading.names})
    marks = dict(zip(names, (f"@{name.lower()}" for name in identities.rewrite_all(names)), strict=True))
    drafts = [draft for witness in own for draft in _drafts(witness, first, marks)]
    stretches = list(dict.fromkeys(stretch for draft in drafts for stretch in draft.stretches))
    texts = [text.lower() for text in identities.rewrite_all([text for text, _ in stretches])]
    plain = standardise_all(texts, [tag for _, tag in stretches])
    read = dict(zip(stretches, zip(plain, _cut_all(plain), strict=True), strict=True))
    return Clauses(items=tuple(clause for draft in drafts if (clause := _clause(draft, [read[stretch] for stretch in draft.stretches]))))


def _clause(draft: _Draft, read: Sequence[tuple[str, Sequence[str]]]) -> Clause | None:
    """The clause with its other words in standard form; None where nothing is left."""
    plain = "，".join([plain for plain, _ in read])
    if not draft.marks and not _SOMETHING.search(plain):
        return None
    return Clause(
        witness=draft.witness,
        sentence=draft.sentence,
        start=draft.start,
        end=draft.end,
        plain=plain,
        marks=draft.marks,
        amounts=draft.amounts,
        names=frozenset([mark[1:] for mark in draft.marks if mark[0] == "@"]),
        words=tuple(dict.fromkeys([word for _, words in read for word in words])),
    )


def _cut_all(texts: Sequence[str]) -> list[list[str]]:
    """The words of two characters or more of many texts, as the dictionary cuts them: all at once, in a fourth of the time."""
    import rjieba  # slow to import

    found: list[list[str]] = [[]]
    for word in rjieba.cut(BREAK.join(texts)):
        if word == BREAK:
            found.append([])
        elif len(word) > 1 and "一" <= word[0] <= "鿿":
            found[-1].append(word)
    return found if texts else []


def _drafts(witness: Witness, first: int, known: Mapping[str, str]) -> Iterator[_Draft]:
    marks = _marks(witness, known)
    starts = [start for start, _, _ in marks]
    for sentence in witness.article.sentences[1 : 1 + first]:
        if sentence not in witness.unheard:
            beside = marks[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
            for start, end in _pieces(witness.shadow, sentence):
                amounts = tuple(find_amounts(witness.shadow, start, end, witness.article.language))
                told, stretches = _take_apart(witness, start, end, beside, amounts)
                yield _Draft(witness, sentence, start, end, amounts, told, stretches)


def _marks(witness: Witness, known: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """What stands for one thing, in order: names and days, each with its one word; who says it, with none."""
    reading = witness.reading
    found = [(start, end, "") for said in reading.attributions for start, end in _frame(said)]
    found += [(name.start, name.end, known[witness.shadow[name.start : name.end]]) for name in reading.names]
    found += [(time.start, time.end, "=" + time.value[:10]) for time in reading.times if time.type in ("DATE", "TIME")]
    return sorted(found)


def _frame(said: Attribution) -> list[Span]:
    """Where a sentence only tells who says it, when and to whom: from the source to its verb, if they stand near each other."""
    spans = [*said.chain_spans, *((said.cue_span,) if said.cue_span else ())]
    if not spans:
        return []
    start, end = min(spans)[0], max(end for _, end in spans)
    apart = end - start > FRAME or (start < said.end and said.start < end)
    return spans if apart else [(start, end)]


def _pieces(shadow: str, sentence: Span) -> Iterator[Span]:
    """The stretches of a sentence between its stops, short ones with the next."""
    spans: list[Span] = []
    start: int | None = None
    for piece in _PIECE.finditer(shadow, *sentence):
        start = piece.start() if start is None else start
        if piece.end() - start >= SHORTEST:
            spans.append((start, piece.end()))
            start = None
    if start is not None:
        end = len(shadow[: sentence[1]].rstrip())
        spans = [*spans[:-1], (spans[-1][0], end)] if spans else [(start, end)]
    yield from spans


def _take_apart(
    witness: Witness, start: int, end: int, marks: Sequence[tuple[int, int, str]], amounts: Sequence[Amount]
) -> tuple[tuple[str, ...], tuple[tuple[str, str | None], ...]]:
    """Each name, day and amount of a clause once, and its other words, without those that tell who says it."""
    shadow, tag = witness.shadow, witness.article.language
    spans = [mark for mark in marks if mark[0] < end and mark[1] > start]
    if not spans and not amounts:
        return (), ((shadow[start:end], tag),)
    stretches: list[tuple[str, str | None]] = []
    told: dict[str, None] = {}
    at = start
    for a, b, word in sorted([*spans, *((one.start, one.end, one.token) for one in amounts), (end, end, "")]):
        if a < at:
            continue
        if a > at:
            stretches.append((shadow[at:a], tag))
        if word:
            told[word] = None
        at = max(at, b)
    return tuple(told), tuple(stretches)


def substance(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that say what it is about."""
    idle = _idle(clause.witness.tongue)
    return tuple(word for word in clause.words if word not in idle)


def content_words(text: str, tag: str | None) -> list[str]:
    """The words of a folded text that say what it is about."""
    idle = _idle((tag or "").split("-")[0])
    return [word for word in words_in(text) if word not in idle]


def words_in(text: str) -> list[str]:
    """The words of a text of two characters or more, as a dictionary cuts them, and Latin ones."""
    import rjieba  # slow to import

    return [word for word in rjieba.cut(text) if len(word.strip()) > 1]


@cache
def _idle(code: str) -> frozenset[str]:
    known = language(code)
    return frozenset(fold(word) for word in known.words("stopwords")) if known else frozenset()
