"""Marks on texts that are not ours to give: each span is kept as its length and digest, never as its words.

A marked span is {"length": n, "digest": d}: n code points of the squashed text (no white space, full-width forms folded, lower case) whose
SHA-256 begins with d. Whoever has the text finds the span by sliding over it; whoever has not learns nothing from it. A document is named
by its id (`document` of `rashomon read --jsonl`, a hash of its bytes). Marks are JSON lines under scripts/marks/, one document a line.
"""

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

MARKS = Path(__file__).resolve().parent / "marks"
DIGITS = 16  # of the digest: 64 bits, no two spans of a corpus meet by chance


def squash(text: str) -> str:
    """Text without white space, full-width forms folded, lower case: cleaning choices don't decide a match."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


def digest(squashed: str) -> str:
    return hashlib.sha256(squashed.encode()).hexdigest()[:DIGITS]


def seal(text: str) -> dict[str, Any]:
    """A span's mark, from its words."""
    squashed = squash(text)
    return {"length": len(squashed), "digest": digest(squashed)}


def is_sealed(text: str, mark: dict[str, Any]) -> bool:
    """Whether some words are those of a mark."""
    squashed = squash(text)
    return bool(len(squashed) == mark["length"] and digest(squashed) == mark["digest"])


def unseal(mark: dict[str, Any], text: str) -> str | None:
    """The words of a mark as they stand, squashed, in a text; None where it does not hold them."""
    squashed, length = squash(text), mark["length"]
    for start in range(len(squashed) - length + 1):
        if digest(squashed[start : start + length]) == mark["digest"]:
            return squashed[start : start + length]
    return None


def load(name: str) -> list[dict[str, Any]]:
    """The marks of one kind: scripts/marks/NAME.jsonl."""
    lines = (MARKS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
