"""Numbers as news writes them: 6,481, 1.2万, 二十三, 两百余, 数十, 近千, 200至250; each as the bounds that it tells."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import msgspec

from rashomon.languages import Language, language

GROUPED = r"[0-9]{1,3}(?:[,，][0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,4})?"
ARABIC = rf"(?:{GROUPED}|[0-9]{{1,15}}(?:\.[0-9]{{1,4}})?)"
"""Numbers in digits, as a piece of patterns."""

_MOST = 10**12
_REMEMBERED = 4096  # numbers: more than a month's texts tell
_LATIN = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.")  # beside a number: it is part of a name or a code
_QUALIFIER = 4  # characters: no word that qualifies a number is longer
_REACH = 8  # a qualifier stands directly before its number; none is longer


class Quantity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number with what qualifies it, and the bounds it tells."""

    start: int  # with the qualifier before it
    end: int  # after the number and its 多, 余; before the classifier
    low: int | float | None
    high: int | float | None
    kind: str  # exact, about, least (low alone), most (high alone), range
    number: tuple[int, int]  # span of the number without qualifiers


@lru_cache(maxsize=_REMEMBERED)
def read_number(text: str) -> int | float | None:
    """The value of a number in digits, characters or both (6,481; 1.2万; 1万2千; 3万零420; 二〇二二; 三百零五); None where it is none."""
    text = text.strip().replace(",", "").replace("，", "").replace(" ", "").replace("·", ".")
    if not text:
        return None
    if text.isascii() and re.fullmatch(r"[0-9]{1,18}(?:\.[0-9]{1,4})?", text):
        return float(text) if "." in text else int(text)
    zh = language("zh")
    return _read_han(text, zh) if zh else None


def _read_han(text: str, zh: Language) -> int | float | None:
    """Units of ten, hundred and thousand build a section; 万 and 亿 close it."""
    table = zh.table("numerals")
    digits, units, tens = table["digits"], table["units"], table["tens"]
    if len(text) > 1 and all(character in digits for character in text):
        return int("".join(str(digits[character]) for character in text))  # 二〇二二
    total: float = 0
    section: float = 0
    unit = 0
    digit: float | None = None
    for piece in re.findall(r"[0-9]{1,18}(?:\.[0-9]{1,6})?|.", text):
        if piece[0] in "0123456789":
            digit = float(piece) if "." in piece else int(piece)
        elif piece in digits:
            digit = digits[piece]
            unit = 0 if digit == 0 else unit
        elif piece in tens:
            section, digit, unit = section + tens[piece], None, 10
        elif piece in units:
            unit = units[piece]
            if unit < 10_000:
                section += (1 if digit is None else digit) * unit
            else:
                held = section + (digit or 0)
                total, section = (total + (held or 1) * unit, 0) if unit == 10_000 or not total else ((total + held) * unit, 0)
            digit = None
        else:
            return None
    # 三百五 is 350, 一万二 is 12000: a last digit takes the next unit down
    before = text[-2:-1]
    next_down = unit >= 100 and digit is not None and digit < 10 and not before.isdecimal() and digits.get(before) != 0
    last = (digit or 0) * (unit // 10 if next_down else 1)
    value = round(total + section + last, 4)  # 22.92 times 10,000 is not 229,200 in binary
    return int(value) if value == int(value) else value


def _choice(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _class(units: Mapping[str, int], low: int, high: int) -> str:
    return f"[{''.join(unit for unit, value in units.items() if low <= value <= high)}]"


class _Grammar(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    lead: re.Pattern[str]  # the first character of a number
    number: re.Pattern[str]
    joined: re.Pattern[str]  # what may lead from the low end of a range to its high end
    before: Mapping[str, str]  # what stands right before a number and qualifies it, with its kind
    lasts: frozenset[str]  # their last characters: what most numbers fail at once
    false: tuple[str, ...]  # what ends like such a word and is none
    after: re.Pattern[str]
    several: re.Pattern[str]
    joins: frozenset[str]  # the marks of a range
    changes: tuple[str, ...]  # before a number, what makes it no low end of one
    onward: frozenset[str]  # first characters of what stands behind it and does
    guards: tuple[tuple[str, ...], tuple[str, ...]]  # before a number and behind it: it is none
    edges: tuple[frozenset[str], frozenset[str]]  # the characters of those that touch it: what most numbers fail at once
    table: Mapping[str, Any]


@cache
def _grammar(code: str) -> _Grammar:
    zh = language(code)
    assert zh is not None
    table = zh.table("numerals")
    units, inner, scale = (_class(table["units"], low, high) for low, high in ((1, _MOST), (100, 10_000), (10_000, _MOST)))
    written = f"[{''.join([*table['digits'], *table['units'], *table['tens']])}]"
    several = _choice(table["several"]["words"])
    after, before, classifier = table["after"], table["before"], _choice(table["classifiers"]["words"])
    dotted = rf"[0-9]{{1,6}}·[0-9]{{1,2}}(?= ?{units})"  # 82·7万
    nought = f"[{''.join(digit for digit, value in table['digits'].items() if value == 0)}]"  # 3万零420
    arabic = rf"(?:{dotted}|{ARABIC})(?: ?{units}{{1,3}}(?:[0-9],[0-9]{{3}}|{nought}?[0-9]{{1,4}}{inner}?){{0,2}})?"
    more, odd, roughly = (_choice(after[name]) for name in ("more", "odd", "roughly"))
    tail = rf"(?:(?P<more>{more})(?!{_choice(after['never'])})|(?P<odd>{odd})|(?P<roughly>{roughly}))"
    core = "|".join(
        (
            rf"(?P<fixed>{_choice(list(table['fixed']))})",
            rf"(?P<plain>{arabic}|{written}{{1,12}})(?:{tail}(?P<scale>{scale}{{0,2}}))?",
            rf"(?P<several>(?:{several}){units}{{0,3}})",
        )
    )
    first = set("0123456789") | set("".join([*table["digits"], *table["units"], *table["tens"]]))
    first |= {word[0] for word in (*table["fixed"], *table["several"]["words"])}
    kinds = [(kind, before[kind]) for kind in ("least", "most", "about")]
    return _Grammar(
        code=code,
        lead=re.compile(f"[{''.join(sorted(first))}]"),
        number=re.compile(core),
        joined=re.compile(rf"(?:{classifier})?(?:{_choice(table['range']['marks'])})"),
        before={word: kind for kind, words in reversed(kinds) for word in words},
        lasts=frozenset(word[-1] for _, words in kinds for word in words),
        false=tuple(before["false"]),
        after=re.compile(
            rf"(?:{classifier})?(?:" + "|".join(f"(?P<{kind}>{_choice(after[kind])})" for kind in ("least", "most", "about")) + ")"
        ),
        several=re.compile(rf"(?:{classifier}|[^\W\d_]?(?:{classifier}))"),
        joins=frozenset("".join(table["range"]["marks"])),
        changes=tuple(table["range"]["changes"]),
        onward=frozenset(word[0] for kind, _ in kinds for word in after[kind]),
        guards=(tuple(table["guards"]["before"]), tuple(table["guards"]["after"])),
        edges=(frozenset(word[-1] for word in table["guards"]["before"]), frozenset(word[0] for word in table["guards"]["after"])),
        table=table,
    )


def find_quantities(shadow: str, code: str = "zh") -> tuple[Quantity, ...]:
    """All numbers of a folded text with the bounds they tell, in order; ordinals, fractions and percentages are left out.

    () for a language without a `numerals` table.
    """
    tongue = language(code)
    if tongue is None or not tongue.table("numerals"):
        return ()
    grammar = _grammar(code)
    found: list[Quantity] = []
    position = 0
    while lead := grammar.lead.search(shadow, position):
        quantity, position = _quantity_at(shadow, lead.start(), grammar)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _quantity_at(shadow: str, start: int, grammar: _Grammar) -> tuple[Quantity | None, int]:
    """The quantity whose number opens at `start`, and where to look on."""
    match = grammar.number.match(shadow, start)
    if match is None:
        return None, start + 1
    bounds = _bounds(match.groups(), grammar.code)
    end = match.end()
    if bounds is None or _guarded(shadow, start, end, grammar):
        return None, end
    if (
        match["several"]
        and len(match["several"]) < 3
        and match["several"][-1] not in grammar.table["units"]
        and not grammar.several.match(shadow, end)
    ):
        return None, end
    low, high, kind = bounds
    ranged = kind == "exact" and not grammar.joins.isdisjoint(shadow[end : end + _REACH])
    if ranged and shadow[end] not in grammar.joins and shadow.endswith(grammar.changes, max(0, start - _QUALIFIER), start):
        ranged = False
    if ranged and (joined := grammar.joined.match(shadow, end)) and (other := grammar.number.match(shadow, joined.end())):
        wider = _stretch(match[0], other, low, grammar)
        if wider is not None and not _guarded(shadow, start, other.end(), grammar):
            low, high, kind, end = wider[0], wider[1], "range", other.end()
    opening = start
    if kind in ("exact", "least", "about"):
        opening, low, high, kind = _qualify(shadow, (start, end), (low, high, kind), grammar)
    return Quantity(start=opening, end=end, low=low, high=high, kind=kind, number=(start, end)), end


def _guarded(shadow: str, start: int, end: int, grammar: _Grammar) -> bool:
    previous, following = shadow[start - 1 : start] if start else "", shadow[end : end + 1]
    if previous in _LATIN or (following in _LATIN and following != "."):
        return True
    if previous in grammar.edges[0] and shadow.endswith(grammar.guards[0], max(0, start - 2), start):
        return True
    return following in grammar.edges[1] and shadow.startswith(grammar.guards[1], end)


Bounds = tuple[int | float | None, int | float | None, str]


@lru_cache(maxsize=_REMEMBERED)
def _bounds(groups: tuple[str | None, ...], code: str) -> Bounds | None:
    """The bounds that a match of `number` tells by its groups."""
    table = _grammar(code).table
    fixed, text, more, odd, roughly, scaled, several = groups
    if fixed:
        low, high = table["fixed"][fixed]
        return low, high, "range"
    if several:
        unit = 1
        for character in several:
            unit *= table["units"].get(character, 1)
        return 2 * unit, 10 * unit - 1, "range"
    text = text or ""
    spread = _spread(text, table)
    if spread and not (more or odd):
        return spread
    value = read_number(text)
    if value is None:
        return None
    scale = 1
    for character in scaled or "":
        scale *= table["units"][character]
    if odd:
        return ((value + 1) * scale, (value + 10) * scale - 1, "range") if value % 10 == 0 and value else (value, value, "exact")
    if more and value == 10:
        return (11, 19, "range") if scale == 1 else (10 * scale, None, "least")
    if more:
        return value * scale, None, "least"
    return value * scale, value * scale, "about" if roughly else "exact"


def _spread(text: str, table: Mapping[str, Any]) -> Bounds | None:
    """四五十 40-50, 十七八 17-18, 三五 3-5: two digits side by side before one unit."""
    digits, units = table["digits"], table["units"]
    place = next((i for i in range(len(text) - 1) if text[i] in digits and text[i + 1] in digits), None)
    if place is None or (place and text[place - 1] in digits) or text[place + 2 : place + 3] in (*digits, "0"):
        return None
    a, b = digits[text[place]], digits[text[place + 1]]
    if not a or not (b == a + 1 or (a, b) == (3, 5)):
        return None
    low, high = read_number(text[: place + 1] + text[place + 2 :]), read_number(text[:place] + text[place + 1 :])
    tail_is_unit = all(character in units for character in text[place + 2 :])
    return (low, high, "range") if tail_is_unit and low is not None and high is not None else None


def _stretch(first: str, other: re.Match[str], low: int | float | None, grammar: _Grammar) -> tuple[int | float, int | float] | None:
    """Ends of a range; 2至3万 lends its unit to the low end. None where the second number is not above the first."""
    bounds = _bounds(other.groups(), grammar.code)
    if bounds is None or bounds[2] != "exact" or low is None or bounds[0] is None:
        return None
    high = bounds[0]
    tail = other[0].lstrip("0123456789.,，")
    if first.replace(".", "").isdigit() and tail and all(character in grammar.table["units"] for character in tail):
        scaled = read_number(first + tail)
        low = scaled if scaled is not None and scaled < high else low
    return (low, high) if low < high else None


def _qualify(
    shadow: str, span: tuple[int, int], bounds: Bounds, grammar: _Grammar
) -> tuple[int, int | float | None, int | float | None, str]:
    """Apply the qualifier before the number (至少, 近, 约; 上百) or behind it and its classifier (8人以上, 20名左右)."""
    start, end = span
    low, high, kind = bounds
    window = shadow[max(0, start - _REACH) : start]
    opening, said = start, None
    close = len(window) - window.endswith(" ")
    led = None
    if window[close - 1 : close] in grammar.lasts:
        led = next((at for at in range(max(0, close - _QUALIFIER), close) if window[at:close] in grammar.before), None)
    if led is not None and not window.endswith(grammar.false, 0, close):
        opening, said = start - len(window) + led, grammar.before[window[led:close]]
    elif shadow[start] in grammar.table["units"] and window:
        edges = grammar.table["before"]
        said = "least" if window[-1] in edges["unit_least"] else "most" if window[-1] in edges["unit_most"] else None
        opening = start - 1 if said else start
    if said is None and not grammar.onward.isdisjoint(shadow[end : end + _REACH]) and (after := grammar.after.match(shadow, end)):
        said = after.lastgroup
    if said == "least":
        return opening, low, None, "least"
    if said == "most":
        return opening, None, high if high is not None else low, "most"
    return opening, low, high, "about" if said == "about" and kind == "exact" else kind
