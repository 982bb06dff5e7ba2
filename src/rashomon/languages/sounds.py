"""Names by their sound: what a name keeps when it is written in another script.

A transcription keeps consonants and bends vowels, so a name is reduced to the classes of its consonants: Kendal and 肯德尔 are both
KNTL. A vowel is heard only where it opens a name (A). Where spelling leaves a sound open, a name has several keys. After Soundex,
with Han transcription's own habits: 尔 stands for a closing l or r and is often left out, n and ng are one, v and w are one.
"""

import re
import unicodedata
from functools import cache, lru_cache

from rashomon.languages import codes, language

LEAST = 3  # classes of a key; shorter ones are anyone's
NATIVE = 4  # classes of the whole name of a Chinese or Korean
_MOST = 7
_LONGEST = 6  # characters of a name in Han script
_KEYS = 6  # keys of one name

_INITIALS = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("d", "t"), "T"),
    **dict.fromkeys(("g", "k", "h"), "K"),
    **dict.fromkeys(("j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s"), "S"),
    "m": "M",
    "f": "F",
    "w": "F",
    "n": "N",
    "l": "L",
    "y": "A",
    "": "A",
}
_SPELLINGS = (
    (re.compile(r"tsch|sch|tch|dzh|dz|cz|sz|zh|sh|ch|ts|tz|ds"), "S"),
    (re.compile(r"ph"), "F"),
    (re.compile(r"ck|[gk]h|qu?"), "K"),
    (re.compile(r"th"), "T"),
    (re.compile(r"c(?=[eiy])|(?<=i)c$"), "S"),
    (re.compile(r"ng(?![aeiouy])"), "N"),
    (re.compile(r"m(?=[bp])"), "N"),
    (re.compile(r"x"), "KS"),
    (re.compile(r"(?<=[aeiou])w(?![aeiouy])|h(?![aeiouy])|[y]"), ""),
)
_LETTERS = {**dict.fromkeys("bp", "P"), **dict.fromkeys("dt", "T"), **dict.fromkeys("gkhc", "K"), **dict.fromkeys("sz", "S")}
_LETTERS |= {**dict.fromkeys("fvw", "F"), **dict.fromkeys("lr", "L"), "m": "M", "n": "N"}
_PINYIN = re.compile(r"q(?=[iu])|x(?=[iu])")  # as Mandarin spells them, beside what they are elsewhere
_CLOSING = re.compile(r"[lr](?![aeiouy])")
_HAN = re.compile(r"[一-鿿]{3}")
_DOUBLED = re.compile(r"([^aeiou])\1+")


@lru_cache(maxsize=100_000)
def hear_latin(word: str) -> tuple[str, ...]:
    """Keys of a word in Latin letters, the fullest first; () where it has too few consonants to be told by them."""
    return tuple(key for key in hear_part(word) if LEAST <= len(key) <= _MOST)[:_KEYS]


@lru_cache(maxsize=100_000)
def hear_part(word: str) -> tuple[str, ...]:
    """Keys of any length of a word in Latin letters, the fullest first, for what is told by other words beside it."""
    plain = _DOUBLED.sub(r"\1", "".join(c for c in unicodedata.normalize("NFKD", word).lower() if c.isascii() and c.isalpha()))
    forms = [plain, _CLOSING.sub("", plain)]
    if "j" in plain:
        forms = [form.replace("j", other) for form in forms for other in ("S", "")]
    if _PINYIN.search(plain):
        forms += [_PINYIN.sub("sh", form) for form in forms]
    if "g" in plain:
        forms += [re.sub(r"g(?=[ei])", "S", form) for form in forms]
    if "x" in plain:
        forms += [form.replace("x", "sh") for form in forms]  # Teixeira
    return tuple(dict.fromkeys(filter(None, map(_spell, forms))))


def _spell(form: str) -> str:
    vowel = form[:1] in tuple("aeiouy")
    for pattern, sound in _SPELLINGS:
        form = pattern.sub(sound, form)
    sounds = "".join(_LETTERS.get(letter, letter) for letter in form)
    opening = "A" if vowel else ""
    return opening + re.sub(r"[a-z]", "", sounds)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Characters that transcribe, with the classes each may stand for."""
    table: dict[str, tuple[str, ...]] = {}
    for known in filter(None, map(language, codes())):
        for row in known.entries("sounds"):
            for character in row[0]:
                table[character] = row[1:]
        for row in known.entries("transliteration"):
            for character in row[0]:
                if character not in table:
                    table[character] = (_read(character),)
    return table


def _read(character: str) -> str:
    from pypinyin import Style, lazy_pinyin  # slow to import, and reading alone asks for no sound

    initial = lazy_pinyin(character, style=Style.INITIALS, strict=False)[0]
    final = lazy_pinyin(character, style=Style.FINALS, strict=False)[0]
    return _INITIALS.get(initial, "A") + ("N" if final.endswith(("n", "ng")) else "")


@cache
def _run() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(sorted(_table()))) + "]{2,}") if _table() else re.compile(r"(?!)")


def hear_han(text: str) -> dict[str, None]:
    """Keys of all stretches of a folded text that may be a name in transcription.

    Where a name begins and ends is not told by the script: every stretch counts, and chance is weighed by whoever compares.
    """
    keys: dict[str, None] = {}
    for match in _run().finditer(text):
        run = match[0]
        for start in range(len(run) - 1):
            keys |= _hear_from(run[start : start + _LONGEST])
    return keys


@lru_cache(maxsize=100_000)
def _hear_from(stretch: str) -> dict[str, None]:
    """Keys of the stretches of two characters and more that begin where this one does."""
    table, keys, forms = _table(), {}, [""]
    for at, character in enumerate(stretch):
        forms = list(dict.fromkeys(_join(form, sound) for form in forms for sound in table[character]))[:_KEYS]
        if at:
            keys.update(dict.fromkeys(form for form in forms if LEAST <= len(form) <= _MOST))
    return keys


@lru_cache(maxsize=100_000)
def hear_transcribed(name: str) -> tuple[str, ...]:
    """Keys of a whole name in Han script as a transcription, folded; () where one of its characters transcribes nothing."""
    return tuple(form for form in hear_transcribed_part(name) if LEAST <= len(form) <= _MOST)


@lru_cache(maxsize=100_000)
def hear_transcribed_part(name: str) -> tuple[str, ...]:
    """The same of any length, for what is told by other names beside it."""
    table, forms = _table(), [""]
    for character in name:
        forms = list(dict.fromkeys(_join(form, sound) for form in forms for sound in table.get(character, ())))[:_KEYS]
    return tuple(filter(None, forms))


def hear_native(text: str) -> dict[str, None]:
    """Keys of all stretches of a folded text that may be a Chinese or Korean name: a surname and one or two characters more, as read."""
    keys: dict[str, None] = {}
    for match in _native().finditer(text):
        keys |= _hear_native(text[match.start() : match.start() + 3])
    return keys


@cache
def _native() -> re.Pattern[str]:
    surnames = {row[0] for known in filter(None, map(language, codes())) for row in known.entries("surnames") if len(row[0]) == 1}
    return re.compile(f"[{''.join(sorted(surnames))}](?=[一-鿿])") if surnames else re.compile(r"(?!)")


@lru_cache(maxsize=200_000)
def _hear_native(stretch: str) -> dict[str, None]:
    """Keys of the first two characters of a stretch, and of all three."""
    names = dict.fromkeys((stretch[:2], stretch)) if _HAN.fullmatch(stretch) else (stretch[:2],)
    return {key: None for key in map(hear_whole, names) if NATIVE <= len(key) <= _MOST}


@cache
def spell_pinyin(name: str) -> str:
    """A name in Han script in toneless pinyin, without spaces; what is not Han stays as it is."""
    from pypinyin import lazy_pinyin  # costs 80 ms to import, and most stories need none of it

    return "".join(lazy_pinyin(name))


@lru_cache(maxsize=100_000)
def hear_whole(name: str) -> str:
    """The key of a name in Han script as it is read in Mandarin."""
    key = ""
    for character in name:
        key = _join(key, _hear_character(character))
    return key


_hear_character = lru_cache(maxsize=20_000)(lambda character: _read(character))


def _join(form: str, sound: str) -> str:
    """A vowel is heard where it opens a name, a closing n before an opening one once."""
    if not form:
        return sound
    sound = sound.removeprefix("A")
    return form + sound[1:] if form.endswith("N") and sound.startswith("N") else form + sound
