"""What cleaning keeps and drops of an outlet that it does not know: its entry removed, a hundred of its articles seen.

    python scripts/leave_out.py FOLDER... --marked MARKED.jsonl

FOLDER holds saved posts. MARKED.jsonl has one object a line: doc (a file's name), keep and drop (pieces of text that must stay, that must
go). For each known outlet among the marked posts, its entry is taken out of the set in force, what recurs is learned from a hundred of
its other posts, and the marked posts are cleaned and laid under that lore.
"""

import argparse
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon import outlets as known
from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.lore import freeze, merge, observe, overlay
from rashomon.model import Article, Document, Lore
from rashomon.outlets import Outlets

SEEN = 100  # articles of the outlet that lore learns from
SEED = 20
BUILTIN = known._builtin


def squash(text: str) -> str:
    """Text without white space: marked pieces may be cut anywhere."""
    return re.sub(r"\s+", "", text)


def shown(article: Article) -> str:
    """The text as a reader gets it, without the title and without what recurs."""
    text = list(article.text)
    for start, end in article.furniture:
        text[start:end] = [""] * (end - start)
    return squash("".join(text).split("\n", 1)[-1])


def read_all(paths: Sequence[str]) -> list[Document]:
    return [document for path in paths for document in read_documents(path) if isinstance(document, Document)]


def without(code: str) -> Outlets:
    """The outlets in force but one."""
    return Outlets(member for member in known.outlets_in_force().members if member.code != code)


def learn(documents: Sequence[Document]) -> Lore:
    articles = [(document, article) for document in documents if isinstance(article := clean(document), Article)]
    return freeze(merge(*(observe(document, article) for document, article in articles)))


def score(row: dict[str, Any], article: Article) -> tuple[int, int, list[str]]:
    """Pieces kept, pieces dropped, and what was lost or left in."""
    text = shown(article)
    lost = [f"lost     {piece}" for piece in row["keep"] if squash(piece) not in text]
    left = [f"left in  {piece}" for piece in row["drop"] if squash(piece) in text]
    return len(row["keep"]) - len(lost), len(row["drop"]) - len(left), lost + left


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--marked", required=True)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    sources, _ = find_sources(options.folders)
    by_name = {Path(source).name: source for source in sources}
    marked = [json.loads(line) for line in Path(options.marked).read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = {row["doc"]: row for row in marked if row["doc"] in by_name}
    firsts = {name: document for name in rows for document in read_all([by_name[name]])}
    articles = {name: article for name, document in firsts.items() if isinstance(article := clean(document), Article)}
    codes = sorted({article.outlet_code for article in articles.values() if article.outlet_code})
    chance = random.Random(SEED)
    shuffled = chance.sample(sources, len(sources))
    found: dict[str, list[str]] = {code: [] for code in codes}
    for source in shuffled:
        if Path(source).name in rows or all(len(paths) >= SEEN for paths in found.values()):
            continue
        for document in read_all([source]):
            article = clean(document)
            code = article.outlet_code if isinstance(article, Article) else None
            if code in found and len(found[code]) < SEEN:
                found[code].append(source)
    total = [0, 0, 0, 0]
    for code in codes:
        put_in_force(without(code))
        lore = learn(read_all(found[code]))
        counts = [0, 0, 0, 0]
        for name, document in firsts.items():
            if articles[name].outlet_code != code:
                continue
            article = clean(document)
            assert isinstance(article, Article)
            kept, dropped, misses = score(rows[name], overlay(article, lore))
            counts = [a + b for a, b in zip(counts, (kept, len(rows[name]["keep"]), dropped, len(rows[name]["drop"])), strict=True)]
            if options.misses:
                print(*(f"  {name[:40]} {miss}" for miss in misses), sep="\n") if misses else None
        total = [a + b for a, b in zip(total, counts, strict=True)]
        tell(code, counts, len(found[code]))
        put_in_force(None)
    tell("all", total, 0)


def put_in_force(base: Outlets | None) -> None:
    """Have a set of outlets asked in place of the package's; None gives that back."""
    known._builtin = (lambda: base) if base else BUILTIN  # type: ignore[assignment]
    known.outlets_in_force.cache_clear()


def tell(code: str, counts: Sequence[int], seen: int) -> None:
    kept, keep, dropped, drop = counts
    shares = f"kept {kept / max(keep, 1):.3f} ({kept} of {keep})   dropped {dropped / max(drop, 1):.3f} ({dropped} of {drop})"
    print(f"{code:<12} {shares}" + (f"   seen {seen}" if code != "all" else ""))


if __name__ == "__main__":
    main()
