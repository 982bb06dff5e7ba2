"""Tracing: first, repeated, through whom; numbers decide, spellings don't."""

from collections.abc import Callable
from typing import Any

import msgspec

from rashomon import pipeline
from rashomon.accounts import find_near, take_apart, trace
from rashomon.cleaning import clean
from rashomon.model import Article, Document, Markup, Trace
from rashomon.reading import read


def ask(scene: Any, text: str) -> Trace:
    question = clean(Document(path="", id="", format="text", title=text, body="", markup=Markup.TEXT))
    assert isinstance(question, Article)
    parts, _ = take_apart(question, read(question), scene.articles, scene.readings)
    return trace(text, parts, scene.articles, scene.readings, placements=scene.placements)


def test_who_told_it_first_and_who_repeats_it(blast: Callable[[], Any]) -> None:
    traced = ask(blast(), "仓库爆炸造成61人死亡")
    (strand,) = traced.strands
    assert strand.origin == "卫生厅"
    assert [(t.outlet, t.chain) for t in strand.tellings] == [("东线网", ("媒体", "卫生厅")), ("海潮报", ("卫生厅",))]
    assert traced.first == strand.tellings[0]


def test_another_number_is_another_thing(blast: Callable[[], Any]) -> None:
    outlets = {t.outlet for s in ask(blast(), "仓库爆炸造成27人死亡").strands for t in s.tellings}
    assert outlets == {"东线网", "北岸电台"}


def test_both_scripts_and_every_writing_of_a_number(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "渡轮失火", "港务局称，渡轮失火后有1,240名乘客获救。").figure(
        "1,240名乘客获救", "rescued", 1240, 1240, chain=("港务局",)
    )
    scene.add("北岸电台", "2031-03-03", "渡輪失火", "渡輪失火，一千二百四十名乘客獲救。", language="zh-Hant")
    assert ask(scene, "渡輪失火 1240名乘客獲救").outlets == ("北岸电台", "海潮报")


def test_a_name_in_the_article_serves_its_sentences(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "市长沈致远认错", "沈致远周二出席听证会。", "他承认收受码头承包商的手表。").name("沈致远", "person")
    scene.add("北岸电台", "2031-03-03", "天气", "周三有雨。")
    (strand,) = ask(scene, "沈致远收受承包商的手表").strands
    assert strand.tellings[0].evidence.sentence == "他承认收受码头承包商的手表。"


def test_minutes_after_the_first_and_copies(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "堤坝", "水利厅说堤坝北段出现三道裂缝。").says("堤坝北段出现三道裂缝", "水利厅", cue="说")
    scene.add("东线网", "2031-03-02", "堤坝", "水利厅说堤坝北段出现三道裂缝。").says("堤坝北段出现三道裂缝", "水利厅", cue="说")
    late = scene.articles[-1]
    scene.articles[-1] = msgspec.structs.replace(late, published="2031-03-02T10:30:00+08:00")
    (strand,) = ask(scene, "堤坝北段出现三道裂缝").strands
    first, second = strand.tellings
    assert (first.after, first.copy_of) == (0, None)
    assert (second.after, second.copy_of) == (150, first.evidence.path)


def test_what_is_denied_is_told_as_denied(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "水库", "水利厅否认曾收到堤坝渗漏的提醒。").says("曾收到堤坝渗漏的提醒", "水利厅", cue="否认")
    (strand,) = ask(scene, "水利厅收到堤坝渗漏的提醒").strands
    assert strand.tellings[0].denied


def test_near_articles_hold_enough_of_the_question(scene: Any) -> None:
    a = scene.add("海潮报", "2031-03-02", "水库", "水利厅收到堤坝渗漏的提醒。")
    scene.add("北岸电台", "2031-03-02", "球赛", "主队三比一取胜。")
    question = clean(Document(path="", id="", format="text", title="堤坝渗漏的提醒", body="", markup=Markup.TEXT))
    assert isinstance(question, Article)
    parts, shadows = take_apart(question, read(question), scene.articles, scene.readings)
    assert [n.path for n in find_near(parts, shadows, scene.articles, scene.readings)] == [a.path]


def test_the_order_of_articles_decides_nothing(blast: Callable[[], Any]) -> None:
    scene = blast()
    told = ask(scene, "仓库爆炸造成27人死亡")
    scene.articles.reverse()
    assert ask(scene, "仓库爆炸造成27人死亡") == told


def test_a_trace_of_the_example(example: Any) -> None:
    traced = pipeline.trace(pipeline.read([example]), "北码头火灾61人死亡")
    assert traced.first is not None
    assert any(telling.denied for strand in traced.strands for telling in strand.tellings)
    assert len(traced.outlets) >= 3


def test_what_is_told_in_the_other_script_is_found_too(scene: Any) -> None:
    said, told = (
        "海岸警卫队说，岚洲渡轮沉没已有27人死亡，32人失踪。",
        "The ferry sinking has killed 27 people and 32 are missing, the coast guard said.",
    )
    for outlet, sentence, language, chain in (("甲报", said, "zh-Hans", "海岸警卫队"), ("Courier", told, "en", "the coast guard")):
        pen = scene.add(
            outlet, "2031-03-02", outlet, sentence, "The pier stays shut." if language == "en" else "码头仍然关闭。", language=language
        )
        pen.figure("27人死亡" if language != "en" else "killed 27 people", "killed", 27, 27, chain=(chain,))
        pen.figure("32人失踪" if language != "en" else "32 are missing", "missing", 32, 32, chain=(chain,))
    for question in ("岚洲渡轮沉没 27人死亡", "ferry sinking killed 27 people"):
        (strand,) = ask(scene, question).strands
        assert {telling.evidence.sentence for telling in strand.tellings} == {said, told}
