"""What a cluster is called, and whom and what it names."""

from collections import Counter

import pytest

from rashomon.stories.titles import pick_names, pick_title, shadow_names


def test_the_headline_that_says_most_of_what_the_others_say() -> None:
    told = [
        ("船长被带走", "北岸台"),
        ("青螺灣渡輪傾覆 海巡隊搜救", "海闻社"),
        ("青螺湾渡轮倾覆", "晨报"),
        ("海巡队搜救渡轮", "晨报"),
        ("海巡隊搜救", "北岸台"),
    ]
    assert pick_title(told) == "青螺灣渡輪傾覆 海巡隊搜救"


def test_what_a_lone_outlet_says_again_and_again_is_its_own_slant() -> None:
    slanted = [("当局无能酿成惨剧", "怒报")] * 4
    told = [*slanted, ("青螺湾渡轮倾覆", "晨报"), ("渡轮在青螺湾倾覆", "海闻社")]
    assert pick_title(told) == "青螺湾渡轮倾覆"


def test_names_that_tell_a_cluster_from_others_in_the_form_that_stands_most_often() -> None:
    ferry = [("何遠", "青螺灣", "瀾口"), ("何远", "青螺湾", "海巡隊"), ("何远", "瀾口", "段青")]
    other = [("瀾口", "段青"), ("瀾口",), ("瀾口",), ("瀾口",)]
    names = pick_names(ferry, Counter(name for names in (*ferry, *other) for name in shadow_names(names)))
    assert names[0] == "何远"
    assert set(names) == {"何远", "青螺湾", "瀾口"}


def test_a_name_within_another_is_not_told_twice() -> None:
    assert pick_names([("瀾口市", "瀾口")], {}) == ("瀾口",)
    assert pick_names([()], {}) == ()


def test_a_headline_whose_count_was_moved_on_from_gives_way_but_not_to_what_is_beside_the_matter() -> None:
    told = [("青螺湾渡轮倾覆 5人遇难", "晨报"), ("青螺湾渡轮倾覆 9人遇难", "海闻社"), ("船公司老板遭起诉 31人遇难", "北岸台")]
    assert pick_title(told, [(("killed", 5),), (("killed", 9),), (("killed", 31),)]) == "青螺湾渡轮倾覆 5人遇难"


def test_a_headline_whose_count_was_moved_on_from_gives_way() -> None:
    told = [("青螺湾渡轮倾覆 5人遇难", "晨报"), ("青螺湾渡轮倾覆", "海闻社"), ("渡轮船长被带走 31人遇难", "北岸台")]
    counts = [(("killed", 5),), (), (("killed", 31),)]
    assert pick_title(told) == "青螺湾渡轮倾覆 5人遇难"
    assert pick_title(told, counts) == "青螺湾渡轮倾覆"
    assert pick_title(told[::2], counts[::2]) == "渡轮船长被带走 31人遇难"


def test_a_headline_that_asks_titles_nothing_where_another_is_left() -> None:
    asked = [("青螺湾渡轮为何倾覆？ 海巡队搜救", "晨报"), ("青螺湾渡轮倾覆", "海闻社"), ("海巡队搜救渡轮", "北岸台")]
    assert pick_title(asked) == "海巡队搜救渡轮"
    assert pick_title(asked[:1]) == asked[0][0]


@pytest.mark.parametrize(
    "own",
    ["快讯：澜口渡轮倾覆 海巡队搜救", "焦點：瀾口渡輪傾覆 海巡隊搜救", "澜口渡轮倾覆：为何来迟", "Why the ferry capsized"],
)
def test_a_label_or_an_unmarked_question_titles_nothing_where_another_is_left(own: str) -> None:
    plain = "澜口渡轮倾覆"
    assert pick_title([(own, "晨报"), (plain, "北岸台"), (own, "海闻社")]) == plain
    assert pick_title([(own, "晨报"), (own, "北岸台")]) == own


def test_somebodys_words_title_what_happened_no_better_than_itself() -> None:
    quoted, plain = "消息人士：澜口船厂前厂长将转任港务局长", "澜口船厂厂长辞职 港务局长与其互换职务"
    told = [(quoted, "晨报"), (plain, "海闻社"), ("澜口船厂前厂长转任港务局长", "北岸台")]
    assert pick_title(told[:2]) == plain
    assert pick_title([(quoted, "晨报"), (quoted, "海闻社")]) == quoted


def test_of_many_headlines_the_words_that_most_use_count_more() -> None:
    told = [(f"青螺湾渡轮倾覆 {day}日续搜", outlet) for day in range(1, 16) for outlet in ("晨报", "海闻社")]
    rare = [("邻国派直升机 海军官员赴渔港慰问", outlet) for outlet in ("晨报", "海闻社")]
    assert "青螺湾" in pick_title([*told, *rare])


def test_a_column_titles_nothing_where_another_is_left() -> None:
    told = [
        ("晨读》青螺湾渡轮倾覆 海巡队搜救", "晨报"),
        ("青螺湾渡轮倾覆", "海闻社"),
        ("《海事笔记》：青螺湾渡轮倾覆 海巡队搜救", "北岸台"),
    ]
    assert pick_title(told) == "青螺湾渡轮倾覆"
    assert pick_title([("《青螺湾渔歌》获奖", "晨报"), ("《青螺湾渔歌》获奖 渔民齐贺", "海闻社")]).startswith("《青螺湾渔歌》")


def test_a_name_is_one_in_all_regions_and_what_a_lone_outlet_names_counts_little() -> None:
    articles = [("北韓", "何遠"), ("朝鲜", "何远"), ("朝鲜", "林参事"), ("朝鲜", "林参事"), ("何远", "林参事")]
    outlets = ("海闻社", "晨报", "北岸台", "北岸台", "北岸台")
    assert pick_names(articles, {}, outlets=outlets) == ("朝鲜", "何远", "林参事")
