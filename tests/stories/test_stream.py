"""Grouping as a whole: what comes together, ids, the order law."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Article, Grouping
from rashomon.stories import Stream, group
from rashomon.stories.moments import order_key
from tests.stories.world import DAM, FERRY, OTHERS, make_article, make_articles

WORLD = make_articles(FERRY, DAM, OTHERS)


def stories_of(grouping: Grouping) -> set[frozenset[str]]:
    return {frozenset(story.paths) for story in grouping.stories}


def test_group_binds_two_scripts_and_keeps_matters_apart() -> None:
    found = stories_of(group(WORLD))
    assert frozenset({"00.txt", "01.txt", "02.txt", "03.txt"}) in found
    assert frozenset({"04.txt", "05.txt", "06.txt"}) in found
    assert all(frozenset({f"0{n}.txt"}) in found for n in (7, 8, 9))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_group_takes_tiny_inputs(count: int) -> None:
    grouping = group(WORLD[:count])
    assert len(grouping.placements) == count
    assert len(grouping.stories) == min(count, 1)


def test_every_input_has_a_story_and_an_event() -> None:
    grouping = group(WORLD)
    assert [p.path for p in grouping.placements] == sorted(a.path for a in WORLD)
    stories = {story.id: story for story in grouping.stories}
    assert len(stories) == len(grouping.stories)
    for placement in grouping.placements:
        story = stories[placement.story]
        assert placement.path in story.paths
        assert [placement.path in event.paths for event in story.events if event.id == placement.event] == [True]


def test_an_id_comes_from_the_first_article_and_stays() -> None:
    early, whole = group(WORLD[:1]), group(WORLD)
    assert early.stories[0].id == "s-a00.txt"
    assert early.stories[0].id in {story.id for story in whole.stories}


def test_a_story_is_titled_by_one_of_its_headlines() -> None:
    titles = {article.path: article.title for article in WORLD}
    for story in group(WORLD).stories:
        assert story.title in {titles[path] for path in story.paths}
        assert all(event.title in {titles[path] for path in event.paths} for event in story.events)


@given(st.permutations(WORLD))
@settings(max_examples=25, deadline=None)
def test_the_order_of_articles_never_matters(shuffled: list[Article]) -> None:
    assert msgspec.json.encode(group(shuffled)) == msgspec.json.encode(group(WORLD))


@given(st.integers(min_value=0, max_value=len(WORLD)))
@settings(max_examples=11, deadline=None)
def test_adding_later_articles_gives_what_adding_all_at_once_gives(cut: int) -> None:
    ordered = sorted(WORLD, key=order_key)
    stream = Stream()
    stream.add(ordered[:cut])
    stream.add(ordered[cut:])
    assert msgspec.json.encode(stream.grouping()) == msgspec.json.encode(group(WORLD))


def test_a_late_arrival_attaches_and_moves_nothing() -> None:
    stream = Stream()
    stream.add([article for article in WORLD if article.path != "01.txt"])
    before = {p.path: (p.story, p.event) for p in stream.grouping().placements}
    (late,) = stream.add([WORLD[1]])
    assert late.story == before["00.txt"][0]
    after = {p.path: (p.story, p.event) for p in stream.grouping().placements}
    assert {path: after[path] for path in before} == before


def test_adding_a_path_again_changes_nothing() -> None:
    stream = Stream()
    stream.add(WORLD)
    before = stream.grouping()
    assert stream.add(WORLD[:3]) == ()
    assert stream.grouping() == before


def test_articles_without_a_date_are_taken_last() -> None:
    undated = make_article("晨报", None, "青螺灣渡輪傾覆續報", "瀾口海巡隊在青螺灣打撈渡輪，市長何遠到場。", path="x.txt")
    placed = {p.path: p.story for p in group([undated, *WORLD]).placements}
    assert placed["x.txt"] == placed["00.txt"]


def test_among_few_articles_two_matters_that_share_their_place_stay_apart() -> None:
    nearby = (
        ("晨报", "2031-03-02T13:00:00+08:00", "瀾口圖書館夜間開放", "瀾口圖書館下月起開放到夜裡十一點，館長說先試行半年。"),
        ("北岸台", "2031-03-03T06:00:00+08:00", "澜口中学招聘教师", "澜口中学招聘三名数学教师，报名截止到本月底。"),
    )
    placed = {p.path: p.story for p in group(make_articles(FERRY, nearby)).placements}
    assert placed["00.txt"] == placed["01.txt"] == placed["02.txt"] == placed["03.txt"]
    assert len({placed["00.txt"], placed["04.txt"], placed["05.txt"]}) == 3


def test_among_few_articles_rare_names_bind_what_is_told_in_other_words() -> None:
    folder = (
        (
            "晨报",
            "2031-03-02T08:00:00+08:00",
            "莱索托邮局职员罢工",
            "莱索托首都马塞卢的邮局职员要求加薪，柜台全部关门，信件堆在院子里，工会说不答应就不开门。",
        ),
        (
            "北岸台",
            "2031-03-03T20:00:00+08:00",
            "莱索托首相出面调停",
            "莱索托首相在马塞卢会见工会代表，双方对涨薪幅度各执一词，财政大臣称国库拿不出这笔钱，商会担心账单误期。",
        ),
        ("晨报", "2031-03-02T13:00:00+08:00", "美国一图书馆夜间开放", "美国一家图书馆下月起开放到夜里十一点，馆长说先试行半年。"),
        ("北岸台", "2031-03-03T06:00:00+08:00", "美国中学招聘教师", "美国一所中学招聘三名数学教师，报名截止到本月底。"),
    )
    placed = {p.path: p.story for p in group(make_articles(folder)).placements}
    assert placed["00.txt"] == placed["01.txt"]
    assert len(set(placed.values())) == 3
