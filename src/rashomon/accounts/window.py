"""The window: what of an account is new since a day."""

from collections.abc import Mapping, Sequence

import msgspec

from rashomon.accounts.claims.witnesses import day_of
from rashomon.model import Account, Article, Evidence, Series


def publication_day(article: Article) -> str:
    """The ISO 8601 day an article was published; where that is unknown, the day it was written; "" where neither is known."""
    return article.published[:10] if article.published else day_of(article)


def keep_new(account: Account, published: Mapping[str, str], since: str) -> Account:
    """The lines that nobody had told before a day. published: `publication_day` of each article, by its path.

    A line is new where every article that tells it was published on the day or later; a relation where one of its sides is.
    Articles and outlets of the story stay listed.
    """

    def new(*evidence: Evidence) -> bool:
        return all(published.get(e.path, "") >= since for e in evidence)

    voices = [msgspec.structs.replace(v, said=tuple(s for s in v.said if new(*s.evidence))) for v in account.voices]
    return msgspec.structs.replace(
        account,
        lead=tuple(line for line in account.lead if new(*line.evidence)),
        timeline=tuple(line for line in account.timeline if new(*line.evidence)),
        series=_new_series(account.series, published, since),
        relations=tuple(r for r in account.relations if new(*r.a) or new(*r.b)),
        voices=tuple(voice for voice in voices if voice.said),
        positions=tuple(position for position in account.positions if new(*position.evidence)),
        in_force=tuple(line for line in account.in_force if new(*line.evidence)),
        contacts=tuple(line for line in account.contacts if new(line.evidence)),
        origins=tuple(origin for origin in account.origins if new(*origin.evidence)),
        silences=tuple(silence for silence in account.silences if silence.known_since >= since),
        framing=(),  # it is counted over the whole story
    )


def _new_series(series: Sequence[Series], published: Mapping[str, str], since: str) -> tuple[Series, ...]:
    """Series with the points of values that were not told before; `current` stays, since it says where they stand."""
    kept = []
    for row in series:
        known = {(p.low, p.high) for p in row.points if published.get(p.evidence.path, "") < since}
        points = tuple(p for p in row.points if (p.low, p.high) not in known)
        if points:
            kept.append(msgspec.structs.replace(row, points=points))
    return tuple(kept)
