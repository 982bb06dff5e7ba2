"""Letters: the characters of many texts as arrays, out of which come the features of all of them at once."""

import re
from collections.abc import Sequence
from itertools import chain, count

import numpy as np

from rashomon.accounts.comparing.vectors import Vectors, Whole, whole

_RUN = re.compile(r"[0-9][0-9.,]*|[a-z][a-z'-]*")  # as features.py finds them one text at a time
_HAN = (0x4E00, 0x9FFF)
_BITS = 15  # of a Han character
_WORDS = 1 << 2 * _BITS  # the code of the first word: above those of all pairs of characters


class Letters:
    """Texts, with words beside each that are features as they stand."""

    def __init__(self, texts: Sequence[str], words: Sequence[Sequence[str]] = ()) -> None:
        """texts: folded, in lower case. words: for each text, if any; a word is none of the text's own features."""
        joined = "\n".join([*texts, ""])
        self.size = len(texts)
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
        han = (points >= _HAN[0]) & (points <= _HAN[1])
        self._han = np.flatnonzero(han)
        self._pairs = np.flatnonzero(han[:-1] & han[1:]) if len(han) else self._han
        self._points = points - _HAN[0]
        self._row: Whole = np.repeat(np.arange(self.size), whole(map(len, texts)) + 1)
        runs = [(found.start(), found[0]) for found in _RUN.finditer(joined)]
        plain = {run: run.replace(",", "").rstrip(".") for run in {run for _, run in runs}}
        told = [plain[run] for _, run in runs]
        told.extend(chain.from_iterable(words))
        self.words = list(dict.fromkeys(told))
        known = dict(zip(self.words, count(), strict=False))
        rows = np.repeat(np.arange(len(words)), whole(map(len, words))) if words else whole(())
        self._word_rows: Whole = np.concatenate((self._row[whole(start for start, _ in runs)], rows))
        self._word_ids = whole(map(known.__getitem__, told))

    def singles(self, *, bare: bool = False) -> Vectors:
        """Each character by itself beside the words, or without them."""
        rows, codes = self._row[self._han], self._points[self._han]
        return Vectors(rows, codes, rows=self.size) if bare else self._vectors(rows, codes)

    def pairs(self) -> Vectors:
        """Pairs of characters beside the words, whose numbers come after those of the former."""
        return self._vectors(self._row[self._pairs], self._points[self._pairs] << _BITS | self._points[self._pairs + 1])

    def _vectors(self, rows: Whole, codes: Whole) -> Vectors:
        """What stands under some codes, and the words."""
        return Vectors(np.concatenate((rows, self._word_rows)), np.concatenate((codes, self._word_ids + _WORDS)), rows=self.size)


def spell(codes: Whole) -> list[str]:
    """Pairs of characters of their codes."""
    points = np.stack((codes >> _BITS, codes & ((1 << _BITS) - 1)), axis=1) + _HAN[0]
    told = points.astype(np.uint32).tobytes().decode("utf-32-le")
    return list(map("".join, zip(told[::2], told[1::2], strict=True)))
