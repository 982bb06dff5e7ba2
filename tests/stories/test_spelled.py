"""Places and names in Latin letters."""

import pytest

from rashomon.stories.spelled import find_names, find_spelled


@pytest.mark.parametrize(
    ("lead", "title", "names"),
    [
        (
            "Dozens Trapped After Mine Blast\nRescuers said Governor Oksana Gavrilenko left the Ministry of Ports. Campora's army is near.",
            31,
            [("Oksana", "Gavrilenko"), ("Campora",)],
        ),
        ("Rain stops play\nThousands waited. Then Tilda Varrow spoke.", 15, [("Tilda", "Varrow")]),
        ("Bridge opens\nSouth Korean and Kenyan engineers met Lin Kuo-tung in Dorvale.", 12, [("Lin", "Kuo-tung"), ("Dorvale",)]),
    ],
)
def test_names_are_capitals_within_a_sentence_and_no_country(lead: str, title: int, names: list[tuple[str, ...]]) -> None:
    assert find_names(lead, title=title) == names


@pytest.mark.parametrize(
    ("lead", "places"),
    [
        ("Quake shakes Chile\nIt was felt in the Chilean city of Santiago.", {"CL": 5.0}),
        ("Talks\nSouth Korean and North Korean envoys met in Sri Lanka.", {"KR": 1.0, "KP": 1.0, "LK": 1.0}),
        ("Vote\nThe U.S. and the United Arab Emirates agreed.", {"US": 1.0, "AE": 1.0}),
        ("turkey prices rise\nA polish of old wood costs more, they told us.", {}),
    ],
)
def test_countries_are_told_by_peoples_states_and_cities_where_they_bear_capitals(lead: str, places: dict[str, float]) -> None:
    assert find_spelled(lead, title=lead.index("\n")) == places
