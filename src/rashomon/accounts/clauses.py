"""Clauses: the sentences of a story cut into what each says, made comparable: who says it left out, names as one feature each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
import rjieba

from rashomon.accounts.amounts import find_amounts
from rashomon.accounts.features import features
from rashomon.accounts.identities import Identities
from rashomon.accounts.letters import Letters
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.receipts import sentence_of
from rashomon.accounts.shares import even_share
from rashomon.accounts.standards import put_plainly
from rashomon.accounts.witnesses import Witness
from rashomon.languages import fold, language
from rashomon.model import Attribution
from rashomon.model.article import Span

FRAME = 60  # characters from a source to its verb, with time and occasion between them
SENTENCES = 2100  # of a story that are compared clause by clause: 130 articles have about as many
SHORTEST = 8  # characters of a clause; a shorter one is read with the next
_PIECE = re.compile(r"[^，。；：！？,;:!?\n]+")
_WORD = re.compile(r"[一-鿿]")
_SOMETHING = re.compile(r"[一-鿿]{2}|[0-9a-z]")  # of which a text has features


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one sentence between two stops."""

    witness: Witness
    sentence: Span
    start: int
    end: int
    plain: str  # its words in standard form, without those that tell who says it, and without what its marks stand for
    marks: tuple[str, ...]  # each name (@), day (=) and amount (#) once
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


class Clauses(msgspec.Struct, frozen=True, kw_only=True):
    """The clauses of a story and their likeness, in the same order."""

    items: tuple[Clause, ...]
    likeness: Likeness


def read_clauses(witnesses: Sequence[Witness], identities: Identities) -> Clauses:
    """Every clause under the headlines of texts that repeat no other; of very many texts their first sentences, which tell the news."""
    own = [witness for witness in witnesses if witness.root == witness.article.path]
    first = even_share([max(0, len(witness.article.sentences) - 1) for witness in own], SENTENCES)
    items = tuple(clause for witness in own for clause in _clauses(witness, identities, first))
    return Clauses(items=items, likeness=Likeness(Letters([clause.plain for clause in items], [clause.marks for clause in items])))


def _clauses(witness: Witness, identities: Identities, first: int) -> Iterator[Clause]:
    marks = _marks(witness, identities)
    for sentence in witness.article.sentences[1 : 1 + first]:
        if sentence in witness.unheard:
            continue
        for start, end in _pieces(witness.shadow, sentence):
            plain, told, words = _take_apart(witness, start, end, marks.get(sentence, ()), identities)
            if told or _SOMETHING.search(plain):
                names = frozenset(mark[1:] for mark in told if mark[0] == "@")
                yield Clause(witness=witness, sentence=sentence, start=start, end=end, plain=plain, marks=told, names=names, words=words)


def _marks(witness: Witness, identities: Identities) -> dict[Span, list[tuple[int, int, str]]]:
    """Sentence -> what of it stands for one thing: names and days, each with its one word; who says it, with none."""
    marks: dict[Span, list[tuple[int, int, str]]] = defaultdict(list)
    reading = witness.reading
    found = [(start, end, "") for said in reading.attributions for start, end in _frame(said)]
    found += [(name.start, name.end, "@" + identities.rewrite(witness.shadow[name.start : name.end]).lower()) for name in reading.names]
    found += [(time.start, time.end, "=" + time.value[:10]) for time in reading.times if time.type in ("DATE", "TIME")]
    for start, end, word in sorted(found):
        marks[sentence_of(witness.article, start)].append((start, end, word))
    return marks


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
    witness: Witness, start: int, end: int, marks: Sequence[tuple[int, int, str]], identities: Identities
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A clause in standard form without those words that tell who says it; each name, day and amount once; its longer words.

    Whole words say more of what two sentences share, and less of how they put it, than pairs of characters.
    """
    amounts = [(a.start, a.end, a.token) for a in find_amounts(witness.shadow, start, end, witness.article.language)]
    pieces: list[str] = []
    told: dict[str, None] = {}
    words: dict[str, None] = {}
    at = start
    for a, b, word in sorted([*((a, b, word) for a, b, word in marks if a < end and b > start), *amounts, (end, end, "")]):
        if a < at:
            continue
        if a > at:
            plain = put_plainly(witness, at, a, identities)
            pieces.append(plain)
            words |= dict.fromkeys(piece for piece in rjieba.cut(plain) if len(piece) > 1 and _WORD.match(piece))
        if word:
            told[word] = None
        at = max(at, b)
    return "，".join(pieces), tuple(told), tuple(words)


def substance(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that say what it is about."""
    idle = _idle((clause.witness.article.language or "").split("-")[0])
    return tuple(word for word in clause.words if word not in idle)


@cache
def _idle(code: str) -> frozenset[str]:
    known = language(code)
    return frozenset(fold(word) for word in known.words("stopwords")) if known else frozenset()
