"""Orders: what became of a measure in force, where a later article tells it."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell
from rashomon.model import Measure

ORDERED = ("甲报", "2031-03-02", "港务局3月2日起停航三天。", "停航", {"since": "2031-03-02", "until": "2031-03-04"})
CURFEW = ("甲报", "2031-03-02", "市府下令宵禁，每晚8时至6时。", "宵禁", {"hours": "20:00-06:00"})
TO_9 = {"until": "2031-03-09", "status": "prolonged"}
CASES = [
    ("prolonged", ORDERED, ("乙报", "2031-03-04", "停航延长至3月9日。", "停航", TO_9), "prolonged"),
    ("to no later day", ORDERED, ("乙报", "2031-03-04", "停航延长至4日。", "停航", TO_9 | {"until": "2031-03-04"}), None),
    ("asked for", ORDERED, ("乙报", "2031-03-04", "船员要求停航延长至3月9日。", "停航", TO_9), None),
    ("lifted", ORDERED, ("乙报", "2031-03-05", "航线5日恢复通航。", "恢复通航", {"since": "2031-03-05", "status": "lifted"}), "lifted"),
    ("lifted before", ORDERED, ("乙报", "2031-03-05", "航线1日恢复通航。", "恢复通航", {"since": "2031-03-01", "status": "lifted"}), None),
    ("other hours", CURFEW, ("乙报", "2031-03-04", "宵禁改为晚上6时至7时。", "宵禁", {"hours": "18:00-07:00"}), "hours"),
]


@pytest.mark.parametrize(("one", "other", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_order_is_changed_later(scene: Any, one: Any, other: Any, code: str | None) -> None:
    for outlet, day, sentence, what, fields in (one, other):
        pen = scene.add(outlet, day, f"弥港消息（{outlet}）", sentence)
        start, end = pen._span(what)
        pen._mark("measures", Measure(start=start, end=end, text=what, what=what, **fields))
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert [r.why["code"] for r in told if r.why["code"] in ("prolonged", "lifted", "hours")] == ([code] if code else [])


def test_two_places_have_an_order_each(scene: Any) -> None:
    for outlet, day, place, fields in (
        ("甲报", "2031-03-02", "青岚", {"until": "2031-03-04"}),
        ("乙报", "2031-03-04", "北塬", {"until": "2031-03-09", "status": "prolonged"}),
    ):
        pen = scene.add(outlet, day, f"消息（{outlet}）", f"{place}停课。").name(place, "place")
        start, end = pen._span("停课")
        pen._mark("measures", Measure(start=start, end=end, text="停课", what="停课", place=place, **fields))
    told = tell(scene.story, scene.articles, scene.readings, placements=scene.placements).relations
    assert not [r for r in told if r.kind == "updates"]
