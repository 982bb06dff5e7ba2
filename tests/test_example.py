"""The bundled example, end to end: what example/expected.toml says a careful reader finds, the product finds.

A row with `open` says why it is not found yet; its test fails as soon as it is, so that the list stays true.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.languages import fold
from rashomon.model import Account, Article, Evidence, Figure, Reading, Silence
from rashomon.stories import find_story

Row = dict[str, Any]

HERE = Path(rashomon.__file__).parent / "example"
EXPECTED: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))


@cache
def batch() -> rashomon.Batch:
    return rashomon.read([str(HERE / "articles")])


@cache
def grouping() -> rashomon.Grouping:
    return rashomon.stories(batch())


@cache
def account(name: str) -> Account:
    """The account of the story that holds most of the files expected in it."""
    files = set(next(row for row in EXPECTED["story"] if row["name"] == name)["files"])
    story = max(grouping().stories, key=lambda s: (len(files & {file_of(p) for p in s.paths}), s.id))
    return rashomon.account(batch(), grouping=grouping(), story=story.id)


def file_of(path: str) -> str:
    return Path(path).name


@cache
def articles() -> dict[str, Article]:
    return {file_of(article.path): article for article in batch().articles}


def article_of(row: Row) -> Article:
    return articles()[row["file"]]


def reading_of(row: Row) -> Reading:
    return batch().readings[article_of(row).path]


def rows(kind: str, missing: str = "open") -> list[Any]:
    """The rows of one kind, each a case of its own; those that say why they are not found yet must fail."""
    cases = []
    for at, row in enumerate(EXPECTED[kind]):
        said = "-".join(str(row[key]) for key in ("name", "story", "file", "date", "kind", "measure", "text", "number") if key in row)
        marks = [pytest.mark.xfail(reason=row[missing], strict=True)] if missing in row else []
        cases.append(pytest.param(row, id=f"{at}-{said}", marks=marks))
    return cases


def holds(words: Iterable[str], text: str) -> bool:
    """Whether any of the words stands in the text, in either script."""
    shadow = fold(text).lower()
    return any(fold(word).lower() in shadow for word in words)


def in_order(words: Sequence[str], chain: Sequence[str]) -> bool:
    """Whether the chain has these members, in this order and none beside."""
    return len(words) == len(chain) and all(holds([word], member) for word, member in zip(words, chain, strict=True))


def cites(evidence: Iterable[Evidence], files: Sequence[str], words: Sequence[str]) -> bool:
    return any(file_of(e.path) in files and holds(words, e.sentence) for e in evidence)


def same_moment(expected: str, found: str | None) -> bool:
    """Equal as moments where an offset is told, else as far as the expectation goes."""
    if found is None:
        return False
    wanted = datetime.fromisoformat(expected)
    if wanted.tzinfo is None:
        return found.startswith(expected)
    moment = datetime.fromisoformat(found)
    return moment.tzinfo is not None and moment == wanted


def test_every_document_becomes_an_article() -> None:
    assert [r.path for r in batch().rejected] == []
    assert len(batch().articles) == EXPECTED["articles"]


@pytest.mark.parametrize("row", rows("outlet"))
def test_documents_name_their_outlet(row: Row) -> None:
    named = Counter(article.outlet for article in batch().articles)
    assert named[row["name"]] == row["articles"], named


@pytest.mark.parametrize("row", rows("article", "open_fields"))
def test_article_has_its_fields(row: Row) -> None:
    article = article_of(row)
    assert article.outlet == row.get("outlet")
    assert article.title == row["title"] if "title" in row else article.title
    assert article.language == row["language"]
    assert same_moment(row["published"], article.published), article.published


@pytest.mark.parametrize("row", rows("article", "open_text"))
def test_article_keeps_its_text_and_drops_the_furniture(row: Row) -> None:
    text = article_of(row).text
    assert [piece for piece in row["keep"] if piece not in text] == []
    assert [piece for piece in row["drop"] if piece in text] == []


@pytest.mark.parametrize("row", rows("story"))
def test_story_has_its_articles_and_no_others(row: Row) -> None:
    told = {file_of(member.path) for member in account(row["name"]).story.articles}
    assert told == set(row["files"])


@pytest.mark.parametrize("row", rows("story", "open_words"))
def test_story_is_found_by_its_words(row: Row) -> None:
    story = find_story(grouping(), batch().articles, about=row["about"])
    assert story.id == account(row["name"]).story.id


@pytest.mark.parametrize("row", rows("duplicate"))
def test_reprint_is_a_duplicate(row: Row) -> None:
    placed = {file_of(p.path): p for p in grouping().placements}
    assert file_of(placed[row["file"]].duplicate_of or "") == row["of"]


def test_nothing_else_is_a_duplicate() -> None:
    found = {file_of(p.path) for p in grouping().placements if p.duplicate_of}
    assert found <= {row["file"] for row in EXPECTED["duplicate"]}


@pytest.mark.parametrize("row", rows("time"))
def test_time_is_read(row: Row) -> None:
    read = [(time.text, time.value) for time in reading_of(row).times]
    assert any(row["text"] in text and value == row["value"] for text, value in read), read


def meets(row: Row, figure: Figure) -> bool:
    """Whether the figure stands on the row's words."""
    text, start = article_of(row).text, -1
    while (start := text.find(row["text"], start + 1)) >= 0:
        if start < figure.end and figure.start < start + len(row["text"]):
            return True
    return False


def fits(row: Row, figure: Figure) -> bool:
    return (
        meets(row, figure)
        and figure.measure == row["measure"]
        and (figure.low, figure.high) == (row.get("low"), row.get("high"))
        and figure.group == row.get("group", figure.group)
        and figure.scope == row.get("scope", figure.scope)
        and figure.when == row.get("as_of", figure.when)
        and ("chain" not in row or in_order(row["chain"], figure.chain))
    )


@pytest.mark.parametrize("row", rows("figure"))
def test_figure_is_read(row: Row) -> None:
    found = reading_of(row).figures
    assert any(fits(row, figure) for figure in found), found


@pytest.mark.parametrize("row", rows("no_figure"))
def test_other_counts_are_no_figures(row: Row) -> None:
    assert row["text"] in article_of(row).text
    assert [figure.text for figure in reading_of(row).figures if meets(row, figure)] == []


@pytest.mark.parametrize("row", rows("attribution"))
def test_attribution_is_read(row: Row) -> None:
    found = [a for a in reading_of(row).attributions if row["content"] in a.content]
    assert any(
        holds([row["speaker"]], a.speaker or "")
        and a.type == row.get("type", a.type)
        and ("chain" not in row or in_order(row["chain"], a.chain))
        for a in found
    ), reading_of(row).attributions


@pytest.mark.parametrize("row", rows("statement"))
def test_statement_is_one_in_all_its_wordings(row: Row) -> None:
    said = [s for voice in account(row["story"]).voices if holds(row["speaker"], voice.speaker) for s in voice.said]
    found = [{file_of(e.path) for e in statement.evidence} for statement in said]
    assert any(set(row["files"]) <= files for files in found), found


@pytest.mark.parametrize("row", rows("day"))
def test_timeline_has_the_day(row: Row) -> None:
    lines = [line.text for line in account(row["story"]).timeline if line.date[:10] == row["date"]]
    assert holds(row["words"], "\n".join(lines)), lines


@pytest.mark.parametrize("row", rows("relation"))
def test_relation_is_told(row: Row) -> None:
    of_kind = [r for r in account(row["story"]).relations if r.kind == row["kind"]]
    ways = [(r.a, r.b) for r in of_kind]
    if row["kind"] not in {"updates", "withdraws"}:  # the others have no direction
        ways += [(b, a) for a, b in ways]
    assert any(cites(a, row["a_files"], row["a_words"]) and cites(b, row["b_files"], row["b_words"]) for a, b in ways), of_kind


@pytest.mark.parametrize("name", [row["name"] for row in EXPECTED["story"]])
def test_what_was_taken_back_disputes_nothing(name: str) -> None:
    told = account(name).relations
    void = {(r.why.get("measure"), r.why.get("low")) for r in told if r.kind == "withdraws"}
    counts = [r.why for r in told if r.kind == "disputes" and r.why.get("measure")]
    assert not [why for why in counts if {(why["measure"], why.get(side)) for side in ("a_low", "b_low")} & void]


@pytest.mark.parametrize("row", rows("current"))
def test_series_ends_where_the_last_count_stands(row: Row) -> None:
    series = [s for s in account(row["story"]).series if s.measure == row["measure"] and s.group == row["group"]]
    assert (row["low"], row["high"]) in [(s.current.low, s.current.high) for s in series if s.current], series


def silences(row: Row) -> list[Silence]:
    found = account(row["story"]).silences
    return [s for s in found if holds(row["words"], " ".join([s.fact, *(e.sentence for e in s.evidence)]))]


@pytest.mark.parametrize("row", rows("silence"))
def test_silence_is_told(row: Row) -> None:
    found = silences(row)
    assert any(set(row["silent"]) <= set(s.silent) and s.known_since[:10] in row["known_since"] for s in found), found


@pytest.mark.parametrize("row", rows("no_silence"))
def test_few_articles_are_no_silence(row: Row) -> None:
    assert [s for s in silences(row) if set(s.silent) & set(row["not_silent"])] == []


@pytest.mark.parametrize("row", rows("origin"))
def test_origin_is_named_behind_its_reprints(row: Row) -> None:
    found = [o for o in account(row["story"]).origins if holds(row["name"], o.name)]
    assert any(set(row["carried_by"]) <= {c.outlet for c in o.carried_by} for o in found), found


@pytest.mark.parametrize("row", rows("measure"))
def test_measure_in_force_is_read(row: Row) -> None:
    wanted = {"since": row.get("from"), "until": row.get("until"), "hours": row.get("hours"), "status": row["status"]}
    asked = {key: value for key, value in wanted.items() if value}
    found = [m for m in reading_of(row).measures if holds(row["what"], f"{m.what} {m.text}")]
    assert any(all((getattr(m, key) or "").startswith(value) for key, value in asked.items()) for m in found), found


@pytest.mark.parametrize("row", rows("contact"))
def test_contact_is_read(row: Row) -> None:
    found = reading_of(row).contacts
    assert any(c.number == row["number"] and holds([row["office"]], c.office or "") for c in found), found


def test_every_receipt_quotes_its_article() -> None:
    for name in ("fire", "lamp"):
        for evidence in receipts(account(name)):
            article = articles()[file_of(evidence.path)]
            assert article.text[evidence.start : evidence.end] == evidence.text
            assert evidence.text in evidence.sentence


@pytest.mark.parametrize("name", ["fire", "lamp"])
def test_account_opens_with_quoted_sentences(name: str) -> None:
    told = account(name)
    assert told.lead
    assert all(lead.evidence and lead.text in {e.text for e in lead.evidence} | {e.sentence for e in lead.evidence} for lead in told.lead)


def receipts(told: Account) -> Iterator[Evidence]:
    for part in (told.lead, told.timeline, told.positions, told.in_force, told.silences):
        for line in part:
            yield from line.evidence
    for relation in told.relations:
        yield from (*relation.a, *relation.b)
    for series in told.series:
        yield from (point.evidence for point in series.points)
    for voice in told.voices:
        for statement in voice.said:
            yield from statement.evidence
