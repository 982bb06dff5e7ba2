"""Score attributions against marks made by hand: content with innermost source or speaker, and whole chain with type.

    python scripts/score_attributions.py [--half held|other|all] [--misses] [PATH...]

The marks (scripts/marks/attributions.jsonl) are of 33 articles of two months of eight outlets in both scripts: disasters, crime, courts,
elections, war and diplomacy, markets, health, sport, entertainment, an interview, an open letter. One reader marked 272 statements by the
guideline of docs/attributions.md, before find_attributions was worked on. A finding is right where its content
overlaps the marked one by four fifths, and its innermost source holds, or is held by, the marked one, or its speaker is the same. The marks
are split by their document's id: `held` was read while rules were written, `other` was looked at as numbers alone. PATH is where the texts
lie, told by their bytes; without them nothing is scored.
"""

import argparse
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import marks
from marks import squash
from score import MARKED, in_half
from score_names import find_articles

from rashomon.model import Article, Attribution
from rashomon.reading import read

ENOUGH = 0.8  # of the content that a finding and a mark share


class Marked(NamedTuple):
    """One marked statement in words, squashed."""

    chain: tuple[str, ...]
    speaker: dict[str, Any]  # sealed: the article may write it out nowhere
    content: str
    kind: str


def open_marks(marked: Iterable[dict[str, Any]], text: str) -> list[Marked]:
    """The marks of one document in the words of its text."""
    opened = []
    for one in marked:
        content = marks.unseal(one["content"], text)
        chain = tuple(marks.unseal(source, text) or "?" for source in one["chain"])
        opened.append(Marked(chain, one["speaker"], content or "?", one["type"]))
    return opened


def overlap(a: str, b: str) -> float:
    """Twice what two squashed strings share, in order, over what they have."""
    if a in b or b in a:
        return 2 * min(len(a), len(b)) / (len(a) + len(b))
    return 2 * sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()) / (len(a) + len(b))


def same_source(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 2 and (a in b or b in a)


def likeness(mark: Marked, found: Attribution, *, strict: bool) -> float:
    """How much of a marked statement a finding is; 0 where it is none of it."""
    shared = overlap(mark.content, squash(found.content))
    chain = [squash(source) for source in found.chain]
    if shared < ENOUGH or not (same_source(mark.chain[-1], chain[-1]) or marks.is_sealed(found.speaker or "", mark.speaker)):
        return 0
    if strict:
        whole = len(chain) == len(mark.chain) and all(map(same_source, mark.chain[:-1], chain[:-1]))
        return shared if whole and found.type == mark.kind else 0
    return shared


def pair_up(wanted: list[Marked], found: list[Attribution], *, strict: bool) -> list[tuple[int, int]]:
    """Marks and findings one to one, the likest first."""
    options = [(likeness(w, f, strict=strict), -i, -j) for i, w in enumerate(wanted) for j, f in enumerate(found)]
    pairs: dict[int, int] = {}
    for shared, i, j in sorted(options, reverse=True):
        if shared and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(-i, -j) for i, j in pairs.items()]


def tell_misses(wanted: list[Marked], found: list[Attribution], pairs: list[tuple[int, int]]) -> None:
    for i, mark in enumerate(wanted):
        if i not in {a for a, _ in pairs}:
            print("  missed", " > ".join(mark.chain), "|", mark.kind, "|", mark.content)
    for j, one in enumerate(found):
        if j not in {b for _, b in pairs}:
            print("  extra ", " > ".join(one.chain), "|", one.speaker, "|", one.cue, "|", one.type, "|", one.content)


def score(article: Article, marked: list[dict[str, Any]], *, misses: bool) -> tuple[int, int, int, int]:
    """Wanted, found, right and right to the chain's and type's letter in one article."""
    wanted, found = open_marks(marked, article.text), list(read(article).attributions)
    pairs = pair_up(wanted, found, strict=False)
    if misses:
        print(article.outlet, article.title)
        tell_misses(wanted, found, pairs)
    return len(wanted), len(found), len(pairs), len(pair_up(wanted, found, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[MARKED / "corpus"])
    parser.add_argument("--half", choices=("held", "other", "all"), default="all")
    parser.add_argument("--misses", action="store_true", help="tell them in words")
    options = parser.parse_args()
    marked = {row["document"]: row["attributions"] for row in marks.load("attributions") if in_half(row["document"], options.half)}
    counts = [score(article, marked[article.document], misses=options.misses) for article in find_articles(marked, options.paths)]
    if not counts:
        print("no marked texts beside the project: nothing scored")
        return
    wanted, found, right, strict = map(sum, zip(*counts, strict=True))
    print(f"{len(counts)} of {len(marked)} articles")
    for name, hits in (("attributions", right), ("whole chain and type", strict)):
        rates = f"P {hits / found:.3f}  R {hits / wanted:.3f}  F1 {2 * hits / (found + wanted):.3f}"
        print(f"{name:<21} {rates}  ({hits} of {wanted}, {found} found)")


if __name__ == "__main__":
    main()
