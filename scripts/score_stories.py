"""Score stories, events and duplicates against marks made by hand on texts that are not ours.

    python scripts/score_stories.py PATH...            the days and the pairs that are marked
    python scripts/score_stories.py --within PATH...   the days as they stand in all that lies in the paths, grouped as one
    python scripts/score_stories.py --months PATH...   one story's articles over two months, grouped with all that lies in the paths

marks/stories.jsonl: 3,825 articles of two months, marked by one reader from their headlines, with the number of their story and of their
event: twice two days and one day of one month, whole ("first" to "third"); the first 125 articles of a day of the other month, marked
before anything was grouped and never tuned on ("fourth"); the first 180 of a war's second day ("fifth"), and
the first 110 of its fifth ("sixth"); the first 120 of another day of that other month, marked and only counted ("seventh"), and the
first 115 of a third day of it ("eighth") and of a day two before that war ("ninth"), marked before anything of them was grouped; the first
100 of a fourth day of that other month ("tenth"), marked when all was chosen and only counted; the first 95 of a fifth ("eleventh") and the
first 80 of one more day of the war's month ("twelfth"), stories alone, marked before anything of them was grouped and only counted, and
so the first 90 of a day of that month ("thirteenth") and 80 of a sixth of the other ("fourteenth"); 121 of one more day of the war's month,
drawn by outlet in proportion ("fifteenth"), and 120 of one of the other, drawn so too ("sixteenth"), marked likewise and only counted;
160 articles of one more day of the other ("seventeenth") and 170 of the war's month ("eighteenth"), drawn by chance, marked so; 150 of two
more days of the war's month ("nineteenth"), drawn by chance from both and marked before anything of them was grouped; 120 of one more day
of the other ("twentieth") and 110 of another ("twenty-first"), drawn and marked so, stories and events.
marks/duplicates.jsonl: pairs of two months, drawn across the share of text that they have in common, most of them near the boundary; of
200 that were read with their differences 18 are left out, in which one text is a rewriting or an update of the other.
marks/months.jsonl: the articles of one story of two months, of 178 that name its country often or in the title, by headline.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from rashomon import pipeline
from rashomon.batch import Batch
from rashomon.stories import group

MARKS = Path(__file__).resolve().parent / "marks"


def load(name: str) -> list[dict[str, object]]:
    """The marks of one kind."""
    return [json.loads(line) for line in (MARKS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def count_pairs(labels: Sequence[object]) -> int:
    """How many pairs bear one label."""
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def score_pairs(wanted: Mapping[str, object], found: Mapping[str, object]) -> tuple[float, float, float]:
    """P, R, F1 of pairs put together."""

    both = count_pairs([(wanted[d], found[d]) for d in wanted])
    return rate(both, count_pairs([found[d] for d in wanted]), count_pairs(list(wanted.values())))


def score_bcubed(wanted: Mapping[str, object], found: Mapping[str, object]) -> tuple[float, float, float]:
    """BCubed P, R, F1."""
    one, other = defaultdict(set), defaultdict(set)
    for document in wanted:
        one[wanted[document]].add(document)
        other[found[document]].add(document)
    shared = {d: len(one[wanted[d]] & other[found[d]]) for d in wanted}
    p = sum(shared[d] / len(other[found[d]]) for d in wanted) / len(wanted)
    r = sum(shared[d] / len(one[wanted[d]]) for d in wanted) / len(wanted)
    return p, r, 2 * p * r / (p + r)


def rate(both: float, found: float, wanted: float) -> tuple[float, float, float]:
    p, r = both / found if found else 0.0, both / wanted if wanted else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def tell(name: str, scores: tuple[float, float, float]) -> None:
    print(f"{name:<32} P {scores[0]:.3f}  R {scores[1]:.3f}  F1 {scores[2]:.3f}")


def place(batch: Batch, documents: Collection[object]) -> dict[str, tuple[str, str, str]]:
    """Story, event and first text of each of some documents, grouped by themselves."""
    articles = [article for article in batch.articles if article.document in documents]
    known = {article.path: article.document for article in articles}
    placed: dict[str, tuple[str, str, str]] = {}
    for p in sorted(group(articles, batch.readings).placements, key=lambda p: p.path):
        placed[known[p.path]] = (p.story, p.event, known.get(p.duplicate_of or p.version_of or "", known[p.path]))
    return placed


def score_days(batch: Batch, *, within: bool = False) -> None:
    """Score each marked day, grouped by itself or within all articles."""
    marks = load("stories")
    every = place(batch, {article.document for article in batch.articles}) if within else {}
    for days in dict.fromkeys(str(mark["days"]) for mark in marks):
        mine = [mark for mark in marks if mark["days"] == days]
        documents = {str(mark["document"]) for mark in mine}
        placed = {document: every[document] for document in sorted(documents & every.keys())} if within else place(batch, documents)
        if not placed:
            continue
        for level, column in (("story", 0), ("event", 1)):
            if mine[0][level] is None:
                continue
            wanted = {str(mark["document"]): mark[level] for mark in mine if mark["document"] in placed}
            found = {document: placed[document][column] for document in wanted}
            tell(f"{days} days, {level}, BCubed", score_bcubed(wanted, found))
            tell(f"{days} days, {level}, pairs", score_pairs(wanted, found))


def score_duplicates(batch: Batch) -> None:
    pairs = load("duplicates")
    placed = place(batch, {document for pair in pairs for document in (pair["a"], pair["b"])})

    def find_first(document: str) -> str:
        while (first := placed[document][2]) != document:
            document = first
        return document

    # one document saved under several names has one id: such a pair is told alike by its id
    together = [find_first(str(p["a"])) == find_first(str(p["b"])) for p in pairs if p["a"] in placed and p["b"] in placed]
    same = [bool(p["same"]) for p in pairs if p["a"] in placed and p["b"] in placed]
    tell(f"duplicates, {len(same)} pairs", rate(sum(a and b for a, b in zip(together, same, strict=True)), sum(together), sum(same)))


def score_months(batch: Batch) -> None:
    wanted = {str(mark["document"]) for mark in load("months")}
    document = {article.path: article.document for article in batch.articles}
    stories = [{document[path] for path in story.paths} for story in pipeline.stories(batch).stories]
    best = max(stories, key=lambda held: len(held & wanted))
    tell(f"one story of {len(wanted)} documents", rate(len(best & wanted), len(best), len(wanted)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--months", action="store_true")
    parser.add_argument("--within", action="store_true")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    batch = pipeline.read(options.paths, jobs=0)
    if options.months:
        score_months(batch)
    else:
        score_days(batch, within=options.within)
        score_duplicates(batch)


if __name__ == "__main__":
    main()
