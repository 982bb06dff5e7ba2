"""Chinese script: a 1:1 fold to simplified characters, so that one set of words serves both scripts and offsets hold."""

import re
from functools import cache, lru_cache
from importlib.resources import files

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E)}
_SMALL = {0xFE30: 0xFF1A, 0xFE55: 0xFF1A, 0xFE50: 0xFF0C, 0xFE54: 0xFF1B}  # vertical and small forms of ：，；
# A text that begins with so many characters that fold is translated; the few of another one are replaced, in a quarter of the time.
_HEAD, _FEW = 96, 12
_NAME = 16  # characters of a text that is remembered
_IDEOGRAPHIC = re.compile(r"[㐀-䶿一-鿿]")


@cache
def _to_simplified() -> dict[int, int]:
    """Traditional and variant characters to simplified ones, one character for one."""
    rows = (line.split("\t") for line in _lines("variants"))
    return {ord(plain): ord(simple) for simple, forms in rows for plain in forms}


def _lines(name: str) -> list[str]:
    """A list of Chinese characters, as scripts/characters.py wrote it from OpenCC's tables."""
    text = (files(__package__) / "zh" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def _folded() -> dict[int, int]:
    """Every character that folds to another."""
    return {**_to_simplified(), **_WIDE, **_SMALL, 0x3000: 0x20, 0xA0: 0x20}


@cache
def fold_table() -> list[int]:
    """The fold of every character of the basic plane. A list: str.translate looks it up 2.4 times as fast as a dict with gaps."""
    table = list(range(0x10000))
    for code, folded in _folded().items():
        table[code] = folded
    return table


@cache
def _unfolded() -> tuple[re.Pattern[str], dict[str, str]]:
    """Characters that fold to others, and to which."""
    others = {chr(code): chr(folded) for code, folded in _folded().items()}
    return re.compile(f"[{''.join(map(re.escape, sorted(others)))}]"), others


def fold(text: str) -> str:
    """The shadow of a text: simplified characters, half-width digits and letters, same length, so spans hold in both."""
    if text.isascii():
        return text
    return _fold_name(text) if len(text) <= _NAME else _fold(text)


def _fold(text: str) -> str:
    unfolded, others = _unfolded()
    found = unfolded.findall(text, 0, _HEAD)
    if len(found) > _FEW:
        return text.translate(fold_table())
    for character in set(unfolded.findall(text) if len(text) > _HEAD else found):
        text = text.replace(character, others[character])
    return text


_fold_name = lru_cache(maxsize=1 << 15)(_fold)  # names and cues come again and again


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of characters that stand in traditional text alone, and of those that stand in simplified text alone."""
    traditional, simplified = set(map(chr, _to_simplified())), {character for line in _lines("simplified") for character in line}
    alone = (traditional - simplified, simplified - traditional)
    return re.compile(f"[{''.join(sorted(alone[0]))}]+"), re.compile(f"[{''.join(sorted(alone[1]))}]+")


def in_letters(word: str) -> bool:
    """Whether a word holds no Han character."""
    return _IDEOGRAPHIC.search(word) is None


def script_of(text: str) -> str | None:
    """BCP 47 tag of the script most of a Chinese text is in: zh-Hans, zh-Hant; None where there is no Han text.

    Counts characters that stand in one script alone; a text without any is taken for simplified.
    """
    if not _IDEOGRAPHIC.search(text):
        return None
    traditional, simplified = _marks()
    if not traditional.search(text):  # most texts keep to one script, and one look tells
        return "zh-Hans"
    if not simplified.search(text):
        return "zh-Hant"
    return "zh-Hant" if sum(map(len, traditional.findall(text))) > sum(map(len, simplified.findall(text))) else "zh-Hans"
