"""Framing without opinion: how each outlet names the same people and acts, counted, in its own words and in others'."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.receipts import evidence_of, sentence_of
from rashomon.languages import language
from rashomon.model import Evidence, Framing, Term, Usage
from rashomon.model.article import Span

TERMS = 2  # words of a set that must be in use, each by this many outlets' sentences, before there is anything to compare
USES = 2  # sentences that hold a word before it counts as in use
PHRASE = 12  # characters on either side of a word in which a phrase that changes its meaning stands
EVIDENCES = 6  # sentences kept a word, of as many outlets as there are
_QUOTED = re.compile(r"[“「『\"][^“”「」『』\"\n]{1,400}[”」』\"]")


def compare_words(witnesses: Sequence[Witness]) -> tuple[Framing, ...]:
    """Sets of rival words that the story's outlets use, those with the most words in use first.

    A set is told where two outlets or more use it and two of its words or more are in use, one of them no plain one. A word counts once a
    sentence; it is quoted where it stands in quotation marks or in what somebody is said to have said, else it is the outlet's own.
    A word of several sets counts in those whose matter its sentence is about, or one beside it. Reprints are not heard.
    """
    told: dict[str, dict[str, list[tuple[Witness, Span, bool]]]] = defaultdict(lambda: defaultdict(list))
    plain: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        if witness.root != witness.article.path:
            continue
        sets, shadow = _sets(witness.tongue), witness.lowered
        held = sets.held(shadow)
        others = _words_of_others(witness) if held else ()
        for name in held:
            plain[name] |= sets.plain.get(name, frozenset())
            for term, (span, quoted) in _heard(witness, shadow, sets, name, others).items():
                told[name][term[0]].append((witness, span, quoted))
    framings = [_framing(name, terms) for name, terms in sorted(told.items())]
    kept = [
        f
        for f in framings
        if len(f.terms) >= TERMS
        and len({u.outlet for t in f.terms for u in t.usage}) >= 2
        and any(t.word not in plain[f.of] for t in f.terms)
    ]
    return tuple(sorted(kept, key=lambda f: (-len(f.terms), f.of)))


class _Sets(msgspec.Struct, frozen=True):
    """A language's sets of rival words."""

    patterns: dict[str, re.Pattern[str]]  # over folded text in lower case
    words: AhoCorasick | None
    names: tuple[str, ...]  # the set of each word
    plain: dict[str, frozenset[str]]
    shared: frozenset[str]  # words of several sets
    near: dict[str, re.Pattern[str]]  # what these must stand near
    unless: re.Pattern[str] | None  # phrases in which a word means something else
    doubtful: frozenset[str]  # the words that such phrases hold

    def is_other(self, shadow: str, span: Span) -> bool:
        """Whether a word stands in a phrase in which it means something else."""
        start, end = span
        found = self.unless.finditer(shadow, max(0, start - PHRASE), end + PHRASE) if self.unless else ()
        return any(match.start() < end and start < match.end() for match in found)

    def held(self, shadow: str) -> list[str]:
        """The sets of which a text may hold a word: a single look for all words, since most texts hold none of most sets."""
        found = self.words.find_matches_as_indexes(shadow, overlapping=True) if self.words else ()
        names = {self.names[word] for word, _, _ in found}
        return [name for name in self.patterns if name in names]


@cache
def _sets(code: str) -> _Sets:
    known = language(code)
    table = dict(known.table("framing")) if known else {}
    plain, near, unless = (table.pop(key, {}) for key in ("plain", "near", "unless"))
    patterns = {
        name: re.compile("|".join(_whole(word) for word in sorted(words, key=lambda w: (-len(w), w)))) for name, words in table.items()
    }
    told = [(word, name) for name, words in table.items() for word in words]
    uses = Counter(word for word, _ in told)
    return _Sets(
        patterns,
        AhoCorasick([word for word, _ in told]) if told else None,
        tuple(name for _, name in told),
        {name: frozenset(words) for name, words in plain.items()},
        frozenset(word for word, number in uses.items() if number > 1),
        {name: re.compile(pattern) for name, pattern in near.items()},
        re.compile("|".join(unless["phrases"])) if unless else None,
        frozenset(word for word in uses if any(word in phrase for phrase in unless.get("phrases", ()))),
    )


def _whole(word: str) -> str:
    return rf"(?<![a-z-]){re.escape(word)}(?![a-z-])" if word.isascii() else re.escape(word)


def _words_of_others(witness: Witness) -> list[Span]:
    """Spans that are not the outlet's own words, merged, ascending."""
    spans = [(said.start, said.end) for said in witness.reading.attributions]
    spans += [found.span() for found in _QUOTED.finditer(witness.article.text)]
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _heard(witness: Witness, shadow: str, sets: _Sets, name: str, others: Sequence[Span]) -> dict[tuple[str, Span], tuple[Span, bool]]:
    """(word, its sentence) -> its first place there, and whether it is quoted."""
    heard: dict[tuple[str, Span], tuple[Span, bool]] = {}
    starts = [start for start, _ in others]
    near = sets.near.get(name)
    for found in sets.patterns[name].finditer(shadow):
        sentence = sentence_of(witness.article, found.start())
        if sentence in witness.unheard or any(a <= found.start() < b for a, b in witness.article.furniture):
            continue
        if found.group() in sets.doubtful and sets.is_other(shadow, found.span()):
            continue
        if near and found.group() in sets.shared and not near.search(shadow, *_around(witness, sentence)):
            continue
        at = bisect_right(starts, found.start()) - 1
        quoted = at >= 0 and found.start() < others[at][1]
        heard.setdefault((found.group(), sentence), (found.span(), quoted))
    return heard


def _around(witness: Witness, sentence: Span) -> Span:
    """A sentence and those beside it."""
    sentences = witness.article.sentences
    at = bisect_right(sentences, sentence) - 1
    return min(sentence[0], sentences[max(0, at - 1)][0]), max(sentence[1], sentences[min(len(sentences) - 1, at + 1)][1])


def _framing(name: str, terms: Mapping[str, Sequence[tuple[Witness, Span, bool]]]) -> Framing:
    told = [_term(word, uses) for word, uses in terms.items() if len(uses) >= USES]
    return Framing(of=name, terms=tuple(sorted(told, key=lambda t: (-sum(u.own + u.quoted for u in t.usage), t.word))))


def _term(word: str, uses: Sequence[tuple[Witness, Span, bool]]) -> Term:
    own: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    of_outlet: dict[str, list[Evidence]] = defaultdict(list)
    for witness, span, in_quotes in sorted(uses, key=lambda use: (use[2], use[0].instant, use[0].article.path, use[1])):
        (quoted if in_quotes else own)[witness.name] += 1
        if len(of_outlet[witness.name]) < EVIDENCES:
            of_outlet[witness.name].append(evidence_of(witness.article, *span))
    usage = [Usage(outlet=name, own=own[name], quoted=quoted[name]) for name in sorted({*own, *quoted})]
    turns = [found[at] for at in range(EVIDENCES) for _, found in sorted(of_outlet.items()) if at < len(found)]
    return Term(word=word, usage=tuple(sorted(usage, key=lambda u: (-u.own - u.quoted, u.outlet))), evidence=tuple(turns[:EVIDENCES]))
