"""Numbers in English: the bounds that a wording tells."""

import pytest

from rashomon.reading.ground.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("6,481 people", (6481, 6481)),
        ("1.2 million people", (1_200_000, 1_200_000)),
        ("2.01 million people", (2_010_000, 2_010_000)),
        ("twenty-three miners", (23, 23)),
        ("two hundred and five houses", (205, 205)),
        ("at least 18 people", (18, None)),
        ("more than a hundred people", (100, None)),
        ("nearly 5,000 residents", (None, 5000)),
        ("dozens of shops", (20, 99)),
        ("tens of thousands marched", (20_000, 99_999)),
        ("several officers", (2, 9)),
    ],
)
def test_a_wording_tells_its_bounds(text: str, bounds: tuple[int | None, int | None]) -> None:
    (amount,) = find_amounts(text, "en")
    assert (amount.low, amount.high) == bounds


@pytest.mark.parametrize("text", ["may 5", "in 2021", "$5 million", "12 percent", "a 5-year-old", "for 3 days", "the 9th", "covid-19"])
def test_days_years_sums_and_ages_count_no_one(text: str) -> None:
    assert find_amounts(text, "en") == ()
