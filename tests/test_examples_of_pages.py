"""The invented examples in the pages' tables: each row is told as a story of its own, and what the row says comes out.

A column headed `甲报, 2 March` holds what that outlet wrote on that day, the first column what comes out, its head of what kind it is.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import rashomon
from rashomon.accounts.telling import tell
from rashomon.model import Account, Story

DOCS = Path(__file__).resolve().parent.parent / "docs"
WRITER = re.compile(r"(\S+), (\d+) March")
FOUND: dict[str, Callable[[Account], set[str | None]]] = {
    "status": lambda told: {point.status for row in told.series for point in row.points if point.outlet == told.story.articles[-1].outlet},
    "kind": lambda told: {word for relation in told.relations for word in (relation.kind, str(relation.why["code"]))},
    "place": lambda told: {row.place for row in told.series},
    "scope": lambda told: {row.scope for row in told.series},
    "origin": lambda told: {origin.name for origin in told.origins},
    "stance": lambda told: {position.stance for position in told.positions},
}


class Example(NamedTuple):
    """One row: what is told, by (outlet, day of March 2031, text), and what comes out."""

    kind: str
    expected: tuple[str, ...]
    told: tuple[tuple[str, int, str], ...]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def examples(page: Path) -> Iterator[Example]:
    """The rows of the tables of a page whose first column is of a known kind, and which have a column for an outlet."""
    head: list[str] = []
    for line in page.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            head = []
        elif not head:
            head = cells(line)
        elif head[0] in FOUND and not line.startswith("|---"):
            row = dict(zip(head, cells(line), strict=True))
            told = [(found[1], int(found[2]), row[name]) for name in head if (found := WRITER.fullmatch(name)) and row[name]]
            if told:
                yield Example(head[0], tuple(row[head[0]].replace("` `", "`|`").replace("`", "").split("|")), tuple(told))


ROWS = [example for page in sorted(DOCS.rglob("*.md")) for example in examples(page)]


def account_of(example: Example, folder: Path) -> Account:
    """The account of what a row's outlets wrote, as one story."""
    saved = folder / "told.jsonl"
    records = [
        {
            "title": f"岚洲要闻（{outlet}）",
            "source": outlet,
            "published": f"2031-03-{day:02}T08:00:00+08:00",
            "text": text,
            "url": f"https://{number}.example/{day}",
        }
        for number, (outlet, day, text) in enumerate(example.told)
    ]
    saved.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    batch = rashomon.read([str(saved)])
    days = sorted((article.published or "")[:10] for article in batch.articles)
    story = Story(
        id="s-1",
        title="岚洲",
        first=days[0],
        last=days[-1],
        events=(),
        paths=tuple(article.path for article in batch.articles),
        outlets=tuple(sorted({article.outlet or "" for article in batch.articles})),
    )
    return tell(story, batch.articles, batch.readings)


def test_pages_have_examples_of_each_kind() -> None:
    assert {example.kind for example in ROWS} == set(FOUND)


@pytest.mark.parametrize("example", ROWS, ids=lambda example: f"{example.kind}: {' '.join(example.expected)}: {example.told[-1][2]}")
def test_example_of_a_page_comes_out(example: Example, tmp_path: Path) -> None:
    assert set(example.expected) <= FOUND[example.kind](account_of(example, tmp_path))
