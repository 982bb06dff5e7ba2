"""Digests: of a round-up a story hears its own paragraphs."""

from typing import Any

from rashomon.accounts.telling import tell

OWN = ("岚洲大桥2日凌晨垮塌，救援船赶到桥墩附近。", "救援人员在大桥垮塌处救出7人，垮塌原因仍在调查。")
OTHERS = tuple(f"第{at}版：诺兰剧院第{at}场演出已有{at + 40}名演员受伤，票房照旧。" for at in range(30))


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def bridge(scene: Any, *digest: str) -> Any:
    for at in range(6):
        told = f"岚洲大桥垮塌第{at + 1}日，救援队在垮塌处继续救援。"
        scene.add(f"甲报{at}", f"2031-03-0{at + 2}", f"岚洲大桥垮塌 救援第{at + 1}日", told).happens(told, f"2031-03-0{at + 2}")
    pen = scene.add("乙台", "2031-03-03", *digest)
    for sentence in digest[1:]:
        pen.happens(sentence, "2031-03-03")
        if "受伤" in sentence:
            pen.figure(sentence[sentence.index("已有") + 2 : sentence.index("受伤") + 2], "injured", 40, 40)
    return account_of(scene)


def test_of_a_digest_only_its_own_paragraphs_are_heard(scene: Any) -> None:
    account = bridge(scene, "一周要闻：岚洲大桥垮塌等", *OTHERS[:15], *OWN, *OTHERS[15:])
    lines = {line.text for line in account.timeline}
    assert lines & set(OWN)
    assert not lines & set(OTHERS)
    assert not account.series


def test_an_article_on_one_side_of_the_matter_is_heard_whole(scene: Any) -> None:
    account = bridge(scene, "岚洲剧院停演", *OTHERS)
    assert {line.text for line in account.timeline} & set(OTHERS)
