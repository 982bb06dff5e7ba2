"""The language of a text, told by its letters."""

import re

from rashomon.languages import script_of

SAMPLE = 160  # code points from the start and from the middle: enough to tell, and cheap
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_OTHER = re.compile(r"[\u3041-\u30ff\uac00-\ud7a3]")
_FOREIGN = re.compile(r"[A-Za-z\u00c0-\u024f\u3041-\u30ff\uac00-\ud7a3]+")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f]+")


def tell_language(text: str, declared: str | None = None) -> str | None:
    """BCP 47 tag by the script of the text; what the document declares counts only where the letters leave it open."""
    middle = len(text) // 2
    sample = text[:SAMPLE] if len(text) <= 2 * SAMPLE else text[:SAMPLE] + text[middle : middle + SAMPLE]
    foreign = _FOREIGN.findall(sample)
    other = _OTHER.search("".join(foreign)) is not None
    run = _HAN.search(sample)
    if run and not other and 2 * (run.end() - run.start()) >= len(foreign):  # as in most Chinese texts: no need to count all
        return script_of(sample[:SAMPLE])
    words = len(_WORD.findall(sample))
    han = sum(map(len, _HAN.findall(sample)))
    if other and len(_HANGUL.findall(sample)) > han:
        return "ko"
    if other and len(_KANA.findall(sample)) > han / 3:
        return "ja"
    if han and han * 2 >= words:
        return script_of(sample[:SAMPLE])
    if words:
        return declared.split("-")[0] if declared and not declared.startswith("zh") else "en"
    return declared
