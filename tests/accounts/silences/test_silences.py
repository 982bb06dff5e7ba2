"""Silences: told only where no wording of an outlet's articles can hold the fact."""

from typing import Any

import msgspec
import pytest

from rashomon.accounts.telling import tell


def silences(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements).silences


def press(scene: Any, *later: str, days: tuple[str, ...] = ("2031-03-03", "2031-03-04")) -> Any:
    """Two outlets give 264 dead; a third goes on writing."""
    for outlet in ("甲报", "乙报"):
        scene.add(outlet, "2031-03-02", f"岚洲（{outlet}）", "爆炸造成264人死亡。").figure("264人死亡", "killed", 264, 264)
    for day, sentence in zip(days, later, strict=False):
        scene.add("丙台", day, f"岚洲港口{day}", sentence)
    return scene


def test_outlet_that_went_on_without_the_fact_is_silent(scene: Any) -> None:
    (silence,) = silences(press(scene, "港口周三恢复作业。", "保险公司开始估算损失。"))
    assert (silence.silent, silence.carried_by, silence.known_since) == (("丙台",), ("乙报", "甲报"), "2031-03-02")


@pytest.mark.parametrize("wording", ["死者达264名。", "二百六十四人遇难。", "逾260人遇难。", "近300人遇难。", "遇难者为２６４人。"])
def test_any_wording_of_the_number_breaks_the_silence(scene: Any, wording: str) -> None:
    assert silences(press(scene, "港口周三恢复作业。", wording)) == ()


def test_one_article_is_too_little_to_be_silent(scene: Any) -> None:
    assert silences(press(scene, "港口周三恢复作业。")) == ()


def test_what_was_written_before_the_fact_was_known_is_no_silence(scene: Any) -> None:
    press(scene, "港口周三恢复作业。", "保险公司开始估算损失。", days=("2031-03-02", "2031-03-04"))
    early = next(article for article in scene.articles if article.outlet == "丙台")
    scene.articles[scene.articles.index(early)] = msgspec.structs.replace(early, published="2031-03-02T06:00:00+08:00")
    assert silences(scene) == ()


def test_next_article_with_a_higher_toll_answers_a_lower_one_however_late(scene: Any) -> None:
    press(scene, "爆炸遇难者增至271人。", "保险公司开始估算损失。", days=("2031-03-08", "2031-03-09"))
    written = [article.path for article in scene.articles if article.outlet == "丙台"]
    assert [silence.silent for silence in silences(scene)] == [("丙台",)], "the reading holds no count yet"
    scene.readings[written[0]] = msgspec.structs.replace(
        scene.readings[written[0]],
        figures=(msgspec.structs.replace(scene.readings[scene.articles[0].path].figures[0], start=0, end=11, low=271, high=271),),
    )
    assert silences(scene) == ()


def test_writing_long_after_is_no_silence(scene: Any) -> None:
    assert silences(press(scene, "港口重建完成。", "港口举行纪念。", days=("2031-05-03", "2031-05-04"))) == ()


def test_fact_of_one_outlet_makes_nobody_silent(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "岚洲", "爆炸造成264人死亡。").figure("264人死亡", "killed", 264, 264)
    for outlet in ("乙报", "丙台"):
        for day in ("2031-03-03", "2031-03-04"):
            scene.add(outlet, day, f"岚洲港口{day}", "港口恢复作业。")
    assert silences(scene) == ()


def test_count_taken_back_is_kept_quiet_by_who_goes_on(scene: Any) -> None:
    for outlet in ("甲报", "乙报"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲（{outlet}）", "卫生厅贴文称61人死亡。", "贴文随后被删除。")
        pen.figure("61人死亡", "killed", 61, 61, chain=("卫生厅",))
    for day in ("2031-03-03", "2031-03-04"):
        scene.add("丙台", day, f"岚洲{day}", "爆炸已致61人死亡。").figure("61人死亡", "killed", 61, 61)
    (silence,) = silences(scene)
    assert (silence.fact, silence.silent) == ("贴文随后被删除。", ("丙台",))


@pytest.mark.parametrize("sentence", ["撤离指示发往沿岸。", "约3.1万人收到撤离指示。"])
def test_rounded_counts_are_one_that_is_known_the_wider(scene: Any, sentence: str) -> None:
    for outlet, told, value in (
        ("甲报", "31200人", 31200),
        ("乙报", "31200人", 31200),
        ("丁社", "3.12万人", 31200),
        ("戊报", "3万人", 30000),
    ):
        scene.add(outlet, "2031-03-02", f"岚洲（{outlet}）", f"沿岸{told}撤离。").figure(f"{told}撤离", "evacuated", value, value)
    scene.add("丙台", "2031-03-03", "岚洲港口", "港口周三恢复作业。")
    scene.add("丙台", "2031-03-04", "岚洲沿岸", sentence)
    quiet = [silence.silent for silence in silences(scene)]
    assert quiet == ([("丙台",)] if "3.1万" not in sentence else [])


def test_toll_of_all_does_not_answer_the_count_of_some(scene: Any) -> None:
    for outlet in ("甲报", "乙报"):
        pen = scene.add(outlet, "2031-03-02", f"岚洲（{outlet}）", "冲突中有16名士兵死亡。")
        pen.figure("16名士兵死亡", "killed", 16, 16, group="security")
    for day in ("2031-03-03", "2031-03-04"):
        scene.add("丙台", day, f"岚洲{day}", "16日爆炸以来共有264人死亡。").figure("264人死亡", "killed", 264, 264)
    (silence,) = silences(scene)
    assert silence.silent == ("丙台",)


@pytest.mark.parametrize(("later", "quiet"), [("2031-03-05", False), ("2031-03-08", True)], ids=["the next days", "a week later"])
def test_a_higher_count_answers_one_within_days(scene: Any, later: str, quiet: bool) -> None:
    for outlet in ("甲报", "乙报"):
        pen = scene.add(outlet, "2031-03-03", f"岚洲（{outlet}）", "冲突中有43名士兵死亡。")
        pen.figure("43名士兵死亡", "killed", 43, 43, group="security")
    scene.add("丙台", "2031-03-04", "岚洲港口", "港口恢复作业。")
    scene.add("丙台", later, "岚洲军方", "军方说死亡士兵增至51人。").figure("死亡士兵增至51人", "killed", 51, 51, group="security")
    assert (("丙台",) in [silence.silent for silence in silences(scene)]) == quiet


@pytest.mark.parametrize(("sentence", "quiet"), [("渡轮公司派出7名水手清点缆绳。", True), ("渡口昨夜有7人丧命。", False)])
def test_a_small_number_is_a_count_of_the_dead_in_a_sentence_on_them(scene: Any, sentence: str, quiet: bool) -> None:
    for outlet in ("甲报", "乙报"):
        scene.add(outlet, "2031-03-02", f"岚洲（{outlet}）", "渡轮倾覆造成7人死亡。").figure("7人死亡", "killed", 7, 7)
    scene.add("丙台", "2031-03-03", "岚洲港口", "港口周三恢复作业。")
    scene.add("丙台", "2031-03-04", "岚洲渡口", sentence)
    assert [silence.silent for silence in silences(scene)] == ([("丙台",)] if quiet else [])


@pytest.mark.parametrize(
    ("headline", "sentence", "quiet"),
    [
        ("岚河水位涨到18米", "渡口周三恢复作业。", True),
        ("岚河水位涨到18米", "渡口的水深逾十七米。", False),
        ("岚河水位猛涨", "渡口周三恢复作业。", False),
    ],
    ids=["nothing near it", "nearly the same", "by the way"],
)
def test_an_amount_of_a_headline_is_left_out_by_who_gives_none_near_it(scene: Any, headline: str, sentence: str, quiet: bool) -> None:
    scene.add("甲报", "2031-03-02", headline, "水文站说，水位在午夜升至18米。")
    scene.add("乙报", "2031-03-02", "岚洲汛情", "岚河午夜高达18米，漫过石桥。")
    for day, told in (("2031-03-03", "学校照常上课。"), ("2031-03-04", sentence)):
        scene.add("丙台", day, f"岚洲渡口{day}", told)
    assert [silence.silent for silence in silences(scene)] == ([("丙台",)] if quiet else [])


def test_what_was_known_before_the_story_began_makes_nobody_silent(scene: Any) -> None:
    for outlet in ("甲报", "乙报"):
        scene.add(outlet, "2029-03-02", f"岚洲旧事（{outlet}）", "爆炸造成264人死亡。").figure("264人死亡", "killed", 264, 264)
    for day in ("2029-03-03", "2029-03-04"):
        scene.add("丙台", day, f"岚洲港口{day}", "港口恢复作业。")
    story = msgspec.structs.replace(scene.story, first="2031-03-02")
    assert tell(story, scene.articles, scene.readings, placements=scene.placements).silences == ()


@pytest.mark.parametrize(("sentence", "quiet"), [("港口周三恢复作业。", True), ("考古队的王墓中出土了玉印和帛书。", False)])
def test_fact_in_words_that_nothing_comes_near(scene: Any, sentence: str, quiet: bool) -> None:
    told = "考古队3月2日在岚洲北坡打开王墓，取出玉印和三卷帛书。"
    for outlet in ("甲报", "乙报"):
        scene.add(outlet, "2031-03-02", f"岚洲北坡（{outlet}）", told, f"{outlet}记者在场。").happens(told, "2031-03-02")
    scene.add("丁社", "2031-03-02", "岚洲公告", *(f"第{n}号公告说明第{n}件琐事在哪个窗口办理。" for n in range(40)))  # else no word is rare
    for at, other in enumerate((sentence, "渡轮公司公布夏季航班时刻和票价。", "市议会讨论街灯更换的预算。")):
        scene.add("丙台", f"2031-03-0{at + 3}", f"岚洲简讯{at}", other).happens(other, f"2031-03-0{at + 3}")
    assert any(silence.silent == ("丙台",) for silence in silences(scene)) == quiet


@pytest.mark.parametrize(("first", "second", "quiet"), [("6%", "6%", True), ("6%", "3.4%", False)])
def test_two_numbers_are_no_fact_that_two_outlets_carry(scene: Any, first: str, second: str, quiet: bool) -> None:
    for outlet, share in (("甲报", first), ("乙报", second)):
        told = f"考古队周日在岚洲北坡打开王墓，玉印的估价高出{share}。"
        scene.add(outlet, "2031-03-02", f"岚洲北坡（{outlet}）", told, f"{outlet}记者在场。").happens(told, "2031-03-02")
    scene.add("丁社", "2031-03-02", "岚洲公告", *(f"第{n}号公告说明第{n}件琐事在哪个窗口办理。" for n in range(40)))
    for at, other in enumerate(("港口周三恢复作业。", "渡轮公司公布夏季航班时刻和票价。")):
        scene.add("丙台", f"2031-03-0{at + 3}", f"岚洲简讯{at}", other).happens(other, f"2031-03-0{at + 3}")
    assert any(silence.silent == ("丙台",) for silence in silences(scene)) == quiet


@pytest.mark.parametrize(("language", "quiet"), [("zh-Hant", True), ("en", False)])
def test_words_are_not_looked_for_in_another_language(scene: Any, language: str, quiet: bool) -> None:
    told = "考古队3月2日在岚洲北坡打开王墓，取出玉印和三卷帛书。"
    for outlet in ("甲报", "乙报"):
        scene.add(outlet, "2031-03-02", f"岚洲北坡（{outlet}）", told, f"{outlet}记者在场。").happens(told, "2031-03-02")
    scene.add("丁社", "2031-03-02", "岚洲公告", *(f"第{n}号公告说明第{n}件琐事在哪个窗口办理。" for n in range(40)))
    for day in ("2031-03-03", "2031-03-04"):
        scene.add("丙台", day, f"Lanzhou {day}", "The tomb of a king was opened on Sunday.", language=language)
    assert any(silence.silent == ("丙台",) for silence in silences(scene)) == quiet


def test_text_taken_over_from_another_breaks_the_silence(scene: Any) -> None:
    press(scene, "港口周三恢复作业。", "保险公司开始估算损失。")
    first = scene.articles[0].path
    scene.add("丙台", "2031-03-04", "岚洲（转载）", "爆炸造成二百六十四人死亡。", repeats=first)
    assert silences(scene) == ()
