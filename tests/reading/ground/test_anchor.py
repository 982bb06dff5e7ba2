"""The day that expressions resolve against."""

import datetime
from typing import Any

import pytest

from rashomon.model import Article, Dateline
from rashomon.reading.ground.anchor import anchor_day

CASES = [
    ({"published": "2023-06-16"}, "2023-06-16"),
    ({"published": "2023-06-15T18:00:00+00:00", "zone": "Asia/Hong_Kong"}, "2023-06-16"),
    ({"published": "2023-06-16T02:00:00+08:00", "zone": "Europe/Berlin"}, "2023-06-15"),
    ({"published": "2023-06-16T02:00:00+08:00"}, "2023-06-16"),
    ({"published": "2023-06-16T23:00:00", "zone": "Asia/Tokyo"}, "2023-06-16"),
    ({"published": "2023-06-16", "dateline": Dateline(date="2023-06-15")}, "2023-06-15"),
    ({"published": "2023-06-16", "dateline": Dateline(place="澜口")}, "2023-06-16"),
    ({"published": "2023-06-16", "dateline": Dateline(date="2023-06-15"), "written": "2021-01-02"}, "2021-01-02"),
    ({"published": "2023-06-15T18:00:00+00:00", "zone": "No/Where"}, "2023-06-15"),
    ({"published": "yesterday"}, None),
    ({}, None),
]


@pytest.mark.parametrize(("fields", "day"), CASES)
def test_anchor_is_the_first_known_of_written_dateline_and_publication(fields: dict[str, Any], day: str | None) -> None:
    article = Article(path="a", document="d", article="a", outlet=None, title="", format="text", text="", **fields)
    assert anchor_day(article) == (datetime.date.fromisoformat(day) if day else None)
