"""Numbers that could count people or things: a number with its classifier, or on a noun that names people."""

from typing import NamedTuple

from rashomon.reading.figures.groups import find_groups
from rashomon.reading.figures.predicates import Grammar
from rashomon.reading.ground.amounts import find_amounts
from rashomon.reading.ground.numerals import find_quantities

_GLUE = frozenset("-－–/.")  # COVID-19, 5/4: parts of a name or a date
_REMOTE = 16  # characters between 至少 and the number behind its verb
_AHEAD = 24  # characters behind a number in which its noun stands
_MANY = 100  # from here up a bare number may stand apart from its noun


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


def find_slots(shadow: str, start: int, end: int, rules: Grammar, *, untimed: str = "") -> list[Slot]:
    """All numbers of shadow[start:end] that could count someone, in order; `untimed` is the shadow without its expressions of time."""
    slots: list[Slot] = []
    text = shadow[start:end]
    numbered = untimed[start:end] or text
    led: int | None = None  # where the number of the households begins, which is told with that of their people
    for quantity in find_amounts(numbered, rules.code) if rules.spaced else find_quantities(numbered, rules.code):
        low, high = _whole(quantity.low), _whole(quantity.high)
        if (not low and not high) or rules.share.search(text[max(0, quantity.start - 2) : quantity.end + 1]):
            continue
        close = quantity.end
        opens, led = quantity.start if led is None else led, None
        if rules.household.match(text, close):
            led = opens
            continue
        if low == high and (more := rules.more.match(text, close)):
            high, close = None, more.end()
        if low == high and quantity.start and rules.remote.search(text[max(0, quantity.start - _REMOTE) : quantity.start]):
            high = None
        match = rules.classifier.match(text, close)
        kind, noun = "bare", None
        if match:
            kind, close = match.lastgroup or "people", match.end()
            if rules.spaced and match["noun"]:
                noun = (start + match.start("noun"), start + match.end("noun"))
        else:
            named = rules.person.match(text, close)
            at = named.end() if named else close
            at += len(rules.of) if rules.of and text.startswith(rules.of, at) else 0
            noun = _noun(text, at, rules, far=max(low or 0, high or 0) >= _MANY)
            at = noun[0] if noun else at
            noun = (start + noun[0], start + noun[1]) if noun else None
            close = at if noun else close
        if kind == "things" and rules.whole.match(text, close):
            continue
        aside = rules.aside if kind == "things" else rules.agent if kind == "people" else None
        if aside and low == high == 1 and aside.search(text[max(0, quantity.start - 12) : quantity.start]):
            continue  # where it was and who did it
        if kind == "bare" and (text[max(0, quantity.start - 1) : quantity.start] in _GLUE or not (noun or rules.alone.match(text, close))):
            continue  # an age, a year, a sum: no one is counted
        slots.append(Slot(start + opens, start + close, low, high, kind, noun))
    return slots


def _noun(text: str, at: int, rules: Grammar, *, far: bool) -> tuple[int, int] | None:
    """The noun that a bare number stands on: right behind it, or behind what describes it where the number is large (十万乌克兰难民)."""
    nouns = find_groups(text[at : at + _AHEAD], rules.code)
    first = (at + nouns[0][0], at + nouns[0][1]) if nouns else None
    if first and first[0] == at:
        return first
    if not far:
        return None
    if first and first[0] - at <= 6 and rules.modifier.fullmatch(text, at, first[0]):
        return first
    nation = rules.nation.match(text, at)
    return nation.span() if nation else None


def _whole(value: int | float | None) -> int | None:
    return int(value) if value is not None and value == int(value) else None
