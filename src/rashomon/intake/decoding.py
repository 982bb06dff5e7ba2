"""Bytes to text: which encoding, what is broken, what is no text at all."""

import codecs
import re
from contextlib import suppress
from functools import cache

import msgspec

from rashomon.errors import Unreadable
from rashomon.languages import fold, language

SAMPLE = 65_536  # bytes that are enough to tell what a text is
BROKEN_SHARE = 0.01  # above this share of broken characters a text is not worth reading: names and figures would be among them
CONTROL_SHARE = 0.02  # text holds next to no control characters; compressed data holds 10% and more
PLAUSIBLE = (
    0.6  # measured on 473 re-encoded posts, whole, by paragraph and by title: the right encoding has .7 to 1.9 and always the higher score
)
DECLARED = 0.5  # what a declaration adds: enough where the bytes are few, too little to outweigh a page of them
USUAL = 0.2  # share of usual characters that a longer Chinese text never falls below; Korean and Japanese bytes read as Chinese do
LONGER = 200  # Han characters
UTF8_MAJORITY = 10  # intact multi-byte characters for each broken one: no other encoding makes so many by chance

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or video"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
)
_KNOWN = tuple(magic for magic, _ in _MAGIC)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_ASCII = bytes(range(128))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}[=:]\s{0,3}["']?([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_REPLACED = re.compile("\ufffd{1,8}")  # one broken character leaves one mark or a few
_NAMES = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb-2312", "gb_2312-80", "x-gbk", "cp936", "euc-cn"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5", "big-5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii"), "cp1252"),
}
# The common characters stand together in both sets: in GB 2312 rows 16-55 (by sound) and its punctuation, in Big5 A440-C67E and its
# punctuation. Real text keeps to them; the same bytes read as the other set scatter.
_COMMON = {
    "gb18030": re.compile(rb"[\xA1\xA3\xB0-\xD7][\xA1-\xFE]"),
    "big5hkscs": re.compile(rb"[\xA1-\xA3\xA4-\xC6][\x40-\x7E\xA1-\xFE]"),
}
_PAIRS = {
    "gb18030": re.compile(rb"[\x81-\xFE][\x40-\x7E\x80-\xFE]|[\x81-\xFE][0-9][\x81-\xFE][0-9]|[\x00-\x7F]+"),
    "big5hkscs": re.compile(rb"[\x81-\xFE][\x40-\x7E\xA1-\xFE]|[\x00-\x7F]+"),
}


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """A text and how it was read."""

    text: str  # newlines are "\n"
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, known: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a document: byte order mark, UTF-8, what the bytes declare, then GB18030 and Big5 by how plausible the text is.

    known: the encoding of the container that the bytes come from, tried next after UTF-8. declared: what the server said that they are,
    which counts before what they say themselves.
    Raises Unreadable where the bytes are no text, or more than BROKEN_SHARE of it is broken.
    """
    if data.startswith(_MARKS):
        mark, encoding = next(bom for bom in _BOMS if data.startswith(bom[0]))
        return _decode_as(data[len(mark) :], encoding)
    reject_binary(data)
    for encoding in ("utf-8", known or "utf-8"):  # UTF-8 first: nothing else is valid UTF-8 by chance
        try:
            return Decoded(text=_lines(data.decode(encoding)), encoding=encoding)
        except UnicodeDecodeError:
            continue
    own = _DECLARED.search(data, 0, 4096)
    return _guess(data, _NAMES.get((declared or (own[1].decode("ascii") if own else "")).lower()))


def reject_binary(data: bytes) -> None:
    """Raises Unreadable where bytes are plainly no text: a known signature, NULs, too many control characters."""
    if data.startswith(_KNOWN):
        what = next(what for magic, what in _MAGIC if data.startswith(magic))
        raise Unreadable(f"binary: {what}, not text; convert or unpack it first")
    sample = data[:SAMPLE]
    if b"\x00" in sample:
        raise Unreadable("binary: it holds NUL bytes; only text can be read (UTF-16 needs its byte order mark)")
    if len(sample) - len(sample.translate(None, _CONTROLS)) > CONTROL_SHARE * len(sample):
        raise Unreadable("binary: too many control characters for text")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode in an encoding that is known; a few broken bytes are replaced and told."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return _repair(data, encoding)
    if text.count("\x00") > CONTROL_SHARE * len(text):
        raise Unreadable("binary: it holds NUL characters")
    return Decoded(text=_lines(text), encoding=encoding)


def _repair(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    broken = len(_REPLACED.findall(text))
    if broken > BROKEN_SHARE * len(text):
        raise Unreadable(f"broken text: not valid {encoding.upper()} in {broken} places of {len(text)} characters; save it again as UTF-8")
    return Decoded(text=_lines(text), encoding=encoding, warnings=(f"broken bytes replaced in {broken} places",))


def _guess(data: bytes, declared: str | None) -> Decoded:
    """Tell damaged UTF-8, GB18030, Big5 and, where it is declared, Latin apart."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    intact = len(text) - broken - (len(data) - len(data.translate(None, _ASCII)))
    if intact >= UTF8_MAJORITY * broken:
        return _repair(data, "utf-8")
    likely = sorted(((plausibility(data, name) + (DECLARED if name == declared else 0), name) for name in _COMMON), reverse=True)
    for score, encoding in likely:
        if score >= PLAUSIBLE or encoding == declared:
            with suppress(Unreadable):
                return _decode_as(data, encoding)
    return _decode_as(data, "cp1252") if declared == "cp1252" else _repair(data, "utf-8")


def plausibility(data: bytes, encoding: str) -> float:
    """How much the bytes look like Chinese in an encoding, 0.0 to 2.0.

    The share of double-byte characters from the set's common rows, and the share of Han characters that every text is full of.
    """
    sample = data[:SAMPLE]
    pairs = [pair for pair in _PAIRS[encoding].findall(sample) if pair[0] > 127]
    han = [c for c in fold(sample.decode(encoding, errors="ignore")) if "㐀" <= c <= "鿿"]
    if not pairs or not han:
        return 0.0
    usual = sum(1 for c in han if c in _usual()) / len(han)
    if len(han) >= LONGER and usual < USUAL:
        return 0.0
    return sum(1 for pair in pairs if _COMMON[encoding].fullmatch(pair)) / len(pairs) + usual


@cache
def _usual() -> frozenset[str]:
    chinese = language("zh")
    return frozenset("".join(chinese.words("common"))) if chinese else frozenset()
