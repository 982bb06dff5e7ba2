"""What stands in quotation marks and in brackets, in one pass."""

import re

from rashomon.model import Span

_PAIRS = {"”": "“", "」": "「", "』": "『", "’": "‘", "﹂": "﹁", "〞": "〝"}
_OPENINGS = frozenset(_PAIRS.values())
_STRAIGHT = '"'
_BRACKETS = {"）": "（", ")": "(", "】": "【", "］": "［", "]": "[", "》": "《", "»": "«"}
_MARKS = re.compile("[" + re.escape("".join((*_PAIRS, *_OPENINGS, _STRAIGHT, "\n"))) + "]")
_ROUND = re.compile("[" + re.escape("".join((*_BRACKETS, *_BRACKETS.values(), "\n"))) + "]")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]")


def find_quotes(text: str) -> tuple[Span, ...]:
    """Outermost quotations with their marks, in order. A mark without its partner in the same line quotes nothing."""
    apostrophes = {match.start() + 1 for match in _APOSTROPHE.finditer(text)} if "’" in text else ()
    pairs: list[Span] = []
    open_at: dict[str, list[int]] = {}
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            open_at = {}
        elif mark in _OPENINGS:
            open_at.setdefault(mark, []).append(at)
        elif mark == _STRAIGHT:
            stack = open_at.setdefault(mark, [])
            if stack:
                pairs.append((stack.pop(), at + 1))
            else:
                stack.append(at)
        elif at not in apostrophes and (stack := open_at.get(_PAIRS[mark], [])):
            pairs.append((stack.pop(), at + 1))
    return outermost(pairs)


def find_brackets(text: str) -> tuple[Span, ...]:
    """Outermost round and square brackets with what is in them, in order."""
    pairs: list[Span] = []
    open_at: dict[str, list[int]] = {}
    for match in _ROUND.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            open_at = {}
        elif mark not in _BRACKETS:
            open_at.setdefault(mark, []).append(at)
        elif stack := open_at.get(_BRACKETS[mark], []):
            pairs.append((stack.pop(), at + 1))
    return outermost(pairs)


def outermost(spans: list[Span]) -> tuple[Span, ...]:
    """The spans that lie in no other, in order."""
    kept: list[Span] = []
    for start, end in sorted(spans):  # no two begin at one place
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
