"""What kind of text an article is: digests, notices of correction."""

import pytest

from rashomon.languages import fold
from rashomon.stories import group
from rashomon.stories.kinds import find_kind
from tests.stories.world import make_article


@pytest.mark.parametrize(
    "title",
    [
        "早安，海湾》渡轮倾覆 议长请辞",
        "北岬一周大事",
        "財經一周回顧",
        "《週報》一周展望：央行與油價",
        "渡轮倾覆、议长请辞以及本周更多重要故事",
        "霍亂全球最新情報4/7",
        "图表新闻 五大主题：谁来加息",
        "国际要闻速览：议长请辞",
        "《匯市一周》央行按兵不動",
        "本週回顧：渡輪傾覆、議長請辭",
        "Morning Briefing: ferry sinks, speaker quits",
        "The week in review",
        "Five things to know about the markets",
    ],
)
def test_a_headline_that_gathers_a_day_or_a_week_is_a_digests(title: str) -> None:
    assert find_kind(fold(title)).digest


@pytest.mark.parametrize(
    "title",
    [
        "地震一周：灾区复课 板房动工",
        "渡轮倾覆一周年 家属重返海边",
        "议长上任一周岁 回顾与展望",
        "本周五召开听证会",
        "水灾过后 早报停刊三天",
        "综述：渡轮倾覆 三十人失踪",
        "Ferry sinks off Lankou, thirty missing",
        "Week of strikes ends in a deal",
    ],
)
def test_a_headline_on_one_matter_is_no_digests(title: str) -> None:
    assert not find_kind(fold(title)).digest


def test_a_digest_that_opens_with_a_matter_is_no_part_of_it() -> None:
    sinking = "渡轮“海鸥号”在兰口外海倾覆，三十人失踪，救援人员彻夜搜寻，船长已被带走调查。"
    others = "议长昨晚以健康为由请辞，议会下周补选。东港球队加时赢得杯赛，两万球迷迎接。北岬铜矿复工，工会撤回诉讼。南湾气温创新低。"
    rows = [
        ("晨报", "2031-03-04T08:00:00+08:00", "渡轮海鸥号倾覆 三十人失踪", sinking),
        ("海闻社", "2031-03-04T09:00:00+08:00", "海鸥号兰口外海倾覆 三十人失踪", f"今晨{sinking}海岸警卫队派出六艘船。"),
    ]

    def place(title: str) -> list[str]:
        last = ("海闻社", "2031-03-04T10:00:00+08:00", title, f"渡轮海鸥号倾覆，三十人失踪。{others}")
        articles = [make_article(*row, path=f"{n}.txt", zone="Asia/Hong_Kong") for n, row in enumerate([*rows, last])]
        return [p.story for p in sorted(group(articles).placements, key=lambda p: p.path)]

    assert len(set(place("海鸥号倾覆 议长请辞 北岬复工"))) == 1
    first, second, digest = place("早安，海湾》海鸥号倾覆 议长请辞 北岬复工")
    assert first == second != digest


@pytest.mark.parametrize(
    "title", ["更正", "更正：渡轮载客人数", "【更正启事】", "勘誤", "Correction: Ferry passengers", "Clarification on the ferry"]
)
def test_a_notice_of_correction_is_told_by_its_headline(title: str) -> None:
    assert find_kind(fold(title)).correction


@pytest.mark.parametrize("title", ["选委会更正得票数", "央行改正账目", "Ferry firm issues correction"])
def test_who_corrects_something_else_prints_no_notice(title: str) -> None:
    assert not find_kind(fold(title)).correction


def test_a_notice_of_correction_is_of_the_matter_that_its_outlet_told() -> None:
    rows = [
        ("晨报", "2031-03-04T08:00:00+08:00", "渡轮海鸥号倾覆 三十人失踪", "渡轮海鸥号在兰口外海倾覆，三十人失踪，船长已被带走调查。"),
        ("海闻社", "2031-03-04T09:00:00+08:00", "北岬铜矿复工", "北岬铜矿今天复工，工会撤回诉讼，矿方补发三个月工资。"),
    ]

    def place(outlet: str) -> list[str]:
        notice = (
            outlet,
            "2031-03-05T09:00:00+08:00",
            "更正",
            "本报昨日报道中，被带走调查的船长姓名误作陈立民，应为程立民。特此更正，并向读者致歉。",
        )
        articles = [make_article(*row, path=f"{n}.txt", zone="Asia/Hong_Kong") for n, row in enumerate([*rows, notice])]
        return [p.story for p in sorted(group(articles).placements, key=lambda p: p.path)]

    ferry, mine, notice = place("晨报")
    assert notice == ferry != mine
    ferry, mine, notice = place("东港台")
    assert notice not in (ferry, mine)
