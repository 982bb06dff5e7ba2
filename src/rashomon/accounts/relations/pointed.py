"""Pointed: denials that do not say again what they deny: 港务局否认这一说法."""

import re
from collections.abc import Iterator, Sequence

import rjieba

from rashomon.accounts.claims.claims import Claim, origin_of
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.identities.identities import Identities
from rashomon.model import Attribution, Name
from rashomon.model.article import Span

_CLAUSE = re.compile(r"[，。；：！？,;:!?“「『\n]")
_NOUNS = ("n", "j", "eng", "uj", "nr", "nz")  # kinds of words, as the dictionary tags them, of which a subject is made


def find_pointed(witnesses: Sequence[Witness], identities: Identities) -> tuple[Claim, ...]:
    """Each clause in which somebody denies what was said before and is not repeated, as that one's statement; headlines only announce."""
    return tuple(claim for witness in witnesses if witness.root == witness.article.path for claim in _of_article(witness, identities))


def _of_article(witness: Witness, identities: Identities) -> Iterator[Claim]:
    words = words_for(witness.article.language)
    if words is None or words.pointed.search(witness.shadow) is None:
        return
    read = [span for said in witness.reading.attributions for span in (said.cue_span, (said.start, said.start + 1)) if span]
    for sentence in witness.article.sentences[1:]:
        if sentence in witness.unheard:
            continue
        for found in words.pointed.finditer(witness.shadow, *sentence):
            cue = found.span("cue")
            if any(start < found.end() and cue[0] < end for start, end in read):
                continue  # the reading has it as a statement
            start = max([sentence[0], *(stop.end() for stop in _CLAUSE.finditer(witness.shadow, sentence[0], cue[0]))])
            who = subject_of(witness, start, cue[0])
            bare = not found["what"] and words.conceding.search(witness.shadow, start, cue[0])  # 尽管当局否认: what comes behind it
            if who and not bare:
                what = (found.start("what"), found.end()) if found["what"] else cue  # 教育部随后否认
                yield as_statement(witness, sentence, who, cue, what, identities)


def as_statement(witness: Witness, sentence: Span, who: Span, cue: Span, what: Span, identities: Identities) -> Claim:
    """A stretch of a sentence as what somebody says, from whom to what."""
    text = witness.article.text
    chain = (text[who[0] : who[1]].strip(),)
    told = Attribution(
        start=what[0],
        end=what[1],
        chain=chain,
        speaker=None,
        cue=text[cue[0] : cue[1]],
        content=text[what[0] : what[1]],
        type="indirect",
        cue_span=cue,
        chain_spans=(who,),
    )
    origin = origin_of(witness, chain, identities)
    return Claim(witness=witness, start=who[0], end=what[1], sentence=sentence, day=witness.day, chain=chain, origin=origin, told=told)


def subject_of(witness: Witness, start: int, end: int) -> Span | None:
    """The first run of nouns and names of a clause; None where it opens with a pronoun or holds none."""
    names = [name for name in witness.reading.names if start <= name.start and name.end <= end]
    first = last = None
    at = start
    for word, kind in rjieba.tag(witness.shadow[start:end]):
        noun = kind.startswith(_NOUNS) or _within(names, at, at + len(word))
        if noun and (first is not None or kind != "uj"):
            first, last = at if first is None else first, at + len(word)
        elif first is not None or kind == "r":
            break
        at += len(word)
    return (first, last) if first is not None and last is not None and last - first > 1 else None


def _within(names: Sequence[Name], start: int, end: int) -> bool:
    return any(name.start <= start and end <= name.end for name in names)
