"""Texts of two scripts on one matter come together; texts on two matters stay apart."""

import msgspec

from rashomon.model import Article, Figure, Name, Reading
from rashomon.stories import Stream, group, why
from rashomon.stories.choosing import weigh_story
from rashomon.stories.closeness import Closeness
from rashomon.stories.live import Live
from rashomon.stories.marks import HAN, LATIN, expect_chance, find_script
from rashomon.stories.numbers import find_numbers
from rashomon.stories.settings import Settings
from rashomon.stories.sums import STORY
from tests.stories.world import DAM, FERRY, OTHERS, make_article, make_articles

MINE = (
    (
        "北岸台",
        "2031-03-02T07:00:00+08:00",
        "马尔洛夫斯克煤矿爆炸 63人被困",
        "坎波拉北部马尔洛夫斯克的一座煤矿周一发生爆炸，63人被困井下。州长加夫里连科（Oksana Gavrilenko）说，救援人员已下到412米处。",
    ),
    (
        "晨报",
        "2031-03-02T21:00:00+08:00",
        "坎波拉矿难 加夫里連科下令徹查",
        "坎波拉馬爾洛夫斯克煤礦爆炸後仍有63人被困，州長加夫里連科下令徹查，礦主托爾維奇（Pavel Tolvic）被扣留。",
    ),
)
ENGLISH = {
    "mine.txt": (
        "2031-03-02T18:00:00+00:00",
        "Dozens trapped after mine blast in Marlovsk",
        (
            "Sixty-three miners are trapped at a depth of 412 metres in Marlovsk, in the north of Campora, after a blast, Governor Oksana"
            " Gavrilenko said. Police held the owner of the mine, Pavel Tolvic, for questioning."
        ),
    ),
    "bread.txt": (
        "2031-03-02T19:00:00+00:00",
        "Bakers of Lower Hollis win prize",
        (
            "The bakers of Lower Hollis won a prize for rye bread on Monday. Martha Ennery, who has baked there for 17 years, said the"
            " recipe came from Tilda Varrow of Hazelbrook."
        ),
    ),
    "inquest.txt": (
        "2031-03-03T19:00:00+00:00",
        "Owner of Marlovsk mine charged",
        (
            "Prosecutors in Campora charged Pavel Tolvic, who owns the mine in Marlovsk where 63 were trapped. Rescuers told Governor"
            " Gavrilenko that they hoped to reach the miners by night."
        ),
    ),
}


def english() -> list[Article]:
    return [make_article("Courier", day, title, text, path=path, language="en") for path, (day, title, text) in ENGLISH.items()]


def readings() -> dict[str, Reading]:
    alias = Name(start=0, end=1, text="加夫里连科", kind="person", alias="Oksana Gavrilenko")
    count = Figure(start=0, end=1, text="Sixty-three", measure="missing", low=63, high=63)
    return {"00.txt": Reading(article="a", names=(alias,)), "mine.txt": Reading(article="b", figures=(count,))}


def test_articles_of_two_languages_on_one_matter_are_one_story() -> None:
    grouping = group([*make_articles(MINE, FERRY, DAM, OTHERS), *english()], readings())
    stories = {placement.path: placement.story for placement in grouping.placements}
    assert len({stories[path] for path in ("00.txt", "01.txt", "mine.txt", "inquest.txt")}) == 1
    assert [path for path, story in stories.items() if story == stories["bread.txt"]] == ["bread.txt"]
    assert len(set(stories.values())) == len(set(stories.values()) - {stories["00.txt"]}) + 1


def test_a_chinese_text_finds_an_english_story() -> None:
    late = [make_article(*row, path=f"late{n}.txt") for n, row in enumerate(MINE)]
    moved = [make_article("Courier", "2031-03-01T18:00:00+00:00", *ENGLISH["mine.txt"][1:], path="mine.txt", language="en")]
    grouping = group([*moved, *late, *make_articles(FERRY, DAM)])
    assert len({p.story for p in grouping.placements if p.path in ("mine.txt", "late0.txt", "late1.txt")}) == 1


def test_languages_may_come_one_after_the_other() -> None:
    first, second = make_articles(MINE, FERRY, DAM), english()
    at_once, stream = group([*first, *second], readings()), Stream()
    everything = sorted([*first, *second], key=lambda article: article.instant or 0.0)
    for article in everything:
        stream.add([article], readings())
    assert stream.grouping() == at_once


def test_a_story_in_both_languages_takes_what_its_own_words_tell() -> None:
    """What crosses languages tells little of the third text, and its words much, as they would in a story told in Chinese alone."""
    told = make_articles(
        (
            (
                "环球社",
                "2031-05-10T10:00:00+08:00",
                "卡倫瓦總統選舉周日投票 六名候選人角逐",
                (
                    "卡倫瓦共和國周日舉行總統選舉，約九百二十萬名選民可在六名候選人中選出新一任總統，現任總統穆哈迪尋求連任。"
                    "民調顯示，反對黨「新路」候選人、前央行行長薩維娜·科羅緊隨其後。"
                ),
            ),
            (
                "Tribune",
                "2031-05-11T08:20:00+08:00",
                "Karenva votes for president with incumbent Muhadi facing ex-central banker",
                (
                    "Polls opened across Karenva on Sunday in a presidential race between incumbent Tomas Muhadi and former central bank"
                    " governor Savina Koro. Some 9.2 million people are registered. A runoff would be held on May 25."
                ),
            ),
            (
                "晚报",
                "2031-05-11T20:40:00+08:00",
                "投票站排长队 卡伦瓦大选投票率过六成",
                (
                    "卡伦瓦选举委员会11日晚公布，截至投票结束前一小时投票率为百分之六十三，高于五年前的百分之五十八。"
                    "南部特里港有三个投票站因选票迟到延长两小时。"
                ),
            ),
        )
    )
    assert len(group(told).stories) == 1


def test_why_tells_what_crosses_scripts() -> None:
    lines = why("00.txt", "mine.txt", [*make_articles(MINE, FERRY), *english()], readings())
    assert any("crosses scripts" in line for line in lines)


def test_find_script_goes_by_the_letters() -> None:
    assert find_script("马尔洛夫斯克煤矿爆炸 (Marlovsk mine) 63人被困") == HAN
    assert find_script("A mine in Marlovsk (马尔洛夫斯克) burns") == LATIN


def test_find_numbers_leaves_out_dates_hours_and_years() -> None:
    assert find_numbers("2031年3月12日21时，6,842人撤离，412人受伤，31%") == ["6842", "412", "31%"]
    assert find_numbers("On 12 March 2031 at 10 p.m. 6,842 left and 412 were hurt, the 14th time") == ["6842", "412"]


def test_find_numbers_reads_units_of_both_languages_alike() -> None:
    assert find_numbers("规模6.3，53万人，2.7亿元，涨4.25%") == ["6.3", "530000", "270000000", "4.25%"]
    assert find_numbers("magnitude 6.3, 530,000 people, 270 million, up 4.25 percent") == ["6.3", "530000", "270000000", "4.25%"]


def test_find_numbers_reads_han_characters_as_digits() -> None:
    told = "作价八十六亿元，加薪百分之六点五，四千三百名工人，一亿三千万人，资产一点二万亿元，三百零五艘"
    assert find_numbers(told) == ["8600000000", "6.5%", "4300", "130000000", "1200000000000", "305"]
    assert find_numbers("1,200 tonnes in 1987") == ["1200"]
    assert find_numbers("二〇三一年三月二十五日，晚上十一点半，第二十三届，二三十人，十二三天，万一，千万别，十分满意，六人") == []


def test_common_ideas_are_expected_more_often() -> None:
    assert expect_chance("g company") > expect_chance("g ferry") > 0


def test_what_is_apart_among_few_is_so_across_scripts_too() -> None:
    alike = Closeness(words=0.0, title=0.0, places=1.0, size=0.0, gap=0.1, age=0.1, crossing=0.5, shared=3.0)
    few = Live(Settings())
    assert alike.sum(weigh_story(few, alike, Settings())) > 0
    apart = msgspec.structs.replace(alike, apart=1.0)
    weights = weigh_story(few, apart, Settings())
    assert weights.crossing * weights.apart > STORY.crossing * STORY.apart
    assert apart.sum(weights) < alike.sum(weigh_story(few, alike, Settings())) - 2 * STORY.apart
