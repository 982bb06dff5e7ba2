"""Score cleaned articles against marks: fields, what must stay, what must go, captions apart.

    python scripts/score_cleaning.py FOLDER... [--misses]

FOLDER holds saved posts, among them those that scripts/marks/cleaning.jsonl marks: 40 posts of eight outlets, five of each, the odd ones
first (lists, live reports, embeds, galleries, one sentence, other languages, videos), marked line by line by one reader before anything
was tuned on them. Of each line that must stay its first and last 14 characters are marked (the whole of a short one); of what must go, the
whole; captions are neither kept nor dropped, only apart. Marks are digests (scripts/marks.py).
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from marks import is_sealed, load, unseal

from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.model import Article, Document

PLAIN = ("outlet_code", "published", "written", "language")


def read_marked(folders: list[str], wanted: set[str]) -> Iterator[Article]:
    sources, _ = find_sources(folders)
    for source in sources:
        for document in read_documents(source):
            if isinstance(document, Document) and document.id in wanted:
                article = clean(document)
                if isinstance(article, Article):
                    yield article


def same_instant(have: str | None, want: str) -> bool:
    return have is not None and datetime.fromisoformat(have) == datetime.fromisoformat(want)


def is_same(have: str | None, mark: dict[str, Any] | None) -> bool:
    """Whether a field holds the words of a mark, or nothing where nothing is marked."""
    return have is None if mark is None else have is not None and is_sealed(have, mark)


def fields_right(article: Article, marked: dict[str, Any]) -> dict[str, bool]:
    dateline = article.dateline
    want = marked["dateline"]
    return {
        "title": is_same(article.title, marked["title"]),
        "outlet": article.outlet_code == marked["outlet"],
        "url": is_same(article.url, marked["url"]),
        "author": is_same(article.author, marked["author"]),
        "published": same_instant(article.published, marked["published"]),
        "written": article.written == marked["written"],
        "language": article.language == marked["language"],
        "dateline": (dateline is None) == (want is None)
        and (
            dateline is None
            or (
                dateline.date == want.get("date")
                and all(is_same(getattr(dateline, part), want.get(part)) for part in ("place", "agency", "reporter"))
            )
        ),
    }


def score(article: Article, marked: dict[str, Any]) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Hits and totals by what is measured, and what was missed."""
    body = article.text.partition("\n")[2]
    right = fields_right(article, marked)
    lost = [f"lost a piece of {mark['length']}" for mark in marked["keep"] if unseal(mark, body) is None]
    left = [f"left in: {found}" for mark in marked["drop"] if (found := unseal(mark, body)) is not None]
    apart = [not any(unseal(mark, caption) for caption in article.captions) for mark in marked["captions"]]
    lines = len([line for line in body.split("\n") if line.strip()])
    result = {name: (int(hit), 1) for name, hit in right.items()}
    result["kept"] = (len(marked["keep"]) - len(lost), len(marked["keep"]))
    result["dropped"] = (len(marked["drop"]) - len(left), len(marked["drop"]))
    result["captions"] = (len(apart) - sum(apart), len(apart))
    result["paragraphs"] = (int(abs(lines - marked["paragraphs"]) <= 1), 1)
    misses = [*(f"wrong {name}" for name, hit in right.items() if not hit), *lost, *left]
    if any(apart):
        misses.append(f"captions in the text: {sum(apart)}")
    if not result["paragraphs"][0]:
        misses.append(f"{lines} paragraphs, {marked['paragraphs']} marked")
    return result, misses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    marked = {row["document"]: row for row in load("cleaning")}
    hits, totals, found = Counter[str](), Counter[str](), 0
    for article in read_marked(options.folders, set(marked)):
        found += 1
        result, misses = score(article, marked[article.document])
        for name, (hit, total) in result.items():
            hits[name] += hit
            totals[name] += total
        if options.misses:
            print(*(f"  {article.path[-50:]}  {miss}" for miss in misses), sep="\n", end="\n" if misses else "")
    print(f"{found} of {len(marked)} marked articles found")
    for name, total in totals.items():
        print(f"{name:<12} {hits[name] / max(total, 1):.3f}   ({hits[name]} of {total})")


if __name__ == "__main__":
    main()
