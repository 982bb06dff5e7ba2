"""Sentences, cut as a reader would: at full stops, but not inside a quotation or bracket that goes on."""

import re
from functools import cache

from rashomon.languages import codes, language
from rashomon.model import Span

_OPEN = {"“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】", "[": "]", "‘": "’", "«": "»"}
_CLOSE = {close: opened for opened, close in _OPEN.items()}
_QUOTES = '“「『"‘«'
_CLOSERS = "”」』》〉）)】]’\"'»"
_MARKS = re.compile(r"[。！？!?.…“”「」『』《》〈〉（）()【】\[\]‘’«»\"]")
_STOPS = "。！？!?.…"
_LATIN_END = re.compile(r"\s{1,8}(?=[^\sa-z,;:)])")
_WORD_BEFORE = re.compile(r"[A-Za-z.]{1,12}$")
_LEAD_IN = "：:,，、"


def find_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of an article's text; none crosses a line, the first is the first line (the title) whole."""
    spans: list[Span] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number == 0:
            spans.append((0, len(line)))
        else:
            spans.extend((start + a, start + b) for a, b in _cut(line))
        start += len(line) + 1
    return tuple(spans)


def _cut(line: str) -> list[Span]:
    marks = [(found.start(), found[0]) for found in _MARKS.finditer(line)]
    steps = _pair(marks)
    closers = frozenset(place for (place, _), step in zip(marks, steps, strict=True) if step < 0)
    last = len(line.rstrip())
    ends: list[int] = []
    begin = depth = 0
    opened = -1  # where the outermost quotation or bracket around the current mark began
    for (place, mark), step in zip(marks, steps, strict=True):
        end = None
        if step > 0:
            opened = place if depth == 0 else opened
            depth += 1
        elif step < 0:
            depth -= 1
            if depth == 0 and line[opened] in _QUOTES and _closes(line, begin, opened, place):
                end = _past_closers(line, place + 1, closers)
        elif depth == 0 and mark in _STOPS and place >= begin and (place == begin or line[place - 1] not in _STOPS):
            end = _stop(line, begin, place, last, closers)
        if end is not None:
            begin = end
            ends.append(end)
    return _spans(line, ends)


def _pair(marks: list[tuple[int, str]]) -> list[int]:
    """+1 for a mark that opens, -1 for one that closes it, 0 for the rest and for those without a partner in the line."""
    steps = [0] * len(marks)
    stacks: dict[str, list[int]] = {}
    straight: list[int] = []
    for index, (_, mark) in enumerate(marks):
        if mark in _OPEN:
            stacks.setdefault(mark, []).append(index)
        elif mark in _CLOSE:
            stack = stacks.get(_CLOSE[mark])
            if stack:
                steps[stack.pop()], steps[index] = 1, -1
        elif mark == '"':
            straight.append(index)
    if len(straight) % 2 == 0:
        for order, index in enumerate(straight):
            steps[index] = -1 if order % 2 else 1
    return steps


def _closes(line: str, begin: int, opened: int, place: int) -> bool:
    """Whether a quotation that ends at `place` ends the sentence too: a stop stands before its mark, and nothing of it follows."""
    if place == 0 or line[place - 1] not in _STOPS:
        return False
    rest = line[place + 1 : place + 3].lstrip()
    if not rest or rest[0] in '“「『"':
        return True
    if rest[0] in "，,、；;：:。！？!?.)）」』”":
        return False
    led = line[max(begin, opened - 2) : opened].strip()
    return bool(led) and led[-1] in _LEAD_IN


def _stop(line: str, begin: int, place: int, last: int, closers: frozenset[int]) -> int | None:
    """Where the sentence that stops with the run of stops at `place` ends; None where they stop none."""
    end = place + 1
    while end < last and line[end] in _STOPS:
        end += 1
    run = line[place:end]
    after = _past_closers(line, end, closers)
    if after >= last or "。" in run or "！" in run or "？" in run:
        return after
    if "!" in run or "?" in run:
        return after if line[after].isspace() or line[after] > "\u2e80" else None
    return after if run == "." and _is_full_stop(line, begin, place, after) else None


def _is_full_stop(line: str, begin: int, place: int, after: int) -> bool:
    """Whether a Latin full stop ends a sentence: not within numbers, addresses, initials or after an abbreviation."""
    if not _LATIN_END.match(line, after):
        return place > 0 and line[place - 1] > "\u2e80" and line[after] > "\u2e80"
    found = _WORD_BEFORE.search(line, max(0, place - 12), place)
    word = found[0] if found else ""
    if word and (word.lower() in _abbreviations() or (len(word) == 1 and word.isupper()) or "." in word):
        return False
    return place - begin > 4 or not line[begin:place].strip().isdigit()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for code in codes() if (spoken := language(code)) for word in spoken.words("full_stop_words"))


def _past_closers(line: str, end: int, closers: frozenset[int]) -> int:
    """Past the marks that close what was open before `end`; stray ones go with what they follow, straight quotes only in pairs."""
    while end < len(line) and line[end] in _CLOSERS and (line[end] != '"' or end in closers):
        end += 1
    return end


def _spans(line: str, ends: list[int]) -> list[Span]:
    """Spans between the cuts, without the white space around them."""
    spans: list[Span] = []
    start = 0
    for end in [*ends, len(line)]:
        piece = line[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            spans.append((left, start + len(piece.rstrip())))
        start = end
    return spans
