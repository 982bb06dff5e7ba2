"""A story that has turned from what it began with ends, and what it has become goes on as another."""

from collections import defaultdict
from itertools import pairwise

from rashomon.model import Article
from rashomon.stories import Stream, group
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.matters import OUTBREAK, Matter
from rashomon.stories.turning import watch
from tests.stories.world import make_article

TURNS = (
    "港口 码头 渡轮 封锁 货柜 船员 泊位 拖船 引水 缆绳",
    "船员 检查 封锁 邻城 关卡 货柜 火车 站台 乘客 名册",
    "关卡 邻城 火车 运动会 乘客 场馆 名册 选手 入城 彩排",
    "运动会 场馆 选手 彩排 圣火 入城 看台 教练 旗手 奖牌",
    "圣火 看台 教练 旗手 奖牌 裁判 决赛 领奖台 纪录 主播",
    "裁判 决赛 领奖台 纪录 主播 金牌 总分 闭幕 烟花 奖杯",
)


def make_articles(turns: tuple[str, ...]) -> list[Article]:
    """A turn is two days with 24 articles, which share most of their words with the turn before."""
    told = []
    for turn, line in enumerate(turns):
        words = line.split()
        for number in range(24):
            mine = [words[(number + step) % len(words)] for step in range(7)]
            text = "。".join(f"{one}与{other}" for one, other in pairwise(mine))
            hour = turn * 48 + number * 2
            day, clock = divmod(hour, 24)
            published = f"2031-03-{day + 1:02d}T{clock:02d}:05:00+00:00"
            told.append(
                make_article(f"报{number}", published, f"斐济{mine[0]}{mine[1]}{mine[2]}", f"{text}。", path=f"{turn}-{number}.txt")
            )
    return told


def make_story(words: str, articles: int, *, matter: Matter | None = None, since: float = 0.0, story: Cluster | None = None) -> Cluster:
    story = story or Cluster(since, 48.0)
    for number in range(articles):
        face = Face(words=dict.fromkeys(words.split(), 0.5), title={}, places={"FJ": 1.0}, hour=since + number, matter=matter)
        story.join(face)
        watch(story)
    return story


def test_a_story_of_which_nothing_is_left_has_turned() -> None:
    story = make_story("港口 码头 渡轮 封锁", 45)
    assert not story.turned
    make_story("圣火 看台 教练 旗手", 45, since=300.0, story=story)
    assert story.turned


def test_a_story_that_keeps_its_words_goes_on_and_an_outbreak_is_one_in_whatever_words() -> None:
    story = make_story("港口 码头 渡轮 封锁", 45)
    make_story("港口 封锁 旗手 教练", 45, since=300.0, story=story)
    assert not story.turned
    outbreak = Matter(field=OUTBREAK, subject="FJ", strength=0.9)
    story = make_story("港口 码头 渡轮 封锁", 45, matter=outbreak)
    make_story("圣火 看台 教练 旗手", 45, matter=outbreak, since=300.0, story=story)
    assert not story.turned


def test_what_it_has_become_goes_on_as_one_story_with_events_of_its_own() -> None:
    articles = make_articles(TURNS)
    placed = {p.path: p for p in group(articles).placements}
    first, last = placed["0-0.txt"].story, placed["5-23.txt"].story
    assert first != last
    assert {placed[f"0-{number}.txt"].story for number in range(24)} == {first}
    assert {placed[f"5-{number}.txt"].story for number in range(24)} == {last}
    stories = defaultdict(set)
    for placement in placed.values():
        stories[placement.event].add(placement.story)
    assert {len(held) for held in stories.values()} == {1}


def test_a_stream_turns_where_the_whole_does() -> None:
    articles, stream = make_articles(TURNS), Stream()
    for start in range(0, len(articles), 7):
        stream.add(articles[start : start + 7])
    assert stream.grouping() == group(articles)
