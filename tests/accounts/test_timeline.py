"""The timeline: told once, the widely told first."""

from collections.abc import Callable
from typing import Any

from rashomon.accounts import tell


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def test_one_happening_in_two_scripts_is_one_line(blast: Callable[[], Any]) -> None:
    lines = [line for line in account_of(blast()).timeline if line.date == "2031-03-02"]
    assert [line.outlets for line in lines if "9人死亡" in line.text] == [("北岸电台", "海潮报")]


def test_widely_told_outweighs_told_once(scene: Any) -> None:
    for outlet in ("甲报", "乙报", "丙台"):
        sentence = f"岚洲港化学品仓库2日凌晨爆炸，消防车赶到港区（{outlet}）。"
        scene.add(outlet, "2031-03-02", f"岚洲爆炸（{outlet}）", sentence).happens(sentence, "2031-03-02", "ACCIDENT")
    lone = "岚洲歌剧院2日宣布下个演季的全部剧目和客座指挥。"
    scene.add("丁网", "2031-03-02", "岚洲歌剧院演季", lone).happens(lone, "2031-03-02")
    weights = {line.text[:5]: line.weight for line in account_of(scene).timeline}
    assert weights["岚洲港化学"] > weights["岚洲歌剧院"]


def test_lines_stand_by_date(blast: Callable[[], Any]) -> None:
    dates = [line.date for line in account_of(blast()).timeline]
    assert dates == sorted(dates)


def test_lone_article_keeps_its_own_order(scene: Any) -> None:
    first, second = "市府大楼周一傍晚起火，火势一小时后扑灭。", "市长下令彻查起火原因，并慰问受伤员工。"
    scene.add("甲报", "2031-05-05", "市府起火", first, second).happens(first, "2031-05-05").happens(second, "2031-05-05")
    lines = account_of(scene).timeline
    assert [line.text for line in lines] == [first, second]
    assert lines[0].weight > lines[1].weight


def test_lead_quotes_sentences_of_the_articles(blast: Callable[[], Any]) -> None:
    scene = blast()
    texts = [article.text for article in scene.articles]
    leads = account_of(scene).lead
    assert leads
    assert all(any(lead.text in text for text in texts) for lead in leads)
