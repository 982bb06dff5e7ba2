"""Figures and times scored against marks that hold no words."""

from marks import seal, squash
from score_figures import opened, same_figure, same_figure_told, same_time, score

from rashomon.model import Figure, Time

SENTENCE = "澜口市警方说，至少3名矿工死亡。"
FIGURE = {
    "text": seal("3名矿工死亡"),
    "measure": "killed",
    "low": 3,
    "high": None,
    "groups": ["civilians"],
    "sources": [seal("澜口市警方")],
    "sentence": seal(SENTENCE),
}


def figure(**changed: object) -> Figure:
    fields = {"start": 7, "end": 15, "text": "至少3名矿工死亡", "measure": "killed", "low": 3, "high": None, "group": "civilians"}
    fields |= {"who": None, "where": None, "when": None, "chain": ("警方",), "sentence": SENTENCE, "scope": "total"}
    return Figure(**{**fields, **changed})  # type: ignore[arg-type]


def test_a_figure_is_right_by_measure_bounds_and_sentence() -> None:
    mark = opened(FIGURE, squash(SENTENCE))
    assert score([mark], [figure()], same_figure)[:3] == (1, 1, 1)
    assert score([mark], [figure(high=3)], same_figure)[:3] == (0, 1, 1)
    assert score([mark], [figure(sentence="别处")], same_figure)[:3] == (0, 1, 1)


def test_strictly_its_group_and_source_too() -> None:
    mark = opened(FIGURE, squash(SENTENCE))
    assert score([mark], [figure()], same_figure_told)[0] == 1
    assert score([mark], [figure(chain=())], same_figure_told)[0] == 0
    assert score([mark], [figure(group="all")], same_figure_told)[0] == 0


def test_what_is_free_counts_neither_way() -> None:
    text = "13日，雨停了"
    mark = {"text": seal("13日"), "value": "2023-05-13"}
    found = Time(start=0, end=3, text="13日", type="DATE", value="2023-05-13")
    assert score([opened(mark, text)], [found], same_time)[:3] == (1, 1, 1)
    assert score([opened({**mark, "free": True}, text)], [found], same_time)[:3] == (0, 0, 0)
