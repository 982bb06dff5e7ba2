"""Otherwise: one point of one happening that two articles tell so that both cannot be so."""

from typing import Any

import pytest

from rashomon import pipeline
from rashomon.model import Relation
from rashomon.pages.interface import interface

QUAKE = "渡原县发生地震"
FIRE = "青岚一家纺织厂起火"
ENGLISH = {FIRE: "Fire at Qinglan mill", "渡原枪击案": "Shooting in Duyuan", "青岚议会表决": "Qinglan parliament votes"}
CASES = [
    ("a cause", FIRE, "大火由电线短路引发。", "警方怀疑起火原因是人为纵火。", "disputes"),
    ("one cause in other words", FIRE, "大火由电线短路引发。", "起火原因是线路老化短路。", None),
    ("a cause that is ruled out", FIRE, "大火由电线短路引发。", "消防局称，大火并非由电线短路引发。", "disputes"),
    ("causes of one family", "高速公路发生车祸", "车祸由疲劳驾驶引起。", "车祸原因是超速。", None),
    ("a cause that is only asked for", FIRE, "大火由电线短路引发。", "警方正调查大火是否由人为纵火引起。", None),
    ("an hour", FIRE, "工厂3月2日凌晨2时40分起火。", "工厂3月2日凌晨3时许起火。", "disputes"),
    ("an hour told roughly", FIRE, "工厂3月2日凌晨3时10分起火。", "工厂3月2日凌晨3时许起火。", "precision"),
    ("whole hours apart, as zones are", FIRE, "工厂3月2日凌晨2时40分起火。", "工厂3月2日凌晨3时40分起火。", None),
    ("the hour of what was done about it", FIRE, "工厂3月2日凌晨2时40分起火。", "大火于3月2日凌晨4时15分扑灭。", None),
    ("when it took off", "渡原客机坠毁", "客机2日13时10分从岚洲起飞。", "客机2日13时16分自岚洲起飞，途中坠毁。", "disputes"),
    ("when it was to take off", "渡原客机坠毁", "客机2日13时10分从岚洲起飞。", "客机原定2日13时30分起飞。", None),
    ("when another took off", "渡原火灾", "客机2日13时10分从岚洲起飞。", "客机2日13时16分自岚洲起飞。", None),
    ("the hour of a statement", FIRE, "工厂3月2日凌晨2时40分起火。", "工厂起火后，市长凌晨3时25分表示痛心。", None),
    ("a magnitude", QUAKE, "渡原县3月2日发生5.6级地震。", "渡原县3月2日发生里氏规模5.9地震。", "disputes"),
    ("a magnitude of an aftershock", QUAKE, "渡原县3月2日发生5.6级地震。", "渡原县3月2日又发生一次规模5.2余震。", None),
    ("a depth", QUAKE, "震源深度10公里。", "地震震源深度为38公里。", "disputes"),
    ("a depth told roughly", QUAKE, "震源深度10公里。", "地震震源深度约12公里。", None),
    ("how far it flew", "北屿试射导弹", "军方称导弹飞行了约430公里。", "防卫省称导弹飞行距离约500公里。", "disputes"),
    ("as far as another day's", "北屿试射导弹", "军方称导弹飞行了约430公里。", "导弹飞行距离约500公里，与上月的类似。", None),
    ("the age of the suspect", "渡原枪击案", "警方逮捕一名23岁男子。", "枪手是一名25岁的退伍士兵。", "disputes"),
    ("ages of two suspects", "渡原枪击案", "警方逮捕一名23岁男子。", "警方逮捕两名男子，嫌犯分别23岁和25岁。", None),
    ("the age at which he did something", "渡原枪击案", "警方逮捕一名23岁男子。", "枪手21岁时入伍。", None),
    ("how many missiles", "北屿试射导弹", "防卫省称北屿发射一枚导弹。", "军方称北屿发射了两枚导弹。", "disputes"),
    ("the count of a vote", "青岚议会表决", "议会2日以124票对114票通过。", "议会2日以123票赞成、114票反对通过。", "disputes"),
    ("another vote of the day", "青岚议会表决", "议会2日以124票对114票通过。", "议会2日以200票赞成通过预算。", None),
    (
        "the count of a vote across languages",
        "青岚议会表决",
        "议会2日以124票对114票通过。",
        "Members of parliament voted 123-114.",
        "disputes",
    ),
    ("a score", "青岚议会表决", "议会2日以124票对114票通过。", "The home side won, 120-114.", None),
    ("two hours of a vote", "青岚议会表决", "议会2日表决定于15时10分开始。", "议会2日的表决于16时25分结束。", None),
    ("a day", "前市长何远去世", "何远3月1日去世。", "何远2月28日病逝，终年71岁。", "disputes"),
    ("the day of who tells it", "前市长何远去世", "何远3月1日去世。", "家属2日宣布何远去世。", None),
    ("the day of his deputy", "前市长何远去世", "何远3月1日去世。", "何远的副手2月28日去世。", None),
    ("a kind of place", "渡原枪击案", "枪手在渡原火车站被捕。", "枪手在家中被捕。", "disputes"),
    ("two places that he passed", "渡原枪击案", "枪手在渡原火车站被捕。", "枪手从家中逃到机场后被捕。", None),
    ("places of two people", "渡原枪击案", "前市长何远在渡原火车站被捕。", "前局长林岸在家中被捕。", None),
    ("the place of the last of them", "渡原枪击案", "枪手在渡原火车站被捕。", "最后一名逃犯在边境落网。", None),
    ("the place of two of them", "渡原枪击案", "枪手在渡原火车站被捕。", "两名枪手在旅馆被捕。", None),
    ("across languages", "渡原枪击案", "警方逮捕一名23岁男子。", "The gunman, a 25-year-old soldier, was arrested.", "disputes"),
    ("the age of the man held", "渡原枪击案", "警方逮捕一名23岁男子。", "枪击案中被捕的男子25岁，来自渡原。", "disputes"),
    ("one age in two languages", "渡原枪击案", "警方逮捕一名25岁男子。", "The gunman, a 25-year-old soldier, was arrested.", "same_origin"),
    ("one cause in two languages", FIRE, "大火由电线短路引发。", "The fire was caused by an electrical fault.", "same_origin"),
    ("one clock in two languages", FIRE, "工厂2日凌晨2时40分起火。", "The fire broke out at 2:40 a.m. on Sunday.", "same_origin"),
    ("half an hour in two languages", FIRE, "工厂2日凌晨2时30分起火。", "The fire broke out at 2:30 a.m. on Sunday.", None),
    ("a cause across languages", FIRE, "大火由电线短路引发。", "The fire was caused by arson, police said.", "disputes"),
]


def told(tmp_path: Any, headline: str, one: str, other: str) -> list[Relation]:
    for name, sentence in (("甲报", one), ("乙报", other)):
        headline = headline if sentence[0] > "z" else ENGLISH[headline]
        (tmp_path / f"{name}.md").write_text(
            f'---\ntitle: "{headline}（{name}）"\nauthor: {name}\ndate: 2031-03-02 12:00:00 +0800\n---\n\n{headline}\n\n{sentence}\n'
        )
    batch = pipeline.read([str(tmp_path)])
    grouping = pipeline.stories(batch, together=True)
    relations = pipeline.tell_story(batch, grouping, grouping.stories[0]).relations
    return [r for r in relations if r.why["code"] in ("otherwise", "alike")]


@pytest.mark.parametrize(("headline", "one", "other", "kind"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_one_point_is_told_otherwise(tmp_path: Any, headline: str, one: str, other: str, kind: str | None) -> None:
    found = told(tmp_path, headline, one, other)
    assert [r.kind for r in found] == ([kind] if kind else [])
    for relation in found:
        assert {relation.a[0].sentence.strip(), relation.b[0].sentence.strip()} == {one, other}


def test_a_story_of_something_else_has_no_cause(tmp_path: Any) -> None:
    assert told(tmp_path, "青岚市长谈防火", "大火由电线短路引发。", "警方怀疑起火原因是人为纵火。") == []


def test_the_reason_is_told_in_words(tmp_path: Any) -> None:
    (relation,) = told(tmp_path, FIRE, "大火由电线短路引发。", "消防局称，大火并非由电线短路引发。")
    for tag, word in (("zh-Hans", "并非"), ("zh-Hant", "並非"), ("en", "not ")):
        words = interface(tag).why(relation.why)
        assert f"{word}电线短路" in words
        assert "{" not in words
