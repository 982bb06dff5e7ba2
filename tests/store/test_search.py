"""The search, on both databases."""

from contextlib import suppress
from typing import Any

import pytest

from rashomon.errors import UsageError
from rashomon.store import Archive
from rashomon.store.words import END, split_phrase, split_words
from tests.store.conftest import Write


@pytest.fixture
def filled(archive: Archive, write: Write) -> Archive:
    """A few articles of invented outlets, in both scripts."""
    paths = [
        write("a", "普京会见卡林国总统", "俄罗斯总统普京四日在首都会见卡林国总统塔诺夫（Ivo Tanov），双方谈到供水。", day="2031-05-04"),
        write("b", "普丁：不再增兵", "俄羅斯總統普丁表示：「我們不會在邊境增兵。」", day="2031-05-05", outlet="北岸時報"),
        write("c", "塔諾夫返國", "卡林國總統塔諾夫五日返抵國門，未談增兵。", day="2031-05-05", outlet="北岸時報"),
        write("d", "坦诺夫将访东湾", "卡林国总统坦诺夫（Ivo Tanov）下月访问东湾群岛，随行百人。", day="2031-05-06", outlet="山南电视"),
        write(
            "e",
            "山南省暴雪已致14人死亡",
            "山南省应急局六日说，暴雪已致14人死亡、30人受伤。公路仍未通车。",
            day="2031-05-06",
            outlet="山南电视",
        ),
        write("f", "暴雪停课", "山南省教育厅说，因暴雪全省停课两天。", day="2031-05-07", outlet="山南电视"),
    ]
    archive.add(paths)
    return archive


def names(archive: Archive, words: str = "", **filters: Any) -> list[str]:
    return [hit.path.rpartition("/")[2].removesuffix(".md") for hit in archive.search(words, **filters).hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("普京", {"a", "b"}),
        ("普丁", {"a", "b"}),
        ("俄羅斯總統", {"a", "b"}),
        ("塔诺夫", {"a", "c", "d"}),
        ("坦諾夫", {"a", "c", "d"}),
        ("tanov", {"a", "c", "d"}),
        ("Ivo Tanov", {"a", "c", "d"}),
        ("雪", {"e", "f"}),
        ("“增兵”", {"b", "c"}),
        ('"不会在边境增兵"', {"b"}),
        ('"在边境不会增兵"', set()),
        ("暴雪 死亡", {"e", "f"}),
        ("渡轮", set()),
    ],
)
def test_search_finds_words_in_either_script_and_under_every_name(filled: Archive, words: str, found: set[str]) -> None:
    assert set(names(filled, words)) == found


def test_what_holds_all_words_comes_before_what_holds_some(filled: Archive) -> None:
    assert names(filled, "暴雪 死亡")[0] == "e"
    assert names(filled, "暴雪")[:2] == ["f", "e"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"outlet": "山南电视"}, {"d", "e", "f"}),
        ({"since": "2031-05-06"}, {"d", "e", "f"}),
        ({"until": "2031-05-04"}, {"a"}),
        ({"measure": "killed"}, {"e"}),
        ({"speaker": "普京"}, {"b"}),
        ({"words": "暴雪", "since": "2031-05-07"}, {"f"}),
        ({"words": "暴雪", "measure": "injured"}, {"e"}),
    ],
)
def test_filters_narrow_a_search_and_do_without_words(filled: Archive, filters: dict[str, str], found: set[str]) -> None:
    assert set(names(filled, **filters)) == found


def test_search_keeps_to_a_story(filled: Archive) -> None:
    story = filled.search("暴雪 死亡").hits[0].story
    assert "e" in names(filled, story=story)
    assert not {"a", "b", "c"} & set(names(filled, story=story))
    assert names(filled, "普京", story=story) == []


def test_sentences_figures_and_quotes_are_found_with_their_spans(filled: Archive) -> None:
    for kind, words in (("article", "暴雪"), ("sentence", "暴雪 死亡"), ("figure", "暴雪 死亡"), ("quote", "增兵")):
        hits = filled.search(words, kind=kind).hits
        assert hits
        for hit in hits:
            assert hit.kind == kind
            assert hit.text in hit.sentence
            assert len(hit.text) == hit.end - hit.start
    figure = filled.search("山南", kind="figure", measure="killed").hits[0]
    assert (figure.low, figure.high, figure.text) == (14, 14, "14人死亡")
    said = {(quote.speaker, quote.text) for quote in filled.search("增兵", kind="quote").hits}
    assert ("普丁", "我們不會在邊境增兵") in said


def test_reprints_are_folded_under_the_best(archive: Archive, write: Write) -> None:
    body = ("山南省应急局六日说，暴雪已致14人死亡、30人受伤，公路仍未通车，两个县停电。", "局长许原说，除雪车当晚出动，抢修要到后天。")
    archive.add([write("a", "暴雪致14人死亡", *body), write("b", "暴雪致14人死亡", *body, outlet="北岸时报", hour=12)])
    hits = archive.search("暴雪").hits
    assert [hit.also for hit in hits] == [1]
    assert [hit.also for hit in archive.search("除雪车", kind="sentence").hits] == [1]


@pytest.mark.parametrize("arguments", [{}, {"words": "……"}, {"words": "雪", "kind": "page"}, {"since": "5月"}, {"until": "2031-13-40"}])
def test_search_for_what_cant_be_is_told(archive: Archive, arguments: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        archive.search(**arguments)


@pytest.mark.parametrize("words", ['"', "a'b", "AND OR NOT", "x*", "(", "普京:", "a\\b", "NEAR(a b)", "-普京", "\0", "𠮷野家", "é"])
def test_any_words_can_be_searched_for(filled: Archive, words: str) -> None:
    with suppress(UsageError):  # there may be no word in it
        filled.search(words)


def test_han_runs_are_split_into_bigrams_and_others_kept_whole() -> None:
    assert split_words("蓝湾ABC-7号") == ["蓝湾", "湾", "abc", "7", "号", END, "号", "湾", "蓝"]
    assert split_words("藍灣，北渡") == ["蓝湾", "北渡", END, "北", "渡", "湾", "蓝"]
    assert split_words("2031年底") == ["2031", "年", "年底", END, "年", "底"]
    assert split_phrase("藍灣渡口") == ("蓝湾", "湾渡", "渡口")
    assert split_phrase("2031年") == ("2031", "年")
    assert split_phrase("灣") == ("湾",)
    assert split_phrase("……") == ()


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("2031年", True),
        ("2031年底", True),
        ("长鹰737", True),
        ("鹰737", True),
        ("737客机", True),
        ("第3届", True),
        ("3届博览会", True),
        ("2031年会", False),
        ("飞机737", False),
        ("览会2031", False),
    ],
)
def test_phrases_of_han_and_other_words_are_found_where_they_stand(archive: Archive, write: Write, phrase: str, stands: bool) -> None:
    archive.add([write("a", "新机型亮相", "厂方2031年底把长鹰737客机送到本市第3届博览会。")])
    assert bool(archive.search(f'"{phrase}"').hits) == stands


def test_of_a_word_that_many_hold_those_that_came_last_are_ranked(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(names(filled, "总统")) > 2
    monkeypatch.setattr("rashomon.store.searching.LATEST", 2)
    assert len(names(filled, "总统")) == 2
