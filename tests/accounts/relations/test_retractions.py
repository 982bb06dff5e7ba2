"""Who takes back what he said before: told against what he said, and against nobody else's words."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell


def withdrawn(scene: Any) -> list[Any]:
    account = tell(scene.story, tuple(scene.articles), scene.readings, placements=scene.placements)
    return [relation for relation in account.relations if relation.kind == "withdraws"]


@pytest.fixture
def closed(scene: Any) -> Any:
    """An office says that a bridge is closed; two outlets report it."""
    pen = scene.add("海潮报", "2031-03-02", "云渡大桥", "岚洲路政局表示，云渡大桥桥墩出现裂缝。", "大桥两岸排起长队。")
    pen.says("云渡大桥桥墩出现裂缝", "岚洲路政局").name("云渡大桥", "place")
    pen = scene.add("北岸电台", "2031-03-02", "大桥裂缝", "岚洲路政局通报，云渡大桥的桥墩出现裂缝。")
    pen.says("云渡大桥的桥墩出现裂缝", "岚洲路政局", cue="通报").name("云渡大桥", "place")
    return scene


@pytest.mark.parametrize(
    "sentence",
    [
        "岚洲路政局周二收回了云渡大桥桥墩出现裂缝的说法。",
        "岚洲路政局承认，此前称云渡大桥桥墩出现裂缝是错误的。",
        "岚洲路政局表示，早前发布的关于云渡大桥桥墩出现裂缝的通报有误。",
        "岚洲路政局就云渡大桥桥墩出现裂缝的误报致歉。",
        "岚洲路政局先前称云渡大桥桥墩出现裂缝，周二改口称只是水痕。",
    ],
)
def test_who_takes_back_his_words_withdraws_every_report_of_them(closed: Any, sentence: str) -> None:
    pen = closed.add("东线网", "2031-03-04", "更正", sentence)
    pen.name("云渡大桥", "place")
    if "，" in sentence:
        pen.says(sentence.split("，", 1)[1].rstrip("。"), "岚洲路政局", cue="称")
    (told,) = withdrawn(closed)
    assert ({e.outlet for e in told.a}, [e.sentence for e in told.b]) == ({"海潮报", "北岸电台"}, [sentence])
    assert told.why == {"code": "retracted", "b_origin": "岚洲路政局"}


@pytest.mark.parametrize(
    "sentence",
    [
        "岚洲商会要求路政局收回云渡大桥桥墩出现裂缝的说法。",
        "岚洲路政局拒绝收回云渡大桥桥墩出现裂缝的说法。",
        "岚洲商会说，此前媒体报道的云渡大桥桥墩出现裂缝的消息不实。",
        "岚洲路政局收回了渡轮加价的说法。",
    ],
    ids=["is asked to", "refuses to", "another's words", "another matter"],
)
def test_what_takes_no_words_back(closed: Any, sentence: str) -> None:
    closed.add("东线网", "2031-03-04", "大桥", sentence).name("云渡大桥" if "云渡" in sentence else "渡轮", "place")
    assert withdrawn(closed) == []


@pytest.mark.parametrize(
    "sentence",
    ["本报更正昨天关于云渡大桥桥墩出现裂缝的报道。", "本报2日关于云渡大桥桥墩出现裂缝的报道有误，特此更正。"],
    ids=["sets right", "is wrong"],
)
def test_an_outlet_retracts_its_own_report(scene: Any, sentence: str) -> None:
    scene.add("海潮报", "2031-03-02", "云渡大桥", "云渡大桥桥墩周一出现裂缝。")
    scene.add("北岸电台", "2031-03-02", "云渡大桥", "云渡大桥照常通车。")
    scene.add("海潮报", "2031-03-03", "更正启事", sentence)
    (told,) = withdrawn(scene)
    assert [e.sentence for e in told.a] == ["云渡大桥桥墩周一出现裂缝。"]


def test_words_that_are_only_pointed_at_stand_right_before(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "大桥", "路政局长何远表示，云渡大桥可能拆除。", "路政局周三收回了这一说法。", "渡轮照常。")
    pen.says("云渡大桥可能拆除", "路政局长何远").name("何远", "person")
    scene.add("北岸电台", "2031-03-02", "大桥", "云渡大桥照常通车。")
    (told,) = withdrawn(scene)
    assert [e.sentence for e in (*told.a, *told.b)] == ["路政局长何远表示，云渡大桥可能拆除。", "路政局周三收回了这一说法。"]


@pytest.mark.parametrize(
    ("body", "said", "now"),
    [
        (("岚洲港务局周二改口，承认闸门没有关闭。", "该局前一天曾称闸门已经全部关闭。"), 1, 0),
        (("港务局局长林岸最初表示，闸门已经全部关闭。", "林岸周二改称，闸门只关了两扇。"), 0, 1),
        (("港务局2日宣布停用闸门，渔民抗议后，港务局4日改口说闸门照常使用。",), 0, 0),
    ],
    ids=["told behind it", "told before it", "told in its sentence"],
)
def test_who_changes_his_mind_takes_back_what_he_said_before(scene: Any, body: tuple[str, ...], said: int, now: int) -> None:
    scene.add("海潮报", "2031-03-04", "闸门", *body)
    scene.add("北岸电台", "2031-03-04", "渡轮", "渡轮周三照常开航。")
    (told,) = withdrawn(scene)
    assert ([e.sentence for e in told.a], [e.sentence for e in told.b]) == ([body[said]], [body[now]])
    assert told.a[0].text != told.b[0].text
    assert told.why["code"] == "retracted"


@pytest.mark.parametrize(
    "body",
    [
        ("岚洲港务局周二改口令查出两名走私者。", "该局前一天曾称没有发现走私者。"),
        ("港务处将改称“海事处”。", "该处此前曾表示不会改名。"),
        ("渔民要求港务局改口。", "该局前一天曾称闸门已经全部关闭。"),
        ("岚洲港务局周二改口，承认闸门没有关闭。", "渔会此前说，闸门坏了三年。"),
    ],
    ids=["another word", "another name", "is asked to", "another's words"],
)
def test_what_changes_no_mind(scene: Any, body: tuple[str, ...]) -> None:
    scene.add("海潮报", "2031-03-04", "闸门", *body)
    scene.add("北岸电台", "2031-03-04", "渡轮", "渡轮周三照常开航。")
    assert withdrawn(scene) == []


def test_who_changes_her_account_in_english_takes_back_the_first(scene: Any) -> None:
    body = "The mayor changed her account of the flood on Tuesday.", "She had earlier said the gates were shut."
    scene.add("Harbour Post", "2031-03-04", "Flood", *body, language="en")
    scene.add("Northern Wire", "2031-03-04", "Ferries", "Ferries ran as usual on Wednesday.", language="en")
    (told,) = withdrawn(scene)
    assert ([e.sentence for e in told.a], [e.sentence for e in told.b]) == ([body[1]], [body[0]])


@pytest.mark.parametrize(
    ("before", "taken_back"),
    [
        ("该局2日曾否认闸门漏水。", True),
        ("该局2日称闸门没有漏水。", True),
        ("该局2日曾说闸门漏水。", False),
        ("渔会2日称闸门没有漏水。", False),
    ],
    ids=["denied", "said that it was not so", "said so", "another"],
)
def test_who_says_at_last_what_he_denied_in_the_same_article_takes_it_back(scene: Any, before: str, taken_back: bool) -> None:
    scene.add("海潮报", "2031-03-04", "闸门", "岚洲港务局4日承认，闸门漏水。", before)
    scene.add("北岸电台", "2031-03-04", "渡轮", "渡轮周三照常开航。")
    assert bool(withdrawn(scene)) is taken_back


@pytest.mark.parametrize(
    ("now", "taken_back"),
    [
        ("岚洲港务局修正先前的说法，承认闸门漏水。", True),
        ("岚洲港务局修正先前的说法，强调闸门没有漏水。", False),
        ("岚洲港务局承认闸门漏水。", False),
    ],
    ids=["the contrary", "the same", "no word of it"],
)
def test_who_corrects_himself_takes_back_the_contrary_of_earlier_articles(scene: Any, now: str, taken_back: bool) -> None:
    said = "闸门没有漏水"
    scene.add("海潮报", "2031-03-02", "闸门", f"岚洲港务局表示，{said}。").says(said, "岚洲港务局")
    scene.add("北岸电台", "2031-03-04", "渡轮", now)
    assert [e.sentence for told in withdrawn(scene) for e in told.a] == ([f"岚洲港务局表示，{said}。"] if taken_back else [])
