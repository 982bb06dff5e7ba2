"""Other forms of a name, in brackets right behind it: （Aliya Berenkova）, （贝伦科娃，Berenkova）, （以下简称北海局）."""

import re
from functools import cache

import msgspec

from rashomon.model import Span

_BRACKET = re.compile(r"[（(]([^（）()\n]{2,60})[）)]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .'’&\-]{1,59}")
_PART = re.compile(r"[^,，、/;；]{1,60}")
_HAN_FORM = re.compile(r"[\u4e00-\u9fff·]{2,12}")


_NAME_LONGEST = 24  # characters of a name that a short form is looked for in


class Bracket(msgspec.Struct, frozen=True, gc=False):
    """What a pair of brackets gives: the form to link by, and where all forms stand."""

    alias: str
    forms: tuple[Span, ...]


@cache
def _also(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern or '(?!)'})[“「\"]?([^”」\"，,；;]{{2,20}})")


def find_brackets(text: str, shadow: str, also: str, sounds: frozenset[str]) -> dict[int, Bracket]:
    """Brackets that give another form of what stands before them, by where they open. also: pattern of the words before such a form.

    A Latin form is taken as it stands; a Han form behind words like 又译, or beside a Latin one where its characters write foreign names
    (`sounds`) or all stand in the name before (世界卫生组织（世卫，WHO）). A bracket without any of these is a remark.
    """
    found, also_given = {}, _also(also)
    for match in _BRACKET.finditer(text):
        parts = [_trimmed(text, part.span()) for part in _PART.finditer(text, match.start(1), match.end(1))]
        latin = [part for part in parts if _LATIN.fullmatch(text, *part)]
        told = [given.span(1) for a, b in parts if (given := also_given.match(shadow, a, b))]
        before = shadow[max(0, match.start() - _NAME_LONGEST) : match.start()]
        if latin:
            han = [part for part in parts if _HAN_FORM.fullmatch(shadow, *part)]
            told += [(a, b) for a, b in han if sounds.issuperset(shadow[a:b]) or _within(shadow[a:b], before)]
        forms = sorted({*latin[:1], *told})
        if forms and (told or len(latin) == len(parts)):
            found[match.start()] = Bracket(text[slice(*(latin or forms)[0])], tuple(forms))
    return found


def _within(form: str, name: str) -> bool:
    """Whether a form's characters stand in a name in their order."""
    rest = iter(name)
    return all(character in rest for character in form)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
