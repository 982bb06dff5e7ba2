"""White space and invisible characters, so that the same words always make the same text."""

import re
from functools import cache

from rashomon.languages.script import fold_table

# soft hyphens, zero-width and direction marks, variation selectors' base, byte order marks, and controls that are not white space
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_WIDE = "\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—"
# CSS Text 3, segment break transformation: a line break between two wide characters is no space
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r]*(?=[{_WIDE}])")
_SPACE = re.compile(r"[ \t\n\r\f\v\xa0\x85\u2028\u2029\u2000-\u200a\u205f]+")
_BEYOND = "\U00010000"  # the first character of no basic plane
_PUNCTUATION = str.maketrans("（）：，；［］〔〕｜＃＠！？／～╱∕︱│﹕", "():,;[][]|#@!?/~//||:")


@cache
def _shade_table() -> str:
    """`fold` and ASCII punctuation in one pass over the basic plane.

    One string, which stays in the processor's cache: between other work, looking it up takes half the time of a list.
    """
    table = [*map(chr, fold_table())]
    for code, plain in _PUNCTUATION.items():
        table[code] = chr(plain)
    return "".join(table)


@cache
def _unshaded() -> dict[str, tuple[str, ...]]:
    forms: dict[str, list[str]] = {}
    for code, plain in enumerate(_shade_table()):
        if ord(plain) != code:
            forms.setdefault(plain, []).append(chr(code))
    for plain, found in forms.items():
        if plain < _BEYOND and shade(plain) == plain:
            found.append(plain)
    return {shaded: tuple(sorted(found)) for shaded, found in forms.items() if len(found) > 1}


def shaded_from(character: str) -> tuple[str, ...]:
    """All characters whose shadow is this one."""
    return _unshaded().get(character, (character,))


def shade(text: str) -> str:
    """The shadow that patterns of templates are matched on: `fold`, with ASCII punctuation; same length."""
    return text if text.isascii() else text.translate(_shade_table())


def tidy(text: str) -> str:
    """One line: invisible characters gone, white space single, none between wide characters that a line break parted."""
    if text.isprintable() and "  " not in text and "\ufffc" not in text:
        return text.strip(" ")  # of white space only single spaces, nothing invisible
    text = _INVISIBLE.sub("", text)
    if "\n" in text or "\r" in text:
        text = _BREAK.sub("", text.strip())
    return _SPACE.sub(" ", text).strip(" \u3000")
