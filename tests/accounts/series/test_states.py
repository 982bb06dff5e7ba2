"""Later states in words: nobody known and then a count, no answer and then one, a span foreseen anew; and a number told more finely."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def relations_of(scene: Any) -> list[Any]:
    return list(tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations)


def told(scene: Any, code: str) -> list[tuple[str, list[str], list[str]]]:
    found = [r for r in relations_of(scene) if r.why["code"] == code]
    return [(r.kind, [e.sentence for e in r.a], [e.sentence for e in r.b]) for r in found]


def test_a_count_after_nobody_was_known_of_is_a_later_state(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "地震", "救援队说，目前尚未收到人员伤亡报告。")
    scene.add("北岸电台", "2031-03-03", "地震", "省府证实震中有7人死亡。").figure("7人死亡", "killed", 7, 7)
    assert told(scene, "first_count") == [("updates", ["救援队说，目前尚未收到人员伤亡报告。"], ["省府证实震中有7人死亡。"])]


def _tell_others(scene: Any) -> None:
    """Other news of the story, so that words of one matter are rare in it."""
    for at, other in enumerate(("学校周三照常上课。", "超市货架被抢购一空。", "气象台发布新的降雨预报。", "书展吸引大批读者。")):
        scene.add(f"旁报{at}", "2031-03-01", f"其他{at}", other)


@pytest.mark.parametrize("report", ["暂未接到外国游客伤亡的报告。", "抢救无效死亡的有一人。", "桥塌没有造成交通中断。"])
def test_none_of_some_is_no_report_on_all(scene: Any, report: str) -> None:
    scene.add("海潮报", "2031-03-02", "地震", report)
    scene.add("北岸电台", "2031-03-03", "地震", "省府证实震中有7人死亡。").figure("7人死亡", "killed", 7, 7)
    assert told(scene, "first_count") == []


def test_who_knows_of_none_when_others_are_counted_speaks_of_another_place(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "台风", "台风造成7人死亡。").figure("7人死亡", "killed", 7, 7)
    scene.add("乙报", "2031-03-03", "台风登陆", "救援队说，目前尚未收到人员伤亡报告。")
    scene.add("丙报", "2031-03-04", "台风过后", "省府证实已有14人死亡。").figure("14人死亡", "killed", 14, 14)
    assert told(scene, "first_count") == []


def test_history_is_no_count_of_what_nobody_is_known_of(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "地震", "2019年的地震曾造成40人死亡。")
    pen.figure("40人死亡", "killed", 40, 40, when="2019").time("2019年", "2019")
    scene.add("乙报", "2031-03-03", "地震再起", "救援队说，目前尚未收到人员伤亡报告。")
    scene.add("丙报", "2031-03-04", "地震过后", "省府证实震中有7人死亡。").figure("7人死亡", "killed", 7, 7)
    assert [kind for kind, _, _ in told(scene, "first_count")] == ["updates"]


def test_who_did_not_answer_and_speaks_the_next_day_has_answered(scene: Any) -> None:
    _tell_others(scene)
    scene.add("海潮报", "2031-03-02", "渡轮", "渡轮公司被指出售了超额的船票。", "渡轮公司没有回应本报的查询。")
    later = scene.add("北岸电台", "2031-03-03", "渡轮", "渡轮公司称，超额的船票系售票机故障所致。")
    later.says("超额的船票系售票机故障所致", "渡轮公司", cue="称")
    assert told(scene, "answer") == [("updates", ["渡轮公司没有回应本报的查询。"], ["渡轮公司称，超额的船票系售票机故障所致。"])]


def test_an_evasion_is_an_answer_and_no_silence(scene: Any) -> None:
    _tell_others(scene)
    scene.add("海潮报", "2031-03-02", "渡轮", "渡轮公司被指出售了超额的船票。", "渡轮公司没有正面回应本报的查询。")
    later = scene.add("北岸电台", "2031-03-03", "渡轮", "渡轮公司称，超额的船票系售票机故障所致。")
    later.says("超额的船票系售票机故障所致", "渡轮公司", cue="称")
    assert told(scene, "answer") == []


@pytest.mark.parametrize(
    ("rough", "fine", "related"),
    [
        ("近5000户村民迁往岚北安置点", "4,987户村民迁往岚北安置点", True),
        ("逾4900户村民迁往岚北安置点", "4,987户村民迁往岚北安置点", True),
        ("逾5000户村民迁往岚北安置点", "4,987户村民迁往岚北安置点", False),  # more than 5,000 is not 4,987
        ("近5000户村民迁往岚北安置点", "4,987头牛羊死于蓝舌病", False),
        ("近5000户村民迁往岚北安置点", "4,600户村民迁往岚北安置点", False),
        ("20户村民迁往岚北安置点", "19户村民迁往岚北安置点", False),  # nobody calls 20 a rough number
        ("约20户村民迁往岚北安置点", "19户村民迁往岚北安置点", True),
    ],
)
def test_a_quantity_told_more_finely_is_precision(scene: Any, rough: str, fine: str, related: bool) -> None:
    scene.add("海潮报", "2031-03-02", "决堤", rough + "。")
    scene.add("北岸电台", "2031-03-02", "决堤", fine + "。")
    assert bool(told(scene, "rounding")) is related


def test_a_repair_foreseen_to_take_longer_is_a_later_state(scene: Any) -> None:
    _tell_others(scene)
    scene.add("海潮报", "2031-03-02", "光缆", "渔船拖断了岚洲的海底光缆，修复可能需要三天。")
    scene.add("北岸电台", "2031-03-04", "光缆", "岚洲的海底光缆被渔船拖断，修复估计要花两星期。")
    assert [kind for kind, *_ in told(scene, "estimate")] == ["updates"]


def test_what_one_may_do_and_then_has_done_is_a_later_state_and_no_repetition(scene: Any) -> None:
    _tell_others(scene)
    scene.add("海潮报", "2031-03-02", "船长", "海事法庭裁定被扣的岚洲号船长胜诉，船长获准驶离渔港码头。")
    scene.add("北岸电台", "2031-03-03", "船长", "海事法庭裁定被扣的岚洲号船长胜诉后，船长已经驶离渔港码头。")
    assert [kind for kind, *_ in told(scene, "came_true")] == ["updates"]


def test_what_is_still_to_come_has_not_come_true(scene: Any) -> None:
    _tell_others(scene)
    scene.add("海潮报", "2031-03-02", "船长", "船东协会称，海事法庭将于9日重审岚洲号船长的上诉。")
    scene.add("北岸电台", "2031-03-03", "船长", "船东协会说，海事法庭没有改期，岚洲号船长的上诉9日重审。")
    assert told(scene, "came_true") == []
