"""Corrections of figures, attributions, names and relations, laid over what was read and told."""

from collections.abc import Callable
from typing import Any

from rashomon.accounts import correct_readings, correct_relations, find_missing
from rashomon.accounts.telling import tell
from rashomon.model import Account, Alias, AttributionFix, Corrections, FigureFix, RelationFix


def account(scene: Any, *corrections: Any) -> Account:
    held: Corrections = corrections
    readings = correct_readings(scene.readings, scene.articles, held)
    told = tell(scene.story, scene.articles, readings, placements=scene.placements)
    return type(told)(**{f: getattr(told, f) for f in told.__struct_fields__} | {"relations": correct_relations(told.relations, held)})


def values(account: Account, measure: str) -> set[tuple[int | None, int | None, str]]:
    return {(p.low, p.high, s.group) for s in account.series if s.measure == measure for p in s.points}


def test_a_figure_is_read_as_people_say(blast: Callable[[], Any]) -> None:
    scene = blast()
    article = scene.articles[0]
    fixed = account(scene, FigureFix(article=article.article, words="31人受伤", low=13, high=13, group="civilians"))
    assert (31, 31, "all") in values(account(scene), "injured")
    assert values(fixed, "injured") == {(13, 13, "civilians")}


def test_either_script_finds_what_is_corrected(scene: Any) -> None:
    pen = scene.add("海潮報", "2031-03-02", "塌方", "工程師說塌方壓傷90人，還有三處裂縫。", language="zh-Hant")
    pen.figure("壓傷90人", "injured", 90, 90).says("還有三處裂縫", "工程師", cue="說")
    counted = FigureFix(article=pen.path, words="压伤90人", low=9, high=9)
    fixes = (counted, AttributionFix(article=pen.path, words="三处裂缝", speaker="梁禾"))
    told = account(scene, *fixes)
    assert values(told, "injured") == {(9, 9, "all")}
    assert [voice.speaker for voice in told.voices] == ["梁禾"]
    assert find_missing(scene.articles, scene.readings, fixes) == []


def test_a_figure_is_found_by_its_number_where_no_other_holds_it(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "塌方", "塌方压伤人数增至90人，其中30人重伤。").figure("压伤人数增至90人", "injured", 90, 90)
    pen.figure("30人重伤", "critical", 30, 30)
    told = account(scene, FigureFix(article=pen.path, words="90人", low=19, high=19), FigureFix(article=pen.path, words="0人", drop=True))
    assert values(told, "injured") == {(19, 19, "all")}
    assert values(told, "critical") == {(30, 30, "all")}


def test_a_dropped_figure_is_gone_from_the_account(blast: Callable[[], Any]) -> None:
    scene = blast()
    assert values(account(scene, FigureFix(article=scene.articles[0].path, words="31人受伤", drop=True)), "injured") == set()


def test_one_end_alone_opens_the_other(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "塌方", "塌方造成90人受伤。").figure("90人受伤", "injured", 90, 90)
    assert values(account(scene, FigureFix(article=pen.path, words="90人受伤", low=90)), "injured") == {(90, None, "all")}


def test_who_says_it_is_who_people_say(scene: Any) -> None:
    pen = scene.add("海潮报", "2031-03-02", "堤坝", "他说堤坝出现三道裂缝。").says("堤坝出现三道裂缝", "他", cue="说")
    assert [v.speaker for v in account(scene, AttributionFix(article=pen.path, words="三道裂缝", speaker="工程师梁禾")).voices] == [
        "工程师梁禾"
    ]
    assert account(scene, AttributionFix(article=pen.path, words="三道裂缝", drop=True)).voices == ()


def test_an_alias_makes_two_voices_one(scene: Any) -> None:
    a = scene.add("海潮报", "2031-03-02", "堤坝", "艾兰德说闸门已全部关闭。").says("闸门已全部关闭", "艾兰德", cue="说")
    b = scene.add("北岸电台", "2031-03-03", "堤壩", "伊蘭特說下游居民不必撤離。", language="zh-Hant").says(
        "下游居民不必撤離", "伊蘭特", cue="說"
    )
    a.name("艾兰德", "person")
    b.name("伊蘭特", "person")
    assert len(account(scene).voices) == 2
    assert len(account(scene, Alias(names=("艾兰德", "伊蘭特"))).voices) == 1


def test_a_relation_is_corrected_or_left_out(blast: Callable[[], Any]) -> None:
    scene = blast()
    told = next(r for r in account(scene).relations if r.kind == "withdraws")
    a, b = (told.a[0].path, told.a[0].sentence), (told.b[0].path, told.b[0].sentence)
    assert told.kind not in {r.kind for r in account(scene, RelationFix(a=a, b=b)).relations if r.a == told.a and r.b == told.b}
    fixed = [r for r in account(scene, RelationFix(a=b, b=a, relation="disputes")).relations if r.a == told.a and r.b == told.b]
    assert [(r.kind, r.why) for r in fixed] == [("disputes", {"code": "corrected"})]


def test_what_is_not_there_is_told(blast: Callable[[], Any]) -> None:
    scene = blast()
    article = scene.articles[0]
    missing = find_missing(
        scene.articles,
        scene.readings,
        (
            FigureFix(article=article.path, words="仓库爆炸", drop=True),
            AttributionFix(article=article.path, words="没有这句话", drop=True),
            FigureFix(article="another corpus", words="31人受伤", drop=True),
        ),
    )
    assert len(missing) == 2
    assert "no figure" in missing[0]
    assert "does not stand" in missing[1]
