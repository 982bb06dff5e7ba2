"""What the corpus as a whole teaches."""

import msgspec


class Observations(msgspec.Struct, frozen=True, kw_only=True):
    """Counts taken from documents; merging is addition, so their order never matters."""

    lines: dict[str, dict[str, int]] = {}  # outlet -> hash of a line -> articles that hold it
    articles: dict[str, int] = {}  # outlet -> articles
    days: dict[str, dict[str, int]] = {}  # outlet -> ISO day -> articles: coverage
    aliases: dict[str, dict[str, int]] = {}  # name -> form given beside it -> articles


class Lore(msgspec.Struct, frozen=True, kw_only=True):
    """Observations, frozen: what is decided with them records `version`."""

    version: str  # hash of the observations
    furniture: dict[str, frozenset[str]] = {}  # outlet -> hashes of lines that recur
    coverage: dict[str, dict[str, int]] = {}  # outlet -> ISO day -> articles
    aliases: dict[str, dict[str, int]] = {}
