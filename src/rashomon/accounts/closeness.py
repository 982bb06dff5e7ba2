"""Closeness: whether two sentences of one day tell one thing, in whatever words, by their pairs of characters and single ones.

One fact in two newsrooms' words shares few pairs of characters and more single ones (取消签证, 撤销签证). Of the pairs of sentences that
tell one marked happening 7% have a cosine of pairs over .25; with single characters beside them 37% stand over .3, and 1.3% of the others.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log, sqrt

from rashomon.accounts.likeness import Likeness

_FINE = 1 << 20  # weights are whole numbers of such parts: their sums do not depend on the order
_HAN = frozenset(map(chr, range(0x4E00, 0xA000)))
_FAR = 0.08  # cosine of single characters under which that of pairs adds nothing that counts


class Closeness:
    """Texts of a story made comparable character by character, beside their likeness by pairs."""

    def __init__(self, texts: Sequence[str], likeness: Likeness) -> None:
        """The texts are those of the likeness, in its order; numbers and Latin words are told as it tells them."""
        self._likeness = likeness
        self._sets = [_singles(text, found) for text, found in zip(texts, likeness.features, strict=True)]
        spread = Counter(chain.from_iterable(self._sets))
        weights = {count: round(log((len(texts) + 1) / count) ** 2 * _FINE) for count in set(spread.values())}
        self._weights = {single: weights[count] for single, count in spread.items()}
        self._norms = [sqrt(sum(map(self._weights.__getitem__, found))) or 1.0 for found in self._sets]

    def between(self, a: int, b: int) -> float:
        """Cosine of single characters and cosine of pairs, added: 0 to 2; the former alone where it is next to nothing."""
        common = self._sets[a] & self._sets[b]
        alone = sum(map(self._weights.__getitem__, common)) / (self._norms[a] * self._norms[b])
        return alone + self._likeness.between(a, b) if alone >= _FAR else alone


def _singles(text: str, features: Sequence[str]) -> frozenset[str]:
    """The Han characters of a text, and its features that are longer words."""
    return _HAN.intersection(text).union([feature for feature in features if feature[0] < "一"])
