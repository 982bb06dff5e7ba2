"""The folded text of the article at hand: each kind of finding is looked for on it, and it is made once."""

from functools import lru_cache

from rashomon.languages import fold


@lru_cache(maxsize=4)
def shadow_of(text: str) -> str:
    """`fold`, remembered for the last texts: four finders ask for the same one, one after the other."""
    return fold(text)
