"""Numbers that could count people or things: a number with its classifier, or on a noun that names people."""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.reading.amounts import find_amounts
from rashomon.reading.groups import find_groups
from rashomon.reading.numerals import find_quantities
from rashomon.reading.predicates import Grammar

_GLUE = frozenset("-－–/.")  # COVID-19, 5/4: parts of a name or a date


class Slot(NamedTuple):
    """A number that could count people or things."""

    start: int  # with what qualifies the number
    end: int  # behind the classifier
    low: int | None
    high: int | None
    kind: str  # people, cases, bodies, things, bare
    noun: tuple[int, int] | None  # the noun that a bare number stands on

    @property
    def size(self) -> int:
        """The number at its largest known bound."""
        return max(self.low or 0, self.high or 0)


def find_slots(shadow: str, start: int, end: int, rules: Grammar) -> list[Slot]:
    """All numbers of shadow[start:end] that could count someone, in order."""
    slots: list[Slot] = []
    text = shadow[start:end]
    nouns: Sequence[tuple[int, int, str]] | None = None
    for quantity in find_amounts(text, rules.code) if rules.spaced else find_quantities(text, rules.code):
        low, high = _whole(quantity.low), _whole(quantity.high)
        if not low and not high:
            continue
        close = quantity.end
        if low == high and (more := rules.more.match(text, close)):
            high, close = None, more.end()
        match = rules.classifier.match(text, close)
        kind, noun = "bare", None
        if match:
            kind, close = match.lastgroup or "people", match.end()
            if rules.spaced and match["noun"]:
                noun = (start + match.start("noun"), start + match.end("noun"))
        else:
            nouns = find_groups(text, rules.code) if nouns is None else nouns
            named = rules.person.match(text, close)
            at = named.end() if named else close
            at += len(rules.of) if rules.of and text.startswith(rules.of, at) else 0
            noun = next(((start + a, start + b) for a, b, _ in nouns if a == at), None)
            close = at if noun else close
        aside = rules.aside if kind == "things" else rules.agent if kind == "people" else None
        if aside and low == high == 1 and aside.search(text[max(0, quantity.start - 12) : quantity.start]):
            continue  # where it was and who did it
        if kind == "bare" and (text[max(0, quantity.start - 1) : quantity.start] in _GLUE or not (noun or rules.alone.match(text, close))):
            continue  # an age, a year, a sum: no one is counted
        slots.append(Slot(start + quantity.start, start + close, low, high, kind, noun))
    return slots


def _whole(value: int | float | None) -> int | None:
    return int(value) if value is not None and value == int(value) else None
