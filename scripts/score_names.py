"""Score names against marks made by hand: precision and recall of span and kind, for each kind.

    python scripts/score_names.py [--half held|other|all] [--misses] [PATH...]

The marks (scripts/marks/names.jsonl) are of 24 articles of two months of eight outlets in both scripts: politics, war, business, sport,
culture, crime, accidents, floods. One reader marked 389 names (100 persons, 162 places, 127 organisations, counted once an article) before
find_names was worked on, by the guideline of docs/names.md; every mention of a marked name in its article counts. `open` marks are words
that readers would not agree on: what is found over them counts neither way. PATH is where the texts lie, told by their bytes; without them
nothing is scored.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import marks
from score import MARKED, in_half

from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.model import Article, Document, Name
from rashomon.reading import read

KINDS = ("person", "place", "organisation")


class Mention(NamedTuple):
    start: int  # in the squashed text
    end: int
    kind: str


def find_articles(ids: Iterable[str], paths: Iterable[Path]) -> Iterator[Article]:
    """The articles of some documents, wherever under the paths they lie, in the order of their ids."""
    wanted = set(ids)
    found: dict[str, Path] = {}
    for path in sorted(file for folder in paths for file in ([folder] if folder.is_file() else folder.rglob("*")) if file.is_file()):
        name = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        if name in wanted:
            found.setdefault(name, path)
    for _, path in sorted(found.items()):
        sources, _ = find_sources([str(path)])
        for document in read_documents(sources[0]):
            article = clean(document) if isinstance(document, Document) else document
            if isinstance(article, Article):
                yield article


def mentions(text: str, marked: Iterable[dict[str, Any]]) -> list[Mention]:
    """Every place in a squashed text where a marked span stands, the longest first, none over another."""
    lengths: dict[int, dict[str, str]] = {}
    for mark in marked:
        lengths.setdefault(mark["length"], {})[mark["digest"]] = mark["kind"]
    taken = bytearray(len(text))
    found = []
    for length, kinds in sorted(lengths.items(), reverse=True):
        for start in range(len(text) - length + 1):
            kind = kinds.get(marks.digest(text[start : start + length]))
            if kind and not any(taken[start : start + length]):
                taken[start : start + length] = b"\1" * length
                found.append(Mention(start, start + length, kind))
    return sorted(found)


def squashed(text: str, names: Iterable[Name]) -> tuple[str, list[Mention]]:
    """A squashed text and the names found in it, where they stand there."""
    at, sizes = [0], [len(marks.squash(character)) for character in text]
    for size in sizes:
        at.append(at[-1] + size)
    whole = "".join(marks.squash(character) for character in text)
    return whole, [Mention(at[name.start], at[name.end], name.kind) for name in names]


def score(text: str, marked: Iterable[dict[str, Any]], names: Iterable[Name]) -> tuple[Counter[str], list[str]]:
    """Counts of right, missed and wrong by kind in one article, and the misses in words."""
    whole, told = squashed(text, names)
    gold = mentions(whole, marked)
    unclear = [mention for mention in gold if mention.kind == "open"]
    sure = {mention for mention in gold if mention.kind != "open"}
    counts: Counter[str] = Counter()
    misses = []
    for mention in sure:
        counts[f"{mention.kind} {'right' if mention in told else 'missed'}"] += 1
        if mention not in told:
            misses.append(f"- {mention.kind} {whole[mention.start : mention.end]} | {whole[max(0, mention.start - 8) : mention.end + 8]}")
    for mention in set(told) - sure:
        if not any(one.start < mention.end and mention.start < one.end for one in unclear):
            counts[f"{mention.kind} wrong"] += 1
            misses.append(f"+ {mention.kind} {whole[mention.start : mention.end]} | {whole[max(0, mention.start - 8) : mention.end + 8]}")
    return counts, sorted(misses)


def rates(counts: Counter[str], kinds: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over some kinds."""
    right, missed, wrong = (sum(counts[f"{kind} {how}"] for kind in kinds) for how in ("right", "missed", "wrong"))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * right / max(1, 2 * right + wrong + missed)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("held", "other", "all"), default="held")
    parser.add_argument("--misses", action="store_true", help="print what was missed (-) and what is wrong (+)")
    parser.add_argument("paths", nargs="*", type=Path, default=[MARKED / "corpus"])
    args = parser.parse_args()
    marked = {line["document"]: line["marks"] for line in marks.load("names") if in_half(line["document"], args.half)}
    counts: Counter[str] = Counter()
    for article in find_articles(marked, args.paths):
        found, misses = score(article.text, marked[article.document], read(article).names)
        counts += found
        if args.misses:
            print(article.title, *misses, sep="\n  ")
    for kind, kinds in [*((kind, [kind]) for kind in KINDS), ("all", KINDS)]:
        precision, recall, f1 = rates(counts, kinds)
        marked_names = sum(counts[f"{k} right"] + counts[f"{k} missed"] for k in kinds)
        print(f"{kind:<13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {marked_names}")


if __name__ == "__main__":
    main()
