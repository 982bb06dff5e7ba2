"""Stories that a matter's first hours founded apart are bound once they are seen to be one."""

import msgspec
import pytest

from rashomon.model import Article
from rashomon.stories import Settings, Stream, group, rebuild, why
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.moments import order_key
from tests.stories.world import OTHERS, make_articles

STRICT = Settings(many=0)  # as if many stories lived
QUAKE = (
    ("晨报", "2031-05-06T06:00:00+08:00", "苍陵县凌晨地震", "苍陵县凌晨发生地震，震源很浅，县城多处断电，居民跑到街上过夜。"),
    ("北岸台", "2031-05-06T07:00:00+08:00", "石坎隧道塌方", "石坎隧道今早塌方，十一名工人被困，消防队赶到洞口救援。"),
    (
        "海闻社",
        "2031-05-06T09:00:00+08:00",
        "苍陵地震 石坎隧道塌方",
        "苍陵县凌晨地震，县城断电，居民在街上过夜；石坎隧道塌方，工人被困，消防队在洞口救援。",
    ),
    (
        "晨报",
        "2031-05-06T11:00:00+08:00",
        "苍陵地震：石坎隧道工人被困",
        "苍陵县地震后县城断电，居民在街上过夜，震源很浅；石坎隧道塌方，消防队往洞口送水。",
    ),
    (
        "北岸台",
        "2031-05-06T13:00:00+08:00",
        "苍陵地震：县城恢复供电",
        "苍陵县凌晨地震后断电的县城恢复供电，居民离开街上回家；石坎隧道塌方，工人仍被困。",
    ),
)
WORLD = make_articles(QUAKE, OTHERS)


def place(articles: list[Article], settings: Settings) -> dict[str, str]:
    return {p.path: p.story for p in group(articles, settings=settings).placements}


def test_stories_founded_apart_become_one_and_the_earlier_names_the_later() -> None:
    early = place(WORLD[:2], STRICT)
    assert early["00.txt"] != early["01.txt"]
    grouping = group(WORLD, settings=STRICT)
    (story,) = [story for story in grouping.stories if "00.txt" in story.paths]
    assert story.paths == ("00.txt", "01.txt", "02.txt", "03.txt", "04.txt")
    assert (story.id, story.formerly) == (early["00.txt"], (early["01.txt"],))
    assert {p.story for p in grouping.placements if p.path in story.paths} == {story.id}


def test_other_matters_are_not_bound() -> None:
    placed = place(WORLD, STRICT)
    assert len(set(placed.values())) == 1 + len(OTHERS)


def test_what_stayed_apart_from_a_story_that_was_well_known_stays_apart() -> None:
    placed = place(WORLD, msgspec.structs.replace(STRICT, born=0.1))
    assert placed["00.txt"] != placed["01.txt"]


def test_two_stories_that_both_grew_stay_apart_unless_they_are_surely_one() -> None:
    for sure, one in ((9.0, False), (0.0, True)):
        placed = place(WORLD, msgspec.structs.replace(STRICT, large=0, sure=sure))
        assert (placed["00.txt"] == placed["01.txt"]) is one


def test_the_fewer_words_two_stories_share_the_more_likeness_is_wanted() -> None:
    placed = place(WORLD, msgspec.structs.replace(STRICT, several=1000.0, alone=2.0))
    assert placed["00.txt"] != placed["01.txt"]


@pytest.mark.parametrize(("second", "early", "one"), [("07:30", 0.0, True), ("07:30", 9.0, False), ("06:30", 0.0, False)])
def test_of_two_that_both_grew_less_is_wanted_where_the_earlier_was_not_known_when_the_later_was_founded(
    second: str, early: float, one: bool
) -> None:
    grown = (
        ("北岸台", f"2031-05-06T{second}:00+08:00", "苍陵县地震断电", "苍陵县凌晨地震，震源很浅，县城仍断电，居民在街上等到天亮。"),
        ("晨报", "2031-05-06T08:00:00+08:00", "石坎隧道塌方 工人被困", "石坎隧道塌方，十一名工人被困，消防队在洞口挖掘救援。"),
    )
    settings = msgspec.structs.replace(STRICT, bind=9.0, large=1, sure=9.0, early=early)
    placed = place(make_articles(QUAKE, grown, OTHERS), settings)
    assert (placed["05.txt"], placed["06.txt"]) == (placed["00.txt"], placed["01.txt"])
    assert (placed["00.txt"] == placed["01.txt"]) is one


@pytest.mark.parametrize("cut", range(len(WORLD)))
def test_binding_keeps_the_order_law(cut: int) -> None:
    ordered = sorted(WORLD, key=order_key)
    stream = Stream(STRICT)
    stream.add(ordered[:cut])
    stream.add(ordered[cut:])
    assert msgspec.json.encode(stream.grouping()) == msgspec.json.encode(group(WORLD, settings=STRICT))


def test_rebuilding_keeps_what_was_bound() -> None:
    whole = group(WORLD, settings=STRICT)
    assert rebuild(WORLD, whole, settings=STRICT) == whole


def test_why_tells_of_two_that_were_founded_apart() -> None:
    told = why("00.txt", "01.txt", WORLD, settings=STRICT)
    assert any("founded apart" in line for line in told)


@pytest.mark.parametrize("memory", [None, 48.0])
def test_a_cluster_bound_to_another_is_as_if_its_articles_had_come_there(memory: float | None) -> None:
    faces = [Face(words={"地震": 0.8, str(n): 0.6}, title={"地震": 1.0}, places={"FJ": 1.0}, hour=10.0 * n) for n in range(4)]
    one, two, whole = Cluster(0.0, memory), Cluster(10.0, memory), Cluster(0.0, memory)
    for number, face in enumerate(faces):
        (one, two)[number % 2].join(face)
        whole.join(face)
    one.absorb(two)
    assert (one.size, one.first, one.last, one.written) == (whole.size, whole.first, whole.last, whole.written)
    assert one.words["han"].weights == pytest.approx(whole.words["han"].weights)
    assert one.words["han"].square == pytest.approx(whole.words["han"].square)
