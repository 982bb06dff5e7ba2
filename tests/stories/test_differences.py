"""A later text of an article is kept with what it says otherwise."""

from rashomon.model import Article
from rashomon.stories import group, rebuild, why
from tests.stories.world import DAM, make_article, make_articles

FIRST = ("青螺湾渡轮傾覆。", "海巡队救起六十人。", "市长何远说，死亡人数为12人。", "打捞船明早从北岸出发，预计两天到达现场。")
LATER = (
    "青螺灣渡輪傾覆。",
    "海巡队救起六十人。",
    "市长何远说，死亡人数为17人。",
    "打捞船明早从北岸出发，预计两天到达现场。",
    "船长已被带走。",
)


def make_text(title: str, sentences: tuple[str, ...], *, path: str, hour: int, **fields: object) -> Article:
    spans, start = [(0, len(title))], len(title) + 1
    for sentence in sentences:
        spans.append((start, start + len(sentence)))
        start += len(sentence)
    published = f"2031-03-02T{hour:02}:00:00+08:00"
    return make_article("晨报", published, title, "".join(sentences), path=path, sentences=tuple(spans), **fields)


WORLD = [
    make_text("青螺湾渡轮傾覆", FIRST, path="first.txt", hour=8, url="https://morning.example/1"),
    make_text("青螺湾渡轮傾覆", LATER, path="later.txt", hour=9, url="https://morning.example/1"),
    *make_articles(DAM),
]


def test_a_version_bears_what_was_taken_out_and_what_came_in() -> None:
    placed = {p.path: p for p in group(WORLD).placements}
    later = placed["later.txt"]
    assert later.version_of == "first.txt"
    assert later.difference is not None
    assert [WORLD[0].text[start:end] for start, end in later.difference.gone] == [FIRST[2]]
    assert [WORLD[1].text[start:end] for start, end in later.difference.came] == [LATER[2], LATER[4]]
    assert [path for path, p in placed.items() if p.difference is not None] == ["later.txt"]


def test_a_difference_stays_when_all_is_grouped_anew() -> None:
    whole = group(WORLD)
    assert rebuild(WORLD, whole) == whole


def test_why_quotes_the_difference() -> None:
    told = why("first.txt", "later.txt", WORLD)
    assert f"- {FIRST[2]}" in told
    assert f"+ {LATER[4]}" in told
