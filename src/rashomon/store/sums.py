"""The lore's sums in the archive: counted up as articles come, counted down when one goes."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select, text

from rashomon.entities import find_latin
from rashomon.languages import fold
from rashomon.lore import RECURS, SHARE, freeze
from rashomon.model import Lore, Observations
from rashomon.store.schema import forms, observations

_ADD = """
INSERT INTO observations(kind, key, item, articles) VALUES (:kind, :key, :item, :articles)
ON CONFLICT (kind, key, item) DO UPDATE SET articles = observations.articles + excluded.articles
"""
_FORM = "INSERT INTO forms(form, latin) VALUES (:form, :latin) ON CONFLICT (form, latin) DO NOTHING"

# the lines are walked through first, from the most frequent on, and each outlet looked up: an index gives both
_RECURRING = """
SELECT line.kind, line.key, line.item, line.articles FROM observations line CROSS JOIN observations outlet
WHERE line.kind = 'line' AND line.articles >= :least AND line.articles >= CAST(:share AS DOUBLE PRECISION) * outlet.articles
AND outlet.kind = 'article' AND outlet.key = line.key AND outlet.item = ''
"""

_KINDS = {"line": "lines", "day": "days", "alias": "aliases"}
_ARTICLES = "article"
_NEARLY = 0.99  # the database need not round as Python does: what is close is loaded too


def count(connection: Connection, observed: Iterable[Observations], *, sign: int = 1) -> None:
    """Add what articles taught, or take it away where the sign is -1."""
    sums: Counter[tuple[str, str, str]] = Counter()
    for one in observed:
        for outlet, number in one.articles.items():
            sums[_ARTICLES, outlet, ""] += number
        for kind, field in _KINDS.items():
            for key, inner in getattr(one, field).items():
                for item, number in inner.items():
                    sums[kind, key, item] += number
    rows = [{"kind": kind, "key": key, "item": item, "articles": sign * number} for (kind, key, item), number in sorted(sums.items())]
    if rows:
        connection.execute(text(_ADD), rows)
    known = {(fold(key).lower(), latin) for kind, key, item in sums if kind == "alias" and (latin := find_latin(item))}
    if known and sign > 0:
        connection.execute(text(_FORM), [{"form": form, "latin": latin} for form, latin in sorted(known)])
    if sign < 0:
        connection.execute(delete(observations).where(observations.c.articles <= 0))
        _drop_forms(connection, known)


def _drop_forms(connection: Connection, known: Iterable[tuple[str, str]]) -> None:
    """Drop forms that no article gives any more."""
    aliases = connection.execute(select(observations.c.key, observations.c.item).where(observations.c.kind == "alias"))
    held = {(fold(key).lower(), find_latin(item)) for key, item in aliases}
    for form, latin in sorted(set(known) - held):
        connection.execute(delete(forms).where(forms.c.form == form, forms.c.latin == latin))


def load_furniture(connection: Connection) -> Mapping[str, frozenset[str]]:
    """The lines that recur, by outlet."""
    return freeze(_load(connection, _ARTICLES)).furniture


def load_lore(connection: Connection) -> Lore:
    """The lore of all that the archive holds. Lines that are too rare to be furniture are left out of its version too."""
    return freeze(_load(connection, _ARTICLES, "day", "alias"))


def _load(connection: Connection, *kinds: str) -> Observations:
    """Sums of some kinds, and of those lines that may recur often enough, which are few however many articles there are."""
    columns = (observations.c.kind, observations.c.key, observations.c.item, observations.c.articles)
    found = list(connection.execute(text(_RECURRING), {"least": RECURS, "share": _NEARLY * SHARE}))
    found += connection.execute(select(*columns).where(observations.c.kind.in_(kinds)))
    sums: dict[str, dict[str, dict[str, int]]] = {kind: {} for kind in (*_KINDS, _ARTICLES)}
    for kind, key, item, number in found:
        sums[kind].setdefault(key, {})[item] = number
    return Observations(
        lines=sums["line"],
        articles={outlet: inner[""] for outlet, inner in sums[_ARTICLES].items()},
        days=sums["day"],
        aliases=sums["alias"],
    )
