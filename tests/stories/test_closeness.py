"""The sums that decide, and that the page which tells them tells them right."""

import re
from pathlib import Path

import msgspec
import pytest

from rashomon.stories.closeness import Closeness, measure, measure_breadth, measure_words
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.kinds import Kind
from rashomon.stories.matters import OUTBREAK, Matter
from rashomon.stories.sums import EVENT, FEW, STORY, Weights, prefer, weigh_few

PAGE = Path(__file__).parents[2] / "docs" / "stories.md"
AMONG_FEW = PAGE.parent / "stories" / "small-folders.md"
FACE = Face(words={"渡轮": 0.8, "倾覆": 0.6}, title={"渡轮": 1.0}, places={"FJ": 1.0}, hour=100.0)


def test_the_page_gives_the_weights_as_they_are() -> None:
    rows = re.findall(r"^\| (\w+) \|.*\| ([+\-.\d]*) \| ([+\-.\d]*) \|$", PAGE.read_text(encoding="utf-8"), re.M)
    told = {(level, name): float(number or 0) for name, story, event in rows for level, number in (("story", story), ("event", event))}
    for level, weights in (("story", STORY), ("event", EVENT)):
        for field in msgspec.structs.fields(Weights):
            sign = -1 if field.name in ("gap", "age", "apart", "outlet", "unnamed", "against") else 1
            assert told[level, field.name] == sign * getattr(weights, field.name), (level, field.name)


def test_the_page_gives_the_weights_among_few() -> None:
    lines = AMONG_FEW.read_text(encoding="utf-8").splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("| among few |"))
    names, told = ([cell.strip() for cell in lines[number].split("|")[2:-1]] for number in (head, head + 2))
    weights = {name: float(each.split(",")[0]) for name, each in zip(names, told, strict=True)}
    for name, weight in weights.items():
        assert weight == (-1 if name in ("gap", "apart", "against") else 1) * getattr(FEW, name), name


def test_the_worked_example_of_the_page_comes_to_what_it_says() -> None:
    told = re.search(r"5\.1 = ([+\-.\d]+), so it joins", PAGE.read_text(encoding="utf-8"))
    alike = Closeness(words=0.25, event=0.25, title=0.2, places=0.95, size=0.0, gap=0.04, age=0.04)
    assert told
    assert round(alike.sum(STORY), 2) == float(told[1]) > 0


def test_an_article_beside_itself_is_as_close_as_can_be() -> None:
    cluster = Cluster(FACE.hour, None)
    cluster.join(FACE)
    found = measure(FACE, cluster, words=measure_words(FACE, cluster), event=1.0)
    whole = Closeness(words=1.0, event=1.0, title=1.0, places=1.0, size=0.0, gap=0.0, age=0.0)
    assert {field: round(value, 6) for field, value in msgspec.structs.asdict(found).items()} == msgspec.structs.asdict(whole)


def test_what_crosses_scripts_stands_in_for_words_and_counts_half_beside_them() -> None:
    alike = Closeness(words=0.6, title=0.2, places=1.0, size=0.0, gap=0.1, age=0.1)
    for weights in (STORY, EVENT):
        assert msgspec.structs.replace(alike, crossing=0.2).sum(weights) == alike.sum(weights)  # by chance
        assert msgspec.structs.replace(alike, crossing=0.4).sum(weights) == pytest.approx(alike.sum(weights) + 0.5 * 0.1 * 12)
        met = msgspec.structs.replace(alike, words=0.0, title=0.0)
        assert msgspec.structs.replace(met, crossing=0.4).sum(weights) > met.sum(weights)


def test_of_two_open_stories_words_decide_and_not_what_is_large_and_told_daily() -> None:
    outbreak = Closeness(words=0.1, event=0.15, title=0.0, places=1.0, size=3.0, gap=0.0, age=0.5, matter=0.6, standing=2.1)
    scandal = Closeness(words=0.2, event=0.2, title=0.1, places=1.0, size=1.0, gap=0.0, age=0.2, matter=0.3, standing=0.3)
    assert outbreak.sum(STORY) > scandal.sum(STORY) > 0
    assert scandal.sum(prefer(STORY)) > outbreak.sum(prefer(STORY))


def test_a_young_outbreak_takes_only_what_is_on_one() -> None:
    ill = msgspec.structs.replace(FACE, matter=Matter(field=OUTBREAK, subject="FJ", strength=1.0))
    story = Cluster(FACE.hour, None)
    for _ in range(9):
        story.join(ill)
    assert measure(ill, story, words=0.1).standing > 2
    assert measure(FACE, story, words=0.1).standing == 0
    story.join(ill)
    assert measure(FACE, story, words=0.1).standing > 2


def test_a_place_named_in_passing_speaks_against_no_story() -> None:
    story = Cluster(FACE.hour, None)
    story.join(FACE)
    elsewhere = msgspec.structs.replace(FACE, places={"PE": 1.0})
    assert measure(elsewhere, story, words=0.5).places == 0.0
    assert measure(msgspec.structs.replace(elsewhere, passing=True), story, words=0.5).places == 0.6
    assert measure(msgspec.structs.replace(FACE, passing=True), story, words=0.5).places == 1.0


def make_story(side: str, matter: Matter | None = None, size: int = 20) -> Cluster:
    """A story of some articles that share a word, each beside it on a side of its own where it is given a name of it."""
    story = Cluster(FACE.hour, None)
    for number in range(size):
        story.join(msgspec.structs.replace(FACE, words={"渡轮": 0.4, side.format(number): 0.9165}, matter=matter))
    return story


def test_what_is_as_near_to_a_wide_story_as_to_a_narrow_one_is_sooner_of_the_wide_one() -> None:
    wide, narrow = make_story("证人{}"), make_story("证人")
    assert measure_breadth(narrow, FACE.script) == 0.0 < measure_breadth(wide, FACE.script)
    far, near = (measure(FACE, story, words=0.25, breadth=measure_breadth(story, FACE.script)) for story in (wide, narrow))
    assert far.sum(STORY) > near.sum(STORY) + 0.5
    assert far.sum(prefer(STORY)) == near.sum(prefer(STORY))
    slight = measure(FACE, wide, words=0.08, breadth=measure_breadth(wide, FACE.script))
    assert slight.breadth == 0.0


def test_that_a_story_is_wide_counts_more_where_it_is_well_known() -> None:
    known, young = (measure_breadth(make_story("证人{}", size=size), FACE.script) for size in (60, 20))
    assert known > 1.4 * young


def test_a_report_of_a_market_is_of_no_story_because_it_is_wide() -> None:
    wide = make_story("证人{}")
    report = msgspec.structs.replace(FACE, kind=Kind(market=True))
    breadth = measure_breadth(wide, FACE.script)
    assert measure(FACE, wide, words=0.25, breadth=breadth).breadth > 0 == measure(report, wide, words=0.25, breadth=breadth).breadth


def test_an_outbreak_is_no_wide_story_for_news_from_home_is_near_it_too() -> None:
    outbreak = make_story("病房{}", Matter(field=OUTBREAK, subject="FJ", strength=0.8))
    assert measure_breadth(outbreak, FACE.script) == 0.0


def test_among_few_what_shares_its_country_alone_is_kept_out_and_a_follow_up_let_in() -> None:
    country = Closeness(words=0.01, title=0.0, places=1.0, size=1.8, gap=0.83, age=0.9, owned=0.16, shared=5.0)
    follow_up = msgspec.structs.replace(country, words=0.2, event=0.2, owned=0.0)
    for few in (2.0, 3.2):
        assert country.sum(weigh_few(few, country.shared)) < 0 < follow_up.sum(weigh_few(few, follow_up.shared))
    town = msgspec.structs.replace(follow_up, shared=1.0)
    assert town.sum(weigh_few(2.0, town.shared)) == town.sum(STORY) < 0


def test_closeness_falls_with_time_and_rises_with_words() -> None:
    near = Closeness(words=0.5, title=0.2, places=1.0, size=0.0, gap=0.1, age=0.1)
    for weights in (STORY, EVENT):
        assert near.sum(weights) > msgspec.structs.replace(near, gap=0.6).sum(weights)
        assert near.sum(weights) > msgspec.structs.replace(near, words=0.2).sum(weights)


def test_a_memory_never_overflows_in_a_story_of_years() -> None:
    cluster = Cluster(0.0, 48.0)
    for day in range(0, 4000, 40):
        cluster.join(msgspec.structs.replace(FACE, hour=day * 24.0))
    assert round(cluster.words[FACE.script].measure(FACE.words), 6) == 1.0
