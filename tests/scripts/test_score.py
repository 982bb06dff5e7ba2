"""The floors: what falls is told, what can't be scored counts as fallen."""

import score


def test_nested_scores_are_named_by_their_way() -> None:
    assert score.flatten({"reading": {"times": {"F1": 0.91234}}, "account": None}) == {"reading.times.F1": 0.9123, "account": 0.0}


def test_a_fall_is_told_and_a_rise_is_not() -> None:
    floors = {"times.F1": 0.9, "figures.F1": 0.8, "silences wrong": 0.0, "gone": 0.5}
    fallen = score.hold({"times.F1": 0.95, "figures.F1": 0.7, "silences wrong": 1.0}, floors)
    assert [line.split(":")[0] for line in fallen] == ["figures.F1", "silences wrong", "gone"]


def test_the_halves_part_the_whole() -> None:
    names = [f"2031-03-{day:02d}-post.html" for day in range(1, 32)]
    held = {name for name in names if score.in_half(name, "held")}
    other = {name for name in names if score.in_half(name, "other")}
    assert held | other == set(names)
    assert not held & other
    assert held
    assert other


def test_a_halved_account_keeps_what_its_documents_say() -> None:
    docs = [f"{n}.html" for n in range(20)]
    account = {
        "timeline": [{"docs": [doc]} for doc in docs],
        "figure_series": [{"points": [{"docs": [doc]} for doc in docs]}],
        "relations": [{"a": {"doc": doc}} for doc in docs],
    }
    held, other = score.halve_account(account, "held"), score.halve_account(account, "other")
    for part in ("timeline", "relations"):
        assert len(held[part]) + len(other[part]) == len(docs)
    assert len(held["figure_series"][0]["points"]) + len(other["figure_series"][0]["points"]) == len(docs)
