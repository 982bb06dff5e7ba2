"""Voices, positions and origins: who said it, in whose words, through whom."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.accounts.telling import tell


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def test_one_statement_in_two_scripts_is_one(blast: Callable[[], Any]) -> None:
    (voice,) = [v for v in account_of(blast()).voices if "沈致" in v.speaker]
    assert sorted(s.outlets for s in voice.said) == [("北岸电台", "海潮报"), ("山城晚报",)]


def test_spellings_that_sound_alike_are_one_voice(scene: Any) -> None:
    for outlet, name in (("甲报", "莫卡叶夫"), ("乙报", "莫卡耶夫")):
        pen = scene.add(outlet, "2031-03-02", "总统讲话", f"总统{name}表示，撤离将在三天内全部完成。")
        pen.says("撤离将在三天内全部完成", f"总统{name}").name(name, "person")
    (voice,) = account_of(scene).voices
    assert len(voice.said) == 1
    assert voice.said[0].outlets == ("乙报", "甲报")


def test_post_without_a_name_is_whoever_holds_it(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "讲话", "岚洲市长沈致远说，港口各码头周五重开。").says("港口各码头周五重开", "岚洲市长沈致远").name(
        "沈致远", "person", role="岚洲市长"
    )
    scene.add("乙报", "2031-03-02", "重开", "岚洲市长说，港口各码头周五就会重开。").says("港口各码头周五就会重开", "岚洲市长")
    (voice,) = account_of(scene).voices
    assert voice.said[0].outlets == ("乙报", "甲报")


def test_numbers_that_disagree_are_two_statements(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "通报", "消防局说，仓库爆炸造成9人死亡。").says("仓库爆炸造成9人死亡", "消防局")
    scene.add("乙报", "2031-03-02", "通报", "消防局说，仓库爆炸造成27人死亡。").says("仓库爆炸造成27人死亡", "消防局")
    account = account_of(scene)
    assert len(account.voices[0].said) == 2
    assert account.relations == ()


def test_same_statement_is_one_origin(blast: Callable[[], Any]) -> None:
    told = [r for r in account_of(blast()).relations if r.why["code"] == "statement"]
    assert [(r.kind, {e.outlet for e in (*r.a, *r.b)}) for r in told] == [("same_origin", {"海潮报", "北岸电台"})]


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("各方保持克制", "呼吁", "demands"),
        ("坚决反对外部干涉港口事务", "表示", "opposes"),
        ("支持成立独立调查组", "说", "supports"),
        ("第二座仓库随时可能爆炸", "警告", "warns"),
        ("他事先知情", "否认", "denies"),
        ("闸门一直关着", "辟谣称", None),
        ("闸门一直关着", "反驳说", None),
        ("该市愿为邻港提供消防船", "说", "offers"),
        ("随时准备派潜水员协助搜救", "说", "offers"),
        ("对失踪船员的处境深表关切", "说", "regrets"),
        ("船东必须立即公布货单", "说", "demands"),
        ("相信港方能够查清起因", "说", "supports"),
        ("绝不接受船东的赔偿方案", "说", "opposes"),
        ("令人遗憾的是船东至今没有露面", "说", "regrets"),
        ("18日为全市哀悼日，公园照常开放", "说", None),
        ("由于抗议，港区道路封闭", "说", None),
        ("反对派议员昨天到过码头", "说", None),
        ("船上的消防设备符合要求", "说", None),
        ("码头的环境非常不安全", "表示", None),
        ("要对船东采取报复行动", "誓言", "warns"),
        ("一定会赢得港区选举", "誓言", None),
        ("支持成立独立调查组", "誓言", "supports"),
        ("天亮后恢复搜救", "说", None),
        ("令人失望的票房拖累了港区酒店", "说", None),
        ("不会支持船东的赔偿方案", "说", "opposes"),
        ("不反对船东的赔偿方案", "说", None),
        ("对方不能要求港方赔偿", "说", None),
        ("船东的要求难以满足", "说", None),
        ("来自邻港的支持十分重要", "说", None),
        ("船东的律师昨天说，他准备讨论赔偿", "说", None),
        ("如果取消不公平的泊位费，渡轮就会加开", "说", None),
    ],
)
def test_stance_is_read_from_cue_and_head(scene: Any, content: str, cue: str, stance: str | None) -> None:
    scene.add("甲报", "2031-03-02", "港区", f"港务局{cue}{content}。").says(content, "港务局", cue=cue)
    assert [p.stance for p in account_of(scene).positions] == ([stance] if stance else [])


@pytest.mark.parametrize(("headline", "stance"), [("堤坝漏水担忧仍在", []), ("渔会担忧堤坝漏水", ["warns"])], ids=["a noun", "a verb"])
def test_a_worry_that_nobody_has_is_no_stand(scene: Any, headline: str, stance: list[str]) -> None:
    at = headline.index("担忧")
    pen = scene.add("甲报", "2031-03-02", "港区", headline)
    start = pen.article.text.index(headline) + at
    pen.says(headline[at + 2 :], headline[:at], cue="担忧", cue_span=(start, start + 2))
    assert [p.stance for p in account_of(scene).positions] == stance


def test_what_an_outlet_reports_is_no_stand_of_its_own(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "港区", "路透社报道，坚决反对外部干涉港口事务。").says("坚决反对外部干涉港口事务", "路透社", cue="报道")
    assert account_of(scene).positions == ()


def test_nobody_in_particular_has_no_position(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "港区", "目击者呼吁各方保持克制。").says("各方保持克制", "目击者", cue="呼吁")
    scene.add("乙报", "2031-03-02", "股市", "投资者担心港区停工。").says("港区停工", "投资者", cue="担心")
    assert account_of(scene).positions == ()


def test_origin_names_who_relays_it(blast: Callable[[], Any]) -> None:
    (health,) = [o for o in account_of(blast()).origins if o.name == "卫生厅"]
    assert {c.outlet for c in health.carried_by} == {"东线网", "海潮报", "北岸电台"}


def test_agency_copied_by_outlets_is_one_origin(scene: Any) -> None:
    for outlet in ("甲报", "乙报", "丙台"):
        scene.add(outlet, "2031-03-02", "岚洲爆炸", "爆炸造成27人死亡。", agency="海岸通讯社").figure("27人死亡", "killed", 27, 27)
    account = account_of(scene)
    (series,) = account.series
    assert series.current.origins == 1
    assert [(o.name, len(o.carried_by)) for o in account.origins] == [("海岸通讯社", 3)]


def test_an_agency_is_one_origin_however_it_is_called(scene: Any) -> None:
    names = ("新华社", "中国官媒新华社", "官方通讯社新华社", "《新华社》")
    for at, name in enumerate(names):
        pen = scene.add(f"报{at}", f"2031-03-0{2 + at}", f"塔洲爆炸{at}", f"{name}说，爆炸造成2{at}人死亡。")
        pen.figure(f"2{at}人死亡", "killed", 20 + at, 20 + at, chain=(name,))
    assert [o.name for o in account_of(scene).origins] == ["新华社"]


def test_spokesman_speaks_for_the_office(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "伤亡", "卫生部发言人林岚说，1000人受伤。").figure(
        "1000人受伤", "injured", 1000, 1000, chain=("卫生部发言人林岚",)
    )
    scene.add("乙报", "2031-03-02", "伤亡", "该国卫生部说，1000人受伤。").figure("1000人受伤", "injured", 1000, 1000, chain=("该国卫生部",))
    assert {r.kind for r in account_of(scene).relations} == {"same_origin"}


@pytest.mark.parametrize("minister", ["卫生部长林岚", "卫生部部长林岚", "卫生部副部长林岚"])
def test_a_minister_speaks_for_the_ministry_which_the_origin_is_called_by(scene: Any, minister: str) -> None:
    for at, name in enumerate((minister, "卫生部", minister)):
        pen = scene.add(f"报{at}", f"2031-03-0{2 + at}", f"塔洲霍乱{at}", f"{name}说，霍乱造成2{at}人死亡。")
        pen.figure(f"2{at}人死亡", "killed", 20 + at, 20 + at, chain=(name,))
        if name == minister:
            pen.name("林岚", "person", role=name[:-2])
    assert [o.name for o in account_of(scene).origins] == ["卫生部"]


def test_a_count_that_an_english_sentence_tells_beside_somebodys_words_is_the_outlets(scene: Any) -> None:
    text = "Minister Reis resigned over a collapse that killed 20 people, saying he was sorry."
    pen = scene.add("Harbour Herald", "2031-03-02", "Minister resigns", text, language="en").says(
        "he was sorry", "Minister Reis", cue="saying"
    )
    pen.figure("killed 20 people", "killed", 20, 20)
    (series,) = account_of(scene).series
    assert [point.origin for point in series.points] == ["Harbour Herald"]


def test_text_taken_over_whole_is_told_once(scene: Any) -> None:
    words = ("岚洲爆炸", "消防局说，仓库爆炸造成27人死亡。", "港口将停运三天以上。")
    first = scene.add("海岸社", "2031-03-02", *words).says("仓库爆炸造成27人死亡", "消防局")
    for outlet in ("甲报", "乙报", "丙台"):
        scene.add(outlet, "2031-03-02", *words, repeats=first.path).says("仓库爆炸造成27人死亡", "消防局")
    told = account_of(scene).relations
    assert {(r.kind, r.why["code"]) for r in told} == {("same_origin", "copy")}
    assert {e.outlet for r in told for e in r.b} == {"甲报", "乙报", "丙台"}
    assert len(told) == 2  # the statement and the text


def test_a_denial_shows_its_verb_and_a_plain_saying_none(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "通报", "港务局否认收到过警告。消防局说，火势已经受控。").says("收到过警告", "港务局", cue="否认").says(
        "火势已经受控", "消防局"
    )
    assert {v.speaker: v.said[0].cue for v in account_of(scene).voices} == {"港务局": "否认", "消防局": None}


def test_who_is_named_in_brackets_too_is_one_origin(scene: Any) -> None:
    for outlet, name in (("甲报", "岚国总统贺澜辉(Stanley Ho)"), ("乙台", "岚国总统贺澜辉")):
        told = "渡轮的残骸将于周末全部捞起"
        pen = scene.add(outlet, "2031-03-02", f"渡轮（{outlet}）", f"{name}说，{told}。")
        pen.says(told, name, cue="说", speaker="贺澜辉").name("贺澜辉", "person")
        pen = pen.name("Stanley Ho", "person") if "(" in name else pen
    assert len(account_of(scene).origins) == 1


def test_a_statement_is_quoted_from_a_text_and_not_from_a_headline(scene: Any) -> None:
    scene.add("甲报", "2031-03-01", "军方：在港口外的演习已经成功结束", "港口平静。").says("在港口外的演习已经成功结束", "军方", cue="：")
    text = scene.add("乙台", "2031-03-02", "港口", "军方说，在港口外的演习已经全部成功结束。")
    text.says("在港口外的演习已经全部成功结束", "军方", cue="说")
    (voice,) = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).voices
    assert [said.content for said in voice.said] == ["在港口外的演习已经全部成功结束"]
