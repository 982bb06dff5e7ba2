"""The words an archive is searched by: bigrams of Han text in one script, whole words of any other."""

import re
from collections.abc import Sequence

from rashomon.languages import fold

_RUN = re.compile(r"[㐀-䶿一-鿿]+|[^\W_㐀-䶿一-鿿]+")
_HAN = re.compile(r"[㐀-䶿一-鿿]")


def split_words(text: str) -> list[str]:
    """Words of a text in order. A run of Han characters gives its bigrams and its last character, so that each single one begins a word."""
    words: list[str] = []
    for run in _RUN.findall(fold(text).lower()):
        if _HAN.match(run):
            words += [run[i : i + 2] for i in range(len(run))]
        else:
            words.append(run)
    return words


def split_phrase(phrase: str) -> tuple[str, ...]:
    """Words that stand one after the other where a text holds a phrase; the last of each run is left to stand in a longer one.

    A single Han character ends in "*": any word that begins with it.
    """
    words: list[str] = []
    for run in _RUN.findall(fold(phrase).lower()):
        if not _HAN.match(run):
            words.append(run)
        elif len(run) == 1:
            words.append(f"{run}*")
        else:
            words += [run[i : i + 2] for i in range(len(run) - 1)]
    return tuple(words)


def holds(folded: str, phrases: Sequence[str]) -> bool:
    """Whether a folded text in lower case holds any of some phrases, folded as well."""
    return any(phrase in folded for phrase in phrases)
