"""How like two forms of a name are: spellings of one Latin name, sounds of names in Han characters. Never evidence alone."""

import re
import unicodedata
from functools import cache, lru_cache

from rashomon.languages import codes, fold, language

_HAN = re.compile(r"[一-鿿]{2,8}")
_LATIN = re.compile(r"[a-z][a-z0-9 ]+")
_CLASSES = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("d", "t"), "T"),
    **dict.fromkeys(("g", "k", "h"), "K"),
    **dict.fromkeys(("j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s"), "S"),
    **dict.fromkeys(("f", "w", "v"), "F"),
    "m": "M",
    "n": "N",
    "l": "L",
}
_DOTS = re.compile(r"[·・‧•∙．\- ]+")
_OPENINGS = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("d", "t"), "T"),
    **dict.fromkeys(("g", "k", "h", "c", "q"), "K"),
    **dict.fromkeys(("j", "s", "z", "x"), "S"),
    **dict.fromkeys(("f", "v", "w"), "F"),
    **dict.fromkeys(("l", "r"), "L"),
    "m": "M",
    "n": "N",
}
_SURE = 4  # consonants of two names of which one may differ


def find_latin(alias: str) -> str:
    """A Latin form without accents, case and hyphens; '' for anything else, and for a single short word, which may be anyone."""
    plain = unicodedata.normalize("NFKD", fold(alias))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    form = re.sub(r"[^a-z0-9]+", " ", bare).strip()
    return form if _LATIN.fullmatch(form) and len(form) > 2 else ""


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> bool:
    """Whether two folded Latin forms may be spellings of one name: last parts nearly the same, first parts too where both have one."""
    if one == other:
        return True
    first, second = one.split(), other.split()
    if not _near(first[-1], second[-1]):
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    if _near(first[0], second[0]) or first[0] in second[0] or second[0] in first[0] or first[-2] == second[-2]:
        return True
    return first[0][:3] == second[0][:3]


def same_given(han: str, latin: str) -> bool:
    """Whether the first part of a whole name in Han characters begins with the sound that a Latin one's begins with."""
    first, second = _first(han), _first(latin)
    if second[:2] in ("ch", "sh"):
        return sound(first[:1] * 2)[:1] in ("S", "K")
    return sound(first[:1] * 2)[:1] == _OPENINGS.get(second[:1], "")


def same_first(one: str, other: str) -> bool:
    """Whether the first parts of two whole names in Han characters sound alike."""
    first, second = _first(one), _first(other)
    return first == second or (sound(first) == sound(second) and len(first) == len(second) and first[-1] == second[-1])


def _first(whole: str) -> str:
    return _DOTS.split(whole)[0]


def _near(one: str, other: str) -> bool:
    return one == other or (_distance(one, other) <= max(len(one), len(other)) // 3 and one[0] == other[0])


def _distance(one: str, other: str) -> int:
    """Edit distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


@cache
def _exceptions() -> dict[str, str]:
    """What characters sound like in names where pinyin says otherwise, from the languages' lists: a vowel is no consonant."""
    found: dict[str, str] = {}
    for code in codes():
        known = language(code)
        for row in known.entries("sounds") if known else ():
            found.update(dict.fromkeys(fold(row[0]), row[1].replace("A", "")))
    return found


@lru_cache(maxsize=100_000)
def sound(form: str) -> str:
    """The classes of the consonants that open the syllables of a folded name in Han characters, toneless; '' for other names."""
    if not _HAN.fullmatch(form):
        return ""
    from pypinyin import Style, lazy_pinyin  # slow to import, and most runs ask for no sound

    opening = lazy_pinyin(form, style=Style.INITIALS, strict=True)
    own = _exceptions()
    return "".join(own.get(character, _CLASSES.get(initial, "")) for character, initial in zip(form, opening, strict=True))


def sounds_alike(one: str, other: str) -> bool:
    """Whether two folded names in Han characters keep the same consonants; of many, one may differ or be left out."""
    first, second = sound(one), sound(other)
    if len(first) < 2 or len(second) < 2:
        return False
    if first == second:
        return len(first) > 2 or one[0] == other[0]
    return first[0] == second[0] and min(len(first), len(second)) >= _SURE and _distance(first, second) == 1
