"""What was read from some paths, as one whole: what shows when all stands side by side, and people's corrections."""

from collections.abc import Sequence

import msgspec

from rashomon.accounts import correct_readings
from rashomon.entities import assign, link
from rashomon.lore import overlay
from rashomon.model import Article, Corrections, Lore, Reading, Rejected


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """One article and what was found in it."""

    article: Article
    reading: Reading


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read from some paths, in the order of their names."""

    items: tuple[Read, ...]
    rejected: tuple[Rejected, ...]
    lore: Lore
    corrections: Corrections = ()  # people's, those that hold

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(item.article for item in self.items)

    @property
    def readings(self) -> dict[str, Reading]:
        """Readings by the article's path."""
        return {item.article.path: item.reading for item in self.items}


def hide_furniture(item: Read, lore: Lore) -> Read:
    """Mark the furniture that only recurrence shows, and drop what was found inside it."""
    article = overlay(item.article, lore)
    if not article.furniture:
        return item
    reading = msgspec.structs.replace(item.reading, **_outside(item.reading, article))
    return Read(article=article, reading=reading)


def _outside(reading: Reading, article: Article) -> dict[str, tuple[object, ...]]:
    fields = ("times", "figures", "attributions", "names", "happenings", "measures", "contacts")
    return {
        field: tuple(f for f in getattr(reading, field) if not any(a <= f.start and f.end <= b for a, b in article.furniture))
        for field in fields
    }


def link_names(items: Sequence[Read], lore: Lore) -> list[Read]:
    """Every name with the entity that all articles together show it to be."""
    links = link({item.article.path: item.reading.names for item in items}, aliases=lore.aliases)
    named = (assign(item.reading.names, links, item.article.path) for item in items)
    return [Read(article=i.article, reading=msgspec.structs.replace(i.reading, names=n)) for i, n in zip(items, named, strict=True)]


def number_versions(items: Sequence[Read]) -> tuple[Read, ...]:
    """Texts of one article, by (instant, path): the first is version 1."""
    later: dict[str, int] = {}
    version: dict[str, int] = {}
    for item in sorted(items, key=lambda i: (i.article.instant or 0.0, i.article.path)):
        later[item.article.article] = version[item.article.path] = later.get(item.article.article, 0) + 1
    return tuple(
        item
        if version[item.article.path] == item.article.version
        else Read(article=msgspec.structs.replace(item.article, version=version[item.article.path]), reading=item.reading)
        for item in items
    )


def lay_over(batch: Batch, corrections: Corrections) -> Batch:
    """What was read, with people's corrections: readings are corrected here, stories, events and relations where they are made.

    corrections: those that hold, in the order they were made.
    """
    readings = correct_readings(batch.readings, batch.articles, corrections)
    items = tuple(Read(article=i.article, reading=readings[i.article.path]) for i in batch.items)
    return msgspec.structs.replace(batch, items=items, corrections=corrections)
