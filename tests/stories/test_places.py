"""Which countries and territories an article is about."""

import pytest

from rashomon.languages import fold
from rashomon.stories.places import find_city, find_home, find_places, names_in_passing
from rashomon.stories.words import read_bag


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("智利局勢緊張，聖地牙哥實施宵禁", "CL"),
        ("寮國與越南簽約", "LA"),
        ("白宮說明立場", "US"),
        ("Chile declares emergency", "CL"),
        ("東加火山爆發", "TO"),
    ],
)
def test_places_are_found_in_all_scripts_and_regions(text: str, code: str) -> None:
    bag = read_bag(fold(text))
    assert code in find_places(bag, None)


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("维塔里外长召见大使\n外长说，抗议美国干涉选举。", True),
        ("美国大使被召见\n外长抗议干涉选举。", False),  # in its title
        ("外长召见大使\n外长说，美国和法国都干涉选举。", False),
        ("外长召见大使\n外长抗议干涉选举。", False),  # it names none
    ],
)
def test_a_place_named_once_is_named_in_passing(text: str, passing: bool) -> None:
    assert names_in_passing(read_bag(text)) is passing


def test_home_is_the_country_of_a_zone() -> None:
    assert (find_home("Asia/Hong_Kong"), find_home("Asia/Taipei"), find_home(None), find_home("Nowhere/City")) == ("HK", "TW", None, None)


@pytest.mark.parametrize(
    ("text", "territory", "city"),
    [
        ("札幌全城檢測\n札幌市長說，札幌今起檢測全部居民。", "JP", "Sapporo"),
        ("全國檢測\n橫濱、名古屋、札幌今起檢測居民。", "JP", None),
        ("名古屋檢測\n名古屋今起檢測居民，名古屋全城設站。", "KR", None),
        ("沙田全區檢測\n沙田居民今起檢測，沙田各屋邨設站。", "HK", None),
    ],
)
def test_an_article_is_about_a_city_that_it_names_often_and_others_seldom(text: str, territory: str, city: str | None) -> None:
    assert find_city(read_bag(fold(text)), territory) == city
