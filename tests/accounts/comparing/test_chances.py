"""Chances: what speaks for and against two sentences telling the same, weighed together."""

from typing import Any

import numpy as np

from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.comparing.chances import LIKELY, Chances
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.passages import Passage

AROUND = ("学校周三照常上课，校车改走山路。", "市内超市的货架被抢购一空。", "足球联赛的决赛改在周末举行。")
FIRST = "渔业公会批评港务局迟迟没有通知渔民，要求赔偿全部损失。"
OTHER_WORDS = "公会要求港务局赔偿渔民损失，指它通知得太迟。"
OTHER_MATTER = "港务局计划明年扩建码头，渔民可以申请新的泊位。"


def chance_of(scene: Any, other: str, later: str = "2031-03-02", origin: str | None = None) -> float:
    """The log-odds that FIRST and another sentence tell the same, among others that make their words rare."""
    for at, sentence in enumerate((*AROUND, FIRST, other)):
        scene.add(f"报{at}", later if sentence == other else "2031-03-02", sentence)
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    origins = frozenset({origin} if origin else ())
    items = [Passage(witness=w, sentence=w.article.sentences[0], origins=origins, speakers=origins, figures=()) for w in witnesses]
    a, b = (next(at for at, w in enumerate(witnesses) if w.article.title == title) for title in (FIRST, other))
    likeness = Likeness(Letters([w.shadow for w in witnesses]))
    return float(Chances(items, likeness).of(likeness.meet(np.array([a]), np.array([b])))[0])


def test_other_words_for_one_thing_are_likely_the_same(scene: Any) -> None:
    assert chance_of(scene, OTHER_WORDS) > LIKELY


def test_two_matters_of_one_office_are_less_likely_the_same(scene: Any) -> None:
    assert chance_of(scene, OTHER_MATTER) < chance_of(type(scene)(), OTHER_WORDS)


def test_what_is_told_a_week_later_is_less_likely_the_same(scene: Any) -> None:
    assert chance_of(scene, OTHER_WORDS, "2031-03-09") < LIKELY < chance_of(type(scene)(), OTHER_WORDS, "2031-03-03")


def test_one_speaker_makes_it_likelier(scene: Any) -> None:
    assert chance_of(scene, OTHER_WORDS, origin="林岚") > chance_of(type(scene)(), OTHER_WORDS)
