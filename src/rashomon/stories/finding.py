"""The story that someone asks for, by its id or in some words."""

from collections.abc import Mapping, Sequence

from rashomon.errors import NothingFound, UsageError
from rashomon.languages import fold
from rashomon.model import Article, Grouping, Story

NAMED = 3  # stories that a message names


def find_story(grouping: Grouping, articles: Sequence[Article], *, about: str | None = None, story: str | None = None) -> Story:
    """The story with an id, or the one that matches some words best; where neither is given, the only one there is.

    A story matches by how many of its articles hold all the words, titles counted thrice, and by what share of it that is.
    Raises UsageError where neither is given and there are several, NothingFound where no story has the id or holds any of the words.
    """
    if story:
        for candidate in grouping.stories:
            if story == candidate.id or story in candidate.formerly:
                return candidate
        raise NothingFound(f"no story has the id {story!r}; `rashomon stories PATH...` lists them")
    words = fold(about or "").lower().split()
    if not words and len(grouping.stories) == 1:
        return grouping.stories[0]
    if not words:
        choice = "give --about WORDS or --story ID, or --together where all of it is on one matter"
        raise UsageError(f"no story was asked for: {choice}; {name_largest(grouping.stories)}")
    by_path = {article.path: article for article in articles}
    scored = [(_match(candidate, words, by_path), candidate) for candidate in grouping.stories]
    best = max(scored, key=lambda pair: (pair[0], pair[1].id), default=None)
    if best is None or best[0] <= 0:
        raise NothingFound(f"no story holds the words {about!r}; `rashomon stories PATH...` lists what there is")
    return best[1]


def name_largest(stories: Sequence[Story], *, of: int | None = None) -> str:
    """The largest of some stories, in words. of: how many there are, where not all are given."""
    largest = sorted(stories, key=lambda story: (-len(story.paths), story.id))
    named = "; ".join(f"{story.id} ({len(story.paths)} articles) {story.title}" for story in largest[:NAMED])
    return f"the largest of {of or len(stories)} are {named}"


def _match(story: Story, words: Sequence[str], by_path: Mapping[str, Article]) -> float:
    hits = 0.0
    for path in story.paths:
        article = by_path[path]
        text, title = fold(article.text).lower(), fold(article.title).lower()
        share = sum((word in text) + 2 * (word in title) for word in words) / (3 * len(words))
        hits += share if all(word in text for word in words) else share / 4
    return hits * hits / len(story.paths)
