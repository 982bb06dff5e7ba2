"""Measures in force: one line an order, whoever tells which part of it."""

from typing import Any

import pytest

from rashomon.accounts.telling import tell
from rashomon.model import Contact, Measure


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def order(scene: Any, outlet: str, sentence: str, text: str, **fields: Any) -> Any:
    pen = scene.add(outlet, "2031-03-02", f"宵禁（{outlet}）", sentence)
    start, end = pen._span(text)
    return pen._mark("measures", Measure(start=start, end=end, text=text, what=text, **fields))


def test_what_one_article_leaves_out_another_tells(scene: Any) -> None:
    order(scene, "甲报", "市府下令宵禁至3月9日。", "宵禁", until="2031-03-09", by="市府")
    order(scene, "乙报", "宵禁時間為晚上11時至早上7時。", "宵禁", hours="23:00-07:00")
    (line,) = account_of(scene).in_force
    assert (line.until, line.by, line.hours, len(line.evidence)) == ("2031-03-09", "市府", "23:00-07:00", 2)


def test_two_ends_are_two_lines(scene: Any) -> None:
    order(scene, "甲报", "宵禁至3月9日。", "宵禁", until="2031-03-09")
    order(scene, "乙报", "宵禁至3月19日。", "宵禁", until="2031-03-19")
    assert [line.until for line in account_of(scene).in_force] == ["2031-03-09", "2031-03-19"]


def test_what_is_lifted_ends_what_was_ordered(scene: Any) -> None:
    order(scene, "甲报", "军方下令3月2日起宵禁。", "宵禁", since="2031-03-02")
    order(scene, "乙报", "军方3月6日解除首都宵禁。", "宵禁", since="2031-03-06", status="lifted", place="首都")
    order(scene, "丙报", "军方3月2日起关闭边境。", "关闭边境", since="2031-03-02")
    lines = {(line.what, line.status): line for line in account_of(scene).in_force}
    assert lines["宵禁", "ordered"].until == "2031-03-06"
    assert [evidence.outlet for evidence in lines["宵禁", "ordered"].evidence] == ["甲报", "乙报"]
    assert lines["关闭边境", "ordered"].until is None


@pytest.mark.parametrize(("halted", "again"), [("停飞", "复飞"), ("停课", "恢复上课"), ("封路", "恢复通行")])
def test_what_goes_on_again_ends_what_was_halted(scene: Any, halted: str, again: str) -> None:
    order(scene, "甲报", f"民航处下令3月2日起{halted}。", halted, since="2031-03-02")
    order(scene, "乙报", f"3月16日{again}。", again, since="2031-03-16", status="lifted")
    assert [line.until for line in account_of(scene).in_force if line.status == "ordered"] == ["2031-03-16"]


def test_what_begins_afresh_is_an_order_of_its_own(scene: Any) -> None:
    order(scene, "甲报", "3月1日起停课。", "停课", since="2031-03-01", by="教育局")
    order(scene, "乙报", "学校停课。", "停课")
    order(scene, "丙报", "3月12日起停课。", "停课", since="2031-03-12", by="市教育局")
    lines = account_of(scene).in_force
    assert [(line.since, line.by, len(line.evidence)) for line in lines] == [("2031-03-01", "教育局", 2), ("2031-03-12", "市教育局", 1)]


def test_what_is_lifted_in_one_of_several_places_ends_there_alone(scene: Any) -> None:
    for outlet, place in (("甲报", "澜口"), ("乙报", "石门"), ("丙报", "云洲"), ("丁报", "云洲")):
        order(scene, outlet, f"{place}封城。", "封城", since="2031-03-01", place=place).name(place, "place")
    order(scene, "戊报", "石门3月6日解除封城。", "封城", until="2031-03-06", status="lifted", place="石门").name("石门", "place")
    ends = {line.place: line.until for line in account_of(scene).in_force if line.status == "ordered"}
    assert ends == {"云洲": None, "澜口": None, "石门": "2031-03-06"}


def test_old_measures_are_history(scene: Any) -> None:
    order(scene, "甲报", "2020年的封城持续了七十天。", "封城", since="2020-01-23")
    assert account_of(scene).in_force == ()


def test_a_measure_of_a_year_long_over_is_history_unless_it_goes_on(scene: Any) -> None:
    order(scene, "甲报", "2019年，市府禁止渡轮夜航。", "禁止渡轮夜航").time("2019年", "2019")
    order(scene, "乙报", "自2019年以来，市府禁止渡轮夜航。", "禁止渡轮夜航").time("2019年", "2019")
    sentences = [evidence.sentence for line in account_of(scene).in_force for evidence in line.evidence]
    assert sentences == ["自2019年以来，市府禁止渡轮夜航。"]


def test_contact_is_listed_once_with_its_office(scene: Any) -> None:
    for outlet, office in (("甲报", None), ("乙报", "海事处")):
        pen = scene.add(outlet, "2031-03-02", f"求助（{outlet}）", "求助电话：0555-12345。")
        start, end = pen._span("0555-12345")
        pen._mark("contacts", Contact(start=start, end=end, text="0555-12345", office=office, number="0555-12345"))
    (contact,) = account_of(scene).contacts
    assert (contact.office, contact.number) == ("海事处", "0555-12345")


def test_what_is_lifted_ends_what_was_ordered_in_the_other_script_too(scene: Any) -> None:
    order(scene, "甲报", "石门3月2日起封城。", "封城", since="2031-03-02", place="石门")
    order(scene, "乙報", "石門3月6日解除封城。", "封城", since="2031-03-06", status="lifted", place="石門")
    lines = {line.status: line for line in account_of(scene).in_force}
    assert lines["ordered"].until == "2031-03-06"
