"""Origins: whom a claim comes from in the end."""

from typing import Any

from rashomon.accounts.telling import tell


def test_one_person_is_one_origin_whatever_the_words_for_the_post(scene: Any) -> None:
    for outlet, post in (("甲报", "财政大臣"), ("乙台", "财政大臣"), ("丙报", "财政部长")):
        pen = scene.add(outlet, "2031-03-02", "辞职", f"{post}何远宣布辞职（{outlet}）。").name("何远", "person", role=post)
        pen.says(f"辞职（{outlet}）", f"{post}何远", cue="宣布", speaker="何远")
    origins = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).origins
    assert [(origin.name, origin.claims) for origin in origins] == [("何远", 3)]
