"""What is kept of every article for good."""

import msgspec

from rashomon.stories.duplicates import Repeat
from rashomon.stories.titles import Counts


class Member(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One small row an article."""

    path: str
    document: str
    article: str
    outlet: str | None
    title: str
    published: str | None
    hour: float
    story: int  # the number of the article that founded the story it joined
    event: int
    repeat: Repeat | None
    names: tuple[str, ...] = ()  # what it is about
    counts: Counts = ()  # what its title counts
