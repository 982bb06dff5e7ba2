"""Offices told in two scripts."""

from typing import Any

import pytest

from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.identities.offices import find_office, find_offices
from rashomon.languages import codes, language


def offices(scene: Any) -> dict[str, str]:
    return find_offices(gather(scene.articles, scene.readings, scene.placements))


def test_an_office_is_called_as_most_articles_would(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "渡轮沉没")
    assert offices(scene) == {}  # one script needs no translation
    scene.add("Courier", "2031-03-02", "Ferry sinks", language="en")
    scene.add("乙报", "2031-03-03", "渡轮沉没（二）")
    assert find_office("coast guard", offices(scene)) == "海岸警卫队"
    scene.add("Tidewatch", "2031-03-03", "Ferry sinks again", language="en")
    scene.add("Herald", "2031-03-04", "Ferry raised", language="en")
    assert find_office("海岸防卫队", offices(scene)) == "coast guard"


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("coast guard officials", "海岸警卫队"),
        ("卫生厅官员", "卫生部"),
        ("oremia's coast guard", None),
        ("奥里米亚海岸警卫队", None),
        ("gruvel", None),
    ],
)
def test_an_office_that_says_whose_it_is_stays_itself(scene: Any, form: str, office: str | None) -> None:
    scene.add("甲报", "2031-03-02", "渡轮沉没")
    scene.add("Courier", "2031-03-02", "Ferry sinks", language="en")
    assert find_office(form, offices(scene)) == office


def test_no_office_is_listed_twice() -> None:
    forms = [
        form
        for code in codes()
        if (known := language(code))
        for row in known.entries("offices")
        for column in row
        for form in column.split("|")
    ]
    assert len(forms) == len(set(forms))
