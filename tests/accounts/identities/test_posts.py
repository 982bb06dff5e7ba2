"""Posts: who is meant where only a post is told."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


@pytest.mark.parametrize(("role", "speakers"), [("家长", ["家长", "林岸"]), ("校监", ["林岸"])])
def test_a_word_for_many_means_nobody_who_bore_it_elsewhere(scene: Any, role: str, speakers: list[str]) -> None:
    pen = scene.add("甲报", "2031-03-02", "岚洲校车事故", f"{role}林岸说，校方没有通知他们。").name("林岸", "person", role=role)
    pen.says("校方没有通知他们", f"{role}林岸", cue="说", speaker="林岸")
    scene.add("乙台", "2031-03-03", f"{role}：学校至今没有道歉", "校车停驶。").says("学校至今没有道歉", role, cue="：")
    voices = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).voices
    assert sorted(voice.speaker for voice in voices) == speakers
