"""Score the search: nDCG@10 of queries against the articles a reader would want, and the time of a first page.

python scripts/score_search.py PATH...              read the documents into an archive of its own, then score it
python scripts/score_search.py --archive FILE       score an archive that holds them

Marks: forty queries in either script, by one reader, written before anything was tuned (five were replaced that the month has nothing on).
For each, the best dozen articles of two rankings, the database's own and this one, were graded by their headlines, outlets and days:
2 wanted, 1 bears on it, 0. What was in neither is taken for 0. A query counts to the tuned half or the other by its hash; the weights of
title, lead and length were chosen on the tuned half.
"""

import json
import sys
import tempfile
import time
from hashlib import sha256
from math import log2
from pathlib import Path
from statistics import mean, median

import marks

from rashomon.store import Archive, open_archive

DEPTH = 10


def gain(grades: list[int]) -> float:
    """Discounted cumulative gain, as Järvelin and Kekäläinen (2002) have it with 2^grade - 1."""
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def half(query: str) -> str:
    """The half that a query counts to."""
    return "other" if int(sha256(query.encode()).hexdigest(), 16) % 2 else "tuned"


def score(archive: Archive) -> dict[str, object]:
    """nDCG@10 by half and the milliseconds of processor of a first page, the second time it is asked for."""
    scores: dict[str, list[float]] = {"tuned": [], "other": []}
    times = []
    for mark in marks.load("search"):
        query, wanted = mark["query"], mark["wanted"]
        archive.search(query, limit=DEPTH)
        begun = time.process_time()
        hits = archive.search(query, limit=DEPTH).hits
        times.append(1000 * (time.process_time() - begun))
        best = gain(sorted(wanted.values(), reverse=True)[:DEPTH])
        scores[half(query)].append(gain([wanted.get(hit.document, 0) for hit in hits]) / best)
    return {
        **{f"nDCG@10 {name}": round(mean(values), 3) for name, values in scores.items()},
        "nDCG@10": round(mean(scores["tuned"] + scores["other"]), 3),
        "queries": len(times),
        "ms median": round(median(times), 1),
        "ms most": round(max(times), 1),
    }


def main(arguments: list[str]) -> int:
    """Score what the arguments name."""
    if arguments[:1] == ["--archive"] and len(arguments) == 2:
        with open_archive(arguments[1]) as archive:
            print(json.dumps(score(archive), ensure_ascii=False))
        return 0
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, open_archive(str(Path(folder) / "archive"), create=True) as archive:
        archive.add(arguments, jobs=0, tell=False)
        print(json.dumps(score(archive), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
