"""Finding: the slots of one article, kind by kind."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.amounts import find_amounts
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.otherwise.slots import (
    LONG,
    Lexicon,
    Slot,
    around,
    clause_around,
    day_told,
    happening_of,
    happenings_in,
    lexicon,
    names_day,
    sentence_at,
)
from rashomon.languages import fold
from rashomon.model import Name, Time
from rashomon.model.article import Span

REACH = 14  # characters from the word for a cause to the cause
NEAR = 24  # characters from a noun to its amount
NO_EFFECT = frozenset(
    ("report", "rescue", "arrest", "extinguished", "launch", "strike", "vote", "takeoff")
)  # of which nobody asks what brought it about
BEFORE = {"crash": "takeoff"}  # what went before in any story of one: when it took off
NO_CLOCK = frozenset(("report", "vote"))  # which have no one hour
AS_ONE = {"explosion": "fire", "shooting": "killing", "stabbing": "killing"}  # what burns has blown up: of one story they have one cause
AT_ONE_PLACE = frozenset(("arrest", "death", "shooting", "stabbing", "killing"))
SAID_BY_ITSELF = ("vote",)  # of which an amount says itself that it is
PRONOUN = 6  # characters before an age in which it is said to be his
BESIDE = 14  # characters from an age to the word for a suspect
TOLD = "told"  # group of a pattern that holds the words to show, where they are more than the number
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
CURRENCIES = frozenset(
    ("dollars", "euros", "pounds", "yen", "yuan", "hongkong_dollars", "taiwan_dollars", "australian_dollars", "roubles", "won", "rupees")
)


def find_slots(witness: Witness, identities: Identities, own: frozenset[str], *, small: bool) -> Iterator[Slot]:
    """Every slot under the headline of an article that repeats no other.

    own: the kinds of happening that the story is of. small: whether it is so small that one suspect is the same man.
    """
    words = lexicon(witness.tongue)
    if words is None or witness.root != witness.article.path:
        return
    if own - NO_EFFECT:
        yield from find_causes(witness, words, identities, own)
    if own:
        yield from find_clocks(witness, words, own)
    yield from find_sizes(witness, words, frozenset((*own, *SAID_BY_ITSELF)) if small else own)
    if small:
        yield from find_sites(witness, words, identities)
    yield from find_ages(witness, words, identities, small=small)
    yield from find_days(witness, words, identities)


def find_causes(witness: Witness, words: Lexicon, identities: Identities, own: frozenset[str]) -> Iterator[Slot]:
    """What brought a happening about: a word for a cause by the side of one that says so."""
    text = witness.lowered
    for found in words.any_cause.finditer(text):
        sentence = sentence_at(witness, found.start())
        if sentence is None:
            continue
        start, end = clause_around(witness, sentence, found.start())
        before = list(words.words["cause_before"].finditer(text, start, found.start()))
        behind = words.words["cause_behind"].search(text, found.end(), min(end, found.end() + REACH))
        if not (before and found.start() - before[-1].end() <= REACH) and not behind:
            continue
        if words.words["open"].search(text, start, end):
            continue
        kind = next(key for key, pattern in words.causes.items() if pattern.match(text, found.start()))
        head = _effect(words, witness, (start, end), found.span()) or _effect(words, witness, around(sentence, found.start()), found.span())
        if head is None:
            continue
        denied = words.words["ruled_out"].search(text, max(start, found.start() - REACH), found.start()) is not None
        if head == "death":
            person = _person(witness, around(sentence, found.start()), identities)
            if person is None:
                continue
            head = f"death:{person}"
        if (head := AS_ONE.get(head, head)).partition(":")[0] not in own:
            continue
        yield Slot(
            witness=witness, sentence=sentence, start=found.start(), end=found.end(), kind="cause", head=head, value=kind, denied=denied,
            day=day_told(words, witness, sentence, found.start()),
        )  # fmt: skip


def _effect(words: Lexicon, witness: Witness, stretch: Span, cause: Span) -> str | None:
    """What a cause brought about: the happening that stands beside it."""
    beside = (*happenings_in(words, witness, stretch[0], cause[0]), *happenings_in(words, witness, cause[1], stretch[1]))
    return next((kind for kind in beside if kind not in NO_EFFECT), None)


def _person(witness: Witness, stretch: Span, identities: Identities) -> str | None:
    """The one person whom a stretch names."""
    persons = _persons(witness, stretch)
    found = {_form(witness, name, identities) for name in persons}
    if any(witness.shadow[name.end : name.end + 1] == "的" for name in persons):
        return None  # his deputies are not he
    return found.pop() if len(found) == 1 else None


def _persons(witness: Witness, stretch: Span) -> list[Name]:
    """The persons whom a stretch names."""
    names = witness.reading.names
    first, last = (bisect_left(names, edge, key=lambda name: name.start) for edge in stretch)
    return [name for name in names[first:last] if name.kind == "person"]


def _form(witness: Witness, name: Name, identities: Identities) -> str:
    return identities.rewrite(fold(name.text)).lower()


def find_clocks(witness: Witness, words: Lexicon, own: frozenset[str]) -> Iterator[Slot]:
    """The hour and minute of a happening."""
    text = witness.lowered
    for time in witness.reading.times:
        if time.type != "TIME" or len(time.value) < len("2022-01-01T03:00") or not time.value[11:13].isdigit():
            continue
        sentence = sentence_at(witness, time.start)
        if sentence is None:
            continue
        start, end = clause_around(witness, sentence, time.start)
        if words.words["zone"].search(text, *around(sentence, time.start)) or words.words["other"].search(text, start, end):
            continue
        if words.words["said"].match(text, time.end):
            continue
        head = happening_of(words, witness, sentence, (time.start, time.end))
        if head not in own or head in NO_CLOCK:
            continue
        value = int(time.value[11:13]) * 60 + int(time.value[14:16])
        day = time.value[:10] if names_day(words, time.text) else day_told(words, witness, sentence, time.start) or time.value[:10]
        past, about = (words.words[key].match(text, time.end) is not None for key in ("past", "about"))
        yield Slot(
            witness=witness,
            sentence=sentence,
            start=time.start,
            end=time.end,
            kind="clock",
            head=head,
            value=float(value),
            day=day,
            rough=about,
            past=past,
        )


def find_ages(witness: Witness, words: Lexicon, identities: Identities, *, small: bool) -> Iterator[Slot]:
    """How old somebody is: a person by name, or the one suspect of the story."""
    text = witness.lowered
    for name in witness.reading.names:
        if name.kind != "person":
            continue
        sentence = sentence_at(witness, name.start)
        if sentence is None:
            continue
        found = words.words["age"].match(text, name.end, min(sentence[1], name.end + 16))
        if found is None:
            for aged in words.words["aged"].finditer(text, max(sentence[0], name.start - 16), name.start):
                if not words.words["between"].search(text, aged.end(), name.start):
                    found = aged
        if found:
            yield _age(witness, sentence, found, f"person:{_form(witness, name, identities)}")
    for aged in words.words["aged"].finditer(text):
        sentence = sentence_at(witness, aged.start())
        if sentence and words.words["pronoun"].search(text, max(sentence[0], aged.start() - PRONOUN), aged.start()):
            person = _person(witness, (max(sentence[0], aged.start() - LONG), aged.start()), identities)
            if person:
                yield _age(witness, sentence, aged, f"person:{person}")
    for aged in words.words["aged"].finditer(text) if small else ():
        sentence = sentence_at(witness, aged.start())
        if sentence is None:
            continue
        if words.words["several"].search(text, *around(sentence, aged.start())):
            continue
        if words.words["suspect"].search(text, max(sentence[0], aged.start() - BESIDE), min(sentence[1], aged.end() + BESIDE)):
            yield _age(witness, sentence, aged, "suspect")


def _age(witness: Witness, sentence: Span, found: re.Match[str], head: str) -> Slot:
    start, end = found.span("told")
    return Slot(witness=witness, sentence=sentence, start=start, end=end, kind="age", head=head, value=float(found["age"]))


def find_sizes(witness: Witness, words: Lexicon, own: frozenset[str]) -> Iterator[Slot]:
    """How strong, deep, far, fast or costly it was: an amount right behind its noun."""
    text = witness.lowered
    for kind, (of, unit, noun) in words.amounts.items():
        for found in noun.finditer(text) if of & own else ():
            sentence = sentence_at(witness, found.start())
            if sentence is None or words.words["other"].search(text, *around(sentence, found.start())):
                continue
            day = day_told(words, witness, sentence, found.start())
            least = words.words["least"].search(text, max(sentence[0], found.start() - PRONOUN), found.end()) is not None
            if unit == "plain":
                given = found.groupdict()
                group = next(name for name in given if name != TOLD and given[name])
                start, end = found.span(TOLD if given.get(TOLD) else group)
                yield Slot(
                    witness=witness,
                    sentence=sentence,
                    start=start,
                    end=end,
                    kind=kind,
                    head=kind,
                    value=float(found[group]),
                    day=day,
                    past=least,
                    against=given.get("against") or "",
                )
                continue
            allowed = CURRENCIES if unit == "money" else {unit}
            amount = next(find_amounts(witness.shadow, found.end(), min(sentence[1], found.end() + NEAR), witness.article.language), None)
            if amount and amount.kind in allowed and amount.start - found.end() <= 2:
                yield Slot(
                    witness=witness, sentence=sentence, start=amount.start, end=amount.end, kind=kind, head=kind, value=amount.value,
                    unit=amount.kind, day=day, past=least,
                )  # fmt: skip


def find_sites(witness: Witness, words: Lexicon, identities: Identities) -> Iterator[Slot]:
    """In what kind of place somebody was arrested, shot or died: the only one of its clause."""
    text = witness.lowered
    for found in words.any_site.finditer(text):
        sentence = sentence_at(witness, found.start())
        if sentence is None:
            continue
        start, end = clause_around(witness, sentence, found.start())
        head = next((kind for kind in happenings_in(words, witness, start, end) if kind in AT_ONE_PLACE), None)
        if head is None or not words.words["at"].search(text, max(start, found.start() - REACH), found.start()):
            continue
        if words.words["open"].search(text, start, end) or words.words["other"].search(text, start, end):
            continue
        if len({site[0] for site in words.any_site.finditer(text, start, end)}) > 1 or words.words["several"].search(text, start, end):
            continue
        person = _sufferer(witness, (start, end) if head != "death" else around(sentence, found.start()), identities)
        if person is not None and (person or head != "death"):
            kind = next(key for key, pattern in words.sites.items() if pattern.match(text, found.start()))
            whose = f"{head}:{person}" if head == "death" else head
            yield Slot(
                witness=witness, sentence=sentence, start=found.start(), end=found.end(), kind="place", head=whose, who=person, value=kind,
                day=day_told(words, witness, sentence, found.start()),
            )  # fmt: skip


def _sufferer(witness: Witness, stretch: Span, identities: Identities) -> str | None:
    """The one person whom a stretch names, "" where it names nobody; None where several, or something of somebody's."""
    return _person(witness, stretch, identities) if _persons(witness, stretch) else ""


def find_days(witness: Witness, words: Lexicon, identities: Identities) -> Iterator[Slot]:
    """The day of what happened to one person: the one day and the one name of its clause."""
    times = [time for time in witness.reading.times if time.type in ("DATE", "TIME") and _is_day(words, time)]
    text = witness.lowered
    for found in words.any_once.finditer(text) if times else ():
        sentence = sentence_at(witness, found.start())
        if sentence is None:
            continue
        start, end = clause_around(witness, sentence, found.start())
        days = times[bisect_left(times, start, key=lambda time: time.start) : bisect_left(times, end, key=lambda time: time.start)]
        if len({time.value[:10] for time in days}) != 1 or days[0].value[:10] > witness.day:
            continue
        low, high = sorted(((days[-1].start, days[-1].end), found.span()))
        between = text[low[1] : high[0]]
        person = _person(witness, (start, end), identities)
        if person and len(between) <= REACH and not words.words["told"].search(between):
            kind = next(key for key, pattern in words.once.items() if pattern.match(text, found.start()))
            yield Slot(
                witness=witness, sentence=sentence, start=days[-1].start, end=days[-1].end, kind="day", head=f"{kind}:{person}",
                value=days[-1].value[:10],
            )  # fmt: skip


def _is_day(words: Lexicon, time: Time) -> bool:
    """Whether an expression tells one day of the calendar by itself."""
    return _DAY.fullmatch(time.value[:10]) is not None and names_day(words, time.text)
