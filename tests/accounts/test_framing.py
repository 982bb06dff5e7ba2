"""Framing: rival words counted by outlet, the outlet's own apart from those it quotes."""

from typing import Any

from rashomon.accounts.telling import tell
from rashomon.model import Framing


def framings(scene: Any) -> dict[str, Framing]:
    account = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    return {framing.of: framing for framing in account.framing}


def uses(framing: Framing) -> dict[str, dict[str, tuple[int, int]]]:
    return {term.word: {u.outlet: (u.own, u.quoted) for u in term.usage} for term in framing.terms}


def rally(scene: Any) -> Any:
    pen = scene.add("海潮报", "2031-03-02", "市府前", "示威者聚集市府。", "示威者高呼口号。", "内务部长称将严惩暴徒。")
    pen.says("将严惩暴徒", "内务部长", cue="称")
    scene.add("北岸电台", "2031-03-02", "市府前", "暴徒砸毁汽车。", "警方說「暴徒有備而來」。", "示威者說被毆打。", language="zh-Hant")
    return scene


def test_own_words_and_quoted_words_are_counted_apart(scene: Any) -> None:
    told = uses(framings(rally(scene))["protesters"])
    assert told["示威者"] == {"海潮报": (2, 0), "北岸电台": (1, 0)}
    assert told["暴徒"] == {"海潮报": (0, 1), "北岸电台": (1, 1)}


def test_every_word_has_its_sentences_from_each_outlet(scene: Any) -> None:
    for term in framings(rally(scene))["protesters"].terms:
        assert {e.text for e in term.evidence} == {term.word}
        assert {e.outlet for e in term.evidence} == {u.outlet for u in term.usage}


def test_one_outlet_or_one_word_is_nothing_to_compare(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "市府前", "示威者聚集市府。", "示威者高呼口号。", "暴徒砸车。", "暴徒纵火。")
    assert framings(scene) == {}
    scene.add("北岸电台", "2031-03-02", "市府前", "有雨。")
    assert framings(scene) == {}


def test_the_longest_word_counts(scene: Any) -> None:
    rally(scene)
    scene.add("东线网", "2031-03-03", "市府前", "激进示威者冲入大楼。", "激进示威者点火。")
    told = uses(framings(scene)["protesters"])
    assert told["激进示威者"] == {"东线网": (2, 0)}
    assert "东线网" not in told["示威者"]


def test_reprints_are_not_heard(scene: Any) -> None:
    rally(scene)
    first = scene.articles[0].path
    scene.add("东线网", "2031-03-03", "市府前", "示威者聚集市府。", "示威者高呼口号。", repeats=first)
    assert "东线网" not in uses(framings(scene)["protesters"])["示威者"]


def test_english_words_are_whole_words(scene: Any) -> None:
    scene.add("Harbour Post", "2031-03-02", "Clash", "Protesters met.", "The protesters sang.", "Mobile masts fell.", language="en")
    scene.add("Sound Daily", "2031-03-02", "Clash", "A mob came.", "The mob left.", "Protesters wept.", language="en")
    assert uses(framings(scene)["protesters"])["mob"] == {"Sound Daily": (2, 0)}


def test_plain_words_alone_compare_nothing(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "市府前", "示威者聚集市府。", "示威者高呼口号。")
    scene.add("北岸电台", "2031-03-02", "市府前", "抗议者高唱。", "抗议者离开。")
    assert framings(scene) == {}


def test_a_word_of_several_sets_counts_where_its_sentence_is_about_them(scene: Any) -> None:
    rally(scene)
    told = ("政府称示威是恐怖分子策划的。", "恐怖分子上街纵火。", "夜间平静。", "邻国边境有恐怖分子出没。", "有雨。")
    scene.add("东线网", "2031-03-03", "市府前", *told)
    found = framings(scene)
    assert uses(found["protesters"])["恐怖分子"] == {"东线网": (2, 0)}
    assert "fighters" not in found


def test_a_phrase_in_which_a_word_means_something_else_is_not_counted(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "宣判", "政府公布判词。", "他被控颠覆国家政权。", "她也被控颠覆国家政权罪。")
    scene.add("北岸电台", "2031-03-02", "宣判", "政府未予置评。", "政府称量刑适当。")
    assert framings(scene) == {}
