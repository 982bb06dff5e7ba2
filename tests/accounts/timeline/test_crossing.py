"""One thing told in two scripts is one line."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell

TOLD = "岚洲警方说，渡轮公司经理3月3日被捕，涉嫌隐瞒检验结果。"
OTHERS = ("港口3月3日恢复作业，首批货轮离港。", "市议会3月3日否决了重建预算。", "气象局3月3日发布大风警告。")


def lines(scene: Any) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Outlets and evidence of the account's lines."""
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).timeline
    return [(line.outlets, tuple(evidence.sentence for evidence in line.evidence)) for line in told]


def add(scene: Any, outlet: str, *sentences: str, kinds: tuple[str, ...] = (), language: str = "zh-Hans") -> Any:
    pen = scene.add(outlet, "2031-03-03", f"{outlet}", *sentences, language=language)
    for sentence, kind in zip(sentences, kinds, strict=False):
        pen.happens(sentence, "2031-03-03", kind)
    return pen


@pytest.mark.parametrize(
    ("english", "one"),
    [
        ("Police in Lanzhou arrested the manager of the ferry company on Sunday.", True),
        ("Police in Lanzhou fired on a crowd near the airport on Sunday.", False),
    ],
)
def test_a_sentence_of_another_script_goes_to_the_line_that_tells_the_same(scene: Any, english: str, one: bool) -> None:
    add(scene, "甲报", TOLD, *OTHERS, kinds=("COERCE", "AID", "REJECT", "HAZARD"))
    add(scene, "Courier", english, kinds=("COERCE",), language="en")
    told = [outlets for outlets, sentences in lines(scene) if english in sentences or TOLD in sentences]
    assert ((("Courier", "甲报") in told), len(told)) == ((True, 1) if one else (False, 2))


@pytest.mark.parametrize(("count", "one"), [(41, True), (17, False)])
def test_counts_tell_sentences_of_two_scripts_apart(scene: Any, count: int, one: bool) -> None:
    chinese, english = "沉船事故死亡人数3月3日升至41人。", f"The death toll from the sinking rose to {count} on Sunday."
    add(scene, "甲报", chinese, *OTHERS, kinds=("ACCIDENT", "AID", "REJECT", "HAZARD")).figure("死亡人数3月3日升至41人", "killed", 41, 41)
    add(scene, "Courier", english, kinds=("ACCIDENT",), language="en").figure(
        f"toll from the sinking rose to {count}", "killed", count, count
    )
    told = [outlets for outlets, sentences in lines(scene) if english in sentences or chinese in sentences]
    assert (told == [("Courier", "甲报")]) is one


@pytest.mark.parametrize(("speaker", "one"), [("The coast guard", True), ("The ferry line", False)])
def test_a_statement_of_one_speaker_is_one_in_both_scripts(scene: Any, speaker: str, one: bool) -> None:
    said, told = "已有27人死亡，32人失踪", "27 people had died and 32 were missing"
    pen = scene.add("甲报", "2031-03-03", "渡轮", f"海岸警卫队说，{said}。", *OTHERS).says(said, "海岸警卫队", cue="说")
    pen.figure("27人死亡", "killed", 27, 27).figure("32人失踪", "missing", 32, 32)
    pen = scene.add("Courier", "2031-03-03", "Ferry", f"{speaker} said {told}.", language="en").says(told, speaker, cue="said")
    pen.figure("27 people had died", "killed", 27, 27).figure("32 were missing", "missing", 32, 32)
    voices = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).voices
    outlets = sorted(statement.outlets for voice in voices for statement in voice.said)
    assert outlets == ([("Courier", "甲报")] if one else [("Courier",), ("甲报",)])


def test_a_city_is_one_place_in_both_scripts(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "首尔踩踏", "首尔发生踩踏，已有59人死亡。").figure("59人死亡", "killed", 59, 59, where="首尔").name(
        "首尔", "place"
    )
    pen = scene.add("Harbor Post", "2031-03-03", "Crush in Seoul", "The crush in Seoul killed 61 people.", language="en")
    pen.figure("killed 61 people", "killed", 61, 61, where="Seoul").name("Seoul", "place")
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    assert [[point.low for point in series.points] for series in told.series] == [[59, 61]]
