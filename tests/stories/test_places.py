"""Which countries and territories an article is about."""

import pytest

from rashomon.languages import fold
from rashomon.stories.places import find_home, find_places
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


def test_home_is_the_country_of_a_zone() -> None:
    assert (find_home("Asia/Hong_Kong"), find_home("Asia/Taipei"), find_home(None), find_home("Nowhere/City")) == ("HK", "TW", None, None)
