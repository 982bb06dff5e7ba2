"""What a cluster's articles are on: standing matters and kinds, and how far two are apart by them."""

from rashomon.stories.kinds import PLAIN, Kind
from rashomon.stories.matters import MARKET, OUTBREAK, Matter
from rashomon.stories.subjects import Subjects


def test_a_market_report_is_apart_from_all_that_is_none() -> None:
    held = Subjects()
    for _ in range(3):
        held.add(MARKET, "oil", 1.0)
    oil, gold = (Matter(field=MARKET, subject=subject, strength=1.0) for subject in ("oil", "gold"))
    report = Kind(market=True)
    assert held.measure(oil, 4) == (0.75, 0.0)
    assert held.measure(gold, 4) == (0.0, 0.75)
    assert held.measure_kind(report, 4) == 0.125
    assert held.measure_kind(PLAIN, 4) == 0.375
    assert Subjects().measure_kind(report, 4) == 0.5
    assert held.compare(3, Subjects(), 5) == (0.0, 1.0)
    assert held.compare(3, held, 3) == (1.0, 0.0)


def test_a_digest_is_apart_from_all() -> None:
    crash = Subjects()
    assert crash.measure_kind(Kind(digest=True), 3) == 1.0
    week = Subjects()
    week.add_kind(Kind(digest=True))
    assert week.measure_kind(PLAIN, 1) == week.measure_kind(Kind(digest=True), 1) == 1.0
    assert week.compare(1, crash, 3)[1] == 1.0


def test_kinds_are_no_standing_matter() -> None:
    held = Subjects()
    held.add_kind(Kind(market=True, digest=True))
    assert not held.tells_anew()
    assert held.find_most() == 0.0
    held.add(OUTBREAK, "FJ", 0.5)
    assert held.tells_anew()
    assert held.find_most() == 0.5
