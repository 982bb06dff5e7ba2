"""The account as a whole: every line has a receipt, and the order of what is given never matters."""

from collections.abc import Callable
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.accounts import verify
from rashomon.accounts.receipts import evidence_in
from rashomon.accounts.telling import tell
from rashomon.model import Account, Story


def account_of(scene: Any, **options: Any) -> Account:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements, **options)


def test_account_of_an_empty_story_has_no_lines() -> None:
    story = Story(id="s", title="", first=None, last=None, events=(), paths=(), outlets=())
    account = tell(story, (), {})
    assert (account.timeline, account.series, account.relations, account.silences) == ((), (), (), ())


def test_every_evidence_quotes_its_article(blast: Callable[[], Any]) -> None:
    scene = blast()
    texts = {a.path: a.text for a in scene.articles}
    evidence = list(evidence_in(account_of(scene)))
    assert evidence
    for e in evidence:
        assert texts[e.path][e.start : e.end] == e.text
        assert e.text in e.sentence


def test_every_receipt_is_proved(blast: Callable[[], Any]) -> None:
    scene = blast()
    receipts = verify(account_of(scene), {a.path: a for a in scene.articles})
    assert receipts
    assert {r.status for r in receipts} == {"exact"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.randoms(use_true_random=False))
def test_order_of_articles_never_matters(blast: Callable[[], Any], random: Random) -> None:
    scene = blast()
    first = msgspec.json.encode(account_of(scene))
    random.shuffle(scene.articles)
    scene.readings = dict(sorted(scene.readings.items(), reverse=True))
    story = msgspec.structs.replace(scene.story, paths=tuple(sorted(scene.story.paths)))
    again = tell(story, scene.articles, scene.readings, placements=scene.placements)
    assert msgspec.json.encode(again) == first


def test_as_of_hears_only_what_was_published_by_then(blast: Callable[[], Any]) -> None:
    account = account_of(blast(), as_of="2031-03-02")
    assert {(a.published or "")[:10] for a in account.story.articles} == {"2031-03-02"}
    assert all(e.path.startswith("2031-03-02") for e in evidence_in(account))


def test_since_keeps_only_values_that_nobody_had_told(blast: Callable[[], Any]) -> None:
    account = account_of(blast(), since="2031-03-03")
    values = {(p.low, p.high) for s in account.series for p in s.points if s.measure == "killed"}
    assert values == {(27, 27), (61, 61)}


@pytest.mark.parametrize("field", ["lead", "timeline", "series", "relations", "voices", "positions", "origins", "silences"])
def test_account_of_a_crisis_fills(blast: Callable[[], Any], field: str) -> None:
    assert getattr(account_of(blast()), field)
