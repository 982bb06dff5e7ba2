"""Twins: the same texts with other names, days and counts read alike."""

from pathlib import Path

import pytest
import twins

import rashomon
from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.model import Article, Document
from rashomon.reading import read

EXAMPLE = Path(rashomon.__file__).parent / "example" / "articles"
AGREED = 0.97  # of the findings of the bundled example; what differs is days that a year's end moves


def example() -> list[Article]:
    documents = [d for source in find_sources([str(EXAMPLE)])[0] for d in read_documents(source)]
    return [a for d in documents if isinstance(d, Document) and isinstance(a := clean(d), Article)]


@pytest.mark.parametrize(
    ("value", "later"),
    [("2031-05-04", "2033-05-01"), ("2031-W18", "2033-W17"), ("2031-05", "2033-05"), ("2031", "2033"), ("P3D", "P3D")],
)
def test_a_value_is_told_two_years_later(value: str, later: str) -> None:
    assert twins.shifted(value) == later


@pytest.mark.parametrize(
    ("words", "value", "later"),
    [
        ("2031年5月4日", "2031-05-04", "2033年5月1日"),
        ("民國120年5月4日", "2031-05-04", "民國122年5月1日"),
        ("4日凌晨", "2031-05-04TMO", "1日凌晨"),
        ("昨晚", "2031-05-03TEV", "昨晚"),
    ],
)
def test_an_expression_is_written_for_its_later_day(words: str, value: str, later: str) -> None:
    assert twins.dated(words, value) == later


def test_a_twin_bears_other_names_days_and_counts_of_the_same_length() -> None:
    for article in example():
        twin = twins.twin_of(article, read(article))
        assert len(twin.article.sentences) == len(article.sentences)
        assert all(len(e.text) == e.end - e.start or any(c.isdigit() for c in e.text) for e in twin.edits)


def test_twins_are_read_as_the_texts_that_they_are_made_of() -> None:
    alike, whole = twins.agreement(example())
    assert whole > 50
    assert alike >= AGREED * whole, f"{alike} of {whole}"
