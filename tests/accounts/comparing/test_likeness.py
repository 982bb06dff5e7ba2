"""Likeness: many pairs at once are what each pair is by itself."""

from math import log, sqrt
from random import Random

import pytest

from rashomon.accounts.comparing.closeness import Closeness
from rashomon.accounts.comparing.features import features
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.vectors import whole

WORDS = ("渡轮", "沉没", "港口", "搜救", "船员", "家属", "官员", "风浪", "拖船", "调查", "12", "ferry")


def draw(number: int) -> list[str]:
    random = Random(7)
    return ["，".join(random.choices(WORDS, k=random.randint(1, 6))) for _ in range(number)]


def cosine(texts: list[str], a: int, b: int) -> float:
    rows = [set(features(text)) for text in texts]
    weight = {f: (log((len(texts) + 1) / sum(f in row for row in rows)) + 0.1) ** 2 for row in rows for f in row}
    norm = sqrt(sum(map(weight.__getitem__, rows[a])) * sum(map(weight.__getitem__, rows[b])))
    return sum(map(weight.__getitem__, rows[a] & rows[b])) / norm if norm else 0.0


def test_features_are_pairs_of_characters_numbers_and_words() -> None:
    assert features("渡轮沉没，1,200人 off Port-Vell.") == ("渡轮", "轮沉", "沉没", "1200", "off", "port-vell")


def test_cosines_of_many_pairs_are_those_of_each() -> None:
    texts = draw(30)
    pairs = [(a, b) for a in range(30) for b in range(30)]
    found = Likeness(Letters(texts)).between(whole(a for a, _ in pairs), whole(b for _, b in pairs))
    assert found.tolist() == pytest.approx([cosine(texts, a, b) for a, b in pairs], abs=1e-6)


def test_texts_are_as_close_to_others_as_each_pair_is() -> None:
    closeness, some, others = Closeness(Likeness(Letters(draw(30)))), whole((4, 9)), whole(range(30))
    assert closeness.to_each(some, others).tolist() == [closeness.between(whole([at] * 30), others).tolist() for at in (4, 9)]


def test_pairs_are_those_of_the_window_that_are_alike_enough() -> None:
    texts = [*draw(9), "渡轮在港口外沉没", "渡轮在港口外沉没了"]
    likeness = Likeness(Letters(texts))
    found = list(likeness.pairs(range(11), 0.4).listed())
    assert (9, 10) in {(a, b) for a, b, _ in found}
    assert all(a < b and alike == pytest.approx(cosine(texts, a, b), abs=1e-6) and alike >= 0.4 for a, b, alike in found)
    since = [max(0, at - 2) for at in range(11)]
    assert list(likeness.pairs(range(11), 0.4, since=since).listed()) == [pair for pair in found if pair[1] - pair[0] <= 2]


def test_what_stands_whole_in_a_longer_text_is_near_it() -> None:
    texts = ["渡轮在港口外沉没", "渡轮在港口外沉没，船员家属在岸边等候搜救消息", "法院驳回上诉"]
    assert [(a, b) for a, b, _ in Likeness(Letters(texts)).near([0], 0.3, usual=3).listed()] == [(0, 1)]


def test_numbers_of_two_texts_agree_where_one_is_shared_or_one_has_none() -> None:
    texts = ["渡轮12", "渡轮13", "渡轮", "港口12", "12"]
    likeness = Likeness(Letters(texts, [(), (), (), ("=2031-05-04",), ("=2031-05-05",)]))
    assert likeness.agree(likeness.meet(whole((0, 0, 0, 3)), whole((1, 2, 3, 4)))).tolist() == [False, True, True, False]


def test_no_texts_have_no_pairs() -> None:
    likeness = Likeness(Letters(()))
    assert list(likeness.pairs((), 0.2).listed()) == list(likeness.near((), 0.2).listed()) == []


def test_letters_find_the_features_of_each_text_and_the_words_beside_it() -> None:
    texts = ["渡轮沉没，1,200人 off port-vell.", "", "人", "港口a3港口"]
    likeness = Likeness(Letters(texts, [("@张三",), (), ("#people3",), ()]))
    beside: tuple[set[str], ...] = ({"@张三"}, set(), {"#people3"}, set())
    assert [set(map(likeness.word, likeness.features(at))) for at in range(4)] == [
        set(features(text)) | more for text, more in zip(texts, beside, strict=True)
    ]
