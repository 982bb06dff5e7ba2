"""Origins: whom a claim comes from in the end."""

from typing import Any

from rashomon.accounts.telling import tell


def test_one_person_is_one_origin_whatever_the_words_for_the_post(scene: Any) -> None:
    for outlet, post in (("甲报", "财政大臣"), ("乙台", "财政大臣"), ("丙报", "财政部长")):
        pen = scene.add(outlet, "2031-03-02", "辞职", f"{post}何远宣布辞职（{outlet}）。").name("何远", "person", role=post)
        pen.says(f"辞职（{outlet}）", f"{post}何远", cue="宣布", speaker="何远")
    origins = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).origins
    assert [(origin.name, origin.claims) for origin in origins] == [("何远", 3)]


def test_a_body_is_called_by_its_name_in_quotation_marks(scene: Any) -> None:
    for outlet, source in (("甲报", "总部设在岚洲的人权组织“北塬观察”"), ("乙台", "人权团体「北塬观察」（BW）")):
        scene.add(outlet, "2031-03-02", "示威", f"{source}说，至少31人死亡（{outlet}）。").figure(
            "31人死亡", "killed", 31, 31, chain=(source,)
        )
    account = tell(scene.story, scene.articles, scene.readings, placements=scene.placements)
    assert len(account.origins) == 1
    assert {point.origin for series in account.series for point in series.points} == {"北塬观察"}


def test_who_a_headline_calls_by_a_word_is_whom_its_text_calls_by_more(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "人权组织：示威致3人死亡", "北塬人权组织亨高说，有3人死亡。")
    pen.says("示威致3人死亡", "人权组织", cue="：").figure("致3人死亡", "killed", 3, 3, chain=("人权组织",))
    pen.says("有3人死亡", "北塬人权组织亨高", cue="说").figure("有3人死亡", "killed", 3, 3, chain=("北塬人权组织亨高",))
    origins = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).origins
    assert [origin.name for origin in origins] == ["北塬人权组织亨高"]


def test_the_count_behind_a_headlines_gap_is_not_of_who_speaks_before_it(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "市长誓言应对示威 死亡人数升至41人", "国家电视台说，41人死亡。", "市长何远誓言应对。")
    pen.says("应对示威", "市长", cue="誓言", chain_spans=((0, 2),)).figure("死亡人数升至41人", "killed", 41, 41)
    (series,) = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).series
    assert [point.chain for point in series.points] == [()]


def test_a_body_may_do_without_the_land_of_its_story(scene: Any) -> None:
    for outlet, source in (("甲报", "俄罗斯调查委员会"), ("乙台", "调查委员会")):
        pen = scene.add(outlet, "2031-03-02", f"俄罗斯一剧院起火（{outlet}）", f"{source}说，至少31人死亡。")
        pen.figure("31人死亡", "killed", 31, 31, chain=(source,)).says("至少31人死亡", source, cue="说")
        pen.name("俄罗斯", "place", entity="place:RU")
        if source.startswith("俄"):
            pen.name("俄罗斯调查委员会", "organisation")
    origins = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).origins
    assert [origin.name for origin in origins] == ["俄罗斯调查委员会"]


def test_a_headlines_other_source_stays_who_it_is(scene: Any) -> None:
    title = "人权组织：示威致3人死亡 总理：将会彻查"
    pen = scene.add("甲报", "2031-03-02", title, "北塬人权组织亨高说，有3人死亡。", "北塬总理何远没有露面。")
    pen.says("示威致3人死亡", "人权组织", cue="：").says("将会彻查", "北塬总理", cue="：", speaker="何远")
    pen.says("有3人死亡", "北塬人权组织亨高", cue="说").name("何远", "person")
    voices = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).voices
    assert {voice.speaker for voice in voices} == {"北塬人权组织亨高", "何远"}


def test_official_media_are_not_the_officials_of_a_headline(scene: Any) -> None:
    pen = scene.add("甲报", "2031-03-02", "客机坠毁致3人死亡 官方证实", "官方媒体“岚洲日报”曾称客机已找到。", "有3人死亡。")
    pen.says("客机坠毁致3人死亡", "官方", cue="证实").says("客机已找到", "官方媒体“岚洲日报”", cue="称")
    voices = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).voices
    assert {voice.speaker for voice in voices} == {"官方", "官方媒体“岚洲日报”"}
