"""Sentences, cut as a reader would: at full stops, but not inside a quotation or bracket that goes on."""

import re
from functools import cache

from rashomon.languages import codes, language
from rashomon.model import Span

_STOPS = "。！？!?.…"
_CLOSERS = re.compile(r"[”」』》〉）)】\]’»]{0,8}")
_CLOSING = frozenset("”」』》〉）)】]’»")
_MARKS = 3  # code points of a run of marks without a word
_LEAD_IN = "：:,，、"
_GOES_ON = "，,、；;：:。！？!?.)）」』”"
_OPENERS = '“「『"‘«（('
# One pass over the text: whole brackets are stepped over, whole quotations looked at as one, stops and line ends cut. The lengths are
# bounded, so that a mark that is never closed costs no more than its own line's worth and cuts nothing off. Every branch begins with one
# character, so that the search skips from one such character to the next.
_BRACKETS = (
    r"《[^《》\n]{0,100}》|〈[^〈〉\n]{0,100}〉|【[^【】\n]{0,200}】|\[[^\[\]\n]{0,200}\]|（[^（）\n]{0,300}）|\([^()\n]{0,300}\)"
    r"|“[^“”\n]{0,800}”|「[^「」\n]{0,800}」|『[^『』\n]{0,800}』|«[^«»\n]{0,800}»|\"[^\"\n]{0,800}\""
)
_UNITS = re.compile("|".join((_BRACKETS, r"。\n", *(rf"{re.escape(stop)}[{_STOPS}]*" for stop in _STOPS), r"\n")))
_STOP_MARKS = frozenset(_STOPS)
_GOING_ON = frozenset("，、；：,;")  # a stop before one of these ends nothing
_NOT_PLAIN = _CLOSING | _GOING_ON
_QUOTES = frozenset('“「『«"')
_NEXT = re.compile(r"\s{1,8}(?=[^\sa-z,;:)])")
_WORD_BEFORE = re.compile(r"[A-Za-z.]{1,12}$")


def find_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of an article's text; none crosses a line, the first is the first line (the title) whole."""
    title = text.find("\n")
    if title < 0:
        return ((0, len(text)),)
    spans: list[Span] = [(0, title)]
    begin = title + 1
    for found in _UNITS.finditer(text, begin):
        place, end = found.span()
        first = text[place]
        if first in _STOP_MARKS:
            closed = text[end - 1] == "\n"  # as most lines end
            if closed or (first == "。" and end == place + 1 and text[end : end + 1] not in _NOT_PLAIN):  # as most sentences end
                last = end - closed
                if last - begin > _MARKS and not text[begin].isspace():  # nothing for _add to look at
                    spans.append((begin, last))
                else:
                    _add(spans, text, begin, last)
                begin = end
                continue
            stop = _stop(text, begin, place, text[place:end])
        elif first == "\n":
            if begin < place:
                _add(spans, text, begin, place)
            begin = end
            continue
        else:
            stop = end if first in _QUOTES and _closes(text, begin, place, end) else None
        if stop is not None and stop > begin:
            _add(spans, text, begin, stop)
            begin = stop
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add a sentence without the white space around it, if anything is left."""
    if start < end and (text[start].isspace() or text[end - 1].isspace()):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
    if start >= end:
        return
    if end - start <= _MARKS and len(spans) > 1 and not any(map(str.isalnum, text[start:end])) and "\n" not in text[spans[-1][1] : start]:
        start = spans.pop()[0]  # marks alone, as a quotation mark that was turned the wrong way: they belong to the sentence before
    spans.append((start, end))


def _closes(text: str, begin: int, opened: int, end: int) -> bool:
    """Whether a quotation ends its sentence: a stop stands before its last mark, and nothing of the sentence follows.

    After a colon or comma the quotation is the end of what was led in; else the words after it (「…。」他说) belong to it.
    """
    if end - opened < 3 or text[end - 2] not in _STOPS:
        return False
    rest = text[end : end + 3].lstrip(" ")
    if not rest or rest[0] == "\n" or rest[0] in _OPENERS:
        return True
    if rest[0] in _GOES_ON:
        return False
    led = text[max(begin, opened - 2) : opened].strip()
    return bool(led) and led[-1] in _LEAD_IN


def _stop(text: str, begin: int, place: int, run: str) -> int | None:
    """Where the sentence that a run of stops at `place` ends; None where it ends none."""
    after = place + len(run)
    if text[after : after + 1] in _CLOSING:
        after = _CLOSERS.match(text, after).end()  # type: ignore[union-attr]  # matches the empty string too
    if after >= len(text) or text[after] == "\n":
        return after
    if text[after] in _GOING_ON:
        return None
    if "。" in run or "！" in run or "？" in run:
        return after
    if "!" in run or "?" in run:
        return after if text[after].isspace() or text[after] > "\u2e80" else None
    return after if run == "." and _is_full_stop(text, begin, place, after) else None


def _is_full_stop(text: str, begin: int, place: int, after: int) -> bool:
    """Whether a Latin full stop ends a sentence: not within numbers, addresses, initials or after an abbreviation."""
    if not _NEXT.match(text, after):
        return place > 0 and text[place - 1] > "\u2e80" and text[after] > "\u2e80"
    found = _WORD_BEFORE.search(text, max(begin, place - 12), place)
    word = found[0] if found else ""
    if word and (word.lower() in _abbreviations() or (len(word) == 1 and word.isupper()) or "." in word):
        return False
    return place - begin > 4 or not text[begin:place].strip().isdigit()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for code in codes() if (spoken := language(code)) for word in spoken.words("full_stop_words"))
