"""A story that pauses sleeps as a small sketch, and wakes when it goes on."""

import msgspec
import pytest

from rashomon.model import Article
from rashomon.stories import Stream, group, pack, rebuild, sleepers, unpack, why
from rashomon.stories.clusters import Cluster, Face, Sum
from rashomon.stories.matters import OUTBREAK, Matter
from rashomon.stories.moments import order_key
from rashomon.stories.sleepers import Sketch, Sleepers, draw, restore
from tests.stories.world import DAM, FERRY, OTHERS, make_article, make_articles

LATER = (
    ("北岸台", "2031-05-08T09:00:00+08:00", "兰花展落幕", "植物园的兰花展今天落幕，三周里有两万名游客入园。"),
    ("海闻社", "2031-05-12T08:00:00+08:00", "青螺湾渡轮船长出庭", "在青螺湾傾覆的渡輪船長今天出庭，澜口海巡队队员作证，市长何远到庭旁听。"),
    ("晨报", "2031-05-12T09:00:00+08:00", "瀾口漁市重開", "瀾口漁市今天重開，漁民說今年魚價比去年低。"),
    ("晨报", "2031-05-13T08:00:00+08:00", "烏嶺水壩移民開始搬遷", "烏嶺水壩庫區的移民與水務局簽了補償協議，段青說搬遷本月完成。"),
)
WORLD = sorted(make_articles(FERRY, DAM, OTHERS, LATER), key=order_key)
ORCHIDS, INQUEST, MARKET, MOVE = "10.txt", "11.txt", "12.txt", "13.txt"


def place(articles: list[Article]) -> dict[str, str]:
    return {p.path: p.story for p in group(articles).placements}


def test_a_story_wakes_when_it_goes_on_andpick_wordss_its_id() -> None:
    grouping = group(WORLD)
    placed = {p.path: p for p in grouping.placements}
    assert placed[INQUEST].story == placed["00.txt"].story == "s-a00.txt"
    assert placed[MOVE].story == placed["04.txt"].story
    assert placed[INQUEST].event == f"e-a{INQUEST}"
    (story,) = [story for story in grouping.stories if story.id == "s-a00.txt"]
    assert (story.first, story.last, story.formerly) == ("2031-03-02", "2031-05-12", ())


def test_what_only_shares_its_place_wakes_nothing() -> None:
    placed = place(WORLD)
    assert [path for path, story in placed.items() if story == placed[MARKET]] == [MARKET]


def test_the_stream_goes_on_alike_wherever_it_was_cut_and_put_away() -> None:
    whole = group(WORLD)
    for cut in range(len(WORLD) + 1):
        stream = Stream()
        stream.add(WORLD[:cut])
        packed = pack(stream)
        again = unpack(packed.live, [packed.members])
        again.add(WORLD[cut:])
        assert again.grouping() == whole
    assert rebuild(WORLD, whole) == whole


def test_a_late_arrival_wakes_the_story_it_belongs_to_and_moves_nothing() -> None:
    stream = Stream()
    stream.add([article for article in WORLD if article.path not in ("03.txt", INQUEST)])
    before = {p.path: (p.story, p.event) for p in stream.grouping().placements}
    (late,) = stream.add([article for article in WORLD if article.path == "03.txt"])
    assert late.story == "s-a00.txt"
    after = {p.path: (p.story, p.event) for p in stream.grouping().placements}
    assert {path: after[path] for path in before} == before


def test_a_story_woken_once_takes_what_comes_as_a_live_one_does() -> None:
    more = make_article(
        "北岸台", "2031-05-14T08:00:00+08:00", "渡轮案休庭", "青螺湾渡轮傾覆案休庭，船长的律师要求海巡队交出记录。", path="more.txt"
    )
    placed = place([*WORLD, more])
    assert placed["more.txt"] == placed[INQUEST] == placed["00.txt"]


def test_a_young_story_is_bound_to_the_one_that_slept_once_it_shows() -> None:
    vague = make_article(
        "北岸台", "2031-05-12T07:00:00+08:00", "船长案明日开庭", "法庭说，船长案明天开庭，旁听席五十个，记者席另设。", path="vague.txt"
    )
    clear = make_article(
        "晨报",
        "2031-05-12T12:00:00+08:00",
        "船長案開庭 青螺灣渡輪傾覆前曾示警",
        "法庭說，船長案今天開庭，旁聽席和記者席坐滿。青螺灣渡輪傾覆時派船搜救的瀾口海巡隊，與市長何遠都到庭作證。",
        path="clear.txt",
    )
    first = [article for article in WORLD if article.path != INQUEST]
    assert place([*first, vague])["vague.txt"] == "s-avague.txt"
    grouping = group([*first, vague, clear])
    placed = {p.path: p.story for p in grouping.placements}
    assert placed["vague.txt"] == placed["clear.txt"] == "s-a00.txt"
    assert [story.formerly for story in grouping.stories if story.id == "s-a00.txt"] == [("s-avague.txt",)]


def test_a_market_goes_on_after_its_holidays() -> None:
    rows = [
        ("晨报", "2031-01-20T16:30:00+08:00", "港股收升百點", "恒生指數收升一百點，成交增加。"),
        ("晨报", "2031-02-04T16:30:00+08:00", "港股節後首日跌80點", "恒生指數節後首日收市跌80點，地產股偏軟。"),
    ]
    placed = place([make_article(*row, path=f"{n}.txt", zone="Asia/Hong_Kong") for n, row in enumerate(rows)])
    assert placed["0.txt"] == placed["1.txt"]


def test_why_tells_what_woke_a_story() -> None:
    told = why("00.txt", INQUEST, WORLD)
    assert "woke the story of the earlier one" in told[1]
    assert any("slept" in line and "over the bar" in line for line in told)
    apart = why("00.txt", ORCHIDS, WORLD)
    assert "did not join the story of the earlier one, which slept" in apart[1]
    assert any("slept" in line and "not over it" in line for line in apart)


def test_what_is_forgotten_leaves_no_words_in_a_sketch() -> None:
    stream = Stream()
    stream.add(WORLD)
    gone = next(article for article in WORLD if article.path == "08.txt")
    assert "兰花".encode() in pack(stream).live
    for article in (gone, next(article for article in WORLD if article.path == "10.txt")):
        stream.forget(article)
    assert "兰花".encode() not in pack(stream).live


def make_story(hour: float, words: dict[str, float]) -> Cluster:
    cluster = Cluster(hour, 48.0)
    cluster.join(Face(words=words, title=dict(list(words.items())[:2]), places={"FJ": 1.0}, hour=hour))
    return cluster


def test_a_sketch_has_a_fixed_size_and_a_story_made_of_it_is_like_it() -> None:
    story = make_story(0.0, {f"w{n:03}": 0.1 for n in range(100)})
    sketch = draw(story)
    assert len(sketch.words["han"]) == 48
    again = restore(sketch, 900.0, 48.0)
    assert (again.size, again.first, again.last) == (1, 0.0, 0.0)
    assert again.words["han"].measure(sketch.words["han"]) == pytest.approx(sum(share**2 for share in sketch.words["han"].values()) ** 0.5)


def test_a_city_is_a_part_of_its_country_asleep_as_awake() -> None:
    story = make_story(0.0, {"疫情": 1.0})
    story.matters.add(OUTBREAK, "FJ", 1.0)
    shares = [draw(story).share(Matter(field=OUTBREAK, subject=subject, strength=1.0)) for subject in ("FJ", "FJ/Suva", "TO")]
    assert shares == [1.0, 0.2, 0.0]
    assert [story.matters.measure(Matter(field=OUTBREAK, subject=one, strength=1.0), 1)[0] for one in ("FJ", "FJ/Suva", "TO")] == shares


def test_sketches_are_bounded_and_the_longest_asleep_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleepers, "_MOST", 3)
    asleep = Sleepers()
    for number in range(5):
        asleep.add(number, draw(make_story(float(number), {"渡轮": 0.8, f"w{number}": 0.6})))
    assert len(asleep) == 3
    assert [number for number, _ in asleep.find({"渡轮": 0.8, "w4": 0.6})] == [4]
    assert asleep.get(0) is None
    taken = asleep.take(4)
    assert isinstance(taken, Sketch)
    assert (asleep.find({"渡轮": 0.8, "w4": 0.6}), asleep.take(4)) == ([], None)
    assert msgspec.json.encode(sorted(asleep._holding)) == msgspec.json.encode(["w2", "w3", "渡轮"])


def test_a_sleeperpick_wordss_the_heaviest_words_of_a_sum_that_came_as_it_is() -> None:
    total = Sum()
    total.add({"甲": 0.2, "乙": 0.9, "丙": 0.4}, 1)
    assert list(sleepers.pick_words(total, 2)) == ["乙", "丙"]


def test_a_story_that_wakes_is_as_wide_as_it_was() -> None:
    story = Cluster(0.0, 48.0)
    for number in range(9):
        words = {"渡轮": 0.4, f"证人{number}": 0.9165}
        story.join(Face(words=words, title=words, places={"FJ": 1.0}, hour=float(number)))
    breadth = story.words["han"].measure_breadth()
    assert 0.3 < breadth == pytest.approx(restore(draw(story), 900.0, 48.0).words["han"].measure_breadth(), abs=0.01)
