"""What of an account a page shows: the weightiest, the loudest, the most telling; the account's JSON holds it all."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from rashomon.model import Account, Line, Origin, Position, Relation, Statement, StoryArticle

LINES, DAY_LINES = 80, 5  # of the timeline, the weightiest; lines of one day that stand open
MAJOR = 10  # one line in so many stands out
STATEMENTS = 8  # of one speaker
CARDS = 4  # contradictions told beside the lead

_Pair = tuple[object, int, int]  # what is counted, and two values


def keep_weightiest(timeline: Sequence[Line]) -> list[Line]:
    """The lines that weigh most, in their own order."""
    kept = sorted(range(len(timeline)), key=lambda i: (-timeline[i].weight, i))[:LINES]
    return [timeline[i] for i in sorted(kept)]


def group_by_day(timeline: Sequence[Line]) -> list[tuple[str, list[Line], list[Line]]]:
    """Day by day: the lines that stand open and those that are folded away, a fold of one left open."""
    days = []
    for day, lines in groupby(timeline, key=lambda line: line.date):
        told = list(lines)
        ranked = sorted(told, key=lambda line: -line.weight)
        cut = DAY_LINES if len(told) > DAY_LINES + 1 else len(told)
        open_lines = {id(line) for line in ranked[:cut]}
        days.append((day, [line for line in told if id(line) in open_lines], [line for line in told if id(line) not in open_lines]))
    return days


def find_heavy(timeline: Sequence[Line]) -> float:
    """The weight from which a line stands out; none does in a story of a few lines."""
    weights = sorted((line.weight for line in timeline), reverse=True)
    return weights[len(weights) // MAJOR] if len(weights) > 2 * MAJOR else float("inf")


def choose_contradictions(relations: Sequence[Relation]) -> list[Relation]:
    """The contradictions that stand beside the lead: counts taken back first, each pair of values once."""
    withdrawn = {(r.why.get("measure"), r.why.get("low")) for r in relations if r.kind == "withdraws"}
    loud = [
        r
        for r in relations
        if r.kind == "withdraws" or (r.kind == "disputes" and (r.why.get("measure"), r.why.get("a_low")) not in withdrawn)
    ]
    once: dict[tuple[object, ...], Relation] = {}
    for relation in sorted(loud, key=lambda r: (r.kind != "withdraws", -len(r.a) - len(r.b))):
        why = relation.why
        once.setdefault(
            (relation.kind, why.get("measure"), why.get("group"), why.get("slot"), why.get("b_low") or why.get("low")), relation
        )
    return list(once.values())[:CARDS]


def keep_steps(relations: Sequence[Relation]) -> list[Relation]:
    """Of relations of one kind those that tell a reader something by themselves.

    Each pair of values once, whoever gives them and in whichever order they differ; of updates each step, and not the leap over one.
    """
    once: dict[_Pair | int, Relation] = {}
    for relation in relations:
        once.setdefault(_values(relation) or id(relation), relation)
    later: dict[tuple[object, int], set[int]] = defaultdict(set)
    for count, a, b in (pair for pair, relation in once.items() if isinstance(pair, tuple) and relation.kind == "updates"):
        later[count, a].add(b)
    leaps = {
        (count, a, b)
        for (count, a), steps in later.items()
        for b in steps
        if any(min(a, b) < between < max(a, b) and b in later.get((count, between), ()) for between in steps)
    }
    return [relation for pair, relation in once.items() if pair not in leaps]


def _values(relation: Relation) -> _Pair | None:
    """What two counts count, and how many each; None where it is no counts that are related."""
    why = relation.why
    a, b = (why.get(f"{side}_low") or why.get(f"{side}_high") for side in "ab")
    if not (isinstance(a, int) and isinstance(b, int) and why.get("measure")):
        return None
    a, b = (a, b) if relation.kind == "updates" else sorted((a, b))
    return (why["measure"], why.get("group"), why.get("place")), a, b


def put_steps_first(relations: Sequence[Relation]) -> list[Relation]:
    """Relations of one kind, those that a reader needs before the others."""
    steps = keep_steps(relations)
    shown = set(map(id, steps))
    return [*steps, *(relation for relation in relations if id(relation) not in shown)]


def choose_saying(account: Account) -> tuple[str, Statement] | None:
    """The statement that most outlets word in their own way, with its speaker; None where fewer than three do."""
    best: tuple[int, str, Statement] | None = None
    for voice in account.voices:
        for statement in voice.said:
            wordings = len({evidence.text for evidence in statement.evidence})
            outlets = len({evidence.outlet for evidence in statement.evidence})
            if min(wordings, outlets) > (best[0] if best else 2):
                best = (min(wordings, outlets), voice.speaker, statement)
    return best[1:] if best else None


def keep_loudest(said: Sequence[Statement]) -> list[Statement]:
    """The statements of a speaker that most outlets carry, in their own order."""
    ranked = sorted(range(len(said)), key=lambda i: (-len(said[i].outlets), -len(said[i].evidence), i))[:STATEMENTS]
    return [said[i] for i in sorted(ranked)]


def keep_telling(origins: Sequence[Origin]) -> list[Origin]:
    """Origins that stand behind more than one sentence or outlet: the others are told with what they said."""
    return [origin for origin in origins if len(origin.carried_by) > 1 or origin.claims > 1]


def group_by_actor(account: Account) -> list[tuple[str, list[Position]]]:
    by_actor: dict[str, list[Position]] = {}
    for position in account.positions:
        by_actor.setdefault(position.actor, []).append(position)
    return list(by_actor.items())


def group_reprints(account: Account) -> dict[str, list[StoryArticle]]:
    """Articles by the path of the first text that they repeat."""
    found: dict[str, list[StoryArticle]] = {}
    for article in account.story.articles:
        if article.duplicate_of:
            found.setdefault(article.duplicate_of, []).append(article)
    return found
