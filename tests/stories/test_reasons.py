"""Why two articles are or are not together."""

from itertools import combinations

import msgspec
import pytest

from rashomon.model import Article
from rashomon.stories import Settings, Stream, group, why
from rashomon.stories.moments import order_key
from tests.stories.test_binding import QUAKE
from tests.stories.world import DAM, FERRY, OTHERS, make_articles

WORLD = make_articles(FERRY, DAM, OTHERS)
MANY = Settings(many=0)  # as if many stories lived
JOINED = "The later one joined the story of the earlier one"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [("00.txt", "01.txt", ("Together", "One story")), ("00.txt", "04.txt", ("Apart",)), ("04.txt", "06.txt", ("Together", "One story"))],
)
def test_why_opens_with_the_verdict(a: str, b: str, verdict: tuple[str, ...]) -> None:
    assert why(a, b, WORLD)[0].startswith(verdict)


def test_why_names_the_words_shared() -> None:
    assert any("渡轮" in line for line in why("00.txt", "01.txt", WORLD))


def test_why_refuses_one_article_given_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        why("00.txt", "00.txt", WORLD)


@pytest.mark.parametrize("settings", [Settings(), MANY, Settings(many=0, story=2.0), Settings(many=0, story=-3.0)])
@pytest.mark.parametrize("world", [WORLD, make_articles(QUAKE, OTHERS)])
def test_why_tells_what_grouping_did(world: list[Article], settings: Settings) -> None:
    ordered = sorted(world, key=order_key)
    for earlier, later in combinations(ordered, 2):
        stream = Stream(settings)
        stream.add(ordered[: ordered.index(later)])
        stood = stream.find_story(earlier.path)
        stream.add([later])
        told = why(later.path, earlier.path, world, settings=settings)
        assert told[1].startswith(JOINED) is (stream.find_founder(later.path) == stood)
        for line in told:
            if line.startswith("Beside the earlier one's story"):
                assert ("not over it" in line) <= (not told[1].startswith(JOINED))


@pytest.mark.parametrize("settings", [Settings(), MANY])
def test_what_is_explained_is_placed_as_what_is_added(settings: Settings) -> None:
    ordered = sorted(WORLD, key=order_key)
    stream = Stream(settings)
    stream.add(ordered[:1])
    for article in ordered[1:]:
        stream.explain(article, ordered[0].path)
    assert msgspec.json.encode(stream.grouping()) == msgspec.json.encode(group(WORLD, settings=settings))


def test_why_says_that_another_story_was_nearer() -> None:
    told = why("00.txt", "02.txt", make_articles(QUAKE, OTHERS), settings=MANY)
    assert "another was nearer by its words" in told[1]
    assert told[1].endswith("it joined another story, s-a01.txt.")


def test_why_says_that_a_story_was_not_looked_at_and_measures_none() -> None:
    told = why("00.txt", "04.txt", WORLD, settings=MANY)
    assert "not looked at: it founded a story of its own" in told[1]
    assert not any(line.startswith("Beside") for line in told)


def test_why_says_how_little_is_shared_and_how_much_would_be_enough() -> None:
    (told,) = [line for line in why("00.txt", "03.txt", WORLD, settings=Settings(many=0, story=3.0)) if "stayed out" in line]
    words, wanted = (float(part.split(",")[0].split(" ")[0]) for part in (told.split("words ")[1], told.split("about ")[1]))
    assert 0 < words < wanted < 1


def test_why_says_which_feature_kept_an_article_out() -> None:
    told = why("00.txt", "03.txt", WORLD, settings=Settings(many=0, story=1.5))
    assert "for the pause between them (-" in told[1]
    assert "without which it would have joined" in told[1]


def test_why_says_that_a_text_stands_where_the_one_stands_that_it_repeats() -> None:
    outlet, published, title, text = FERRY[0]
    again = ("海闻社", "2031-03-02T09:00:00+08:00", title, text)
    told = why("00.txt", "01.txt", make_articles(((outlet, published, title, text), again), DAM))
    assert "stands where that one stands" in told[1]
    assert not any(line.startswith("Beside") for line in told)
