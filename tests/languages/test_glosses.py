"""Ideas that two languages share."""

from itertools import combinations

import pytest

from rashomon.languages import fold, language
from rashomon.languages.glosses import DEEDS, IDEAS, find_glosses, find_ideas


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


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The mayor ordered the ferries suspended", "市长下令渡轮停航"),
        ("She denied it and resigned", "她否认此事并辞职"),
        ("troops withdrew from the town", "軍隊撤出小鎮"),
    ],
)
def test_a_text_of_each_language_tells_of_the_same_deeds(english: str, chinese: str) -> None:
    deeds = set(find_ideas(fold(chinese), DEEDS))
    found = find_glosses(english, DEEDS)
    assert len(found) > 0
    assert all(deeds.intersection(alternatives) for alternatives in found)


@pytest.mark.parametrize("of", [IDEAS, DEEDS])
def test_nothing_is_listed_twice(of: str) -> None:
    known = language("en")
    assert known is not None
    rows = [(set(english.split()), set(chinese.split())) for english, chinese in known.entries(of)]
    assert [one for one, two in combinations(rows, 2) if one[0] == two[0]] == []
    assert all(len(word) > 1 for _, chinese in rows for word in chinese)
