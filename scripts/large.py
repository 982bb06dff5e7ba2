"""An archive grown large: its size, what one more day costs, what a search costs.

    python scripts/large.py PATH... --archive FILE [--articles N]

What lies in the paths is told again and again, each time shifted by the days it spans, with its sentences in another order, and added as
JSON lines, until the archive holds N articles; one that stands there already is grown on. Then a day of 330 articles is added to it, whose
stories alone are told: the others count as told. Prints seconds on the clock, and bytes an article.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec
from growth import repeat
from sqlalchemy import update

from rashomon import pipeline
from rashomon.model import Article
from rashomon.store import Archive, open_archive, schema

BLOCK = 10_000
DAY = 330
LINES = 5  # articles of a file


def write_lines(articles: Sequence[Article], folder: Path) -> None:
    """Articles as files of JSON lines, as a user might save them."""
    for begin in range(0, len(articles), LINES):
        rows = [
            msgspec.json.encode({"title": a.title, "outlet": a.outlet, "published": a.published, "text": a.text})
            for a in articles[begin : begin + LINES]
        ]
        (folder / f"{begin}.jsonl").write_bytes(b"\n".join(rows))


def grow(archive: Archive, told: Iterator[Article], most: int) -> None:
    """Add blocks until the archive holds so many."""
    while (left := most - archive.count()["articles"]) > 0:
        batch = list(islice(told, min(BLOCK, left)))
        spent = add(archive, batch, tell=False)
        counts = archive.count()
        size = counts["bytes"] / counts["articles"]
        print(f"{counts['articles']:>9,} articles {spent:>8.1f} s for {len(batch):,}   {size:>8,.0f} bytes an article", flush=True)


def add(archive: Archive, batch: Sequence[Article], *, tell: bool) -> float:
    """Seconds that an addition takes."""
    with tempfile.TemporaryDirectory() as folder:
        write_lines(batch, Path(folder))
        start = time.perf_counter()
        archive.add([folder], jobs=0, tell=tell)
        return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--archive", required=True)
    parser.add_argument("--articles", type=int, default=200_000)
    options = parser.parse_args()
    batch = pipeline.read(options.paths, jobs=0)
    told = (article for article, _ in repeat(batch.articles, batch.readings, options.articles + 2 * DAY))
    with open_archive(options.archive, create=True) as archive:
        next(islice(told, archive.count()["documents"], None), None)
        grow(archive, told, options.articles)
        with archive.store.write() as connection:
            connection.execute(update(schema.stories).values(stale=0))
        day = list(islice(told, DAY))
        print(f"a day of {len(day)}: {add(archive, day, tell=True):.2f} s, told anew included")


if __name__ == "__main__":
    main()
