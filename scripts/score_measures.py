"""Score measures in force and contacts against marks made by hand: precision and recall, then how often each field is right.

    python scripts/score_measures.py [--half held|other|all] [--misses] [PATH...]

The marks (scripts/marks/measures.jsonl) are of 64 articles of two months of eight outlets and of five more on a crisis: 48 of them were
drawn at random by the words of orders, closures, cancellations and advice, 16 by telephone numbers. One reader marked 89 measures and 29
contacts by the guideline of docs/measures.md before either was worked on. `free` marks are what readers would not agree on (a mention, what
lies behind); a field told as "?" is not asked. A line without `measures` is asked for contacts alone. A finding is right where it stands in
the sentence of a mark and one's words hold the other's or share half of them. PATH is where the texts lie, told by their bytes.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import marks
from score import MARKED, in_half
from score_figures import overlap, pair_up, same_source
from score_names import find_articles

from rashomon.model import Contact, Measure
from rashomon.reading import read

WORDS = ("by", "place", "office")
FIELDS = ("by", "place", "since", "until", "hours", "status", "office")


class Told:
    """A measure and the sentence it stands in, squashed."""

    def __init__(self, measure: Measure, sentence: str) -> None:
        self.measure, self.sentence, self.what = measure, marks.squash(sentence), marks.squash(measure.what)
        self.text = marks.squash(measure.text)


def opened(mark: dict[str, Any], text: str) -> dict[str, Any]:
    """A mark with its words."""
    return {key: (marks.unseal(value, text) or "") if isinstance(value, dict) else value for key, value in mark.items()}


def same_measure(wanted: dict[str, Any], found: Told) -> float:
    w, f = wanted["text"], found.what
    if overlap(wanted["sentence"], found.sentence) < 0.6:
        return 0
    if w in f or f in w or w in found.text or found.text in w:
        return 1 + overlap(w, f)
    return overlap(w, f) if overlap(w, f) >= 0.5 else 0


def same_contact(wanted: dict[str, Any], found: Contact) -> float:
    return float(wanted["text"] == marks.squash(found.number))


def right_fields(wanted: dict[str, Any], found: Any) -> Counter[str]:
    """Which fields that a mark asks for are right."""
    counts: Counter[str] = Counter()
    for field in FIELDS:
        asked = wanted.get(field, "?")
        if asked == "?":
            continue
        told = getattr(found, field)
        if asked == "-":
            right = told is None
        elif field in WORDS:
            right = told is not None and same_source(asked, marks.squash(told))
        else:
            right = told is not None and told[:10] == asked[:10] and (field != "hours" or told == asked)
        counts[f"{field} asked"] += 1
        counts[f"{field} right"] += right
        counts[f"{field} bare"] += asked == "-"
    return counts


def score(wanted: Iterable[dict[str, Any]], found: Sequence[Any], same: Any) -> tuple[Counter[str], list[str]]:
    """Counts of one article, with those of the fields, and the misses in words."""
    wanted = list(wanted)
    sure = [mark for mark in wanted if not mark.get("free")]
    free = [mark for mark in wanted if mark.get("free")]
    pairs = pair_up(sure, found, same)
    hit = {j for _, j in pairs}
    rest = [f for j, f in enumerate(found) if j not in hit]
    extra = [f for f in rest if not any(same(mark, f) > 0 for mark in free)]
    counts = Counter({"right": len(pairs), "wanted": len(sure), "found": len(pairs) + len(extra)})
    lines = [f"- {told(mark)}" for i, mark in enumerate(sure) if i not in {i for i, _ in pairs}] + [f"+ {told(f)}" for f in extra]
    for i, j in pairs:
        fields = right_fields(sure[i], found[j].measure if isinstance(found[j], Told) else found[j])
        counts += fields
        if any(fields[f"{field} asked"] > fields[f"{field} right"] for field in FIELDS):
            lines.append(f"~ {told(sure[i])} <> {told(found[j])}")
    return counts, lines


def told(one: Any) -> str:
    """A mark or a finding in a line."""
    if isinstance(one, dict):
        return " | ".join(str(one[key]) for key in ("text", *FIELDS) if key in one)
    if isinstance(one, Told):
        one = one.measure
        return " | ".join(str(part) for part in (one.text, one.by, one.place, one.since, one.until, one.hours, one.status))
    return f"{one.number} | {one.office}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("held", "other", "all"), default="held")
    parser.add_argument("--misses", action="store_true", help="print what was missed (-), what is wrong (+) and what has a wrong field (~)")
    parser.add_argument("paths", nargs="*", type=Path, default=[MARKED / "corpus", MARKED / "seeds"])
    args = parser.parse_args()
    rows = {row["document"]: row for row in marks.load("measures") if in_half(row["document"], args.half)}
    totals: dict[str, Counter[str]] = {"measures": Counter(), "contacts": Counter()}
    for article in find_articles(rows, args.paths):
        row, text, reading = rows[article.document], marks.squash(article.text), read(article)
        lines: list[str] = []
        if "measures" in row:
            sentences = [(s, e, article.text[s:e]) for s, e in article.sentences]
            found = [Told(m, next((t for s, e, t in sentences if s <= m.start < e), "")) for m in reading.measures]
            counts, lines = score([opened(mark, text) for mark in row["measures"]], found, same_measure)
            totals["measures"] += counts
        counts, more = score([opened(mark, text) for mark in row["contacts"]], list(reading.contacts), same_contact)
        totals["contacts"] += counts
        if args.misses and (lines or more):
            print(article.title, *lines, *more, sep="\n  ")
    for kind, counts in totals.items():
        precision, recall = counts["right"] / max(1, counts["found"]), counts["right"] / max(1, counts["wanted"])
        print(f"{kind:<10} P {precision:.3f}  R {recall:.3f}  {counts['right']} of {counts['wanted']}, {counts['found']} found")
        told_of = [f"{field} {counts[f'{field} right']}/{counts[f'{field} asked']}" for field in FIELDS if counts[f"{field} asked"]]
        print("  ", ", ".join(told_of))


if __name__ == "__main__":
    main()
