"""Coverage: what headlines are about is worth more, and the headlines themselves are not."""

from typing import Any

import numpy as np

from rashomon.accounts.claims.claims import lay_out
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.comparing.vectors import numbered
from rashomon.accounts.identities.identities import identify
from rashomon.accounts.timeline.coverage import Coverage


def _worth(scene: Any) -> dict[str, float]:
    """What each sentence would add while nothing is told, a feature of it."""
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    claims = lay_out(witnesses, identify(witnesses)).happenings
    texts = [claim.witness.article.text[slice(*claim.sentence)] for claim in claims]
    places = range(len(claims))
    coverage = Coverage(claims, Likeness(Letters(texts)), numbered(claim.day for claim in claims), [True] * len(claims), places)
    return {text: coverage.worth(at) / np.sqrt(coverage.length(at)) for at, text in enumerate(texts)}


def test_what_a_headline_of_the_day_or_the_next_is_about_is_worth_more_than_what_stands_beneath_it(scene: Any) -> None:
    news, beside = "船坞工会周一投票决定罢工。", "港口食堂周一换了新的厨师。"
    pen = scene.add("甲报", "2031-03-04", "船坞工会决定罢工", news, beside)
    pen.happens("船坞工会决定罢工", "2031-03-04").happens(news, "2031-03-03").happens(beside, "2031-03-03")
    worth = _worth(scene)
    assert worth[news] > 3 * worth[beside]
    assert worth["船坞工会决定罢工"] < worth[news]


def test_a_headline_of_a_later_day_lends_nothing(scene: Any) -> None:
    news, beside = "船坞工会周六投票决定罢工。", "港口食堂周六换了新的厨师。"
    pen = scene.add("甲报", "2031-03-04", "船坞工会决定罢工", news, beside)
    pen.happens("船坞工会决定罢工", "2031-03-04").happens(news, "2031-03-01").happens(beside, "2031-03-01")
    worth = _worth(scene)
    assert worth[news] < 2 * worth[beside]
