"""Offices told in two scripts."""

from typing import Any

import pytest

from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.identities.offices import Offices, find_offices, list_offices


def offices(scene: Any) -> Offices:
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    return find_offices(witnesses, {"肯尼亚": "KE", "葡萄牙": "PT"}, "肯尼亚")


def test_an_office_is_called_as_most_articles_would(scene: Any) -> None:
    scene.add("甲报", "2031-03-02", "渡轮沉没")
    assert offices(scene).find("coast guard") is None  # one script needs no translation
    scene.add("Courier", "2031-03-02", "Ferry sinks", language="en")
    scene.add("乙报", "2031-03-03", "渡轮沉没（二）")
    assert offices(scene).find("coast guard") == "海岸警卫队"
    scene.add("Tidewatch", "2031-03-03", "Ferry sinks again", language="en")
    scene.add("Herald", "2031-03-04", "Ferry raised", language="en")
    assert offices(scene).find("海岸防卫队") == "coast guard"
    assert offices(scene).find("葡萄牙海军") == "葡萄牙 navy"


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("coast guard officials", "海岸警卫队"),
        ("卫生厅官员", "卫生部"),
        ("maritime safety authority", "海事局"),
        ("海事管理局", "海事局"),
        ("national weather service", "气象局"),
        ("国家气象中心", "气象局"),
        ("肯尼亚海事局", "海事局"),  # of the land that the story is of
        ("kenyan maritime authority", "海事局"),
        ("electoral commission of 肯尼亚", "选举局"),
        ("portuguese navy", "葡萄牙海军"),
        ("葡萄牙海军发言人", "葡萄牙海军"),
        ("葡萄牙's coast guard", "葡萄牙海岸警卫队"),
        ("french defence ministry", "法国国防部"),  # of a land that the story names nowhere else
        ("oremia's coast guard", None),
        ("奥里米亚海岸警卫队", None),
        ("gruvel", None),
    ],
)
def test_an_office_is_one_with_that_of_its_kind_and_land(scene: Any, form: str, office: str | None) -> None:
    scene.add("甲报", "2031-03-02", "渡轮沉没")
    scene.add("Courier", "2031-03-02", "Ferry sinks", language="en")
    assert offices(scene).find(form) == office


def test_no_office_is_listed_twice() -> None:
    forms = [form for row in list_offices() for column in row for form in column]
    assert len(forms) == len(set(forms))
