"""Agreements: sentences of different outlets that tell the same, from one source or each from its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.accounts.claims import Claim, name_origin
from rashomon.accounts.likeness import Likeness
from rashomon.accounts.passages import Passage, Passages
from rashomon.accounts.quantities import meet
from rashomon.accounts.relations import relate
from rashomon.accounts.series import days_between
from rashomon.accounts.witnesses import Witness
from rashomon.accounts.wording import wording
from rashomon.model import Happening, Relation

TOGETHER = 0.3  # cosine from which two sentences report the same words
BORNE_OUT = 0.4  # the same for two outlets that each tell it in their own words; .3 takes what is only of one kind for one
PLAIN = 20  # characters of a sentence that can bear another out: shorter ones tell what everybody knows
RESTATED = 0.4  # the same where only one of them names its source
COPIED = 0.7  # cosine from which one text was taken over from the other
WITHIN = 4  # days between two reports of one thing
OUTLETS = 6  # outlets of one thing related pair by pair


def relate_passages(read: Passages) -> Iterator[Relation]:
    """Relate outlets whose sentences say the same, thing by thing, in the order of their first report."""
    passages = read.items
    neighbours = _neighbours(passages, read.likeness)
    for group in _groups(neighbours):
        by_outlet: dict[str, list[int]] = defaultdict(list)
        for at in group:
            by_outlet[passages[at].witness.name].append(at)
        for one, other in combinations(list(by_outlet.values())[:OUTLETS], 2):
            relation = _relation(passages, one, other, neighbours)
            if relation:
                yield relation


def _neighbours(passages: Sequence[Passage], likeness: Likeness) -> dict[int, dict[int, float]]:
    """Sentence -> sentences of other outlets that tell the same within some days, and how like they are."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, alike in likeness.pairs(range(len(passages)), TOGETHER):
        one, other = passages[a].witness, passages[b].witness
        if one.name != other.name and one.root != other.root and abs(days_between(one.day, other.day)) <= WITHIN and likeness.agree(a, b):
            found[a][b] = found[b][a] = alike
    return found


def relate_copies(witnesses: Sequence[Witness]) -> Iterator[Relation]:
    """Texts that another outlet took over whole: one relation a text, by their headlines."""
    by_path = {witness.article.path: witness for witness in witnesses}
    copies: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        if witness.root != witness.article.path and witness.root in by_path and by_path[witness.root].name != witness.name:
            copies[witness.root].append(witness)
    for root, taken in copies.items():
        yield relate("same_origin", [_headline(by_path[root])], [_headline(copy) for copy in taken], code="copy", origin=by_path[root].name)


def _headline(witness: Witness) -> Claim:
    start, end = witness.article.sentences[0] if witness.article.sentences else (0, len(witness.article.title))
    told = Happening(start=start, end=end, type="OTHER", date=witness.day)
    return Claim(witness=witness, start=start, end=end, sentence=(start, end), day=witness.day, origin=witness.root_key, told=told)


def _groups(neighbours: dict[int, dict[int, float]]) -> Iterator[list[int]]:
    """Sentences gathered around the one that most others are like, so that a chain of near ones can't drift."""
    free = set(neighbours)
    for seed in sorted(neighbours, key=lambda at: (-len(neighbours[at]), at)):
        if seed in free:
            group = [seed, *(at for at in neighbours[seed] if at in free)]
            free.difference_update(group)
            if len(group) > 1:
                yield sorted(group)


def _relation(
    passages: Sequence[Passage], one: Sequence[int], other: Sequence[int], neighbours: dict[int, dict[int, float]]
) -> Relation | None:
    """The relation of two outlets for one thing, by their likest sentences; None where they are not like enough, or it can't be known."""
    pairs = [(neighbours[a][b], -a, -b) for a in one for b in other if b in neighbours[a]]
    if not pairs:
        return None
    alike, a, b = max(pairs)
    kind = _kind(passages[-a], passages[-b], alike)
    if not kind:
        return None
    sides = [[passages[at] for at in side] for side in (one, other)]
    origin = passages[-a].origin or passages[-b].origin
    return relate(
        kind,
        _claims(sides[0]),
        _claims(sides[1]),
        code=f"passage_{kind}",
        origin=name_origin(origin) if origin and kind == "same_origin" else None,
    )


def _kind(a: Passage, b: Passage, alike: float) -> str | None:
    if any(x.measure == y.measure and x.group == y.group and not meet(x, y) for x in a.figures for y in b.figures):
        return None  # they speak of one thing and count it otherwise: that is for the figures to tell
    if alike >= COPIED:
        return "same_origin"
    if a.origin and b.origin:
        return "same_origin" if a.origin == b.origin else None
    if a.origin or b.origin:
        return "same_origin" if alike >= RESTATED else None
    if _agency(a) and _agency(a) == _agency(b):
        return "same_origin"
    if _states(a) or _states(b):
        return "same_origin"
    plain = min(end - start for start, end in (a.sentence, b.sentence)) >= PLAIN
    return "corroborates" if plain and alike >= BORNE_OUT else None


def _states(passage: Passage) -> bool:
    """Whether a sentence only reports a statement: who tells it too has it from the same mouth."""
    words = wording(passage.witness.article.language).states
    return bool(words and words.search(passage.witness.shadow, *passage.sentence))


def _agency(passage: Passage) -> str | None:
    dateline = passage.witness.article.dateline
    return dateline.agency if dateline else None


def _claims(passages: Sequence[Passage]) -> list[Claim]:
    return [
        Claim(
            witness=p.witness,
            start=p.sentence[0],
            end=p.sentence[1],
            sentence=p.sentence,
            day=p.witness.day,
            origin=p.origin or p.witness.key,
            told=Happening(start=p.sentence[0], end=p.sentence[1], type="OTHER", date=p.witness.day),
        )
        for p in passages
    ]
