"""Telephone numbers, mail and street addresses, each with the office it belongs to."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from rashomon.languages import Language, fold, language
from rashomon.languages.openings import Choice, compile_cased
from rashomon.model import Article, Contact
from rashomon.reading.ground.shadow import shadow_of

_LONG = 7  # digits of a number that is none but a telephone's, whoever is asked to call it
_OFFICE = 40  # an office's name is no longer


class _Patterns(NamedTuple):
    label: Choice
    gap: re.Pattern[str]
    phone: re.Pattern[str]
    again: re.Pattern[str]
    lone: re.Pattern[str]  # what needs no label: international numbers, mail, addresses
    signs: re.Pattern[str]  # what all of those hold
    edge: re.Pattern[str]
    trim: re.Pattern[str]
    turned: re.Pattern[str]  # whom one turns to, in the clause before
    beside: re.Pattern[str]  # before an office named behind another one's number
    quoted: re.Pattern[str]  # before the last word of a line told by its own name
    bracketed: re.Pattern[str]  # between a number and a verb that gives another of the same office
    verb: re.Pattern[str]
    asked: re.Pattern[str]
    line: re.Pattern[str]  # a label that belongs to the name of what is no office: 心理支援热线
    urgent: re.Pattern[str]  # between an office and the word for its line: it belongs to both
    offices: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns | None:
    tongue = language(code)
    table: dict[str, Any] = dict(tongue.table("contacts")) if tongue else {}
    if not table:
        return None
    lone = f"(?P<mail>{table['mail']})|(?P<bare>{table['bare']})|{table['address']}"
    told = [lone if name == "lone" else table[name] for name in _Patterns._fields if name != "label"]
    return _Patterns(Choice({"label": table["label"]}, re.IGNORECASE), *map(compile_cased, told))


def find_contacts(article: Article, language: Language) -> tuple[Contact, ...]:
    """Find the contacts of an article in the order they stand; `number` is the number, mail or street address itself."""
    patterns = _patterns(language.code)
    if patterns is None or not article.text:
        return ()
    shadow = shadow_of(article.text)
    found: dict[tuple[int, int], Contact] = {}
    taken = 0
    for label in patterns.label.finditer(shadow):
        verb = patterns.verb.fullmatch(label[0]) is not None
        if label.start() < taken:
            continue
        asked = not verb or patterns.asked.search(shadow[max(0, label.start() - 8) : label.start()])
        office = None if verb else _office(article.text, shadow, (taken, label.start()), patterns)
        if office and (quoted := patterns.quoted.search(shadow, taken, label.start())):
            office = article.text[quoted.start("name") : label.end()]
        elif office and patterns.line.fullmatch(label[0]) and not patterns.offices.search(fold(office)):
            office = _line(article.text, shadow, office, label.span(), patterns)
        for start, end in _numbers(shadow, label.end(), patterns):
            if not asked and sum(character.isdigit() for character in shadow[start:end]) < _LONG:
                break
            taken = end
            found[start, end] = _contact(article.text, start, end, office)
    for match in patterns.lone.finditer(shadow) if patterns.signs.search(shadow) else ():
        start, end = match.span("where") if match["where"] else match.span()
        if not any(start < other[1] and other[0] < end for other in found):
            # a mail address stands beside its office only where a colon says so
            named = match["mail"] is None or shadow.endswith((":", ": "), 0, start)
            office = _office(article.text, shadow, (0, match.start()), patterns) if named else None
            found[start, end] = _contact(article.text, start, end, office)
    for one, other in pairwise(sorted(found)):
        if found[other].office is None and patterns.bracketed.fullmatch(shadow, one[1], other[0]):
            found[other] = msgspec.structs.replace(found[other], office=found[one].office)
    return tuple(found[span] for span in sorted(found))


def _line(text: str, shadow: str, office: str, label: tuple[int, int], patterns: _Patterns) -> str:
    """The name of a line, with the word for it: 家属 and 热线, and what stands between them where it belongs to the name."""
    start = text.rfind(office, 0, label[0])
    whole = patterns.urgent.fullmatch(shadow, start + len(office), label[0]) is not None
    return text[start : label[1]] if whole else office + text[slice(*label)]


def _numbers(shadow: str, position: int, patterns: _Patterns) -> Iterator[tuple[int, int]]:
    """The numbers that follow a label, one behind the other."""
    gap = patterns.gap.match(shadow, position)
    position = gap.end() if gap else position
    while match := patterns.phone.match(shadow, position):
        yield match.span()
        more = patterns.again.match(shadow, match.end())
        if more is None:
            return
        position = more.end()


def _contact(text: str, start: int, end: int, office: str | None) -> Contact:
    return Contact(start=start, end=end, text=text[start:end], office=office, number=text[start:end].strip())


def _office(text: str, shadow: str, span: tuple[int, int], patterns: _Patterns) -> str | None:
    """The words before a label, back to where the office's name begins; not before the last number."""
    floor, end = max(span[0], span[1] - _OFFICE), span[1]
    window = shadow[floor:end]
    trimmed = patterns.trim.search(window)
    close = trimmed.start() if trimmed else len(window)
    start = max((edge.end() for edge in patterns.edge.finditer(window, 0, close)), default=0)
    office = text[floor + start : floor + close].strip(" 「」“”『』）)\n")
    office = patterns.beside.sub("", office) if floor == span[0] > 0 else office
    if not office and (turned := patterns.turned.search(window)):
        return text[floor + turned.start("office") : floor + turned.end("office")]
    return office or None
