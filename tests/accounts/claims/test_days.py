"""Days: which one a claim holds for."""

from typing import Any

from rashomon.accounts.telling import tell


def test_the_count_of_a_headline_holds_for_the_day_that_its_article_gives_it(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-03", "岚洲爆炸死者增至27人", "消防局称，死亡人数2日增至27人。")
    pen.figure("27人", "killed", 27, 27).figure("死亡人数2日增至27人", "killed", 27, 27, when="2031-03-02")
    scene.add("乙台", "2031-03-03", "岚洲爆炸31死", "卫生局称已有31人死亡。").figure("31死", "killed", 31, 31).figure(
        "31人死亡", "killed", 31, 31
    )
    series = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).series
    assert {(point.as_of, point.low) for row in series for point in row.points} == {("2031-03-02", 27), ("2031-03-03", 31)}


def test_a_deed_is_of_the_day_that_a_sentence_below_it_gives(scene: Any) -> None:
    blast, arrest = "岚洲旧港一座仓库爆炸，9人受伤。", "警方其后拘捕了东主何远和两名看守。"
    pen = scene.add("甲报", "2031-03-03", "岚洲仓库爆炸9伤", blast, arrest, "事发在当地周日傍晚，仓库内存有化肥。")
    pen.time("周日傍晚", "2031-03-02TEV").happens("岚洲仓库爆炸9伤", "2031-03-03", "ACCIDENT", anchored=False)
    pen.happens(blast, "2031-03-03", "ACCIDENT", anchored=False).happens(arrest, "2031-03-03", "COERCE", anchored=False)
    scene.add("乙台", "2031-03-03", "岚洲简讯", "岚洲港口照常运作。").happens("岚洲港口照常运作。", "2031-03-03")
    days = {line.text: line.date for line in tell(scene.story, scene.articles, scene.readings, placements=scene.placements).timeline}
    assert (days[blast], days[arrest]) == ("2031-03-02", "2031-03-03")


def test_a_deed_keeps_its_day_where_the_one_below_is_long_past(scene: Any) -> None:
    blast = "岚洲旧港一座仓库爆炸，9人受伤。"
    pen = scene.add("甲报", "2031-03-20", "岚洲仓库爆炸9伤", blast, "事发在3月2日，仓库内存有化肥。").time("3月2日", "2031-03-02")
    pen.happens(blast, "2031-03-20", "ACCIDENT", anchored=False)
    (line,) = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).timeline
    assert line.date == "2031-03-20"
