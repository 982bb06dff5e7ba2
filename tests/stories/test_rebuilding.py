"""Grouping anew keeps the ids that people know."""

from rashomon.model import Event, Grouping, Placement, Story
from rashomon.stories import Stream, group, rebuild
from tests.stories.world import DAM, FERRY, make_articles

WORLD = make_articles(FERRY, DAM)


def make_grouping(**stories: tuple[str, ...]) -> Grouping:
    return Grouping(
        stories=tuple(
            Story(id=name, title="", first=None, last=None, events=(Event(id=f"e-{name}", title="", paths=paths),), paths=paths, outlets=())
            for name, paths in stories.items()
        ),
        placements=tuple(
            Placement(path=path, article=path, story=name, event=f"e-{name}") for name, paths in stories.items() for path in paths
        ),
    )


def test_rebuilding_what_came_in_order_changes_nothing() -> None:
    whole = group(WORLD)
    assert rebuild(WORLD, whole) == whole


def test_rebuilding_after_late_arrivals_keeps_ids() -> None:
    stream = Stream()
    stream.add(WORLD[1:])
    before = stream.grouping()
    stream.add(WORLD[:1])
    anew = rebuild(WORLD, stream.grouping())
    assert {story.id for story in before.stories} <= {story.id for story in anew.stories}
    assert {frozenset(story.paths) for story in anew.stories} == {frozenset(story.paths) for story in group(WORLD).stories}


def test_stories_that_become_one_keep_the_larger_ones_id_and_name_the_other() -> None:
    before = make_grouping(**{"s-left": ("00.txt",), "s-right": ("01.txt", "02.txt", "03.txt"), "s-dam": ("04.txt", "05.txt", "06.txt")})
    anew = {story.id: story for story in rebuild(WORLD, before).stories}
    assert anew["s-right"].formerly == ("s-left",)
    assert set(anew) == {"s-right", "s-dam"}


def test_a_story_that_falls_apart_leaves_its_id_to_the_larger_part() -> None:
    before = make_grouping(**{"s-both": tuple(article.path for article in WORLD)})
    anew = {story.id: story.paths for story in rebuild(WORLD, before).stories}
    assert anew["s-both"] == ("00.txt", "01.txt", "02.txt", "03.txt")
    assert len(anew) == 2
