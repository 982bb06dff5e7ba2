"""Twins of whole stories: one name stays one name in all articles, and the account tells of the same, later."""

from typing import Any

import msgspec
import twin_accounts
import twins
from tests.scripts.test_twins import example

from rashomon.model import Article
from rashomon.reading import read

ALIKE = 0.9  # of the days; what differs is a day that a month's end moves
GOLD: dict[str, Any] = {"timeline": [], "figure_series": [], "relations": []}


def story() -> twin_accounts.Marked:
    articles = tuple(example())
    return twin_accounts.Marked(articles=articles, readings={a.path: read(a) for a in articles}, gold=GOLD)


def test_names_that_sound_alike_go_on_sounding_alike() -> None:
    invented = twin_accounts.Sounding(next(article for article in example() if (article.language or "").startswith("zh")))
    assert invented._part("托卡") == invented._part("拖咖")
    assert invented._part("托卡") != invented._part("米兰")


def test_the_forms_of_a_country_become_forms_of_one_country() -> None:
    others = twin_accounts._other_countries()
    assert others["吉尔吉斯斯坦"].startswith(others["吉尔吉斯"])
    assert len(set(others.values())) == len(others)


def test_a_keyword_is_kept_and_told_as_the_twins_tell_it() -> None:
    told = story()
    made = [twins.twin_of(article, told.readings[article.path], invent=twin_accounts.Sounding) for article in told.articles]
    edit, twin = next((edit, twin) for twin in made for edit in twin.edits)
    words = twin.original.text[edit.start : edit.end]
    assert {words, edit.text} <= set(twin_accounts._keyword(words, made).split("|"))


def test_a_twin_is_told_as_its_story_is() -> None:
    told = story()
    twin = twin_accounts.twin_of(told)
    days = {twins.shifted(line["date"]) for line in twin_accounts.account_of(told)["timeline"]}
    later = {line["date"] for line in twin_accounts.account_of(twin)["timeline"]}
    assert len(days & later) >= ALIKE * len(days)
    assert isinstance(twin.articles[0], Article)
    assert msgspec.structs.asdict(twin)["gold"]["silences"] == []
