"""Reckoning with days."""

import datetime

import pytest

from rashomon.languages import codes, language
from rashomon.reading.times.calendar import (
    holiday_in,
    nearest_holiday,
    nearest_month,
    nearest_month_day,
    nearest_weekday,
    shift_month,
    week_of,
)

FRIDAY = datetime.date(2023, 6, 16)


def test_week_is_the_iso_week():
    assert [week_of(datetime.date(2022, 1, day)) for day in (2, 3)] == ["2021-W52", "2022-W01"]


@pytest.mark.parametrize(("weekday", "future", "day"), [(5, False, 16), (5, True, 16), (6, False, 10), (6, True, 17)])
def test_nearest_weekday_counts_the_anchor_itself(weekday: int, future: bool, day: int) -> None:
    assert nearest_weekday(FRIDAY, weekday, future=future) == datetime.date(2023, 6, day)


def test_nearest_day_skips_months_without_it():
    assert nearest_month_day(datetime.date(2023, 3, 5), 31, future=False) == datetime.date(2023, 1, 31)


def test_month_is_ahead_only_where_it_is_near():
    assert nearest_month(FRIDAY, 8, future=None) == (2023, 8)
    assert nearest_month(FRIDAY, 11, future=None) == (2022, 11)
    assert nearest_month(FRIDAY, 11, future=True) == (2023, 11)
    assert shift_month(2023, 1, -2) == (2022, 11)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2024, "2024-02-10"),
        ("除夕", 2024, "2024-02-09"),
        ("中秋节", 2020, "2020-10-01"),
        ("元旦", 2031, "2031-01-01"),
        ("春节", 1812, None),
    ],
)
def test_holidays_fall_on_their_days(name: str, year: int, day: str | None) -> None:
    zh = language("zh")
    assert zh is not None
    assert holiday_in(year, name, zh.table("holidays")) == (datetime.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(("day", "eve"), [("2023-01-03", "2022-12-31"), ("2023-01-15", "2023-01-21"), ("2023-12-28", "2023-12-31")])
def test_a_lunar_eve_is_new_years_eve_in_the_days_about_it(day: str, eve: str) -> None:
    zh = language("zh")
    assert zh is not None
    assert nearest_holiday(datetime.date.fromisoformat(day), "除夕", zh.table("holidays"), future=None) == datetime.date.fromisoformat(eve)


@pytest.mark.parametrize("code", codes())
def test_every_holiday_of_a_language_has_a_day(code: str) -> None:
    found = language(code)
    assert found is not None
    table = found.table("holidays")
    for name in (*table.get("fixed", {}), *table.get("lunar", {})):
        assert holiday_in(2024, name, table) is not None
