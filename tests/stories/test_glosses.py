"""Ideas that two languages share."""

from itertools import combinations

import pytest

from rashomon.languages import fold, language
from rashomon.stories.glosses import expect_idea, find_glosses, find_ideas


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Two ferries capsized", "兩艘渡輪翻覆"),
        ("the central banks raised interest rates", "央行加息"),
        ("a man was stabbed", "男子遭刺伤"),
        ("Coal miners were striking", "煤矿工人罢工"),
    ],
)
def test_a_text_of_each_language_tells_of_the_same_ideas(english: str, chinese: str) -> None:
    ideas = set(find_ideas(fold(chinese)))
    found = find_glosses(english)
    assert found
    assert all(ideas.intersection(alternatives) for alternatives in found)


def test_common_ideas_are_expected_more_often() -> None:
    assert expect_idea("company") > expect_idea("ferry") > 0


def test_no_idea_is_listed_twice() -> None:
    known = language("en")
    assert known is not None
    rows = [(set(english.split()), set(chinese.split())) for english, chinese in known.entries("glosses")]
    assert [one for one, two in combinations(rows, 2) if one[0] == two[0]] == []
    assert all(len(word) > 1 for _, chinese in rows for word in chinese)
