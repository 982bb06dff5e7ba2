"""What is said to contradict what somebody said, against it."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell

SAID = "渡轮出港前通过了检查"


def disputes(scene: Any, *sentences: str, **said: str) -> list[Any]:
    """What is disputed where an owner says something of his ferry and the article goes on; said: words of others -> who."""
    pen = scene.add("海潮报", "2031-03-02", "渡轮", f"船东洛海航运说，{SAID}。", *sentences).says(SAID, "船东洛海航运")
    for words, who in said.items():
        pen.says(words, who)
    scene.add("北岸电台", "2031-03-02", "书展", "书展周三闭幕。")
    account = tell(scene.story, tuple(scene.articles), scene.readings, placements=scene.placements)
    return [relation for relation in account.relations if relation.kind == "disputes"]


@pytest.mark.parametrize(
    "sentence",
    [
        "调查官沈岳说，这一说法与航行记录相矛盾。",
        "沈岳指出，洛海航运的说法和航行记录明显不符。",
        "上述声明与港务局的登记册有很大出入。",
        "洛海航运的解释同船员的证词不一致。",
        "调查官沈岳说，这与港口录像不符。",
    ],
    ids=["pointed at", "named", "by the outlet", "against words that nobody quotes", "against a record"],
)
def test_what_contradicts_a_statement_disputes_it(scene: Any, sentence: str) -> None:
    (told,) = disputes(scene, sentence)
    assert (SAID in told.a[0].text, told.b[0].sentence, told.why["code"]) == (True, sentence, "clash")


def test_two_statements_that_contradict_each_other_are_one_dispute(scene: Any) -> None:
    words = "渡轮上月就没有通过检查"
    (told,) = disputes(scene, f"船员何远说，{words}。", "洛海航运的说法与何远的证词互相矛盾。", **{words: "船员何远"})
    assert (told.a[0].sentence, told.b[0].sentence) == (f"船东洛海航运说，{SAID}。", f"船员何远说，{words}。")


@pytest.mark.parametrize(
    "sentence",
    [
        "沈岳说，这一说法与航行记录并不矛盾。",
        "沈岳说，这一说法与航行记录一致。",
        "票价的说法与船票上的不符。",
        "两家公司的立场不一致。",
    ],
    ids=["is denied", "agrees", "nobody's", "no statements"],
)
def test_what_contradicts_nothing_that_was_said(scene: Any, sentence: str) -> None:
    assert disputes(scene, sentence) == []


def test_a_statement_in_english_is_contradicted_too(scene: Any) -> None:
    said = "the ferry had passed its inspection"
    body = f"Luohai Shipping said {said}.", "The company's account was inconsistent with the port's register."
    scene.add("Harbour Post", "2031-03-02", "Ferry", *body, language="en").says(said, "Luohai Shipping", cue="said")
    scene.add("Northern Wire", "2031-03-02", "Fair", "The fair closes on Wednesday.", language="en")
    account = tell(scene.story, tuple(scene.articles), scene.readings, placements=scene.placements)
    (told,) = [relation for relation in account.relations if relation.kind == "disputes"]
    assert (told.a[0].sentence, told.b[0].sentence) == body
