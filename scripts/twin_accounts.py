"""Masked twins of whole stories: whether an account's rules know the names, days and numbers of the stories they were tuned on.

    python scripts/twin_accounts.py         tell each marked story and its twin (where the texts lie beside the project), and score both

A story is the articles that its gold names. Its twin has every article changed as `twins.py` does, with one invented name for one name in
all of them: names that sound alike go on sounding alike. Its gold is changed with the articles: days, keywords, values, sentences; silences
are left out, since the gold tells them by patterns. Scores of both should be within .03; one line of forty is .02 to .09 of a score.
"""

import importlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import twins
from pypinyin import lazy_pinyin
from score import MARKED

from rashomon.accounts.telling import tell
from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.languages import fold
from rashomon.model import Article, Document, Reading, Story
from rashomon.reading import read
from rashomon.reading.ground.gazetteer import territories
from rashomon.stories import group

SCORES = ("timeline, what no account may miss", "timeline, importance 1 and 2", "useful lines", "days")
COUNTS = ("points", "grouped", "dated")
RELATIONS = ("relations R", "relations P")
UNIONS = ("EU", "UN")  # among the countries' names, and none


@cache
def _other_countries() -> Mapping[str, str]:
    """Each form of a country's name -> that of the next country whose forms are as long, and short for each other where they are."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, iso in territories("zh").items():
        if iso not in UNIONS:
            forms[iso].append(form)
    alike: dict[tuple[tuple[int, bool], ...], list[list[str]]] = defaultdict(list)
    for _, own in sorted(forms.items()):
        row = sorted(own, key=lambda form: (len(form), form))
        alike[tuple((len(form), row[-1].startswith(form)) for form in row)].append(row)
    return {
        form: other
        for rows in alike.values()
        for row, following in zip(rows, (*rows[1:], rows[0]), strict=True)
        for form, other in zip(row, following, strict=True)
        if row is not following
    }


class Sounding(twins.Invented):
    """Invented names of a whole story: one character for one sound, and one country for one, so that the forms of a name stay so."""

    def name(self, text: str, kind: str) -> str:
        other = _other_countries().get(fold(text)) if kind == "place" else None
        return self._script(other) if other else super().name(text, kind)

    def _part(self, part: str) -> str:
        return self._script("".join(self._pick(self.sounds, sound) for sound in lazy_pinyin(part)))


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of a story with their readings, and what is marked in them."""

    articles: tuple[Article, ...]
    readings: dict[str, Reading]
    gold: dict[str, Any]


def documents_of(gold: Mapping[str, Any]) -> set[str]:
    """The names of the documents that a marked account speaks of."""
    docs = {doc for entry in gold["timeline"] for doc in entry["docs"]}
    docs |= {doc for series in gold["figure_series"] for point in series["points"] for doc in point["docs"]}
    return docs | {relation[side]["doc"] for relation in gold["relations"] for side in "ab"}


def gather(gold: dict[str, Any]) -> Marked:
    """The articles of a marked account, read."""
    names = documents_of(gold)
    places = [str(path) for folder in ("seeds", "corpus") for path in sorted((MARKED / folder).rglob("*")) if path.name in names]
    documents = [document for source in find_sources(places)[0] for document in read_documents(source)]
    cleaned = [clean(document) for document in documents if isinstance(document, Document)]
    articles = tuple(article for article in cleaned if isinstance(article, Article))
    return Marked(articles=articles, readings={article.path: read(article) for article in articles}, gold=gold)


def twin_of(story: Marked) -> Marked:
    """The story under other names, days and numbers, with its gold."""
    made = [twins.twin_of(article, story.readings[article.path], invent=Sounding) for article in story.articles]
    articles = tuple(twin.article for twin in made)
    by_name = {Path(twin.original.path).name: twin for twin in made}
    readings = {article.path: read(article) for article in articles}
    return Marked(articles=articles, readings=readings, gold=_gold_of(story, by_name))


def _gold_of(story: Marked, by_name: Mapping[str, twins.Twin]) -> dict[str, Any]:
    gold = story.gold
    timeline = [
        {
            **entry,
            "date": twins.shifted(entry["date"]),
            "date_also": [twins.shifted(day) for day in _listed(entry.get("date_also"))],
            "keywords": [_keyword(words, by_name.values()) for words in entry["keywords"]],
        }
        for entry in gold["timeline"]
    ]
    series = [
        {**row, "points": [_point(point, row["measure"], story, by_name) for point in row["points"]]} for row in gold["figure_series"]
    ]
    relations = [{**row, **{side: _claim(row[side], by_name) for side in "ab"}} for row in gold["relations"]]
    return {**gold, "timeline": timeline, "figure_series": series, "relations": relations, "silences": []}


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _keyword(words: str, made: Iterable[twins.Twin]) -> str:
    """Alternatives, each as whatever it became in any of the articles, and as it was."""
    became: set[str] = set()
    for twin in made:
        for word in words.split("|"):
            at = twin.original.text.find(word)
            while at >= 0:
                became.add(twin.article.text[slice(*twin.span(at, at + len(word)))])
                at = twin.original.text.find(word, at + 1)
    return "|".join(sorted(became | set(words.split("|"))))


def _point(point: dict[str, Any], measure: str, story: Marked, by_name: Mapping[str, twins.Twin]) -> dict[str, Any]:
    """A point with the value that most of its documents now give, and those documents."""
    values: dict[tuple[int | None, int | None], list[str]] = defaultdict(list)
    for doc in point["docs"]:
        twin = by_name.get(doc)
        figures = story.readings[twin.original.path].figures if twin else ()
        told = next((f for f in figures if (f.measure, f.low, f.high) == (measure, point["low"], point["high"])), None)
        changed = twin is not None and told is not None and twin.article.text[slice(*twin.span(told.start, told.end))] != told.text
        values[tuple(_raised(point[bound]) if changed else point[bound] for bound in ("low", "high"))].append(doc)  # type: ignore[index]
    (low, high), docs = max(values.items(), key=lambda pair: len(pair[1]))
    also = [twins.shifted(day) for day in _listed(point.get("date_also"))]
    return {**point, "low": low, "high": high, "docs": docs, "as_of": twins.shifted(point["as_of"]), "date_also": also}


def _raised(bound: int | None) -> int | None:
    return None if bound is None else int(twins.raised(str(bound)))


def _claim(claim: dict[str, Any], by_name: Mapping[str, twins.Twin]) -> dict[str, Any]:
    twin = by_name.get(claim["doc"])
    if twin is None:
        return claim
    changed = {name: twin.put(claim[name], claim["sentence"]) for name in ("sentence", "focus") if claim.get(name)}
    return {**claim, **changed}


def account_of(story: Marked) -> dict[str, Any]:
    """The account of the articles, all of them one story."""
    days = sorted((article.published or "")[:10] for article in story.articles)
    outlets = tuple(sorted({article.outlet or "" for article in story.articles}))
    paths = tuple(article.path for article in story.articles)
    head = Story(
        id="s",
        title=Counter(a.title for a in story.articles).most_common(1)[0][0],
        first=days[0],
        last=days[-1],
        events=(),
        paths=paths,
        outlets=outlets,
    )
    placements = {placement.path: placement for placement in group(story.articles, story.readings).placements}
    told = tell(head, story.articles, story.readings, placements=placements)
    plain: dict[str, Any] = json.loads(msgspec.json.encode(told))
    return plain


def scores_of(story: Marked) -> dict[str, float]:
    """What the scorer says of the story's account."""
    sys.path.insert(0, str(MARKED / "score"))
    scorer = importlib.import_module("account")
    account, doc = account_of(story), scorer.Documents(story.gold)
    return {
        **scorer.score_timeline(story.gold, account, doc, 40, False),
        **scorer.score_series(story.gold, account, doc, False),
        **scorer.score_relations(story.gold, account, doc, False),
    }


def apart(one: Mapping[str, float], other: Mapping[str, float], names: Sequence[str]) -> float:
    """By how much the mean of some scores parts."""
    return abs(sum(one[name] - other[name] for name in names)) / len(names)


def main() -> int:
    paths = sorted((MARKED / "gold").glob("account_*.json"))
    if not paths:
        print("no marked texts lie beside the project")
        return 0
    for path in paths:
        story = gather(json.loads(path.read_text(encoding="utf-8")))
        name = path.stem.removeprefix("account_")
        print(f"== {name}: {len(story.articles)} articles")
        scores = scores_of(story)
        print(f"== {name}: its twin")
        twin = scores_of(twin_of(story))
        parts = ", ".join(
            f"{of} {apart(scores, twin, names):.3f}" for of, names in (("timeline", SCORES), ("figures", COUNTS), ("relations", RELATIONS))
        )
        print(f"== {name}: apart by {parts}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
