"""Slots: what a sentence tells of one point of one happening, so that it can be set beside what others tell of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

import msgspec

from rashomon.accounts.claims.witnesses import Witness
from rashomon.languages import fold, language
from rashomon.languages.openings import Sought
from rashomon.model.article import Span

LONG = 300  # characters on each side of a place that are read with it
BARE = 12  # characters beside the time in a clause that tells little else
STOPS = re.compile(r"[，。；！？;!?\n]|(?<![0-9]),|,(?![0-9])|\.(?![0-9])")


class Slot(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One point of one happening, as one sentence tells it."""

    witness: Witness
    sentence: Span
    start: int
    end: int
    kind: str  # cause, clock, day, place, age, or what an amount measures
    head: str  # what it is of: a kind of happening, or a person
    value: str | float
    who: str = ""  # the one person whom its clause names, where the point may be told of nobody by name
    unit: str = ""  # of an amount
    against: str = ""  # of a vote, how many were against it, where it is told
    day: str | None = None  # ISO 8601 day of the happening, where the sentence tells it
    rough: bool = False  # whether the value is told roughly
    past: bool = False  # whether the true value is said to be a little more
    denied: bool = False  # whether the sentence says that it is not this

    @property
    def words(self) -> str:
        return self.witness.article.text[self.start : self.end].strip()

    @property
    def shown(self) -> str:
        """The value for people: a day by its date, else as it is worded."""
        return str(self.value) if self.kind == "day" else self.words

    @property
    def order(self) -> tuple[float, str, int]:
        return self.witness.instant, self.witness.article.path, self.start


class Lexicon(msgspec.Struct, frozen=True):
    """The words of one language for happenings and what is told of them."""

    happenings: dict[str, re.Pattern[str]]
    causes: dict[str, re.Pattern[str]]
    amounts: dict[str, tuple[frozenset[str], str, re.Pattern[str]]]  # what it measures: of which happenings, in which unit, its noun
    once: dict[str, re.Pattern[str]]
    sites: dict[str, re.Pattern[str]]
    words: dict[str, re.Pattern[str]]
    any_happening: re.Pattern[str]
    any_cause: re.Pattern[str]
    any_site: Sought
    any_once: Sought


@cache
def lexicon(code: str) -> Lexicon | None:
    """None where the language has none."""
    known = language(code)
    table = known.table("slots") if known else {}
    if not table:
        return None
    return Lexicon(
        happenings={key: re.compile(words) for key, words in table["happenings"].items()},
        causes={key: re.compile(words) for key, words in table["causes"].items()},
        amounts={key: (frozenset(told["of"].split("|")), told["kind"], re.compile(told["noun"])) for key, told in table["amounts"].items()},
        once={key: re.compile(words) for key, words in table["once"].items()},
        sites={key: re.compile(words) for key, words in table["sites"].items()},
        words={key: re.compile("|".join(words)) for key, words in table["words"].items()},
        any_happening=re.compile("|".join(table["happenings"].values())),
        any_cause=re.compile("|".join(table["causes"].values())),
        any_site=Sought("|".join(table["sites"].values())),
        any_once=Sought("|".join(table["once"].values())),
    )


def around(sentence: Span, at: int) -> Span:
    """A sentence, or of a very long one what stands near a place of it: so that time stays linear."""
    return max(sentence[0], at - LONG), min(sentence[1], at + LONG)


def clause_around(witness: Witness, sentence: Span, at: int) -> Span:
    """The stretch between two stops around a place of a sentence."""
    start, end = around(sentence, at)
    for stop in STOPS.finditer(witness.lowered, start, end):
        if stop.start() < at:
            start = stop.end()
        else:
            return start, stop.start()
    return start, end


def sentence_at(witness: Witness, at: int) -> Span | None:
    """The sentence under the headline in which a place stands; None for what is not heard."""
    sentences = witness.article.sentences
    found = bisect_right(sentences, (at, len(witness.lowered) + 1)) - 1
    if found < 1 or not sentences[found][0] <= at < sentences[found][1] or sentences[found] in witness.unheard:
        return None
    return sentences[found]


def happenings_in(words: Lexicon, witness: Witness, start: int, end: int) -> Iterator[str]:
    """The kinds of happening that a stretch names, what is done about one first."""
    if words.any_happening.search(witness.lowered, start, end):
        yield from (kind for kind, pattern in words.happenings.items() if pattern.search(witness.lowered, start, end))


def happening_of(words: Lexicon, witness: Witness, sentence: Span, told: Span) -> str | None:
    """The kind of happening that a clause tells of; where it gives little but what stands at `told`, the clause behind it says."""
    start, end = clause_around(witness, sentence, told[0])
    found = next(happenings_in(words, witness, start, end), None)
    if found is None and end < sentence[1] and (end - start) - (told[1] - told[0]) <= BARE:
        found = next(happenings_in(words, witness, *clause_around(witness, sentence, end + 1)), None)
    return found


def day_told(words: Lexicon, witness: Witness, sentence: Span, at: int) -> str | None:
    """The one day that a sentence names, beside the day on which somebody tells it; "" where it names several, None where none."""
    return _day_in(words, witness, clause_around(witness, sentence, at)) or _day_in(words, witness, around(sentence, at))


def _day_in(words: Lexicon, witness: Witness, stretch: Span) -> str | None:
    start, end = stretch
    times = witness.reading.times
    near = times[bisect_left(times, start, key=lambda t: t.start) : bisect_left(times, end, key=lambda t: t.start)]
    days = {t.value[:10] for t in near if start <= t.start < end and t.type in ("DATE", "TIME") and names_day(words, t.text)}
    days = days - {witness.day} if len(days) == 2 else days
    return days.pop() if len(days) == 1 else "" if days else None


def names_day(words: Lexicon, text: str) -> bool:
    """Whether an expression of time tells the day, and neither the hour alone nor a day told before."""
    return not words.words["hour_alone"].fullmatch(fold(text).lower())
