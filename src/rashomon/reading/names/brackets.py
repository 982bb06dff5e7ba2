"""Other forms of a name, in brackets right behind it: （Aliya Berenkova）, （贝伦科娃，Berenkova）, （以下简称北海局）."""

import re
from functools import cache

import msgspec

from rashomon.languages import fold
from rashomon.model import Span

_BRACKET = re.compile(r"[（(]([^（）()\n]{2,60})[）)]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .'’&\-]{1,59}")
_PART = re.compile(r"[^,，、/;；]+")
_HAN_FORM = re.compile(r"[\u4e00-\u9fff·]{2,12}")


class Bracket(msgspec.Struct, frozen=True):
    """What a pair of brackets gives: the form to link by, and where all forms stand."""

    alias: str
    forms: tuple[Span, ...]


@cache
def _also(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern or '(?!)'})[“「\"]?([^”」\"，,；;]{{2,20}})")


def find_brackets(text: str, shadow: str, also: str) -> dict[int, Bracket]:
    """Brackets that give another form of what stands before them, by where they open. also: pattern of the words before such a form.

    A Latin form is taken as it stands, a Han form beside it or behind words like 又译; a bracket with anything else in it is a remark.
    """
    found = {}
    for match in _BRACKET.finditer(text):
        given = _also(also).match(shadow, match.start(1), match.end(1))
        if given:
            found[match.start()] = Bracket(text[slice(*given.span(1))], (given.span(1),))
            continue
        parts = [_trimmed(text, part.span()) for part in _PART.finditer(text, match.start(1), match.end(1))]
        latin = [part for part in parts if _LATIN.fullmatch(text, *part)]
        if latin and (len(latin) == len(parts) or all(_HAN_FORM.fullmatch(fold(text[a:b])) for a, b in parts if (a, b) not in latin)):
            found[match.start()] = Bracket(text[slice(*latin[0])], tuple(parts if len(parts) < 4 else latin[:1]))
    return found


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
