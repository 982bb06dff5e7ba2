"""Score figures and times against marks made by hand, as strictly as the scorers of the gold do.

    python scripts/score_figures.py [--half held|other|all] [--misses] [PATH...]

The marks (scripts/marks/figures.jsonl, times.jsonl) are of 52 articles of two months of eight outlets in both scripts: earthquakes, slides,
floods, storms, fires, ships, mines, shootings, trials and arrests, protests, war and refugees, epidemics with their parts and totals, sport
and markets. One reader marked 267 figures and 237 times by the guideline of docs/figures.md and docs/times.md before either was worked on.
`free` marks are what readers would not agree on: what is found there counts neither way. A document falls in the half of its name: one half
was read for tuning, the other looked at as numbers only. PATH is where the texts lie, told by their bytes.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import marks
from score import MARKED, in_half
from score_names import find_articles

from rashomon.model import Article, Figure, Time
from rashomon.reading import read

Same = Callable[[dict[str, Any], Any], float]


def opened(mark: dict[str, Any], text: str) -> dict[str, Any]:
    """A mark with its words: those of its span, of its sentence and of its sources."""
    words = {**mark, "text": marks.unseal(mark["text"], text) or ""}
    if "sentence" in mark:
        words["sentence"] = marks.unseal(mark["sentence"], text) or ""
        words["sources"] = [marks.unseal(source, text) or "" for source in mark["sources"]]
    return words


def overlap(a: str, b: str) -> float:
    """Twice what two strings share, in order, over what they have."""
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 2 * min(len(a), len(b)) / (len(a) + len(b))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(a) + len(b))


def same_time(wanted: dict[str, Any], found: Time) -> float:
    w, f = wanted["text"], marks.squash(found.text)
    if wanted["value"] != found.value or not (w in f or f in w) or len(f) > len(w) + 8:
        return 0
    return 2 if w == f else 1


def same_figure(wanted: dict[str, Any], found: Figure) -> float:
    """Measure, bounds and sentence."""
    if (wanted["measure"], wanted["low"], wanted["high"]) != (found.measure, found.low, found.high):
        return 0
    a, b = wanted["sentence"], marks.squash(found.sentence)
    near = (a in b or b in a) and max(len(a), len(b)) <= 2 * min(len(a), len(b)) + 12
    return 1 + overlap(wanted["text"], marks.squash(found.text)) if near or overlap(a, b) > 0.6 else 0


def same_source(wanted: str, found: str) -> bool:
    return min(len(wanted), len(found)) >= 2 and (wanted in found or found in wanted)


def same_figure_told(wanted: dict[str, Any], found: Figure) -> float:
    """The same, with the group and the innermost source."""
    sources = wanted["sources"]
    if found.group not in wanted["groups"] or bool(sources) != bool(found.chain):
        return 0
    told = not sources or any(same_source(source, marks.squash(found.chain[-1])) for source in sources)
    return same_figure(wanted, found) if told else 0


def pair_up(wanted: Sequence[Any], found: Sequence[Any], same: Same) -> list[tuple[int, int]]:
    """One to one, the likest first."""
    options = sorted(((same(w, f), -i, -j) for i, w in enumerate(wanted) for j, f in enumerate(found)), reverse=True)
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(wanted))), set(range(len(found)))
    for likeness, i, j in options:
        if likeness > 0 and -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            pairs.append((-i, -j))
    return pairs


def score(marked: Iterable[dict[str, Any]], found: Sequence[Any], same: Same) -> tuple[int, int, int, list[str]]:
    """Right, wanted and found in one article, and the misses in words."""
    marked = list(marked)
    free = [mark for mark in marked if mark.get("free")]
    wanted = [mark for mark in marked if not mark.get("free")]
    pairs = pair_up(wanted, found, same)
    hit = {j for _, j in pairs}
    rest = [f for j, f in enumerate(found) if j not in hit]
    loose = same_figure if same is same_figure_told else same
    passed = {j for _, j in pair_up(free, rest, loose)}
    extra = [f for j, f in enumerate(rest) if j not in passed]
    missed = [mark for i, mark in enumerate(wanted) if i not in {i for i, _ in pairs}]
    return len(pairs), len(wanted), len(pairs) + len(extra), [f"- {told(m)}" for m in missed] + [f"+ {told(f)}" for f in extra]


def told(one: Any) -> str:
    """A mark or a finding in a line."""
    if isinstance(one, Time):
        return f"{one.text} {one.value}"
    if isinstance(one, Figure):
        return f"{one.text} {one.measure} {one.low}..{one.high} {one.group} {'>'.join(one.chain)} | {one.sentence[:80]}"
    if "value" in one:
        return f"{one['text']} {one['value']}"
    return f"{one['text']} {one['measure']} {one['low']}..{one['high']} {one['groups']} {one['sources']} | {one['sentence'][:80]}"


def times(article: Article) -> list[Time]:
    return [time for time in read(article).times if time.type in ("DATE", "TIME", "DURATION")]


def figures(article: Article) -> list[Figure]:
    return list(read(article).figures)


KINDS: tuple[tuple[str, str, Callable[[Article], list[Any]], Same], ...] = (
    ("times", "times", times, same_time),
    ("figures", "figures", figures, same_figure),
    ("figures with group and source", "figures", figures, same_figure_told),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("held", "other", "all"), default="held")
    parser.add_argument("--misses", action="store_true", help="print what was missed (-) and what is wrong (+)")
    parser.add_argument("paths", nargs="*", type=Path, default=[MARKED / "corpus"])
    args = parser.parse_args()
    for label, name, find, same in KINDS:
        marked = {line["document"]: line["marks"] for line in marks.load(name) if in_half(line["document"], args.half)}
        right = wanted = found = 0
        for article in find_articles(marked, args.paths):
            text = marks.squash(article.text)
            counts = score([opened(mark, text) for mark in marked[article.document]], find(article), same)
            right, wanted, found = right + counts[0], wanted + counts[1], found + counts[2]
            if args.misses and counts[3]:
                print(article.title, *counts[3], sep="\n  ")
        precision, recall = right / max(1, found), right / max(1, wanted)
        f1 = 2 * right / max(1, found + wanted)
        print(f"{label:<30} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {right} of {wanted}, {found} found")


if __name__ == "__main__":
    main()
