"""The words an archive is searched by: bigrams of Han text in one script, whole words of any other."""

import re
from collections.abc import Sequence

from rashomon.languages import fold

_RUN = re.compile(r"[㐀-䶿一-鿿]+|[^\W_㐀-䶿一-鿿]+")
END = "ǁ"  # a letter of no language that is searched: what stands before it and behind it makes no phrase
_HAN = re.compile(r"[㐀-䶿一-鿿]")


def split_words(text: str) -> list[str]:
    """Words of a text in order, then each Han character that it holds, once, behind an end that no phrase reaches across.

    A run of Han characters gives its bigrams; where another word stands before or behind it, its first or last character too, so that a
    phrase may begin or end there.
    """
    folded = fold(text).lower()
    words = _split_runs(_RUN.findall(folded))
    return [*words, END, *sorted(set(_HAN.findall(folded)))]


def split_phrase(phrase: str) -> tuple[str, ...]:
    """Words that stand one after the other where a text holds a phrase; its first and last run may stand in longer ones."""
    return tuple(_split_runs(_RUN.findall(fold(phrase).lower())))


def _split_runs(runs: Sequence[str]) -> list[str]:
    """Words of runs in order: a run that another stands before or behind begins or ends there."""
    words: list[str] = []
    for number, run in enumerate(runs):
        if len(run) == 1 or not _HAN.match(run):
            words.append(run)
        else:
            words += [run[0]] if number and not _HAN.match(runs[number - 1]) else []
            words += [run[i : i + 2] for i in range(len(run) - 1)]
            words += [run[-1]] if number + 1 < len(runs) and not _HAN.match(runs[number + 1]) else []
    return words


def holds(folded: str, phrases: Sequence[str]) -> bool:
    """Whether a folded text in lower case holds any of some phrases, folded as well."""
    return any(phrase in folded for phrase in phrases)
