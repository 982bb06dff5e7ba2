"""Denials: few, and only where an article sets the two sides together; counts of fewer people are no rivals."""

from typing import Any

import msgspec
import pytest

from rashomon.accounts.telling import tell


def account(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def test_a_denial_beside_the_claim_that_speaks_of_the_denier_is_a_dispute(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "渔业协会称曾提醒水利厅堤坝渗漏。", "水利厅否认收到过有关渗漏的提醒。")
    pen.says("曾提醒水利厅堤坝渗漏", "渔业协会", cue="称").says("收到过有关渗漏的提醒", "水利厅", cue="否认")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert dispute.why["code"] == "denial"
    assert [e.text for e in (*dispute.a, *dispute.b)] == ["曾提醒水利厅堤坝渗漏", "收到过有关渗漏的提醒"]


def test_who_speaks_for_a_country_does_not_deny_its_own_words(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "岚国称，巡堤船只在岚河例行巡查。", "岚国水警发言人何远说，有关巡查的说法不实。")
    pen.says("巡堤船只在岚河例行巡查", "岚国", cue="称").says("有关巡查的说法不实", "岚国水警发言人何远", cue="说", speaker="何远")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_the_same_office_of_another_country_denies(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "渔船被扣", "挪威外交部发言人称，瑞典扣留了渔船。", "瑞典外交部发言人否认扣留渔船。")
    pen.says("瑞典扣留了渔船", "挪威外交部发言人", cue="称").says("扣留渔船", "瑞典外交部发言人", cue="否认")
    assert [r.why["code"] for r in account(scene).relations if r.kind == "disputes"] == ["denial"]


def test_what_is_answered_beside_a_denial_is_no_other_case_of_days_before(scene: Any) -> None:
    scene.add("北岸电台", "2031-02-25", "边境", "瑞典军队破坏停火，打死一人。").name("瑞典", "place")
    pen = scene.add("海潮报", "2031-03-02", "边境", "挪威国防部指责瑞典军队违反停火，开炮打伤一人。", "瑞典方面否认破坏停火。")
    pen.name("瑞典", "place")
    pen.says("瑞典军队违反停火，开炮打伤一人", "挪威国防部", cue="指责").says("破坏停火", "瑞典方面", cue="否认")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert [e.outlet for e in dispute.a] == ["海潮报"]


def test_a_denial_of_what_nobody_says_there_is_none(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "渔业协会称今年鱼价上涨。", "水利厅否认收到过有关渗漏的提醒。")
    pen.says("今年鱼价上涨", "渔业协会", cue="称").says("收到过有关渗漏的提醒", "水利厅", cue="否认")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_a_denial_of_everything_says_nothing_by_which_it_is_found_elsewhere(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "何远", "何远的所有职务已被收回，理事会要求归还所有印信。").name("何远", "person")
    scene.add("北岸电台", "2031-03-02", "何远", "何远否认所有指控。").name("何远", "person").says("所有指控", "何远", cue="否认")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_what_is_called_untrue_in_so_many_words_is_disputed(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "渔业协会称，堤坝渗漏已有三个月。", "水利厅表示，渗漏三个月之说毫无根据。")
    pen.says("堤坝渗漏已有三个月", "渔业协会", cue="称").says("渗漏三个月之说毫无根据", "水利厅")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert [e.text for e in (*dispute.a, *dispute.b)] == ["堤坝渗漏已有三个月", "渗漏三个月之说毫无根据"]


def test_every_report_of_what_is_denied_stands_on_its_side(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "渔业协会称曾提醒水利厅堤坝渗漏。", "水利厅否认收到过有关渗漏的提醒。")
    pen.says("曾提醒水利厅堤坝渗漏", "渔业协会", cue="称").says("收到过有关渗漏的提醒", "水利厅", cue="否认")
    scene.add("北岸电台", "2031-03-02", "渗漏", "渔业协会说，曾提醒水利厅堤坝渗漏。").says("曾提醒水利厅堤坝渗漏", "渔业协会", cue="说")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert ({e.outlet for e in dispute.a}, {e.outlet for e in dispute.b}) == ({"海潮报", "北岸电台"}, {"海潮报"})


def _deny_in_two_scripts(scene: Any, day: str, *, again: bool = False) -> list[Any]:
    """A candidate's charge and its denial, in a Chinese and in an English paper of another day."""
    pen = scene.add("海潮报", "2031-03-02", "计票", "伊沃·戴恩称曾提醒玛拉·沃林票箱破损。", "玛拉·沃林否认收到过有关破损的提醒。")
    pen.name("伊沃·戴恩", "person").name("玛拉·沃林", "person")
    pen.says("曾提醒玛拉·沃林票箱破损", "伊沃·戴恩", cue="称").says("收到过有关破损的提醒", "玛拉·沃林", cue="否认")
    english = (
        ("he had warned Mara Volin of the tally sheets", "she had received a warning of the tally sheets"),
        ("Mara Volin bribed seven harbour clerks", "having bribed harbour clerks"),
    )
    for n, (told, denied) in enumerate(english[: 1 + again]):
        pen = scene.add(f"Courier{n}", day, "The count", f"Ivo Dane said {told}.", f"Mara Volin denied {denied}.", language="en")
        pen.name("Ivo Dane", "person").name("Mara Volin", "person")
        pen.says(told, "Ivo Dane", cue="said").says(denied, "Mara Volin", cue="denied")
    return [r for r in account(scene).relations if r.kind == "disputes"]


def test_a_denial_in_two_scripts_is_one_dispute(scene: Any) -> None:
    (dispute,) = _deny_in_two_scripts(scene, "2031-03-03")
    assert [e.outlet for e in dispute.a] == ["海潮报", "Courier0"]
    assert [e.outlet for e in dispute.b] == ["海潮报", "Courier0"]


@pytest.mark.parametrize(("day", "again"), [("2031-03-06", False), ("2031-03-03", True)], ids=["days later", "which of two"])
def test_a_denial_in_two_scripts_that_may_be_another_stays_apart(scene: Any, day: str, again: bool) -> None:
    assert all(len({e.outlet for e in dispute.a} & {"海潮报", "Courier0"}) < 2 for dispute in _deny_in_two_scripts(scene, day, again=again))


def test_what_one_outlet_tells_and_another_has_denied_is_disputed(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "水库", "渔业协会说，岚洲水库上月悄悄开闸泄洪，下游网箱全部冲走。").name("岚洲", "place")
    pen = scene.add("北岸电台", "2031-03-03", "水库", "水利厅否认岚洲水库悄悄泄洪。").name("岚洲", "place")
    pen.says("岚洲水库悄悄泄洪", "水利厅", cue="否认")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert ([e.outlet for e in dispute.a], [e.outlet for e in dispute.b]) == (["海潮报"], ["北岸电台"])


@pytest.mark.parametrize(
    "sentence",
    [
        "渔业协会担心，岚洲水库可能悄悄泄洪，下游网箱不保。",
        "渔业协会问，岚洲水库是否悄悄泄洪，冲走了网箱？",
        "渔业协会说，岚洲水库从未悄悄泄洪，网箱是台风冲走的。",
        "水利厅说，岚洲水库悄悄泄洪，是为了保住大坝。",
        "渔业协会说，在岚洲水库悄悄泄洪的情况下，网箱会被冲走。",
        "渔业协会说，如果暴雨不停，岚洲水库悄悄泄洪就是灾难。",
    ],
)
def test_what_nobody_else_tells_for_a_fact_is_not_disputed(scene: Any, sentence: str) -> None:
    first = scene.add("海潮报", "2031-03-02", "水库", sentence).name("岚洲", "place")
    first.says(sentence.split("，", 1)[1].rstrip("。"), sentence[: sentence.index("，") - 1], cue="说")
    pen = scene.add("北岸电台", "2031-03-03", "水库", "水利厅否认岚洲水库悄悄泄洪。").name("岚洲", "place")
    pen.says("岚洲水库悄悄泄洪", "水利厅", cue="否认")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_a_denial_that_only_points_at_what_was_said_answers_what_stands_before_it(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库", "渔业协会指控水库悄悄泄洪，但水利厅否认这一说法，并称当日无人值班。")
    pen.says("水库悄悄泄洪", "渔业协会", cue="指控").says("这一说法", "水利厅", cue="否认")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert [e.text for e in (*dispute.a, *dispute.b)] == ["水库悄悄泄洪", "这一说法"]


def test_a_denial_that_points_at_what_was_said_answers_the_sentence_before_it(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库", "两名知情者说，闸门当晚开过两次。", "水利厅发言人否认有关说法，称记录仍在核对。")
    cue = pen._span("否认")
    pen.says("闸门当晚开过两次", "两名知情者").says("有关说法", "水利厅发言人", cue="否认", cue_span=cue)
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert [e.text for e in (*dispute.a, *dispute.b)] == ["闸门当晚开过两次", "有关说法"]


def test_the_pilot_and_six_others_dispute_no_seven(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "坠机", "坠机造成7人受伤。").figure("7人受伤", "injured", 7, 7)
    scene.add("北岸电台", "2031-03-02", "坠机", "机上7人受伤送院。").figure("7人受伤", "injured", 7, 7)
    scene.add("东线网", "2031-03-04", "坠机", "飞行员和另外6人受伤。").figure("6人受伤", "injured", 6, 6)
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_another_eight_arrested_are_no_state_of_all(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "骗案", "警方再拘捕8人。").figure("拘捕8人", "detained", 8, 8)
    scene.add("北岸电台", "2031-03-03", "骗案", "至今共有14人被捕。").figure("14人被捕", "detained", 14, 14)
    assert [r for r in account(scene).relations if r.kind == "updates"] == []


def test_nine_dead_and_another_thirty_hurt_are_all_the_hurt(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "塌方", "塌方造成9人死亡，另有30人受伤。")
    pen.figure("9人死亡", "killed", 9, 9).figure("30人受伤", "injured", 30, 30)
    scene.add("北岸电台", "2031-03-03", "塌方", "塌方已有41人受伤。").figure("41人受伤", "injured", 41, 41)
    assert [r.why["measure"] for r in account(scene).relations if r.kind == "updates"] == ["injured"]


def test_the_hurt_in_hospital_dispute_no_count_of_all(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "塌方", "山体塌方造成90人受伤。").figure("90人受伤", "injured", 90, 90)
    scene.add("北岸电台", "2031-03-03", "塌方", "仍在住院的伤者有61人仍住院。").figure("61人", "injured", 61, 61)
    told = account(scene)
    assert [r for r in told.relations if r.kind == "disputes"] == []
    assert "disputed" not in {p.status for s in told.series for p in s.points}


@pytest.mark.parametrize(
    ("second", "low", "kinds"),
    [
        ("海事工会统计的死亡人数为11人。", 11, {"disputes"}),
        ("海事工会说，死亡人数随后升至11人。", 11, set()),
        ("海事工会说，三年来共有90人死亡。", 90, set()),
    ],
)
def test_two_tolls_of_one_article_dispute_where_none_came_to_be_the_other(scene: Any, second: str, low: int, kinds: set[str]) -> None:
    pen = scene.add("海潮报", "2031-03-02", "坠机", f"卫生部说，坠机造成7人死亡。{second}")
    pen.figure("7人死亡", "killed", 7, 7, chain=("卫生部",)).figure(f"{low}人", "killed", low, low, chain=("海事工会",))
    assert {r.kind for r in account(scene).relations} == kinds


def test_the_total_less_a_group_disputes_no_total(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "骚乱", "骚乱造成44人死亡，包括18名警察。").figure("44人死亡", "killed", 44, 44).figure(
        "18名警察", "killed", 18, 18, group="security", scope="part"
    )
    scene.add("北岸电台", "2031-03-03", "骚乱", "官方统计26人丧生。").figure("26人丧生", "killed", 26, 26)
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_an_article_that_takes_a_count_back_stands_on_that_side_alone(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "爆炸", "爆炸造成61人死亡。").figure("61人死亡", "killed", 61, 61)
    pen = scene.add("北岸电台", "2031-03-03", "爆炸", "卫生厅说61人死亡系录入错误。", "网站曾写有61人遇难。")
    pen.figure("61人死亡", "killed", 61, 61).figure("61人遇难", "killed", 61, 61)
    told = account(scene)
    (withdrawn,) = [r for r in told.relations if r.kind == "withdraws"]
    assert {e.outlet for e in withdrawn.a} == {"海潮报"}
    assert {e.outlet for e in withdrawn.b} == {"北岸电台"}
    assert {p.status for s in told.series for p in s.points} == {"withdrawn"}


def test_first_is_who_told_first_whatever_the_offset(scene: Any) -> None:
    late = scene.add("海潮报", "2031-03-02", "爆炸", "爆炸造成61人死亡。").figure("61人死亡", "killed", 61, 61)
    early = scene.add("Harbour Post", "2031-03-02", "爆炸", "爆炸造成61人遇难。").figure("61人遇难", "killed", 61, 61)
    zones = {late.path: "2031-03-02T09:00:00-05:00", early.path: "2031-03-02T20:00:00+08:00"}
    scene.articles = [msgspec.structs.replace(a, published=zones[a.path]) for a in scene.articles]
    (series,) = account(scene).series
    assert next((p.outlet, p.status) for p in series.points) == ("Harbour Post", "first")


def test_an_outlet_that_nobody_names_is_no_path(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "爆炸", "爆炸造成61人死亡。").figure("61人死亡", "killed", 61, 61)
    scene.articles = [msgspec.structs.replace(a, outlet=None, url="https://news.example/a") for a in scene.articles]
    told = account(scene)
    assert {o.name for o in told.origins} == {"news.example"}
    scene.articles = [msgspec.structs.replace(a, url=None) for a in scene.articles]
    assert {o.name for o in account(scene).origins} == {"unknown"}


def test_a_story_begins_when_it_was_published_and_not_when_a_repost_was_written(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "爆炸", "爆炸造成61人死亡。")
    scene.articles = [msgspec.structs.replace(a, written="2024-05-06") for a in scene.articles]
    assert account(scene).story.first == "2031-03-02"


def test_a_round_number_is_the_exact_one_told_coarsely(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "疫情", "已有506209人死亡。").figure("506209人死亡", "killed", 506209, 506209)
    scene.add("北岸电台", "2031-03-03", "疫情", "死亡人数达50.6万。").figure("50.6万", "killed", 506000, 506000)
    assert [r.kind for r in account(scene).relations] == ["precision"]


def test_in_an_outbreak_fewer_deaths_of_a_day_dispute_nothing(scene: Any) -> None:
    for day, cases in (("2031-03-02", 410), ("2031-03-03", 655), ("2031-03-04", 980)):
        scene.add("海潮报", day, "疫情", f"新增{cases}宗确诊。").figure(f"{cases}宗确诊", "infected", cases, cases)
    scene.add("海潮报", "2031-03-03", "疫情", "再多24人离世。").figure("24人离世", "killed", 24, 24)
    scene.add("北岸电台", "2031-03-04", "疫情", "再多19人离世。").figure("19人离世", "killed", 19, 19)
    assert [r for r in account(scene).relations if r.kind in ("disputes", "updates")] == []


@pytest.mark.parametrize(
    "sentences",
    [
        ("渔业协会指责水利厅深夜未经预警就开闸。", "水利厅发言人柯文博驳斥有关指控。"),
        ("渔业协会说，水利厅深夜未经预警就开闸。", "但水利厅厅长柯文博星期三否认了这项说法。"),
        ("渔业协会说，水利厅深夜未经预警就开闸，水利厅否认这一说法。",),
        ("渔业协会指责水利厅深夜未经预警就开闸。", "水利厅厅长柯文博斥之为“彻头彻尾的胡说”。"),
    ],
    ids=["rebuts the accusations", "denies the claim", "in the same sentence", "calls it nonsense"],
)
def test_a_denial_that_reading_leaves_out_is_of_what_stands_before_it(scene: Any, sentences: tuple[str, ...]) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库", *sentences)
    pen.says(sentences[0].split("，", 1)[-1].rstrip("。") if "说" in sentences[0] else "水利厅深夜未经预警就开闸", "渔业协会")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert next(e.text for e in dispute.a).startswith("水利厅深夜未经预警就开闸")
    assert next(e.text for e in dispute.b).startswith("水利厅")
    assert dispute.why["a_origin"] == "渔业协会"


def test_a_denial_of_another_claim_is_not_of_what_stands_before_it(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库", "渔业协会说，水利厅深夜未经预警就开闸。", "水利厅否认岚洲商会的说法。")
    pen.says("水利厅深夜未经预警就开闸", "渔业协会").name("岚洲商会", "organisation")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_what_is_only_called_a_name_is_not_denied(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库", "渔业协会要求水利厅夜间停止开闸。", "水利厅斥之为“变脸”。")
    pen.says("水利厅夜间停止开闸", "渔业协会", cue="要求")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_new_cases_of_another_week_are_other_cases(scene: Any) -> None:
    for outlet, day in (("甲报", "2031-03-02"), ("乙报", "2031-03-03"), ("丙报", "2031-03-10")):
        pen = scene.add(outlet, day, "疫情", "卫生局说新增29宗确诊。")
        pen.figure("29宗确诊", "infected", 29, 29, chain=("卫生局",), scope="new", when=day)
    told = [{e.outlet for e in (*r.a, *r.b)} for r in account(scene).relations if r.why["code"] == "same_origin"]
    assert told == [{"甲报", "乙报"}]


@pytest.mark.parametrize(
    ("truth", "told"), [("岚河自来水水质符合标准", True), ("下周增开三班渡轮", False)], ids=["of the same thing", "of another"]
)
def test_who_clears_a_rumour_disputes_it(scene: Any, truth: str, told: bool) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水质", "网上传言说，岚河自来水受到污染。", f"市政府辟谣说，{truth}。")
    pen.says("岚河自来水受到污染", "网上传言", cue="说").says(truth, "市政府", cue="辟谣说")
    assert [r.kind for r in account(scene).relations if r.kind == "disputes"] == ["disputes"] * told


def test_two_who_both_say_that_it_is_not_so_dispute_nothing(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "关桥", "商会说，没有收到关闭大桥的消息，市政府澄清没有计划关闭大桥。")
    pen.says("没有收到关闭大桥的消息", "商会", cue="说").says("没有计划关闭大桥", "市政府", cue="澄清")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_who_admits_what_he_denied_takes_the_denial_back(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "疫苗", "家长投诉说，城东诊所接种过期疫苗。", "卫生局否认城东诊所使用过期疫苗。")
    pen.says("城东诊所接种过期疫苗", "家长").says("城东诊所使用过期疫苗", "卫生局", cue="否认")
    pen = scene.add("北岸电台", "2031-03-04", "疫苗", "卫生局周五改口，承认城东诊所使用了过期疫苗。")
    pen.says("城东诊所使用了过期疫苗", "卫生局", cue="承认")
    told = {r.kind: r for r in account(scene).relations}
    assert {e.outlet for e in told["disputes"].a} == {"海潮报"}
    assert [e.sentence for e in (*told["withdraws"].a, *told["withdraws"].b)] == [
        "卫生局否认城东诊所使用过期疫苗。",
        "卫生局周五改口，承认城东诊所使用了过期疫苗。",
    ]
    assert told["withdraws"].why == {"code": "admitted", "b_origin": "卫生局"}


@pytest.mark.parametrize(
    "sentence",
    [
        "岚洲承认北屿独立，加剧了对岚洲攻打北屿港口的担忧。",
        "岚洲承认谈判失败，商会认为岚洲会攻打北屿港口。",
        "岚洲证实，如果岚洲攻打北屿港口，会谈就会取消。",
    ],
    ids=["recognises", "in another clause", "supposes"],
)
def test_what_is_not_admitted_takes_no_denial_back(scene: Any, sentence: str) -> None:
    pen = scene.add("海潮报", "2031-03-02", "北屿", "岚洲否认计划攻打北屿港口。", "渡轮照常。")
    pen.says("计划攻打北屿港口", "岚洲", cue="否认").name("岚洲", "place").name("北屿", "place")
    scene.add("北岸电台", "2031-03-04", "北屿", sentence).name("岚洲", "place").name("北屿", "place")
    assert [r for r in account(scene).relations if r.kind == "withdraws"] == []


def test_what_is_not_confirmed_takes_no_denial_back(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "疫苗", "卫生局否认城东诊所使用过期疫苗。", "诊所照常开门。")
    pen.says("城东诊所使用过期疫苗", "卫生局", cue="否认")
    scene.add("北岸电台", "2031-03-04", "疫苗", "卫生局尚未证实城东诊所使用了过期疫苗。")
    assert [r for r in account(scene).relations if r.kind == "withdraws"] == []


def test_an_admission_in_english_takes_a_denial_back(scene: Any) -> None:
    denied, admitted = (
        "The ferry line denied that its crew had sailed without a pilot.",
        "The ferry line admitted that its crew sailed without a pilot.",
    )
    pen = scene.add("Courier", "2031-03-02", "Ferry sinks", denied, language="en")
    pen.says("its crew had sailed without a pilot", "The ferry line", cue="denied")
    pen = scene.add("Courier", "2031-03-05", "Ferry line admits", admitted, language="en")
    pen.says("its crew sailed without a pilot", "The ferry line", cue="admitted")
    found = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert [(r.a[0].sentence, r.b[0].sentence) for r in found if r.kind == "withdraws"] == [(denied, admitted)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("水利厅随后否认，称堤坝完好。", True),
        ("水利厅对此予以否认。", True),
        ("尽管水利厅一再否认，堤坝仍须加固。", False),
        ("水利厅没有否认。", False),
    ],
)
def test_who_denies_and_says_no_more_answers_what_was_said_right_before(scene: Any, sentence: str, told: bool) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "渔业协会称堤坝渗漏已有三个月。", sentence)
    pen.says("堤坝渗漏已有三个月", "渔业协会", cue="称")
    disputes = [r for r in account(scene).relations if r.kind == "disputes"]
    assert [(r.a[0].text, r.b[0].sentence) for r in disputes] == ([("堤坝渗漏已有三个月", sentence)] if told else [])


def test_a_statement_that_opens_with_denying_denies(scene: Any) -> None:
    told = "水利厅发表声明，否认收到过有关渗漏的提醒。"
    pen = scene.add("海潮报", "2031-03-02", "水库漏水", "渔业协会称曾提醒水利厅堤坝渗漏。", told)
    pen.says("曾提醒水利厅堤坝渗漏", "渔业协会", cue="称").says("否认收到过有关渗漏的提醒", "水利厅", cue="发表声明")
    (dispute,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert dispute.b[0].text == "否认收到过有关渗漏的提醒"


def test_who_denies_what_a_thing_is_said_to_be_does_not_deny_the_thing(scene: Any) -> None:
    scene.add("海潮报", "2031-03-02", "撤渔令", "岚洲渔业厅长何远将宣布撤渔，岚洲船队返港。").name("何远", "person")
    pen = scene.add("北岸电台", "2031-03-03", "撤渔令", "何远否认撤渔是行动失败。").name("何远", "person")
    pen.says("撤渔是行动失败", "何远", cue="否认")
    assert [r for r in account(scene).relations if r.kind == "disputes"] == []


def test_an_office_takes_back_what_its_spokesman_denied(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "水库", "水利厅发言人何远否认岚洲水库当晚泄洪。").name("岚洲", "place").name("何远", "person")
    pen.says("岚洲水库当晚泄洪", "水利厅发言人何远", cue="否认", speaker="何远")
    scene.add("北岸电台", "2031-03-04", "水库", "水利厅4日发表声明，承认岚洲水库当晚泄洪。").name("岚洲", "place")
    (back,) = [r for r in account(scene).relations if r.kind == "withdraws"]
    assert (back.why["code"], back.b[0].outlet) == ("admitted", "北岸电台")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("反对派称，军警打死37名示威者；政府发言人则说，共有9人死亡。", {"disputes"}),
        ("红新月会称，军警打死37名示威者；政府发言人则说，共有9人死亡。", set()),  # neither is the other's critic
        ("反对派称，军警打死97名示威者；政府发言人则说，共有9人死亡。", set()),  # so many more are of something else
    ],
)
def test_critics_and_offices_that_count_far_apart_dispute(scene: Any, words: str, kinds: set[str]) -> None:
    pen = scene.add("海潮报", "2031-03-02", "骚乱", words)
    critic, count = words[: words.index("称")], words[words.index("打死") : words.index("名示威")]
    low = int(count[2:])
    pen.figure(count, "killed", low, low, group="civilians", who="示威者", chain=(critic,))
    pen.figure("9人死亡", "killed", 9, 9, chain=("政府发言人",))
    pen.figure("共有9", "killed", 2, 2, group="security", scope="part", chain=("政府发言人",))
    assert {r.kind for r in account(scene).relations if r.kind == "disputes"} == kinds


@pytest.mark.parametrize(("opening", "kinds"), [("对于家属质疑", {"disputes"}), ("家属上周质疑", set())])
def test_what_a_sentence_is_put_as_an_answer_to_is_denied_in_other_words(scene: Any, opening: str, kinds: set[str]) -> None:
    text = f"{opening}下井人数逾110人，矿业公司副总经理何远否认瞒报。"
    pen = scene.add("海潮报", "2031-03-02", "矿难", text).name("何远", "person")
    at = pen.article.text.index("家属")
    pen.says("下井人数逾110人", "家属", cue="质疑", chain_spans=((at, at + 2),)).says(
        "瞒报", "矿业公司副总经理何远", cue="否认", speaker="何远"
    )
    assert {r.kind for r in account(scene).relations} == kinds


def test_a_paper_that_is_called_forged_is_disputed(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "裁员", "教师会公布一份文件，显示港务公司拟裁员600人。港务公司称，文件属伪造，已报警。")
    pen.says("一份文件，显示港务公司拟裁员600人", "教师会", cue="公布").says("文件属伪造，已报警", "港务公司", cue="称")
    (found,) = [r for r in account(scene).relations if r.kind == "disputes"]
    assert (found.why["a_origin"], found.why["b_origin"]) == ("教师会", "港务公司")


def test_a_word_is_met_in_its_other_forms_where_words_have_endings(scene: Any) -> None:
    first, last = "Residents complained of cracks, the mayor said.", "The road company denied complaints of cracks."
    pen = scene.add("Harbour Herald", "2031-03-02", "Bridge falls", first, last, language="en")
    pen.says("Residents complained of cracks", "the mayor", cue="said").says("complaints of cracks", "The road company", cue="denied")
    assert [r.why["code"] for r in account(scene).relations if r.kind == "disputes"] == ["denial"]
