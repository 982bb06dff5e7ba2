"""Measures scored against marks that hold no words."""

from marks import seal, squash
from score_measures import Told, opened, same_measure, score

from rashomon.model import Measure

SENTENCE = "澜口市政府宣布，5月13日起停课。"
MARK = {"text": seal("停课"), "sentence": seal(SENTENCE), "by": seal("澜口市政府"), "place": "?", "since": "2023-05-13", "until": "-"}


def measure(**changed: object) -> Measure:
    fields = {"start": 13, "end": 15, "text": "停课", "what": "停课", "by": "澜口市政府", "since": "2023-05-13"}
    return Measure(**{**fields, **changed})  # type: ignore[arg-type]


def test_a_measure_is_right_where_its_words_stand_and_its_fields_are_asked_apart() -> None:
    mark = opened(MARK, squash(SENTENCE))
    counts, lines = score([mark], [Told(measure(), SENTENCE)], same_measure)
    assert (counts["right"], counts["wanted"], counts["found"], counts["since right"], counts["by right"]) == (1, 1, 1, 1, 1)
    assert not lines
    counts, lines = score([mark], [Told(measure(since=None), SENTENCE)], same_measure)
    assert (counts["right"], counts["since asked"], counts["since right"]) == (1, 1, 0)
    assert lines


def test_elsewhere_it_is_none() -> None:
    counts, _ = score([opened(MARK, squash(SENTENCE))], [Told(measure(), "别的一句话，说的是别的事情。")], same_measure)
    assert (counts["right"], counts["found"]) == (0, 1)
