"""Names scored against marks that hold no words."""

from marks import seal, squash
from score_names import rates, score

from rashomon.model import Name

TEXT = "北塬省长林岸到访北塬港，林岸说北塬很好。"
MARKS = [{"kind": kind, **seal(words)} for kind, words in [("place", "北塬"), ("place", "北塬港"), ("person", "林岸"), ("open", "很好")]]


def name(start: int, end: int, kind: str) -> Name:
    return Name(start=start, end=end, text=TEXT[start:end], kind=kind)


def test_every_mention_counts_and_the_longest_mark_wins() -> None:
    found = [name(0, 2, "place"), name(8, 10, "place"), name(4, 6, "person"), name(16, 18, "organisation")]
    counts, misses = score(TEXT, MARKS, found)
    assert counts == {"place right": 1, "place missed": 2, "place wrong": 1, "person right": 1, "person missed": 1}
    assert len(misses) == 4


def test_rates_over_kinds() -> None:
    precision, recall, f1 = rates(score(TEXT, MARKS, [name(0, 2, "place"), name(4, 6, "person")])[0], ["place", "person"])
    assert (precision, recall) == (1.0, 0.4)
    assert round(f1, 3) == 0.571


def test_marks_find_their_place_whatever_the_white_space() -> None:
    spaced = "北 塬港"
    counts, _ = score(spaced, MARKS, [Name(start=0, end=4, text=spaced, kind="place")])
    assert squash(spaced) == "北塬港"
    assert counts == {"place right": 1}
