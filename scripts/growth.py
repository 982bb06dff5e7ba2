"""Time an article takes to be grouped, as the archive grows.

    python scripts/growth.py PATH... [--articles N]

What lies in the paths is read once and told again, each time shifted by the days it spans, with its sentences in another order, until there
are N articles. Prints, for each ten thousand, microseconds of processor time an article, and how many stories and events live.
"""

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from rashomon import pipeline
from rashomon.model import Article, Reading
from rashomon.stories import Stream

BLOCK = 10_000


def shift(article: Article, turn: int, days: int) -> Article:
    """An article told again: later, under another id, its sentences in another order."""
    title, *rest = [article.text[start:end] for start, end in article.sentences] or [article.title]
    random.Random(f"{turn} {article.path}").shuffle(rest)
    moved = datetime.fromisoformat(article.published or "2000-01-01") + timedelta(days=turn * days)
    return msgspec.structs.replace(
        article,
        path=f"{turn}/{article.path}",
        article=f"{article.article}-{turn}",
        document=f"{article.document}-{turn}",
        url=None,
        published=moved.isoformat(),
        text="\n".join([title.strip(), *rest]),
        sentences=(),
        furniture=(),
    )


def repeat(articles: Sequence[Article], readings: Mapping[str, Reading], most: int) -> Iterator[tuple[Article, Reading]]:
    """Articles with their readings, told again and again in order of time."""
    dated = sorted(
        (article for article in articles if article.instant is not None), key=lambda article: (article.instant or 0.0, article.path)
    )
    span = int(((dated[-1].instant or 0.0) - (dated[0].instant or 0.0)) // 86_400) + 2
    for number in range(most):
        turn, place = divmod(number, len(dated))
        yield shift(dated[place], turn, span), readings[dated[place].path]


def measure(articles: Sequence[Article], readings: Mapping[str, Reading], most: int) -> None:
    """Group and print."""
    stream, taken = Stream(), 0
    told = repeat(articles, readings, most)
    while batch := [pair for _, pair in zip(range(BLOCK), told, strict=False)]:
        start = time.process_time()
        stream.add([article for article, _ in batch], {article.path: reading for article, reading in batch})
        spent = time.process_time() - start
        taken += len(batch)
        print(f"{taken:>9,} articles {spent / len(batch) * 1e6:>8,.0f} us an article, {len(batch) / spent:>7,.0f} a second", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    batch = pipeline.read(options.paths, jobs=0)
    measure(batch.articles, batch.readings, options.articles)


if __name__ == "__main__":
    main()
