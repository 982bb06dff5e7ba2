"""Finding the story that someone asks for."""

import pytest

from rashomon.errors import NothingFound, UsageError
from rashomon.stories import find_story, group
from tests.stories.world import DAM, FERRY, make_articles


def test_words_find_the_story_that_they_are_most_about() -> None:
    articles = make_articles(FERRY, DAM)
    grouping = group(articles)
    found = find_story(grouping, articles, about="渡轮")
    assert "00.txt" in found.paths
    assert find_story(grouping, articles, story=found.id) == found
    with pytest.raises(NothingFound, match="no story holds the words"):
        find_story(grouping, articles, about="qqzzxx")


def test_the_only_story_need_not_be_named() -> None:
    articles = make_articles(FERRY)
    (only,) = group(articles).stories
    assert find_story(group(articles), articles) == only


def test_of_several_the_largest_are_named() -> None:
    articles = make_articles(FERRY, DAM)
    grouping = group(articles)
    with pytest.raises(UsageError) as refused:
        find_story(grouping, articles, about=" ")
    assert all(story.id in str(refused.value) and story.title in str(refused.value) for story in grouping.stories)
