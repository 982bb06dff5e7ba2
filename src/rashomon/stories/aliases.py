"""Names that articles give in another script beside their own (托维森（Ilmar Tovesen）): what lets texts of two languages meet."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.languages import fold
from rashomon.model import Name

_LATIN = re.compile(r"[A-Za-z][A-Za-z\-]{3,30}")
_MOST = 200_000  # names whose other forms are kept


class Aliases:
    """Latin words of names, learned as articles come: what was given once serves all that follow."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, ...]] = {}

    def learn(self, names: Iterable[Name]) -> None:
        """Keep the other forms that an article gives; the first given stays."""
        for name in names:
            words = tuple(word.lower() for word in _LATIN.findall(name.alias)) if name.alias else ()
            if words and len(self._words) < _MOST:
                self._words.setdefault(fold(name.text), words)

    def drop_words(self, words: frozenset[str]) -> None:
        """Forget names, and Latin words of names."""
        self._words = {name: held for name, held in self._words.items() if name not in words and words.isdisjoint(held)}

    def find_words(self, names: Iterable[Name]) -> tuple[str, ...]:
        """Latin words that the names of an article are known by, sorted."""
        if not self._words:
            return ()
        known = self._words.keys() & map(_fold, {name.text for name in names})
        return tuple(sorted({word for name in known for word in self._words[name]})) if known else ()


@lru_cache(maxsize=50_000)
def _fold(name: str) -> str:
    return fold(name)
