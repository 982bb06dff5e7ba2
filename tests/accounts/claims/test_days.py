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
