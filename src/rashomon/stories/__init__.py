"""Articles to events and stories: duplicates, closeness in words and time, one pass."""

from collections.abc import Mapping, Sequence

from rashomon.model import Article, Grouping, Reading
from rashomon.stories.correcting import bring_together, correct
from rashomon.stories.differences import keep_differences
from rashomon.stories.finding import NAMED, find_story, name_largest
from rashomon.stories.reasons import why
from rashomon.stories.rebuilding import keep_ids, rebuild
from rashomon.stories.settings import Settings
from rashomon.stories.state import Packed, pack, unpack
from rashomon.stories.stream import Stream

__all__ = [
    "NAMED",
    "Packed",
    "Settings",
    "Stream",
    "bring_together",
    "correct",
    "find_story",
    "group",
    "keep_differences",
    "keep_ids",
    "name_largest",
    "pack",
    "rebuild",
    "unpack",
    "why",
]


def group(articles: Sequence[Article], readings: Mapping[str, Reading] | None = None, *, settings: Settings | None = None) -> Grouping:
    """Group articles into events and stories; readings, by path, lend their names.

    The order of articles never matters. Duplicates and later versions point at the first text they repeat; a version bears its difference.
    """
    stream = Stream(settings)
    stream.add(articles, readings)
    return keep_differences(stream.grouping(), articles)
