"""Who takes turns in a transcript: 何远：我们不会退出。 Each turn is a line of its own, and all of it is the speaker's."""

import re
from collections import Counter
from typing import NamedTuple

import msgspec

from rashomon.languages import Language
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.ground.wording import wording

_LINE = re.compile(r"\n[ \u3000]{0,8}(?P<who>[^\n：:，。；！？“”「」『』]{1,28})[：:] {0,2}(?=[^\n“「『\" ])")
_ENDS = "。！？!?…"  # a turn says a sentence; a line of credits holds none
_MOST = 400  # turns of one transcript


class Turn(msgspec.Struct, frozen=True):
    """What opens the lines of a transcript where no name does."""

    press: tuple[str, ...]  # ends of who asks: 某社记者
    asks: frozenset[str]  # opens a question of nobody in particular
    answers: frozenset[str]  # opens the answer


class Taken(NamedTuple):
    """One turn: who speaks, and the spans of the colon and of what is said."""

    who: Phrase
    cue: tuple[int, int]
    said: tuple[int, int]


def find_turns(shadow: str, sources: Sources, language: Language) -> list[Taken]:
    """The turns of a transcript, in order; none where nobody asks and nobody speaks twice."""
    words, found, asked = wording(Turn, language, "attributions"), [], 0
    for line in _LINE.finditer(shadow) if words.press else ():
        start, end = line.span("who")
        close = shadow.find("\n", line.end())
        close = len(shadow) if close < 0 else close
        stop = len(shadow[:close].rstrip("。 \u3000"))
        if stop <= line.end() or not any(mark in shadow[line.end() : close] for mark in _ENDS):
            continue
        who = shadow[start:end]
        if who in words.asks:
            asked += 1
            continue
        asked += who.endswith(words.press)
        phrase = Phrase(start, end, "answer") if who in words.answers else _speaker(sources, who, (start, end), words)
        if phrase:
            found.append(Taken(phrase, (end, end + 1), (line.end(), stop)))
        if len(found) > _MOST:
            break
    often = Counter(shadow[turn.who.start : turn.who.end] for turn in found)
    told = found and (max(often.values()) > 1 or (asked and (len(found) > 1 or not often.keys().isdisjoint(words.answers))))
    return found if told else []


def _speaker(sources: Sources, who: str, span: tuple[int, int], words: Turn) -> Phrase | None:
    """A person by name or office, or someone of the press."""
    if who.endswith(words.press):
        return Phrase(*span, "people")
    phrase = sources.source(*span)
    if phrase is not None and (phrase.start, phrase.end) == span and phrase.kind == "person":
        return phrase
    return Phrase(*span, "person") if sources.may_be_person(*span) else None
