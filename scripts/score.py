"""Score against the marked texts kept beside the project, and hold the floors.

    python scripts/score.py                      score the held half; exit code 1 where a score fell under its floor
    python scripts/score.py --half other         score the half that nobody tunes on
    python scripts/score.py --record             write the held half's scores as the new floors (say why in the commit)
    python scripts/score.py --page               score both halves and write docs/quality.md; with --record the floors too

The gold is split by the SHA-256 of a document's name: even is held, odd is the other.
Where no gold lies beside the project, nothing is scored.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MARKED = Path(os.environ.get("RASHOMON_MARKED", ROOT.parent / "shared"))
FLOORS = ROOT / "floors.json"
SLACK = 0.0005  # scores are printed to three places
FALLING = ("silences wrong", "values a measure and article")  # the less the better: held as ceilings


def in_half(name: str, half: str) -> bool:
    """Whether a document's name falls in a half of the gold."""
    even = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0
    return half == "all" or even == (half == "held")


def lay_half(folder: Path, half: str) -> None:
    """Lay the scorers and one half of the gold in a folder, beside links to the texts."""
    shutil.copytree(MARKED / "score", folder / "score")
    for name in ("corpus", "seeds"):
        (folder / name).symlink_to(MARKED / name)
    gold = folder / "gold"
    (gold / "reading").mkdir(parents=True)
    for path in (MARKED / "gold" / "reading").glob("*.json"):
        if in_half(path.name.removesuffix(".json"), half):
            shutil.copy(path, gold / "reading")
    lines = (MARKED / "gold" / "cleaning.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and in_half(json.loads(line)["doc"], half)]
    (gold / "cleaning.jsonl").write_text("\n".join(kept), encoding="utf-8")
    head, *rows = (MARKED / "gold" / "stories.tsv").read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if in_half(row.split("\t")[0], half)]
    (gold / "stories.tsv").write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")
    for path in (MARKED / "gold").glob("account_*.json"):
        account = halve_account(json.loads(path.read_text(encoding="utf-8")), half)
        (gold / path.name).write_text(json.dumps(account, ensure_ascii=False), encoding="utf-8")


def halve_account(account: dict[str, Any], half: str) -> dict[str, Any]:
    """The entries of a marked account whose first document falls in the half."""
    series = [{**s, "points": [p for p in s["points"] if in_half(p["docs"][0], half)]} for s in account["figure_series"]]
    return {
        **account,
        "timeline": [e for e in account["timeline"] if in_half(e["docs"][0], half)],
        "figure_series": [s for s in series if s["points"]],
        "relations": [r for r in account["relations"] if in_half(r["a"]["doc"], half)],
        "silences": [s for s in account.get("silences", []) if in_half(s["fact_en"], half)],
    }


def run_scores(half: str, extra: list[str]) -> dict[str, float]:
    """Every score of a half, by a dotted name."""
    command = os.environ.get("RASHOMON", str(ROOT / ".venv" / "bin" / "rashomon"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_half(folder, half)
        out = folder / "scores.json"
        subprocess.run(
            [sys.executable, "all.py", "--json", str(out), *extra],
            cwd=folder / "score",
            env={**os.environ, "RASHOMON": command},
            check=True,
        )
        return flatten(json.loads(out.read_text(encoding="utf-8")))


def flatten(scores: Any, name: str = "") -> dict[str, float]:
    """Nested scores as dotted names; a table that could not be scored is 0."""
    if isinstance(scores, dict):
        return {k: v for key, value in scores.items() for k, v in flatten(value, f"{name}.{key}" if name else key).items()}
    return {name: round(float(scores or 0), 4)}


def hold(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What fell: a line for each score that is under its floor, or over its ceiling."""
    fallen = []
    for name, floor in floors.items():
        score = scores.get(name)
        ceiling = name.endswith(FALLING)
        if score is None or (score > floor + SLACK if ceiling else score < floor - SLACK):
            fallen.append(f"{name}: {score} {'over its ceiling' if ceiling else 'under its floor'} {floor}")
    return fallen


PAGE = """# Quality

Scores on a set of texts that careful readers marked by hand, kept apart from the project. It is split by the SHA-256 of a document's
name: rules and weights were tuned on one half (its scores are the floors that continuous integration holds); the other was mostly
looked at as numbers: a dozen of its misses in cleaning were read, and some weights of stories were chosen with both numbers in view.
The distance between the two columns is what tuning flatters. `python scripts/score.py --page` writes this page. Marks of our own on other
texts (`scripts/marks/`, as digests) have scorers of their own, `scripts/score_*.py`; the end of each room's page tells what they say.

| score | tuned half | other half |
|---|---|---|
{rows}
F1 is of precision and recall; R is recall, P precision. Stories and events are grouped from half of the articles of two days. In an
account: of happenings that no account may miss, how many stand among its 40 weightiest lines; of counts, how many are found, with their
group, with their as-of day; of relations between claims, how many are told with the right kind and direction, and how many of those
told are right.
"""
NAMED = ("F1", "fields", "kept", "dropped", "paragraphs", "timeline, what no account may miss", "days", "points", "grouped", "dated")
ALSO = ("relations R", "relations P", "silences", "silences wrong")


def quality_page(held: dict[str, float], other: dict[str, float]) -> str:
    """Both halves side by side, the scores that say most."""
    names = [name for name in held if name.endswith(NAMED + ALSO) and "bcubed" not in name.replace("story.bcubed", "")]
    return PAGE.format(rows="".join(f"| {name.replace('.', ' · ')} | {held[name]:.3f} | {other.get(name, 0):.3f} |\n" for name in names))


def record(scores: dict[str, float]) -> None:
    """Write scores as the new floors."""
    FLOORS.write_text(json.dumps(dict(sorted(scores.items())), indent=1) + "\n", encoding="utf-8")
    print(f"{len(scores)} floors recorded")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("held", "other", "all"), default="held")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--page", action="store_true")
    options, extra = parser.parse_known_args()
    if not MARKED.is_dir():
        print("no marked texts beside the project: nothing scored")
        return 0
    if options.page:
        held = run_scores("held", extra)
        page = quality_page(held, run_scores("other", extra))
        (ROOT / "docs" / "quality.md").write_text(page, encoding="utf-8")
        if options.record:
            record(held)
        return 0
    scores = run_scores(options.half, extra)
    if options.half != "held" or extra:
        return 0
    if options.record:
        record(scores)
        return 0
    if not FLOORS.exists():
        print(f"no floors are kept in {FLOORS.name}: write them with `python scripts/score.py --record`")
        return 1
    fallen = hold(scores, json.loads(FLOORS.read_text(encoding="utf-8")))
    print("\n".join(fallen) or f"all {len(scores)} scores hold their floors")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
