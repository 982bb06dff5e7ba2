"""Consistency: what is told of two sentences rules out some of what else might be told of them."""

import pytest

from rashomon.accounts.relations.consistency import keep_consistent
from rashomon.model import Evidence, Relation

LONG, SHORT, OTHER = ("岚报", "30人受伤，9人死亡。"), ("潮报", "9死30伤。"), ("潮报", "桥已冲毁。")


def between(kind: str, *told: tuple[str, str]) -> Relation:
    """A relation of two sentences, each with its article."""
    a, b = (
        Evidence(path=path, article=path, document=path, outlet=path, start=0, end=1, text="", sentence=sentence, prefix="", suffix="")
        for path, sentence in told
    )
    return Relation(kind=kind, a=(a,), b=(b,), why={"code": kind})


def test_who_repeats_one_count_of_a_sentence_does_not_bear_out_the_next() -> None:
    same, borne_out = between("same_origin", LONG, SHORT), between("corroborates", SHORT, LONG)
    assert keep_consistent((borne_out, same)) == (same,)


def test_a_later_state_is_of_the_same_people() -> None:
    later, apart = between("updates", SHORT, LONG), between("differs_in_scope", SHORT, LONG)
    assert keep_consistent((later, apart)) == (later,)


def test_other_sentences_keep_what_is_told_of_them() -> None:
    told = (between("same_origin", LONG, SHORT), between("corroborates", LONG, OTHER))
    assert keep_consistent(told) == told


@pytest.mark.parametrize("kind", ["disputes", "updates", "withdraws"])
def test_who_contradicts_or_outdates_a_sentence_does_not_repeat_it(kind: str) -> None:
    other, same = between(kind, LONG, SHORT), between("same_origin", LONG, SHORT)
    assert keep_consistent((same, other)) == (other,)
