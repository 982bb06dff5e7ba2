"""Elsewhere: an article of another story that tells the fact breaks a silence."""

from typing import Any

import pytest

from rashomon.accounts import hear_elsewhere
from rashomon.accounts.telling import tell
from rashomon.model import Article


def account(scene: Any) -> Any:
    """Two outlets give 264 dead at 岚洲; a third goes on writing without."""
    for outlet in ("甲报", "乙报"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲爆炸（{outlet}）", "爆炸造成264人死亡。")
        pen.figure("264人死亡", "killed", 264, 264).name("岚洲", "place")
    for day in ("2031-03-03", "2031-03-04"):
        scene.add("丙台", day, f"岚洲港口{day}", "港口恢复作业。").name("岚洲", "place")
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def other(*sentences: str, outlet: str = "丙台", day: str = "2031-03-05") -> Article:
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:at]) for at in range(len(sentences))]
    spans = tuple((start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True))
    return Article(
        path="elsewhere.txt", document="d", article="a", outlet=outlet, title=sentences[0], published=f"{day}T08:00:00+08:00",
        language="zh-Hans", format="text", text=text, sentences=spans,
    )  # fmt: skip


def silent(told: Any, article: Article) -> list[tuple[str, ...]]:
    return [silence.silent for silence in hear_elsewhere(told, lambda first, last, outlets: [article]).silences]


def test_silence_says_what_was_sought(scene: Any) -> None:
    (silence,) = account(scene).silences
    assert (silence.sought.number, silence.sought.beside) == (264, ("岚洲",))


@pytest.mark.parametrize(
    ("article", "broken"),
    [
        (other("一周要闻", "岚洲爆炸后，遇难者已达二百六十四人。"), True),
        (other("嵐洲之後：各港檢查倉庫", "遇難者為264人。"), True),
        (other("一周要闻", "股指收于264点。"), False),  # of another matter
        (other("一周要闻", "岚洲爆炸造成264人死亡。", outlet="丁社"), False),  # somebody else's
        (other("一年回顾", "岚洲爆炸造成264人死亡。", day="2031-12-30"), False),  # long after
    ],
)
def test_article_of_another_story_breaks_a_silence_where_it_tells_the_fact(scene: Any, article: Article, broken: bool) -> None:
    assert silent(account(scene), article) == ([] if broken else [("丙台",)])
