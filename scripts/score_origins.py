"""Score whom claims come from in the end against marks made by hand.

    python scripts/score_origins.py [--misses] [FOLDER...]

The marks (scripts/marks/origins.jsonl) are of 100 claims drawn at random from 50 stories of two months (eight articles or more of three
outlets or more): statements and counts of politics, war, disasters, courts, health, markets and sport, in both scripts. One reader marked
each from its article, before the accounts' own answer was looked at. The origin is the innermost person, office or medium that the article
lays the claim to, by any of the names it has for them; "own" is the outlet itself, its agency, or the text it took over, where nobody is
named; unnamed sources (a person familiar with the matter) are their outlet's, or themselves. An answer is right where it is, holds or is
held by one of the marked names. FOLDER is where the texts lie; the stories are those that the package finds in each of them.
"""

import argparse
from pathlib import Path
from typing import Any

import marks
from score import MARKED

import rashomon
from rashomon.accounts.claims.claims import AUTHORITIES, Claim, lay_out, name_origin, outlet_key
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.identities.identities import identify
from rashomon.languages import fold
from rashomon.model import Story


def is_right(claim: Claim, origin: list[Any]) -> bool:
    """Whether a claim's origin is one of the marked ones."""
    return any(_is(claim, one) for one in origin)


def _is(claim: Claim, mark: Any) -> bool:
    witness = claim.witness
    if mark == "own":
        dateline = witness.article.dateline
        agency = dateline.agency if dateline else None
        own = {witness.key, witness.root_key, outlet_key(agency) if agency else None, fold(agency).lower() if agency else None}
        return claim.origin in own
    words = marks.unseal(mark, witness.article.text)
    if words is None:
        return False
    name = marks.squash(fold(words))
    if claim.origin == AUTHORITIES:
        return name in wording(witness.article.language).authorities
    if outlet_key(name) and outlet_key(name) == claim.origin:
        return True
    answers = [marks.squash(fold(form)) for form in (claim.origin, name_origin(claim.origin), *claim.chain[-1:])]
    return claim.origin != witness.key and any(min(len(name), len(a)) >= 2 and (name in a or a in name) for a in answers)


def claims_of(story: Story, batch: rashomon.Batch, grouping: Any) -> list[Claim]:
    """Every claim of a story, as its account knows it."""
    members = set(story.paths)
    items = [item for item in batch.items if item.article.path in members]
    placements = {p.path: p for p in grouping.placements if p.path in members}
    witnesses = gather([item.article for item in items], {item.article.path: item.reading for item in items}, placements)
    laid = lay_out(witnesses, identify(witnesses))
    return [*laid.figures, *laid.statements]


def find_claim(claims: list[Claim], document: str, marked: dict[str, Any]) -> Claim | None:
    """The claim of a document that tells the most of the marked words; None where none tells any of them."""
    own = [claim for claim in claims if claim.witness.article.document == document]
    words = next((w for claim in own if (w := marks.unseal(marked["claim"], claim.witness.article.text))), None)
    if words is None:
        return None
    said = [(claim, marks.squash(claim.witness.article.text[claim.start : claim.end])) for claim in own]
    near = [(min(len(words), len(text)) / max(len(words), len(text)), claim) for claim, text in said if text in words or words in text]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=sorted((MARKED / "corpus").glob("*")) if MARKED.is_dir() else [])
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    marked = {row["document"]: row["claims"] for row in marks.load("origins")}
    right = found = 0
    for folder in options.folders:
        batch = rashomon.read([Path(folder)])
        right, found = (a + b for a, b in zip((right, found), score(batch, marked, misses=options.misses), strict=True))
    print(f"origins right  {right} of {found} claims found, {sum(map(len, marked.values()))} marked")
    return 0


def score(batch: rashomon.Batch, marked: dict[str, list[dict[str, Any]]], *, misses: bool = False) -> tuple[int, int]:
    """Claims with the marked origin, and claims found, among the stories of what was read."""
    grouping = rashomon.stories(batch)
    documents = {article.path: article.document for article in batch.articles}
    right = found = 0
    for story in grouping.stories:
        here = {documents[path] for path in story.paths} & set(marked)
        claims = claims_of(story, batch, grouping) if here else []
        for document in sorted(here):
            for one in marked[document]:
                claim = find_claim(claims, document, one)
                found += claim is not None
                good = claim is not None and is_right(claim, one["origin"])
                right += good
                if misses and not good:
                    print(f"  {'no claim' if claim is None else claim.origin}  {claim.evidence.sentence[:90] if claim else document}")
    return right, found


if __name__ == "__main__":
    raise SystemExit(main())
