"""Score happenings against marks made by hand: the day and the type of sentences that report a dated happening.

    python scripts/score_happenings.py [--draw A|B|C|D|E] [--misses] [PATH...]

The marks (scripts/marks/happenings.jsonl) are of sentences drawn by hash among all sentences of two months of eight outlets that name a day
of the month, a weekday, or today or yesterday; those that report no dated happening (plans, opinions, standing facts) were passed over. One
reader marked the day and the types that fit (several where readers would not agree, OTHER among them for acts that no type names), from the
sentence, its article's day and its dateline alone. Draw A, 100 sentences, was marked before find_happenings was worked on and served to
mend it; draws B and C, 100 and 101 fresh ones, were marked afterwards and each before it was scored (their errors were then read once,
docs/happenings.md). Draws D and E, 107 and 97, are of the second month's posts of all outlets, drawn by seed and likewise marked before
they were scored; the words of each type were gone through between the two. A sentence is right when the first happening told of it has a
marked day, or a marked type. PATH is where the texts lie; without them nothing is scored.
"""

import argparse
from collections import Counter
from pathlib import Path

import marks
from score import MARKED
from score_names import find_articles

from rashomon.reading import read


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--draw", choices=("A", "B", "C", "D", "E"), default="A")
    parser.add_argument("--misses", action="store_true", help="print the sentences whose day or type is wrong")
    parser.add_argument("paths", nargs="*", type=Path, default=[MARKED / "corpus"])
    args = parser.parse_args()
    lines = marks.load("happenings")
    marked = {line["document"]: [mark for mark in line["marks"] if mark["draw"] == args.draw] for line in lines}
    counts: Counter[str] = Counter()
    for article in find_articles((document for document, held in marked.items() if held), args.paths):
        told = read(article).happenings
        for mark in marked[article.document]:
            counts["sentences"] += 1
            found = [one for one in told if marks.is_sealed(article.text[one.start : one.end], mark)]
            dated, typed = (bool(found) and getattr(found[0], field) in mark[field + "s"] for field in ("date", "type"))
            counts["told"] += bool(found)
            counts["date right"] += dated
            counts["type right"] += typed
            if args.misses and not (dated and typed):
                sentence = next((article.text[a:b] for a, b in article.sentences if marks.is_sealed(article.text[a:b], mark)), "?")
                said = " ".join(f"{one.date} {one.type} {one.cue}" for one in found) or "nothing"
                print(f"{'' if dated else 'DATE '}{'' if typed else 'TYPE '}{said} != {mark['dates']} {mark['types']} | {sentence}")
    print("  ".join(f"{what} {counts[what]}" for what in ("sentences", "told", "date right", "type right")))


if __name__ == "__main__":
    main()
