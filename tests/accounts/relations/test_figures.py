"""Figures: which count is a later state of which, and which only counts others."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell

Told = tuple[str, str, int, int | None, str]  # day, words in a sentence, least, most, measure


def kinds(scene: Any, one: Told, other: Told, **fields: Any) -> set[str]:
    for outlet, (day, words, low, high, measure) in (("甲报", one), ("乙报", other)):
        scene.add(outlet, day, f"消息（{outlet}）", f"当局说，{words}。").figure(words, measure, low, high, **fields)
    return {r.kind for r in tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations}


@pytest.mark.parametrize(
    ("one", "other", "updates"),
    [
        (("2031-03-02", "40人死亡", 40, 40, "killed"), ("2031-03-04", "90人死亡", 90, 90, "killed"), True),
        (("2031-03-02", "数十人死亡", 20, 99, "killed"), ("2031-03-04", "40人死亡", 40, 40, "killed"), False),
        (("2031-03-02", "数十人死亡", 20, 99, "killed"), ("2031-03-04", "140人死亡", 140, 140, "killed"), True),
        (("2031-03-02", "该40宗死亡", 40, 40, "killed"), ("2031-03-04", "90人死亡", 90, 90, "killed"), False),
        (("2031-03-02", "拘捕3名女子", 3, 3, "detained"), ("2031-03-02", "拘捕5名男子", 5, 5, "detained"), False),
        (("2031-03-02", "5人被捕", 5, 5, "detained"), ("2031-03-02", "97人被捕", 97, 97, "detained"), False),
        (("2031-03-02", "3人死亡", 3, 3, "killed"), ("2031-03-02", "17人死亡", 17, 17, "killed"), True),
        (("2031-03-02", "3人死亡", 3, 3, "killed"), ("2031-03-06", "60人死亡", 60, 60, "killed"), False),
        (("2031-03-02", "约10人被捕", 10, 10, "detained"), ("2031-03-02", "十多人被捕", 11, 19, "detained"), False),
        (("2031-03-02", "8人被捕", 8, 8, "detained"), ("2031-03-02", "十多人被捕", 11, 19, "detained"), True),
        (("2031-03-02", "17人情况危殆", 17, 17, "critical"), ("2031-03-05", "26人情况严重", 26, 26, "critical"), False),
        (("2031-03-02", "17人情况危殆", 17, 17, "critical"), ("2031-03-05", "26人情况危殆", 26, 26, "critical"), True),
        (("2031-03-02", "1人死亡", 1, 1, "killed"), ("2031-03-03", "连同枪手在内，2人死亡", 2, 2, "killed"), False),
    ],
    ids=[
        "more",
        "a word for as many",
        "a word for fewer",
        "those told of",
        "women and men",
        "a quarter",
        "the first dead",
        "long after",
        "two rough numbers",
        "a rough one",
        "two grades",
        "one grade",
        "with whoever did it",
    ],
)
def test_a_later_state_of_a_count(scene: Any, one: Told, other: Told, updates: bool) -> None:
    assert ("updates" in kinds(scene, one, other)) is updates


@pytest.mark.parametrize(("group", "told"), [(9, True), (40, False), (26, False)], ids=["fewer", "more than all", "nearly all"])
def test_a_group_has_fewer_than_all(scene: Any, group: int, told: bool) -> None:
    scene.add("丙报", "2031-03-02", "消息", f"{group}名警员死亡。").figure(f"{group}名警员死亡", "killed", group, group, group="security")
    scene.add("丁报", "2031-03-02", "再报", "27人死亡。").figure("27人死亡", "killed", 27, 27)
    relations = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert ("differs_in_scope" in {r.kind for r in relations}) is told


def test_two_sources_that_count_all_since_a_coup_do_not_count_the_same(scene: Any) -> None:
    for outlet, source, number in (("甲报", "救援会", 1500), ("乙报", "观察站", 12000)):
        pen = scene.add(outlet, "2031-03-02", f"消息（{outlet}）", f"{source}说，自去年军队夺权之后，已有{number}人死亡。")
        pen.figure(f"{number}人死亡", "killed", number, number, chain=(source,))
    relations = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert "updates" not in {r.kind for r in relations}


def test_a_word_for_a_size_is_no_whole_of_which_a_number_is_a_part(scene: Any) -> None:
    first = scene.add("甲报", "2031-03-02", "岚洲骚乱", "骚乱中数千人受伤。", "卫生厅说，有1000多人受伤。")
    first.figure("数千人受伤", "injured", 2000, 9999).figure("1000多人受伤", "injured", 1000, None)
    scene.add("乙报", "2031-03-05", "岚洲骚乱", "骚乱中4353人受伤。").figure("4353人受伤", "injured", 4353, 4353)
    relations = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert (1000, 4353) in {(r.why["a_low"], r.why["b_low"]) for r in relations if r.kind == "updates"}
